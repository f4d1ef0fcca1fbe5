// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/funnel/drill.h"

#include "core/analytics/history.h"
#include "ui/common/figures.h"
#include "ui/funnel/stage_words.h"

#include <algorithm>
#include <QCoreApplication>

namespace tandem::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("FunnelPage", text);
}

/// The selected leads for which `belongs(row)` holds.
template <class Belongs>
std::vector<LeadId> leadsWhere(const Facts& facts, const Query& query, Belongs&& belongs)
{
    std::vector<LeadId> leads;
    const auto selected = select(facts, query.where, query.asOf);
    if (!selected) {
        return leads;
    }
    for (LeadRow row = 0; row < facts.leadCount(); ++row) {
        if ((*selected)[row] && belongs(row)) {
            leads.push_back(facts.leadIds[row]);
        }
    }
    return leads;
}

/// Dated touches of the lead up to `until`.
std::int64_t datedTouches(const Facts& facts, LeadRow row, std::int64_t until)
{
    const auto begin = facts.touchAt.begin() + facts.touchBegin[row];
    const auto end = facts.touchAt.begin() + facts.touchBegin[row + 1];
    const auto dated = std::upper_bound(begin, end, kUndated.seconds);
    return std::upper_bound(dated, end, until) - dated;
}

LeadList titled(const QString& title, std::vector<LeadId> leads)
{
    return {title.arg(countText(static_cast<qint64>(leads.size()))), std::move(leads)};
}

} // namespace

LeadList cohortLeads(const Facts& facts, const Query& query, StageIndex stage,
                     std::optional<StageIndex> next, std::optional<bool> reachedNext)
{
    std::vector<LeadId> leads;
    const auto rows = cohortMembers(facts, query, {}, stage, next, reachedNext);
    for (const LeadRow row : rows ? *rows : std::vector<LeadRow>()) {
        leads.push_back(facts.leadIds[row]);
    }
    const QString count = countText(static_cast<qint64>(leads.size()));
    const QString many = pluralOf(facts.stages[stage].name);
    if (!next || !reachedNext) {
        return {tr("%1 leads that became %2").arg(count, many), std::move(leads)};
    }
    const QString goal = pluralOf(facts.stages[*next].name);
    return {(*reachedNext ? tr("%1 %2 that became %3") : tr("%1 %2 that did not become %3 (yet)"))
                .arg(count, many, goal),
            std::move(leads)};
}

LeadList standingLeads(const Facts& facts, const Query& query, StageIndex stage)
{
    const Reaches reached = reaches(facts, query.asOf);
    return titled(
        tr("%1 leads in %2")
            .arg(QStringLiteral("%1"), QString::fromStdString(facts.stages[stage].name)),
        leadsWhere(facts, query, [&](LeadRow row) { return reached.current[row] == stage; }));
}

LeadList enteredLeads(const Facts& facts, const Query& query, StageIndex stage)
{
    const StageIndex first = facts.firstRecordStage();
    const Reaches reached = reaches(facts, query.asOf);
    auto leads = leadsWhere(facts, query, [&](LeadRow row) {
        bool entered = false;
        if (reached.exists(row)) {
            forEachEntry(facts, row, query.asOf, first, [&](std::int64_t at, StageIndex into) {
                entered = entered || (into == stage && query.period.contains({at}));
            });
        }
        return entered;
    });
    return titled(tr("%1 leads that entered %2")
                      .arg(QStringLiteral("%1"), QString::fromStdString(facts.stages[stage].name)),
                  std::move(leads));
}

LeadList goalLeads(const Facts& facts, const Query& query, StageIndex goal, int touches)
{
    const Reaches reached = reaches(facts, query.asOf);
    auto leads = leadsWhere(facts, query, [&](LeadRow row) {
        const std::int64_t at = reached(row, goal);
        return at != kNever && at != kUndated.seconds && query.period.contains({at}) &&
               std::min<std::int64_t>(datedTouches(facts, row, at), kMostTouches) == touches;
    });
    const QString title = touches == kMostTouches ? tr("%1 %2 after %3 touches or more")
                                                  : tr("%1 %2 after %3 touches");
    return titled(title.arg(QStringLiteral("%1"), pluralOf(facts.stages[goal].name)).arg(touches),
                  std::move(leads));
}

LeadList touchedLeads(const Facts& facts, const Query& query, int touches)
{
    auto leads = leadsWhere(facts, query, [&](LeadRow row) {
        std::int64_t count = 0;
        for (std::uint32_t i = facts.touchBegin[row];
             i < facts.touchBegin[row + 1] && facts.touchAt[i] <= query.asOf.seconds; ++i) {
            const Instant at{facts.touchAt[i]};
            count += at == kUndated ? query.period.isAll() : query.period.contains(at);
        }
        return count >= touches;
    });
    return titled(tr("%1 leads with %2 touches or more").arg(QStringLiteral("%1")).arg(touches),
                  std::move(leads));
}

LeadList weekLeads(const Facts& facts, const Query& query, Day monday)
{
    const std::int64_t from = facts.timeZone.startOf(monday).seconds;
    const std::int64_t to = facts.timeZone.startOf(monday + 7).seconds;
    auto leads = leadsWhere(facts, query, [&](LeadRow row) {
        for (std::uint32_t i = facts.touchBegin[row]; i < facts.touchBegin[row + 1]; ++i) {
            if (facts.touchAt[i] >= from && facts.touchAt[i] < to &&
                facts.touchTeam[i] != Team::None) {
                return true;
            }
        }
        return false;
    });
    return titled(tr("%1 leads touched in week %2").arg(QStringLiteral("%1")).arg(isoWeek(monday)),
                  std::move(leads));
}

} // namespace tandem::ui

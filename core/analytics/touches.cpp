// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/touches.h"

#include "core/analytics/reach.h"
#include "core/analytics/tally.h"

#include <algorithm>

namespace tandem {
namespace {

/// A stretch of a lead's touches, as positions.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t undated = 0; ///< left out because of the period

    std::size_t size() const { return end - begin; }
};

std::uint32_t firstNotBefore(const Facts& facts, std::uint32_t begin, std::uint32_t end,
                             std::int64_t at)
{
    const auto from = facts.touchAt.begin();
    return static_cast<std::uint32_t>(std::lower_bound(from + begin, from + end, at) - from);
}

Span touchesIn(const Facts& facts, LeadRow row, const Query& query)
{
    Span span;
    span.begin = facts.touchBegin[row];
    span.end = span.begin + touchesUpTo(facts, row, query.asOf);
    if (query.period.isAll()) {
        return span;
    }
    const std::uint32_t dated = firstNotBefore(facts, span.begin, span.end, kUndated.seconds + 1);
    span.undated = dated - span.begin;
    span.begin = dated;
    if (query.period.to) {
        span.end = firstNotBefore(facts, span.begin, span.end, query.period.to->seconds);
    }
    if (query.period.from) {
        span.begin = firstNotBefore(facts, span.begin, span.end, query.period.from->seconds);
    }
    return span;
}

Result<StageIndex> goalStage(const Facts& facts, const std::optional<std::string>& goal)
{
    if (goal) {
        return rankedStageByName(facts, *goal);
    }
    const StageIndex ranked = facts.rankedStages();
    const std::optional<StageIndex> opportunity = facts.stageNamed("Opportunity");
    if (opportunity && *opportunity < ranked) {
        return *opportunity;
    }
    if (ranked == 0) {
        return fail(ErrorCode::NotFound, "stages", "the workbook has no stages with a rank");
    }
    return static_cast<StageIndex>(std::max(0, ranked - 2));
}

void fillHistogram(const Tally& tally, std::array<std::int64_t, kMostTouches + 1>& histogram)
{
    for (std::size_t k = 0; k < kMostTouches; ++k) {
        histogram[k] = tally.of(k);
    }
    histogram[kMostTouches] = tally.atLeast(kMostTouches);
}

/// Whether the lead reached the goal so that its touches before that are counted.
void addToOpportunity(const Facts& facts, const Query& query, LeadRow row, std::int64_t reached,
                      TouchesToOpportunity& figures, Tally& tally)
{
    if (reached == kNever) {
        return;
    }
    if (reached == kUndated.seconds) {
        ++figures.leftOut;
        return;
    }
    if (!query.period.isAll() && !query.period.contains({reached})) {
        return;
    }
    const std::uint32_t begin = facts.touchBegin[row];
    const std::uint32_t end = begin + touchesUpTo(facts, row, Instant{reached});
    const std::uint32_t dated = firstNotBefore(facts, begin, end, kUndated.seconds + 1);
    figures.undated += dated - begin;
    tally.add(end - dated);
}

} // namespace

Result<TouchFigures> touchFigures(const Facts& facts, const Query& query,
                                  const std::optional<std::string>& goal)
{
    const Result<StageIndex> stage = goalStage(facts, goal);
    if (!stage) {
        return fail(stage.error());
    }
    const std::vector<std::int64_t> reach = reachesOf(facts, *stage, query.asOf);
    const Result<Selection> selected = select(facts, query.where, query.asOf);
    if (!selected) {
        return fail(selected.error());
    }
    TouchFigures figures;
    Tally touches;
    Tally ofConverted;
    Tally toOpportunity;
    for (LeadRow row = 0; row < facts.leadCount(); ++row) {
        if (!(*selected)[row] || !existsAt(facts, row, query.asOf)) {
            continue;
        }
        const Span span = touchesIn(facts, row, query);
        figures.undated += span.undated;
        touches.add(span.size());
        const std::int64_t reached = reach[row];
        if (reached != kNever) {
            ofConverted.add(span.size());
        }
        addToOpportunity(facts, query, row, reached, figures.toOpportunity, toOpportunity);
    }
    figures.leads = touches.size();
    figures.touches = touches.sum();
    figures.mean = touches.mean();
    figures.median = touches.quantile(0.5);
    fillHistogram(touches, figures.histogram);

    figures.toOpportunity.leads = toOpportunity.size();
    figures.toOpportunity.mean = toOpportunity.mean();
    figures.toOpportunity.median = toOpportunity.quantile(0.5);
    figures.toOpportunity.q1 = toOpportunity.quantile(0.25);
    figures.toOpportunity.q3 = toOpportunity.quantile(0.75);
    fillHistogram(toOpportunity, figures.toOpportunity.histogram);

    for (int k = 0; k <= kMostTouches; ++k) {
        ConversionByTouches& conversion = figures.conversion[static_cast<std::size_t>(k)];
        conversion.atLeast = k;
        conversion.leads = touches.atLeast(static_cast<std::size_t>(k));
        conversion.converted = ofConverted.atLeast(static_cast<std::size_t>(k));
        if (conversion.leads > 0) {
            conversion.rate =
                static_cast<double>(conversion.converted) / static_cast<double>(conversion.leads);
        }
        conversion.interval = wilson(conversion.converted, conversion.leads);
    }
    return figures;
}

namespace {

/// The first and last day on which a touch of the period falls; empty if there is none.
std::optional<std::pair<Instant, Instant>> datedSpan(const Facts& facts, const Query& query)
{
    std::int64_t first = kNever;
    std::int64_t last = kUndated.seconds;
    Query dated = query;
    dated.period.from = dated.period.from.value_or(Instant{kUndated.seconds + 1});
    for (LeadRow row = 0; row < facts.leadCount(); ++row) {
        const Span span = touchesIn(facts, row, dated);
        if (span.size() > 0) {
            first = std::min(first, facts.touchAt[span.begin]);
            last = std::max(last, facts.touchAt[span.end - 1]);
        }
    }
    if (first == kNever) {
        return std::nullopt;
    }
    return std::pair{query.period.from.value_or(Instant{first}),
                     query.period.to ? Instant{query.period.to->seconds - 1} : Instant{last}};
}

} // namespace

Result<std::vector<WeekReach>> weeklyReach(const Facts& facts, const Query& query)
{
    const Result<Selection> selected = select(facts, query.where, query.asOf);
    if (!selected) {
        return fail(selected.error());
    }
    const auto span = datedSpan(facts, query);
    std::vector<WeekReach> weeks;
    if (!span) {
        return weeks;
    }
    const Day firstDay = facts.timeZone.dayOf(span->first);
    const Day lastDay = facts.timeZone.dayOf(std::min(span->second, query.asOf));
    std::vector<std::int64_t> begins; // of each week, and the end of the last
    for (Day monday = firstDay + -weekday(firstDay); monday <= lastDay; monday = monday + 7) {
        weeks.push_back({monday});
        begins.push_back(facts.timeZone.startOf(monday).seconds);
    }
    if (weeks.empty()) {
        return weeks;
    }
    begins.push_back(facts.timeZone.startOf(weeks.back().monday + 7).seconds);

    Query dated = query;
    dated.period = {span->first, Instant{span->second.seconds + 1}};
    for (LeadRow row = 0; row < facts.leadCount(); ++row) {
        if (!(*selected)[row]) {
            continue;
        }
        const Span touches = touchesIn(facts, row, dated);
        // A lead's touches come in order of time, so its weeks do too, and a week already counted
        // is the last one counted.
        std::size_t week = 0;
        std::size_t marketingSeen = weeks.size();
        std::size_t salesSeen = weeks.size();
        for (std::uint32_t i = touches.begin; i < touches.end; ++i) {
            // Weeks are seven days but for a change of the clocks: near, and then exact.
            const std::int64_t near = (facts.touchAt[i] - begins.front()) / (7 * kSecondsPerDay);
            week = std::max(week, static_cast<std::size_t>(std::max<std::int64_t>(near - 1, 0)));
            while (week + 1 < weeks.size() && facts.touchAt[i] >= begins[week + 1]) {
                ++week;
            }
            if (facts.touchTeam[i] == Team::Marketing && marketingSeen != week) {
                marketingSeen = week;
                ++weeks[week].marketing;
            } else if (facts.touchTeam[i] == Team::Sales && salesSeen != week) {
                salesSeen = week;
                ++weeks[week].sales;
            }
        }
    }
    return weeks;
}

Result<std::vector<LeadRow>> leadsWithTouches(const Facts& facts, const Query& query, int touches)
{
    const Result<Selection> selected = select(facts, query.where, query.asOf);
    if (!selected) {
        return fail(selected.error());
    }
    std::vector<LeadRow> rows;
    for (LeadRow row = 0; row < facts.leadCount(); ++row) {
        if (!(*selected)[row] || !existsAt(facts, row, query.asOf)) {
            continue;
        }
        const auto count = static_cast<std::int64_t>(touchesIn(facts, row, query).size());
        if (std::min<std::int64_t>(count, kMostTouches) == touches) {
            rows.push_back(row);
        }
    }
    return rows;
}

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/pipeline.h"

#include "core/analytics/deal_standing.h"
#include "core/analytics/tally.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace tandem {
namespace {

// Fewer closed deals than this tell nothing of a stage of its own; then all closed deals do.
constexpr std::int64_t kEnoughClosed = 20;

struct Closed {
    std::int64_t won = 0, lost = 0;

    std::optional<double> winRate() const
    {
        if (won + lost == 0) {
            return std::nullopt;
        }
        return static_cast<double>(won) / static_cast<double>(won + lost);
    }
};

/// What the deals closed up to as_of tell of the chance to win one, by the stage in which they
/// closed.
class Chances {
public:
    Chances(const Facts& facts, Instant asOf, const Selection& selection)
    {
        for (const DealFact& deal : facts.deals) {
            const DealStanding standing = standingAt(deal, asOf);
            if (!isSelected(deal, selection)) {
                continue;
            }
            if (standing == DealStanding::Won) {
                ++m_all.won;
                ++m_byStage[deal.stage].won;
            } else if (standing == DealStanding::Lost) {
                ++m_all.lost;
                ++m_byStage[deal.stage].lost;
            }
        }
    }

    /// The chance, and whether it was measured in the stage itself.
    std::pair<double, bool> of(const std::string& stage) const
    {
        const auto found = m_byStage.find(stage);
        if (found != m_byStage.end() && found->second.won + found->second.lost >= kEnoughClosed) {
            return {*found->second.winRate(), true};
        }
        return {m_all.winRate().value_or(0.0), false};
    }

private:
    Closed m_all;
    std::map<std::string, Closed> m_byStage;
};

class Summary {
public:
    Summary(const Facts& facts, const Query& query, const Selection& selection)
        : m_facts(facts), m_query(query), m_chances(facts, query.asOf, selection)
    {
    }

    void add(const DealFact& deal)
    {
        switch (standingAt(deal, m_query.asOf)) {
        case DealStanding::NotYet:
            break;
        case DealStanding::Open:
            addOpen(deal);
            break;
        case DealStanding::Won:
        case DealStanding::Lost:
            addClosed(deal);
            break;
        }
    }

    Pipeline finish()
    {
        m_result.winRate = Closed{m_result.won.deals, m_result.lost.deals}.winRate();
        if (m_wonWithAmount > 0) {
            m_result.averageWon = static_cast<double>(m_result.won.amount.minor) /
                                  static_cast<double>(m_wonWithAmount);
        }
        m_result.medianDaysToWin = m_cycle.quantile(0.5);
        if (m_result.winRate && m_result.averageWon &&
            m_result.medianDaysToWin.value_or(0.0) > 0.0) {
            m_result.velocityPerDay = static_cast<double>(m_result.open.deals) *
                                      *m_result.averageWon * *m_result.winRate /
                                      *m_result.medianDaysToWin;
        }
        for (auto& [name, stage] : m_stages) {
            m_result.stages.push_back(std::move(stage));
        }
        std::ranges::stable_sort(m_result.stages, std::greater<>(),
                                 [](const PipelineStage& stage) { return stage.open.amount; });
        for (auto& [name, owner] : m_owners) {
            owner.winRate = Closed{owner.won, owner.lost}.winRate();
            m_result.byOwner.push_back(std::move(owner));
        }
        std::ranges::stable_sort(
            m_result.byOwner, std::greater<>(),
            [](const PipelineOwner& owner) { return std::tuple(owner.wonAmount, owner.won); });
        fillMonths();
        return std::move(m_result);
    }

private:
    PipelineOwner& ownerOf(const DealFact& deal)
    {
        PipelineOwner& owner = m_owners[deal.owner];
        owner.owner = deal.owner;
        return owner;
    }

    void addOpen(const DealFact& deal)
    {
        PipelineStage& stage = m_stages[deal.stage];
        stage.stage = deal.stage;
        std::tie(stage.chance, stage.measuredHere) = m_chances.of(deal.stage);
        const Money amount = deal.amount.value_or(Money{});
        const double chance = deal.probability.value_or(stage.chance);
        const Money weighted{std::llround(static_cast<double>(amount.minor) * chance)};
        for (OpenSum* sum : {&m_result.open, &stage.open}) {
            ++sum->deals;
            sum->amount += amount;
            sum->weighted += weighted;
        }
        ++ownerOf(deal).open;
        if (deal.expectedClose && m_query.asOf != kEndOfTime &&
            *deal.expectedClose < m_facts.timeZone.dayOf(m_query.asOf)) {
            ++m_result.slipped.deals;
            m_result.slipped.amount += amount;
        }
    }

    void addClosed(const DealFact& deal)
    {
        const bool dated = deal.closedAt && *deal.closedAt != kUndated;
        m_result.undated += dated ? 0 : 1;
        if (!m_query.period.isAll() && !(dated && m_query.period.contains(*deal.closedAt))) {
            return;
        }
        const bool won = deal.outcome == DealOutcome::Won;
        const Money amount = deal.amount.value_or(Money{});
        DealSum& sum = won ? m_result.won : m_result.lost;
        ++sum.deals;
        sum.amount += amount;
        PipelineOwner& owner = ownerOf(deal);
        ++(won ? owner.won : owner.lost);
        owner.wonAmount += won ? amount : Money{};
        if (dated) {
            PipelineMonth& month = m_months[monthOf(m_facts.timeZone, *deal.closedAt)];
            ++(won ? month.won : month.lost);
            month.wonAmount += won ? amount : Money{};
        }
        if (won) {
            m_wonWithAmount += deal.amount ? 1 : 0;
            addCycle(deal, dated);
        }
    }

    void addCycle(const DealFact& deal, bool dated)
    {
        if (!dated || !deal.openedAt || *deal.openedAt == kUndated) {
            ++m_result.withoutCycle;
            return;
        }
        const TimeZone& zone = m_facts.timeZone;
        const int days = zone.dayOf(*deal.closedAt) - zone.dayOf(*deal.openedAt);
        if (days < 0) {
            ++m_result.withoutCycle;
        } else {
            m_cycle.add(static_cast<std::size_t>(days));
        }
    }

    void fillMonths()
    {
        if (m_months.empty()) {
            return;
        }
        const Day last = m_months.rbegin()->first;
        for (Day day = m_months.begin()->first; day <= last; day = nextMonth(day)) {
            PipelineMonth month = m_months[day];
            month.month = day;
            m_result.months.push_back(month);
        }
    }

    const Facts& m_facts;
    const Query& m_query;
    Chances m_chances;
    Pipeline m_result;
    std::map<std::string, PipelineStage> m_stages;
    std::map<std::string, PipelineOwner> m_owners;
    std::map<Day, PipelineMonth> m_months;
    Tally m_cycle;
    std::int64_t m_wonWithAmount = 0;
};

} // namespace

Result<Pipeline> pipeline(const Facts& facts, const Query& query)
{
    const Result<Selection> selected = select(facts, query.where, query.asOf);
    if (!selected) {
        return fail(selected.error());
    }
    Summary summary(facts, query, *selected);
    for (const DealFact& deal : facts.deals) {
        if (isSelected(deal, *selected)) {
            summary.add(deal);
        }
    }
    return summary.finish();
}

Result<PipelineBridge> pipelineBridge(const Facts& then, Instant since, const Facts& now,
                                      const Query& query)
{
    const Result<Selection> before = select(then, query.where, since);
    if (!before) {
        return fail(before.error());
    }
    const Result<Selection> after = select(now, query.where, query.asOf);
    if (!after) {
        return fail(after.error());
    }
    PipelineBridge bridge;
    const auto change = [&](Money from, Money to) {
        bridge.grown += std::max(Money{}, to - from);
        bridge.shrunk += std::max(Money{}, from - to);
    };
    // What each open deal of then was worth; what is left of it at the end is gone now.
    std::map<DealId, std::pair<Money, DealStanding>> old;
    for (const DealFact& deal : then.deals) {
        const DealStanding standing = standingAt(deal, since);
        if (isSelected(deal, *before) && standing != DealStanding::NotYet) {
            const Money amount = deal.amount.value_or(Money{});
            old[deal.id] = {amount, standing};
            bridge.opening += standing == DealStanding::Open ? amount : Money{};
        }
    }
    for (const DealFact& deal : now.deals) {
        const DealStanding standing = standingAt(deal, query.asOf);
        if (!isSelected(deal, *after) || standing == DealStanding::NotYet) {
            continue;
        }
        const Money amount = deal.amount.value_or(Money{});
        const auto was = old.find(deal.id);
        const DealStanding standingThen = standingAt(deal, since);
        if (was == old.end() && standingThen != DealStanding::Open &&
            standingThen != DealStanding::NotYet) {
            continue; // closed before, and only entered since
        }
        const bool wasClosed = was != old.end() && was->second.second != DealStanding::Open;
        if (was != old.end() && !wasClosed) {
            change(was->second.first, amount);
        } else if (was == old.end() || standing == DealStanding::Open) {
            bridge.added += amount;
        }
        if (standing == DealStanding::Open) {
            bridge.closing += amount;
        } else if (!wasClosed) {
            (standing == DealStanding::Won ? bridge.won : bridge.lost) += amount;
        }
        if (was != old.end()) {
            old.erase(was);
        }
    }
    for (const auto& [id, gone] : old) {
        if (gone.second == DealStanding::Open) {
            change(gone.first, Money{});
        }
    }
    return bridge;
}

} // namespace tandem

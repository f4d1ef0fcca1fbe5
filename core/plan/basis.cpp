// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/funnel.h"
#include "core/base/text.h"
#include "core/plan/sla.h"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace tandem {
namespace {

Result<StageIndex> rankedStage(const Facts& facts, const std::string& name)
{
    const auto stage = facts.stageNamed(name);
    if (stage && *stage < facts.rankedStages()) {
        return *stage;
    }
    std::vector<std::string> names;
    for (StageIndex s = 0; s < facts.rankedStages(); ++s) {
        names.push_back(facts.stages[s].name);
    }
    return fail(ErrorCode::NotFound, fmt::format("stage '{}'", name),
                fmt::format("the funnel has {}", joined(names, ", ")));
}

/// The chain of stages, without those that a typed-in rate jumps over.
Result<std::vector<PlanStep>> chainOf(const Facts& facts, const std::vector<AssumedRate>& rates)
{
    std::vector<bool> kept(facts.rankedStages(), true);
    for (StageIndex s = 0; s < facts.rankedStages(); ++s) {
        kept[s] = !facts.stages[s].retired;
    }
    std::vector<PlanStep> typed;
    for (const AssumedRate& rate : rates) {
        const auto from = rankedStage(facts, rate.from);
        const auto to = rankedStage(facts, rate.to);
        if (!from || !to) {
            return fail(from ? to.error() : from.error());
        }
        if (*from >= *to) {
            return fail(ErrorCode::BadInput, fmt::format("rate {}:{}", rate.from, rate.to),
                        "the first stage must come before the second");
        }
        if (!(rate.rate > 0.0 && rate.rate <= 1.0)) {
            return fail(ErrorCode::BadInput, fmt::format("rate {}:{}", rate.from, rate.to),
                        "a rate is above 0 and at most 1");
        }
        for (StageIndex s = *from + 1; s < *to; ++s) {
            kept[s] = false;
        }
        typed.push_back({*from, *to, rate.rate, false, 0, 0, {rate.rate, rate.rate}});
    }
    std::vector<PlanStep> steps;
    std::optional<StageIndex> last;
    for (StageIndex s = 0; s < facts.rankedStages(); ++s) {
        if (!kept[s]) {
            continue;
        }
        if (last) {
            steps.push_back({*last, s, {}, false, 0, 0, {}});
        }
        last = s;
    }
    for (const PlanStep& step : typed) {
        const auto same = std::ranges::find_if(
            steps, [&](const PlanStep& s) { return s.from == step.from && s.to == step.to; });
        if (same == steps.end()) {
            return fail(
                ErrorCode::BadInput,
                fmt::format("rate {}:{}", facts.stages[step.from].name, facts.stages[step.to].name),
                "another rate leaves one of its stages out");
        }
        *same = step;
    }
    return steps;
}

std::int64_t visitorsIn(const Facts& facts, const BasisOptions& options)
{
    std::int64_t visitors = 0;
    for (const AudienceCount& count : facts.audience) {
        const Instant day = facts.timeZone.startOf(count.day);
        if (count.measure == AudienceMeasure::Visitors && options.history.contains(day) &&
            day <= options.asOf) {
            visitors += count.value;
        }
    }
    return visitors;
}

/// Weeks of the history, clipped to the time in which leads are known.
std::optional<double> weeksOf(const Facts& facts, const BasisOptions& options)
{
    std::int64_t first = kEndOfTime.seconds;
    std::int64_t last = kUndated.seconds;
    for (const Instant created : facts.leadCreated) {
        if (created != kUndated && created <= options.asOf && options.history.contains(created)) {
            first = std::min(first, created.seconds);
            last = std::max(last, created.seconds);
        }
    }
    if (first >= last) {
        return std::nullopt;
    }
    const std::int64_t from = options.history.from ? options.history.from->seconds : first;
    const std::int64_t to = std::min(options.history.to ? options.history.to->seconds : last,
                                     options.asOf == kEndOfTime ? last : options.asOf.seconds);
    const double weeks = static_cast<double>(to - from) / (7.0 * kSecondsPerDay);
    return weeks > 0.0 ? std::optional(weeks) : std::nullopt;
}

void measureDeals(const Facts& facts, const BasisOptions& options, PlanBasis& basis)
{
    for (const DealFact& deal : facts.deals) {
        const bool known = !deal.closedAt || *deal.closedAt <= options.asOf;
        const bool within =
            deal.closedAt ? options.history.contains(*deal.closedAt) : options.history.isAll();
        if (deal.outcome == DealOutcome::Won && deal.amount && known && within) {
            basis.wonAmounts.push_back(deal.amount->minor);
        }
    }
    if (!basis.wonAmounts.empty()) {
        const std::int64_t sum =
            std::accumulate(basis.wonAmounts.begin(), basis.wonAmounts.end(), std::int64_t{0});
        const auto n = static_cast<std::int64_t>(basis.wonAmounts.size());
        basis.dealSize = Money{(sum + n / 2) / n};
        basis.dealSizeMeasured = true;
    }
}

} // namespace

Result<PlanBasis> measureBasis(const Facts& facts, const BasisOptions& options)
{
    auto steps = chainOf(facts, options.rates);
    if (!steps) {
        return fail(steps.error());
    }
    PlanBasis basis;
    basis.steps = std::move(*steps);
    basis.secondsToWin.resize(facts.rankedStages());
    if (basis.steps.empty()) {
        return fail(ErrorCode::BadInput, "The plan", "the funnel needs at least two stages");
    }
    const StageIndex firstRecords = facts.firstRecordStage();
    const StageIndex last = basis.steps.back().to;

    // One funnel answers every step and every way to the win.
    FunnelOptions asked;
    for (const PlanStep& step : basis.steps) {
        if (step.from >= firstRecords) {
            asked.steps.emplace_back(facts.stages[step.from].name, facts.stages[step.to].name);
        }
    }
    for (StageIndex s = firstRecords; s < last; ++s) {
        asked.steps.emplace_back(facts.stages[s].name, facts.stages[last].name);
    }
    const auto funnel = cohortFunnel(facts, {options.history, options.asOf, {}}, asked);
    if (!funnel) {
        return fail(funnel.error());
    }
    for (const CohortStep& measured : funnel->steps) {
        if (measured.to == last) {
            basis.secondsToWin[measured.from] = measured.time.median;
        }
        for (PlanStep& step : basis.steps) {
            if (!step.rate && step.from == measured.from && step.to == measured.to &&
                measured.n > 0) {
                step = {step.from,          step.to,          measured.rate, true, measured.n,
                        measured.converted, measured.interval};
            }
        }
    }
    basis.secondsToWin[last] = 0;

    const std::int64_t visitors = visitorsIn(facts, options);
    for (PlanStep& step : basis.steps) {
        if (!step.rate && step.from < firstRecords && step.to == firstRecords && visitors > 0) {
            const std::int64_t became = std::min(funnel->cohortSize, visitors);
            step = {step.from,
                    step.to,
                    static_cast<double>(became) / static_cast<double>(visitors),
                    true,
                    visitors,
                    became,
                    wilson(became, visitors)};
        }
    }
    basis.paceStage = firstRecords;
    if (const auto weeks = weeksOf(facts, options); weeks && funnel->cohortSize > 0) {
        basis.weeklyPace = static_cast<double>(funnel->cohortSize) / *weeks;
    }
    if (options.dealSize) {
        basis.dealSize = options.dealSize;
    } else {
        measureDeals(facts, options, basis);
    }
    return basis;
}

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/sla.h"

#include "core/plan/draws.h"

#include <algorithm>
#include <cmath>

namespace tandem {
namespace {

/// ⌈x⌉, forgiving the last digits of a division that should come out whole.
std::int64_t up(double x)
{
    return static_cast<std::int64_t>(std::ceil(x - 1e-9 * std::max(1.0, x)));
}

/// Volumes upward from `deals`, one for each stage of the chain, the last stage last; empty from
/// the first step upward whose rate is unknown or 0.
std::vector<std::optional<std::int64_t>> climb(std::int64_t deals,
                                               const std::vector<std::optional<double>>& rates)
{
    std::vector<std::optional<std::int64_t>> volumes(rates.size() + 1);
    volumes.back() = deals;
    for (std::size_t i = rates.size(); i-- > 0;) {
        if (volumes[i + 1] && rates[i] && *rates[i] > 0.0) {
            volumes[i] = up(static_cast<double>(*volumes[i + 1]) / *rates[i]);
        }
    }
    return volumes;
}

std::vector<std::optional<double>> ratesOf(const PlanBasis& basis)
{
    std::vector<std::optional<double>> rates;
    for (const PlanStep& step : basis.steps) {
        rates.push_back(step.rate);
    }
    return rates;
}

double drawRate(Random& random, const PlanStep& step)
{
    if (!step.measured) {
        return *step.rate;
    }
    return drawBeta(random, static_cast<double>(step.converted) + 1.0,
                    static_cast<double>(step.n - step.converted) + 1.0);
}

std::int64_t quantile(std::vector<std::int64_t>& values, double part)
{
    const auto at =
        static_cast<std::ptrdiff_t>(part * static_cast<double>(values.size() - 1) + 0.5);
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<std::size_t>(at)];
}

void simulateVolumes(const PlanBasis& basis, Money goal, const Simulation& simulation,
                     SlaPlan& plan)
{
    Random random(simulation.seed);
    const BootstrapMean dealSize(basis.wonAmounts);
    std::vector<std::vector<std::int64_t>> drawn(plan.volumes.size());
    std::vector<std::optional<double>> rates(basis.steps.size());
    for (int i = 0; i < simulation.draws; ++i) {
        for (std::size_t s = 0; s < rates.size(); ++s) {
            rates[s] = plan.volumes[s].needed ? std::optional(drawRate(random, basis.steps[s]))
                                              : std::nullopt;
        }
        const double size = basis.dealSizeMeasured ? std::max(1.0, dealSize.draw(random))
                                                   : static_cast<double>(basis.dealSize->minor);
        const auto volumes = climb(up(static_cast<double>(goal.minor) / size), rates);
        for (std::size_t s = 0; s < volumes.size(); ++s) {
            if (volumes[s]) {
                drawn[s].push_back(*volumes[s]);
            }
        }
    }
    for (std::size_t s = 0; s < drawn.size(); ++s) {
        if (!drawn[s].empty()) {
            plan.volumes[s].p10 = quantile(drawn[s], 0.1);
            plan.volumes[s].p50 = quantile(drawn[s], 0.5);
            plan.volumes[s].p90 = quantile(drawn[s], 0.9);
        }
    }
}

/// The share of draws in which what enters at the present pace brings the goal.
std::optional<double> chanceAtPace(const PlanBasis& basis, const PlanGoal& goal, Money wanted,
                                   const Simulation& simulation)
{
    if (!basis.weeklyPace) {
        return std::nullopt;
    }
    std::vector<const PlanStep*> below;
    for (const PlanStep& step : basis.steps) {
        if (step.from >= basis.paceStage) {
            if (!step.rate) {
                return std::nullopt;
            }
            below.push_back(&step);
        }
    }
    const double weeks = static_cast<double>(goal.to - goal.from) / 7.0;
    const std::int64_t entering = std::llround(*basis.weeklyPace * weeks);
    Random random(simulation.seed + 1);
    const BootstrapMean measured(basis.wonAmounts);
    int reached = 0;
    for (int i = 0; i < simulation.draws; ++i) {
        double rate = 1.0;
        for (const PlanStep* step : below) {
            rate *= drawRate(random, *step);
        }
        const std::int64_t deals = drawBinomial(random, entering, rate);
        const double size = basis.dealSizeMeasured ? measured.draw(random)
                                                   : static_cast<double>(basis.dealSize->minor);
        if (static_cast<double>(deals) * size >= static_cast<double>(wanted.minor)) {
            ++reached;
        }
    }
    return static_cast<double>(reached) / simulation.draws;
}

/// Spreads each stage's volume over the weeks of the period, moved earlier by its median way to the
/// win.
void spreadOverWeeks(const PlanBasis& basis, const PlanGoal& goal, SlaPlan& plan)
{
    for (const PlanVolume& volume : plan.volumes) {
        if (!volume.needed) {
            continue;
        }
        const std::int64_t ahead = basis.secondsToWin[volume.stage].value_or(0);
        const int days = static_cast<int>((ahead + kSecondsPerDay - 1) / kSecondsPerDay);
        const Day from = goal.from + -days;
        const Day to = goal.to + -days;
        std::vector<Day> mondays;
        std::vector<double> weights;
        for (Day monday = from + -weekday(from); monday < to; monday = monday + 7) {
            const int first = std::max(monday.number, from.number);
            const int end = std::min(monday.number + 7, to.number);
            mondays.push_back(monday);
            weights.push_back(end - first);
        }
        const std::vector<Money> parts = share(Money{*volume.needed}, weights);
        for (std::size_t w = 0; w < mondays.size(); ++w) {
            plan.weeks.push_back({mondays[w], volume.stage, parts[w].minor});
        }
    }
}

std::optional<StageIndex> mostHelpfulStep(const PlanBasis& basis, std::int64_t deals)
{
    const auto rates = ratesOf(basis);
    std::optional<StageIndex> best;
    std::int64_t fewest = 0;
    for (std::size_t i = 0; i < rates.size(); ++i) {
        if (!rates[i]) {
            return std::nullopt;
        }
        auto better = rates;
        better[i] = std::min(1.0, *rates[i] * 1.1);
        const auto top = climb(deals, better).front();
        if (!top) {
            return std::nullopt;
        }
        if (!best || *top < fewest) {
            best = basis.steps[i].from;
            fewest = *top;
        }
    }
    return best;
}

} // namespace

Result<SlaPlan> planBackwards(const PlanBasis& basis, const PlanGoal& goal,
                              const Simulation& simulation)
{
    if (goal.revenue.minor <= 0) {
        return fail(ErrorCode::BadInput, "The revenue goal", "it must be above 0");
    }
    if (!(goal.share > 0.0 && goal.share <= 1.0)) {
        return fail(ErrorCode::BadInput, "The share of the goal", "it is above 0 and at most 1");
    }
    if (goal.to <= goal.from) {
        return fail(ErrorCode::BadInput, "The goal's period", "it must end after it begins");
    }
    if (!basis.dealSize || basis.dealSize->minor <= 0) {
        return fail(ErrorCode::BadInput, "The deal size",
                    "no won deal in the history tells it; type one in");
    }
    SlaPlan plan;
    plan.goal = Money{std::llround(static_cast<double>(goal.revenue.minor) * goal.share)};
    const std::int64_t deals =
        up(static_cast<double>(plan.goal.minor) / static_cast<double>(basis.dealSize->minor));
    const auto volumes = climb(deals, ratesOf(basis));
    for (std::size_t i = 0; i < volumes.size(); ++i) {
        const StageIndex stage =
            i < basis.steps.size() ? basis.steps[i].from : basis.steps.back().to;
        plan.volumes.push_back({stage, volumes[i], {}, {}, {}});
    }
    simulateVolumes(basis, plan.goal, simulation, plan);
    spreadOverWeeks(basis, goal, plan);
    plan.chance = chanceAtPace(basis, goal, plan.goal, simulation);
    plan.mostHelpful = mostHelpfulStep(basis, deals);
    return plan;
}

} // namespace tandem

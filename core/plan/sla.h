// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/interval.h"
#include "core/base/random.h"
#include "core/facts/facts.h"

#include <optional>
#include <string>
#include <vector>

namespace tandem {

/// One step of the plan's chain with the rate it is planned with.
struct PlanStep {
    StageIndex from = 0, to = 0;
    std::optional<double> rate; ///< empty: nothing measured and nothing typed in
    bool measured = false;      ///< else assumed
    std::int64_t n = 0;         ///< of a measured rate: members that reached `from` …
    std::int64_t converted = 0; ///< … and of them those that reached `to`
    Interval interval;          ///< of a measured rate: 95 % Wilson; else low = high = rate
};

/// What a plan rests on: measured once from the facts, then changed by hand as often as one likes.
struct PlanBasis {
    std::vector<PlanStep> steps; ///< in the order of the funnel
    std::vector<std::optional<std::int64_t>>
        secondsToWin;              ///< by stage index: median from reaching it to the last stage
    std::optional<Money> dealSize; ///< mean of won deals, or typed in
    bool dealSizeMeasured = false;
    std::vector<std::int64_t> wonAmounts; ///< minor units, for the bootstrap; empty if typed in
    std::optional<double>
        weeklyPace; ///< entries a week into the first step's stage that has records
    StageIndex paceStage = 0;
};

/// A rate typed in instead of a measured one. Stages between the two leave the plan.
struct AssumedRate {
    std::string from, to;
    double rate = 0.0; ///< 0 < rate <= 1
};

struct BasisOptions {
    Period history; ///< whose cohort the rates come from
    Instant asOf = kEndOfTime;
    std::vector<AssumedRate> rates;
    std::optional<Money> dealSize; ///< typed in
};

/// Measures the chain from the first ranked stage to the last (metrics: "Reverse-engineered SLA").
/// The step out of a stage that is only counted comes from the audience counts of the history. A
/// step without history keeps an empty rate. NotFound for an unknown stage, BadInput for a rate
/// outside (0, 1] or a pair that runs against the funnel.
Result<PlanBasis> measureBasis(const Facts&, const BasisOptions&);

struct PlanGoal {
    Money revenue;
    double share = 1.0; ///< the part of it that this plan has to bring, 0 < share <= 1
    Day from, to;       ///< the wins fall into [from, to)
};

struct PlanVolume {
    StageIndex stage = 0;
    std::optional<std::int64_t> needed; ///< empty where a rate below it is unknown or 0
    std::optional<std::int64_t> p10, p50, p90;
};

/// How many leads must enter a stage in the week that begins on `week`.
struct PlanWeek {
    Day week; ///< a Monday
    StageIndex stage = 0;
    std::int64_t needed = 0;
};

struct SlaPlan {
    Money goal;                      ///< revenue × share
    std::vector<PlanVolume> volumes; ///< from the first stage of the chain to the last
    std::vector<PlanWeek> weeks;     ///< sums to `needed` for every stage
    std::optional<double>
        chance; ///< of reaching the goal at the present pace; empty without a pace
    std::optional<StageIndex>
        mostHelpful; ///< `from` of the step whose rate, a tenth better, saves most at the top
};

struct Simulation {
    int draws = 10'000;
    std::uint64_t seed = 1;
};

/// deals = ⌈goal / deal size⌉, then upward ⌈n / rate⌉; each stage due earlier by its median time to
/// win; P10, P50 and P90 with rates from Beta(converted + 1, not converted + 1) and the deal size
/// by bootstrap (Efron 1979); typed-in figures are taken as certain. BadInput for a goal, share or
/// period that is none, or where no deal size is known.
Result<SlaPlan> planBackwards(const PlanBasis&, const PlanGoal&, const Simulation& simulation = {});

} // namespace tandem

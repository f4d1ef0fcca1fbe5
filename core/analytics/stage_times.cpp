// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/stage_times.h"

#include "core/analytics/cohort.h"

namespace tandem {

Result<std::vector<StageTime>> stageTimes(const Facts& facts, const Query& query,
                                          const FunnelOptions& options)
{
    const Result<Cohort> cohort = cohortOf(facts, query, options);
    if (!cohort) {
        return fail(cohort.error());
    }
    const auto steps = stepsOf(facts, *cohort, options);
    if (!steps) {
        return fail(steps.error());
    }
    std::vector<StageTime> times;
    for (StepCount& step : countSteps(*cohort, query.asOf, *steps, options.withinDays)) {
        times.push_back({step.from, step.to, kaplanMeier(std::move(step.lifetimes)), step.leftOut});
    }
    return times;
}

} // namespace tandem

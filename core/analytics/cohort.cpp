// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/cohort.h"

#include <algorithm>

namespace tandem {
namespace {

/// a - b; the widest span if as_of is the end of time.
std::int64_t elapsed(std::int64_t from, Instant to)
{
    return to == kEndOfTime ? kNever : to.seconds - from;
}

} // namespace

Result<Cohort> cohortOf(const Facts& facts, const Query& query, const FunnelOptions& options)
{
    Cohort cohort;
    if (facts.rankedStages() == 0) {
        return fail(ErrorCode::NotFound, "stages", "the workbook has no stages with a rank");
    }
    cohort.stage = facts.firstRecordStage();
    if (options.cohortStage) {
        const Result<StageIndex> stage = rankedStageByName(facts, *options.cohortStage);
        if (!stage) {
            return fail(stage.error());
        }
        cohort.stage = *stage;
    }
    cohort.reaches = reaches(facts, query.asOf);
    const Result<Selection> selected = select(facts, query.where, query.asOf, &cohort.reaches);
    if (!selected) {
        return fail(selected.error());
    }
    const bool everybody = query.period.isAll();
    for (LeadRow row = 0; row < facts.leadCount(); ++row) {
        const std::int64_t at = cohort.reaches(row, cohort.stage);
        if (at == kNever || !(*selected)[row]) {
            continue;
        }
        if (everybody) {
            cohort.members.push_back(row);
        } else if (at == kUndated.seconds) {
            ++cohort.undated;
        } else if (query.period.contains({at})) {
            cohort.members.push_back(row);
        }
    }
    return cohort;
}

std::vector<StageIndex> shownStages(const Facts& facts, const Cohort& cohort)
{
    std::vector<StageIndex> stages;
    for (StageIndex stage = cohort.stage; stage < cohort.reaches.ranked; ++stage) {
        const bool shown =
            !facts.stages[stage].retired || std::ranges::any_of(cohort.members, [&](LeadRow row) {
                return cohort.reaches.hasEntered(row, stage);
            });
        if (shown) {
            stages.push_back(stage);
        }
    }
    return stages;
}

Result<std::vector<std::pair<StageIndex, StageIndex>>>
stepsOf(const Facts& facts, const Cohort& cohort, const FunnelOptions& options)
{
    std::vector<std::pair<StageIndex, StageIndex>> steps;
    for (const auto& [fromName, toName] : options.steps) {
        const Result<StageIndex> from = rankedStageByName(facts, fromName);
        if (!from) {
            return fail(from.error());
        }
        const Result<StageIndex> to = rankedStageByName(facts, toName);
        if (!to) {
            return fail(to.error());
        }
        if (*from >= *to) {
            return fail(ErrorCode::BadInput, "step '" + fromName + ":" + toName + "'",
                        "a step leads from a stage to a later one");
        }
        steps.emplace_back(*from, *to);
    }
    if (options.steps.empty()) {
        const std::vector<StageIndex> shown = shownStages(facts, cohort);
        for (std::size_t i = 1; i < shown.size(); ++i) {
            steps.emplace_back(shown[i - 1], shown[i]);
        }
    }
    return steps;
}

bool isConverted(std::int64_t reachedFrom, std::int64_t reachedTo,
                 const std::optional<int>& withinDays)
{
    if (reachedFrom == kNever || reachedTo == kNever) {
        return false;
    }
    if (!withinDays) {
        return true;
    }
    return reachedFrom != kUndated.seconds && reachedTo != kUndated.seconds &&
           reachedTo - reachedFrom <= *withinDays * kSecondsPerDay;
}

std::vector<StepCount> countSteps(const Cohort& cohort, Instant asOf,
                                  const std::vector<std::pair<StageIndex, StageIndex>>& steps,
                                  const std::optional<int>& withinDays)
{
    std::vector<StepCount> counts(steps.size());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        counts[i].from = steps[i].first;
        counts[i].to = steps[i].second;
    }
    const StageIndex ranked = cohort.reaches.ranked;
    for (const LeadRow row : cohort.members) {
        const std::int64_t* const reach =
            &cohort.reaches.at[static_cast<std::size_t>(row) * ranked];
        const std::int64_t ended = cohort.reaches.ended[row];
        for (StepCount& step : counts) {
            const std::int64_t start = reach[step.from];
            if (start == kNever) {
                continue;
            }
            const std::int64_t end = reach[step.to];
            const bool arrived = end != kNever;
            ++step.n;
            step.converted += isConverted(start, end, withinDays) ? 1 : 0;
            step.open += !arrived && ended == kNever ? 1 : 0;
            step.latest = std::max(step.latest, start);
            const std::int64_t last = arrived ? end : ended;
            if (start == kUndated.seconds || last == kUndated.seconds) {
                ++step.leftOut;
            } else if (last == kNever) {
                step.lifetimes.emplace_back(elapsed(start, asOf), false);
            } else {
                step.lifetimes.emplace_back(last - start, arrived);
            }
        }
    }
    return counts;
}

} // namespace tandem

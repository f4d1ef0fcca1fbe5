// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/funnel.h"

#include "core/analytics/cohort.h"
#include "core/analytics/history.h"

#include <algorithm>

namespace tandem {
namespace {

std::vector<CohortStage> countStages(const Cohort& cohort, const std::vector<StageIndex>& shown)
{
    std::vector<CohortStage> counts(shown.size());
    for (std::size_t i = 0; i < shown.size(); ++i) {
        counts[i].stage = shown[i];
    }
    for (const LeadRow row : cohort.members) {
        for (CohortStage& count : counts) {
            if (cohort.reaches(row, count.stage) == kNever) {
                break; // nor any later one
            }
            ++count.reached;
            count.implied += cohort.reaches.hasEntered(row, count.stage) ? 0 : 1;
        }
    }
    return counts;
}

/// metrics: "still maturing while the cohort's youngest members are younger than its median time".
/// The youngest is the one that reached the step's first stage last. Where the median is not
/// reached, that holds as long as somebody may still convert; and never once W days have passed for
/// all.
bool isMaturing(const StepCount& count, const Quartiles& time, Instant asOf,
                const std::optional<int>& withinDays)
{
    if (count.latest == kUndated.seconds || asOf == kEndOfTime) {
        return false;
    }
    const std::int64_t age = asOf.seconds - count.latest;
    if (withinDays && age >= *withinDays * kSecondsPerDay) {
        return false;
    }
    return time.median ? age < *time.median : count.open > 0;
}

CohortStep stepOf(StepCount count, Instant asOf, const std::optional<int>& withinDays)
{
    CohortStep step;
    step.from = count.from;
    step.to = count.to;
    step.n = count.n;
    step.converted = count.converted;
    if (step.n > 0) {
        step.rate = static_cast<double>(step.converted) / static_cast<double>(step.n);
    }
    step.interval = wilson(step.converted, step.n);
    step.time = kaplanMeier(std::move(count.lifetimes));
    step.maturing = isMaturing(count, step.time, asOf, withinDays);
    return step;
}

/// The period of equal length directly before, in whole local days where the period is made of
/// whole local days, so that a change of the clocks between them does not shift it.
Period periodBefore(const TimeZone& zone, Instant from, Instant to)
{
    const Day first = zone.dayOf(from);
    const Day end = zone.dayOf(to);
    if (zone.startOf(first) == from && zone.startOf(end) == to) {
        return {zone.startOf(first + (first - end)), from};
    }
    return {Instant{from.seconds - (to.seconds - from.seconds)}, from};
}

} // namespace

Result<CohortFunnel> cohortFunnel(const Facts& facts, const Query& query,
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
    CohortFunnel funnel;
    funnel.period = query.period;
    funnel.asOf = query.asOf;
    funnel.cohortStage = cohort->stage;
    funnel.cohortSize = static_cast<std::int64_t>(cohort->members.size());
    funnel.undated = cohort->undated;
    funnel.stages = countStages(*cohort, shownStages(facts, *cohort));
    for (StepCount& count : countSteps(*cohort, query.asOf, *steps, options.withinDays)) {
        funnel.steps.push_back(stepOf(std::move(count), query.asOf, options.withinDays));
    }
    return funnel;
}

Result<std::vector<StepChange>> funnelChange(const Facts& facts, const Query& query,
                                             const FunnelOptions& options)
{
    if (!query.period.from || !query.period.to || *query.period.from >= *query.period.to) {
        return std::vector<StepChange>{};
    }
    const Instant from = *query.period.from;
    const Instant to = *query.period.to;
    const Result<CohortFunnel> now = cohortFunnel(facts, query, options);
    if (!now) {
        return fail(now.error());
    }
    Query earlier = query;
    earlier.period = periodBefore(facts.timeZone, from, to);
    if (query.asOf != kEndOfTime) {
        earlier.asOf = Instant{from.seconds + (query.asOf.seconds - to.seconds)};
    }
    FunnelOptions sameSteps = options;
    sameSteps.steps.clear();
    for (const CohortStep& step : now->steps) {
        sameSteps.steps.emplace_back(facts.stages[step.from].name, facts.stages[step.to].name);
    }
    const Result<CohortFunnel> before = cohortFunnel(facts, earlier, sameSteps);
    if (!before) {
        return fail(before.error());
    }
    std::vector<StepChange> changes;
    for (std::size_t i = 0; i < now->steps.size(); ++i) {
        const CohortStep& step = now->steps[i];
        const CohortStep& old = before->steps[i];
        StepChange change;
        change.from = step.from;
        change.to = step.to;
        change.before = old.rate;
        change.timeBefore = old.time;
        if (step.rate && old.rate) {
            change.difference = *step.rate - *old.rate;
            change.p = twoProportionP(step.converted, step.n, old.converted, old.n);
            change.beyondChance = change.p < 0.05;
        }
        changes.push_back(change);
    }
    return changes;
}

Result<std::vector<StageCount>> snapshotFunnel(const Facts& facts, const Query& query)
{
    const Reaches reach = reaches(facts, query.asOf);
    const Result<Selection> selected = select(facts, query.where, query.asOf, &reach);
    if (!selected) {
        return fail(selected.error());
    }
    std::vector<std::int64_t> leads(256, 0);
    for (LeadRow row = 0; row < facts.leadCount(); ++row) {
        leads[reach.current[row]] += (*selected)[row] ? 1 : 0;
    }
    std::vector<StageCount> counts;
    for (std::size_t stage = 0; stage < facts.stages.size(); ++stage) {
        const StageFact& fact = facts.stages[stage];
        if ((fact.hasRecords && !fact.retired) || leads[stage] > 0) {
            counts.push_back({static_cast<StageIndex>(stage), leads[stage]});
        }
    }
    return counts;
}

Result<Flow> flowFunnel(const Facts& facts, const Query& query)
{
    const Result<Selection> selected = select(facts, query.where, query.asOf);
    if (!selected) {
        return fail(selected.error());
    }
    const StageIndex first = facts.firstRecordStage();
    const bool everything = query.period.isAll();
    std::vector<std::int64_t> entries(256, 0);
    Flow flow;
    for (LeadRow row = 0; row < facts.leadCount(); ++row) {
        if (!(*selected)[row] || !existsAt(facts, row, query.asOf)) {
            continue;
        }
        forEachEntry(facts, row, query.asOf, first, [&](std::int64_t at, StageIndex stage) {
            if (everything) {
                ++entries[stage];
            } else if (at == kUndated.seconds) {
                ++flow.undated;
            } else if (query.period.contains({at})) {
                ++entries[stage];
            }
        });
    }
    for (std::size_t stage = 0; stage < facts.stages.size(); ++stage) {
        const StageFact& fact = facts.stages[stage];
        if ((fact.hasRecords && !fact.retired) || entries[stage] > 0) {
            flow.stages.push_back({static_cast<StageIndex>(stage), entries[stage]});
        }
    }
    return flow;
}

Result<std::vector<LeadRow>> cohortMembers(const Facts& facts, const Query& query,
                                           const FunnelOptions& options, StageIndex stage,
                                           std::optional<StageIndex> next,
                                           std::optional<bool> reachedNext)
{
    Result<Cohort> cohort = cohortOf(facts, query, options);
    if (!cohort) {
        return fail(cohort.error());
    }
    if (stage >= cohort->reaches.ranked || (next && *next >= cohort->reaches.ranked)) {
        return fail(ErrorCode::BadInput, "stage", "only stages with a rank have members");
    }
    std::vector<LeadRow> rows = std::move(cohort->members);
    std::erase_if(rows, [&](LeadRow row) {
        if (cohort->reaches(row, stage) == kNever) {
            return true;
        }
        return next && reachedNext &&
               isConverted(cohort->reaches(row, stage), cohort->reaches(row, *next),
                           options.withinDays) != *reachedNext;
    });
    return rows;
}

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/funnel/measured.h"

#include "core/analytics/cohort.h"

#include <algorithm>

namespace tandem::ui {

namespace {

StageIndex goalOf(const Facts& facts)
{
    if (const auto named = facts.stageNamed("Opportunity")) {
        return *named;
    }
    return static_cast<StageIndex>(std::max(0, facts.rankedStages() - 2));
}

std::vector<std::vector<Standing>> standingOf(const Facts& facts, const Query& query,
                                              const CohortFunnel& funnel)
{
    std::vector<std::vector<Standing>> all(funnel.stages.size());
    const auto cohort = cohortOf(facts, query, {});
    if (!cohort) {
        return all;
    }
    for (std::size_t i = 0; i + 1 < funnel.stages.size(); ++i) {
        std::vector<std::int64_t> counts(facts.stages.size());
        for (const LeadRow row : cohort->members) {
            if (cohort->reaches(row, funnel.stages[i].stage) != kNever &&
                cohort->reaches(row, funnel.stages[i + 1].stage) == kNever &&
                cohort->reaches.current[row] < counts.size()) {
                ++counts[cohort->reaches.current[row]];
            }
        }
        for (StageIndex stage = 0; stage < counts.size(); ++stage) {
            if (counts[stage] > 0) {
                all[i].push_back({stage, counts[stage]});
            }
        }
        std::stable_sort(all[i].begin(), all[i].end(),
                         [](const Standing& a, const Standing& b) { return a.leads > b.leads; });
    }
    return all;
}

std::int64_t visitorsIn(const Facts& facts, const DayRange& days)
{
    std::int64_t sum = 0;
    for (const AudienceCount& count : facts.audience) {
        const bool inside =
            (!days.from || *days.from <= count.day) && (!days.to || count.day < *days.to);
        if (inside && count.measure == AudienceMeasure::Visitors) {
            sum += count.value;
        }
    }
    return sum;
}

/// A week that the period or as_of cuts would look like a fall.
void keepFullWeeks(std::vector<WeekReach>& weeks, const FunnelQuestion& question,
                   const TimeZone& zone)
{
    const Day today = zone.dayOf(question.query.asOf);
    std::erase_if(weeks, [&](const WeekReach& week) {
        const Day next = week.monday + 7;
        return (question.days.from && week.monday < *question.days.from) ||
               (question.days.to && *question.days.to < next) || today < next;
    });
}

} // namespace

Result<FunnelFigures> measureFunnel(const Facts& facts, const FunnelQuestion& question)
{
    const Query& query = question.query;
    FunnelFigures figures;
    figures.question = question;
    figures.stages = facts.stages;
    figures.asOf = query.asOf;
    figures.zone = facts.timeZone;
    figures.goal = goalOf(facts);
    figures.allLeads = static_cast<std::int64_t>(facts.leadCount());

    const auto selected = select(facts, query.where, query.asOf);
    if (!selected) {
        return fail(selected.error());
    }
    figures.selectedLeads = static_cast<std::int64_t>(selected->count(facts));
    if (facts.leadCount() == 0) {
        return figures;
    }

    auto cohort = cohortFunnel(facts, query);
    auto changes = funnelChange(facts, query);
    auto times = stageTimes(facts, query);
    auto touches = touchFigures(facts, query);
    auto weeks = weeklyReach(facts, query);
    if (!cohort || !changes || !times || !touches || !weeks) {
        return fail(!cohort    ? cohort.error()
                    : !changes ? changes.error()
                    : !times   ? times.error()
                    : !touches ? touches.error()
                               : weeks.error());
    }
    if (question.view == FunnelView::Snapshot) {
        auto counts = snapshotFunnel(facts, query);
        if (!counts) {
            return fail(counts.error());
        }
        figures.counts = std::move(*counts);
    } else if (question.view == FunnelView::Flow) {
        auto flow = flowFunnel(facts, query);
        if (!flow) {
            return fail(flow.error());
        }
        figures.counts = std::move(flow->stages);
    }
    figures.cohort = std::move(*cohort);
    figures.changes = std::move(*changes);
    figures.times = std::move(*times);
    figures.touches = std::move(*touches);
    figures.weeks = std::move(*weeks);
    keepFullWeeks(figures.weeks, question, facts.timeZone);
    figures.notYet = standingOf(facts, query, figures.cohort);
    if (query.where.empty()) {
        figures.visitors = visitorsIn(facts, question.days); // visitors have no fields to filter by
    }
    return figures;
}

} // namespace tandem::ui

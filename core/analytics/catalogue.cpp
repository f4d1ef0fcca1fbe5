// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/catalogue.h"

#include <algorithm>

namespace tandem {
namespace {

constexpr Measure kMeasures[]{
    {"funnel.cohort", "Cohort",
     "The leads that reached the cohort stage (normally the first stage that keeps records) within "
     "the period. Without a period it is everybody, also leads of which no date is known; with "
     "one, "
     "those are left out and their number is given.",
     "leads"},
    {"funnel.reached", "Reached",
     "Members of the cohort that entered the stage or any later one up to the as-of instant. "
     "Whoever "
     "skips a stage has reached it; moving back takes nothing away.",
     "leads"},
    {"funnel.implied", "Implied",
     "Of those that reached the stage, the members without an entry of their own into it: they are "
     "counted because they entered a later stage.",
     "leads"},
    {"funnel.rate", "Step rate",
     "Of the members that reached the step's first stage, the share that also reached its second "
     "up "
     "to the as-of instant; with a limit, within that many days of reaching the first.",
     "share"},
    {"funnel.interval", "95 % interval of a rate",
     "The Wilson score interval: rates in this range are compatible with the leads counted. Few "
     "leads "
     "make it wide.",
     "share"},
    {"funnel.maturing", "Still maturing",
     "The member that reached the step's first stage last has had less time than half of the "
     "members "
     "take for the step, so the rate can still rise noticeably.",
     ""},
    {"funnel.change", "Change against the previous period",
     "The step's rate minus that of the cohort of the equally long period directly before, looked "
     "at "
     "when it was equally old. Called a change only if a two-proportion test finds it beyond "
     "chance "
     "at 5 %.",
     "share"},
    {"funnel.snapshot", "Standing in a stage",
     "Leads whose latest stage change up to the as-of instant led into the stage or side state, "
     "dated "
     "or not. A lead of which nothing tells the stage stands in the first that keeps records.",
     "leads"},
    {"funnel.flow", "Entries into a stage",
     "How often a lead came into the stage from another one during the period, whatever its "
     "cohort; "
     "being created is an entry into the first stage that keeps records. Ratios of flows are no "
     "conversion rates.",
     "entries"},
    {"stage.time", "Time in stage",
     "The median time from reaching one stage to reaching the next, estimated by Kaplan and Meier "
     "over "
     "the cohort: leads that have not got there count as still waiting at the as-of instant, and "
     "lost "
     "or disqualified ones until they became so. Not reached where fewer than half ever get there.",
     "seconds"},
    {"touches.per_lead", "Touch points per lead",
     "Touches of both teams, in both directions, of every selected lead, also of those without "
     "any; "
     "with a period, the touches within it.",
     "touches"},
    {"touches.to_opportunity", "Touches to opportunity",
     "Touches up to the instant at which the lead reached Opportunity, over the leads that reached "
     "it "
     "(with a period: within it). Touches and leads without a date are left out and counted.",
     "touches"},
    {"touches.conversion", "Conversion by touches",
     "Of the leads with at least that many touches, the share that reached Opportunity.", "share"},
    {"touches.weekly", "Leads reached per week",
     "Different leads with at least one touch of the team in the week, in either direction.",
     "leads"},
    {"responses.touches", "Responses",
     "Inbound touches by campaign, channel and outcome, and how many different leads they came "
     "from.",
     "touches"},
};

} // namespace

std::span<const Measure> catalogue()
{
    return kMeasures;
}

const Measure* measure(std::string_view id)
{
    const auto* found = std::ranges::find(kMeasures, id, &Measure::id);
    return found == std::end(kMeasures) ? nullptr : found;
}

} // namespace tandem

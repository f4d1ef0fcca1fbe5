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
    {"return.credit", "Credited revenue",
     "The part of the revenue of won deals that the chosen model gives to the campaign. A deal's "
     "path is "
     "its lead's touches with a campaign in the look-back window before the win; credits and the "
     "deals without a path sum to the revenue to the cent.",
     "money"},
    {"return.conversions", "Credited deals",
     "Won deals in the same shares in which their revenue is credited.", "deals"},
    {"return.cost", "Cost",
     "Actual cost entries of the campaign up to the as-of instant (with a period: within it), "
     "never "
     "the budget.",
     "money"},
    {"return.roi", "Return on investment",
     "Credited revenue minus cost, divided by cost. Not given for a campaign without cost.",
     "share"},
    {"return.payback", "Payback",
     "The first month by whose end the credited revenue since the campaign began has made up for "
     "its "
     "cost.",
     "month"},
    {"return.influence", "Open influence",
     "Open deals, and their amount, whose lead has at least one touch of the campaign. A deal "
     "counts "
     "for every campaign that touched its lead.",
     "deals"},
    {"pipeline.open", "Open pipeline",
     "The amounts of all deals that are open at the as-of instant.", "money"},
    {"pipeline.weighted", "Weighted pipeline",
     "The open amounts, each times its own probability or else the share won of the deals that "
     "closed "
     "in the same stage (of all closed deals, where fewer than 20 did).",
     "money"},
    {"pipeline.win_rate", "Win rate",
     "Deals won in the period, divided by deals won or lost in it.", "share"},
    {"pipeline.cycle", "Days to win",
     "The median of the calendar days from opening to winning, over the deals won in the period.",
     "days"},
    {"pipeline.velocity", "Velocity",
     "Open deals times the average won amount times the win rate, divided by the median days to "
     "win: "
     "revenue that the pipeline yields in a day.",
     "money"},
    {"pipeline.slipped", "Slipped",
     "Open deals that were expected to close before the day of the as-of instant.", "deals"},
    {"pipeline.bridge", "Change of the pipeline",
     "Open amount then, plus new and grown deals, minus shrunk, won and lost ones: the open amount "
     "now, to the cent.",
     "money"},
    {"traits.lift", "Lift",
     "The share of leads with this value that reached the goal, divided by that of all leads. "
     "Groups "
     "of fewer than 20 leads are too few to say. Marked where Fisher's exact test holds after "
     "correcting for the number of groups looked at (Benjamini and Hochberg, 5 %).",
     "ratio"},
    {"pressure.over_cap", "Contacted too often",
     "Leads with more outbound touches of both teams than the cap allows in some rolling window "
     "(normally more than 3 in 7 days or 8 in 30).",
     "leads"},
    {"pressure.collisions", "Collisions",
     "Leads that both teams contacted within two days of each other.", "leads"},
    {"pressure.dormant", "Dormant customers",
     "Customers without a touch or a deal for 180 days. Each has an owner for the next contact, or "
     "is "
     "nobody's.",
     "leads"},
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

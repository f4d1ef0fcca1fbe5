// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tandemctl/keys/parts.h"

#include <array>

namespace tandem::ctl {
namespace {

constexpr std::array kCohort = std::to_array<Key>({
    {"view", Shown::Text, "cohort"},
    kFrom,
    kTo,
    kAsOf,
    {"cohort_stage", Shown::Text, "the stage whose reaching makes the cohort"},
    {"cohort_size", Shown::Count, "leads in the cohort"},
    {"within_days", Shown::Count, "a step counts only within so many days; null: no limit"},
    {"stages", Shown::Group, "the stages from the cohort stage on"},
    {"stages[].stage", Shown::Text, "name"},
    {"stages[].reached", Shown::Count, "members that entered it or a later stage"},
    {"stages[].implied", Shown::Count, "of them those without an entry of their own into it"},
    {"steps", Shown::Group, "neighbouring stages, or those of --steps"},
    {"steps[].from", Shown::Text, "the step's first stage"},
    {"steps[].to", Shown::Text, "the step's second stage"},
    {"steps[].n", Shown::Count, "members that reached the first"},
    {"steps[].converted", Shown::Count, "of them those that reached the second"},
    {"steps[].rate", Shown::Share, "converted / n; null for n = 0"},
    {"steps[].low", Shown::Share, "lower end of the 95 % Wilson interval"},
    {"steps[].high", Shown::Share, "upper end of it"},
    {"steps[].median_days", Shown::Days, "Kaplan-Meier median; null: not reached by half"},
    {"steps[].maturing", Shown::YesNo, "the youngest members had less time than the median"},
    {"changes", Shown::Group, "against the previous period of equal length, cut at equal age"},
    {"changes[].from", Shown::Text, "the step's first stage"},
    {"changes[].to", Shown::Text, "the step's second stage"},
    {"changes[].before", Shown::Share, "the rate then"},
    {"changes[].difference", Shown::Points, "rate now minus rate then"},
    {"changes[].p", Shown::Chance, "two-sided p of the two-proportion test"},
    {"changes[].beyond_chance", Shown::YesNo, "p below 0.05"},
    {"changes[].median_days_before", Shown::Days, "the median then"},
    {"left_out", Shown::Group, "what could not be counted"},
    {"left_out.undated", Shown::Count, "leads without a date of reaching the cohort stage"},
});

constexpr std::array kSnapshot = std::to_array<Key>({
    {"view", Shown::Text, "snapshot"},
    kAsOf,
    {"stages", Shown::Group, "all stages, side states too"},
    {"stages[].stage", Shown::Text, "name"},
    {"stages[].leads", Shown::Count, "leads that stand in it"},
});

constexpr std::array kFlow = std::to_array<Key>({
    {"view", Shown::Text, "flow"},
    kFrom,
    kTo,
    kAsOf,
    {"stages", Shown::Group, "all stages, side states too"},
    {"stages[].stage", Shown::Text, "name"},
    {"stages[].entries", Shown::Count, "entries into it during the period"},
    {"left_out", Shown::Group, "what could not be counted"},
    {"left_out.undated", Shown::Count, "entries without a date"},
});

constexpr std::array kStageTimes = std::to_array<Key>({
    kFrom,
    kTo,
    kAsOf,
    {"steps", Shown::Group, "neighbouring stages, or those of --steps"},
    {"steps[].from", Shown::Text, "the step's first stage"},
    {"steps[].to", Shown::Text, "the step's second stage"},
    {"steps[].n", Shown::Count, "leads that were watched"},
    {"steps[].reached", Shown::Count, "of them those that reached the second stage"},
    {"steps[].median_days", Shown::Days, "Kaplan-Meier median; null: not reached by half"},
    {"steps[].q1_days", Shown::Days, "by then a quarter has reached it"},
    {"steps[].q3_days", Shown::Days, "by then three quarters have"},
    {"steps[].left_out", Shown::Count, "leads without a date on either side"},
});

constexpr std::array kTouches = std::to_array<Key>({
    kFrom,
    kTo,
    kAsOf,
    {"leads", Shown::Count, "leads looked at, also those without a touch"},
    {"touches", Shown::Count, "their touches"},
    {"mean", Shown::Number, "touches per lead"},
    {"median", Shown::Number, "touches per lead"},
    {"histogram", Shown::Group, "leads by number of touches"},
    {"histogram[].touches", Shown::Count, "number of touches; 20 stands for 20 and more"},
    {"histogram[].leads", Shown::Count, "leads with that many"},
    {"to_opportunity", Shown::Group, "touches up to reaching Opportunity"},
    {"to_opportunity.leads", Shown::Count, "leads that reached it"},
    {"to_opportunity.mean", Shown::Number, "touches until then"},
    {"to_opportunity.median", Shown::Number, "touches until then"},
    {"to_opportunity.quartiles", Shown::Number, "first and third quartile"},
    {"to_opportunity.histogram", Shown::Group, "those leads by number of touches until then"},
    {"to_opportunity.histogram[].touches", Shown::Count, "number of touches; 20: 20 and more"},
    {"to_opportunity.histogram[].leads", Shown::Count, "leads with that many"},
    {"conversion_by_touches", Shown::Group, "the chance of an opportunity by touches"},
    {"conversion_by_touches[].at_least", Shown::Count, "this many touches or more"},
    {"conversion_by_touches[].leads", Shown::Count, "leads with so many"},
    {"conversion_by_touches[].converted", Shown::Count, "of them those that reached Opportunity"},
    {"conversion_by_touches[].rate", Shown::Share, "converted / leads; null without leads"},
    {"conversion_by_touches[].low", Shown::Share, "lower end of the 95 % Wilson interval"},
    {"conversion_by_touches[].high", Shown::Share, "upper end of it"},
    {"left_out", Shown::Group, "what could not be counted"},
    {"left_out.undated", Shown::Count, "touches without a date"},
});

constexpr std::array kResponses = std::to_array<Key>({
    kFrom,
    kTo,
    kAsOf,
    {"responses", Shown::Group, "inbound touches by campaign, channel and outcome"},
    {"responses[].campaign", Shown::Text, "name; null: none"},
    {"responses[].key", Shown::Text, "the campaign's key; two may share a name"},
    {"responses[].channel", Shown::Text, "channel"},
    {"responses[].outcome", Shown::Text, "what the person did"},
    {"responses[].touches", Shown::Count, "inbound touches"},
    {"responses[].leads", Shown::Count, "different leads"},
    {"responses[].first", Shown::Text, "the earliest of them"},
    {"responses[].last", Shown::Text, "the latest of them"},
});

constexpr std::array kDocuments = std::to_array<DocumentKeys>({
    {"report funnel cohort", "tandemctl report FILE funnel", kCohort},
    {"report funnel snapshot", "tandemctl report FILE funnel --view snapshot", kSnapshot},
    {"report funnel flow", "tandemctl report FILE funnel --view flow", kFlow},
    {"report stage-times", "tandemctl report FILE stage-times", kStageTimes},
    {"report touches", "tandemctl report FILE touches", kTouches},
    {"report responses", "tandemctl report FILE responses", kResponses},
});

} // namespace

std::span<const DocumentKeys> funnelKeys()
{
    return kDocuments;
}

} // namespace tandem::ctl

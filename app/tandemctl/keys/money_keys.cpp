// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tandemctl/keys/parts.h"

#include <array>

namespace tandem::ctl {
namespace {

constexpr std::array kReturn = std::to_array<Key>({
    {"model", Shown::Text, "first, last, linear, u, w, decay, markov or recorded"},
    {"currency", Shown::Text, "of all amounts"},
    kFrom,
    kTo,
    kAsOf,
    {"lookback_days", Shown::Count, "how long before the win a touch still counts"},
    {"campaigns", Shown::Group, "all campaigns of the workbook"},
    {"campaigns[].key", Shown::Text, "the campaign's key; two may share a name"},
    {"campaigns[].campaign", Shown::Text, "name"},
    {"campaigns[].cost", Shown::Money, "actual cost entries"},
    {"campaigns[].credit", Shown::Money, "its share of the revenue"},
    {"campaigns[].conversions", Shown::Number, "its share of the won deals"},
    {"campaigns[].roi", Shown::Number, "(credit - cost) / cost; null without cost"},
    {"campaigns[].payback_month", Shown::Text, "first in which credit made up for the cost so far"},
    {"campaigns[].open_deals", Shown::Count, "open deals whose lead it touched"},
    {"campaigns[].open_amount", Shown::Money, "their amount"},
    {"campaigns[].months", Shown::Group, "month by month, without gaps"},
    {"campaigns[].months[].month", Shown::Text, "YYYY-MM"},
    {"campaigns[].months[].cost", Shown::Money, "cost of the month"},
    {"campaigns[].months[].credit", Shown::Money, "credit of the month"},
    {"no_campaign", Shown::Group, "deals without a path, costs without a campaign"},
    {"no_campaign.credit", Shown::Money, "revenue that no campaign is credited with"},
    {"no_campaign.conversions", Shown::Number, "deals that no campaign is credited with"},
    {"no_campaign.cost", Shown::Money, "costs without a campaign"},
    {"total_revenue", Shown::Money, "won; all credits sum to it exactly"},
    {"deals", Shown::Count, "deals won"},
    {"touches", Shown::Count, "touches on their paths"},
    {"left_out", Shown::Group, "what could not be counted"},
    {"left_out.undated", Shown::Count, "deals won at an unknown time"},
    {"left_out.undated_touches", Shown::Count, "touches without a date, so on no path"},
});

constexpr std::array kPipeline = std::to_array<Key>({
    {"currency", Shown::Text, "of all amounts"},
    kFrom,
    kTo,
    kAsOf,
    {"open", Shown::Group, "deals open at as_of"},
    {"open.deals", Shown::Count, "number"},
    {"open.amount", Shown::Money, "their amount"},
    {"open.weighted", Shown::Money, "amount times the chance of winning"},
    {"won", Shown::Group, "deals won in the period"},
    {"won.deals", Shown::Count, "number"},
    {"won.amount", Shown::Money, "their amount"},
    {"lost", Shown::Group, "deals lost in the period"},
    {"lost.deals", Shown::Count, "number"},
    {"lost.amount", Shown::Money, "their amount"},
    {"slipped", Shown::Group, "open, though expected to close before as_of"},
    {"slipped.deals", Shown::Count, "number"},
    {"slipped.amount", Shown::Money, "their amount"},
    {"win_rate", Shown::Share, "won / (won + lost)"},
    {"average_won", Shown::Money, "mean amount of won deals"},
    {"median_days_to_win", Shown::Days, "from opening to winning"},
    {"velocity_per_day", Shown::Money, "open deals x average won x win rate / median days"},
    {"stages", Shown::Group, "open deals by the sales process's stage"},
    {"stages[].stage", Shown::Text, "name; null: none given"},
    {"stages[].deals", Shown::Count, "open deals in it"},
    {"stages[].amount", Shown::Money, "their amount"},
    {"stages[].weighted", Shown::Money, "amount times the chance of winning"},
    {"stages[].chance", Shown::Share, "of winning, for deals without an entry of their own"},
    {"stages[].measured_here", Shown::YesNo, "false: the chance is that of all closed deals"},
    {"by_owner", Shown::Group, "deals by who works on them"},
    {"by_owner[].owner", Shown::Text, "name; null: nobody"},
    {"by_owner[].open", Shown::Count, "open deals"},
    {"by_owner[].won", Shown::Count, "won deals"},
    {"by_owner[].lost", Shown::Count, "lost deals"},
    {"by_owner[].won_amount", Shown::Money, "amount of the won deals"},
    {"by_owner[].win_rate", Shown::Share, "won / (won + lost)"},
    {"months", Shown::Group, "month by month, without gaps"},
    {"months[].month", Shown::Text, "YYYY-MM"},
    {"months[].won", Shown::Count, "deals won"},
    {"months[].lost", Shown::Count, "deals lost"},
    {"months[].won_amount", Shown::Money, "amount of the won deals"},
    {"bridge", Shown::Group, "the open amount from --from to as_of; null without --from"},
    {"bridge.opening", Shown::Money, "open at the beginning"},
    {"bridge.added", Shown::Money, "deals opened since"},
    {"bridge.grown", Shown::Money, "amounts raised"},
    {"bridge.shrunk", Shown::Money, "amounts lowered"},
    {"bridge.won", Shown::Money, "won since"},
    {"bridge.lost", Shown::Money, "lost since"},
    {"bridge.closing", Shown::Money, "open at as_of"},
    {"left_out", Shown::Group, "what could not be counted"},
    {"left_out.undated", Shown::Count, "deals closed at an unknown time"},
    {"left_out.without_cycle", Shown::Count, "won deals without both dates"},
});

constexpr std::array kTraits = std::to_array<Key>({
    kFrom,
    kTo,
    kAsOf,
    {"to_stage", Shown::Text, "the stage that counts as converted; null: the last"},
    {"base", Shown::Group, "all leads looked at"},
    {"base.leads", Shown::Count, "number"},
    {"base.converted", Shown::Count, "of them those that converted"},
    {"base.rate", Shown::Share, "converted / leads"},
    {"traits", Shown::Group, "values of fields, the smallest p first"},
    {"traits[].field", Shown::Text, "the field"},
    {"traits[].value", Shown::Text, "the value; null: blank"},
    {"traits[].leads", Shown::Count, "leads with it"},
    {"traits[].converted", Shown::Count, "of them those that converted"},
    {"traits[].rate", Shown::Share, "converted / leads"},
    {"traits[].lift", Shown::Number, "rate / base rate"},
    {"traits[].low", Shown::Share, "lower end of the 95 % Wilson interval"},
    {"traits[].high", Shown::Share, "upper end of it"},
    {"traits[].p", Shown::Chance, "Fisher's exact test against all other leads"},
    {"traits[].significant", Shown::YesNo, "after Benjamini and Hochberg at 5 %"},
    {"too_few", Shown::Group, "values of fewer than 20 leads"},
    {"too_few[].field", Shown::Text, "the field"},
    {"too_few[].value", Shown::Text, "the value; null: blank"},
    {"too_few[].leads", Shown::Count, "leads with it"},
    {"too_few[].converted", Shown::Count, "of them those that converted"},
    {"not_categorical", Shown::Text, "fields with nearly as many values as leads; left out"},
});

constexpr std::array kPressure = std::to_array<Key>({
    kFrom,
    kTo,
    kAsOf,
    {"over_cap", Shown::Count, "leads contacted more than 3 times in 7 or 8 times in 30 days"},
    {"collisions", Shown::Count, "leads that both teams contacted within 2 days"},
    {"dormant", Shown::Group, "customers without touch or deal for 180 days"},
    {"dormant.owned", Shown::Count, "with an owner"},
    {"dormant.nobodys", Shown::Count, "without one"},
    {"leads", Shown::Group, "those over the cap, the furthest first"},
    {"leads[].lead", Shown::Text, "key, else # and a number"},
    {"leads[].name", Shown::Text, "name"},
    {"leads[].count", Shown::Count, "outbound touches in the window"},
    {"leads[].window_days", Shown::Count, "length of the window"},
    {"leads[].last", Shown::Text, "the last of these touches"},
    {"left_out", Shown::Group, "what could not be counted"},
    {"left_out.undated", Shown::Count, "outbound touches without a date"},
});

constexpr std::array kDocuments = std::to_array<DocumentKeys>({
    {"report return", "tandemctl report FILE return", kReturn},
    {"report pipeline", "tandemctl report FILE pipeline", kPipeline},
    {"report traits", "tandemctl report FILE traits", kTraits},
    {"report pressure", "tandemctl report FILE pressure", kPressure},
});

} // namespace

std::span<const DocumentKeys> moneyKeys()
{
    return kDocuments;
}

} // namespace tandem::ctl

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/facts_described.h"

#include "core/base/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace tandem::test {
namespace {

std::string at(std::int64_t seconds)
{
    return seconds == kUndated.seconds ? "?" : isoInstant({seconds});
}

template <class T, class Text>
std::string optional(const std::optional<T>& value, Text&& text)
{
    return value ? text(*value) : "-";
}

std::string campaign(const Facts& facts, Code code)
{
    return code == 0 ? "-" : std::to_string(facts.campaigns[code - 1].id.value);
}

void describeDefinitions(const Facts& facts, std::string& text)
{
    text += fmt::format("{} {}\n", facts.currency, facts.timeZone.name());
    for (const StageFact& stage : facts.stages) {
        text +=
            fmt::format("stage {} {} {} {} {} {} {}\n", stage.id.value, stage.name, stage.ranked,
                        stage.hasRecords, stage.endsTheLead, stage.retired, teamWord(stage.team));
    }
    for (const CampaignFact& one : facts.campaigns) {
        text += fmt::format("campaign {} {}|{}|{}|{}|{}|{}|{}|{}\n", one.id.value, one.key,
                            one.name, one.objective, one.channel, optional(one.starts, isoDay),
                            optional(one.ends, isoDay),
                            optional(one.budget, [](Money m) { return std::to_string(m.minor); }),
                            facts.column("persona")->dictionary.text(one.persona));
    }
    for (const AudienceCount& count : facts.audience) {
        text += fmt::format(
            "audience {} {} {} {} {}\n",
            optional(count.campaign, [](CampaignId id) { return std::to_string(id.value); }),
            count.channel, isoDay(count.day), audienceWord(count.measure), count.value);
    }
}

void describeLead(const Facts& facts, LeadRow row, std::string& text)
{
    text += fmt::format("lead {} {}", facts.leadIds[row].value, at(facts.leadCreated[row].seconds));
    for (const LeadColumn& column : facts.leadColumns) {
        text += fmt::format(" {}{}={}", column.name, column.custom ? "*" : "",
                            column.dictionary.text(column.codes[row]));
    }
    for (std::uint32_t i = facts.changeBegin[row]; i < facts.changeBegin[row + 1]; ++i) {
        text +=
            fmt::format(" [{}@{}]", facts.stages[facts.changeTo[i]].name, at(facts.changeAt[i]));
    }
    for (std::uint32_t i = facts.touchBegin[row]; i < facts.touchBegin[row + 1]; ++i) {
        text += fmt::format(
            " <{} {} {} {} {} {} {} {}>", at(facts.touchAt[i]),
            facts.channels.text(facts.touchChannel[i]), facts.outcomes.text(facts.touchOutcome[i]),
            campaign(facts, facts.touchCampaign[i]), facts.contents.text(facts.touchContent[i]),
            facts.persons.text(facts.touchPerson[i]), directionWord(facts.touchDirection[i]),
            teamWord(facts.touchTeam[i]));
    }
    text += '\n';
}

void describeMoney(const Facts& facts, std::string& text)
{
    const auto instant = [](Instant when) { return at(when.seconds); };
    for (const DealFact& deal : facts.deals) {
        text += fmt::format(
            "deal {} {}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}\n", deal.id.value, deal.key,
            deal.name,
            optional(deal.lead,
                     [&](LeadRow row) { return std::to_string(facts.leadIds[row].value); }),
            campaign(facts, deal.campaign),
            optional(deal.amount, [](Money m) { return std::to_string(m.minor); }),
            outcomeWord(deal.outcome), optional(deal.openedAt, instant),
            optional(deal.closedAt, instant), optional(deal.expectedClose, isoDay),
            optional(deal.probability, [](double p) { return fmt::format("{}", p); }), deal.stage,
            deal.owner, deal.product, deal.saleType, deal.lossReason, deal.company);
    }
    for (const CostFact& cost : facts.costs) {
        text += fmt::format("cost {} {} {} {}\n", campaign(facts, cost.campaign),
                            at(cost.at.seconds), cost.amount.minor, teamWord(cost.team));
    }
}

} // namespace

std::string described(const Facts& facts)
{
    std::string text;
    describeDefinitions(facts, text);
    for (LeadRow row = 0; row < facts.leadCount(); ++row) {
        describeLead(facts, row, text);
    }
    text += fmt::format("{} {} {} {}\n", facts.changeBegin.size(), facts.changeAt.size(),
                        facts.touchBegin.size(), facts.touchAt.size());
    describeMoney(facts, text);
    return text;
}

} // namespace tandem::test

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/evaluate.h"

#include <catch2/catch.hpp>

using namespace tandem;

namespace {

constexpr std::int64_t kDay = kSecondsPerDay;
constexpr Instant kNow{1'000 * kDay};

/// Three leads: Ada (search, MQL since day 990, won a deal), Ben (blank source, Contact, two
/// inbound webinars on days 980 and 999), Cem (partner, Lost on day 995 after MQL on day 900).
Facts threeLeads()
{
    Facts facts;
    const auto stage = [&](const char* name, bool ranked) {
        StageFact fact;
        fact.name = name;
        fact.ranked = ranked;
        facts.stages.push_back(fact);
    };
    stage("Contact", true);
    stage("MQL", true);
    stage("Customer", true);
    stage("Lost", false);
    facts.leadIds = {{1}, {2}, {3}};
    facts.leadCreated = {Instant{900 * kDay}, Instant{970 * kDay}, kUndated};
    LeadColumn source{"source", false, {}, {}};
    LeadColumn size{"Plant size", true, {}, {}};
    for (const char* text : {"search", "", "partner"}) {
        source.codes.push_back(source.dictionary.add(text));
    }
    for (const char* text : {"51-200", "400", ""}) {
        size.codes.push_back(size.dictionary.add(text));
    }
    facts.leadColumns = {source, size};
    facts.changeBegin = {0, 1, 1, 3};
    facts.changeAt = {990 * kDay, 900 * kDay, 995 * kDay};
    facts.changeTo = {1, 1, 3};
    facts.touchBegin = {0, 0, 2, 3};
    facts.touchAt = {980 * kDay, 999 * kDay, 1'001 * kDay};
    const Code webinar = facts.channels.add("webinar");
    const Code phone = facts.channels.add("phone");
    facts.touchChannel = {static_cast<std::uint16_t>(webinar), static_cast<std::uint16_t>(webinar),
                          static_cast<std::uint16_t>(phone)};
    facts.touchOutcome = {0, 0, 0};
    facts.touchCampaign = {1, 0, 0};
    facts.touchContent = {0, 0, 0};
    facts.touchPerson = {0, 0, 0};
    facts.touchDirection = {Direction::In, Direction::In, Direction::Out};
    facts.touchTeam = {Team::Marketing, Team::Marketing, Team::Sales};
    CampaignFact campaign;
    campaign.key = "C1";
    campaign.name = "Leak audit";
    facts.campaigns.push_back(campaign);
    DealFact deal;
    deal.lead = 0;
    deal.outcome = DealOutcome::Won;
    deal.closedAt = Instant{992 * kDay};
    facts.deals.push_back(deal);
    return facts;
}

std::string truths(const std::string& criteria)
{
    static const Facts facts = threeLeads();
    const auto criterion = criterionFromJson(R"({"version":1,"criteria":)" + criteria + "}");
    REQUIRE(criterion);
    const auto rule = Rule::compile(*criterion, facts, kNow);
    REQUIRE(rule);
    std::string text;
    for (const Truth truth : rule->all()) {
        text += "-?+"[static_cast<int>(truth)];
    }
    return text;
}

Error refusal(const std::string& criteria)
{
    const Facts facts = threeLeads();
    const auto criterion = criterionFromJson(R"({"version":1,"criteria":)" + criteria + "}");
    REQUIRE(criterion);
    const auto rule = Rule::compile(*criterion, facts, kNow);
    REQUIRE_FALSE(rule);
    return rule.error();
}

} // namespace

TEST_CASE("a field is met, not met or not known")
{
    CHECK(truths(R"({"field":"source","op":"is","value":"search"})") == "+?-");
    CHECK(truths(R"({"field":"source","op":"is not","value":"search"})") == "-?+");
    CHECK(truths(R"({"field":"source","op":"blank"})") == "-+-");
    CHECK(truths(R"({"field":"Plant size","op":"at least","value":200})") == "?+?");
}

TEST_CASE("all, any and not follow Kleene's tables")
{
    const std::string met = R"({"field":"stage","op":"known"})";
    const std::string source = R"({"field":"source","op":"is","value":"search"})"; // + ? -
    CHECK(truths(R"({"all":[)" + met + "," + source + "]}") == "+?-");
    CHECK(truths(R"({"any":[)" + met + "," + source + "]}") == "+++");
    CHECK(truths(R"({"not":)" + source + "}") == "-?+");
    CHECK(truths(R"({"all":[]})") == "+++");
    CHECK(truths(R"({"any":[]})") == "---");
}

TEST_CASE("the stage is the latest one up to the instant asked about")
{
    CHECK(truths(R"({"field":"stage","op":"is","value":"MQL"})") == "+--");
    CHECK(truths(R"({"field":"stage","op":"is","value":["lost","contact"]})") == "-++");
    CHECK(truths(R"({"field":"days in stage","op":"at most","value":10})") == "+-+");
    CHECK(truths(R"({"field":"days known","op":"at least","value":30})") == "++?");
}

TEST_CASE(
    "touches are counted up to the instant asked about, within days, by direction and channel")
{
    CHECK(truths(R"({"touches":{"direction":"in"},"op":"at least","value":2})") == "-+-");
    CHECK(truths(R"({"touches":{"direction":"in","within_days":10},"op":"at least","value":2})") ==
          "---");
    CHECK(truths(R"({"touches":{"channel":["Webinar"],"within_days":10}})") == "-+-");
    CHECK(truths(R"({"touches":{"campaign":["leak audit"]}})") == "-+-");
    CHECK(truths(R"({"touches":{"campaign":["C1"]},"op":"is","value":0})") == "+-+");
    CHECK(truths(R"({"touches":{"team":"sales"}})") == "---");
}

TEST_CASE("deals are counted")
{
    CHECK(truths(R"({"deals":{"outcome":["won"]}})") == "+--");
    CHECK(truths(R"({"deals":{"outcome":["won"],"within_days":5}})") == "---");
}

TEST_CASE("an unknown field, stage or campaign is named with what is near it")
{
    CHECK(refusal(R"({"field":"sorce","op":"known"})").subject == "field 'sorce'");
    CHECK(refusal(R"({"field":"sorce","op":"known"})").detail.find("source") != std::string::npos);
    CHECK(refusal(R"({"field":"stage","op":"is","value":"MQ"})").detail.find("MQL") !=
          std::string::npos);
    CHECK(refusal(R"({"touches":{"campaign":["Leek audit"]}})").detail.find("Leak audit") !=
          std::string::npos);
}

TEST_CASE("a lead's explanation names each condition with what the data says")
{
    const Facts facts = threeLeads();
    const auto criterion = criterionFromJson(R"({"version":1,"criteria":{"all":[
        {"field":"source","op":"is","value":"search"},
        {"touches":{"direction":"in"},"op":"at least","value":2}]}})");
    REQUIRE(criterion);
    const auto rule = Rule::compile(*criterion, facts, kNow);
    REQUIRE(rule);
    const Explanation why = rule->explain(1);
    CHECK(why.truth == Truth::NotKnown);
    REQUIRE(why.parts.size() == 2);
    CHECK(why.parts[0].truth == Truth::NotKnown);
    CHECK(why.parts[0].words == "source is search");
    CHECK(why.parts[0].actual.empty());
    CHECK(why.parts[1].truth == Truth::Met);
    CHECK(why.parts[1].actual == "2 touches");
}

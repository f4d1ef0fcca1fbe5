// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/query.h"
#include "tests/support/facts_text.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace tandem;
using namespace tandem::test;

namespace {

const char* const kLeads = R"(
    campaign spring name=Spring_Fair
    campaign autumn name=Autumn
    A: Lead@1 MQL@5 | source=Google persona=Dana custom:Favourite_colour=red | email in@2 campaign:spring
    B: Lead@1 | source=google company_size=51-200 tags=vip;_east | phone out@3 team:sales email in@8 team:marketing
    C: SQL@2 | source=Google owner=Ines | web none@4 campaign:autumn campaign:autumn
    D: | tags=vip
)";

std::string chosen(const Facts& facts, const std::vector<Filter>& where, double asOf = 100)
{
    const auto selection = select(facts, where, onDay(asOf));
    if (!selection) {
        return selection.error().subject + ": " + selection.error().detail;
    }
    std::vector<LeadRow> rows;
    for (LeadRow row = 0; row < facts.leadCount(); ++row) {
        if ((*selection)[row]) {
            rows.push_back(row);
        }
    }
    CHECK(selection->count(facts) == rows.size());
    return namesOf(facts, rows);
}

} // namespace

TEST_CASE("without a filter everybody is selected")
{
    const Facts facts = factsFrom(kLeads);
    CHECK(chosen(facts, {}) == "A B C D");
    CHECK(select(facts, {}, kEndOfTime)->all());
}

TEST_CASE("a value is compared exactly, and without case only if nobody has it")
{
    const Facts facts = factsFrom(kLeads);
    CHECK(chosen(facts, {{"source", {"Google"}}}) == "A C");
    CHECK(chosen(facts, {{"source", {"google"}}}) == "B");
    CHECK(chosen(facts, {{"source", {"GOOGLE"}}}) == "A B C");
    CHECK(chosen(facts, {{"source", {"Bing"}}}).empty());
}

TEST_CASE("an empty value means blank")
{
    const Facts facts = factsFrom(kLeads);
    CHECK(chosen(facts, {{"source", {""}}}) == "D");
    CHECK(chosen(facts, {{"source", {"", "google"}}}) == "B D");
}

TEST_CASE("all filters must hold, any value of a filter")
{
    const Facts facts = factsFrom(kLeads);
    CHECK(chosen(facts, {{"source", {"Google", "google"}}, {"persona", {""}}}) == "B C");
    CHECK(chosen(facts, {{"source", {"Google"}}, {"owner", {"Ines"}}}) == "C");
}

TEST_CASE("a field's case, spaces, underscores and hyphens do not matter")
{
    const Facts facts = factsFrom(kLeads);
    for (const char* name : {"company_size", "Company size", "COMPANY-SIZE"}) {
        CHECK(chosen(facts, {{name, {"51-200"}}}) == "B");
    }
    CHECK(chosen(facts, {{"favourite_Colour", {"red"}}}) == "A");
    CHECK(chosen(facts, {{"custom:favourite colour", {"red"}}}) == "A");
}

TEST_CASE("a field that no lead has is an error with near names")
{
    const Facts facts = factsFrom(kLeads);
    CHECK(chosen(facts, {{"sorce", {"Google"}}}) == "field 'sorce': near names: source");
    const auto failed = select(facts, std::vector<Filter>{{"xyzzy", {""}}}, kEndOfTime);
    CHECK(failed.error().code == ErrorCode::NotFound);
    CHECK(failed.error().detail.empty());
}

TEST_CASE("the stage is the one at as_of")
{
    const Facts facts = factsFrom(kLeads);
    CHECK(chosen(facts, {{"stage", {"mql"}}}) == "A");
    CHECK(chosen(facts, {{"stage", {"Lead"}}}) == "B D");
    CHECK(chosen(facts, {{"stage", {"Lead"}}}, 4) == "A B D");
}

TEST_CASE("campaign, channel and team ask for a touch up to as_of")
{
    const Facts facts = factsFrom(kLeads);
    CHECK(chosen(facts, {{"campaign", {"spring"}}}) == "A");
    CHECK(chosen(facts, {{"campaign", {"spring fair", "Autumn"}}}) == "A C");
    CHECK(chosen(facts, {{"campaign", {""}}}) == "B D");
    CHECK(chosen(facts, {{"channel", {"email"}}}) == "A B");
    CHECK(chosen(facts, {{"channel", {"Email"}}}, 5) == "A");
    CHECK(chosen(facts, {{"team", {"sales"}}}) == "B");
    CHECK(chosen(facts, {{"team", {"Marketing"}}}, 5).empty());
    CHECK(chosen(facts, {{"team", {""}}}) == "A C D");
}

TEST_CASE("a tag is found among others")
{
    const Facts facts = factsFrom(kLeads);
    CHECK(chosen(facts, {{"tags", {"vip"}}}) == "B D");
    CHECK(chosen(facts, {{"tags", {"East"}}}) == "B");
    CHECK(chosen(facts, {{"tags", {"eas"}}}).empty());
}

TEST_CASE("a custom field that bears a touch's word has a name of its own where there are touches")
{
    const Facts plain = factsFrom("A: | custom:campaign=2\nB: | custom:campaign=1");
    CHECK(chosen(plain, {{"campaign", {"2"}}}) == "A");
    const Facts touched = factsFrom("A: | custom:campaign=2\nB: email in@1 campaign:spring");
    CHECK(chosen(touched, {{"campaign", {"spring"}}}) == "B");
    CHECK(chosen(touched, {{"custom:campaign", {"2"}}}) == "A");
    const auto names = filterFields(touched);
    CHECK(std::ranges::count(names, "campaign") == 1);
    CHECK(std::ranges::count(names, "custom:campaign") == 1);
    CHECK(std::ranges::count(names, "lead") == 1);
}

TEST_CASE("stages are asked for by name")
{
    const Facts facts = factsFrom(kLeads);
    CHECK(*stageByName(facts, "nurture") == 5);
    CHECK(stageByName(facts, "MQLs").error().detail == "near names: MQL");
    CHECK(rankedStageByName(facts, "Nurture").error().code == ErrorCode::BadInput);
}

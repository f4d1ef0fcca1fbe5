// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/lead_list.h"
#include "tests/support/facts_text.h"

#include <catch2/catch.hpp>

using namespace tandem;
using namespace tandem::test;

namespace {

const Facts& company()
{
    static const Facts facts =
        factsFrom("A: MQL@5 | email in@6 phone out@9 | source=search created=1\n"
                  "B: Lead@3 | email in@2 | source=Partner\n"
                  "C: Won@8 Lost@9 | created=8\n"
                  "D: SQL? | email in@20 | source=search\n");
    return facts;
}

std::string listed(LeadListQuery asked, const NameOrder& names = {})
{
    if (asked.query.asOf == kEndOfTime) {
        asked.query.asOf = onDay(30);
    }
    const auto rows = listLeads(company(), asked, names);
    REQUIRE(rows);
    return namesOf(company(), *rows);
}

LeadListQuery by(LeadSort sort, bool descending = false)
{
    LeadListQuery asked;
    asked.sort = sort;
    asked.descending = descending;
    return asked;
}

LeadListQuery byField(const char* field, bool descending = false)
{
    LeadListQuery asked = by(LeadSort::Field, descending);
    asked.field = field;
    return asked;
}

} // namespace

TEST_CASE("leads are listed in the order of the funnel, side states last")
{
    CHECK(listed(by(LeadSort::Stage)) == "B A D C");
    CHECK(listed(by(LeadSort::Stage, true)) == "C D A B");
}

TEST_CASE("leads without a value come last in either direction")
{
    CHECK(listed(by(LeadSort::Created)).substr(0, 3) == "A C");
    CHECK(listed(by(LeadSort::Created, true)).substr(0, 3) == "C A");
    CHECK(listed(by(LeadSort::LastTouch)) == "B A D C");
    CHECK(listed(by(LeadSort::LastTouch, true)) == "D A B C");
    CHECK(listed(byField("source")) == "B A D C");
    CHECK(listed(byField("source", true)) == "A D B C");
}

TEST_CASE("touches are counted up to as_of")
{
    CHECK(listed(by(LeadSort::Touches, true)) == "A B D C");
    LeadListQuery early = by(LeadSort::Touches, true);
    early.query.asOf = onDay(7);
    CHECK(listed(early) == "A B D");
}

TEST_CASE("names sort folded, blank ones last, and by id where the names are not there yet")
{
    const NameOrder names({"zoe", "\xc3\x84nne", "", "Bob"});
    CHECK(listed(by(LeadSort::Name), names) == "B D A C");
    CHECK(listed(by(LeadSort::Name, true), names) == "A D B C");
    CHECK(listed(by(LeadSort::Name)) == "A B C D");
}

TEST_CASE("filters and a given set of rows narrow the list")
{
    LeadListQuery asked = by(LeadSort::Stage);
    asked.query.where = {{"source", {"search"}}};
    CHECK(listed(asked) == "A D");
    asked.only = std::vector<LeadRow>{1, 3};
    CHECK(listed(asked) == "D");
}

TEST_CASE("a field whose values are all numbers sorts as numbers")
{
    const Facts facts = factsFrom("A: Lead@1 | custom:size=100\nB: Lead@1 | custom:size=20\n"
                                  "C: Lead@1 | custom:size=-3\nD: Lead@1\n");
    LeadListQuery asked = byField("size");
    asked.query.asOf = onDay(30);
    const auto rows = listLeads(facts, asked, {});
    REQUIRE(rows);
    CHECK(namesOf(facts, *rows) == "C B A D");
}

TEST_CASE("an unknown field is named with near ones")
{
    const auto rows = listLeads(company(), byField("sorce"), {});
    REQUIRE_FALSE(rows);
    CHECK(rows.error().detail.find("source") != std::string::npos);
}

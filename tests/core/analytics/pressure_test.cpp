// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/pressure.h"
#include "tests/support/facts_text.h"

#include <catch2/catch.hpp>

using namespace tandem;
using namespace tandem::test;

namespace {

Query asOf(double day, Period period = {})
{
    return {period, onDay(day), {}};
}

} // namespace

TEST_CASE("more than three outbound touches in seven days are over the cap")
{
    const Facts facts = factsFrom(R"(
        A: email out@1 out@3 out@5 out@7.9
        B: email out@1 out@3 out@5 out@8
        C: email out@1 out@3 out@5 in@6 in@7
        D: email out@1 out@2 out@3 out@4 out@5
    )");
    const auto result = pressure(facts, asOf(20));
    REQUIRE(result);
    REQUIRE(result->overCap.size() == 2);
    CHECK(result->overCap[0] == PressedLead{rowNamed(facts, "D"), 5, 7, onDay(5)});
    CHECK(result->overCap[1] == PressedLead{rowNamed(facts, "A"), 4, 7, onDay(7.9)});
    CHECK(pressure(facts, asOf(4.5))->overCap.size() == 1);
    CHECK(pressure(facts, asOf(20, days(2, 20)))->overCap.size() == 1);
}

TEST_CASE("a second cap watches the month")
{
    const Facts facts = factsFrom(
        "A: email out@1 out@4 out@8 out@11 out@15 out@18 out@22 out@25 out@29 out? out@90");
    const auto result = pressure(facts, asOf(100));
    REQUIRE(result->overCap.size() == 1);
    CHECK(result->overCap[0] == PressedLead{0, 9, 30, onDay(29)});
    CHECK(result->undated == 1);
}

TEST_CASE("both teams within two days collide")
{
    const Facts facts = factsFrom(R"(
        A: email out@1 team:marketing phone out@3 team:sales
        B: email out@1 team:marketing phone out@3.1 team:sales
        C: email out@1 team:sales phone out@2 team:sales
        D: email out@5 team:sales email out@6 team:marketing email out@9
        E: email in@5 team:marketing phone out@6 team:sales
    )");
    const auto result = pressure(facts, asOf(20));
    REQUIRE(result->collisions.size() == 2);
    CHECK(result->collisions[0] == Collision{rowNamed(facts, "D"), onDay(5), onDay(6)});
    CHECK(result->collisions[1] == Collision{rowNamed(facts, "A"), onDay(1), onDay(3)});
}

TEST_CASE(
    "a customer without a touch or deal for 180 days is dormant, and has an owner or is nobody's")
{
    const Facts facts = factsFrom(R"(
        A: Won@1 | email in@10 | owner=Ines
        B: Won@1 | email in@30
        C: Won@1 | email in@10 | won 100@40
        D: Opp@1 | email in@1
        E: Won@1 Lost@20
        F: Won@2
        G: Won?
        H: Won@50
    )");
    const auto result = pressure(facts, asOf(212));
    std::string names;
    for (const DormantCustomer& customer : result->dormant) {
        names += namesOf(facts, {customer.lead}) + (customer.owner.empty() ? "- " : "+ ");
    }
    CHECK(names == "F- G- A+ B- ");
    CHECK(result->nobodys == 3);
    CHECK(result->dormant[2].last == onDay(10));
    CHECK(pressure(facts, asOf(211))->dormant.size() == 4);
    CHECK(pressure(facts, asOf(209))->dormant.size() == 3);
    CHECK(pressure(facts, {})->dormant.empty());
}

TEST_CASE("caps and days of nothing are refused")
{
    PressureOptions options;
    options.caps = {{0, 7}};
    CHECK_FALSE(pressure(factsFrom("A: Lead@1"), asOf(9), options));
    options.caps = {};
    CHECK(pressure(factsFrom("A: Lead@1"), asOf(9), options).has_value());
    options.dormantDays = 0;
    CHECK_FALSE(pressure(factsFrom("A: Lead@1"), asOf(9), options));
}

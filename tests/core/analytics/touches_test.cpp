// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/responses.h"
#include "core/analytics/touches.h"
#include "tests/support/facts_text.h"

#include <catch2/catch.hpp>

using namespace tandem;
using namespace tandem::test;

namespace {

Query asOf(double day, Period period = {}, std::vector<Filter> where = {})
{
    return {period, onDay(day), std::move(where)};
}

const char* const kLeads = R"(
    stages Lead MQL Opportunity Customer / Lost!
    A: Lead@0 Opportunity@5 Customer@9 | email in@1 in@2 phone out@5 out@7
    B: Lead@0 Opportunity@8 | email in@3 out@6
    C: Lead@0 | email out@4
    D: Lead@0
    E: Opportunity? | email in? in@2
)";

} // namespace

TEST_CASE("touches per lead count every lead, also those without any")
{
    const Facts facts = factsFrom(kLeads);
    const auto figures = touchFigures(facts, asOf(20));
    REQUIRE(figures);
    CHECK(figures->leads == 5);
    CHECK(figures->touches == 9);
    CHECK(figures->mean == Approx(1.8));
    CHECK(figures->median == 2.0);
    CHECK(figures->histogram[0] == 1);
    CHECK(figures->histogram[1] == 1);
    CHECK(figures->histogram[2] == 2);
    CHECK(figures->histogram[4] == 1);
    CHECK(figures->undated == 0);
}

TEST_CASE("touches to opportunity stop at the instant it was reached, including it")
{
    const Facts facts = factsFrom(kLeads);
    const TouchesToOpportunity to = touchFigures(facts, asOf(20))->toOpportunity;
    CHECK(to.leads == 2); // A with 3, B with 2
    CHECK(to.mean == 2.5);
    CHECK(to.median == 2.5);
    CHECK(to.q1 == 2.25);
    CHECK(to.q3 == 2.75);
    CHECK(to.histogram[2] == 1);
    CHECK(to.histogram[3] == 1);
    CHECK(to.leftOut == 1);
}

TEST_CASE("undated touches before the opportunity are left out and counted")
{
    const Facts facts =
        factsFrom("stages Lead Opportunity Customer\nA: Lead@0 Opportunity@5 | email in? in? in@2");
    const TouchesToOpportunity to = touchFigures(facts, asOf(20))->toOpportunity;
    CHECK(to.mean == 1.0);
    CHECK(to.undated == 2);
}

TEST_CASE("conversion by touches asks for at least so many")
{
    const auto figures = touchFigures(factsFrom(kLeads), asOf(20));
    CHECK(figures->conversion[0].leads == 5);
    CHECK(figures->conversion[0].converted == 3);
    CHECK(figures->conversion[0].rate == Approx(0.6));
    CHECK(figures->conversion[2].leads == 3);
    CHECK(figures->conversion[2].converted == 3);
    CHECK(figures->conversion[2].interval == wilson(3, 3));
    CHECK(figures->conversion[4].leads == 1);
    CHECK_FALSE(figures->conversion[5].rate);
    CHECK(figures->conversion[20].atLeast == 20);
}

TEST_CASE("as_of cuts touches and reaches")
{
    const auto figures = touchFigures(factsFrom(kLeads), asOf(5));
    CHECK(figures->touches == 7);
    CHECK(figures->conversion[0].converted == 2);
    CHECK(figures->toOpportunity.leads == 1);
}

TEST_CASE("a period counts the touches in it and the opportunities reached in it")
{
    const auto figures = touchFigures(factsFrom(kLeads), asOf(20, days(2, 6)));
    CHECK(figures->leads == 5);
    CHECK(figures->touches == 5); // A at 2 and 5, B at 3, C at 4, E at 2
    CHECK(figures->undated == 1);
    CHECK(figures->toOpportunity.leads == 1);
    CHECK(figures->toOpportunity.mean == 3.0);
    CHECK(touchFigures(factsFrom(kLeads), asOf(20, {{}, onDay(2)}))->touches == 1);
}

TEST_CASE("another stage may be the goal")
{
    const Facts facts = factsFrom(kLeads);
    CHECK(touchFigures(facts, asOf(20), "Customer")->toOpportunity.mean == 4.0);
    CHECK(touchFigures(facts, asOf(20), "Custom").error().detail == "near names: Customer");
    // Without a stage called Opportunity it is the last but one.
    CHECK(touchFigures(factsFrom("A: Opp@3 | email in@1"), asOf(20))->toOpportunity.leads == 1);
    CHECK(touchFigures(factsFrom("A: SQL@3 | email in@1"), asOf(20))->toOpportunity.leads == 0);
}

TEST_CASE("twenty and more share the last bar, and its leads are those behind it")
{
    std::string text = "A: email";
    for (int i = 0; i < 23; ++i) {
        text += " in@" + std::to_string(i);
    }
    text += "\nB: email in@1\nC: | created=90";
    const Facts facts = factsFrom(text);
    CHECK(touchFigures(facts, asOf(50))->histogram[kMostTouches] == 1);
    CHECK(namesOf(facts, *leadsWithTouches(facts, asOf(50), kMostTouches)) == "A");
    CHECK(namesOf(facts, *leadsWithTouches(facts, asOf(50), 1)) == "B");
    CHECK(leadsWithTouches(facts, asOf(50), 0)->empty());
    CHECK(namesOf(facts, *leadsWithTouches(facts, asOf(99), 0)) == "C");
}

TEST_CASE("a week counts each lead once for each team")
{
    // Day 0 is a Thursday; the Mondays are days -3, 4, 11, 18.
    const Facts facts = factsFrom(R"(
        A: email in@0 team:marketing out@1 team:sales out@2 team:sales out@4 team:sales in@12 team:marketing
        B: email out@3 team:sales out? team:sales
        C: email out@18.5
    )");
    const auto weeks = weeklyReach(facts, asOf(50));
    REQUIRE(weeks);
    REQUIRE(weeks->size() == 4);
    CHECK(isoDay((*weeks)[0].monday) == "2025-12-29");
    CHECK((*weeks)[0].marketing == 1);
    CHECK((*weeks)[0].sales == 2);
    CHECK((*weeks)[1].sales == 1);
    CHECK((*weeks)[2].marketing == 1);
    CHECK((*weeks)[3].marketing == 0);
    CHECK(weeklyReach(facts, asOf(50, days(4, 12)))->size() == 2);
    CHECK(weeklyReach(facts, asOf(50, days(60, 70)))->empty());
    CHECK(weeklyReach(factsFrom("A: "), asOf(50))->empty());
}

TEST_CASE("responses are inbound touches by campaign, channel and outcome")
{
    const Facts facts = factsFrom(R"(
        A: email in@1 campaign:spring outcome:clicked in@3 campaign:spring outcome:clicked out@4 campaign:spring
        B: email in@2 campaign:spring outcome:clicked in@9 campaign:spring
        C: web in? in@5
    )");
    const auto rows = responses(facts, asOf(20));
    REQUIRE(rows);
    REQUIRE(rows->size() == 3);
    CHECK((*rows)[0].touches == 3);
    CHECK((*rows)[0].leads == 2);
    CHECK((*rows)[0].first == onDay(1));
    CHECK((*rows)[0].last == onDay(3));
    CHECK(facts.outcomes.text((*rows)[0].outcome) == "clicked");
    CHECK((*rows)[1].campaign == 0);
    CHECK((*rows)[1].touches == 2);
    CHECK((*rows)[1].first == onDay(5));
    CHECK((*rows)[2].touches == 1);
    CHECK(namesOf(facts, *leadsResponding(facts, asOf(20), (*rows)[0])) == "A B");

    CHECK(responses(facts, asOf(20, days(0, 3)))->front().touches == 2);
    CHECK(responses(facts, asOf(20, days(0, 3)))->size() == 1);
    CHECK(responses(facts, asOf(2))->front().leads == 2);
}

TEST_CASE("many different responses are told apart")
{
    std::string text = "A: email";
    for (int i = 0; i < 700; ++i) {
        text +=
            " in@1 campaign:c" + std::to_string(i % 70) + " outcome:o" + std::to_string(i % 100);
    }
    CHECK(responses(factsFrom(text), asOf(20))->size() == 700);
    // With so many outcomes that a table of all combinations would be too large.
    for (int i = 0; i < 20'000; ++i) {
        text += " out@1 outcome:p" + std::to_string(i);
    }
    const auto rows = responses(factsFrom(text), asOf(20));
    CHECK(rows->size() == 700);
    CHECK(rows->front().campaign == 1);
    CHECK(rows->front().outcome == 1);
}

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/reach.h"
#include "tests/support/facts_text.h"

#include <catch2/catch.hpp>

using namespace tandem;
using namespace tandem::test;

namespace {

/// The day of a lead's reach of each stage: "1 3 ? -", "?" undated, "-" never.
std::string reachesOf(const Facts& facts, double asOf = 1000)
{
    const Reaches reach = reaches(facts, onDay(asOf));
    std::string text;
    for (StageIndex stage = 0; stage < reach.ranked; ++stage) {
        const std::int64_t at = reach(0, stage);
        text += stage > 0 ? " " : "";
        text += at == kNever             ? "-"
                : at == kUndated.seconds ? "?"
                                         : std::to_string((at - onDay(0).seconds) / kSecondsPerDay);
    }
    return text;
}

std::string stageOf(const Facts& facts, double asOf = 1000)
{
    const Reaches reach = reaches(facts, onDay(asOf));
    return reach.exists(0) ? facts.stages[reach.current[0]].name : "-";
}

} // namespace

TEST_CASE("a lead that skips MQL has reached MQL, when it entered the later stage")
{
    const Facts facts = factsFrom("A: Lead@1 SQL@5");
    CHECK(reachesOf(facts) == "1 5 5 - -");
    const Reaches reach = reaches(facts, kEndOfTime);
    CHECK(reach.hasEntered(0, 0));
    CHECK_FALSE(reach.hasEntered(0, 1));
    CHECK(reach.hasEntered(0, 2));
}

TEST_CASE("a move backwards never takes a reach away")
{
    CHECK(reachesOf(factsFrom("A: Lead@1 MQL@3 SQL@4 Lead@6 MQL@8")) == "1 3 4 - -");
    CHECK(stageOf(factsFrom("A: Lead@1 MQL@3 SQL@4 Lead@6 MQL@8")) == "MQL");
}

TEST_CASE("a later stage entered first dates the earlier ones")
{
    CHECK(reachesOf(factsFrom("A: SQL@2 MQL@4 Opp@9")) == "2 2 2 9 -");
}

TEST_CASE("the creation is the entry into the first stage that has records")
{
    const Facts facts = factsFrom("stages Visitor- Contact MQL / Lost!\nA: MQL@4 | created=2");
    CHECK(reachesOf(facts) == "2 2 4");
    const Reaches reach = reaches(facts, kEndOfTime);
    CHECK(reach.hasEntered(0, 1));
    CHECK_FALSE(reach.hasEntered(0, 0));
    CHECK(stageOf(facts, 3) == "Contact");
    CHECK(reach.since[0] == onDay(4).seconds);
}

TEST_CASE("a lead created in a later stage has not itself entered the first")
{
    const Facts facts = factsFrom("A: SQL@2 | created=2");
    CHECK(reachesOf(facts) == "2 2 2 - -");
    CHECK_FALSE(reaches(facts, kEndOfTime).hasEntered(0, 0));
}

TEST_CASE("a lead of which nothing tells the stage stands in the first, undated")
{
    const Facts facts = factsFrom("A: ");
    CHECK(reachesOf(facts) == "? - - - -");
    CHECK(stageOf(facts) == "Lead");
    CHECK(reaches(facts, kEndOfTime).since[0] == kUndated.seconds);
    CHECK(reaches(facts, kEndOfTime).hasEntered(0, 0));
}

TEST_CASE("a known date wins over an undated entry")
{
    CHECK(reachesOf(factsFrom("A: Opp? MQL@3")) == "3 3 ? ? -");
    CHECK(reachesOf(factsFrom("A: MQL? MQL@3")) == "3 3 - - -");
    CHECK(reachesOf(factsFrom("A: SQL? | created=1")) == "1 ? ? - -");
}

TEST_CASE("a lead beside the funnel has reached its first stage at an unknown time")
{
    const Facts facts = factsFrom("A: Nurture@5");
    CHECK(reachesOf(facts) == "? - - - -");
    CHECK(stageOf(facts) == "Nurture");
    CHECK_FALSE(reaches(facts, kEndOfTime).hasEntered(0, 0));
}

TEST_CASE("what is later than as_of does not exist")
{
    const Facts facts = factsFrom("A: Lead@1 MQL@3 Lost@6");
    CHECK(reachesOf(facts, 2.9) == "1 - - - -");
    CHECK(reachesOf(facts, 3) == "1 3 - - -");
    CHECK(stageOf(facts, 5) == "MQL");
    CHECK(stageOf(facts, 6) == "Lost");
}

TEST_CASE("a lead exists from its creation, or from the first that is known of it")
{
    CHECK(stageOf(factsFrom("A: | created=5"), 4) == "-");
    CHECK(reachesOf(factsFrom("A: | created=5"), 4) == "- - - - -");
    CHECK(stageOf(factsFrom("A: MQL@3 | created=5"), 4) == "MQL");
    CHECK(stageOf(factsFrom("A: MQL? | created=5"), 4) == "MQL");
    CHECK(stageOf(factsFrom("A: email in@2 | created=5"), 4) == "Lead");
    CHECK(stageOf(factsFrom("A: MQL@9"), 4) == "Lead");
}

TEST_CASE("a lead has ended since it entered the first of the states that end it")
{
    const auto ended = [](std::string_view text) {
        const Reaches reach = reaches(factsFrom(text), kEndOfTime);
        return reach.ended[0] == kNever ? -1 : (reach.ended[0] - onDay(0).seconds) / kSecondsPerDay;
    };
    CHECK(ended("A: Lead@1 Lost@3 Disqualified@5") == 3);
    CHECK(ended("A: Lead@1 Lost@3 MQL@5") == -1);
    CHECK(ended("A: Lead@1 Lost@3 Nurture@5 Lost@8") == 8);
    CHECK(ended("A: Lead@1 Nurture@5") == -1);
}

TEST_CASE("a second change into the same stage does not move its beginning, but may date it")
{
    CHECK(reaches(factsFrom("A: MQL@3 MQL@7"), kEndOfTime).since[0] == onDay(3).seconds);
    CHECK(reaches(factsFrom("A: MQL? MQL@7"), kEndOfTime).since[0] == onDay(7).seconds);
}

TEST_CASE("a workbook without stages has no reaches")
{
    Facts facts = factsFrom("A: Lead@1");
    facts.stages.clear();
    CHECK(reaches(facts, kEndOfTime).at.empty());
}

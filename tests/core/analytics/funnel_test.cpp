// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/funnel.h"
#include "core/analytics/stage_times.h"
#include "tests/support/facts_text.h"

#include <catch2/catch.hpp>

using namespace tandem;
using namespace tandem::test;

namespace {

constexpr std::int64_t kDay = kSecondsPerDay;

std::vector<std::int64_t> reached(const CohortFunnel& funnel)
{
    std::vector<std::int64_t> counts;
    for (const CohortStage& stage : funnel.stages) {
        counts.push_back(stage.reached);
    }
    return counts;
}

std::vector<std::int64_t> implied(const CohortFunnel& funnel)
{
    std::vector<std::int64_t> counts;
    for (const CohortStage& stage : funnel.stages) {
        counts.push_back(stage.implied);
    }
    return counts;
}

std::vector<std::int64_t> leadsOf(const std::vector<StageCount>& stages)
{
    std::vector<std::int64_t> counts;
    for (const StageCount& stage : stages) {
        counts.push_back(stage.leads);
    }
    return counts;
}

Query asOf(double day, Period period = {}, std::vector<Filter> where = {})
{
    return {period, onDay(day), std::move(where)};
}

using Counts = std::vector<std::int64_t>;

} // namespace

TEST_CASE("skips, moves back, a loss and a late creation give the agreed funnel")
{
    const Facts facts = factsFrom(R"(
        A: Lead@1 MQL@2 SQL@3 Opp@4 Won@5
        B: Lead@1 Won@6
        C: Lead@1 MQL@2 Lead@3 MQL@4 SQL@5
        D: Lead@1 MQL@2 SQL@3 Lost@4
        E: SQL@2 Opp@5
    )");
    const auto funnel = cohortFunnel(facts, asOf(10));
    REQUIRE(funnel);
    CHECK(funnel->cohortSize == 5);
    CHECK(reached(*funnel) == Counts{5, 5, 5, 3, 2});
    CHECK(implied(*funnel) == Counts{1, 2, 1, 1, 0});

    // Lead, MQL, SQL, Opp, Won, Nurture, Disqualified, Lost
    CHECK(leadsOf(*snapshotFunnel(facts, asOf(10))) == Counts{0, 0, 1, 1, 2, 0, 0, 1});
    CHECK(leadsOf(flowFunnel(facts, asOf(10))->stages) == Counts{5, 4, 4, 2, 2, 0, 0, 1});
}

TEST_CASE("the same funnel comes out where the leads' creation is known")
{
    const Facts facts = factsFrom(R"(
        A: Lead@1 MQL@2 SQL@3 Opp@4 Won@5 | created=1
        B: Lead@1 Won@6 | created=1
        C: MQL@2 Lead@3 MQL@4 SQL@5 | created=1
        D: Lead@1 MQL@2 SQL@3 Lost@4 | created=1
        E: SQL@2 Opp@5 | created=2
    )");
    const auto funnel = cohortFunnel(facts, asOf(10));
    CHECK(reached(*funnel) == Counts{5, 5, 5, 3, 2});
    CHECK(implied(*funnel) == Counts{1, 2, 1, 1, 0});
    CHECK(leadsOf(flowFunnel(facts, asOf(10))->stages) == Counts{5, 4, 4, 2, 2, 0, 0, 1});
}

TEST_CASE("a period keeps the leads that reached the cohort stage in it, its end excluded")
{
    const Facts facts = factsFrom(R"(
        A: Lead@1 MQL@12
        B: Lead@10 MQL@30
        C: Lead@20
        D: MQL?
        E: Lead@19.99 MQL@20
    )");
    const auto funnel = cohortFunnel(facts, asOf(25, days(10, 20)));
    CHECK(funnel->cohortSize == 2);
    CHECK(reached(*funnel) == Counts{2, 1, 0, 0, 0});
    CHECK(funnel->undated == 1);

    const auto everybody = cohortFunnel(facts, asOf(25));
    CHECK(everybody->cohortSize == 5);
    CHECK(reached(*everybody) == Counts{5, 3, 0, 0, 0});
    CHECK(everybody->undated == 0);

    const auto openEnd = cohortFunnel(facts, asOf(25, {onDay(10), std::nullopt}));
    CHECK(openEnd->cohortSize == 3);
    const auto openStart = cohortFunnel(facts, asOf(25, {std::nullopt, onDay(15)}));
    CHECK(openStart->cohortSize == 2);
    CHECK(openStart->undated == 1);
}

TEST_CASE("a cohort may begin at a later stage")
{
    const Facts facts = factsFrom(R"(
        A: Lead@1 MQL@12 SQL@14
        B: Lead@10 SQL@30
        C: Lead@20
    )");
    FunnelOptions options;
    options.cohortStage = "mql";
    const auto funnel = cohortFunnel(facts, asOf(40, days(10, 20)), options);
    CHECK(funnel->cohortSize == 1);
    CHECK(reached(*funnel) == Counts{1, 1, 0, 0});
    CHECK(funnel->steps.size() == 3);
}

TEST_CASE("steps have a rate with its Wilson interval")
{
    const Facts facts = factsFrom("A: Lead@1 MQL@2\nB: Lead@1\nC: Lead@1\nD: Lead@1 SQL@9");
    const auto funnel = cohortFunnel(facts, asOf(20));
    CHECK(funnel->steps[0].n == 4);
    CHECK(funnel->steps[0].converted == 2);
    CHECK(funnel->steps[0].rate == 0.5);
    CHECK(funnel->steps[0].interval == wilson(2, 4));
    CHECK(funnel->steps[3].n == 0);
    CHECK_FALSE(funnel->steps[3].rate);
    CHECK(funnel->steps[3].interval == Interval{0, 1});
}

TEST_CASE("other steps can be asked for")
{
    const Facts facts = factsFrom("A: Lead@1 MQL@2 Won@9\nB: Lead@1 MQL@3");
    FunnelOptions options;
    options.steps = {{"MQL", "Won"}, {"lead", "opp"}};
    const auto funnel = cohortFunnel(facts, asOf(20), options);
    CHECK(funnel->steps.size() == 2);
    CHECK(funnel->steps[0].rate == 0.5);
    CHECK(funnel->steps[1].to == 3);
    options.steps = {{"Won", "MQL"}};
    CHECK(cohortFunnel(facts, asOf(20), options).error().code == ErrorCode::BadInput);
    options.steps = {{"Lead", "MQLs"}};
    CHECK(cohortFunnel(facts, asOf(20), options).error().detail == "near names: MQL");
    options.steps = {{"Lead", "Lost"}};
    CHECK_FALSE(cohortFunnel(facts, asOf(20), options));
}

TEST_CASE("within W days counts only conversions that took no longer, and only dated ones")
{
    const Facts facts = factsFrom(R"(
        A: Lead@1 MQL@8
        B: Lead@1 MQL@8.5
        C: MQL? | created=1
        D: MQL?
        E: Lead@1
    )");
    FunnelOptions options;
    options.withinDays = 7;
    const auto funnel = cohortFunnel(facts, asOf(20), options);
    CHECK(funnel->steps[0].n == 5);
    CHECK(funnel->steps[0].converted == 1);
    CHECK(cohortFunnel(facts, asOf(20))->steps[0].converted == 4);
}

TEST_CASE("time in stage is the Kaplan-Meier median, and the lost are censored when they were lost")
{
    const Facts facts = factsFrom(R"(
        A: Lead@0 MQL@2
        B: Lead@0 MQL@6
        C: Lead@0 Lost@3
        D: Lead@0
        E: MQL?
        F: Lead@0 Lost@1 MQL@4
    )");
    // Events at 2, 4, 6; censored at 3 (C) and 10 (D). At risk 5: S(2) = 4/5; then 3: S(4) = 8/15;
    // then 2: S(6) = 4/15.
    const auto times = stageTimes(facts, asOf(10));
    REQUIRE(times);
    const StageTime& first = times->front();
    CHECK(first.time.n == 5);
    CHECK(first.time.events == 3);
    CHECK(first.time.q1 == 4 * kDay);
    CHECK(first.time.median == 6 * kDay);
    CHECK_FALSE(first.time.q3);
    CHECK(first.leftOut == 1);
    CHECK(cohortFunnel(facts, asOf(10))->steps[0].time == first.time);
}

TEST_CASE("a step is maturing while its youngest members had less time than the median")
{
    const Facts facts = factsFrom(R"(
        A: Lead@0 MQL@8
        B: Lead@0 MQL@8
        C: Lead@10
    )");
    CHECK(cohortFunnel(facts, asOf(12))->steps[0].maturing);
    CHECK(cohortFunnel(facts, asOf(17.9))->steps[0].maturing);
    CHECK_FALSE(cohortFunnel(facts, asOf(18))->steps[0].maturing);
    FunnelOptions options;
    options.withinDays = 3;
    CHECK(cohortFunnel(facts, asOf(12), options)->steps[0].maturing);
    CHECK_FALSE(cohortFunnel(facts, asOf(13), options)->steps[0].maturing);
}

TEST_CASE("where the median is not reached a step matures when nobody may convert any more")
{
    CHECK(cohortFunnel(factsFrom("A: Lead@0\nB: Lead@0\nC: Lead@0 MQL@1"), asOf(500))
              ->steps[0]
              .maturing);
    CHECK_FALSE(cohortFunnel(factsFrom("A: Lead@0 Lost@0.5\nB: Lead@0 Lost@0.5\nC: Lead@0 MQL@1"),
                             asOf(500))
                    ->steps[0]
                    .maturing);
    CHECK_FALSE(cohortFunnel(factsFrom("A: Lead?\nB: MQL?"), asOf(500))->steps[0].maturing);
}

TEST_CASE("the change against the previous period compares at equal age")
{
    // Period 10–20, looked at on day 25; so 0–10 is looked at on day 15: its conversions on days 16
    // and later do not count yet.
    std::string text;
    for (int i = 0; i < 40; ++i) {
        text += "P" + std::to_string(i) + ": Lead@5 " + (i < 10 ? "MQL@14" : "MQL@16") + "\n";
        text += "Q" + std::to_string(i) + ": Lead@12 " + (i < 30 ? "MQL@24" : "MQL@40") + "\n";
    }
    const Facts facts = factsFrom(text);
    const auto changes = funnelChange(facts, asOf(25, days(10, 20)));
    REQUIRE(changes);
    REQUIRE(changes->size() == 4);
    CHECK(changes->front().before == 0.25);
    CHECK(changes->front().difference == Approx(0.5));
    CHECK(changes->front().beyondChance);
    CHECK(changes->front().p == twoProportionP(30, 40, 10, 40));
    CHECK(changes->front().timeBefore.n == 40);
    CHECK_FALSE((*changes)[1].beyondChance);
}

TEST_CASE("there is no change without a period with both ends")
{
    const Facts facts = factsFrom("A: Lead@1 MQL@2");
    CHECK(funnelChange(facts, asOf(25))->empty());
    CHECK(funnelChange(facts, asOf(25, {onDay(1), std::nullopt}))->empty());
    const auto none = funnelChange(facts, asOf(25, days(0, 10)));
    CHECK_FALSE(none->front().before);
    CHECK_FALSE(none->front().beyondChance);
}

TEST_CASE("the previous period has whole days where the clocks change between")
{
    Facts facts = factsFrom("A: Lead@1 MQL@2");
    facts.timeZone = *TimeZone::named("Europe/London");
    const auto at = [&](int month, int day) {
        return facts.timeZone.startOf(*dayFromCivil({2026, month, day}));
    };
    // London's clocks go forward on 29 March 2026: the 31 days from 16 March are an hour short, and
    // a lead of 13 February at midnight is in the period before only if that one is not.
    facts.leadCreated[0] = at(2, 13);
    facts.changeAt[0] = at(2, 13).seconds;
    facts.changeAt[1] = at(2, 14).seconds;
    Query query{{at(3, 16), at(4, 16)}, at(6, 1), {}};
    CHECK(funnelChange(facts, query)->front().before == 1.0);
}

TEST_CASE("the snapshot leaves out leads that did not exist yet")
{
    const Facts facts = factsFrom("A: | created=1\nB: MQL@4 | created=3\nC: Lost@2");
    CHECK(leadsOf(*snapshotFunnel(facts, asOf(2))) == Counts{1, 0, 0, 0, 0, 0, 0, 1});
    CHECK(leadsOf(*snapshotFunnel(facts, asOf(5))) == Counts{1, 1, 0, 0, 0, 0, 0, 1});
}

TEST_CASE("the snapshot and the flow do not show stages that are only counted")
{
    const Facts facts = factsFrom("stages Visitor- Contact MQL / Lost!\nA: MQL@4 | created=1");
    CHECK(snapshotFunnel(facts, asOf(5))->size() == 3);
    CHECK(flowFunnel(facts, asOf(5))->stages.front().stage == 1);
}

TEST_CASE("the flow counts entries of the period, and undated ones only without one")
{
    const Facts facts = factsFrom(R"(
        A: Lead@1 MQL@12 Lead@13 MQL@14
        B: Lead@11 Lead@15
        C: MQL?
    )");
    const auto flow = flowFunnel(facts, asOf(50, days(10, 20)));
    CHECK(leadsOf(flow->stages) == Counts{2, 2, 0, 0, 0, 0, 0, 0});
    CHECK(flow->undated == 1);
    const auto all = flowFunnel(facts, asOf(50));
    CHECK(leadsOf(all->stages) == Counts{3, 3, 0, 0, 0, 0, 0, 0});
    CHECK(all->undated == 0);
}

TEST_CASE("the leads behind a bar are exactly those counted")
{
    const Facts facts = factsFrom(R"(
        A: Lead@1 MQL@2 SQL@9
        B: Lead@1 MQL@3
        C: Lead@1
        D: Lead@50 MQL@51
    )");
    const Query query = asOf(60, days(0, 10));
    CHECK(namesOf(facts, *cohortMembers(facts, query, {}, 0, {}, {})) == "A B C");
    CHECK(namesOf(facts, *cohortMembers(facts, query, {}, 1, 2, true)) == "A");
    CHECK(namesOf(facts, *cohortMembers(facts, query, {}, 1, 2, false)) == "B");
    CHECK(namesOf(facts, *cohortMembers(facts, query, {}, 1, 2, {})) == "A B");
    CHECK_FALSE(cohortMembers(facts, query, {}, 7, {}, {}));
}

TEST_CASE("a retired stage is shown only if somebody of the cohort entered it")
{
    Facts facts = factsFrom("A: Lead@1 SQL@4\nB: Lead@20 MQL@21");
    facts.stages[1].retired = true;
    CHECK(cohortFunnel(facts, asOf(60, days(0, 10)))->stages.size() == 4);
    CHECK(cohortFunnel(facts, asOf(60, days(0, 10)))->steps.front().to == 2);
    CHECK(cohortFunnel(facts, asOf(60))->stages.size() == 5);
}

TEST_CASE("a workbook without stages has no funnel")
{
    Facts facts = factsFrom("A: Lead@1");
    facts.stages.clear();
    CHECK_FALSE(cohortFunnel(facts, asOf(10)));
}

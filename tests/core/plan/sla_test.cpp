// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/sla.h"

#include <catch2/catch.hpp>
#include <map>

using namespace tandem;

namespace {

PlanStep assumed(StageIndex from, StageIndex to, double rate)
{
    return {from, to, rate, false, 0, 0, {rate, rate}};
}

PlanStep measured(StageIndex from, StageIndex to, std::int64_t converted, std::int64_t n)
{
    return {from,
            to,
            static_cast<double>(converted) / static_cast<double>(n),
            true,
            n,
            converted,
            wilson(converted, n)};
}

/// Visitor, lead, MQL, SQL, opportunity, customer with the rates of the worked example.
PlanBasis workedExample()
{
    PlanBasis basis;
    basis.steps = {assumed(0, 1, 0.02), assumed(1, 2, 0.2), assumed(2, 3, 0.4), assumed(3, 4, 0.5),
                   assumed(4, 5, 0.25)};
    basis.secondsToWin.assign(6, std::nullopt);
    basis.dealSize = Money{800'000};
    return basis;
}

PlanGoal quarter()
{
    return {Money{10'000'000}, 0.6, *dayFromCivil({2026, 1, 1}), *dayFromCivil({2026, 4, 1})};
}

std::vector<std::int64_t> neededOf(const SlaPlan& plan)
{
    std::vector<std::int64_t> needed;
    for (const PlanVolume& volume : plan.volumes) {
        needed.push_back(volume.needed.value_or(-1));
    }
    return needed;
}

} // namespace

TEST_CASE("the worked example comes out: 8 customers need 40,000 visitors")
{
    const auto plan = planBackwards(workedExample(), quarter());
    REQUIRE(plan);
    CHECK(plan->goal == Money{6'000'000});
    CHECK(neededOf(*plan) == std::vector<std::int64_t>{40'000, 800, 160, 64, 32, 8});
}

TEST_CASE("typed-in figures are certain: all quantiles equal the need")
{
    const auto plan = planBackwards(workedExample(), quarter());
    REQUIRE(plan);
    for (const PlanVolume& volume : plan->volumes) {
        CHECK(volume.p10 == volume.needed);
        CHECK(volume.p90 == volume.needed);
    }
}

TEST_CASE("a measured rate gives a range around the need that narrows with its history")
{
    PlanBasis few = workedExample();
    few.steps[4] = measured(4, 5, 5, 20);
    PlanBasis many = workedExample();
    many.steps[4] = measured(4, 5, 5'000, 20'000);
    const auto wide = planBackwards(few, quarter());
    const auto narrow = planBackwards(many, quarter());
    REQUIRE((wide && narrow));
    const PlanVolume& w = wide->volumes[0];
    const PlanVolume& n = narrow->volumes[0];
    CHECK(*w.p10 < *w.p50);
    CHECK(*w.p50 < *w.p90);
    CHECK(*w.p90 - *w.p10 > 5 * (*n.p90 - *n.p10));
}

TEST_CASE("the same seed draws the same plan")
{
    PlanBasis basis = workedExample();
    basis.steps[3] = measured(3, 4, 30, 64);
    basis.weeklyPace = 60.0;
    basis.paceStage = 1;
    const auto one = planBackwards(basis, quarter());
    const auto two = planBackwards(basis, quarter());
    REQUIRE((one && two));
    CHECK(one->volumes[0].p90 == two->volumes[0].p90);
    CHECK(one->chance == two->chance);
}

TEST_CASE("a step whose rate nobody knows leaves the stages above it open")
{
    PlanBasis basis = workedExample();
    basis.steps[1].rate.reset();
    const auto plan = planBackwards(basis, quarter());
    REQUIRE(plan);
    CHECK(neededOf(*plan) == std::vector<std::int64_t>{-1, -1, 160, 64, 32, 8});
    CHECK_FALSE(plan->volumes[0].p50);
    CHECK_FALSE(plan->mostHelpful);
}

TEST_CASE("a measured rate of 0 asks for no endless number of leads")
{
    PlanBasis basis = workedExample();
    basis.steps[2] = measured(2, 3, 0, 50);
    const auto plan = planBackwards(basis, quarter());
    REQUIRE(plan);
    CHECK(neededOf(*plan) == std::vector<std::int64_t>{-1, -1, -1, 64, 32, 8});
}

TEST_CASE("the weeks of a stage sum to its need and lie ahead of the wins")
{
    PlanBasis basis = workedExample();
    basis.secondsToWin[2] = 40 * kSecondsPerDay;
    const auto plan = planBackwards(basis, quarter());
    REQUIRE(plan);
    std::map<int, std::int64_t> sums;
    for (const PlanWeek& week : plan->weeks) {
        CHECK(weekday(week.week) == 0);
        sums[week.stage] += week.needed;
        if (week.stage == 2) {
            CHECK(week.week < quarter().to + -40);
        }
    }
    for (const PlanVolume& volume : plan->volumes) {
        CHECK(sums[volume.stage] == *volume.needed);
    }
}

TEST_CASE("more leads a week never lower the chance of reaching the goal")
{
    PlanBasis basis = workedExample();
    basis.paceStage = 1;
    double before = 0.0;
    for (const double pace : {0.0, 20.0, 50.0, 60.0, 80.0, 200.0}) {
        basis.weeklyPace = pace;
        const auto plan = planBackwards(basis, quarter());
        REQUIRE(plan);
        REQUIRE(plan->chance);
        CHECK(*plan->chance >= before);
        before = *plan->chance;
    }
    CHECK(before > 0.99);
}

TEST_CASE("without a pace there is no chance to tell")
{
    const auto plan = planBackwards(workedExample(), quarter());
    REQUIRE(plan);
    CHECK_FALSE(plan->chance);
}

TEST_CASE("a goal that is none is refused with its reason")
{
    PlanGoal goal = quarter();
    goal.revenue = Money{0};
    CHECK(planBackwards(workedExample(), goal).error().code == ErrorCode::BadInput);
    goal = quarter();
    goal.to = goal.from;
    CHECK(planBackwards(workedExample(), goal).error().code == ErrorCode::BadInput);
    goal = quarter();
    goal.share = 0.0;
    CHECK(planBackwards(workedExample(), goal).error().code == ErrorCode::BadInput);
    PlanBasis basis = workedExample();
    basis.dealSize.reset();
    CHECK(planBackwards(basis, quarter()).error().code == ErrorCode::BadInput);
}

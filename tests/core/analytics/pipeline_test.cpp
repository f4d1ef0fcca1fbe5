// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/pipeline.h"
#include "core/base/random.h"
#include "tests/support/facts_text.h"
#include "tests/support/real_data.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <fmt/format.h>

using namespace tandem;
using namespace tandem::test;

namespace {

Query asOf(double day, Period period = {}, std::vector<Filter> where = {})
{
    return {period, onDay(day), std::move(where)};
}

bool balances(const PipelineBridge& bridge)
{
    return bridge.opening + bridge.added + bridge.grown - bridge.shrunk - bridge.won -
               bridge.lost ==
           bridge.closing;
}

} // namespace

TEST_CASE("open deals are summed and weighted by their own chance or the measured one")
{
    const Facts facts = factsFrom(R"(
        A: | open 1000 stage:Talk probability:0.25 owner:Ines open 100 stage:Talk open 40 stage:Offer
        B: | won 500@5 opened:1 owner:Ines won 100@9 opened:3 lost 900@6 owner:Ines lost 300@6 lost 10@7
    )");
    const auto result = pipeline(facts, asOf(20));
    REQUIRE(result);
    CHECK(result->winRate == 0.4);
    CHECK(result->open == OpenSum{3, Money{114'000}, Money{25'000 + 4'000 + 1'600}});
    CHECK(result->won == DealSum{2, Money{60'000}});
    CHECK(result->lost == DealSum{3, Money{121'000}});
    CHECK(result->averageWon == 30'000.0);
    CHECK(result->medianDaysToWin == 5.0);
    CHECK(result->velocityPerDay == Approx(3 * 30'000.0 * 0.4 / 5.0));
    REQUIRE(result->stages.size() == 2);
    CHECK(result->stages[0].stage == "Talk");
    CHECK(result->stages[0].open.deals == 2);
    CHECK_FALSE(result->stages[0].measuredHere);
    REQUIRE(result->byOwner.size() == 2);
    CHECK(result->byOwner[0].owner == "Ines");
    CHECK(result->byOwner[0].open == 1);
    CHECK(result->byOwner[0].winRate == 0.5);
}

TEST_CASE("a stage in which enough deals closed has a chance of its own")
{
    std::string text = "A: | open 100 stage:Offer open 100 stage:Talk | ";
    for (int i = 0; i < 20; ++i) {
        text += fmt::format("{} 10@1 stage:Offer ", i < 15 ? "won" : "lost");
    }
    for (int i = 0; i < 10; ++i) {
        text += "lost 10@1 stage:Talk ";
    }
    const auto result = pipeline(factsFrom(text), asOf(20));
    CHECK(result->stages[0].chance == 0.75);
    CHECK(result->stages[0].measuredHere);
    CHECK(result->stages[1].chance == 0.5);
    CHECK(result->stages[0].open.weighted == Money{7'500});
}

TEST_CASE("as_of takes a deal back to open, or to before it was opened")
{
    const Facts facts = factsFrom("A: | won 100@10 opened:5\nB: | open 50 opened:8 expected:9");
    CHECK(pipeline(facts, asOf(4))->open.deals == 0);
    CHECK(pipeline(facts, asOf(7))->open.amount == Money{10'000});
    CHECK(pipeline(facts, asOf(9))->open.amount == Money{15'000});
    CHECK(pipeline(facts, asOf(9.5))->slipped.deals == 0);
    const auto late = pipeline(facts, asOf(10));
    CHECK(late->open.amount == Money{5'000});
    CHECK(late->won.deals == 1);
    CHECK(late->slipped == DealSum{1, Money{5'000}});
}

TEST_CASE("won and lost are those closed in the period, by month without gaps")
{
    const Facts facts = factsFrom("A: | won 100@10 won 200@75 lost 50@80 won 400");
    const auto all = pipeline(facts, asOf(200));
    CHECK(all->won.amount == Money{70'000});
    CHECK(all->undated == 1);
    CHECK(all->withoutCycle == 3);
    REQUIRE(all->months.size() == 3);
    CHECK(all->months[1] == PipelineMonth{*dayFromCivil({2026, 2, 1}), 0, 0, Money{}});
    CHECK(all->months[2].lost == 1);
    CHECK(pipeline(facts, asOf(200, days(5, 60)))->won.amount == Money{10'000});
    CHECK_FALSE(pipeline(facts, asOf(200, days(20, 60)))->winRate);
}

TEST_CASE("a filter keeps the deals of its leads")
{
    const Facts facts = factsFrom("A: | source=x | open 100\nB: | source=y | open 50");
    CHECK(pipeline(facts, asOf(9, {}, {{"source", {"y"}}}))->open.amount == Money{5'000});
    CHECK_FALSE(pipeline(facts, asOf(9, {}, {{"sourc", {"y"}}})));
}

TEST_CASE("the bridge tells what became of each deal")
{
    const Facts then = factsFrom("A: | open 100 opened:1 open 200 opened:1 open 400 opened:1 "
                                 "lost 800@3 opened:1 open 10 opened:1");
    const Facts now = factsFrom("A: | won 150@9 opened:1 open 170 opened:1 lost 400@9 opened:1 "
                                "open 800 opened:1\nB: | lost 1@1\n C: | open 1600 opened:8");
    const auto bridge = pipelineBridge(then, onDay(5), now, asOf(20));
    REQUIRE(bridge);
    CHECK(bridge->opening == Money{71'000});
    CHECK(bridge->added == Money{240'000}); // one reopened, one new
    CHECK(bridge->grown == Money{5'000});
    CHECK(bridge->shrunk == Money{3'900}); // 30 less, and the 10 that were lost as 1
    CHECK(bridge->won == Money{15'000});
    CHECK(bridge->closing == Money{257'000});
    CHECK(balances(*bridge));
}

TEST_CASE("the bridge balances to the cent whatever happened")
{
    Random random(9);
    for (int round = 0; round < 100; ++round) {
        const auto text = [&] {
            std::string lines;
            for (int lead = 0; lead < 20; ++lead) {
                lines += fmt::format("L{}: | ", lead);
                for (std::uint64_t i = random.below(4); i > 0; --i) {
                    constexpr const char* kOutcomes[]{"open", "won", "lost"};
                    const char* outcome = kOutcomes[random.below(3)];
                    lines += fmt::format("{} {}", outcome,
                                         static_cast<double>(random.below(99'999)) / 100);
                    if (outcome != std::string_view("open") && random.chance(0.9)) {
                        lines += fmt::format("@{}", random.uniform() * 40);
                    }
                    lines += random.chance(0.7) ? fmt::format(" opened:{} ", random.uniform() * 40)
                                                : " ";
                }
                lines += '\n';
            }
            return lines;
        };
        const Facts then = factsFrom(text());
        const Facts now = factsFrom(text());
        CHECK(balances(*pipelineBridge(then, onDay(15), now, asOf(30))));
        const auto same = pipelineBridge(now, onDay(15), now, asOf(30));
        CHECK(balances(*same));
        CHECK(same->grown == Money{});
        CHECK(same->opening == pipeline(now, asOf(15))->open.amount);
        CHECK(same->closing == pipeline(now, asOf(30))->open.amount);
    }
}

TEST_CASE("the opportunities of a real sales team give its figures")
{
    const auto data = realData();
    if (!data) {
        return;
    }
    const auto rows = tableRows(*data / "03-maven-crm-opportunities/sales_pipeline.csv", ',');
    Facts facts = factsFrom("stages Lead Customer");
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto at = [](const std::string& day) -> std::optional<Instant> {
            const auto found = dayFromIso(day);
            return found ? std::optional(Instant{found->number * kSecondsPerDay}) : std::nullopt;
        };
        DealFact deal;
        deal.id = {static_cast<std::int64_t>(i)};
        deal.owner = rows[i][1];
        deal.stage = rows[i][4];
        deal.outcome = outcomeFromWord(rows[i][4]).value_or(DealOutcome::Open);
        deal.openedAt = at(rows[i][5]);
        deal.closedAt = at(rows[i][6]);
        if (!rows[i][7].empty()) {
            deal.amount = Money{std::stoll(rows[i][7]) * 100};
        }
        facts.deals.push_back(deal);
    }
    const auto result = pipeline(facts, {});
    CHECK(result->won == DealSum{4238, Money{1'000'553'400}});
    CHECK(result->lost.deals == 2473);
    CHECK(*result->winRate == Approx(0.631501).margin(5e-7));
    CHECK(*result->averageWon == Approx(236090.94).margin(0.01));
    CHECK(result->medianDaysToWin == 57.0);
    CHECK(result->open.deals == 1589 + 500);
    const auto quarter = [&](int month, int next) {
        const Period period = facts.timeZone.period(
            dayFromCivil({2017, month, 1}), dayFromCivil({next < month ? 2018 : 2017, next, 1}));
        return pipeline(facts, {period, kEndOfTime, {}})->won.amount.minor / 100;
    };
    CHECK(quarter(1, 4) == 1'134'672);
    CHECK(quarter(4, 7) == 3'086'111);
    CHECK(quarter(7, 10) == 2'982'255);
    CHECK(quarter(10, 1) == 2'802'496);
    CHECK(result->byOwner[0].owner == "Darcel Schlecht");
    CHECK(result->byOwner[0].won == 349);
    CHECK(result->byOwner[0].wonAmount == Money{115'321'400});
}

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/attribution.h"
#include "core/base/random.h"
#include "tests/support/facts_text.h"
#include "tests/support/real_data.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <map>

using namespace tandem;
using namespace tandem::test;

namespace {

Query asOf(double day, Period period = {})
{
    return {period, onDay(day), {}};
}

const CampaignReturn& returnOf(const Facts& facts, const Attribution& result, std::string_view key)
{
    for (std::size_t i = 0; i < facts.campaigns.size(); ++i) {
        if (facts.campaigns[i].key == key) {
            return result.campaigns[i];
        }
    }
    throw std::invalid_argument("no such campaign");
}

/// "a 600 0.5 | b 300 0.25 | - 0 0": credit in whole units and conversions, then no campaign.
std::string credits(const Facts& facts, const Query& query, CreditModel model, int lookback = 180)
{
    const Attribution result = *attribution(facts, query, {model, lookback});
    std::string text;
    for (std::size_t i = 0; i < facts.campaigns.size(); ++i) {
        text += fmt::format("{} {} {:.4g} | ", facts.campaigns[i].key,
                            static_cast<double>(result.campaigns[i].credit.minor) / 100,
                            result.campaigns[i].conversions);
    }
    return text + fmt::format("- {} {:.4g}",
                              static_cast<double>(result.noCampaignCredit.minor) / 100,
                              result.noCampaignConversions);
}

/// A text in which every path is so many leads, each with touches by the second and perhaps a win.
Facts factsOfPaths(const std::vector<std::vector<std::string>>& rows)
{
    Facts facts = factsFrom("stages Lead Customer");
    std::map<std::string, Code> campaigns;
    const auto campaign = [&](const std::string& key) {
        const auto [place, fresh] = campaigns.try_emplace(key, facts.campaigns.size() + 1);
        if (fresh) {
            CampaignFact fact;
            fact.id = {static_cast<std::int64_t>(place->second)};
            fact.key = fact.name = key;
            facts.campaigns.push_back(fact);
        }
        return place->second;
    };
    for (std::size_t i = 1; i < rows.size(); ++i) {
        std::vector<Code> path;
        for (std::size_t begin = 0; begin <= rows[i][0].size();) {
            const std::size_t end = std::min(rows[i][0].find(" > ", begin), rows[i][0].size());
            path.push_back(campaign(rows[i][0].substr(begin, end - begin)));
            begin = end + 3;
        }
        const int won = std::stoi(rows[i][1]);
        const int nothing = std::stoi(rows[i][3]);
        const auto value = static_cast<std::int64_t>(std::llround(std::stod(rows[i][2]) * 1e6));
        for (int n = 0; n < won + nothing; ++n) {
            const auto row = static_cast<LeadRow>(facts.leadIds.size());
            facts.leadIds.push_back({static_cast<std::int64_t>(row + 1)});
            facts.leadCreated.push_back(kUndated);
            facts.changeBegin.push_back(0);
            for (std::size_t k = 0; k < path.size(); ++k) {
                facts.touchAt.push_back(onDay(0).seconds + static_cast<std::int64_t>(k));
                facts.touchCampaign.push_back(path[k]);
            }
            facts.touchBegin.push_back(static_cast<std::uint32_t>(facts.touchAt.size()));
            if (n < won) {
                DealFact deal;
                deal.id = {static_cast<std::int64_t>(row + 1)};
                deal.lead = row;
                deal.outcome = DealOutcome::Won;
                deal.closedAt = onDay(10);
                deal.amount = Money{n == 0 ? value : 0};
                facts.deals.push_back(deal);
            }
        }
    }
    return facts;
}

} // namespace

TEST_CASE("each model credits the campaigns on the path of a won deal")
{
    const Facts facts = factsFrom(R"(
        stages Lead MQL Opportunity Customer
        campaign a
        campaign b
        campaign c
        A: MQL@2 Opportunity@4 | email in@1 campaign:a in@2 campaign:b in@3 in@4 campaign:c | won 1000@5 campaign:b
    )");
    CHECK(credits(facts, asOf(9), CreditModel::First) == "a 1000 1 | b 0 0 | c 0 0 | - 0 0");
    CHECK(credits(facts, asOf(9), CreditModel::Last) == "a 0 0 | b 0 0 | c 1000 1 | - 0 0");
    CHECK(credits(facts, asOf(9), CreditModel::Linear) ==
          "a 333.34 0.3333 | b 333.33 0.3333 | c 333.33 0.3333 | - 0 0");
    CHECK(credits(facts, asOf(9), CreditModel::U) == "a 400 0.4 | b 200 0.2 | c 400 0.4 | - 0 0");
    CHECK(credits(facts, asOf(9), CreditModel::W) ==
          "a 333.34 0.3333 | b 333.33 0.3333 | c 333.33 0.3333 | - 0 0");
    CHECK(credits(facts, asOf(9), CreditModel::Recorded) == "a 0 0 | b 1000 1 | c 0 0 | - 0 0");
    CHECK(credits(facts, asOf(9), CreditModel::Markov) ==
          "a 333.34 0.3333 | b 333.33 0.3333 | c 333.33 0.3333 | - 0 0");
}

TEST_CASE("the path lies in the look-back window, its ends included, and ends at the win")
{
    const Facts facts = factsFrom(R"(
        campaign a
        campaign b
        A: email in@0 campaign:a in@10 campaign:b in@20.1 campaign:a | won 100@20
    )");
    CHECK(credits(facts, asOf(30), CreditModel::Linear, 10) == "a 0 0 | b 100 1 | - 0 0");
    CHECK(credits(facts, asOf(30), CreditModel::Linear, 20) == "a 50 0.5 | b 50 0.5 | - 0 0");
    CHECK(credits(facts, asOf(30), CreditModel::Linear, 9) == "a 0 0 | b 0 0 | - 100 1");
}

TEST_CASE("a deal without a path goes to no campaign")
{
    const Facts facts = factsFrom(R"(
        campaign a
        A: email in@1 | won 100@5
        B: | won 50@5 campaign:a
        C: email in@1 campaign:a | won 30
    )");
    CHECK(credits(facts, asOf(9), CreditModel::Linear) == "a 0 0 | - 180 3");
    CHECK(credits(facts, asOf(9), CreditModel::Recorded) == "a 50 1 | - 130 2");
    CHECK(attribution(facts, asOf(9))->undated == 1);
    CHECK(attribution(facts, asOf(9, days(0, 9)))->totalRevenue == Money{15'000});
}

TEST_CASE("only deals won in the period up to as_of count, and the costs of the same time")
{
    const Facts facts = factsFrom(R"(
        campaign a
        cost a 10@1
        cost a 20@11
        cost a 40@21
        A: email in@1 campaign:a | won 100@5 won 200@15 lost 400@15 open 800 won 1600@25
    )");
    CHECK(attribution(facts, asOf(30))->totalRevenue == Money{190'000});
    const auto cut = attribution(facts, asOf(20));
    CHECK(cut->totalRevenue == Money{30'000});
    CHECK(cut->campaigns[0].cost == Money{3'000});
    CHECK(cut->campaigns[0].openDeals == 2); // one was won later
    CHECK(cut->campaigns[0].openAmount == Money{240'000});
    const auto period = attribution(facts, asOf(30, days(10, 20)));
    CHECK(period->totalRevenue == Money{20'000});
    CHECK(period->campaigns[0].cost == Money{2'000});
    CHECK(period->campaigns[0].roi == Approx(9.0));
    CHECK_FALSE(attribution(facts, asOf(30, days(5, 10)))->campaigns[0].roi);
}

TEST_CASE("months run without gaps from the start to the payback and on")
{
    // Day 0 is 1 January 2026.
    const Facts facts = factsFrom(R"(
        campaign a starts=2
        campaign idle starts=2
        cost a 100@20
        cost a 50@40
        A: email in@10 campaign:a | won 90@70 won 60@100
    )");
    const auto result = attribution(facts, asOf(200));
    const CampaignReturn& a = result->campaigns[0];
    REQUIRE(a.months.size() == 4);
    CHECK(isoDay(a.months[0].month) == "2026-01-01");
    CHECK(a.months[0].cost == Money{10'000});
    CHECK(a.months[2].credit == Money{9'000});
    CHECK(a.months[3].cumulativeCost == Money{15'000});
    CHECK(a.months[3].cumulativeCredit == Money{15'000});
    CHECK(a.roi == 0.0);
    REQUIRE(a.paybackMonth);
    CHECK(isoDay(*a.paybackMonth) == "2026-04-01");
    CHECK(result->campaigns[1].months.empty());
}

TEST_CASE("Markov also weighs the journeys that did not convert")
{
    const Facts facts = factsFrom(R"(
        campaign google
        campaign mailing
        A: web in@1 campaign:google | won 10@5
        B: web in@1 campaign:google | won 10@5
        C: web in@1 campaign:google
        D: web in@1 campaign:mailing | won 10@5
        E: web in@1 campaign:google in@2 campaign:mailing | won 10@5
        F: web in@1
    )");
    const auto result = attribution(facts, asOf(9), {CreditModel::Markov});
    CHECK(result->campaigns[0].conversions == Approx(2.4));
    CHECK(result->campaigns[1].conversions == Approx(1.6));
    CHECK(result->campaigns[0].credit == Money{2'400});
    CHECK(result->campaigns[0].months.front().credit == Money{2'400});
}

TEST_CASE("credits sum to the revenue to the cent in every model")
{
    Random random(5);
    for (int round = 0; round < 30; ++round) {
        std::string text = "stages Lead MQL Opportunity Customer\n";
        for (int lead = 0; lead < 40; ++lead) {
            text += fmt::format("L{}: MQL@{} Opportunity@{} | web ", lead, random.uniform() * 40,
                                random.uniform() * 80);
            for (std::uint64_t i = random.below(6); i > 0; --i) {
                text += fmt::format("in@{} ", random.uniform() * 100);
                text += random.chance(0.8) ? fmt::format("campaign:c{} ", random.below(5)) : "";
            }
            if (random.chance(0.6)) {
                text += fmt::format("| won {}@{} ", static_cast<double>(random.below(99'999)) / 100,
                                    random.uniform() * 120);
                text += random.chance(0.5) ? "campaign:c1" : "";
            }
            text += '\n';
        }
        const Facts facts = factsFrom(text);
        for (const CreditModel model : creditModels()) {
            for (const Query& query : {asOf(110), asOf(200, days(20, 90))}) {
                const auto result = attribution(facts, query, {model, 60});
                Money sum = result->noCampaignCredit;
                double conversions = result->noCampaignConversions;
                for (const CampaignReturn& campaign : result->campaigns) {
                    sum += campaign.credit;
                    conversions += campaign.conversions;
                    Money months;
                    for (const ReturnMonth& month : campaign.months) {
                        months += month.credit;
                    }
                    CHECK(months.minor == campaign.credit.minor);
                }
                CHECK(sum.minor == result->totalRevenue.minor);
                CHECK(conversions == Approx(static_cast<double>(result->deals)));
            }
        }
    }
}

TEST_CASE("a look-back or half-life of nothing is refused")
{
    const Facts facts = factsFrom("A: Lead@1");
    CHECK_FALSE(attribution(facts, asOf(9), {CreditModel::Linear, 0}));
    CHECK_FALSE(attribution(facts, asOf(9), {CreditModel::Decay, 10, 0.0}));
}

TEST_CASE("the path data of ChannelAttribution gives its published figures")
{
    const auto data = realData();
    if (!data) {
        return;
    }
    auto rows = tableRows(*data / "05-channelattribution-pathdata/Data.csv", ';');
    const Facts facts = factsOfPaths(rows);
    const auto conversions = [&](CreditModel model, std::string_view key) {
        return returnOf(facts, *attribution(facts, asOf(20), {model}), key).conversions;
    };
    CHECK(attribution(facts, asOf(20))->deals == 19785);
    CHECK(attribution(facts, asOf(20))->totalRevenue.minor ==
          Approx(74'802'971'587.0).epsilon(1e-8));
    CHECK(conversions(CreditModel::First, "alpha") == 6308);
    CHECK(conversions(CreditModel::First, "iota") == 4606);
    CHECK(conversions(CreditModel::First, "eta") == 3164);
    CHECK(conversions(CreditModel::First, "beta") == 2831);
    CHECK(conversions(CreditModel::Last, "alpha") == 8447);
    CHECK(conversions(CreditModel::Last, "eta") == 4167);
    CHECK(conversions(CreditModel::Last, "iota") == 3355);
    CHECK(conversions(CreditModel::Linear, "alpha") == Approx(7574.718594).epsilon(1e-9));
    CHECK(conversions(CreditModel::Linear, "iota") == Approx(3857.096221).epsilon(1e-9));
    CHECK(conversions(CreditModel::Linear, "eta") == Approx(3539.951157).epsilon(1e-9));

    // The published Markov figures look at converting paths only.
    for (std::size_t i = 1; i < rows.size(); ++i) {
        rows[i][3] = "0";
    }
    const Facts converting = factsOfPaths(rows);
    const auto markov = attribution(converting, asOf(20), {CreditModel::Markov});
    const std::pair<const char*, double> kExpected[]{{"alpha", 5260.07},
                                                     {"iota", 3899.25},
                                                     {"eta", 3347.77},
                                                     {"beta", 2585.41},
                                                     {"theta", 1938.85}};
    for (const auto& [key, expected] : kExpected) {
        CHECK(returnOf(converting, *markov, key).conversions == Approx(expected).margin(0.01));
    }
}

TEST_CASE("the worked examples of dp6 and pychattr come out")
{
    const auto data = realData();
    if (!data) {
        return;
    }
    const auto folder = *data / "08-attribution-worked-examples";
    const Facts dp6 = factsOfPaths(tableRows(folder / "dp6_mam_unit_test.csv", ';'));
    const auto value = [&](CreditModel model, std::string_view key) {
        return static_cast<double>(
                   returnOf(dp6, *attribution(dp6, asOf(20), {model}), key).credit.minor) /
               1e6;
    };
    CHECK(value(CreditModel::Linear, "A") == Approx(10.5));
    CHECK(value(CreditModel::Linear, "B") == Approx(9.0));
    CHECK(value(CreditModel::Linear, "C") == Approx(7.5));
    CHECK(value(CreditModel::U, "A") == Approx(11.1));
    CHECK(value(CreditModel::U, "B") == Approx(8.4));
    CHECK(value(CreditModel::U, "C") == Approx(7.5));
    const Facts pychattr = factsOfPaths(tableRows(folder / "pychattr_readme.csv", ';'));
    const auto markov = attribution(pychattr, asOf(20), {CreditModel::Markov});
    CHECK(returnOf(pychattr, *markov, "A").conversions == Approx(2.0));
    CHECK(returnOf(pychattr, *markov, "B").conversions == Approx(1.0));
}

TEST_CASE("sessions, conversions and ad spend of the attribution playbook give its return")
{
    const auto data = realData();
    if (!data) {
        return;
    }
    const auto folder = *data / "07-dbt-attribution-playbook";
    const auto at = [](std::string text) {
        if (text.size() == 18) { // "2020-02-04 4:30:21"
            text.insert(11, "0");
        }
        return instantFromIso(text).value();
    };
    // One lead for each customer, with sessions as touches of their source.
    std::map<std::string, std::string> leads;
    const auto day = [](Instant t) {
        return fmt::format("{:.9f}", static_cast<double>(t.seconds - onDay(0).seconds) /
                                         static_cast<double>(kSecondsPerDay));
    };
    std::map<std::string, std::string> wins;
    const auto sessions = tableRows(folder / "sessions.csv", ',');
    for (std::size_t i = 1; i < sessions.size(); ++i) {
        leads[sessions[i][1]] +=
            fmt::format("web in@{} campaign:{} ", day(at(sessions[i][2])), sessions[i][4]);
    }
    const auto conversions = tableRows(folder / "customer_conversions.csv", ',');
    for (std::size_t i = 1; i < conversions.size(); ++i) {
        wins[conversions[i][0]] +=
            fmt::format("won {}@{} ", conversions[i][2], day(at(conversions[i][1])));
        leads[conversions[i][0]];
    }
    std::string text;
    const auto spend = tableRows(folder / "ad_spend.csv", ',');
    for (std::size_t i = 1; i < spend.size(); ++i) {
        text += fmt::format("cost {} {}@{}\n", spend[i][1], spend[i][4],
                            day(at(spend[i][0] + " 12:00:00")));
    }
    for (const auto& [customer, touches] : leads) {
        text += fmt::format("{}: {}| {}\n", customer, touches, wins[customer]);
    }
    const Facts facts = factsFrom(text);
    const auto linear = attribution(facts, asOf(0), {CreditModel::Linear, 30});
    CHECK(linear->deals == 21);
    CHECK(linear->touches == 39);
    CHECK(linear->totalRevenue == Money{27'500});
    CHECK(returnOf(facts, *linear, "facebook_ads").credit.minor == Approx(7017.8571).margin(2.5));
    CHECK(returnOf(facts, *linear, "adwords").credit.minor == Approx(1910.7143).margin(2.5));
    CHECK(returnOf(facts, *linear, "direct").credit.minor == Approx(14142.8571).margin(2.5));
    CHECK(*returnOf(facts, *linear, "facebook_ads").roi == Approx(-0.775069).margin(0.0001));
    CHECK(*returnOf(facts, *linear, "adwords").roi == Approx(-0.593465).margin(0.0005));
    const auto positions = attribution(facts, asOf(0), {CreditModel::U, 30});
    const std::pair<const char*, double> kPoints[]{{"direct", 10.94},
                                                   {"facebook_ads", 5.44},
                                                   {"google", 2.58},
                                                   {"adwords", 1.24},
                                                   {"bing", 0.80}};
    for (const auto& [key, points] : kPoints) {
        CHECK(returnOf(facts, *positions, key).conversions == Approx(points).margin(0.006));
    }
}

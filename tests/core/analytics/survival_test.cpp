// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/survival.h"
#include "core/base/random.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

using namespace tandem;

namespace {

std::vector<Lifetime> events(const std::vector<int>& times)
{
    std::vector<Lifetime> lifetimes;
    for (const int time : times) {
        lifetimes.push_back({std::abs(time), time >= 0}); // a negative time is censored
    }
    return lifetimes;
}

} // namespace

TEST_CASE("the remission times of Freireich's leukaemia patients have the published quartiles")
{
    const auto placebo =
        events({1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23});
    CHECK(kaplanMeier(placebo) == Quartiles{4, 8, 12, 21, 21});
    const auto treated = events(
        {6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35});
    CHECK(kaplanMeier(treated) == Quartiles{13, 23, std::nullopt, 21, 9});
}

TEST_CASE("at equal times events come before censorings")
{
    CHECK(kaplanMeier(events({5, -5})).median == 5);
    CHECK(kaplanMeier(events({-5, 5})).median == 5);
}

TEST_CASE("without censoring the quartiles are those of the sorted times")
{
    CHECK(kaplanMeier(events({40, 10, 30, 20})) == Quartiles{10, 20, 30, 4, 4});
    CHECK(kaplanMeier(events({7})) == Quartiles{7, 7, 7, 1, 1});
}

TEST_CASE("nobody, and nobody with the event, have no quartiles")
{
    CHECK(kaplanMeier({}) == Quartiles{});
    CHECK(kaplanMeier(events({-3, -9})) == Quartiles{{}, {}, {}, 2, 0});
}

TEST_CASE("many lifetimes are sorted as few are")
{
    Random random(7);
    std::vector<Lifetime> many;
    std::vector<Lifetime> three;
    for (int i = 0; i < 5000; ++i) {
        many.push_back({static_cast<std::int64_t>(random.below(1'000'000)), true});
    }
    std::vector<std::int64_t> times;
    for (const Lifetime& life : many) {
        times.push_back(life.seconds());
    }
    std::ranges::sort(times);
    const Quartiles quartiles = kaplanMeier(many);
    CHECK(quartiles.q1 == times[1249]);
    CHECK(quartiles.median == times[2499]);
    CHECK(quartiles.q3 == times[3749]);

    // Censored for longer than anything happened: they only stay at risk.
    for (int i = 0; i < 5000; ++i) {
        many.push_back({std::numeric_limits<std::int64_t>::max(), false});
    }
    CHECK(kaplanMeier(many).q1 == times[2499]);
    CHECK(kaplanMeier(many).median == times[4999]);
    CHECK_FALSE(kaplanMeier(many).q3);
}

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/money.h"
#include "core/base/random.h"

#include <catch2/catch.hpp>
#include <limits>
#include <numeric>

using namespace tandem;

namespace {

std::int64_t sum(const std::vector<Money>& parts)
{
    return std::accumulate(parts.begin(), parts.end(), Money{},
                           [](Money a, Money b) { return a + b; })
        .minor;
}

std::vector<Money> shared(std::int64_t total, const std::vector<double>& weights)
{
    return share(Money{total}, weights);
}

} // namespace

TEST_CASE("money adds, subtracts and compares in minor units")
{
    Money m{150};
    m += Money{50};
    CHECK(m == Money{200});
    CHECK(m - Money{250} == Money{-50});
    CHECK(-m == Money{-200});
    CHECK(Money{1} < Money{2});
}

TEST_CASE("currencies have the minor digits of ISO 4217")
{
    CHECK(minorDigits("EUR") == 2);
    CHECK(minorDigits("JPY") == 0);
    CHECK(minorDigits("KWD") == 3);
    CHECK(minorDigits("???") == 2);
}

TEST_CASE("a shared amount goes to the largest remainders, ties to the earlier part")
{
    CHECK(shared(100, {1, 1, 1}) == std::vector<Money>{{34}, {33}, {33}});
    CHECK(shared(5, {0.4, 0.4, 0.2}) == std::vector<Money>{{2}, {2}, {1}});
    CHECK(shared(1, {1, 1}) == std::vector<Money>{{1}, {0}});
    CHECK(shared(10, {0, 1, 0}) == std::vector<Money>{{0}, {10}, {0}});
}

TEST_CASE("a negative amount is shared like its positive twin")
{
    CHECK(shared(-100, {1, 1, 1}) == std::vector<Money>{{-34}, {-33}, {-33}});
}

TEST_CASE("without a positive weight nothing is distributed")
{
    CHECK(shared(100, {}).empty());
    CHECK(shared(100, {0, 0}) == std::vector<Money>{{0}, {0}});
}

TEST_CASE("the parts of a shared amount sum to it exactly and none goes to a weight of zero")
{
    Random random(42);
    for (int round = 0; round < 2'000; ++round) {
        std::vector<double> weights(1 + random.below(40));
        for (double& weight : weights) {
            weight = random.chance(0.2) ? 0.0 : random.exponential(1.0);
        }
        weights[0] += 1e-9;
        const auto total = static_cast<std::int64_t>(random.normal() * 1e10);
        const std::vector<Money> parts = shared(total, weights);
        CHECK(sum(parts) == total);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (weights[i] == 0.0 && parts[i].minor != 0) {
                FAIL("part " << i << " has no weight but gets " << parts[i].minor);
            }
            if (parts[i].minor != 0 && (parts[i].minor < 0) != (total < 0)) {
                FAIL("part " << i << " has another sign than the total");
            }
        }
    }
}

TEST_CASE("no part differs from its exact share by a whole unit")
{
    Random random(5);
    for (int round = 0; round < 500; ++round) {
        std::vector<double> weights(1 + random.below(20));
        for (double& weight : weights) {
            weight = 0.001 + random.uniform();
        }
        const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
        const std::int64_t total = static_cast<std::int64_t>(random.below(1'000'000));
        const std::vector<Money> parts = shared(total, weights);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const double exact = static_cast<double>(total) * weights[i] / all;
            CHECK(std::abs(static_cast<double>(parts[i].minor) - exact) < 1.0 + 1e-6);
        }
    }
}

TEST_CASE("a huge amount is shared exactly")
{
    const std::int64_t total = 9'007'199'254'740'993; // 2^53 + 1 is no double
    CHECK(sum(shared(total, {1})) == total);
    CHECK(sum(shared(total, {0.1, 0.2, 0.7})) == total);
}

TEST_CASE("amounts are written with the digits of their currency")
{
    CHECK(plainAmount({1'234'567}, "EUR") == "12345.67");
    CHECK(plainAmount({5}, "EUR") == "0.05");
    CHECK(plainAmount({-5}, "EUR") == "-0.05");
    CHECK(plainAmount({0}, "EUR") == "0.00");
    CHECK(plainAmount({1'234}, "JPY") == "1234");
    CHECK(plainAmount({1'234}, "KWD") == "1.234");
    CHECK(readableAmount({123'456'789}, "EUR") == "EUR 1,234,567.89");
    CHECK(readableAmount({-99'999}, "EUR") == "EUR -999.99");
    CHECK(readableAmount({-100'000'000}, "USD") == "USD -1,000,000.00");
    CHECK(plainAmount({std::numeric_limits<std::int64_t>::min()}, "EUR") ==
          "-92233720368547758.08");
}

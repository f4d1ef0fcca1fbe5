// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/credit.h"
#include "core/base/money.h"
#include "core/base/random.h"

#include <catch2/catch.hpp>
#include <numeric>

using namespace tandem;

namespace {

std::vector<std::int64_t> onDays(const std::vector<int>& days)
{
    std::vector<std::int64_t> at;
    for (const int day : days) {
        at.push_back(day * kSecondsPerDay);
    }
    return at;
}

std::vector<std::int64_t> cents(std::int64_t total, const std::vector<double>& shares)
{
    std::vector<std::int64_t> parts;
    for (const Money part : share(Money{total}, shares)) {
        parts.push_back(part.minor);
    }
    return parts;
}

using Shares = std::vector<double>;

void checkShares(const Shares& shares, const Shares& expected)
{
    REQUIRE(shares.size() == expected.size());
    for (std::size_t i = 0; i < shares.size(); ++i) {
        CHECK(shares[i] == Approx(expected[i]));
    }
}

} // namespace

TEST_CASE("ten thousand over touches 14, 7 and 0 days before the win give the agreed cents")
{
    const auto at = onDays({-14, -7, 0});
    CHECK(cents(1'000'000, pathShares(CreditModel::Decay, at)) ==
          std::vector<std::int64_t>{142857, 285714, 571429});
    CHECK(cents(1'000'000, pathShares(CreditModel::Linear, at)) ==
          std::vector<std::int64_t>{333334, 333333, 333333});
    CHECK(cents(1'000'000, pathShares(CreditModel::U, at)) ==
          std::vector<std::int64_t>{400000, 200000, 400000});
}

TEST_CASE("first and last take all")
{
    checkShares(pathShares(CreditModel::First, onDays({1, 2, 3})), {1, 0, 0});
    checkShares(pathShares(CreditModel::Last, onDays({1, 2, 3})), {0, 0, 1});
}

TEST_CASE("U gives all to one touch and half to each of two")
{
    checkShares(pathShares(CreditModel::U, onDays({1})), {1});
    checkShares(pathShares(CreditModel::U, onDays({1, 2})), {0.5, 0.5});
    checkShares(pathShares(CreditModel::U, onDays({1, 2, 3, 4})), {0.4, 0.1, 0.1, 0.4});
}

TEST_CASE("W marks the first touch and those at or before MQL and Opportunity")
{
    const auto day = [](int n) { return n * kSecondsPerDay; };
    checkShares(pathShares(CreditModel::W, onDays({1, 2, 3, 4, 5}), {day(3), day(5)}),
                {0.3, 0.05, 0.3, 0.05, 0.3});
    // Both marks on one touch add up, and the shares are scaled where nobody takes the rest.
    checkShares(pathShares(CreditModel::W, onDays({1, 2}), {day(9), day(9)}), {1.0 / 3, 2.0 / 3});
    checkShares(pathShares(CreditModel::W, onDays({1, 2}), {day(1), day(1)}), {0.9, 0.1});
    checkShares(pathShares(CreditModel::W, onDays({1})), {1});
    // Never reached, at an unknown time, or before the path: no touch takes the mark.
    checkShares(pathShares(CreditModel::W, onDays({1, 2, 3})), {0.75, 0.125, 0.125});
    checkShares(pathShares(CreditModel::W, onDays({1, 2}), {INT64_MIN, day(0)}), {0.75, 0.25});
}

TEST_CASE("time decay halves every half-life")
{
    // The published example: touches at 0, 7, 14 and 21 of 28 days.
    checkShares(pathShares(CreditModel::Decay, onDays({0, 7, 14, 21})),
                {1.0 / 15, 2.0 / 15, 4.0 / 15, 8.0 / 15});
    PathMarks slow;
    slow.halfLifeDays = 14;
    checkShares(pathShares(CreditModel::Decay, onDays({0, 14}), slow), {1.0 / 3, 2.0 / 3});
    checkShares(pathShares(CreditModel::Decay, onDays({-40'000, 0})), {0, 1});
}

TEST_CASE("shares sum to one whatever the path")
{
    Random random(3);
    for (int round = 0; round < 500; ++round) {
        std::vector<std::int64_t> at;
        for (std::uint64_t i = 1 + random.below(30); i > 0; --i) {
            at.push_back(static_cast<std::int64_t>(random.below(100'000'000)));
        }
        std::sort(at.begin(), at.end());
        const PathMarks marks{static_cast<std::int64_t>(random.below(100'000'000)),
                              static_cast<std::int64_t>(random.below(100'000'000))};
        for (const CreditModel model : creditModels()) {
            const auto shares = pathShares(model, at, marks);
            const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
            const bool byPath = model != CreditModel::Markov && model != CreditModel::Recorded;
            CHECK(sum == Approx(byPath ? 1.0 : 0.0));
        }
    }
    CHECK(pathShares(CreditModel::Linear, {}).empty());
}

TEST_CASE("models are named by a word")
{
    for (const CreditModel model : creditModels()) {
        CHECK(creditFromWord(creditWord(model)) == model);
    }
    CHECK(creditFromWord(" Markov ") == CreditModel::Markov);
    CHECK_FALSE(creditFromWord("best"));
}

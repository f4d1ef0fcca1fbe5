// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/interval.h"

#include <catch2/catch.hpp>

using namespace tandem;

namespace {

void checkWilson(std::int64_t converted, std::int64_t n, double low, double high)
{
    const Interval interval = wilson(converted, n);
    CHECK(interval.low == Approx(low).margin(0.00005));
    CHECK(interval.high == Approx(high).margin(0.00005));
}

} // namespace

TEST_CASE("Wilson intervals are those of Newcombe's table")
{
    // R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
    checkWilson(81, 263, 0.2553, 0.3662);
    checkWilson(15, 148, 0.0624, 0.1605);
    checkWilson(0, 20, 0.0, 0.1611);
    checkWilson(1, 29, 0.0061, 0.1718);
}

TEST_CASE("a Wilson interval is symmetric, within [0, 1], and everything for nobody")
{
    CHECK(wilson(0, 0) == Interval{0.0, 1.0});
    CHECK(wilson(7, 7).high == 1.0);
    CHECK(wilson(0, 7).low == 0.0);
    CHECK(wilson(2, 7).low == Approx(1.0 - wilson(5, 7).high));
}

TEST_CASE("the two-proportion test gives the p of the chi-square test without correction")
{
    CHECK(twoProportionP(45, 100, 30, 100) == Approx(0.02846).margin(0.00001)); // chi-square 4.8
    CHECK(twoProportionP(30, 100, 45, 100) == twoProportionP(45, 100, 30, 100));
    CHECK(twoProportionP(3, 10, 30, 100) == Approx(1.0));
    CHECK(twoProportionP(1, 1, 0, 0) == 1.0);
    CHECK(twoProportionP(5, 5, 9, 9) == 1.0);
}

TEST_CASE("Fisher's exact test gives the published values")
{
    CHECK(fisherExact(3, 1, 1, 3) == Approx(0.4857).margin(0.00005)); // the lady tasting tea
    CHECK(fisherExact(2, 10, 15, 3) == Approx(0.0005367).margin(0.00000005)); // convicted twins
    CHECK(fisherExact(2, 10, 15, 3) == Approx(fisherExact(10, 2, 3, 15)));
    CHECK(fisherExact(0, 0, 4, 5) == 1.0);
    CHECK(fisherExact(0, 5, 0, 9) == 1.0);
}

TEST_CASE("Fisher's test stands large tables")
{
    CHECK(fisherExact(1147, 1721, 2414, 3958) > 0.05);
    CHECK(fisherExact(490, 44, 3071, 5635) < 1e-100);
}

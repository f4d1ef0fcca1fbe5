// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/tally.h"

#include <catch2/catch.hpp>

using namespace tandem;

TEST_CASE("a tally gives mean, median and quartiles as numpy does")
{
    Tally tally;
    for (const std::size_t value : {6, 47, 49, 15, 42, 41, 7, 39, 43, 40, 36}) {
        tally.add(value);
    }
    CHECK(tally.quantile(0.25) == 25.5);
    CHECK(tally.quantile(0.5) == 40.0);
    CHECK(tally.quantile(0.75) == 42.5);
    CHECK(tally.quantile(0.0) == 6.0);
    CHECK(tally.quantile(1.0) == 49.0);
    CHECK(tally.sum() == 365);
    CHECK(tally.mean() == Approx(365.0 / 11.0));
    CHECK(tally.atLeast(41) == 5);
    CHECK(tally.of(15) == 1);
    CHECK(tally.of(500) == 0);
}

TEST_CASE("the median of an even number is the mean of the middle two")
{
    Tally tally;
    for (const std::size_t value : {1, 2, 3, 10}) {
        tally.add(value);
    }
    CHECK(tally.quantile(0.5) == 2.5);
}

TEST_CASE("an empty tally has no mean and no median")
{
    CHECK_FALSE(Tally().mean());
    CHECK_FALSE(Tally().quantile(0.5));
    CHECK(Tally().atLeast(0) == 0);
}

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"

#include <catch2/catch.hpp>
#include <vector>

using namespace tandem;

TEST_CASE("the same seed gives the same numbers, those of SplitMix64")
{
    // The first outputs of the authors' own program for the seed 1234567.
    Random random(1'234'567);
    CHECK(random.next() == 6'457'827'717'110'365'317ULL);
    CHECK(random.next() == 3'203'168'211'198'807'973ULL);
    CHECK(random.next() == 9'817'491'932'198'370'423ULL);
}

TEST_CASE("random numbers stay in their range and have their mean")
{
    Random random(9);
    constexpr int kDraws = 200'000;
    double uniform = 0;
    double normal = 0;
    double square = 0;
    double exponential = 0;
    int heads = 0;
    std::vector<int> faces(6);
    for (int i = 0; i < kDraws; ++i) {
        const double u = random.uniform();
        if (u < 0.0 || u >= 1.0) {
            FAIL("out of range: " << u);
        }
        uniform += u;
        const double z = random.normal();
        normal += z;
        square += z * z;
        exponential += random.exponential(3.0);
        heads += random.chance(0.25) ? 1 : 0;
        ++faces.at(random.below(6));
    }
    CHECK(uniform / kDraws == Approx(0.5).margin(0.005));
    CHECK(normal / kDraws == Approx(0.0).margin(0.01));
    CHECK(square / kDraws == Approx(1.0).margin(0.02));
    CHECK(exponential / kDraws == Approx(3.0).margin(0.05));
    CHECK(static_cast<double>(heads) / kDraws == Approx(0.25).margin(0.005));
    for (const int count : faces) {
        CHECK(static_cast<double>(count) / kDraws == Approx(1.0 / 6).margin(0.005));
    }
}

TEST_CASE("a certain thing happens and an impossible one does not")
{
    Random random(4);
    for (int i = 0; i < 1'000; ++i) {
        CHECK(random.chance(1.0));
        CHECK_FALSE(random.chance(0.0));
        CHECK(random.below(1) == 0);
    }
}

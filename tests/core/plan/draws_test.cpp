// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/draws.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

using namespace tandem;

namespace {

struct Moments {
    double mean = 0.0;
    double variance = 0.0;
};

template <class Draw>
Moments moments(Draw draw)
{
    constexpr int n = 40'000;
    double sum = 0.0;
    double squares = 0.0;
    for (int i = 0; i < n; ++i) {
        const double x = draw();
        sum += x;
        squares += x * x;
    }
    return {sum / n, squares / n - sum / n * (sum / n)};
}

} // namespace

TEST_CASE("draws from Beta(a, b) have its mean and variance")
{
    Random random(7);
    for (const auto& [a, b] : {std::pair{1.0, 1.0}, {2.0, 5.0}, {31.0, 71.0}, {400.0, 20.0}}) {
        const Moments m = moments([&, x = a, y = b] { return drawBeta(random, x, y); });
        CHECK(m.mean == Approx(a / (a + b)).epsilon(0.02));
        CHECK(m.variance == Approx(a * b / ((a + b) * (a + b) * (a + b + 1.0))).epsilon(0.06));
    }
}

TEST_CASE("draws of successes have the binomial mean and variance on both ways of drawing")
{
    Random random(8);
    for (const auto& [n, p] : {std::pair{10, 0.3}, {500, 0.01}, {1'000, 0.4}, {50, 0.9}}) {
        const Moments m = moments([&, trials = n, rate = p] {
            return static_cast<double>(drawBinomial(random, trials, rate));
        });
        CHECK(m.mean == Approx(n * p).epsilon(0.02));
        CHECK(m.variance == Approx(n * p * (1.0 - p)).epsilon(0.06));
    }
    CHECK(drawBinomial(random, 10, 0.0) == 0);
    CHECK(drawBinomial(random, 10, 1.0) == 10);
    CHECK(drawBinomial(random, 0, 0.5) == 0);
}

TEST_CASE("bootstrap means scatter by the standard error, also where the normal limit stands in")
{
    for (const int size : {40, 4'000}) {
        std::vector<std::int64_t> values;
        Random random(9);
        for (int i = 0; i < size; ++i) {
            values.push_back(static_cast<std::int64_t>(random.exponential(1'000.0)));
        }
        const BootstrapMean bootstrap(values);
        const Moments m = moments([&] { return bootstrap.draw(random); });
        CHECK(m.mean == Approx(bootstrap.mean()).epsilon(0.02));
        CHECK(std::sqrt(m.variance) == Approx(1'000.0 / std::sqrt(size)).epsilon(0.35));
    }
}

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/markov.h"
#include "core/base/random.h"

#include <catch2/catch.hpp>

using namespace tandem;

namespace {

using Path = std::vector<std::uint32_t>;

/// Effects scaled to sum to `total`.
std::vector<double> scaled(const std::vector<double>& effects, double total)
{
    double sum = 0;
    for (const double effect : effects) {
        sum += effect;
    }
    std::vector<double> result;
    for (const double effect : effects) {
        result.push_back(effect / sum * total);
    }
    return result;
}

} // namespace

TEST_CASE("the published examples of removal effects come out")
{
    MarkovChain puzyrov(2);
    puzyrov.add(Path{0}, true, 2);
    puzyrov.add(Path{0}, false, 1);
    puzyrov.add(Path{1}, true, 1);
    puzyrov.add(Path{0, 1}, true, 1);
    const auto credit = scaled(puzyrov.removalEffects(), 4);
    CHECK(credit[0] == Approx(2.4));
    CHECK(credit[1] == Approx(1.6));

    MarkovChain pychattr(2);
    pychattr.add(Path{0, 1, 0, 1, 1, 0}, true);
    pychattr.add(Path{0, 1, 1, 0, 0}, true);
    pychattr.add(Path{0, 0}, true);
    const auto other = scaled(pychattr.removalEffects(), 3);
    CHECK(other[0] == Approx(2.0));
    CHECK(other[1] == Approx(1.0));
}

TEST_CASE("removing the only way to convert costs everything")
{
    MarkovChain chain(3);
    chain.add(Path{0, 1}, true);
    chain.add(Path{2}, false);
    const auto effects = chain.removalEffects();
    CHECK(effects[0] == Approx(1.0));
    CHECK(effects[1] == Approx(1.0));
    CHECK(effects[2] == 0.0);
}

TEST_CASE("without a conversion, a path or a campaign there is no effect")
{
    MarkovChain none(2);
    CHECK(none.removalEffects() == std::vector<double>{0, 0});
    none.add(Path{}, true);
    CHECK(none.removalEffects() == std::vector<double>{0, 0});
    none.add(Path{0, 1}, false);
    CHECK(none.removalEffects() == std::vector<double>{0, 0});
    CHECK(MarkovChain(0).removalEffects().empty());
}

TEST_CASE("effects are those of really taking the campaign out of the chain")
{
    Random random(11);
    for (int round = 0; round < 20; ++round) {
        // Transition counts of a random chain, and the chance to convert found by iteration.
        constexpr std::size_t kStates = 6;
        MarkovChain chain(kStates);
        double flow[kStates + 1][kStates + 2] = {};
        for (int i = 0; i < 60; ++i) {
            Path path;
            for (std::uint64_t n = 1 + random.below(7); n > 0; --n) {
                path.push_back(static_cast<std::uint32_t>(random.below(kStates)));
            }
            const bool converted = random.chance(0.4);
            chain.add(path, converted);
            std::size_t from = kStates;
            for (const std::uint32_t state : path) {
                flow[from][state] += 1;
                from = state;
            }
            flow[from][converted ? kStates : kStates + 1] += 1;
        }
        const auto converts = [&](std::size_t removed) {
            std::vector<double> chance(kStates + 1, 0.0);
            for (int sweep = 0; sweep < 3000; ++sweep) {
                for (std::size_t i = 0; i <= kStates; ++i) {
                    double all = 0;
                    double sum = flow[i][kStates];
                    for (std::size_t k = 0; k < kStates + 2; ++k) {
                        all += flow[i][k];
                    }
                    for (std::size_t k = 0; k < kStates; ++k) {
                        sum += flow[i][k] * (k == removed ? 0.0 : chance[k]);
                    }
                    chance[i] = all > 0 ? sum / all : 0;
                }
            }
            return chance[kStates];
        };
        const auto effects = chain.removalEffects();
        const double whole = converts(kStates);
        for (std::size_t i = 0; i < kStates; ++i) {
            CHECK(effects[i] == Approx(1.0 - converts(i) / whole).margin(1e-9));
        }
    }
}

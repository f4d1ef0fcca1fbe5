// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>

namespace tandem {

/// A small deterministic generator (SplitMix64, Steele, Lea and Flood 2014): the same seed gives
/// the same numbers on every machine, which the standard distributions do not promise.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    /// 64 random bits.
    std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

    /// Uniform in [0, 1).
    double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

    /// Uniform whole number in [0, bound); bound > 0.
    std::uint64_t below(std::uint64_t bound)
    {
        return static_cast<std::uint64_t>(uniform() * static_cast<double>(bound));
    }

    /// True with the given probability.
    bool chance(double probability) { return uniform() < probability; }

    /// Standard normal (Box and Muller 1958).
    double normal()
    {
        const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
        return radius * std::cos(6.283185307179586 * uniform());
    }

    /// Exponential with the given mean.
    double exponential(double mean) { return -mean * std::log(1.0 - uniform()); }

private:
    std::uint64_t m_state;
};

} // namespace tandem

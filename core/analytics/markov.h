// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace tandem {

/// A first-order Markov chain of journeys through campaigns that end in a conversion or in none
/// (Anderl, Becker, von Wangenheim and Schumann 2016).
class MarkovChain {
public:
    /// For campaigns 0 … states - 1.
    explicit MarkovChain(std::size_t states);

    /// Adds `count` journeys of that path, oldest first. An empty path adds nothing.
    void add(std::span<const std::uint32_t> path, bool converted, double count = 1.0);

    /// For each campaign the share of conversions that is lost if every journey ends without one
    /// where it would meet the campaign. All 0 if nothing converted. Solves one system of as many
    /// equations as campaigns occur.
    std::vector<double> removalEffects() const;

private:
    double& flow(std::size_t from, std::size_t to) { return m_flow[from * m_width + to]; }

    std::size_t m_states;
    std::size_t m_width;        // a row: all campaigns, conversion, no conversion
    std::vector<double> m_flow; // counted transitions; the last row is those from the start
};

} // namespace tandem

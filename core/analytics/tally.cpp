// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/tally.h"

#include <cmath>
#include <numeric>

namespace tandem {

void Tally::add(std::size_t value)
{
    if (value >= m_counts.size()) {
        m_counts.resize(value + 1, 0);
    }
    ++m_counts[value];
    ++m_size;
    m_sum += static_cast<std::int64_t>(value);
}

std::int64_t Tally::atLeast(std::size_t value) const
{
    if (value >= m_counts.size()) {
        return 0;
    }
    return std::accumulate(m_counts.begin() + static_cast<std::ptrdiff_t>(value), m_counts.end(),
                           std::int64_t{0});
}

std::int64_t Tally::of(std::size_t value) const
{
    return value < m_counts.size() ? m_counts[value] : 0;
}

std::optional<double> Tally::mean() const
{
    if (m_size == 0) {
        return std::nullopt;
    }
    return static_cast<double>(m_sum) / static_cast<double>(m_size);
}

std::optional<double> Tally::quantile(double p) const
{
    if (m_size == 0) {
        return std::nullopt;
    }
    const double place = p * static_cast<double>(m_size - 1);
    const double below = std::floor(place);
    const auto rank = static_cast<std::int64_t>(below);
    const auto low = static_cast<double>(ranked(rank));
    const auto high = rank + 1 < m_size ? static_cast<double>(ranked(rank + 1)) : low;
    return low + (place - below) * (high - low);
}

/// The number at a place of the sorted list, from 0.
std::size_t Tally::ranked(std::int64_t rank) const
{
    std::size_t value = 0;
    while (rank >= m_counts[value]) {
        rank -= m_counts[value];
        ++value;
    }
    return value;
}

} // namespace tandem

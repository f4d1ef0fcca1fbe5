// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace tandem {

/// How often each small whole number occurs; mean and quantiles without sorting.
class Tally {
public:
    void add(std::size_t value);

    std::int64_t size() const { return m_size; }
    std::int64_t sum() const { return m_sum; }
    /// How many of the numbers are >= value.
    std::int64_t atLeast(std::size_t value) const;
    std::int64_t of(std::size_t value) const;

    /// Empty if nothing was added.
    std::optional<double> mean() const;
    /// The quantile for 0 <= p <= 1 by linear interpolation between the order statistics (type 7 of
    /// Hyndman and Fan 1996); p = 0.5 is the median, the mean of the middle two of an even number.
    /// Empty if nothing was added.
    std::optional<double> quantile(double p) const;

private:
    std::size_t ranked(std::int64_t rank) const;

    std::vector<std::int64_t> m_counts;
    std::int64_t m_size = 0;
    std::int64_t m_sum = 0;
};

} // namespace tandem

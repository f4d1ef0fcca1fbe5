// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/survival.h"

#include <algorithm>
#include <array>
#include <vector>

namespace tandem {
namespace {

// Time and kind of a lifetime in one number, so that sorting it puts events before censorings.
std::uint64_t packed(const Lifetime& life)
{
    return static_cast<std::uint64_t>(std::max<std::int64_t>(life.seconds, 0)) << 1U |
           (life.event ? 0U : 1U);
}

/// Least-significant-digit radix sort: cohorts of a hundred thousand are sorted while a person
/// drags a period, and a comparison sort is most of that time.
void sortNumbers(std::vector<std::uint64_t>& numbers)
{
    if (numbers.size() < 2048) {
        std::ranges::sort(numbers);
        return;
    }
    constexpr unsigned kBits = 11;
    constexpr std::uint64_t kMask = (1U << kBits) - 1;
    const std::uint64_t most = *std::ranges::max_element(numbers);
    std::vector<std::uint64_t> other(numbers.size());
    for (unsigned shift = 0; shift < 64 && (most >> shift) != 0; shift += kBits) {
        std::array<std::uint32_t, kMask + 2> begin{};
        for (const std::uint64_t number : numbers) {
            ++begin[((number >> shift) & kMask) + 1];
        }
        for (std::size_t i = 1; i < begin.size(); ++i) {
            begin[i] += begin[i - 1];
        }
        for (const std::uint64_t number : numbers) {
            other[begin[(number >> shift) & kMask]++] = number;
        }
        numbers.swap(other);
    }
}

} // namespace

Quartiles kaplanMeier(std::span<const Lifetime> lifetimes)
{
    Quartiles result;
    result.n = static_cast<std::int64_t>(lifetimes.size());
    std::int64_t lastEvent = -1;
    for (const Lifetime& life : lifetimes) {
        if (life.event) {
            ++result.events;
            lastEvent = std::max(lastEvent, std::max<std::int64_t>(life.seconds, 0));
        }
    }
    // Members watched for longer than the last event only count as being at risk.
    std::vector<std::uint64_t> times;
    times.reserve(lifetimes.size());
    for (const Lifetime& life : lifetimes) {
        if (life.seconds <= lastEvent || life.event) {
            times.push_back(packed(life));
        }
    }
    sortNumbers(times);

    // The share still without the event; compared with a little room for the rounding of the
    // product.
    constexpr double kRoom = 1e-12;
    double without = 1.0;
    std::int64_t atRisk = result.n;
    for (std::size_t i = 0; i < times.size();) {
        const std::uint64_t now = times[i] >> 1U;
        std::int64_t events = 0;
        std::int64_t gone = 0;
        for (; i < times.size() && times[i] >> 1U == now; ++i) {
            events += (times[i] & 1U) == 0 ? 1 : 0;
            ++gone;
        }
        without *= 1.0 - static_cast<double>(events) / static_cast<double>(atRisk);
        atRisk -= gone;
        const auto at = static_cast<std::int64_t>(now);
        if (!result.q1 && without <= 0.75 + kRoom) {
            result.q1 = at;
        }
        if (!result.median && without <= 0.5 + kRoom) {
            result.median = at;
        }
        if (!result.q3 && without <= 0.25 + kRoom) {
            result.q3 = at;
            break;
        }
    }
    return result;
}

} // namespace tandem

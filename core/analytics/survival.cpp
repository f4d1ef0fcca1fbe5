// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/survival.h"

#include <algorithm>
#include <array>
#include <vector>

namespace tandem {
namespace {

/// Least-significant-digit radix sort: cohorts of a hundred thousand are sorted while a person
/// drags a period, and a comparison sort is most of that time.
void sortByTime(std::vector<Lifetime>& lifetimes)
{
    if (lifetimes.size() < 2048) {
        std::ranges::sort(lifetimes, {}, &Lifetime::sortKey);
        return;
    }
    constexpr unsigned kBits = 11;
    constexpr std::uint64_t kMask = (1U << kBits) - 1;
    const std::uint64_t most =
        std::ranges::max_element(lifetimes, {}, &Lifetime::sortKey)->sortKey();
    std::vector<Lifetime> other = lifetimes;
    for (unsigned shift = 0; shift < 64 && (most >> shift) != 0; shift += kBits) {
        std::array<std::uint32_t, kMask + 2> begin{};
        for (const Lifetime life : lifetimes) {
            ++begin[((life.sortKey() >> shift) & kMask) + 1];
        }
        for (std::size_t i = 1; i < begin.size(); ++i) {
            begin[i] += begin[i - 1];
        }
        for (const Lifetime life : lifetimes) {
            other[begin[(life.sortKey() >> shift) & kMask]++] = life;
        }
        lifetimes.swap(other);
    }
}

} // namespace

Quartiles kaplanMeier(std::vector<Lifetime> lifetimes)
{
    Quartiles result;
    result.n = static_cast<std::int64_t>(lifetimes.size());
    std::int64_t lastEvent = -1;
    for (const Lifetime life : lifetimes) {
        if (life.event()) {
            ++result.events;
            lastEvent = std::max(lastEvent, life.seconds());
        }
    }
    // Members watched for longer than the last event only count as being at risk.
    std::erase_if(lifetimes, [lastEvent](Lifetime life) { return life.seconds() > lastEvent; });
    sortByTime(lifetimes);

    // The share still without the event; compared with a little room for the rounding of the
    // product.
    constexpr double kRoom = 1e-12;
    double without = 1.0;
    std::int64_t atRisk = result.n;
    for (std::size_t i = 0; i < lifetimes.size();) {
        const std::int64_t now = lifetimes[i].seconds();
        std::int64_t events = 0;
        std::int64_t gone = 0;
        for (; i < lifetimes.size() && lifetimes[i].seconds() == now; ++i) {
            events += lifetimes[i].event() ? 1 : 0;
            ++gone;
        }
        without *= 1.0 - static_cast<double>(events) / static_cast<double>(atRisk);
        atRisk -= gone;
        if (!result.q1 && without <= 0.75 + kRoom) {
            result.q1 = now;
        }
        if (!result.median && without <= 0.5 + kRoom) {
            result.median = now;
        }
        if (!result.q3 && without <= 0.25 + kRoom) {
            result.q3 = now;
            break;
        }
    }
    return result;
}

} // namespace tandem

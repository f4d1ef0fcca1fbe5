// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace tandem {

/// One member of a cohort: how long it was watched, and whether the event came at the end of that
/// time. Ordered by time; at equal times events come before censorings.
class Lifetime {
public:
    /// A time below zero counts as zero.
    Lifetime(std::int64_t seconds, bool event)
        : m_packed(static_cast<std::uint64_t>(seconds < 0 ? 0 : seconds) << 1U | (event ? 0U : 1U))
    {
    }

    std::int64_t seconds() const { return static_cast<std::int64_t>(m_packed >> 1U); }
    bool event() const { return (m_packed & 1U) == 0; } ///< else censored
    std::uint64_t sortKey() const { return m_packed; }

private:
    std::uint64_t
        m_packed; // eight bytes, since a hundred thousand of them are made and sorted at once
};

/// Quartiles of the time to an event by Kaplan and Meier (1958), in seconds: the first time at
/// which the share that has had the event reaches 25, 50, 75 %. Empty where the curve never gets
/// there.
struct Quartiles {
    std::optional<std::int64_t> q1, median, q3;
    std::int64_t n = 0;      ///< members
    std::int64_t events = 0; ///< of them with the event

    bool operator==(const Quartiles&) const = default;
};

/// Takes the lifetimes to sort them; move them in.
Quartiles kaplanMeier(std::vector<Lifetime> lifetimes);

} // namespace tandem

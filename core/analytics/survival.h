// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace tandem {

/// One member of a cohort: how long it was watched, and whether the event came at the end of that
/// time.
struct Lifetime {
    std::int64_t seconds = 0;
    bool event = false; ///< false: censored
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

/// At equal times events come before censorings; times below zero count as zero.
Quartiles kaplanMeier(std::span<const Lifetime> lifetimes);

} // namespace tandem

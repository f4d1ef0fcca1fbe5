// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"

#include <cmath>

namespace tandem::test {

/// The start of day 0 of the tests' calendar (2026-01-01, UTC, a Thursday) plus `days`.
inline Instant onDay(double days)
{
    constexpr std::int64_t kDayZero = 1'767'225'600;
    return Instant{kDayZero + std::llround(days * static_cast<double>(kSecondsPerDay))};
}

/// The period of days [from, to).
inline Period days(double from, double to)
{
    return {onDay(from), onDay(to)};
}

} // namespace tandem::test

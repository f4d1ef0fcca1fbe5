// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace tandem {

/// UTC seconds since 1970.
struct Instant {
    std::int64_t seconds = 0;

    auto operator<=>(const Instant&) const = default;
};

/// The stored stand-in for "no date is known" where a column cannot be empty; sorts before all.
inline constexpr Instant kUndated{std::numeric_limits<std::int64_t>::min()};
/// Later than everything; the `as_of` that cuts nothing.
inline constexpr Instant kEndOfTime{std::numeric_limits<std::int64_t>::max()};

inline constexpr std::int64_t kSecondsPerDay = 86'400;

/// A calendar day, counted from 1970-01-01 = 0.
struct Day {
    std::int32_t number = 0;

    auto operator<=>(const Day&) const = default;
    Day operator+(int days) const { return {number + days}; }
    int operator-(Day other) const { return number - other.number; }
};

/// Year, month 1…12, day of month 1…31 of the Gregorian calendar.
struct CivilDay {
    int year = 1970;
    int month = 1;
    int day = 1;

    bool operator==(const CivilDay&) const = default;
};

/// The day of a calendar date; empty if there is no such date (31 February).
std::optional<Day> dayFromCivil(CivilDay civil);
CivilDay civilFromDay(Day day);
/// 0 = Monday … 6 = Sunday.
int weekday(Day day);

/// "2026-05-12".
std::string isoDay(Day day);
/// "2026-05-12T10:30:00Z".
std::string isoInstant(Instant instant);
/// Reads "2026-05-12"; empty if it is anything else.
std::optional<Day> dayFromIso(std::string_view text);
/// Reads "2026-05-12T10:30:00Z", with 'T' or a space, optional seconds, fraction and offset
/// ("+02:00", "+0200"); without an offset it is UTC. Empty if it is anything else.
std::optional<Instant> instantFromIso(std::string_view text);

/// Half-open span of time [from, to); an absent end is open.
struct Period {
    std::optional<Instant> from;
    std::optional<Instant> to;

    bool operator==(const Period&) const = default;
    bool isAll() const { return !from && !to; }
    /// Whether a dated instant lies in it; kUndated only if the period is everything.
    bool contains(Instant t) const { return (!from || *from <= t) && (!to || t < *to); }
};

} // namespace tandem

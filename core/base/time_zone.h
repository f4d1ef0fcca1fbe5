// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/result.h"

#include <memory>
#include <string>

namespace tandem {

/// The workbook's time zone: turns instants into its calendar days and back. A value; cheap to copy.
class TimeZone {
public:
    /// UTC.
    TimeZone();

    /// By IANA name ("Europe/London"); NotFound if this machine does not know it.
    static Result<TimeZone> named(const std::string& name);

    const std::string& name() const { return m_name; }

    /// Seconds to add to UTC for local time at `t`.
    std::int64_t offsetAt(Instant t) const;
    /// The calendar day on which `t` falls there.
    Day dayOf(Instant t) const;
    /// Seconds since local midnight of `t` on the wall clock, 0…86399.
    int secondOfDay(Instant t) const;
    /// The first instant of a local day.
    Instant startOf(Day day) const;
    /// The instant of a wall-clock time. A time that daylight saving skips becomes the instant of
    /// the jump; one that happens twice becomes its first.
    Instant at(Day day, int secondOfDay) const;
    /// The period of whole local days [from, to).
    Period period(std::optional<Day> from, std::optional<Day> to) const;

private:
    std::string m_name;
    const void* m_zone = nullptr; // a date::time_zone, which lives as long as the program
};

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/result.h"

#include <memory>
#include <string>
#include <vector>

namespace tandem {

/// A stretch [from, to) of time in which local time is UTC plus `offset` seconds.
struct OffsetSpan {
    Instant from;
    Instant to;
    std::int64_t offset = 0;

    bool operator==(const OffsetSpan&) const = default;
};

/// The workbook's time zone: turns instants into its calendar days and back. A value; cheap to
/// copy; may be used from any thread. Look-ups search a small table in memory (some 20 ns each).
class TimeZone {
public:
    /// UTC.
    TimeZone();

    /// By IANA name ("Europe/London"); NotFound if this machine does not know it.
    static Result<TimeZone> named(const std::string& name);

    const std::string& name() const { return m_name; }
    bool operator==(const TimeZone& other) const { return m_name == other.m_name; }

    /// The stretch of one offset around `t`; the first one begins at kUndated, the last one ends
    /// at kEndOfTime.
    const OffsetSpan& spanAt(Instant t) const;
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
    using Spans = std::vector<OffsetSpan>; // in order and without gaps

    TimeZone(std::string name, std::shared_ptr<const Spans> spans);

    std::string m_name;
    std::shared_ptr<const Spans> m_spans; // never changed, so that threads may share it
};

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/time_zone.h"

#include <array>
#include <cstdint>
#include <vector>

namespace tandem {

/// Part of a day [from, to) on the wall clock, in seconds since midnight, 0…86400.
struct DaySpan {
    int from = 0;
    int to = 0;

    bool operator==(const DaySpan&) const = default;
};

/// When a company works: for each weekday the hours on the wall clock, without the holidays. An
/// instant is worked if its local day is no holiday and its local time lies in that weekday's
/// hours; so an hour that daylight saving skips or repeats counts none or two times. A value; may
/// be used from any thread.
class WorkingHours {
public:
    /// Monday (index 0) to Sunday.
    using Week = std::array<std::vector<DaySpan>, 7>;

    /// Monday to Friday, 9 to 17.
    static Week officeWeek();

    /// The office week in UTC without holidays.
    WorkingHours();
    /// Spans are cut to the day, sorted, and joined where they overlap; empty ones are dropped.
    explicit WorkingHours(Week week, std::vector<Day> holidays = {}, TimeZone zone = {});

    const Week& week() const { return m_week; }
    /// In order, each once.
    const std::vector<Day>& holidays() const { return m_holidays; }
    const TimeZone& zone() const { return m_zone; }

    bool operator==(const WorkingHours& other) const;

    /// Whether work goes on at `t`.
    bool isWorking(Instant t) const;
    /// Working seconds in [from, to); 0 if `to` is not after `from`. The cost grows with the
    /// changes of the clock in between, not with the days.
    std::int64_t workingSeconds(Instant from, Instant to) const;
    /// The earliest instant, not before `from`, by which `seconds` of work are done; `from` itself
    /// if `seconds` <= 0. kEndOfTime if it is never.
    Instant addWorking(Instant from, std::int64_t seconds) const;

private:
    std::int64_t workedBefore(std::int64_t wall) const;
    std::int64_t wallWhenWorked(std::int64_t worked, std::int64_t from, std::int64_t to) const;
    std::int64_t holidaySecondsBefore(Day day) const;
    bool isHoliday(Day day) const;

    Week m_week;
    std::vector<Day> m_holidays;
    TimeZone m_zone;
    std::array<std::int64_t, 8> m_beforeWeekday{}; // working seconds of a week before that weekday
    std::vector<std::int64_t> m_beforeHoliday{0};  // [i]: the hours lost to the first i holidays
};

} // namespace tandem

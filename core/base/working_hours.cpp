// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/working_hours.h"

#include <algorithm>
#include <utility>

namespace tandem {
namespace {

// Instants further away than this (year ±30,000) count as this far: the sums stay in 64 bits and
// the days in 32.
constexpr std::int64_t kFarAway = std::int64_t{1'000'000'000'000};

struct Wall {
    std::int64_t day;
    int second;
};

Wall wallOf(std::int64_t wall)
{
    std::int64_t day = wall / kSecondsPerDay;
    std::int64_t second = wall % kSecondsPerDay;
    if (second < 0) {
        second += kSecondsPerDay;
        --day;
    }
    return {day, static_cast<int>(second)};
}

Day dayNumber(std::int64_t day)
{
    return {static_cast<std::int32_t>(day)};
}

std::vector<DaySpan> tidied(std::vector<DaySpan> spans)
{
    constexpr int kDayEnd = static_cast<int>(kSecondsPerDay);
    for (DaySpan& span : spans) {
        span = {std::clamp(span.from, 0, kDayEnd), std::clamp(span.to, 0, kDayEnd)};
    }
    std::erase_if(spans, [](DaySpan span) { return span.from >= span.to; });
    std::ranges::sort(spans, {}, &DaySpan::from);
    std::vector<DaySpan> joined;
    for (const DaySpan span : spans) {
        if (!joined.empty() && span.from <= joined.back().to) {
            joined.back().to = std::max(joined.back().to, span.to);
        } else {
            joined.push_back(span);
        }
    }
    return joined;
}

std::int64_t secondsBefore(const std::vector<DaySpan>& spans, int second)
{
    std::int64_t sum = 0;
    for (const DaySpan span : spans) {
        sum += std::clamp(second, span.from, span.to) - span.from;
    }
    return sum;
}

} // namespace

WorkingHours::Week WorkingHours::officeWeek()
{
    Week week;
    std::fill_n(week.begin(), 5, std::vector<DaySpan>{{9 * 3600, 17 * 3600}});
    return week;
}

WorkingHours::WorkingHours() : WorkingHours(officeWeek()) {}

WorkingHours::WorkingHours(Week week, std::vector<Day> holidays, TimeZone zone)
    : m_week(std::move(week)), m_holidays(std::move(holidays)), m_zone(std::move(zone))
{
    for (std::size_t i = 0; i < m_week.size(); ++i) {
        m_week[i] = tidied(std::move(m_week[i]));
        m_beforeWeekday[i + 1] =
            m_beforeWeekday[i] + secondsBefore(m_week[i], static_cast<int>(kSecondsPerDay));
    }
    std::ranges::sort(m_holidays);
    m_holidays.erase(std::ranges::unique(m_holidays).begin(), m_holidays.end());
    for (const Day day : m_holidays) {
        const auto i = static_cast<std::size_t>(weekday(day));
        m_beforeHoliday.push_back(m_beforeHoliday.back() + m_beforeWeekday[i + 1] -
                                  m_beforeWeekday[i]);
    }
}

bool WorkingHours::operator==(const WorkingHours& other) const
{
    // The other members follow from these.
    return m_week == other.m_week && m_holidays == other.m_holidays && m_zone == other.m_zone;
}

bool WorkingHours::isHoliday(Day day) const
{
    return std::ranges::binary_search(m_holidays, day);
}

bool WorkingHours::isWorking(Instant t) const
{
    const Day day = m_zone.dayOf(t);
    const int second = m_zone.secondOfDay(t);
    const auto& spans = m_week[static_cast<std::size_t>(weekday(day))];
    return !isHoliday(day) && std::ranges::any_of(spans, [second](DaySpan span) {
        return span.from <= second && second < span.to;
    });
}

std::int64_t WorkingHours::holidaySecondsBefore(Day day) const
{
    const auto at = std::ranges::lower_bound(m_holidays, day);
    return m_beforeHoliday[static_cast<std::size_t>(at - m_holidays.begin())];
}

/// Working seconds on a clock that is never changed, from a fixed Monday to `wall`: whole weeks,
/// whole days of the last week and the part of the last day, less the holidays passed. Only
/// differences mean something.
std::int64_t WorkingHours::workedBefore(std::int64_t wall) const
{
    const auto [number, second] = wallOf(wall);
    const Day day = dayNumber(number);
    const int fromMonday = weekday(day);
    const auto i = static_cast<std::size_t>(fromMonday);
    // 1970-01-05 was a Monday; the division is exact.
    const std::int64_t weeks = (number - fromMonday - 4) / 7;
    const std::int64_t ofDay = isHoliday(day) ? 0 : secondsBefore(m_week[i], second);
    return weeks * m_beforeWeekday[7] + m_beforeWeekday[i] + ofDay - holidaySecondsBefore(day);
}

/// The earliest wall-clock time in (from, to] with workedBefore() >= worked; there is one.
std::int64_t WorkingHours::wallWhenWorked(std::int64_t worked, std::int64_t from,
                                          std::int64_t to) const
{
    // workedBefore() never falls: halve.
    while (to - from > 1) {
        const std::int64_t middle = from + (to - from) / 2;
        (workedBefore(middle) >= worked ? to : from) = middle;
    }
    return to;
}

std::int64_t WorkingHours::workingSeconds(Instant from, Instant to) const
{
    Instant at{std::clamp(from.seconds, -kFarAway, kFarAway)};
    const Instant end{std::clamp(to.seconds, -kFarAway, kFarAway)};
    std::int64_t sum = 0;
    // Within a stretch of one offset the wall clock runs evenly.
    while (at < end) {
        const OffsetSpan& span = m_zone.spanAt(at);
        const Instant until = std::min(span.to, end);
        sum += workedBefore(until.seconds + span.offset) - workedBefore(at.seconds + span.offset);
        at = until;
    }
    return sum;
}

Instant WorkingHours::addWorking(Instant from, std::int64_t seconds) const
{
    if (seconds <= 0) {
        return from;
    }
    Instant at{std::clamp(from.seconds, -kFarAway, kFarAway)};
    while (at.seconds < kFarAway) {
        const OffsetSpan& span = m_zone.spanAt(at);
        const std::int64_t begin = at.seconds + span.offset;
        const std::int64_t end = std::min(span.to.seconds, kFarAway) + span.offset;
        const std::int64_t before = workedBefore(begin);
        const std::int64_t inSpan = workedBefore(end) - before;
        if (inSpan >= seconds) {
            return {wallWhenWorked(before + seconds, begin, end) - span.offset};
        }
        seconds -= inSpan;
        at = {end - span.offset};
    }
    return kEndOfTime;
}

} // namespace tandem

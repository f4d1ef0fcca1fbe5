// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/time_zone.h"

#include <algorithm>
#include <date/tz.h>
#include <stdexcept>
#include <utility>

namespace tandem {
namespace {

// The days that a Day can hold, with two days to spare so that no offset leads out of them.
constexpr std::int64_t kFirstSecond =
    (std::int64_t{std::numeric_limits<std::int32_t>::min()} + 2) * kSecondsPerDay;
constexpr std::int64_t kLastSecond =
    (std::int64_t{std::numeric_limits<std::int32_t>::max()} - 2) * kSecondsPerDay;

// No zone has ever been further from UTC than 16 hours.
constexpr std::int64_t kLargestOffset = 16 * 3600;

struct Local {
    Day day;
    int second;
};

Local localOf(std::int64_t seconds)
{
    std::int64_t day = seconds / kSecondsPerDay;
    std::int64_t second = seconds % kSecondsPerDay;
    if (second < 0) {
        second += kSecondsPerDay;
        --day;
    }
    return {{static_cast<std::int32_t>(day)}, static_cast<int>(second)};
}

Instant withinDays(Instant t)
{
    return {std::clamp(t.seconds, kFirstSecond, kLastSecond)};
}

std::vector<OffsetSpan> spansOf(const date::time_zone& zone)
{
    using namespace std::chrono_literals;
    // Time zones were made in the 19th century; the database tells changes until 2037.
    const date::sys_seconds end = date::sys_days(date::year{2200} / 1 / 1);
    date::sys_seconds at = date::sys_days(date::year{1800} / 1 / 1);
    std::vector<OffsetSpan> spans{{kUndated, kEndOfTime, zone.get_info(at).offset.count()}};
    while (at < end) {
        const date::sys_info info = zone.get_info(at);
        // A change of the abbreviation alone is none of the clock.
        if (info.offset.count() != spans.back().offset) {
            const Instant begin{info.begin.time_since_epoch().count()};
            spans.back().to = begin;
            spans.push_back({begin, kEndOfTime, info.offset.count()});
        }
        at = std::max(info.end, at + 1s);
    }
    return spans;
}

} // namespace

TimeZone::TimeZone() : m_name("UTC")
{
    static const auto kUtc = std::make_shared<const Spans>(1, OffsetSpan{kUndated, kEndOfTime, 0});
    m_spans = kUtc;
}

TimeZone::TimeZone(std::string name, std::shared_ptr<const Spans> spans)
    : m_name(std::move(name)), m_spans(std::move(spans))
{
}

Result<TimeZone> TimeZone::named(const std::string& name)
{
    if (name == "UTC") {
        return TimeZone();
    }
    try {
        const date::time_zone* zone = date::locate_zone(name);
        return TimeZone(name, std::make_shared<const Spans>(spansOf(*zone)));
    } catch (const std::runtime_error&) {
        // The library throws for an unknown name as well as for a computer without time zones.
        return fail(ErrorCode::NotFound, "Time zone '" + name + "'",
                    "this computer knows no time zone of that name");
    }
}

const OffsetSpan& TimeZone::spanAt(Instant t) const
{
    const auto after =
        std::upper_bound(m_spans->begin() + 1, m_spans->end(), t,
                         [](Instant at, const OffsetSpan& span) { return at < span.from; });
    return *std::prev(after);
}

std::int64_t TimeZone::offsetAt(Instant t) const
{
    return spanAt(t).offset;
}

Day TimeZone::dayOf(Instant t) const
{
    const Instant inside = withinDays(t);
    return localOf(inside.seconds + offsetAt(inside)).day;
}

int TimeZone::secondOfDay(Instant t) const
{
    const Instant inside = withinDays(t);
    return localOf(inside.seconds + offsetAt(inside)).second;
}

Instant TimeZone::startOf(Day day) const
{
    return at(day, 0);
}

Instant TimeZone::at(Day day, int secondOfDay) const
{
    const std::int64_t wall = day.number * kSecondsPerDay + secondOfDay;
    // The first stretch that ends after the wall-clock time has it, or begins by jumping over it.
    const OffsetSpan* span = &spanAt({wall - kLargestOffset});
    while (span != &m_spans->back() && wall >= span->to.seconds + span->offset) {
        ++span;
    }
    return std::max(Instant{wall - span->offset}, span->from);
}

Period TimeZone::period(std::optional<Day> from, std::optional<Day> to) const
{
    Period period;
    if (from) {
        period.from = startOf(*from);
    }
    if (to) {
        period.to = startOf(*to);
    }
    return period;
}

} // namespace tandem

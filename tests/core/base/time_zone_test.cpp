// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/time_zone.h"

#include <catch2/catch.hpp>
#include <thread>
#include <vector>

using namespace tandem;

namespace {

TimeZone zone(const char* name)
{
    return TimeZone::named(name).value();
}

Instant utc(const char* text)
{
    return instantFromIso(text).value();
}

Day day(const char* text)
{
    return dayFromIso(text).value();
}

constexpr int kHour = 3600;

} // namespace

TEST_CASE("a time zone made of nothing is UTC")
{
    const TimeZone utcZone;
    CHECK(utcZone.name() == "UTC");
    CHECK(utcZone == zone("UTC"));
    CHECK(utcZone.offsetAt(utc("2026-07-01T12:00:00Z")) == 0);
    CHECK(utcZone.dayOf(utc("2026-07-01T23:59:59Z")) == day("2026-07-01"));
    CHECK(utcZone.secondOfDay(utc("2026-07-01T23:59:59Z")) == 86'399);
    CHECK(utcZone.at(day("2026-07-01"), kHour) == utc("2026-07-01T01:00:00Z"));
}

TEST_CASE("a name that is no time zone is an error that names it")
{
    for (const char* name : {"Europe/Atlantis", "", "../../etc/passwd"}) {
        INFO(name);
        const auto result = TimeZone::named(name);
        REQUIRE_FALSE(result);
        CHECK(result.error().code == ErrorCode::NotFound);
        CHECK(result.error().subject.find(name) != std::string::npos);
    }
}

TEST_CASE("London is an hour ahead of UTC in summer")
{
    const TimeZone london = zone("Europe/London");
    CHECK(london.offsetAt(utc("2026-01-15T12:00:00Z")) == 0);
    CHECK(london.offsetAt(utc("2026-07-15T12:00:00Z")) == kHour);
    CHECK(london.dayOf(utc("2026-07-15T22:59:59Z")) == day("2026-07-15"));
    CHECK(london.dayOf(utc("2026-07-15T23:00:00Z")) == day("2026-07-16"));
    CHECK(london.secondOfDay(utc("2026-07-15T23:00:00Z")) == 0);
}

TEST_CASE("London's clocks change at one in the night, UTC")
{
    const TimeZone london = zone("Europe/London");
    CHECK(london.offsetAt(utc("2026-03-29T00:59:59Z")) == 0);
    CHECK(london.offsetAt(utc("2026-03-29T01:00:00Z")) == kHour);
    CHECK(london.offsetAt(utc("2026-10-25T00:59:59Z")) == kHour);
    CHECK(london.offsetAt(utc("2026-10-25T01:00:00Z")) == 0);
    const OffsetSpan summer = london.spanAt(utc("2026-07-01T00:00:00Z"));
    CHECK(summer == OffsetSpan{utc("2026-03-29T01:00:00Z"), utc("2026-10-25T01:00:00Z"), kHour});
}

TEST_CASE("a wall-clock time that daylight saving skips becomes the instant of the jump")
{
    const TimeZone london = zone("Europe/London");
    const Day spring = day("2026-03-29");
    CHECK(london.at(spring, kHour - 1) == utc("2026-03-29T00:59:59Z"));
    CHECK(london.at(spring, kHour) == utc("2026-03-29T01:00:00Z"));
    CHECK(london.at(spring, kHour + 1800) == utc("2026-03-29T01:00:00Z"));
    CHECK(london.at(spring, 2 * kHour) == utc("2026-03-29T01:00:00Z"));
    CHECK(london.at(spring, 2 * kHour + 60) == utc("2026-03-29T01:01:00Z"));
    const TimeZone newYork = zone("America/New_York");
    CHECK(newYork.at(day("2026-03-08"), 2 * kHour + 1800) == utc("2026-03-08T07:00:00Z"));
}

TEST_CASE("a wall-clock time that happens twice becomes its first instant")
{
    const TimeZone london = zone("Europe/London");
    CHECK(london.at(day("2026-10-25"), kHour + 1800) == utc("2026-10-25T00:30:00Z"));
    CHECK(london.at(day("2026-10-25"), 2 * kHour) == utc("2026-10-25T02:00:00Z"));
    const TimeZone newYork = zone("America/New_York");
    CHECK(newYork.at(day("2026-11-01"), kHour + 1800) == utc("2026-11-01T05:30:00Z"));
    CHECK(newYork.secondOfDay(utc("2026-11-01T05:30:00Z")) == kHour + 1800);
    CHECK(newYork.secondOfDay(utc("2026-11-01T06:30:00Z")) == kHour + 1800);
}

TEST_CASE("a day has 23, 24 or 25 hours")
{
    const auto hours = [](const TimeZone& tz, const char* text) {
        const Day d = day(text);
        return static_cast<double>(tz.startOf(d + 1).seconds - tz.startOf(d).seconds) / kHour;
    };
    const TimeZone newYork = zone("America/New_York");
    CHECK(hours(newYork, "2026-03-08") == 23);
    CHECK(hours(newYork, "2026-03-09") == 24);
    CHECK(hours(newYork, "2026-11-01") == 25);
    CHECK(hours(zone("Australia/Lord_Howe"), "2026-10-04") == 23.5);
}

TEST_CASE("a day whose midnight is skipped begins with the jump")
{
    // Lebanon puts its clocks on at midnight.
    const TimeZone beirut = zone("Asia/Beirut");
    const Instant start = beirut.startOf(day("2022-03-27"));
    CHECK(start == utc("2022-03-26T22:00:00Z"));
    CHECK(beirut.secondOfDay(start) == kHour);
    CHECK(beirut.dayOf(start) == day("2022-03-27"));
    CHECK(beirut.dayOf({start.seconds - 1}) == day("2022-03-26"));
}

TEST_CASE("a day that a zone left out is empty")
{
    // Samoa crossed the date line at the end of 29 December 2011.
    const TimeZone apia = zone("Pacific/Apia");
    CHECK(apia.startOf(day("2011-12-30")) == apia.startOf(day("2011-12-31")));
    CHECK(apia.dayOf(apia.startOf(day("2011-12-30"))) == day("2011-12-31"));
}

TEST_CASE("each day's start lies on that day and the instant before does not")
{
    for (const char* name :
         {"UTC", "Europe/London", "America/New_York", "America/St_Johns", "Asia/Kathmandu",
          "Australia/Lord_Howe", "Pacific/Kiritimati", "America/Havana", "Africa/Casablanca"}) {
        const TimeZone tz = zone(name);
        int broken = 0;
        for (Day d = day("2012-01-01"); d < day("2037-01-01"); d = d + 1) {
            const Instant start = tz.startOf(d);
            if (tz.dayOf(start) != d || tz.dayOf({start.seconds - 1}) != d + -1) {
                ++broken;
            }
        }
        INFO(name);
        CHECK(broken == 0);
    }
}

TEST_CASE("an instant goes to the wall clock and back, but for the repeated hour")
{
    const TimeZone london = zone("Europe/London");
    int broken = 0;
    const Instant end = utc("2027-01-01T00:00:00Z");
    for (Instant t = utc("2026-01-01T00:00:00Z"); t < end; t.seconds += 600) {
        const Instant back = london.at(london.dayOf(t), london.secondOfDay(t));
        const bool repeated = t >= utc("2026-10-25T01:00:00Z") && t < utc("2026-10-25T02:00:00Z");
        if (back.seconds != t.seconds - (repeated ? kHour : 0)) {
            ++broken;
        }
    }
    CHECK(broken == 0);
}

TEST_CASE("the spans of a zone follow each other without gaps and differ in offset")
{
    for (const char* name : {"Europe/London", "America/New_York", "Africa/Casablanca"}) {
        INFO(name);
        const TimeZone tz = zone(name);
        OffsetSpan span = tz.spanAt(kUndated);
        CHECK(span.from == kUndated);
        int spans = 1;
        while (span.to != kEndOfTime) {
            const OffsetSpan next = tz.spanAt(span.to);
            CHECK(next.from == span.to);
            CHECK(next.offset != span.offset);
            span = next;
            ++spans;
        }
        CHECK(spans > 50);
    }
}

TEST_CASE("the ends of time fall on some day of every zone")
{
    for (const char* name : {"UTC", "Europe/London", "America/New_York", "Pacific/Kiritimati"}) {
        const TimeZone tz = zone(name);
        CHECK(tz.dayOf(kUndated) < day("1900-01-01"));
        CHECK(tz.dayOf(kEndOfTime) > day("2200-01-01"));
        CHECK(tz.secondOfDay(kUndated) >= 0);
        CHECK(tz.secondOfDay(kEndOfTime) < 86'400);
    }
}

TEST_CASE("a period of local days begins and ends at local midnights")
{
    const TimeZone newYork = zone("America/New_York");
    const Period period = newYork.period(day("2026-03-08"), day("2026-03-09"));
    CHECK(period.from == utc("2026-03-08T05:00:00Z"));
    CHECK(period.to == utc("2026-03-09T04:00:00Z"));
    CHECK(newYork.period(std::nullopt, std::nullopt).isAll());
    CHECK_FALSE(newYork.period(std::nullopt, day("2026-03-09")).from);
}

TEST_CASE("a time zone is shared by threads")
{
    const TimeZone london = zone("Europe/London");
    std::vector<Day> days(4);
    {
        std::vector<std::jthread> threads;
        for (Day& found : days) {
            threads.emplace_back([&found, copy = london] {
                for (int i = 0; i < 20'000; ++i) {
                    found = copy.dayOf(Instant{i * std::int64_t{86'399}});
                }
            });
        }
    }
    for (const Day found : days) {
        CHECK(found == london.dayOf(Instant{19'999 * std::int64_t{86'399}}));
    }
}

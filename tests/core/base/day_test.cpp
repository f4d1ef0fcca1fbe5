// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/day.h"

#include <catch2/catch.hpp>
#include <string>

using namespace tandem;

namespace {

Day day(int year, int month, int dayOfMonth)
{
    return dayFromCivil({year, month, dayOfMonth}).value();
}

} // namespace

TEST_CASE("the day count begins on Thursday, 1 January 1970")
{
    CHECK(day(1970, 1, 1).number == 0);
    CHECK(weekday(Day{0}) == 3);
    CHECK(day(1969, 12, 31).number == -1);
    CHECK(day(2000, 3, 1).number == 11'017);
}

TEST_CASE("each day of 400 years goes to its date and back, and dates follow each other")
{
    int broken = 0;
    CivilDay before = civilFromDay(day(1799, 12, 31));
    for (Day d = day(1800, 1, 1); d < day(2201, 1, 1); d = d + 1) {
        const CivilDay civil = civilFromDay(d);
        const bool nextDay =
            civil.year == before.year && civil.month == before.month && civil.day == before.day + 1;
        const bool nextMonth = civil.year == before.year && civil.month == before.month + 1 &&
                               civil.day == 1 && before.day >= 28;
        const bool nextYear =
            civil == CivilDay{before.year + 1, 1, 1} && before.month == 12 && before.day == 31;
        const bool follows = nextDay || nextMonth || nextYear;
        const bool weekFollows = weekday(d) == (weekday(d + -1) + 1) % 7;
        if (dayFromCivil(civil) != d || !follows || !weekFollows || dayFromIso(isoDay(d)) != d) {
            ++broken;
        }
        before = civil;
    }
    CHECK(broken == 0);
}

TEST_CASE("a 400-year era has 146,097 days, whole weeks, before and after the epoch")
{
    for (const int year : {-2000, -400, -1, 0, 1, 1600, 1970, 2000, 4000}) {
        CHECK(day(year + 400, 3, 1) - day(year, 3, 1) == 146'097);
        CHECK(weekday(day(year + 400, 3, 1)) == weekday(day(year, 3, 1)));
    }
}

TEST_CASE("a date that is none has no day")
{
    CHECK_FALSE(dayFromCivil({2026, 2, 29}));
    CHECK(dayFromCivil({2024, 2, 29}));
    CHECK_FALSE(dayFromCivil({1900, 2, 29}));
    CHECK(dayFromCivil({2000, 2, 29}));
    CHECK_FALSE(dayFromCivil({2026, 4, 31}));
    CHECK_FALSE(dayFromCivil({2026, 0, 1}));
    CHECK_FALSE(dayFromCivil({2026, 13, 1}));
    CHECK_FALSE(dayFromCivil({2026, 1, 0}));
    CHECK_FALSE(dayFromCivil({2026, 1, 32}));
    CHECK_FALSE(dayFromCivil({2'000'000'000, 1, 1}));
}

TEST_CASE("the first and the last day that can be counted have a date")
{
    const Day first{std::numeric_limits<std::int32_t>::min()};
    const Day last{std::numeric_limits<std::int32_t>::max()};
    CHECK(civilFromDay(first).year < -5'000'000);
    CHECK(civilFromDay(last).year > 5'000'000);
    CHECK(weekday(first) >= 0);
    CHECK(weekday(last) <= 6);
}

TEST_CASE("weekdays run from Monday 0 to Sunday 6")
{
    CHECK(weekday(day(2026, 5, 11)) == 0);
    CHECK(weekday(day(2026, 5, 16)) == 5);
    CHECK(weekday(day(2026, 5, 17)) == 6);
    CHECK(weekday(day(1969, 12, 29)) == 0);
}

TEST_CASE("an ISO day is read only if it is exactly that")
{
    CHECK(dayFromIso("2026-05-12") == day(2026, 5, 12));
    for (const char* text : {"", "2026", "2026-05", "2026-5-12", "26-05-12", "2026-05-12 ",
                             " 2026-05-12", "2026/05/12", "2026-05-32", "2026-02-30", "+026-05-12",
                             "2026-05-12T00:00", "12.05.2026", "2026-05-1a"}) {
        INFO(text);
        CHECK_FALSE(dayFromIso(text));
    }
}

TEST_CASE("an ISO instant is read with its offset and without")
{
    const Instant expected{day(2026, 5, 12).number * kSecondsPerDay + 10 * 3600 + 30 * 60};
    for (const char* text :
         {"2026-05-12T10:30:00Z", "2026-05-12T10:30:00z", "2026-05-12 10:30:00", "2026-05-12T10:30",
          "2026-05-12T10:30Z", "2026-05-12T12:30:00+02:00", "2026-05-12T12:30:00+0200",
          "2026-05-12 12:30:00+02", "2026-05-12T10:30:00.000Z", "2026-05-12T10:30:00,999",
          "2026-05-12T05:00:00.123456-05:30", "2026-05-11T22:30:00-12:00"}) {
        INFO(text);
        CHECK(instantFromIso(text) == expected);
    }
    CHECK(instantFromIso("2026-05-12T10:30:07Z") == Instant{expected.seconds + 7});
}

TEST_CASE("a text that is no ISO instant has none")
{
    for (const char* text :
         {"", "2026-05-12", "2026-05-12T", "2026-05-12T10", "2026-05-12T1030",
          "2026-05-12T24:00:00Z", "2026-05-12T10:60:00Z", "2026-05-12T10:30:60Z",
          "2026-05-12T10:30:00.Z", "2026-05-12T10:30:00+", "2026-05-12T10:30:00+2",
          "2026-05-12T10:30:00+02:", "2026-05-12T10:30:00+02:60", "2026-05-12T10:30:00 Z",
          "2026-05-12T10:30:00ZZ", "2026-02-30T10:30:00Z", "2026-05-12_10:30:00",
          "2026-05-12T10:30:00+24:00", "2026-05-12T-1:30:00Z"}) {
        INFO(text);
        CHECK_FALSE(instantFromIso(text));
    }
}

TEST_CASE("an instant written as ISO reads back the same")
{
    for (std::int64_t seconds = -9'000'000'000; seconds < 9'000'000'000; seconds += 86'399'977) {
        const Instant t{seconds};
        CHECK(instantFromIso(isoInstant(t)) == t);
    }
    CHECK(isoInstant({0}) == "1970-01-01T00:00:00Z");
    CHECK(isoInstant({-1}) == "1969-12-31T23:59:59Z");
    CHECK_FALSE(isoInstant(kUndated).empty());
    CHECK_FALSE(isoInstant(kEndOfTime).empty());
}

TEST_CASE("a period holds its beginning and not its end")
{
    const Period period{Instant{100}, Instant{200}};
    CHECK_FALSE(period.contains({99}));
    CHECK(period.contains({100}));
    CHECK(period.contains({199}));
    CHECK_FALSE(period.contains({200}));
    CHECK_FALSE(period.isAll());
}

TEST_CASE("an open period holds everything, an undated instant only then")
{
    CHECK(Period{}.isAll());
    CHECK(Period{}.contains(kUndated));
    CHECK(Period{}.contains(Instant{0}));
    const Period since{Instant{0}, std::nullopt};
    CHECK(since.contains(Instant{1}));
    CHECK_FALSE(since.contains(kUndated));
}

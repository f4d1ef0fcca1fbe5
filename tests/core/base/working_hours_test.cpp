// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "core/base/working_hours.h"

#include <catch2/catch.hpp>

using namespace tandem;

namespace {

constexpr int kHour = 3600;
constexpr std::int64_t kWorkingDay = 8 * kHour;

Instant utc(const char* text)
{
    return instantFromIso(text).value();
}

Day day(const char* text)
{
    return dayFromIso(text).value();
}

TimeZone zone(const char* name)
{
    return TimeZone::named(name).value();
}

/// The slow and obvious way: asks each minute whether it is worked.
std::int64_t countedMinutes(const WorkingHours& hours, Instant from, Instant to)
{
    std::int64_t minutes = 0;
    for (Instant t = from; t < to; t.seconds += 60) {
        minutes += hours.isWorking(t) ? 1 : 0;
    }
    return minutes * 60;
}

/// Hours at every corner: a night shift to midnight, a pause, whole days, half hours.
WorkingHours::Week oddWeek()
{
    return {{{{0, 8 * kHour}, {22 * kHour, 24 * kHour}},
             {{0, 24 * kHour}},
             {{9 * kHour, 12 * kHour}, {13 * kHour, 17 * kHour + 1800}},
             {},
             {{1 * kHour, 2 * kHour}},
             {{1 * kHour + 1800, 2 * kHour + 1800}},
             {{0, 3 * kHour}, {6 * kHour, 7 * kHour}}}};
}

} // namespace

TEST_CASE("the office week is Monday to Friday, 9 to 17")
{
    const WorkingHours hours;
    CHECK(hours.week() == WorkingHours::officeWeek());
    CHECK(hours.zone() == TimeZone());
    CHECK_FALSE(hours.isWorking(utc("2026-05-11T08:59:59Z")));
    CHECK(hours.isWorking(utc("2026-05-11T09:00:00Z")));
    CHECK(hours.isWorking(utc("2026-05-11T16:59:59Z")));
    CHECK_FALSE(hours.isWorking(utc("2026-05-11T17:00:00Z")));
    CHECK_FALSE(hours.isWorking(utc("2026-05-16T12:00:00Z")));
    CHECK(hours.workingSeconds(utc("2026-05-11T00:00:00Z"), utc("2026-05-18T00:00:00Z")) ==
          5 * kWorkingDay);
}

TEST_CASE("from Friday afternoon to Monday morning only the open hours count")
{
    const WorkingHours hours;
    CHECK(hours.workingSeconds(utc("2026-05-15T16:00:00Z"), utc("2026-05-18T10:00:00Z")) ==
          2 * kHour);
    CHECK(hours.addWorking(utc("2026-05-15T16:00:00Z"), 2 * kHour) == utc("2026-05-18T10:00:00Z"));
}

TEST_CASE("a span that does not run forward has no working seconds")
{
    const WorkingHours hours;
    const Instant t = utc("2026-05-11T10:00:00Z");
    CHECK(hours.workingSeconds(t, t) == 0);
    CHECK(hours.workingSeconds(t, {t.seconds - 5000}) == 0);
    CHECK(hours.workingSeconds(kEndOfTime, kUndated) == 0);
}

TEST_CASE("no work takes no time and work that is never done ends never")
{
    const WorkingHours hours;
    const Instant sunday = utc("2026-05-17T10:00:00Z");
    CHECK(hours.addWorking(sunday, 0) == sunday);
    CHECK(hours.addWorking(sunday, -60) == sunday);
    const WorkingHours never(WorkingHours::Week{});
    CHECK(never.addWorking(sunday, 1) == kEndOfTime);
    CHECK(never.workingSeconds(kUndated, kEndOfTime) == 0);
}

TEST_CASE("work ends with the working day, not with the next morning")
{
    const WorkingHours hours;
    CHECK(hours.addWorking(utc("2026-05-11T09:00:00Z"), kWorkingDay) ==
          utc("2026-05-11T17:00:00Z"));
    CHECK(hours.addWorking(utc("2026-05-11T09:00:00Z"), kWorkingDay + 1) ==
          utc("2026-05-12T09:00:01Z"));
    CHECK(hours.addWorking(utc("2026-05-09T00:00:00Z"), 1) == utc("2026-05-11T09:00:01Z"));
}

TEST_CASE("holidays are not worked, on a Saturday they change nothing")
{
    const WorkingHours hours(WorkingHours::officeWeek(),
                             {day("2026-05-16"), day("2026-05-12"), day("2026-05-12")});
    CHECK(hours.holidays() == std::vector{day("2026-05-12"), day("2026-05-16")});
    CHECK(hours.workingSeconds(utc("2026-05-11T00:00:00Z"), utc("2026-05-18T00:00:00Z")) ==
          4 * kWorkingDay);
    CHECK(hours.workingSeconds(utc("2026-05-12T10:00:00Z"), utc("2026-05-12T11:00:00Z")) == 0);
    CHECK(hours.addWorking(utc("2026-05-11T16:30:00Z"), kHour) == utc("2026-05-13T09:30:00Z"));
}

TEST_CASE("spans are sorted, joined, cut to the day and dropped if empty")
{
    WorkingHours::Week week;
    week[0] = {{10, 20}, {5, 12}, {20, 30}, {50, 50}, {60, 40}, {-7, 2}, {86'000, 99'999}};
    const WorkingHours hours(week);
    CHECK(hours.week()[0] == std::vector<DaySpan>{{0, 2}, {5, 30}, {86'000, 86'400}});
    CHECK(hours == WorkingHours(hours.week()));
    CHECK_FALSE(hours == WorkingHours());
}

TEST_CASE("a working day keeps its eight hours through the change of the clock")
{
    const WorkingHours london(WorkingHours::officeWeek(), {}, zone("Europe/London"));
    // Clocks go on in the night to Sunday, 29 March 2026.
    CHECK(london.workingSeconds(utc("2026-03-27T09:00:00Z"), utc("2026-03-30T16:00:00Z")) ==
          2 * kWorkingDay);
    CHECK(london.addWorking(utc("2026-03-27T16:00:00Z"), 2 * kHour) == utc("2026-03-30T09:00:00Z"));
    CHECK(london.addWorking(utc("2026-10-23T15:00:00Z"), 2 * kHour) == utc("2026-10-26T10:00:00Z"));
}

TEST_CASE("a night shift loses the skipped hour and works the repeated one twice")
{
    WorkingHours::Week nights;
    nights.fill({{0, 6 * kHour}});
    const WorkingHours london(nights, {}, zone("Europe/London"));
    CHECK(london.workingSeconds(utc("2026-03-29T00:00:00Z"), utc("2026-03-29T12:00:00Z")) ==
          5 * kHour);
    CHECK(london.workingSeconds(utc("2026-10-24T23:00:00Z"), utc("2026-10-25T12:00:00Z")) ==
          7 * kHour);
    CHECK(london.addWorking(utc("2026-10-24T23:00:00Z"), 7 * kHour) == utc("2026-10-25T06:00:00Z"));
}

TEST_CASE("working seconds are those that a count by the minute finds")
{
    Random random(7);
    for (const char* name : {"UTC", "Europe/London", "America/New_York", "Asia/Kathmandu"}) {
        const std::vector<Day> holidays{day("2026-01-01"), day("2026-03-08"), day("2026-03-29"),
                                        day("2026-05-12"), day("2026-10-25")};
        for (const WorkingHours& hours :
             {WorkingHours(oddWeek(), holidays, zone(name)),
              WorkingHours(oddWeek(), {}, zone(name)),
              WorkingHours(WorkingHours::officeWeek(), holidays, zone(name))}) {
            for (int i = 0; i < 25; ++i) {
                const Instant from{utc("2025-12-25T00:00:00Z").seconds +
                                   60 * static_cast<std::int64_t>(random.below(300 * 1440))};
                const Instant to{from.seconds +
                                 60 * static_cast<std::int64_t>(random.below(45 * 1440))};
                INFO(name << " " << isoInstant(from) << " " << isoInstant(to));
                CHECK(hours.workingSeconds(from, to) == countedMinutes(hours, from, to));
            }
        }
    }
}

TEST_CASE("working seconds agree with the count on the nights of the change")
{
    WorkingHours::Week week;
    for (const DaySpan span : {DaySpan{kHour, 2 * kHour}, DaySpan{kHour + 1800, 2 * kHour + 1800},
                               DaySpan{0, kHour + 60}, DaySpan{2 * kHour + 60, 4 * kHour}}) {
        week.fill({span});
        for (const char* name : {"Europe/London", "America/New_York", "Australia/Lord_Howe"}) {
            const WorkingHours hours(week, {}, zone(name));
            for (const char* date : {"2026-03-08", "2026-03-29", "2026-04-05", "2026-10-04",
                                     "2026-10-25", "2026-11-01"}) {
                const Instant from{utc("2026-01-01T00:00:00Z").seconds +
                                   (day(date) - day("2026-01-01")) * kSecondsPerDay - kHour * 14};
                const Instant to{from.seconds + kHour * 40};
                INFO(name << " " << date << " " << span.from);
                CHECK(hours.workingSeconds(from, to) == countedMinutes(hours, from, to));
            }
        }
    }
}

TEST_CASE("adding work is undone by counting it, and a second less is not enough")
{
    Random random(11);
    const WorkingHours hours(oddWeek(), {day("2026-06-02"), day("2026-03-29"), day("2026-12-25")},
                             zone("Europe/London"));
    for (int i = 0; i < 500; ++i) {
        const Instant from{utc("2026-01-01T00:00:00Z").seconds +
                           static_cast<std::int64_t>(random.below(365 * 86'400))};
        const auto seconds = 1 + static_cast<std::int64_t>(random.below(90 * 86'400));
        const Instant due = hours.addWorking(from, seconds);
        INFO(isoInstant(from) << " " << seconds);
        CHECK(hours.workingSeconds(from, due) == seconds);
        CHECK(hours.workingSeconds(from, {due.seconds - 1}) == seconds - 1);
    }
}

TEST_CASE("working seconds add up over a cut")
{
    Random random(3);
    const WorkingHours hours(oddWeek(), {day("2026-06-02")}, zone("America/New_York"));
    for (int i = 0; i < 300; ++i) {
        const Instant a{static_cast<std::int64_t>(random.below(2'000'000'000))};
        const Instant b{a.seconds + static_cast<std::int64_t>(random.below(400'000'000))};
        const Instant c{b.seconds + static_cast<std::int64_t>(random.below(400'000'000))};
        CHECK(hours.workingSeconds(a, b) + hours.workingSeconds(b, c) ==
              hours.workingSeconds(a, c));
    }
}

TEST_CASE("a thousand years are counted without walking them")
{
    const WorkingHours hours;
    // 146,097 days are 20,871 weeks.
    const Instant from = utc("1600-03-01T00:00:00Z");
    const Instant to = utc("2400-03-01T00:00:00Z");
    CHECK(hours.workingSeconds(from, to) == 2 * 20'871 * 5 * kWorkingDay);
    CHECK(hours.addWorking(utc("2000-02-28T00:00:00Z"), 20'871 * 5 * kWorkingDay) ==
          utc("2400-02-25T17:00:00Z"));
    CHECK(hours.workingSeconds(kUndated, kEndOfTime) > 0);
}

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/date_parts.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <string>

namespace tandem {

namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

// "apr", "sept" and "april" are the fourth, ninth and fourth of their names; three letters at
// least.
template <std::size_t N>
std::optional<int> nameIndex(std::string_view word, const std::array<std::string_view, N>& names)
{
    if (word.size() < 3) {
        return std::nullopt;
    }
    const std::string lower = lowerAscii(word);
    for (std::size_t i = 0; i < N; ++i) {
        if (names[i].starts_with(lower)) {
            return static_cast<int>(i);
        }
    }
    return std::nullopt;
}

struct ClockTime {
    int second = 0; // since midnight
    std::optional<int> offset;
};

// H:mm[:ss[.fff]] [AM|PM] [offset] up to the end of the cell.
std::optional<ClockTime> readTime(CellCursor cursor)
{
    const std::string_view hour = cursor.takeDigits();
    std::string_view minute = "00";
    std::string_view second = "00";
    const bool colon = cursor.take(':');
    if (colon) {
        minute = cursor.takeDigits();
        if (cursor.take(':')) {
            second = cursor.takeDigits();
            if ((cursor.peek() == '.' || cursor.peek() == ',') && !second.empty()) {
                cursor.skip();
                if (cursor.takeDigits().empty()) {
                    return std::nullopt;
                }
            }
        }
    }
    const auto afternoon = takeAfternoon(cursor);
    const bool lengths = !hour.empty() && hour.size() <= 2 && minute.size() == 2 &&
                         second.size() == 2 && (colon || afternoon);
    const auto hours = hourOf(numberOf(hour), afternoon);
    // A leap second 23:59:60 becomes 23:59:59.
    if (!lengths || !hours || numberOf(minute) > 59 || numberOf(second) > 60) {
        return std::nullopt;
    }
    bool good = true;
    const auto offset = takeOffset(cursor, good);
    cursor.skipSpaces();
    if (!good || !cursor.atEnd()) {
        return std::nullopt;
    }
    return ClockTime{*hours * 3600 + numberOf(minute) * 60 + std::min(59, numberOf(second)),
                     offset};
}

} // namespace

std::optional<int> monthNamed(std::string_view word)
{
    const auto index = nameIndex(word, kMonths);
    return index ? std::optional(*index + 1) : std::nullopt;
}

bool isWeekday(std::string_view word)
{
    return nameIndex(word, kWeekdays).has_value();
}

int numberOf(std::string_view digits)
{
    int number = 0;
    for (const char c : digits.substr(0, 9)) {
        number = number * 10 + (c - '0');
    }
    return number;
}

// POSIX strptime: 69…99 are in the 20th century, 00…68 in the 21st.
int fullYear(std::string_view digits)
{
    const int year = numberOf(digits);
    return digits.size() != 2 ? year : year >= 69 ? 1900 + year : 2000 + year;
}

std::optional<Day> makeDay(int year, int month, int day)
{
    return year < 1 ? std::nullopt : dayFromCivil({year, month, day});
}

// AM or PM, with or without points; +12, 0 hours by the 12-hour clock, or empty.
std::optional<bool> takeAfternoon(CellCursor& cursor)
{
    CellCursor ahead = cursor;
    ahead.skipSpaces();
    const bool morning = ahead.peek() == 'a' || ahead.peek() == 'A';
    if (!morning && ahead.peek() != 'p' && ahead.peek() != 'P') {
        return std::nullopt;
    }
    ahead.skip();
    ahead.take('.');
    if (!ahead.take('m') && !ahead.take('M')) {
        return std::nullopt;
    }
    ahead.take('.');
    cursor = ahead;
    return !morning;
}

std::optional<int> hourOf(int hour, std::optional<bool> afternoon)
{
    if (!afternoon) {
        return hour <= 23 ? std::optional(hour) : std::nullopt;
    }
    return hour >= 1 && hour <= 12 ? std::optional(hour % 12 + (*afternoon ? 12 : 0))
                                   : std::nullopt;
}

// Z, UTC, GMT, +02:00, +0200, -05; nothing if none comes, false in `good` if it is broken.
std::optional<int> takeOffset(CellCursor& cursor, bool& good)
{
    CellCursor ahead = cursor;
    ahead.skipSpaces();
    const std::string_view word = CellCursor(ahead).takeLetters();
    const std::string lower = word.empty() ? std::string{} : lowerAscii(word);
    const bool utc = lower == "z" || lower == "utc" || lower == "gmt";
    if (utc) {
        ahead.skip(word.size());
        ahead.skipSpaces();
    }
    const char sign = ahead.peek();
    if (sign != '+' && sign != '-') {
        if (utc) {
            cursor = ahead;
            return 0;
        }
        return std::nullopt;
    }
    ahead.skip();
    const std::string_view digits = ahead.takeDigits();
    const std::string_view minutes = ahead.take(':')      ? ahead.takeDigits()
                                     : digits.size() == 4 ? digits.substr(2)
                                                          : std::string_view("00");
    const int hour = numberOf(digits.substr(0, 2));
    good = !digits.empty() && (digits.size() <= 2 || digits.size() == 4) && minutes.size() == 2 &&
           hour <= 15 && numberOf(minutes) <= 59;
    cursor = ahead;
    const int east = hour * 3600 + numberOf(minutes) * 60;
    return sign == '-' ? -east : east;
}

// What may follow a date: nothing, or a time after "T", a space, a comma or " at ".
std::optional<DateReading> withTime(Day day, CellCursor cursor)
{
    const bool t = cursor.take('T') || cursor.take('t');
    if (!t && cursor.atEnd()) {
        return DateReading{day, {}, {}};
    }
    if (!t) {
        const std::size_t before = cursor.rest().size();
        cursor.take(',');
        cursor.skipSpaces();
        if (cursor.atEnd() || before == cursor.rest().size()) {
            return std::nullopt;
        }
        if (lowerAscii(cursor.rest().substr(0, 3)) == "at ") {
            cursor.skip(3);
        }
    }
    const auto time = readTime(cursor);
    return time ? std::optional(DateReading{day, time->second, time->offset}) : std::nullopt;
}

} // namespace tandem

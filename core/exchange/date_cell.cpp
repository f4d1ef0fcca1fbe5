// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/date_cell.h"

#include "core/base/text.h"
#include "core/exchange/date_parts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace tandem {

namespace {

// Every digit or month name of a date, and what stands between them.
struct Part {
    std::string_view digits; // empty for a month's name
    int month = 0;
};

std::optional<Part> takePart(CellCursor& cursor)
{
    if (CellCursor::isDigit(cursor.peek())) {
        return Part{cursor.takeDigits(), 0};
    }
    const auto month = monthNamed(cursor.takeLetters());
    return month ? std::optional(Part{{}, *month}) : std::nullopt;
}

void skipOrdinal(CellCursor& cursor)
{
    for (const std::string_view suffix : {"st", "nd", "rd", "th"}) {
        if (lowerAscii(cursor.rest().substr(0, 2)) == suffix) {
            cursor.skip(2);
            return;
        }
    }
}

// The separator between two parts: one of / . - or spaces, with "." or "," before spaces.
std::optional<char> takeSeparator(CellCursor& cursor)
{
    const char c = cursor.peek();
    if (c == '/' || c == '-') {
        cursor.skip();
        return c;
    }
    if (c != '.' && c != ',' && c != ' ') {
        return std::nullopt;
    }
    cursor.skip();
    const bool spaced = c == ' ' || cursor.peek() == ' ';
    cursor.skipSpaces();
    return spaced || c == ',' ? ' ' : c;
}

void skipWeekday(CellCursor& cursor)
{
    CellCursor ahead = cursor;
    if (isWeekday(ahead.takeLetters())) {
        ahead.take('.');
        ahead.take(',');
        ahead.skipSpaces();
        cursor = ahead;
    }
}

std::optional<Day> takeCompactDay(CellCursor& cursor)
{
    const std::string_view digits = cursor.rest().substr(0, 8);
    const bool eight = digits.size() == 8 && std::all_of(digits.begin(), digits.end(), [](char c) {
                           return CellCursor::isDigit(c);
                       });
    if (!eight ||
        CellCursor::isDigit(cursor.rest().substr(8, 1).empty() ? ' ' : cursor.rest()[8])) {
        return std::nullopt;
    }
    cursor.skip(8);
    const int year = numberOf(digits.substr(0, 4));
    return year < 1800 || year > 2200
               ? std::nullopt
               : makeDay(year, numberOf(digits.substr(4, 2)), numberOf(digits.substr(6, 2)));
}

std::optional<Day> takeDay(CellCursor& cursor, NumericOrder order)
{
    skipWeekday(cursor);
    CellCursor compact = cursor;
    if (const auto day = takeCompactDay(compact)) {
        cursor = compact;
        return day;
    }
    std::array<Part, 3> parts;
    std::array<char, 2> separators{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto part = takePart(cursor);
        if (!part || part->digits.size() > 4) {
            return std::nullopt;
        }
        parts[i] = *part;
        if (part->digits.size() <= 2 && !part->digits.empty()) {
            skipOrdinal(cursor);
        }
        if (i < 2) {
            const auto separator = takeSeparator(cursor);
            if (!separator) {
                return std::nullopt;
            }
            separators[i] = *separator;
        }
    }
    const auto isYear = [](const Part& part) { return part.digits.size() == 4; };
    const auto isShort = [](const Part& part) {
        return part.digits.size() == 1 || part.digits.size() == 2;
    };
    const auto isLateYear = [&](const Part& part) {
        return isYear(part) || part.digits.size() == 2;
    };
    const auto& [a, b, c] = parts;
    if (isYear(a)) {
        if ((b.month == 0 && !isShort(b)) || !isShort(c)) {
            return std::nullopt;
        }
        return makeDay(numberOf(a.digits), b.month != 0 ? b.month : numberOf(b.digits),
                       numberOf(c.digits));
    }
    if (!isLateYear(c)) {
        return std::nullopt;
    }
    const int year = fullYear(c.digits);
    if (a.month != 0 && isShort(b)) {
        return makeDay(year, a.month, numberOf(b.digits));
    }
    if (b.month != 0 && isShort(a)) {
        return makeDay(year, b.month, numberOf(a.digits));
    }
    const bool numeric =
        isShort(a) && isShort(b) && separators[0] == separators[1] && separators[0] != ' ';
    if (!numeric || order == NumericOrder::None) {
        return std::nullopt;
    }
    const int first = numberOf(a.digits);
    const int second = numberOf(b.digits);
    return order == NumericOrder::DayMonth ? makeDay(year, second, first)
                                           : makeDay(year, first, second);
}

// The short way for what most exports write: 2024-01-22 and 2024-01-22[T ]16:14:25 with what may
// follow a time. Everything else, and everything invalid, takes the long way.
std::optional<DateReading> readUsualIso(std::string_view text)
{
    constexpr std::string_view kShape = "0000-00-00";
    if (text.size() < kShape.size()) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < kShape.size(); ++i) {
        if (kShape[i] == '0' ? !CellCursor::isDigit(text[i]) : text[i] != '-') {
            return std::nullopt;
        }
    }
    const auto day = makeDay(numberOf(text.substr(0, 4)), numberOf(text.substr(5, 2)),
                             numberOf(text.substr(8, 2)));
    return day ? withTime(*day, CellCursor(text.substr(kShape.size()))) : std::nullopt;
}

} // namespace

std::optional<DateReading> readDateCell(std::string_view text, NumericOrder order)
{
    if (const auto usual = readUsualIso(text)) {
        return usual;
    }
    CellCursor cursor(text);
    const auto day = takeDay(cursor, order);
    return day ? withTime(*day, cursor) : std::nullopt;
}

std::optional<DateReading> readSerialDate(std::string_view text)
{
    double serial = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, reason] =
        std::from_chars(text.data(), end, serial, std::chars_format::fixed);
    if (reason != std::errc{} || stopped != end || serial < 10'000 || serial >= 80'000) {
        return std::nullopt;
    }
    constexpr int kEpochSerial = 25'569; // 1970-01-01 in the 1900 system
    auto seconds = std::llround((serial - kEpochSerial) * static_cast<double>(kSecondsPerDay));
    auto day = seconds / kSecondsPerDay;
    if (seconds % kSecondsPerDay < 0) {
        --day;
    }
    const auto second = static_cast<int>(seconds - day * kSecondsPerDay);
    DateReading reading{Day{static_cast<std::int32_t>(day)}, {}, {}};
    if (text.find('.') != std::string_view::npos) {
        reading.second = second;
    }
    return reading;
}

std::optional<DateReading> readEpoch(std::string_view text)
{
    std::int64_t seconds = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, reason] = std::from_chars(text.data(), end, seconds);
    if (reason != std::errc{} || stopped != end || text.size() > 14) {
        return std::nullopt;
    }
    const auto floorDivide = [](std::int64_t a, std::int64_t b) {
        return a / b - (a % b < 0 ? 1 : 0);
    };
    if (text.size() >= 12) {
        seconds = floorDivide(seconds, 1000);
    }
    const std::int64_t day = floorDivide(seconds, kSecondsPerDay);
    return DateReading{Day{static_cast<std::int32_t>(day)},
                       static_cast<int>(seconds - day * kSecondsPerDay), 0};
}

} // namespace tandem

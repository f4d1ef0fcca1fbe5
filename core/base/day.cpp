// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/day.h"

#include <algorithm>
#include <fmt/format.h>

namespace tandem {
namespace {

/// Takes fixed-width numbers and single characters off the front of a text.
class Scanner {
public:
    explicit Scanner(std::string_view text) : m_rest(text) {}

    bool atEnd() const { return m_rest.empty(); }

    /// Exactly `width` ASCII digits.
    std::optional<int> number(std::size_t width)
    {
        if (m_rest.size() < width) {
            return std::nullopt;
        }
        int value = 0;
        for (const char c : m_rest.substr(0, width)) {
            if (c < '0' || c > '9') {
                return std::nullopt;
            }
            value = value * 10 + (c - '0');
        }
        m_rest.remove_prefix(width);
        return value;
    }

    /// The next character if it is one of `wanted`, else 0 and nothing is taken.
    char oneOf(std::string_view wanted)
    {
        if (m_rest.empty() || wanted.find(m_rest.front()) == std::string_view::npos) {
            return 0;
        }
        const char found = m_rest.front();
        m_rest.remove_prefix(1);
        return found;
    }

private:
    std::string_view m_rest;
};

std::optional<Day> scanDay(Scanner& scanner)
{
    const auto year = scanner.number(4);
    if (!year || scanner.oneOf("-") == 0) {
        return std::nullopt;
    }
    const auto month = scanner.number(2);
    if (!month || scanner.oneOf("-") == 0) {
        return std::nullopt;
    }
    const auto day = scanner.number(2);
    if (!day) {
        return std::nullopt;
    }
    return dayFromCivil({*year, *month, *day});
}

/// "10:30", "10:30:05", "10:30:05.25"; the fraction is read and dropped.
std::optional<int> scanTime(Scanner& scanner)
{
    const auto hour = scanner.number(2);
    if (!hour || *hour > 23 || scanner.oneOf(":") == 0) {
        return std::nullopt;
    }
    const auto minute = scanner.number(2);
    if (!minute || *minute > 59) {
        return std::nullopt;
    }
    int second = 0;
    if (scanner.oneOf(":") != 0) {
        const auto read = scanner.number(2);
        if (!read || *read > 59) {
            return std::nullopt;
        }
        second = *read;
        if (scanner.oneOf(".,") != 0) {
            if (!scanner.number(1)) {
                return std::nullopt;
            }
            while (scanner.number(1)) {
            }
        }
    }
    return *hour * 3600 + *minute * 60 + second;
}

/// "", "Z", "+02:00", "+0200" or "+02", as seconds east of Greenwich.
std::optional<int> scanOffset(Scanner& scanner)
{
    if (scanner.atEnd() || scanner.oneOf("Zz") != 0) {
        return 0;
    }
    const char sign = scanner.oneOf("+-");
    const auto hours = sign != 0 ? scanner.number(2) : std::nullopt;
    if (!hours || *hours > 23) {
        return std::nullopt;
    }
    int minutes = 0;
    if (scanner.oneOf(":") != 0 || !scanner.atEnd()) {
        const auto read = scanner.number(2);
        if (!read || *read > 59) {
            return std::nullopt;
        }
        minutes = *read;
    }
    const int seconds = *hours * 3600 + minutes * 60;
    return sign == '-' ? -seconds : seconds;
}

bool isLeap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int lastDayOfMonth(int year, int month)
{
    if (month == 2) {
        return isLeap(year) ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

} // namespace

// Both conversions: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". A year runs from
// March, so that the leap day is its last, and eras of 400 years repeat exactly.
std::optional<Day> dayFromCivil(CivilDay civil)
{
    constexpr int kLargestYear = 5'000'000; // keeps the day within 32 bits
    if (civil.year < -kLargestYear || civil.year > kLargestYear || civil.month < 1 ||
        civil.month > 12 || civil.day < 1 || civil.day > lastDayOfMonth(civil.year, civil.month)) {
        return std::nullopt;
    }
    const int year = civil.month <= 2 ? civil.year - 1 : civil.year;
    const int era = (year >= 0 ? year : year - 399) / 400;
    const int yearOfEra = year - era * 400;
    const int dayOfYear =
        (153 * (civil.month > 2 ? civil.month - 3 : civil.month + 9) + 2) / 5 + civil.day - 1;
    const int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return Day{era * 146'097 + dayOfEra - 719'468};
}

CivilDay civilFromDay(Day day)
{
    const std::int64_t shifted = std::int64_t{day.number} + 719'468;
    const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146'096) / 146'097;
    const int dayOfEra = static_cast<int>(shifted - era * 146'097);
    const int yearOfEra =
        (dayOfEra - dayOfEra / 1'460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const int shiftedMonth = (5 * dayOfYear + 2) / 153;
    const int month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
    const int year = static_cast<int>(era * 400) + yearOfEra + (month <= 2 ? 1 : 0);
    return {year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1};
}

int weekday(Day day)
{
    // 1970-01-01 was a Thursday.
    const int fromMonday = static_cast<int>((std::int64_t{day.number} + 3) % 7);
    return fromMonday < 0 ? fromMonday + 7 : fromMonday;
}

std::string isoDay(Day day)
{
    const CivilDay civil = civilFromDay(day);
    return fmt::format("{:04}-{:02}-{:02}", civil.year, civil.month, civil.day);
}

std::string isoInstant(Instant instant)
{
    // kUndated and kEndOfTime lie outside the days; they show as the first and the last of them.
    constexpr std::int64_t kFirst = std::numeric_limits<std::int32_t>::min() * kSecondsPerDay;
    constexpr std::int64_t kLast = std::numeric_limits<std::int32_t>::max() * kSecondsPerDay;
    const std::int64_t seconds = std::min(std::max(instant.seconds, kFirst), kLast);
    std::int64_t number = seconds / kSecondsPerDay;
    int second = static_cast<int>(seconds % kSecondsPerDay);
    if (second < 0) {
        second += static_cast<int>(kSecondsPerDay);
        --number;
    }
    return fmt::format("{}T{:02}:{:02}:{:02}Z", isoDay({static_cast<std::int32_t>(number)}),
                       second / 3600, second / 60 % 60, second % 60);
}

std::optional<Day> dayFromIso(std::string_view text)
{
    Scanner scanner(text);
    const auto day = scanDay(scanner);
    return scanner.atEnd() ? day : std::nullopt;
}

std::optional<Instant> instantFromIso(std::string_view text)
{
    Scanner scanner(text);
    const auto day = scanDay(scanner);
    if (!day || scanner.oneOf("Tt ") == 0) {
        return std::nullopt;
    }
    const auto time = scanTime(scanner);
    if (!time) {
        return std::nullopt;
    }
    const auto offset = scanOffset(scanner);
    if (!offset || !scanner.atEnd()) {
        return std::nullopt;
    }
    return Instant{day->number * kSecondsPerDay + *time - *offset};
}

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/date_pattern.h"

#include "core/exchange/date_parts.h"

#include <algorithm>
#include <array>

namespace tandem {

bool namesFullDate(std::string_view pattern)
{
    std::array<int, 3> found{};
    bool quoted = false;
    for (std::size_t at = 0; at < pattern.size();) {
        const char c = pattern[at];
        std::size_t length = 1;
        while (at + length < pattern.size() && pattern[at + length] == c) {
            ++length;
        }
        if (c == '\'') {
            quoted = (length % 2 == 1) != quoted;
        } else if (!quoted) {
            found[0] += c == 'y' && (length == 2 || length == 4) ? 1 : 0;
            found[1] += c == 'M' && length <= 4 ? 1 : 0;
            found[2] += c == 'd' && length <= 2 ? 1 : 0;
            const bool token = std::string_view("yMdHhmsAaPpTZz").find(c) != std::string_view::npos;
            if (CellCursor::isLetter(c) && !token) {
                return false;
            }
        }
        at += length;
    }
    return found == std::array{1, 1, 1} && !quoted;
}

std::optional<DateReading> readByPattern(std::string_view text, std::string_view pattern)
{
    CellCursor cell(text);
    int year = 0;
    int month = 0;
    int day = 0;
    std::optional<int> hour;
    int minute = 0;
    int second = 0;
    std::optional<bool> afternoon;
    bool dayComplete = false;
    std::optional<int> offset;

    const auto number = [&](std::size_t most, int& into) {
        const std::string_view digits = cell.rest().substr(0, most);
        const std::string_view taken = CellCursor(digits).takeDigits();
        into = numberOf(taken);
        cell.skip(taken.size());
        return !taken.empty();
    };

    for (std::size_t at = 0; at < pattern.size();) {
        const char c = pattern[at];
        std::size_t length = 1;
        while (at + length < pattern.size() && pattern[at + length] == c) {
            ++length;
        }
        dayComplete = year != 0 && month != 0 && day != 0;
        if (cell.atEnd() && dayComplete && !hour) {
            break; // a date alone where the pattern has a time, too
        }
        bool good = true;
        switch (c) {
        case 'y': {
            const std::string_view digits = CellCursor(cell.rest().substr(0, length)).takeDigits();
            good = digits.size() == length;
            year = fullYear(digits);
            cell.skip(digits.size());
            break;
        }
        case 'M':
            if (length >= 3) {
                const auto name = monthNamed(cell.takeLetters());
                good = name.has_value();
                month = name.value_or(0);
            } else {
                good = number(2, month);
            }
            break;
        case 'd':
            good = number(2, day);
            break;
        case 'H':
        case 'h':
            hour = 0;
            good = number(2, *hour);
            break;
        case 'm':
            good = number(2, minute) && minute <= 59;
            break;
        case 's':
            good = number(2, second) && second <= 60;
            break;
        case 'z': // fractions of a second do not count
            cell.takeDigits();
            break;
        case 'Z':
            offset = takeOffset(cell, good);
            good = good && offset.has_value();
            break;
        case 'A':
        case 'a': {
            afternoon = takeAfternoon(cell);
            good = afternoon.has_value();
            length +=
                pattern.substr(at + length, 1) == "P" || pattern.substr(at + length, 1) == "p";
            break;
        }
        case ' ':
            good = cell.peek() == ' ' || cell.atEnd();
            cell.skipSpaces();
            break;
        case '\'': {
            const std::size_t close = std::min(pattern.find('\'', at + 1), pattern.size());
            const std::string_view literal = pattern.substr(at + 1, close - at - 1);
            good = cell.rest().starts_with(literal);
            cell.skip(good ? literal.size() : 0);
            length = close + 1 - at;
            break;
        }
        default:
            for (std::size_t i = 0; i < length && good; ++i) {
                good = cell.take(c);
            }
        }
        if (!good) {
            return std::nullopt;
        }
        at = std::min(at + length, pattern.size());
    }
    const auto found = makeDay(year, month, day);
    if (!found) {
        return std::nullopt;
    }
    if (!hour) {
        return withTime(*found, cell);
    }
    const auto hours = hourOf(*hour, afternoon);
    if (!hours || !cell.atEnd()) {
        // Seconds that the pattern does not mention are read all the same.
        if (!hours || !cell.take(':') || !number(2, second) || second > 60 || !cell.atEnd()) {
            return std::nullopt;
        }
    }
    return DateReading{*found, *hours * 3600 + minute * 60 + std::min(second, 59), offset};
}

} // namespace tandem

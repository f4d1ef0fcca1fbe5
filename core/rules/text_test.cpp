// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/text_test.h"

#include "core/base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace tandem {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Reads digits with commas between groups of three and a decimal point; moves `at` behind it.
std::optional<double> readNumber(std::string_view text, std::size_t& at)
{
    std::string digits;
    while (at < text.size()) {
        const bool group = text[at] == ',' && at + 3 < text.size() && isDigit(text[at + 1]) &&
                           isDigit(text[at + 2]) && isDigit(text[at + 3]) && !digits.empty();
        const bool point = text[at] == '.' && at + 1 < text.size() && isDigit(text[at + 1]) &&
                           digits.find('.') == std::string::npos && !digits.empty();
        if (isDigit(text[at]) || point) {
            digits += text[at];
        } else if (!group) {
            break;
        }
        ++at;
    }
    double number = 0.0;
    const auto [end, problem] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return problem == std::errc{} && end == digits.data() + digits.size() ? std::optional(number)
                                                                          : std::nullopt;
}

void skipSpaces(std::string_view text, std::size_t& at)
{
    while (at < text.size() && text[at] == ' ') {
        ++at;
    }
}

/// Moves behind "-", "–", "to" or ".." if it stands there.
bool skipUpTo(std::string_view text, std::size_t& at)
{
    for (const std::string_view word : {"-", "\xe2\x80\x93", "to ", ".."}) {
        if (text.substr(at).starts_with(word)) {
            at += word.size();
            return true;
        }
    }
    return false;
}

Truth truth(bool met)
{
    return met ? Truth::Met : Truth::NotMet;
}

std::optional<double> wholeNumber(const std::vector<std::string>& values)
{
    const auto span = values.size() == 1 ? numberSpan(values.front()) : std::nullopt;
    return span && span->low == span->high ? std::optional(span->low) : std::nullopt;
}

std::optional<Day> dayIn(std::string_view text)
{
    return dayFromIso(trimmed(text).substr(0, 10));
}

Truth testDate(Operator op, const std::vector<std::string>& values, std::string_view text,
               Instant asOf)
{
    const auto day = dayIn(text);
    if (!day || values.empty()) {
        return Truth::NotKnown;
    }
    if (op == Operator::WithinDays) {
        const auto days = wholeNumber(values);
        const std::int64_t today = asOf.seconds / kSecondsPerDay;
        return days ? truth(day->number <= today &&
                            static_cast<double>(today - day->number) <= *days)
                    : Truth::NotKnown;
    }
    const auto limit = dayIn(values.front());
    if (!limit) {
        return Truth::NotKnown;
    }
    return truth(op == Operator::Before ? *day < *limit : *day > *limit);
}

Truth testSpan(Operator op, double limit, NumberSpan span)
{
    if (op == Operator::AtLeast) {
        return span.low >= limit ? Truth::Met : span.high < limit ? Truth::NotMet : Truth::NotKnown;
    }
    return span.high <= limit ? Truth::Met : span.low > limit ? Truth::NotMet : Truth::NotKnown;
}

} // namespace

std::optional<NumberSpan> numberSpan(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size() && !isDigit(text[at])) {
        ++at;
    }
    if (at == text.size()) {
        return std::nullopt;
    }
    const std::string_view before = trimmed(text.substr(0, at));
    const bool negative = before.ends_with('-') || before.ends_with("\xe2\x88\x92");
    const auto first = readNumber(text, at);
    if (!first) {
        return std::nullopt;
    }
    constexpr double endless = std::numeric_limits<double>::infinity();
    const double low = negative ? -*first : *first;
    if (before.ends_with('<')) {
        return NumberSpan{-endless, std::nextafter(low, -endless)};
    }
    if (before.ends_with('>')) {
        return NumberSpan{std::nextafter(low, endless), endless};
    }
    skipSpaces(text, at);
    if (at < text.size() && text[at] == '+') {
        return NumberSpan{low, endless};
    }
    if (skipUpTo(text, at)) {
        skipSpaces(text, at);
        if (const auto second = readNumber(text, at); second && *second >= low) {
            return NumberSpan{low, *second};
        }
    }
    return NumberSpan{low, low};
}

Truth testNumber(Operator op, const std::vector<std::string>& values, double number)
{
    if (op == Operator::Is || op == Operator::IsNot) {
        const bool among = std::ranges::any_of(
            values, [&](const std::string& value) { return wholeNumber({value}) == number; });
        return truth(among == (op == Operator::Is));
    }
    const auto limit = wholeNumber(values);
    if (!limit || (op != Operator::AtLeast && op != Operator::AtMost)) {
        return Truth::NotKnown;
    }
    return testSpan(op, *limit, {number, number});
}

Truth testText(Operator op, const std::vector<std::string>& values, std::string_view text,
               Instant asOf)
{
    const std::string_view given = trimmed(text);
    if (op == Operator::Known || op == Operator::Blank) {
        return truth(given.empty() == (op == Operator::Blank));
    }
    if (given.empty()) {
        // "source is blank" may also be written as a value.
        const bool asked = std::ranges::find(values, "") != values.end();
        return asked && op == Operator::Is ? Truth::Met : Truth::NotKnown;
    }
    if (op == Operator::Before || op == Operator::After || op == Operator::WithinDays) {
        return testDate(op, values, given, asOf);
    }
    if (op == Operator::AtLeast || op == Operator::AtMost) {
        const auto limit = wholeNumber(values);
        const auto span = numberSpan(given);
        return limit && span ? testSpan(op, *limit, *span) : Truth::NotKnown;
    }
    const std::string have = folded(given);
    const bool met = std::ranges::any_of(values, [&](const std::string& value) {
        const std::string wanted = folded(value);
        switch (op) {
        case Operator::Contains:
            return !wanted.empty() && have.find(wanted) != std::string::npos;
        case Operator::StartsWith:
            return !wanted.empty() && have.starts_with(wanted);
        default:
            return have == wanted;
        }
    });
    return truth(met == (op != Operator::IsNot));
}

} // namespace tandem

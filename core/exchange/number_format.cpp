// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/number_format.h"

#include "core/base/text.h"
#include "core/exchange/cell_cursor.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace tandem {

namespace {

constexpr std::array<std::string_view, 16> kCurrencySigns = {
    "US$", "A$", "C$", "R$", "$", "€", "£", "¥", "₹", "₩", "₽", "₺", "₪", "₫", "₴", "฿"};
// Written small or mixed, unlike ISO codes.
constexpr std::array<std::string_view, 6> kCurrencyWords = {"kr", "zł", "Kč", "Ft", "lei", "Fr"};

struct Suffix {
    std::string_view text; // lower case
    int power;
};
constexpr std::array<Suffix, 9> kSuffixes = {{{"k", 3},
                                              {"m", 6},
                                              {"mn", 6},
                                              {"mio", 6},
                                              {"mm", 6},
                                              {"b", 9},
                                              {"bn", 9},
                                              {"mrd", 9},
                                              {"tsd", 3}}};

// White space between digits: the plain, the no-break, the narrow no-break and the thin space.
constexpr std::array<std::string_view, 4> kSpaces = {" ", "\u00A0", "\u202F", "\u2009"};
constexpr std::array<std::string_view, 2> kApostrophes = {"'", "\u2019"};

template <std::size_t N>
std::string_view startOf(std::string_view text, const std::array<std::string_view, N>& words)
{
    for (const std::string_view word : words) {
        if (text.starts_with(word)) {
            return word;
        }
    }
    return {};
}

template <std::size_t N>
std::string_view endOf(std::string_view text, const std::array<std::string_view, N>& words)
{
    for (const std::string_view word : words) {
        if (text.ends_with(word)) {
            return word;
        }
    }
    return {};
}

void trimSpaces(std::string_view& text)
{
    for (std::string_view space; !(space = startOf(text, kSpaces)).empty();) {
        text.remove_prefix(space.size());
    }
    for (std::string_view space; !(space = endOf(text, kSpaces)).empty();) {
        text.remove_suffix(space.size());
    }
}

bool isCode(std::string_view text)
{
    return text.size() == 3 &&
           text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
}

bool isLetterAt(std::string_view text, std::size_t at)
{
    return at < text.size() && CellCursor::isLetter(text[at]);
}

// Takes a currency off the front or the end.
void takeCurrency(std::string_view& text, std::string& currency)
{
    const auto take = [&](std::size_t length, bool front) {
        currency = front ? text.substr(0, length) : text.substr(text.size() - length);
        front ? text.remove_prefix(length) : text.remove_suffix(length);
        trimSpaces(text);
    };
    if (!currency.empty()) {
        return;
    }
    if (const auto sign = startOf(text, kCurrencySigns); !sign.empty()) {
        take(sign.size(), true);
    } else if (const auto last = endOf(text, kCurrencySigns); !last.empty()) {
        take(last.size(), false);
    } else if (const auto word = endOf(text, kCurrencyWords); !word.empty()) {
        take(word.size(), false);
    } else if (const auto first = startOf(text, kCurrencyWords); !first.empty()) {
        take(first.size(), true);
    } else if (isCode(text.substr(0, 3)) && !isLetterAt(text, 3)) {
        take(3, true);
    } else if (text.size() > 3 && isCode(text.substr(text.size() - 3)) &&
               !isLetterAt(text, text.size() - 4)) {
        take(3, false);
    }
}

// Takes a minus or plus off the front; true if there was a minus.
bool takeSign(std::string_view& text, bool& seen)
{
    constexpr std::array<std::string_view, 3> kMinus = {"-", "\u2212", "\u2013"};
    std::string_view sign = startOf(text, kMinus);
    const bool negative = !sign.empty();
    if (!negative && text.starts_with('+')) {
        sign = text.substr(0, 1);
    }
    if (!sign.empty() && !seen) {
        seen = true;
        text.remove_prefix(sign.size());
        trimSpaces(text);
        return negative;
    }
    return false;
}

// K, M, B and the like at the end, as a power of ten.
int takeSuffix(std::string_view& text)
{
    std::size_t letters = 0;
    while (letters < text.size() && CellCursor::isLetter(text[text.size() - 1 - letters])) {
        ++letters;
    }
    const std::string word = lowerAscii(text.substr(text.size() - letters));
    for (const Suffix& suffix : kSuffixes) {
        if (suffix.text == word) {
            text.remove_suffix(letters);
            trimSpaces(text);
            return suffix.power;
        }
    }
    return 0;
}

// The mark that parts groups at the start of `text`, if it may do so; empty if none.
std::string_view groupMark(std::string_view text, DecimalSign sign)
{
    if (const auto space = startOf(text, kSpaces); !space.empty()) {
        return space;
    }
    if (const auto apostrophe = startOf(text, kApostrophes); !apostrophe.empty()) {
        return apostrophe;
    }
    const char mark = sign == DecimalSign::Point ? ',' : '.';
    return text.starts_with(mark) ? text.substr(0, 1) : std::string_view{};
}

// 1.234.567 has groups of three, 12,34,567 is written so in India; a first group "0" is none.
bool areGroups(std::string_view first, const std::vector<std::size_t>& sizes)
{
    if (first.empty() || first.size() > 3 || first.front() == '0' || sizes.back() != 3) {
        return false;
    }
    const auto between = sizes.end() - 1;
    const bool threes = std::all_of(sizes.begin(), between, [](auto size) { return size == 3; });
    const bool twos = std::all_of(sizes.begin(), between, [](auto size) { return size == 2; });
    return threes || (twos && first.size() < 3);
}

// The whole part: digits alone, or groups of them parted by the same mark. False if broken.
bool takeWhole(CellCursor& cursor, DecimalSign sign, std::string& digits)
{
    const std::string_view first = cursor.takeDigits();
    digits = first;
    const std::string_view mark = groupMark(cursor.rest(), sign);
    if (mark.empty()) {
        return true;
    }
    std::vector<std::size_t> sizes;
    while (cursor.rest().starts_with(mark)) {
        cursor.skip(mark.size());
        const std::string_view group = cursor.takeDigits();
        sizes.push_back(group.size());
        digits += group;
    }
    return areGroups(first, sizes);
}

std::optional<int> takeExponent(CellCursor& cursor)
{
    if (!cursor.take('E') && !cursor.take('e')) {
        return 0;
    }
    const bool negative = cursor.take('-');
    if (!negative) {
        cursor.take('+');
    }
    const std::string_view digits = cursor.takeDigits();
    if (digits.empty() || digits.size() > 2) {
        return std::nullopt;
    }
    int power = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), power);
    return negative ? -power : power;
}

// Takes everything off that is not the number itself; the power of ten of its suffix.
int takeDecorations(std::string_view& text, Decimal& decimal)
{
    bool signSeen = false;
    if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
        text = text.substr(1, text.size() - 2);
        trimSpaces(text);
        decimal.negative = true;
        signSeen = true;
    }
    decimal.negative = takeSign(text, signSeen) || decimal.negative;
    takeCurrency(text, decimal.currency);
    decimal.negative = takeSign(text, signSeen) || decimal.negative;
    if (!signSeen && text.ends_with('-')) {
        text.remove_suffix(1);
        trimSpaces(text);
        decimal.negative = true;
    }
    const int power = takeSuffix(text);
    takeCurrency(text, decimal.currency);
    return power;
}

} // namespace

Result<DecimalSign> decimalSignNamed(std::string_view text)
{
    if (trimmed(text) == ".") {
        return DecimalSign::Point;
    }
    if (trimmed(text) == ",") {
        return DecimalSign::Comma;
    }
    return fail(ErrorCode::BadInput, "decimal sign '" + std::string(text) + "'",
                "it must be \".\" or \",\"");
}

std::optional<Decimal> readDecimal(std::string_view cell, DecimalSign sign)
{
    std::string_view text = trimmed(cell);
    Decimal decimal;
    const bool bare =
        !text.empty() && CellCursor::isDigit(text.front()) && CellCursor::isDigit(text.back());
    const int power = bare ? 0 : takeDecorations(text, decimal);

    CellCursor cursor(text);
    if (!takeWhole(cursor, sign, decimal.digits)) {
        return std::nullopt;
    }
    decimal.pointAt = static_cast<std::int64_t>(decimal.digits.size());
    if (cursor.take(sign == DecimalSign::Point ? '.' : ',')) {
        decimal.digits += cursor.takeDigits();
    }
    const auto exponent = takeExponent(cursor);
    if (decimal.digits.empty() || !cursor.atEnd() || !exponent) {
        return std::nullopt;
    }
    decimal.pointAt += power + *exponent;
    const std::size_t zeros =
        std::min(decimal.digits.find_first_not_of('0'), decimal.digits.size());
    decimal.digits.erase(0, zeros);
    decimal.pointAt -= static_cast<std::int64_t>(zeros);
    if (decimal.digits.empty()) {
        decimal.pointAt = 0;
        decimal.negative = false;
    }
    return decimal;
}

std::optional<Money> toMoney(const Decimal& decimal, int minorDigits)
{
    const std::int64_t keep = decimal.digits.empty() ? 0 : decimal.pointAt + minorDigits;
    if (keep > 18) { // 10^18 minor units still fit 63 bits
        return std::nullopt;
    }
    std::int64_t minor = 0;
    const auto size = static_cast<std::int64_t>(decimal.digits.size());
    for (std::int64_t i = 0; i < keep; ++i) {
        minor = minor * 10 + (i < size ? decimal.digits[static_cast<std::size_t>(i)] - '0' : 0);
    }
    // The first digit that is dropped decides alone about rounding half away from zero.
    if (keep >= 0 && keep < size && decimal.digits[static_cast<std::size_t>(keep)] >= '5') {
        ++minor;
    }
    return Money{decimal.negative ? -minor : minor};
}

double toDouble(const Decimal& decimal)
{
    const std::string text = "0." + decimal.digits + "0e" + std::to_string(decimal.pointAt);
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return decimal.negative ? -value : value;
}

std::optional<std::int64_t> toWhole(const Decimal& decimal)
{
    const std::size_t last = decimal.digits.find_last_not_of('0');
    if (last != std::string::npos && static_cast<std::int64_t>(last) >= decimal.pointAt) {
        return std::nullopt;
    }
    const auto money = toMoney(decimal, 0);
    return money ? std::optional(money->minor) : std::nullopt;
}

std::optional<Money> readMoney(std::string_view cell, DecimalSign sign, int minorDigits)
{
    const auto decimal = readDecimal(cell, sign);
    return decimal ? toMoney(*decimal, minorDigits) : std::nullopt;
}

std::optional<double> readNumber(std::string_view cell, DecimalSign sign)
{
    const auto decimal = readDecimal(cell, sign);
    return decimal ? std::optional(toDouble(*decimal)) : std::nullopt;
}

std::optional<std::int64_t> readWhole(std::string_view cell, DecimalSign sign)
{
    const auto decimal = readDecimal(cell, sign);
    return decimal ? toWhole(*decimal) : std::nullopt;
}

std::optional<bool> readYesNo(std::string_view cell)
{
    const std::string word = lowerAscii(trimmed(cell));
    for (const std::string_view yes : {"yes", "true", "y", "t", "1", "on", "x", "checked"}) {
        if (word == yes) {
            return true;
        }
    }
    for (const std::string_view no : {"no", "false", "n", "f", "0", "off", "unchecked"}) {
        if (word == no) {
            return false;
        }
    }
    return std::nullopt;
}

void NumberColumnProbe::add(std::string_view cell, std::int64_t row)
{
    const std::string_view text = trimmed(cell);
    if (text.empty()) {
        return;
    }
    const auto note = [&](std::optional<Cell>& place) {
        if (!place) {
            place = Cell{std::string(text), row};
        }
    };
    const auto point = readDecimal(text, DecimalSign::Point);
    const bool marked = text.find_first_of(".,") != std::string_view::npos;
    const auto comma = marked ? readDecimal(text, DecimalSign::Comma) : point;
    if (!point && !comma) {
        ++m_badCount;
        if (m_bad.size() < kBadKept) {
            m_bad.push_back({std::string(text), row});
        }
        return;
    }
    ++m_numbers;
    if (!point) {
        note(m_onlyComma);
    } else if (!comma) {
        note(m_onlyPoint);
    } else if (*point != *comma) {
        note(m_differs);
    }
}

NumberColumnProbe::Finding NumberColumnProbe::finding() const
{
    Finding finding;
    finding.bad = m_bad;
    finding.badCount = m_badCount;
    finding.numbers = m_numbers;
    if (m_numbers == 0) {
        finding.fit = m_badCount == 0 ? Fit::Empty : Fit::None;
    } else if (m_onlyPoint && m_onlyComma) {
        finding.fit = Fit::Conflict;
        finding.examples = {*m_onlyPoint, *m_onlyComma};
    } else if (m_differs && !m_onlyPoint && !m_onlyComma) {
        finding.fit = Fit::Ambiguous;
        finding.examples = {*m_differs};
    } else {
        finding.fit = Fit::One;
        finding.sign = m_onlyComma ? DecimalSign::Comma : DecimalSign::Point;
    }
    return finding;
}

} // namespace tandem

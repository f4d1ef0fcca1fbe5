// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tandem {

/// Which of the two marks stands before the fraction; the other may separate groups.
enum class DecimalSign { Point, Comma };

/// From a mapping's "decimal": "." or ",". BadInput for anything else.
Result<DecimalSign> decimalSignNamed(std::string_view text);

/// A number as exact decimal: (negative ? -1 : 1) × 0.digits × 10^pointAt.
struct Decimal {
    std::string digits;       ///< all digits without leading zeros; empty for zero
    std::int64_t pointAt = 0; ///< how many of them stand before the point; may lie outside
    bool negative = false;
    std::string currency; ///< what stood beside it: "$", "EUR", "kr"; empty if nothing did

    bool operator==(const Decimal&) const = default;
};

/// A cell as a number. Allowed beside digits: a currency's sign or ISO code before or after; groups
/// of three (or Indian 12,34,567) parted by one of comma, point, space, no-break space, apostrophe;
/// minus before or after, or parentheses, for negatives; K, M, B (also k, mn, bn) for thousands,
/// millions, billions; an exponent. Empty if the cell is no number with that decimal sign.
std::optional<Decimal> readDecimal(std::string_view cell, DecimalSign sign);

/// The decimal in minor units: rounded half away from zero where it has more places than the
/// currency; empty if it does not fit 63 bits.
std::optional<Money> toMoney(const Decimal& decimal, int minorDigits);
/// The nearest double.
double toDouble(const Decimal& decimal);
/// The whole number, if it is one and fits 63 bits.
std::optional<std::int64_t> toWhole(const Decimal& decimal);

/// readDecimal and then toMoney, toDouble, toWhole.
std::optional<Money> readMoney(std::string_view cell, DecimalSign sign, int minorDigits);
std::optional<double> readNumber(std::string_view cell, DecimalSign sign);
std::optional<std::int64_t> readWhole(std::string_view cell, DecimalSign sign);

/// yes/no, true/false, y/n, t/f, on/off, 1/0, x, checked in any case; empty for other words.
std::optional<bool> readYesNo(std::string_view cell);

/// Finds the decimal sign of a column from all its cells, one after the other, in constant memory.
/// One cell that only one sign can read decides (1.234,50; 0.123; 1,7; 200.000.000). If every cell
/// that the sign matters for is like 1.234 – one mark, three digits behind – it must be asked.
class NumberColumnProbe {
public:
    enum class Fit {
        Empty,     ///< no cell had text
        One,       ///< `sign` reads every cell that is a number at all
        Ambiguous, ///< both signs do, with different values: ask
        Conflict,  ///< some cells need a point, others a comma: ask
        None,      ///< no cell is a number
    };

    struct Cell {
        std::string text;
        std::int64_t row = 0;
    };

    struct Finding {
        Fit fit = Fit::Empty;
        DecimalSign sign = DecimalSign::Point; ///< Point as well where the sign does not matter
        std::vector<Cell> examples;            ///< for Ambiguous and Conflict: cells that show it
        std::vector<Cell> bad;                 ///< the first cells that are no number
        std::int64_t badCount = 0;
        std::int64_t numbers = 0;
    };

    /// The next cell, of the row with that number. Blank cells do not count.
    void add(std::string_view cell, std::int64_t row);

    Finding finding() const;

private:
    static constexpr std::size_t kBadKept = 5;

    std::optional<Cell> m_onlyPoint;
    std::optional<Cell> m_onlyComma;
    std::optional<Cell> m_differs;
    std::vector<Cell> m_bad;
    std::int64_t m_badCount = 0;
    std::int64_t m_numbers = 0;
};

} // namespace tandem

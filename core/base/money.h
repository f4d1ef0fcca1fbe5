// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tandem {

/// An amount in the workbook's currency, in minor units (cents). Sums never leave the integers.
struct Money {
    std::int64_t minor = 0;

    auto operator<=>(const Money&) const = default;
    Money operator+(Money other) const { return {minor + other.minor}; }
    Money operator-(Money other) const { return {minor - other.minor}; }
    Money operator-() const { return {-minor}; }
    Money& operator+=(Money other)
    {
        minor += other.minor;
        return *this;
    }
};

/// Decimal places of a currency's minor unit by its ISO 4217 code: 2 for EUR, 0 for JPY, 3 for KWD;
/// 2 for a code that is not known.
int minorDigits(std::string_view currency);

/// Splits `total` in proportion to `weights` so that the parts sum to it exactly
/// (largest remainder, ties to the earlier part). All weights >= 0. With no positive weight every
/// part is 0 and the total is not distributed.
std::vector<Money> share(Money total, std::span<const double> weights);

/// "12345.67" – plain decimal notation with a point, for files; no group separators.
std::string plainAmount(Money amount, std::string_view currency);

/// "EUR 12,345.67" – for people reading English text output.
std::string readableAmount(Money amount, std::string_view currency);

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/interval.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tandem {
namespace {

constexpr double kZ95 = 1.959963984540054; // two-sided 95 % point of the normal distribution

} // namespace

Interval wilson(std::int64_t converted, std::int64_t n)
{
    if (n <= 0) {
        return {0.0, 1.0};
    }
    const auto size = static_cast<double>(n);
    const double rate = static_cast<double>(converted) / size;
    const double z2 = kZ95 * kZ95;
    const double centre = (rate + z2 / (2.0 * size)) / (1.0 + z2 / size);
    const double half =
        kZ95 / (1.0 + z2 / size) * std::sqrt(rate * (1.0 - rate) / size + z2 / (4.0 * size * size));
    // At the ends the formula gives exactly 0 and 1, which rounding must not miss.
    return {converted <= 0 ? 0.0 : std::max(0.0, centre - half),
            converted >= n ? 1.0 : std::min(1.0, centre + half)};
}

double twoProportionP(std::int64_t converted1, std::int64_t n1, std::int64_t converted2,
                      std::int64_t n2)
{
    if (n1 <= 0 || n2 <= 0) {
        return 1.0;
    }
    const auto size1 = static_cast<double>(n1);
    const auto size2 = static_cast<double>(n2);
    const double pooled = static_cast<double>(converted1 + converted2) / (size1 + size2);
    const double error = std::sqrt(pooled * (1.0 - pooled) * (1.0 / size1 + 1.0 / size2));
    if (error == 0.0) {
        return 1.0; // everybody or nobody on both sides
    }
    const double difference =
        static_cast<double>(converted1) / size1 - static_cast<double>(converted2) / size2;
    return std::erfc(std::abs(difference) / error / std::numbers::sqrt2);
}

double fisherExact(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d)
{
    const std::int64_t row = a + b;
    const std::int64_t column = a + c;
    const std::int64_t all = a + b + c + d;
    const std::int64_t least = std::max<std::int64_t>(0, row + column - all);
    const std::int64_t most = std::min(row, column);
    if (least == most) {
        return 1.0; // the margins leave no other table
    }
    // How likely each table is, relative to the likeliest one, from that outwards: the ratio of
    // neighbours is known, and no factorial can overflow. What underflows does not count.
    const std::int64_t mode = std::clamp((row + 1) * (column + 1) / (all + 2), least, most);
    const auto ratioUp = [&](std::int64_t k) { // of k + 1 to k
        return static_cast<double>(row - k) * static_cast<double>(column - k) /
               (static_cast<double>(k + 1) * static_cast<double>(all - row - column + k + 1));
    };
    double observed = 1.0;
    for (std::int64_t k = mode; k < a; ++k) {
        observed *= ratioUp(k);
    }
    for (std::int64_t k = mode; k > a; --k) {
        observed /= ratioUp(k - 1);
    }
    double sum = 0.0;
    double extreme = 0.0;
    const auto count = [&](double likelihood) {
        sum += likelihood;
        // Two tables of equal probability may differ by rounding.
        extreme += likelihood <= observed * (1.0 + 1e-7) ? likelihood : 0.0;
    };
    double likelihood = 1.0;
    for (std::int64_t k = mode; k <= most && likelihood > 0.0; ++k) {
        count(likelihood);
        likelihood *= ratioUp(k);
    }
    likelihood = 1.0;
    for (std::int64_t k = mode; k > least && likelihood > 0.0; --k) {
        likelihood /= ratioUp(k - 1);
        count(likelihood);
    }
    const double p = extreme / sum;
    return std::min(1.0, p);
}

} // namespace tandem

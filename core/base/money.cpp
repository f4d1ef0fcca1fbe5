// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/money.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <numeric>

namespace tandem {

int minorDigits(std::string_view currency)
{
    constexpr std::array<std::string_view, 15> none{"BIF", "CLP", "DJF", "GNF", "ISK",
                                                    "JPY", "KMF", "KRW", "PYG", "RWF",
                                                    "UGX", "VND", "VUV", "XAF", "XOF"};
    constexpr std::array<std::string_view, 7> three{"BHD", "IQD", "JOD", "KWD",
                                                    "LYD", "OMR", "TND"};
    if (std::ranges::find(none, currency) != none.end()) {
        return 0;
    }
    return std::ranges::find(three, currency) != three.end() ? 3 : 2;
}

std::vector<Money> share(Money total, std::span<const double> weights)
{
    std::vector<Money> parts(weights.size());
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    if (!(sum > 0.0)) {
        return parts;
    }
    // Work on the magnitude so that a negative total splits like its positive twin.
    const std::int64_t magnitude = std::abs(total.minor);
    std::vector<double> remainder(weights.size());
    std::int64_t given = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double exact = static_cast<double>(magnitude) * (weights[i] / sum);
        const double whole = std::floor(exact);
        parts[i].minor = static_cast<std::int64_t>(whole);
        remainder[i] = exact - whole;
        given += parts[i].minor;
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(
        order, [&](std::size_t a, std::size_t b) { return remainder[a] > remainder[b]; });
    // Rounding of the products can leave a unit too much as well as too few.
    for (std::size_t k = 0; given < magnitude; k = (k + 1) % order.size()) {
        if (weights[order[k]] > 0.0) {
            ++parts[order[k]].minor;
            ++given;
        }
    }
    for (std::size_t k = order.size(); given > magnitude;) {
        k = k == 0 ? order.size() - 1 : k - 1;
        if (parts[order[k]].minor > 0) {
            --parts[order[k]].minor;
            --given;
        }
    }
    if (total.minor < 0) {
        for (Money& part : parts) {
            part = -part;
        }
    }
    return parts;
}

namespace {

std::string digits(Money amount, std::string_view currency, bool grouped)
{
    const int places = minorDigits(currency);
    const bool negative = amount.minor < 0;
    const std::uint64_t magnitude = negative ? 0 - static_cast<std::uint64_t>(amount.minor)
                                             : static_cast<std::uint64_t>(amount.minor);
    std::string text = fmt::format("{:0{}}", magnitude, places + 1);
    const std::size_t point = text.size() - static_cast<std::size_t>(places);
    std::string whole = text.substr(0, point);
    if (grouped) {
        for (std::size_t at = whole.size(); at > 3; at -= 3) {
            whole.insert(at - 3, ",");
        }
    }
    return (negative ? "-" : "") + whole + (places > 0 ? "." + text.substr(point) : "");
}

} // namespace

std::string plainAmount(Money amount, std::string_view currency)
{
    return digits(amount, currency, false);
}

std::string readableAmount(Money amount, std::string_view currency)
{
    return fmt::format("{} {}", currency, digits(amount, currency, true));
}

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/credit.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace tandem {
namespace {

constexpr std::array kModels{CreditModel::First,  CreditModel::Last,    CreditModel::Linear,
                             CreditModel::U,      CreditModel::W,       CreditModel::Decay,
                             CreditModel::Markov, CreditModel::Recorded};
constexpr std::array<std::string_view, kModels.size()> kWords{
    "first", "last", "linear", "u", "w", "decay", "markov", "recorded"};

void scaleToOne(std::vector<double>& shares)
{
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    for (double& share : shares) {
        share /= sum;
    }
}

std::vector<double> uShares(std::size_t n)
{
    if (n <= 2) {
        return std::vector<double>(n, 1.0 / static_cast<double>(n));
    }
    std::vector<double> shares(n, 0.2 / static_cast<double>(n - 2));
    shares.front() = shares.back() = 0.4;
    return shares;
}

std::vector<double> wShares(std::span<const std::int64_t> at, const PathMarks& marks)
{
    std::vector<double> shares(at.size(), 0.0);
    shares.front() = 0.3;
    for (const std::int64_t mark : {marks.mql, marks.opportunity}) {
        // The touch at or before the mark; a mark before the path, at an unknown time, or never
        // reached belongs to no touch.
        const auto after = std::ranges::upper_bound(at, mark);
        if (mark != INT64_MAX && after != at.begin()) {
            shares[static_cast<std::size_t>(after - at.begin()) - 1] += 0.3;
        }
    }
    const auto rest = std::ranges::count(shares, 0.0);
    for (double& share : shares) {
        share = share == 0.0 ? 0.1 / static_cast<double>(rest) : share;
    }
    scaleToOne(shares);
    return shares;
}

std::vector<double> decayShares(std::span<const std::int64_t> at, double halfLifeDays)
{
    const double halfLife = halfLifeDays * static_cast<double>(kSecondsPerDay);
    std::vector<double> shares;
    for (const std::int64_t seconds : at) {
        // The age at the last touch: shares are scaled, so the time from there to the win is no
        // matter.
        shares.push_back(std::exp2(-static_cast<double>(at.back() - seconds) / halfLife));
    }
    scaleToOne(shares);
    return shares;
}

} // namespace

std::string_view creditWord(CreditModel model)
{
    return kWords[static_cast<std::size_t>(model)];
}

std::optional<CreditModel> creditFromWord(std::string_view word)
{
    const auto found = std::ranges::find(kWords, lowerAscii(trimmed(word)));
    return found == kWords.end()
               ? std::nullopt
               : std::optional(kModels[static_cast<std::size_t>(found - kWords.begin())]);
}

std::span<const CreditModel> creditModels()
{
    return kModels;
}

std::vector<double> pathShares(CreditModel model, std::span<const std::int64_t> at,
                               const PathMarks& marks)
{
    std::vector<double> shares(at.size(), 0.0);
    if (at.empty()) {
        return shares;
    }
    switch (model) {
    case CreditModel::First:
        shares.front() = 1.0;
        break;
    case CreditModel::Last:
        shares.back() = 1.0;
        break;
    case CreditModel::Linear:
        shares.assign(at.size(), 1.0 / static_cast<double>(at.size()));
        break;
    case CreditModel::U:
        return uShares(at.size());
    case CreditModel::W:
        return wShares(at, marks);
    case CreditModel::Decay:
        return decayShares(at, marks.halfLifeDays);
    case CreditModel::Markov:
    case CreditModel::Recorded:
        break;
    }
    return shares;
}

} // namespace tandem

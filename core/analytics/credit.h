// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace tandem {

/// Who gets the credit for a deal (metrics: "Attribution and return").
enum class CreditModel : std::uint8_t { First, Last, Linear, U, W, Decay, Markov, Recorded };

/// "first", "last", "linear", "u", "w", "decay", "markov", "recorded".
std::string_view creditWord(CreditModel model);
std::optional<CreditModel> creditFromWord(std::string_view word);
/// All of them, in the order of menus.
std::span<const CreditModel> creditModels();

/// What the credit of a path may depend on besides the order of its touches.
struct PathMarks {
    std::int64_t mql = INT64_MAX;         ///< when the lead reached MQL, seconds; never: no mark
    std::int64_t opportunity = INT64_MAX; ///< when it reached Opportunity; never: no mark
    double halfLifeDays = 7.0;            ///< of time decay
};

/// The shares of one unit over a path of touches at these seconds, oldest first; they sum to 1. Not
/// for Markov and Recorded, which do not look at one path alone: those give nothing but zeros.
std::vector<double> pathShares(CreditModel model, std::span<const std::int64_t> at,
                               const PathMarks& marks = {});

} // namespace tandem

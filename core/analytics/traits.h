// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/interval.h"
#include "core/analytics/query.h"

#include <optional>
#include <string>
#include <vector>

namespace tandem {

inline constexpr std::int64_t kFewestLeads = 20; ///< fewer are too few to say anything

/// How leads with one value of a field convert, against all others.
struct Trait {
    std::string field; ///< a lead column's name, or "first touch channel"
    std::string value; ///< "" is blank
    std::int64_t leads = 0;
    std::int64_t converted = 0;
    double rate = 0.0;
    std::optional<double> lift; ///< rate / base rate; empty if nobody converts
    Interval interval;          ///< 95 % Wilson
    double p = 1.0;             ///< Fisher exact, this value against the rest
    bool significant =
        false; ///< after Benjamini and Hochberg (1995) at a false discovery rate of 5 %

    bool operator==(const Trait&) const = default;
};

/// metrics: "Traits of leads that convert".
struct Traits {
    std::int64_t leads = 0, converted = 0;
    std::optional<double> rate; ///< the base rate
    std::vector<Trait> traits;  ///< the smallest p first
    std::vector<Trait>
        tooFew; ///< fewer than kFewestLeads; p is not computed; in the order of fields
    std::vector<std::string>
        notCategorical; ///< fields with nearly as many values as leads: left out

    bool operator==(const Traits&) const = default;
};

/// Over the selected leads that reached the first stage with records in the period (all that exist
/// at as_of, without one); converted are those that reached `toStage` by as_of (default: the last
/// ranked stage).
Result<Traits> traits(const Facts&, const Query&, const std::optional<std::string>& toStage = {});

/// Which of the p values are significant at a false discovery rate, in their order.
std::vector<bool> benjaminiHochberg(const std::vector<double>& p, double rate);

} // namespace tandem

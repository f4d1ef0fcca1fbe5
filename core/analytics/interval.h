// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace tandem {

struct Interval {
    double low = 0.0;
    double high = 0.0;

    bool operator==(const Interval&) const = default;
};

/// The 95 % Wilson score interval of a proportion (Wilson 1927), in [0, 1]; [0, 1] for n = 0.
Interval wilson(std::int64_t converted, std::int64_t n);

/// Two-sided p of the two-proportion z-test with pooled variance; 1 where either n is 0.
double twoProportionP(std::int64_t converted1, std::int64_t n1, std::int64_t converted2,
                      std::int64_t n2);

/// Two-sided Fisher exact p of the 2×2 table [a b; c d] (Fisher 1922): the sum of the probabilities
/// of all tables of the same margins that are no likelier than this one.
double fisherExact(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d);

} // namespace tandem

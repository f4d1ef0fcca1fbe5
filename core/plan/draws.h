// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"

#include <cstdint>
#include <span>

namespace tandem {

/// A draw from Gamma(shape, 1), shape >= 1, by Marsaglia and Tsang (2000).
double drawGamma(Random& random, double shape);
/// A draw from Beta(a, b), a and b >= 1.
double drawBeta(Random& random, double a, double b);
/// A draw of the number of successes in n trials; by its normal approximation where both expected
/// counts exceed 30.
std::int64_t drawBinomial(Random& random, std::int64_t n, double p);
/// The mean of a bootstrap sample of `values`; by its normal limit for more than 400 of them.
class BootstrapMean {
public:
    explicit BootstrapMean(std::span<const std::int64_t> values);
    double draw(Random& random) const;
    double mean() const { return m_mean; }

private:
    std::span<const std::int64_t> m_values;
    double m_mean = 0.0;
    double m_error = 0.0; ///< standard error of the mean
};

} // namespace tandem

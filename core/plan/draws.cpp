// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/draws.h"

#include <algorithm>
#include <cmath>

namespace tandem {

double drawGamma(Random& random, double shape)
{
    const double d = shape - 1.0 / 3.0;
    const double c = 1.0 / std::sqrt(9.0 * d);
    for (;;) {
        const double x = random.normal();
        const double v = std::pow(1.0 + c * x, 3.0);
        if (v <= 0.0) {
            continue;
        }
        const double u = 1.0 - random.uniform();
        if (std::log(u) < 0.5 * x * x + d - d * v + d * std::log(v)) {
            return d * v;
        }
    }
}

double drawBeta(Random& random, double a, double b)
{
    const double x = drawGamma(random, a);
    return x / (x + drawGamma(random, b));
}

std::int64_t drawBinomial(Random& random, std::int64_t n, double p)
{
    if (n <= 0 || p <= 0.0) {
        return 0;
    }
    if (p >= 1.0) {
        return n;
    }
    const double expected = static_cast<double>(n) * p;
    if (expected > 30.0 && static_cast<double>(n) - expected > 30.0) {
        const double drawn = expected + std::sqrt(expected * (1.0 - p)) * random.normal();
        return std::clamp<std::int64_t>(std::llround(drawn), 0, n);
    }
    // Waiting times between successes (Devroye 1986, X.4.3): about n·p steps.
    const double logMiss = std::log1p(-p);
    std::int64_t successes = 0;
    double position = 0.0;
    for (;;) {
        position += std::floor(std::log(1.0 - random.uniform()) / logMiss) + 1.0;
        if (position > static_cast<double>(n)) {
            return successes;
        }
        ++successes;
    }
}

BootstrapMean::BootstrapMean(std::span<const std::int64_t> values) : m_values(values)
{
    if (values.empty()) {
        return;
    }
    const auto n = static_cast<double>(values.size());
    for (const std::int64_t value : values) {
        m_mean += static_cast<double>(value) / n;
    }
    double squares = 0.0;
    for (const std::int64_t value : values) {
        const double off = static_cast<double>(value) - m_mean;
        squares += off * off;
    }
    m_error = std::sqrt(squares / n / n);
}

double BootstrapMean::draw(Random& random) const
{
    constexpr std::size_t most = 400;
    if (m_values.size() > most) {
        return std::max(0.0, m_mean + m_error * random.normal());
    }
    double sum = 0.0;
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        sum += static_cast<double>(m_values[random.below(m_values.size())]);
    }
    return m_values.empty() ? 0.0 : sum / static_cast<double>(m_values.size());
}

} // namespace tandem

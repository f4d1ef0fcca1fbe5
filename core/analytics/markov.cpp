// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/markov.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tandem {
namespace {

/// A square matrix, row by row.
struct Matrix {
    explicit Matrix(std::size_t size) : n(size), cells(size * size, 0.0) {}

    double* row(std::size_t i) { return &cells[i * n]; }
    const double* row(std::size_t i) const { return &cells[i * n]; }

    std::size_t n;
    std::vector<double> cells;
};

/// The inverse by Gauss and Jordan with row pivoting. The matrices here are I - Q of an absorbing
/// chain, which always has one.
Matrix inverse(Matrix matrix)
{
    const std::size_t n = matrix.n;
    Matrix result(n);
    for (std::size_t i = 0; i < n; ++i) {
        result.row(i)[i] = 1.0;
    }
    for (std::size_t column = 0; column < n; ++column) {
        std::size_t pivot = column;
        for (std::size_t i = column + 1; i < n; ++i) {
            if (std::abs(matrix.row(i)[column]) > std::abs(matrix.row(pivot)[column])) {
                pivot = i;
            }
        }
        if (pivot != column) {
            std::swap_ranges(matrix.row(pivot), matrix.row(pivot) + n, matrix.row(column));
            std::swap_ranges(result.row(pivot), result.row(pivot) + n, result.row(column));
        }
        const double scale = 1.0 / matrix.row(column)[column];
        for (std::size_t k = 0; k < n; ++k) {
            matrix.row(column)[k] *= scale;
            result.row(column)[k] *= scale;
        }
        for (std::size_t i = 0; i < n; ++i) {
            const double factor = matrix.row(i)[column];
            if (i == column || factor == 0.0) {
                continue;
            }
            for (std::size_t k = 0; k < n; ++k) {
                matrix.row(i)[k] -= factor * matrix.row(column)[k];
                result.row(i)[k] -= factor * result.row(column)[k];
            }
        }
    }
    return result;
}

} // namespace

MarkovChain::MarkovChain(std::size_t states)
    : m_states(states), m_width(states + 2), m_flow((states + 1) * (states + 2), 0.0)
{
}

void MarkovChain::add(std::span<const std::uint32_t> path, bool converted, double count)
{
    if (path.empty()) {
        return;
    }
    std::size_t from = m_states;
    for (const std::uint32_t state : path) {
        flow(from, state) += count;
        from = state;
    }
    flow(from, converted ? m_states : m_states + 1) += count;
}

std::vector<double> MarkovChain::removalEffects() const
{
    std::vector<double> effects(m_states, 0.0);
    std::vector<std::size_t> met; // campaigns that occur
    std::vector<double> leaving(m_states + 1, 0.0);
    for (std::size_t i = 0; i <= m_states; ++i) {
        for (std::size_t k = 0; k < m_width; ++k) {
            leaving[i] += m_flow[i * m_width + k];
        }
        if (i < m_states && leaving[i] > 0.0) {
            met.push_back(i);
        }
    }
    if (met.empty()) {
        return effects;
    }
    const auto chance = [&](std::size_t from, std::size_t to) {
        return m_flow[from * m_width + to] / leaving[from];
    };
    const std::size_t n = met.size();
    Matrix matrix(n); // I - Q
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t k = 0; k < n; ++k) {
            matrix.row(i)[k] = (i == k ? 1.0 : 0.0) - chance(met[i], met[k]);
        }
    }
    const Matrix visits = inverse(std::move(matrix)); // expected visits of k from i
    std::vector<double> conversion(n, 0.0);           // chance to convert from i
    std::vector<double> visitsFromStart(n, 0.0);
    double converts = 0.0;
    for (std::size_t i = 0; i < n; ++i) {
        const double start = chance(m_states, met[i]);
        for (std::size_t k = 0; k < n; ++k) {
            conversion[i] += visits.row(i)[k] * chance(met[k], m_states);
            visitsFromStart[k] += start * visits.row(i)[k];
        }
        converts += start * conversion[i];
    }
    if (converts <= 0.0) {
        return effects;
    }
    // A journey that never meets campaign i converts as before; one that meets it would have
    // converted with i's chance. So removing i costs P(meet i) * P(convert from i), where P(meet i)
    // is the expected number of visits divided by those of a journey that is at i already.
    for (std::size_t i = 0; i < n; ++i) {
        const double meets = visitsFromStart[i] / visits.row(i)[i];
        effects[met[i]] = std::clamp(meets * conversion[i] / converts, 0.0, 1.0);
    }
    return effects;
}

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/axis.h"

#include <algorithm>
#include <cmath>

namespace tandem::ui {

namespace {

constexpr double kTolerance = 1e-9;

/// The first of `steps` of which `most` reach `largest`; the last one times as many as needed.
Axis fromSteps(const std::vector<double>& steps, int most, double largest)
{
    for (const double step : steps) {
        const double lines = std::max(1.0, std::ceil(largest / step - kTolerance));
        if (lines <= most) {
            return {step, step * lines};
        }
    }
    const double step = steps.back() * std::ceil(largest / (steps.back() * most) - kTolerance);
    return {step, step * std::ceil(largest / step - kTolerance)};
}

} // namespace

std::vector<double> Axis::ticks() const
{
    std::vector<double> made;
    const int lines = static_cast<int>(std::lround(most / step));
    for (int i = 0; i <= lines; ++i) {
        made.push_back(i * step);
    }
    return made;
}

Axis shareAxis(double largest)
{
    const double wanted = std::clamp(largest, 0.01, 1.0);
    if (wanted > 0.75) {
        return {0.25, 1.0};
    }
    return fromSteps({0.005, 0.01, 0.02, 0.05, 0.10, 0.15, 0.20, 0.25}, 3, wanted);
}

Axis countAxis(double largest)
{
    const double wanted = std::max(1.0, largest);
    const double power = std::pow(10.0, std::floor(std::log10(wanted)) - 1);
    std::vector<double> steps;
    for (const double base : {1.0, 2.0, 5.0, 10.0, 20.0, 50.0}) {
        steps.push_back(std::max(1.0, base * power));
    }
    return fromSteps(steps, 4, wanted);
}

Axis dayAxis(double largest)
{
    return fromSteps({1, 2, 5, 7, 10, 15, 20, 30, 45, 60, 90, 120, 180, 365}, 4,
                     std::max(1.0, largest));
}

StairRows stairRows(int stages, double height)
{
    const StairRows wide{stages, 32, 62, 28};
    if (wide.height() <= height) {
        return wide;
    }
    const StairRows compact{stages, 28, 56, 24};
    if (compact.height() <= height) {
        return compact;
    }
    StairRows low{stages, 24, 40, 20};
    if (stages > 1) {
        const double room = (height - low.head - low.bar - 20) / (stages - 1);
        low.row = std::clamp(std::floor(room), 40.0, 56.0);
    }
    return low;
}

} // namespace tandem::ui

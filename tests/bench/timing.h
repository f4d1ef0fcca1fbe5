// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace tandem::bench {

/// What a job took.
struct Cost {
    double cpu = 0.0;    ///< seconds of processor time, user and system
    double wall = 0.0;   ///< seconds
    double memory = 0.0; ///< MB at the peak; only of a job in a process of its own
};

/// Runs `job` in a child process, so that its memory and caches are its own; ends the program if it
/// fails.
Cost inChild(const std::function<bool()>& job);
/// Runs `job` here, often enough to be measurable; the cost of one run.
Cost here(const std::function<void()>& job);

/// Product and reference in turn, A B A B …, and the median of each and of their ratio.
struct Comparison {
    std::string name;
    Cost product, reference;
    double ratio = 0.0; ///< of processor time
    double goal = 0.0;  ///< the ratio that is promised at most; 0: none
};
Comparison compare(std::string name, double goal, int runs, const std::function<Cost()>& product,
                   const std::function<Cost()>& reference);

double median(std::vector<double> values);

/// One line: name, milliseconds of both, ratio, goal, and whether it is kept.
void print(const Comparison& comparison);

} // namespace tandem::bench

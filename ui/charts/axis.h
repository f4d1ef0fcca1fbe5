// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace tandem::ui {

/// A scale from 0 to `most` with a line every `step`.
struct Axis {
    double step = 1;
    double most = 1;

    bool operator==(const Axis&) const = default;
    /// 0, step, 2 step … most.
    std::vector<double> ticks() const;
    /// How far along the axis a value lies, 0 at zero and 1 at `most`; not limited.
    double share(double value) const { return most > 0 ? value / most : 0; }
};

/// Shares of 1: steps of 5, 10, 15, 20 or 25 points (smaller for small rates), at most four,
/// never beyond 1.
Axis shareAxis(double largest);
/// Whole numbers: steps of 1, 2 or 5 times a power of ten, three or four of them.
Axis countAxis(double largest);
/// Days: steps that people count in (1, 2, 5, 7, 10, 15, 30, 60, 90 … days), four or less.
Axis dayAxis(double largest);

/// How the rows of the staircase and of the times beside it lie, so that both agree: the bar of
/// stage i from top(i) down, the mark of step i in the middle between bars i and i + 1.
struct StairRows {
    int stages = 0;
    double head = 0; ///< the top of the first bar
    double row = 0;  ///< from bar to bar
    double bar = 0;  ///< the height of a bar

    double top(int stage) const { return head + stage * row; }
    double middle(int stage) const { return top(stage) + bar / 2; }
    double between(int step) const { return middle(step) + row / 2; }
    double gridBottom() const { return top(stages - 1) + bar - 4; }
    double axisTop() const { return top(stages - 1) + bar + 4; }
    double height() const { return axisTop() + 16; }
};

/// Rows of 62 with bars of 28 where they fit into `height`, else of 56 with bars of 24, else
/// lower ones down to 40 with bars of 20.
StairRows stairRows(int stages, double height);

} // namespace tandem::ui

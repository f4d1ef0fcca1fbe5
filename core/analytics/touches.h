// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/interval.h"
#include "core/analytics/query.h"

#include <array>
#include <optional>
#include <vector>

namespace tandem {

inline constexpr int kMostTouches = 20; ///< the last bin of the histogram is "20 and more"

/// Touches not later than the reach of the goal, over the leads that reached it (in the period).
struct TouchesToOpportunity {
    std::int64_t leads = 0;
    std::int64_t leftOut = 0; ///< leads that reached it at an unknown time
    std::int64_t undated = 0; ///< touches of the leads without a date, not counted
    std::optional<double> mean, median, q1, q3;
    std::array<std::int64_t, kMostTouches + 1> histogram{};

    bool operator==(const TouchesToOpportunity&) const = default;
};

struct ConversionByTouches {
    int atLeast = 0;
    std::int64_t leads = 0;
    std::int64_t converted = 0;
    std::optional<double> rate;
    Interval interval;

    bool operator==(const ConversionByTouches&) const = default;
};

/// Touch points per lead (metrics: "Touch points"): all selected leads that exist at as_of, also
/// those without a touch. The period restricts which touches are counted, in `conversion` too; for
/// `toOpportunity` it says when the goal was reached, and all touches up to that count. Quartiles
/// by linear interpolation (Tally).
struct TouchFigures {
    std::int64_t leads = 0;
    std::int64_t touches = 0;
    std::optional<double> mean, median;
    std::array<std::int64_t, kMostTouches + 1> histogram{};
    TouchesToOpportunity toOpportunity;
    std::array<ConversionByTouches, kMostTouches + 1> conversion{};
    std::int64_t undated = 0; ///< touches left out of a period because they have no date

    bool operator==(const TouchFigures&) const = default;
};

/// `goal` is the stage counted as conversion; default: the stage named Opportunity, else the last
/// but one ranked.
Result<TouchFigures> touchFigures(const Facts&, const Query&,
                                  const std::optional<std::string>& goal = {});

/// Leads touched at least once by each team, in either direction, in each week of the period, for
/// the line chart. Weeks begin on local Mondays; an open end is that of the touches. Undated ones
/// do not count.
struct WeekReach {
    Day monday;
    std::int64_t marketing = 0;
    std::int64_t sales = 0;

    bool operator==(const WeekReach&) const = default;
};
Result<std::vector<WeekReach>> weeklyReach(const Facts&, const Query&);

/// The leads behind a bar of the histogram (`touches` = 20: 20 and more), in ascending order.
Result<std::vector<LeadRow>> leadsWithTouches(const Facts&, const Query&, int touches);

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/funnel/measured.h"

#include <QString>

namespace tandem::ui {

// What the figures say, in sentences. Pure: the same figures give the same words.

/// A chart's title and the line under it.
struct Finding {
    QString title;
    QString caption;
    std::optional<std::size_t> step; ///< of the cohort's steps: the one that the title speaks of

    bool operator==(const Finding&) const = default;
};

/// Fewer leads than this say nothing about a share.
inline constexpr std::int64_t kTooFew = 20;

/// "30% of MQLs became SQLs, 9 points fewer than in the three months before": the step that moved
/// most among those that moved beyond chance, else how far the cohort came.
Finding funnelFinding(const FunnelFigures& figures);
/// For Snapshot and Flow: "Most leads stand in Contact, 1,240 of 2,980".
Finding countsFinding(const FunnelFigures& figures);
/// "MQLs wait 14 days for Sales, 6 more than before": the step of `funnel`, else the slowest one.
Finding timesFinding(const FunnelFigures& figures, const Finding& funnel);
/// "Half of the opportunities took 8 touches or more".
Finding touchesFinding(const FunnelFigures& figures);

/// "Chances rise up to eight touches, then level off", and the number of touches it names.
struct ConversionFinding {
    QString title;
    std::optional<int> at;

    bool operator==(const ConversionFinding&) const = default;
};
ConversionFinding conversionFinding(const FunnelFigures& figures);

/// "Since week 13 Sales has reached fewer people": the clearest lasting change of a team's weeks.
struct ReachFinding {
    QString title;
    std::optional<std::size_t> week; ///< position in figures.weeks from which it holds
    Team team = Team::None;

    bool operator==(const ReachFinding&) const = default;
};
ReachFinding reachFinding(const FunnelFigures& figures);

/// Who is counted: "Leads that became a Contact in the period, followed to 12 May 2026".
QString whoIsCounted(const FunnelFigures& figures);

} // namespace tandem::ui

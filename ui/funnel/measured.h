// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/funnel.h"
#include "core/analytics/stage_times.h"
#include "core/analytics/touches.h"
#include "ui/common/view_state.h"

#include <vector>

namespace tandem::ui {

enum class FunnelView { Cohort, Snapshot, Flow };

/// What the funnel page asks: the shared period and filters, and its own view.
struct FunnelQuestion {
    Query query;
    DayRange days; ///< the query's period in days
    FunnelView view = FunnelView::Cohort;
};

/// Members of the cohort that reached a stage but not the next, by where they stand now.
struct Standing {
    StageIndex stage = 0;
    std::int64_t leads = 0;

    bool operator==(const Standing&) const = default;
};

/// Everything that stands on the funnel page, for one question.
struct FunnelFigures {
    FunnelQuestion question;
    std::vector<StageFact> stages; ///< names, by StageIndex
    CohortFunnel cohort;
    std::vector<StepChange> changes;           ///< by step; none without a period before
    std::vector<std::vector<Standing>> notYet; ///< by the cohort's stages, most leads first
    std::vector<StageTime> times;              ///< by step
    std::vector<StageCount> counts;            ///< for Snapshot and Flow, side states too
    TouchFigures touches;
    StageIndex goal = 0;            ///< what conversion by touches counts
    std::vector<WeekReach> weeks;   ///< full weeks only
    std::int64_t visitors = 0;      ///< counted in the period
    std::int64_t allLeads = 0;      ///< in the workbook
    std::int64_t selectedLeads = 0; ///< for which the filters hold
    Instant asOf;
    TimeZone zone;
};

/// Asks the measures; pure, some milliseconds for 100,000 leads. Fails as select().
Result<FunnelFigures> measureFunnel(const Facts& facts, const FunnelQuestion& question);

} // namespace tandem::ui

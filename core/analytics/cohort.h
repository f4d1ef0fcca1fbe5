// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/funnel.h"

namespace tandem {

/// The leads that a cohort funnel follows, with everybody's reaches at as_of.
struct Cohort {
    StageIndex stage = 0;
    std::vector<LeadRow> members; ///< in ascending order
    std::int64_t undated = 0;     ///< left out of a period: nobody knows when they reached `stage`
    Reaches reaches;
};

/// The selected leads whose reach of the cohort stage falls in the period (metrics: "Funnel", 1);
/// without a period everybody who reached it, dated or not. NotFound for an unknown stage or field,
/// BadInput for a side state.
Result<Cohort> cohortOf(const Facts&, const Query&, const FunnelOptions& options);

/// The pairs of stages that the options ask for; by default each two neighbours from the cohort
/// stage on. BadInput for a step that does not lead to a later stage.
Result<std::vector<std::pair<StageIndex, StageIndex>>> stepsOf(const Facts&, const Cohort&,
                                                               const FunnelOptions& options);

/// The stages that a cohort's funnel shows: those from the cohort stage on that are in use, and
/// retired ones that a member has entered.
std::vector<StageIndex> shownStages(const Facts&, const Cohort&);

/// Whether a lead with these reaches of a step's two stages converted (within W days, if W is
/// given).
bool isConverted(std::int64_t reachedFrom, std::int64_t reachedTo,
                 const std::optional<int>& withinDays);

/// What one step of the funnel counts over the members that reached `from`.
struct StepCount {
    StageIndex from = 0, to = 0;
    std::int64_t n = 0;
    std::int64_t converted = 0; ///< within W days, if W is given
    /// How long they were between the two stages, for Kaplan and Meier: those without `to` are
    /// censored at as_of, or when they entered a state that ends the lead and stayed in such.
    std::vector<Lifetime> lifetimes;
    std::int64_t leftOut = 0; ///< no known time on one of the sides
    std::int64_t open = 0;    ///< neither at `to` nor ended, so they may still convert
    std::int64_t latest = kUndated.seconds; ///< the last known reach of `from`
};

/// All steps in one pass over the members.
std::vector<StepCount> countSteps(const Cohort&, Instant asOf,
                                  const std::vector<std::pair<StageIndex, StageIndex>>& steps,
                                  const std::optional<int>& withinDays);

} // namespace tandem

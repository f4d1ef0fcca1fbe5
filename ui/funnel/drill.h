// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"
#include "ui/funnel/measured.h"

namespace tandem::ui {

// The leads behind a mark of the funnel page, counted as the figure counts them. Pure; the ids are
// those of `facts`, in its order.

/// Members of the cohort that reached `stage`; of them, with `reachedNext`, those that did or did
/// not reach `next`.
LeadList cohortLeads(const Facts& facts, const Query& query, StageIndex stage,
                     std::optional<StageIndex> next, std::optional<bool> reachedNext);
/// Leads that stand in the stage at as_of.
LeadList standingLeads(const Facts& facts, const Query& query, StageIndex stage);
/// Leads that entered the stage in the period, each once.
LeadList enteredLeads(const Facts& facts, const Query& query, StageIndex stage);
/// Leads that reached `goal` in the period after exactly `touches` touches; the last bin is open.
LeadList goalLeads(const Facts& facts, const Query& query, StageIndex goal, int touches);
/// Leads with at least `touches` touches in the period.
LeadList touchedLeads(const Facts& facts, const Query& query, int touches);
/// Leads that either team touched in the week that begins on `monday`.
LeadList weekLeads(const Facts& facts, const Query& query, Day monday);

} // namespace tandem::ui

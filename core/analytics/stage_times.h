// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/funnel.h"

namespace tandem {

/// Time from reaching one ranked stage to reaching the next, over the query's cohort (Kaplan–Meier;
/// not reached = censored at as_of, or when the lead entered a state that ends it).
struct StageTime {
    StageIndex from = 0, to = 0;
    Quartiles time;
    std::int64_t leftOut = 0; ///< members without a date on either side

    bool operator==(const StageTime&) const = default;
};

Result<std::vector<StageTime>> stageTimes(const Facts&, const Query&,
                                          const FunnelOptions& options = {});

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/facts.h"

#include <vector>

namespace tandem {

inline constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

/// When a lead reached a ranked stage (metrics: "Stages"): the earliest dated entry into the stage or
/// any later-ranked one; kUndated.seconds if only an undated entry tells it; kNever if none up to
/// as_of. A lead's creation counts as its entry into the first stage that has records. A lead of
/// which nothing tells the stage has reached that stage, undated.
struct Reaches {
    StageIndex ranked = 0;             ///< number of ranked stages
    std::vector<std::int64_t> at;      ///< at[row * ranked + stage], seconds
    std::vector<StageIndex> current;   ///< stage of each lead at as_of, side states too
    std::vector<std::int64_t> since;   ///< when it entered its current stage; kUndated.seconds if unknown
    std::vector<std::uint32_t> entered; ///< bit s: the lead has itself entered ranked stage s (not implied)

    std::int64_t operator()(LeadRow row, StageIndex stage) const
    {
        return at[static_cast<std::size_t>(row) * ranked + stage];
    }
};

/// One pass over the stage changes.
Reaches reaches(const Facts&, Instant asOf);

} // namespace tandem

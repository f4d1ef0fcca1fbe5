// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/facts.h"

#include <vector>

namespace tandem {

inline constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();
/// The stage of a lead that did not exist yet.
inline constexpr StageIndex kNoStage = 255;

/// When a lead reached a ranked stage (metrics: "Stages"): the earliest dated entry into the stage
/// or any later-ranked one; kUndated.seconds if only an undated entry tells it; kNever if none up
/// to as_of. A lead's creation counts as its entry into the first stage that has records. Every
/// lead that exists has reached that stage, undated if nothing tells when.
struct Reaches {
    StageIndex ranked = 0;           ///< number of ranked stages
    std::vector<std::int64_t> at;    ///< at[row * ranked + stage], seconds
    std::vector<StageIndex> current; ///< stage of each lead at as_of, side states too, or kNoStage
    std::vector<std::int64_t>
        since; ///< when it entered its current stage; kUndated.seconds if unknown
    std::vector<std::int64_t>
        ended; ///< since when it is in states that end the lead; kNever if it is not
    std::vector<std::uint64_t>
        entered; ///< bit s: the lead has itself entered ranked stage s (not implied)

    std::int64_t operator()(LeadRow row, StageIndex stage) const
    {
        return at[static_cast<std::size_t>(row) * ranked + stage];
    }
    /// Whether the lead existed at as_of.
    bool exists(LeadRow row) const { return current[row] != kNoStage; }
    bool hasEntered(LeadRow row, StageIndex stage) const
    {
        return (entered[row] >> stage & 1U) != 0;
    }
};

/// One pass over the stage changes. A lead exists at as_of if it was created by then, if its
/// creation has no date, or if a stage change or touch of it is not later.
Reaches reaches(const Facts&, Instant asOf);

/// When each lead reached one ranked stage, as in Reaches; kNever also for a lead that did not
/// exist.
std::vector<std::int64_t> reachesOf(const Facts&, StageIndex stage, Instant asOf);

/// Whether the lead existed, as in Reaches.
bool existsAt(const Facts&, LeadRow, Instant asOf);

} // namespace tandem

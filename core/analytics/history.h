// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The walk through one lead's stages, in a header so that it is compiled into the loops that use
// it.
#include "core/analytics/reach.h"

namespace tandem {

/// Calls entry(seconds, stage) for each entry of an existing lead into a stage up to as_of, oldest
/// first. An entry leaves the lead in another stage than before; a change into the stage in which
/// it stands is none, but may date an undated entry. The creation is an entry into `first` unless a
/// dated change is as early; a lead of which nothing tells the stage entered it undated.
template <class Entry>
void forEachEntry(const Facts& facts, LeadRow row, Instant asOf, StageIndex first, Entry&& entry)
{
    const std::uint32_t end = facts.changeBegin[row + 1];
    std::uint32_t i = facts.changeBegin[row];
    StageIndex stage = kNoStage;
    std::int64_t at = kUndated.seconds;

    const Instant created = facts.leadCreated[row];
    if (created != kUndated && created <= asOf) {
        std::uint32_t dated = i;
        while (dated < end && facts.changeAt[dated] == kUndated.seconds) {
            ++dated;
        }
        if (dated == end || facts.changeAt[dated] > created.seconds) {
            stage = first;
            at = created.seconds;
        }
    }
    for (; i < end && facts.changeAt[i] <= asOf.seconds; ++i) {
        if (facts.changeTo[i] == stage) {
            at = at == kUndated.seconds ? facts.changeAt[i] : at;
            continue;
        }
        if (stage != kNoStage) {
            entry(at, stage);
        }
        stage = facts.changeTo[i];
        at = facts.changeAt[i];
    }
    if (stage != kNoStage) {
        entry(at, stage);
    } else {
        entry(kUndated.seconds, first);
    }
}

} // namespace tandem

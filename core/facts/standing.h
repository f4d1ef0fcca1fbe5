// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/facts.h"

namespace tandem {

/// Where a lead stands: the stage it entered last, and when (kUndated if nothing dates it).
struct Standing {
    StageIndex stage = 0;
    Instant since = kUndated;

    bool operator==(const Standing&) const = default;
};

/// A lead's standing as of an instant. Without a stage change it stands in the first stage that has
/// records, since its creation. Time grows with the lead's own stage changes only.
Standing standingOf(const Facts& facts, LeadRow row, Instant asOf);

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facts/standing.h"

namespace tandem {

Standing standingOf(const Facts& facts, LeadRow row, Instant asOf)
{
    for (std::uint32_t i = facts.changeBegin[row + 1]; i > facts.changeBegin[row]; --i) {
        if (facts.changeAt[i - 1] <= asOf.seconds) {
            return {facts.changeTo[i - 1], Instant{facts.changeAt[i - 1]}};
        }
    }
    return {facts.firstRecordStage(), facts.leadCreated[row]};
}

} // namespace tandem

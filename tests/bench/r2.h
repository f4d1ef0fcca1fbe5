// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/facts.h"

#include <array>
#include <cstdint>
#include <vector>

namespace tandem::bench {

/// Reference 2: the bare columns of the same workbook, and scans that answer the same questions
/// with nothing else: no periods, no filters, no undated rows, no names.
struct BareColumns {
    std::uint32_t leads = 0;
    std::uint8_t stages = 0;
    std::vector<std::int32_t> created;
    std::vector<std::uint32_t> changeBegin, touchBegin;
    std::vector<std::int32_t> changeAt, touchAt;
    std::vector<std::uint8_t> changeTo, touchChannel, touchIn;
    std::vector<std::uint16_t> touchCampaign, touchOutcome;
};

BareColumns bareColumns(const Facts&);

/// Reached per stage, and the sums of the step times; what the cohort funnel needs at least.
std::array<std::int64_t, 32> scanFunnel(const BareColumns&);
/// Touches per lead up to 20, and of those that reached the last stage but one.
std::array<std::int64_t, 64> scanTouches(const BareColumns&);
/// Inbound touches by campaign × channel × outcome.
std::int64_t scanResponses(const BareColumns&);

} // namespace tandem::bench

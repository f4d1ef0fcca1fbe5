// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/query.h"

#include <vector>

namespace tandem {

/// Inbound touches of one campaign, channel and outcome (metrics: "Touch points").
struct Response {
    std::uint32_t campaign = 0; ///< position in Facts::campaigns + 1; 0: none
    std::uint16_t channel = 0;
    std::uint16_t outcome = 0;
    std::int64_t touches = 0;
    std::int64_t leads = 0;
    Instant first = kUndated, last = kUndated; ///< of the dated ones

    bool operator==(const Response&) const = default;
};

/// The most touches first, then by campaign, channel and outcome. Touches without a campaign are in
/// it too; undated ones only without a period.
Result<std::vector<Response>> responses(const Facts&, const Query&);

/// The leads behind one row, in ascending order.
Result<std::vector<LeadRow>> leadsResponding(const Facts&, const Query&, const Response& row);

} // namespace tandem

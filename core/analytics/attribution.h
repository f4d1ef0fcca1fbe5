// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/credit.h"
#include "core/analytics/query.h"

#include <optional>
#include <vector>

namespace tandem {

struct AttributionOptions {
    CreditModel model = CreditModel::Linear;
    int lookbackDays = 180; ///< before the win
    double halfLifeDays = 7.0;
};

struct ReturnMonth {
    Day month;          ///< its first day
    Money cost, credit; ///< of this month
    Money cumulativeCost,
        cumulativeCredit; ///< from the campaign's first month to the end of this one

    bool operator==(const ReturnMonth&) const = default;
};

/// What one campaign cost and returned.
struct CampaignReturn {
    std::uint32_t campaign = 0; ///< position in Facts::campaigns + 1
    Money cost;                 ///< actual entries; the budget stands in Facts
    Money credit;
    double conversions = 0.0;        ///< deals, in shares
    std::optional<double> roi;       ///< (credit - cost) / cost; empty for no cost
    std::optional<Day> paybackMonth; ///< first in which cumulative credit >= cumulative cost > 0
    std::vector<ReturnMonth>
        months; ///< without gaps from its start, or first cost or credit, to the last
    std::int64_t openDeals = 0; ///< whose lead has a touch of the campaign
    Money openAmount;

    bool operator==(const CampaignReturn&) const = default;
};

/// metrics: "Attribution and return". Credits and noCampaignCredit sum to totalRevenue to the cent.
struct Attribution {
    CreditModel model = CreditModel::Linear;
    std::vector<CampaignReturn> campaigns; ///< all of the workbook, in its order
    Money noCampaignCredit;
    double noCampaignConversions = 0.0;
    Money noCampaignCost;
    Money totalRevenue;       ///< of the deals won in the period
    std::int64_t deals = 0;   ///< won in the period
    std::int64_t touches = 0; ///< on their paths
    std::int64_t undated =
        0; ///< won at an unknown time: left out of a period; otherwise without a path
    std::int64_t undatedTouches = 0; ///< of the deals' leads, with a campaign: on no path

    bool operator==(const Attribution&) const = default;
};

/// The deals of selected leads won in the period up to as_of, and the costs of the same time. The
/// path of a deal is its lead's dated touches with a campaign in the look-back window that ends at
/// the win. With Markov also the leads without a win count, with their touches in a window that
/// ends at their last one; a campaign's credit falls in the months of the deals that it is on the
/// path of. BadInput for a look-back or half-life that is not positive.
Result<Attribution> attribution(const Facts&, const Query&, const AttributionOptions& options = {});

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tandemctl/reports/reports.h"
#include "core/analytics/attribution.h"

#include <fmt/format.h>

namespace tandem::ctl {
namespace {

Json months(const CampaignReturn& row)
{
    Json list = Json::array();
    for (const ReturnMonth& month : row.months) {
        list.push_back({{"month", jsonMonth(month.month)},
                        {"cost", month.cost.minor},
                        {"credit", month.credit.minor}});
    }
    return list;
}

} // namespace

Result<Document> returnReport(const Facts& facts, const Asked& asked)
{
    const Result<Attribution> result = attribution(facts, asked.query, asked.attribution);
    if (!result) {
        return fail(result.error());
    }
    Document document;
    document.kind = "report return";
    document.rows = "campaigns";
    document.headline = fmt::format("What campaigns cost and brought, deals won {}, model: {}",
                                    periodWords(asked), creditWord(result->model));
    Json& json = document.json;
    json["model"] = std::string(creditWord(result->model));
    json["currency"] = facts.currency;
    json.update(begun("", asked).json);
    json["lookback_days"] = asked.attribution.lookbackDays;
    json["campaigns"] = Json::array();
    for (const CampaignReturn& row : result->campaigns) {
        const CampaignFact& campaign = facts.campaigns[row.campaign - 1];
        json["campaigns"].push_back(
            {{"key", jsonText(campaign.key)},
             {"campaign", campaign.name},
             {"cost", row.cost.minor},
             {"credit", row.credit.minor},
             {"conversions", row.conversions},
             {"roi", jsonOrNull(row.roi)},
             {"payback_month", row.paybackMonth ? jsonMonth(*row.paybackMonth) : Json(nullptr)},
             {"open_deals", row.openDeals},
             {"open_amount", row.openAmount.minor},
             {"months", months(row)}});
    }
    json["no_campaign"] = {{"credit", result->noCampaignCredit.minor},
                           {"conversions", result->noCampaignConversions},
                           {"cost", result->noCampaignCost.minor}};
    json["total_revenue"] = result->totalRevenue.minor;
    json["deals"] = result->deals;
    json["touches"] = result->touches;
    json["left_out"] = {{"undated", result->undated}, {"undated_touches", result->undatedTouches}};
    return document;
}

} // namespace tandem::ctl

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/responses.h"

#include "app/tandemctl/reports/reports.h"

namespace tandem::ctl {

Result<Document> responsesReport(const Facts& facts, const Asked& asked)
{
    const Result<std::vector<Response>> rows = responses(facts, asked.query);
    if (!rows) {
        return fail(rows.error());
    }
    Document document = begun("report responses", asked);
    document.rows = "responses";
    document.headline = "Who responded to which campaign, " + periodWords(asked);
    document.json["responses"] = Json::array();
    for (const Response& row : *rows) {
        const CampaignFact* campaign =
            row.campaign == 0 ? nullptr : &facts.campaigns[row.campaign - 1];
        document.json["responses"].push_back(
            {{"campaign", campaign ? Json(campaign->name) : Json(nullptr)},
             {"key", campaign ? jsonText(campaign->key) : Json(nullptr)},
             {"channel", jsonText(facts.channels.text(row.channel))},
             {"outcome", jsonText(facts.outcomes.text(row.outcome))},
             {"touches", row.touches},
             {"leads", row.leads},
             {"first", jsonInstant(row.first)},
             {"last", jsonInstant(row.last)}});
    }
    return document;
}

} // namespace tandem::ctl

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/pressure.h"

#include "app/tandemctl/reports/reports.h"

namespace tandem::ctl {

Result<Document> pressureReport(const Facts& facts, const Asked& asked)
{
    const Result<Pressure> result = pressure(facts, asked.query);
    if (!result) {
        return fail(result.error());
    }
    Document document = begun("report pressure", asked);
    document.rows = "leads";
    document.headline = "Leads contacted too often, and customers not contacted at all";
    Json& json = document.json;
    json["over_cap"] = result->overCap.size();
    json["collisions"] = result->collisions.size();
    const auto dormant = static_cast<std::int64_t>(result->dormant.size());
    json["dormant"] = {{"owned", dormant - result->nobodys}, {"nobodys", result->nobodys}};
    json["leads"] = Json::array();
    for (const PressedLead& one : result->overCap) {
        const LeadLabel label = asked.labelOf(facts.leadIds[one.lead]);
        json["leads"].push_back({{"lead", label.key},
                                 {"name", jsonText(label.name)},
                                 {"count", one.count},
                                 {"window_days", one.windowDays},
                                 {"last", jsonInstant(one.last)}});
    }
    json["left_out"] = {{"undated", result->undated}};
    return document;
}

} // namespace tandem::ctl

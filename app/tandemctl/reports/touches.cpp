// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/touches.h"

#include "app/tandemctl/reports/reports.h"

namespace tandem::ctl {
namespace {

Json histogram(const std::array<std::int64_t, kMostTouches + 1>& bars)
{
    Json list = Json::array();
    for (std::size_t touches = 0; touches < bars.size(); ++touches) {
        list.push_back({{"touches", touches}, {"leads", bars[touches]}});
    }
    return list;
}

} // namespace

Result<Document> touchesReport(const Facts& facts, const Asked& asked)
{
    const Result<TouchFigures> figures = touchFigures(facts, asked.query, asked.toStage);
    if (!figures) {
        return fail(figures.error());
    }
    Document document = begun("report touches", asked);
    document.rows = "conversion_by_touches";
    document.headline = "Touch points per lead " + periodWords(asked);
    Json& json = document.json;
    json["leads"] = figures->leads;
    json["touches"] = figures->touches;
    json["mean"] = jsonOrNull(figures->mean);
    json["median"] = jsonOrNull(figures->median);
    json["histogram"] = histogram(figures->histogram);
    const TouchesToOpportunity& to = figures->toOpportunity;
    json["to_opportunity"] = {{"leads", to.leads},
                              {"mean", jsonOrNull(to.mean)},
                              {"median", jsonOrNull(to.median)},
                              {"quartiles", Json::array({jsonOrNull(to.q1), jsonOrNull(to.q3)})},
                              {"histogram", histogram(to.histogram)}};
    json["conversion_by_touches"] = Json::array();
    for (const ConversionByTouches& row : figures->conversion) {
        json["conversion_by_touches"].push_back({{"at_least", row.atLeast},
                                                 {"leads", row.leads},
                                                 {"converted", row.converted},
                                                 {"rate", jsonOrNull(row.rate)},
                                                 {"low", row.interval.low},
                                                 {"high", row.interval.high}});
    }
    json["left_out"] = {{"undated", figures->undated}};
    return document;
}

} // namespace tandem::ctl

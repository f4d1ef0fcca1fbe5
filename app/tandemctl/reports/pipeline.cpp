// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/pipeline.h"

#include "app/tandemctl/reports/reports.h"

#include <cmath>

namespace tandem::ctl {
namespace {

Json sum(const DealSum& deals)
{
    return {{"deals", deals.deals}, {"amount", deals.amount.minor}};
}

Json wholeMinor(const std::optional<double>& minor)
{
    return minor ? Json(std::llround(*minor)) : Json(nullptr);
}

/// What changed the open amount since the period began; null without a beginning.
Result<Json> bridge(const Facts& facts, const Asked& asked)
{
    if (!asked.query.period.from) {
        return Json(nullptr);
    }
    const Result<PipelineBridge> between =
        pipelineBridge(facts, *asked.query.period.from, facts, asked.query);
    if (!between) {
        return fail(between.error());
    }
    return Json{{"opening", between->opening.minor}, {"added", between->added.minor},
                {"grown", between->grown.minor},     {"shrunk", between->shrunk.minor},
                {"won", between->won.minor},         {"lost", between->lost.minor},
                {"closing", between->closing.minor}};
}

} // namespace

Result<Document> pipelineReport(const Facts& facts, const Asked& asked)
{
    const Result<Pipeline> result = pipeline(facts, asked.query);
    if (!result) {
        return fail(result.error());
    }
    const Result<Json> change = bridge(facts, asked);
    if (!change) {
        return fail(change.error());
    }
    Document document;
    document.kind = "report pipeline";
    document.rows = "stages";
    document.headline =
        "Open deals at " + isoInstant(asked.query.asOf) + "; won and lost " + periodWords(asked);
    Json& json = document.json;
    json["currency"] = facts.currency;
    json.update(begun("", asked).json);
    json["open"] = {{"deals", result->open.deals},
                    {"amount", result->open.amount.minor},
                    {"weighted", result->open.weighted.minor}};
    json["won"] = sum(result->won);
    json["lost"] = sum(result->lost);
    json["slipped"] = sum(result->slipped);
    json["win_rate"] = jsonOrNull(result->winRate);
    json["average_won"] = wholeMinor(result->averageWon);
    json["median_days_to_win"] = jsonOrNull(result->medianDaysToWin);
    json["velocity_per_day"] = wholeMinor(result->velocityPerDay);
    json["stages"] = Json::array();
    for (const PipelineStage& stage : result->stages) {
        json["stages"].push_back({{"stage", jsonText(stage.stage)},
                                  {"deals", stage.open.deals},
                                  {"amount", stage.open.amount.minor},
                                  {"weighted", stage.open.weighted.minor},
                                  {"chance", stage.chance},
                                  {"measured_here", stage.measuredHere}});
    }
    json["by_owner"] = Json::array();
    for (const PipelineOwner& owner : result->byOwner) {
        json["by_owner"].push_back({{"owner", jsonText(owner.owner)},
                                    {"open", owner.open},
                                    {"won", owner.won},
                                    {"lost", owner.lost},
                                    {"won_amount", owner.wonAmount.minor},
                                    {"win_rate", jsonOrNull(owner.winRate)}});
    }
    json["months"] = Json::array();
    for (const PipelineMonth& month : result->months) {
        json["months"].push_back({{"month", jsonMonth(month.month)},
                                  {"won", month.won},
                                  {"lost", month.lost},
                                  {"won_amount", month.wonAmount.minor}});
    }
    json["bridge"] = *change;
    json["left_out"] = {{"undated", result->undated}, {"without_cycle", result->withoutCycle}};
    return document;
}

} // namespace tandem::ctl

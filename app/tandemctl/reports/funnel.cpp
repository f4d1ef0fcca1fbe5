// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tandemctl/reports/reports.h"

#include <fmt/format.h>

namespace tandem::ctl {
namespace {

Result<Document> cohort(const Facts& facts, const Asked& asked)
{
    const Result<CohortFunnel> funnel = cohortFunnel(facts, asked.query, asked.funnel);
    if (!funnel) {
        return fail(funnel.error());
    }
    Document document;
    document.kind = "report funnel cohort";
    document.rows = "steps";
    document.headline = fmt::format("Leads that reached {} {}, followed to {}",
                                    stageName(facts, funnel->cohortStage), periodWords(asked),
                                    isoInstant(asked.query.asOf));
    Json& json = document.json;
    json["view"] = "cohort";
    json.update(begun("", asked).json);
    json["cohort_stage"] = stageName(facts, funnel->cohortStage);
    json["cohort_size"] = funnel->cohortSize;
    json["within_days"] = jsonOrNull(asked.funnel.withinDays);
    json["stages"] = Json::array();
    for (const CohortStage& stage : funnel->stages) {
        json["stages"].push_back({{"stage", stageName(facts, stage.stage)},
                                  {"reached", stage.reached},
                                  {"implied", stage.implied}});
    }
    json["steps"] = Json::array();
    for (const CohortStep& step : funnel->steps) {
        json["steps"].push_back({{"from", stageName(facts, step.from)},
                                 {"to", stageName(facts, step.to)},
                                 {"n", step.n},
                                 {"converted", step.converted},
                                 {"rate", jsonOrNull(step.rate)},
                                 {"low", step.interval.low},
                                 {"high", step.interval.high},
                                 {"median_days", jsonDays(step.time.median)},
                                 {"maturing", step.maturing}});
    }
    const Result<std::vector<StepChange>> changes = funnelChange(facts, asked.query, asked.funnel);
    if (!changes) {
        return fail(changes.error());
    }
    json["changes"] = Json::array();
    for (const StepChange& change : *changes) {
        json["changes"].push_back({{"from", stageName(facts, change.from)},
                                   {"to", stageName(facts, change.to)},
                                   {"before", jsonOrNull(change.before)},
                                   {"difference", change.difference},
                                   {"p", change.p},
                                   {"beyond_chance", change.beyondChance},
                                   {"median_days_before", jsonDays(change.timeBefore.median)}});
    }
    json["left_out"] = {{"undated", funnel->undated}};
    return document;
}

Result<Document> snapshot(const Facts& facts, const Asked& asked)
{
    const Result<std::vector<StageCount>> counts = snapshotFunnel(facts, asked.query);
    if (!counts) {
        return fail(counts.error());
    }
    Document document;
    document.kind = "report funnel snapshot";
    document.rows = "stages";
    document.headline = "Where the leads stand at " + isoInstant(asked.query.asOf);
    document.json["view"] = "snapshot";
    document.json["as_of"] = jsonInstant(asked.query.asOf);
    document.json["stages"] = Json::array();
    for (const StageCount& count : *counts) {
        document.json["stages"].push_back(
            {{"stage", stageName(facts, count.stage)}, {"leads", count.leads}});
    }
    return document;
}

Result<Document> flow(const Facts& facts, const Asked& asked)
{
    const Result<Flow> counts = flowFunnel(facts, asked.query);
    if (!counts) {
        return fail(counts.error());
    }
    Document document;
    document.kind = "report funnel flow";
    document.rows = "stages";
    document.headline = "Entries into each stage " + periodWords(asked);
    document.json["view"] = "flow";
    document.json.update(begun("", asked).json);
    document.json["stages"] = Json::array();
    for (const StageCount& count : counts->stages) {
        document.json["stages"].push_back(
            {{"stage", stageName(facts, count.stage)}, {"entries", count.leads}});
    }
    document.json["left_out"] = {{"undated", counts->undated}};
    return document;
}

} // namespace

Result<Document> funnelReport(const Facts& facts, const Asked& asked)
{
    if (asked.view == "snapshot") {
        return snapshot(facts, asked);
    }
    return asked.view == "flow" ? flow(facts, asked) : cohort(facts, asked);
}

} // namespace tandem::ctl

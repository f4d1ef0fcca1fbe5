// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/stage_times.h"

#include "app/tandemctl/reports/reports.h"

namespace tandem::ctl {

Result<Document> stageTimesReport(const Facts& facts, const Asked& asked)
{
    const Result<std::vector<StageTime>> times = stageTimes(facts, asked.query, asked.funnel);
    if (!times) {
        return fail(times.error());
    }
    Document document = begun("report stage-times", asked);
    document.rows = "steps";
    document.headline = "Time from stage to stage, leads of the cohort " + periodWords(asked);
    document.json["steps"] = Json::array();
    for (const StageTime& time : *times) {
        document.json["steps"].push_back({{"from", stageName(facts, time.from)},
                                          {"to", stageName(facts, time.to)},
                                          {"n", time.time.n},
                                          {"reached", time.time.events},
                                          {"median_days", jsonDays(time.time.median)},
                                          {"q1_days", jsonDays(time.time.q1)},
                                          {"q3_days", jsonDays(time.time.q3)},
                                          {"left_out", time.leftOut}});
    }
    return document;
}

} // namespace tandem::ctl

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/traits.h"

#include "app/tandemctl/reports/reports.h"

namespace tandem::ctl {

Result<Document> traitsReport(const Facts& facts, const Asked& asked)
{
    const Result<Traits> result = traits(facts, asked.query, asked.toStage);
    if (!result) {
        return fail(result.error());
    }
    Document document = begun("report traits", asked);
    document.rows = "traits";
    document.headline = "Who converts, among leads that came " + periodWords(asked);
    Json& json = document.json;
    json["to_stage"] = asked.toStage.value_or(facts.stages[facts.rankedStages() - 1U].name);
    json["base"] = {{"leads", result->leads},
                    {"converted", result->converted},
                    {"rate", jsonOrNull(result->rate)}};
    json["traits"] = Json::array();
    for (const Trait& trait : result->traits) {
        json["traits"].push_back({{"field", trait.field},
                                  {"value", jsonText(trait.value)},
                                  {"leads", trait.leads},
                                  {"converted", trait.converted},
                                  {"rate", trait.rate},
                                  {"lift", jsonOrNull(trait.lift)},
                                  {"low", trait.interval.low},
                                  {"high", trait.interval.high},
                                  {"p", trait.p},
                                  {"significant", trait.significant}});
    }
    json["too_few"] = Json::array();
    for (const Trait& trait : result->tooFew) {
        json["too_few"].push_back({{"field", trait.field},
                                   {"value", jsonText(trait.value)},
                                   {"leads", trait.leads},
                                   {"converted", trait.converted}});
    }
    json["not_categorical"] = result->notCategorical;
    return document;
}

} // namespace tandem::ctl

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tandemctl/document.h"
#include "core/analytics/attribution.h"
#include "core/analytics/funnel.h"
#include "core/analytics/query.h"
#include "core/base/result.h"
#include "core/facts/facts.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace tandem::ctl {

/// What a lead is called in answers: its key, or "#" and its id, and its name.
struct LeadLabel {
    std::string key, name;
};

/// What a report is asked: the query, the days as they were typed, and what only some measures use.
struct Asked {
    Query query;
    std::optional<Day> from, to;
    std::string view = "cohort";
    FunnelOptions funnel;
    std::optional<std::string> toStage;
    AttributionOptions attribution;
    std::function<LeadLabel(LeadId)> labelOf; ///< names are not among the facts
};

/// A report's name on the command line and the function that computes it.
struct ReportName {
    std::string_view name;
    std::string_view about;
    Result<Document> (*make)(const Facts&, const Asked&);
};

Result<Document> funnelReport(const Facts&, const Asked&);
Result<Document> stageTimesReport(const Facts&, const Asked&);
Result<Document> touchesReport(const Facts&, const Asked&);
Result<Document> responsesReport(const Facts&, const Asked&);
Result<Document> returnReport(const Facts&, const Asked&);
Result<Document> pipelineReport(const Facts&, const Asked&);
Result<Document> traitsReport(const Facts&, const Asked&);
Result<Document> pressureReport(const Facts&, const Asked&);

/// A document with `from`, `to` and `as_of` in it.
Document begun(std::string kind, const Asked& asked);
/// "everybody" or "1 Feb 2026 up to 30 Apr 2026" for headlines.
std::string periodWords(const Asked& asked);
/// "2026-05".
Json jsonMonth(Day anyDayOfIt);
/// The name of stage `index`.
std::string stageName(const Facts& facts, StageIndex index);

} // namespace tandem::ctl

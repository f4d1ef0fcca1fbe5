// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/interval.h"
#include "core/analytics/query.h"
#include "core/analytics/reach.h"
#include "core/analytics/survival.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tandem {

struct FunnelOptions {
    std::optional<std::string> cohortStage; ///< default: first stage that has records
    std::optional<int> withinDays;          ///< W of metrics: "Funnel"
    std::vector<std::pair<std::string, std::string>> steps; ///< default: neighbouring stages
};

struct CohortStage {
    StageIndex stage = 0;
    std::int64_t reached = 0;
    std::int64_t implied = 0; ///< of them without an entry of their own into the stage

    bool operator==(const CohortStage&) const = default;
};

struct CohortStep {
    StageIndex from = 0, to = 0;
    std::int64_t n = 0;
    std::int64_t converted = 0;
    std::optional<double> rate; ///< converted / n; empty for n = 0
    Interval interval;          ///< 95 % Wilson
    Quartiles time;             ///< from reaching `from` to reaching `to`, seconds, Kaplan–Meier
    bool maturing = false;

    bool operator==(const CohortStep&) const = default;
};

struct CohortFunnel {
    Period period;
    Instant asOf;
    StageIndex cohortStage = 0;
    std::int64_t cohortSize = 0;
    std::vector<CohortStage> stages; ///< from the cohort stage on
    std::vector<CohortStep> steps;
    std::int64_t undated =
        0; ///< reached the cohort stage at an unknown time, so left out of a period
};

/// The cohort view (metrics: "Funnel", 1). NotFound for a stage that does not exist, with near
/// names.
Result<CohortFunnel> cohortFunnel(const Facts&, const Query&, const FunnelOptions& options = {});

/// How a step compares with the same step of the previous period of equal length, cut at equal age.
struct StepChange {
    StageIndex from = 0, to = 0;
    std::optional<double> before; ///< the previous rate
    double difference = 0.0;      ///< rate - before
    double p = 1.0;
    bool beyondChance = false; ///< p < 0.05
    Quartiles timeBefore;
};

/// Empty steps where the query has no period with both ends.
Result<std::vector<StepChange>> funnelChange(const Facts&, const Query&,
                                             const FunnelOptions& options = {});

struct StageCount {
    StageIndex stage = 0;
    std::int64_t leads = 0;

    bool operator==(const StageCount&) const = default;
};

/// The snapshot view: leads standing in each stage at as_of, side states too. The period does not
/// count.
Result<std::vector<StageCount>> snapshotFunnel(const Facts&, const Query&);

/// The flow view: entries into each stage during the period, side states too, whatever the cohort.
/// Undated entries are counted only without a period, and are in `undated` otherwise.
struct Flow {
    std::vector<StageCount> stages; ///< `leads` = entries
    std::int64_t undated = 0;
};
Result<Flow> flowFunnel(const Facts&, const Query&);

/// The leads behind a mark of the cohort funnel: members that reached `stage`, and of them those
/// that did (true), did not (false) or may have (empty) reached `next`. Rows in ascending order.
Result<std::vector<LeadRow>> cohortMembers(const Facts&, const Query&, const FunnelOptions& options,
                                           StageIndex stage, std::optional<StageIndex> next,
                                           std::optional<bool> reachedNext);

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/query.h"

#include <optional>
#include <string>
#include <vector>

namespace tandem {

struct DealSum {
    std::int64_t deals = 0;
    Money amount;

    bool operator==(const DealSum&) const = default;
};

struct OpenSum {
    std::int64_t deals = 0;
    Money amount;
    Money weighted; ///< amount times the chance of winning, each deal rounded to the minor unit

    bool operator==(const OpenSum&) const = default;
};

struct PipelineStage {
    std::string stage; ///< the sales process's own word; "" where none is given
    OpenSum open;
    double chance = 0.0;       ///< of winning, where a deal has no entry of its own
    bool measuredHere = false; ///< on deals closed in this stage; else on all closed deals

    bool operator==(const PipelineStage&) const = default;
};

struct PipelineOwner {
    std::string owner;
    std::int64_t open = 0, won = 0, lost = 0;
    Money wonAmount;
    std::optional<double> winRate;

    bool operator==(const PipelineOwner&) const = default;
};

struct PipelineMonth {
    Day month; ///< its first day
    std::int64_t won = 0, lost = 0;
    Money wonAmount;

    bool operator==(const PipelineMonth&) const = default;
};

/// metrics: "Pipeline". Open is as of as_of; won and lost are those closed in the period.
struct Pipeline {
    OpenSum open;
    DealSum won, lost;
    DealSum slipped;                       ///< open, expected to close before the day of as_of
    std::optional<double> winRate;         ///< won / (won + lost)
    std::optional<double> averageWon;      ///< minor units, over won deals with an amount
    std::optional<double> medianDaysToWin; ///< calendar days from opening to winning
    std::optional<double>
        velocityPerDay; ///< minor units: open deals x average won x win rate / median days
    std::vector<PipelineStage> stages;  ///< of open deals, the largest amount first
    std::vector<PipelineOwner> byOwner; ///< the most won first
    std::vector<PipelineMonth> months;  ///< without gaps
    std::int64_t undated = 0; ///< closed at an unknown time, so left out of a period and of months
    std::int64_t withoutCycle = 0; ///< won without both dates, or before they were opened

    bool operator==(const Pipeline&) const = default;
};

/// The selected leads' deals; those without a lead count where there is no filter.
Result<Pipeline> pipeline(const Facts&, const Query&);

/// What changed the open amount: opening + added + grown - shrunk - won - lost = closing, exactly.
struct PipelineBridge {
    Money opening, added, grown, shrunk, won, lost, closing;

    bool operator==(const PipelineBridge&) const = default;
};

/// From `since` in the facts of then to as_of in those of now. Facts know an amount as it is, not
/// as it was: with the same facts on both sides nothing grows or shrinks. A deal that was deleted
/// between has shrunk to nothing; one that came back from won or lost is added.
Result<PipelineBridge> pipelineBridge(const Facts& then, Instant since, const Facts& now,
                                      const Query& query);

} // namespace tandem

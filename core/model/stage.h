// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/model/team.h"

#include <optional>
#include <string>
#include <vector>

namespace tandem {

/// A stage of the agreed funnel, or a side state beside it.
struct Stage {
    StageId id;
    std::string name;
    std::optional<int> rank;  ///< order in the funnel, from 0; none for a side state
    bool hasRecords = true;   ///< false for a stage that is only counted (Visitor)
    bool endsTheLead = false; ///< Disqualified, Lost: time in stage is censored here
    Team team = Team::None;   ///< who owns the stage
    std::string definition;   ///< in words, as agreed
    std::string criteria;     ///< JSON of the criterion language; empty = none
    bool retired = false;     ///< kept for history, offered no more

    bool operator==(const Stage&) const = default;
};

/// The default stages of a new workbook (metrics: "Stages"), without ids.
std::vector<Stage> defaultStages();

/// Names of the default channels, in the order of menus.
const std::vector<std::string>& defaultChannels();

} // namespace tandem

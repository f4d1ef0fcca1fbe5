// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/id.h"
#include "core/model/team.h"

#include <optional>
#include <string>
#include <string_view>

namespace tandem {

/// In: the person responded; Out: we contacted them; None where nothing tells.
enum class Direction : std::uint8_t { None = 0, In = 1, Out = 2 };

/// "in", "out", or "" for None.
std::string_view directionWord(Direction direction);
/// Reads a direction's word, also "inbound", "outgoing" …; empty for anything else.
std::optional<Direction> directionFromWord(std::string_view word);

/// One contact between a lead and one of the teams.
struct Touch {
    TouchId id;
    LeadId lead;
    std::string key; ///< identifies the row in the file it came from; may be empty
    Instant at = kUndated;
    std::string channel;
    Direction direction = Direction::None;
    Team team = Team::None;
    std::optional<CampaignId> campaign;
    std::optional<ContentId> content;
    std::optional<PersonId> person;
    std::string outcome;
    std::string note;

    bool operator==(const Touch&) const = default;
};

} // namespace tandem

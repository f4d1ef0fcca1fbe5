// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <optional>
#include <string>
#include <string_view>

namespace tandem {

/// Which of the two teams; None where nothing tells.
enum class Team : std::uint8_t { None = 0, Marketing = 1, Sales = 2 };

/// "marketing", "sales", or "" for None.
std::string_view teamWord(Team team);
/// Reads a team's word, also "mktg", "sdr", "m", "s" …; empty for anything else.
std::optional<Team> teamFromWord(std::string_view word);

/// Somebody who works in one of the teams; referred to by name in files.
struct Person {
    PersonId id;
    std::string name;
    std::string email;
    Team team = Team::None;
    bool active = true;

    bool operator==(const Person&) const = default;
};

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/model/team.h"

#include <optional>
#include <string>

namespace tandem {

struct Campaign {
    CampaignId id;
    std::string key;
    std::string name; ///< not unique: two campaigns may share one, told apart by key
    std::string objective;
    std::string channel;
    std::optional<Day> starts;
    std::optional<Day> ends;
    std::optional<Money> budget; ///< planned; never stands in for cost
    std::optional<PersonaId> persona;
    std::string wantedLeadClass;
    std::optional<PersonId> marketingOwner;
    std::optional<PersonId> salesOwner;

    bool operator==(const Campaign&) const = default;
};

/// Money spent on a campaign, or by a team without one.
struct CostEntry {
    CostId id;
    std::string key;
    std::optional<CampaignId> campaign;
    Instant at = kUndated;
    Money amount;
    Team team = Team::None;
    std::string note;

    bool operator==(const CostEntry&) const = default;
};

enum class AudienceMeasure : std::uint8_t { Visitors, Followers, Impressions, Contacts };

/// A counted audience on a day; no records stand behind it. One per (campaign, channel, day,
/// measure).
struct AudienceCount {
    std::optional<CampaignId> campaign;
    std::string channel;
    Day day;
    AudienceMeasure measure = AudienceMeasure::Visitors;
    std::int64_t value = 0;

    bool operator==(const AudienceCount&) const = default;
};

/// "visitors", "followers", "impressions", "contacts".
std::string_view audienceWord(AudienceMeasure measure);
std::optional<AudienceMeasure> audienceFromWord(std::string_view word);

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/time_zone.h"
#include "core/model/campaign.h"
#include "core/model/content.h"
#include "core/model/deal.h"
#include "core/model/lead.h"
#include "core/model/persona.h"
#include "core/model/stage.h"
#include "core/model/team.h"
#include "core/model/touch.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace tandem {

inline constexpr std::uint64_t kSampleSeed = 20'260'515;
inline constexpr int kSampleDays = 730; ///< how far its story goes back

/// The demonstration company as plain records: Aldervane, which sells water-loss metering and leak
/// audits to food and drink plants. It exists nowhere. Ids are positions counted from 1 in the
/// vectors; a stage's id is its position in defaultStages(), counted from 1.
struct SampleCompany {
    std::vector<Person> people;
    std::vector<Persona> personas;
    std::vector<Company> companies;
    std::vector<CustomField> customFields;
    std::vector<Campaign> campaigns;
    std::vector<CostEntry> costs;
    std::vector<AudienceCount> audience;
    std::vector<Content> contents;
    std::vector<Lead> leads;               ///< by time of creation, the undated ones first
    std::vector<StageChange> stageChanges; ///< by lead, then time
    std::vector<Touch> touches;            ///< by lead, then time
    std::vector<Deal> deals;               ///< by lead
    Day regionChange; ///< the Monday from which Sales works in new regions and answers more slowly
};

/// The company's records, from `kSampleDays` before `now` up to `now` and none after. Depends on
/// the arguments alone.
SampleCompany sampleCompany(Instant now, const TimeZone& zone, std::string_view currency,
                            std::uint64_t seed = kSampleSeed);

} // namespace tandem

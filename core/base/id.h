// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace tandem {

/// A record's identity: a positive 63-bit number, typed so that a lead's id is no campaign's id.
/// Ids are given by core/store and never used again; absence is std::optional, there is no null id.
template <class Tag>
struct Id {
    std::int64_t value = 0;

    auto operator<=>(const Id&) const = default;
};

using TeamId = Id<struct TeamTag>;
using PersonId = Id<struct PersonTag>;
using StageId = Id<struct StageTag>;
using PersonaId = Id<struct PersonaTag>;
using CompanyId = Id<struct CompanyTag>;
using LeadId = Id<struct LeadTag>;
using CustomFieldId = Id<struct CustomFieldTag>;
using StageChangeId = Id<struct StageChangeTag>;
using TouchId = Id<struct TouchTag>;
using CampaignId = Id<struct CampaignTag>;
using CostId = Id<struct CostTag>;
using ContentId = Id<struct ContentTag>;
using DealId = Id<struct DealTag>;
using HandoverId = Id<struct HandoverTag>;
using ImportId = Id<struct ImportTag>;
using JournalId = Id<struct JournalTag>;

} // namespace tandem

template <class Tag>
struct std::hash<tandem::Id<Tag>> {
    std::size_t operator()(const tandem::Id<Tag>& id) const noexcept
    {
        return std::hash<std::int64_t>{}(id.value);
    }
};

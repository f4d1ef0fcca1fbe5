// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/model/stage.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tandem {

class Reader;
class Writer;

/// Records by key and by name without regard to case.
template <class Id>
class NameTable {
public:
    void add(std::string_view key, std::string_view name, Id id);
    /// By key, "#<id>", else name; empty if there is none, Ambiguous if the name fits several.
    Result<std::optional<Id>> find(std::string_view text);

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    template <class Value>
    using Texts = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

    Texts<Id> m_keys;
    Texts<std::vector<Id>> m_names; // folded
    Texts<Id> m_asked;              // texts as they were asked for, to fold each but once
};

/// The records that rows name: people, personas, companies, campaigns and content, which are made
/// if they are missing, and stages, which are not. Companies and the others compare by name without
/// regard to case, accents and runs of spaces; "GTXPro" and "GTX Pro" are two names.
class ImportNames {
public:
    Result<void> load(const Reader& reader);

    /// The record of that key, name or (people) e-mail. Ambiguous if it fits several.
    Result<PersonId> person(Writer& writer, std::string_view text);
    Result<PersonaId> persona(Writer& writer, std::string_view text);
    Result<CompanyId> company(Writer& writer, std::string_view text);
    Result<CampaignId> campaign(Writer& writer, std::string_view text);
    Result<ContentId> content(Writer& writer, std::string_view text);

    /// The stage of that name without regard to case; nullptr if there is none.
    const Stage* stage(std::string_view name) const;
    /// As stage(), but makes a side state if there is none.
    Result<const Stage*> stageOrNew(Writer& writer, std::string_view name);
    const Stage* stage(StageId id) const;
    /// "Contact, IQL, MQL, …", for messages.
    std::string stageNames() const;

    /// How many of each were made: "campaigns", "people", ….
    std::vector<std::pair<std::string, std::int64_t>> made() const;
    void countLead() { ++m_leads; }
    void countField() { ++m_fields; }

private:
    NameTable<PersonId> m_people;
    NameTable<PersonaId> m_personas;
    NameTable<CompanyId> m_companies;
    NameTable<CampaignId> m_campaigns;
    NameTable<ContentId> m_contents;
    std::vector<Stage> m_stages;
    std::int64_t m_newPeople = 0, m_newPersonas = 0, m_newCompanies = 0, m_newCampaigns = 0,
                 m_newContents = 0, m_newStages = 0, m_leads = 0, m_fields = 0;
};

} // namespace tandem

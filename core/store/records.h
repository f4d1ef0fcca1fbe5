// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reading and writing the records of a workbook. Every function answers Damaged or Io if the file
// fails underneath; update and remove answer NotFound for an id that is not there.
#include "core/base/result.h"
#include "core/model/campaign.h"
#include "core/model/content.h"
#include "core/model/deal.h"
#include "core/model/lead.h"
#include "core/model/persona.h"
#include "core/model/stage.h"
#include "core/model/team.h"
#include "core/model/touch.h"

#include <vector>

namespace tandem {

class Reader;
class Writer;

// People and definitions: few records, read whole. Lists come in the order of menus.

Result<std::vector<Person>> people(const Reader&);
Result<PersonId> addPerson(Writer&, const Person&);
Result<void> updatePerson(Writer&, const Person&);

/// Ranked stages by rank, then side states in the order they were made; retired ones too.
Result<std::vector<Stage>> stages(const Reader&);
Result<StageId> addStage(Writer&, const Stage&);
Result<void> updateStage(Writer&, const Stage&);

Result<std::vector<Persona>> personas(const Reader&);
Result<PersonaId> addPersona(Writer&, const Persona&);
Result<void> updatePersona(Writer&, const Persona&);
/// Leads of the persona are left without one.
Result<void> removePersona(Writer&, PersonaId);

Result<std::vector<Company>> companies(const Reader&);
Result<std::optional<Company>> company(const Reader&, CompanyId);
Result<CompanyId> addCompany(Writer&, const Company&);
Result<void> updateCompany(Writer&, const Company&);

Result<std::vector<CustomField>> customFields(const Reader&);
Result<CustomFieldId> addCustomField(Writer&, const CustomField&);
Result<void> updateCustomField(Writer&, const CustomField&);

// Leads

Result<std::optional<Lead>> lead(const Reader&, LeadId);
Result<LeadId> addLead(Writer&, const Lead&);
Result<void> updateLead(Writer&, const Lead&);
/// With its custom values, stage changes and touches; its deals stay without a lead.
Result<void> removeLead(Writer&, LeadId);

/// A lead's stage changes, oldest first, undated ones before.
Result<std::vector<StageChange>> stageChangesOf(const Reader&, LeadId);
Result<StageChangeId> addStageChange(Writer&, const StageChange&);
Result<void> removeStageChange(Writer&, const StageChange&);

/// A lead's touches, oldest first, undated ones before.
Result<std::vector<Touch>> touchesOf(const Reader&, LeadId);
Result<TouchId> addTouch(Writer&, const Touch&);
/// `before` says where the touch stands now; the lead and the instant may change.
Result<void> updateTouch(Writer&, const Touch& before, const Touch& after);
Result<void> removeTouch(Writer&, const Touch&);

/// Leads of which every word of `words` begins a word in name, e-mail, company or job title; best
/// first (with a thousand or more, in the order of their ids), at most `most`. Empty words find
/// nothing. What a step in work changed is found when it is done.
Result<std::vector<LeadId>> searchLeads(const Reader&, std::string_view words, std::size_t most);

// Campaigns, costs, content, deals, audience

Result<std::vector<Campaign>> campaigns(const Reader&);
Result<CampaignId> addCampaign(Writer&, const Campaign&);
Result<void> updateCampaign(Writer&, const Campaign&);

Result<std::vector<CostEntry>> costs(const Reader&);
Result<CostId> addCost(Writer&, const CostEntry&);
Result<void> updateCost(Writer&, const CostEntry&);

Result<std::vector<Content>> contents(const Reader&);
Result<ContentId> addContent(Writer&, const Content&);
Result<void> updateContent(Writer&, const Content&);

Result<std::vector<Deal>> deals(const Reader&);
Result<std::vector<Deal>> dealsOf(const Reader&, LeadId);
Result<std::optional<Deal>> deal(const Reader&, DealId);
Result<DealId> addDeal(Writer&, const Deal&);
Result<void> updateDeal(Writer&, const Deal&);
Result<void> removeDeal(Writer&, DealId);

Result<std::vector<AudienceCount>> audienceCounts(const Reader&);
/// Adds the count, or replaces the one of the same campaign, channel, day and measure.
Result<void> setAudienceCount(Writer&, const AudienceCount&);

// How files were read before

struct SavedMapping {
    std::string name;
    std::string kind;   ///< "leads", "touches", …
    std::string header; ///< the column names, joined by U+001F
    std::string json;

    bool operator==(const SavedMapping&) const = default;
};

Result<std::vector<SavedMapping>> savedMappings(const Reader&);
/// Adds it, or replaces the one of the same name and kind.
Result<void> saveMapping(Writer&, const SavedMapping&);
/// Notes a finished import; the id goes into its result.
Result<ImportId> noteImport(Writer&, std::string_view file, std::string_view kind,
                            std::string_view mapping, std::string_view result);

} // namespace tandem

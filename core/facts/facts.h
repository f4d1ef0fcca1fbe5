// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/base/time_zone.h"
#include "core/model/campaign.h"
#include "core/model/deal.h"
#include "core/model/team.h"
#include "core/model/touch.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tandem {

/// Position of a lead in the arrays of Facts; leads are sorted by id.
using LeadRow = std::uint32_t;
/// Position of a text in a Dictionary; 0 is the blank.
using Code = std::uint32_t;
inline constexpr Code kBlank = 0;

/// Distinct texts, numbered in the order they were met; code 0 is "".
class Dictionary {
public:
    Dictionary();
    /// The text's code; adds it if it is new.
    Code add(std::string_view text);
    std::optional<Code> find(std::string_view text) const;
    const std::string& text(Code code) const { return m_texts[code]; }
    std::size_t size() const { return m_texts.size(); }

private:
    std::size_t slotOf(std::string_view text) const;
    void grow();

    std::vector<std::string> m_texts;
    std::vector<Code> m_slots; // open addressing, a power of two; kBlank marks a free one
};

/// One lead field as codes, one for each lead.
struct LeadColumn {
    std::string name; ///< "source", "persona", …, or the custom field's name
    bool custom = false;
    std::vector<Code> codes;
    Dictionary dictionary;
    CustomFieldId field{}; ///< of a custom column
};

/// Position of a stage in Facts::stages: ranked ones by rank, then side states.
using StageIndex = std::uint8_t;

struct StageFact {
    StageId id;
    std::string name;
    bool ranked = false;
    bool hasRecords = true;
    bool endsTheLead = false;
    bool retired = false;
    Team team = Team::None;
};

struct CampaignFact {
    CampaignId id;
    std::string key;
    std::string name;
    std::string objective;
    std::string channel;
    std::optional<Day> starts;
    std::optional<Day> ends;
    std::optional<Money> budget;
    Code persona = kBlank; ///< in the dictionary of the column "persona"
};

struct DealFact {
    DealId id;
    std::string key;
    std::string name;
    std::optional<LeadRow> lead;
    Code campaign = kBlank; ///< position in Facts::campaigns + 1
    std::optional<Money> amount;
    DealOutcome outcome = DealOutcome::Open;
    std::optional<Instant> openedAt;
    std::optional<Instant> closedAt;
    std::optional<Day> expectedClose;
    std::optional<double> probability;
    std::string stage, owner, product, saleType, lossReason, company;
};

struct CostFact {
    Code campaign = kBlank; ///< position in Facts::campaigns + 1
    Instant at = kUndated;
    Money amount;
    Team team = Team::None;
};

/// What a person, persona, company or content was called when rows that name it were loaded.
struct DefinitionPrint {
    std::int64_t id = 0;
    std::uint64_t print = 0; ///< of all texts that rows take from it

    auto operator<=>(const DefinitionPrint&) const = default;
};

/// Everything of a workbook that is counted, as arrays: leads sorted by id; each lead's stage
/// changes and touches side by side, oldest first, undated ones (kUndated) before all dated ones.
/// A value: copy it to keep a state, read it from any number of threads.
struct Facts {
    std::string currency;
    TimeZone timeZone;

    // Definitions
    std::vector<StageFact> stages;
    std::vector<CampaignFact> campaigns; ///< a touch's campaign c > 0 is campaigns[c - 1]
    std::vector<AudienceCount> audience;

    // Leads
    std::vector<LeadId> leadIds;
    std::vector<Instant> leadCreated;    ///< kUndated if unknown
    std::vector<LeadColumn> leadColumns; ///< built-in fields first, then custom ones

    // Stage changes of lead r: positions changeBegin[r] … changeBegin[r + 1] - 1
    std::vector<std::uint32_t> changeBegin;
    std::vector<std::int64_t> changeAt;
    std::vector<StageIndex> changeTo;

    // Touches of lead r: positions touchBegin[r] … touchBegin[r + 1] - 1
    std::vector<std::uint32_t> touchBegin;
    std::vector<std::int64_t> touchAt;
    std::vector<std::uint16_t> touchChannel;  ///< code in channels
    std::vector<std::uint16_t> touchOutcome;  ///< code in outcomes
    std::vector<std::uint32_t> touchCampaign; ///< 0: none
    std::vector<std::uint32_t> touchContent;  ///< code in contents
    std::vector<std::uint32_t> touchPerson;   ///< code in persons
    std::vector<Direction> touchDirection;
    std::vector<Team> touchTeam;
    Dictionary channels, outcomes, contents, persons;

    std::vector<DealFact> deals; ///< sorted by id
    std::vector<CostFact> costs;

    std::vector<DefinitionPrint> prints; ///< sorted; for patchFacts() only

    std::size_t leadCount() const { return leadIds.size(); }
    std::size_t touchCount() const { return touchAt.size(); }

    /// The row of a lead; empty if there is none.
    std::optional<LeadRow> rowOf(LeadId id) const;
    /// The column of that name, exactly or without regard to case; nullptr if there is none.
    const LeadColumn* column(std::string_view name) const;
    /// The stage of that name without regard to case.
    std::optional<StageIndex> stageNamed(std::string_view name) const;
    /// Number of ranked stages: indices 0 … rankedStages() - 1.
    StageIndex rankedStages() const;
    /// The first ranked stage that has records.
    StageIndex firstRecordStage() const;
};

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reading whole tables fast, in the order of their keys, for the facts, the exporter and the
// importer. The texts of a row are views that live until the function returns. A false answer of
// `each` stops.
#include "core/base/day.h"
#include "core/base/result.h"
#include "core/model/lead.h"
#include "core/model/touch.h"

#include <functional>
#include <optional>
#include <string_view>

namespace tandem {

class Reader;

/// Ids of 0 stand for "none" in these rows only.
struct LeadRecord {
    std::int64_t id;
    std::int64_t company, persona, owner;
    Instant createdAt; ///< kUndated if none
    std::optional<double> score;
    std::string_view key, name, email, emailKey, phone, jobTitle, industry, companySize, country,
        city, source, budget, authority, need, timeline, consent, tags, nextStep;
};

struct CustomRecord {
    std::int64_t lead, field;
    std::string_view value;
};

struct StageChangeRecord {
    std::int64_t lead;
    Instant at;
    std::int64_t id, from, to, person;
    std::string_view reason;
};

struct TouchRecord {
    std::int64_t lead;
    Instant at;
    std::int64_t id;
    std::string_view key, channel;
    Direction direction;
    Team team;
    std::int64_t campaign, content, person;
    std::string_view outcome, note;
};

/// With `only`, just the rows of that lead.
Result<void> scanLeads(const Reader&, const std::function<bool(const LeadRecord&)>& each,
                       std::optional<LeadId> only = {});
Result<void> scanCustomValues(const Reader&, const std::function<bool(const CustomRecord&)>& each,
                              std::optional<LeadId> only = {});
Result<void> scanStageChanges(const Reader&,
                              const std::function<bool(const StageChangeRecord&)>& each,
                              std::optional<LeadId> only = {});
Result<void> scanTouches(const Reader&, const std::function<bool(const TouchRecord&)>& each,
                         std::optional<LeadId> only = {});

/// As scanLeads() and scanTouches(), but without what facts do not count, for speed: score, key,
/// name, addresses, phone and next step of a lead, id, key and note of a touch stay blank.
Result<void> scanCountedLeads(const Reader&, const std::function<bool(const LeadRecord&)>& each,
                              std::optional<LeadId> only = {});
Result<void> scanCountedTouches(const Reader&, const std::function<bool(const TouchRecord&)>& each,
                                std::optional<LeadId> only = {});

/// Number of rows, for progress and reserving memory.
struct RecordCounts {
    std::int64_t leads, stageChanges, touches, deals;
};
Result<RecordCounts> recordCounts(const Reader&);

} // namespace tandem

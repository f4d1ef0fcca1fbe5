// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/scan.h"

#include "core/store/database.h"

namespace tandem {
namespace {

/// Runs `select`, with the condition if `only` is given, and hands every row to `each`.
template <class Record, class Fill>
Result<void> scan(const Reader& reader, const char* select, const char* condition,
                  const char* order, std::optional<LeadId> only,
                  const std::function<bool(const Record&)>& each, Fill&& fill)
{
    return attempt([&] {
        Statement rows = reader.query(std::string(select) + (only ? condition : "") + order);
        if (only) {
            rows.bind(*only);
        }
        Record record{};
        while (rows.step()) {
            fill(rows, record);
            if (!each(record)) {
                break;
            }
        }
    });
}

} // namespace

Result<void> scanLeads(const Reader& reader, const std::function<bool(const LeadRecord&)>& each,
                       std::optional<LeadId> only)
{
    return scan<LeadRecord>(
        reader,
        "SELECT id, company, persona, owner, created_at, score, key, name, email, email_key, "
        "phone, "
        "job_title, industry, company_size, country, city, source, budget, authority, need, "
        "timeline, consent, tags, next_step FROM lead",
        " WHERE id = ?", " ORDER BY id", only, each, [](Statement& row, LeadRecord& lead) {
            row.into(lead.id, lead.company, lead.persona, lead.owner, lead.createdAt, lead.score,
                     lead.key, lead.name, lead.email, lead.emailKey, lead.phone, lead.jobTitle,
                     lead.industry, lead.companySize, lead.country, lead.city, lead.source,
                     lead.budget, lead.authority, lead.need, lead.timeline, lead.consent, lead.tags,
                     lead.nextStep);
        });
}

Result<void> scanCustomValues(const Reader& reader,
                              const std::function<bool(const CustomRecord&)>& each,
                              std::optional<LeadId> only)
{
    return scan<CustomRecord>(reader, "SELECT lead, field, value FROM custom_value",
                              " WHERE lead = ?", " ORDER BY lead, field", only, each,
                              [](Statement& row, CustomRecord& value) {
                                  row.into(value.lead, value.field, value.value);
                              });
}

Result<void> scanStageChanges(const Reader& reader,
                              const std::function<bool(const StageChangeRecord&)>& each,
                              std::optional<LeadId> only)
{
    return scan<StageChangeRecord>(
        reader, "SELECT lead, at, id, from_stage, to_stage, person, reason FROM stage_change",
        " WHERE lead = ?", " ORDER BY lead, at, id", only, each,
        [](Statement& row, StageChangeRecord& change) {
            row.into(change.lead, change.at, change.id, change.from, change.to, change.person,
                     change.reason);
        });
}

Result<void> scanTouches(const Reader& reader, const std::function<bool(const TouchRecord&)>& each,
                         std::optional<LeadId> only)
{
    return scan<TouchRecord>(
        reader,
        "SELECT lead, at, id, key, channel, direction, team, campaign, content, person, outcome, "
        "note FROM touch",
        " WHERE lead = ?", " ORDER BY lead, at, id", only, each,
        [](Statement& row, TouchRecord& touch) {
            row.into(touch.lead, touch.at, touch.id, touch.key, touch.channel, touch.direction,
                     touch.team, touch.campaign, touch.content, touch.person, touch.outcome,
                     touch.note);
        });
}

Result<RecordCounts> recordCounts(const Reader& reader)
{
    return attempt([&] {
        Statement row =
            reader.query("SELECT (SELECT count(*) FROM lead), (SELECT count(*) FROM stage_change), "
                         "(SELECT count(*) FROM touch), (SELECT count(*) FROM deal)");
        row.step();
        RecordCounts counts{};
        row.into(counts.leads, counts.stageChanges, counts.touches, counts.deals);
        return counts;
    });
}

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Leads with their custom values, stage changes and touches.
#include "core/base/text.h"
#include "core/store/bulk.h"
#include "core/store/database.h"
#include "core/store/records.h"

#include <algorithm>

namespace tandem {
namespace {

std::vector<CustomValue> customValuesOf(const Reader& reader, LeadId lead)
{
    Statement rows =
        reader.query("SELECT field, value FROM custom_value WHERE lead = ? ORDER BY field");
    rows.bind(lead);
    return rowsOf<CustomValue>(
        rows, [](Statement& row, CustomValue& value) { row.into(value.field, value.value); });
}

/// Writes what differs between the stored values and the wanted ones.
void updateCustomValues(Writer& writer, const Lead& lead)
{
    const std::vector<CustomValue> before = customValuesOf(writer, lead.id);
    const auto inField = [](CustomFieldId field) {
        return [field](const CustomValue& value) { return value.field == field; };
    };
    for (const CustomValue& value : before) {
        if (std::none_of(lead.custom.begin(), lead.custom.end(), inField(value.field))) {
            writer.change("DELETE FROM custom_value WHERE lead = ? AND field = ?")
                .bind(lead.id, value.field)
                .run();
        }
    }
    for (const CustomValue& value : lead.custom) {
        const auto old = std::find_if(before.begin(), before.end(), inField(value.field));
        if (old == before.end()) {
            writer.change("INSERT INTO custom_value (lead, field, value) VALUES (?, ?, ?)")
                .bind(lead.id, value.field, value.value)
                .run();
        } else if (old->value != value.value) {
            writer.change("UPDATE custom_value SET value = ? WHERE lead = ? AND field = ?")
                .bind(value.value, lead.id, value.field)
                .run();
        }
    }
}

} // namespace

Result<std::optional<Lead>> lead(const Reader& reader, LeadId id)
{
    return attempt([&]() -> std::optional<Lead> {
        Statement row = reader.query(
            "SELECT id, key, name, email, phone, job_title, company, industry, company_size, "
            "country, city, source, persona, owner, created_at, score, budget, authority, need, "
            "timeline, consent, tags, next_step FROM lead WHERE id = ?");
        if (!row.bind(id).step()) {
            return std::nullopt;
        }
        Lead found;
        row.into(found.id, found.key, found.name, found.email, found.phone, found.jobTitle,
                 found.company, found.industry, found.companySize, found.country, found.city,
                 found.source, found.persona, found.owner, found.createdAt, found.score,
                 found.budget, found.authority, found.need, found.timeline, found.consent,
                 found.tags, found.nextStep);
        found.custom = customValuesOf(reader, id);
        return found;
    });
}

Result<LeadId> addLead(Writer& writer, const Lead& lead)
{
    return addLeads(writer, {&lead, 1});
}

Result<void> updateLead(Writer& writer, const Lead& lead)
{
    return attempt([&] {
        const std::string emailKey = normalisedEmail(lead.email);
        Savepoint all(writer);
        ensureFound(
            writer
                .change("UPDATE lead SET key = ?, name = ?, email = ?, email_key = ?, phone = ?, "
                        "job_title = ?, company = ?, industry = ?, company_size = ?, country = ?, "
                        "city = ?, source = ?, persona = ?, owner = ?, created_at = ?, score = ?, "
                        "budget = ?, authority = ?, need = ?, timeline = ?, consent = ?, tags = ?, "
                        "next_step = ? WHERE id = ?")
                .bind(lead.key, lead.name, lead.email, emailKey, lead.phone, lead.jobTitle,
                      lead.company, lead.industry, lead.companySize, lead.country, lead.city,
                      lead.source, lead.persona, lead.owner, lead.createdAt, lead.score,
                      lead.budget, lead.authority, lead.need, lead.timeline, lead.consent,
                      lead.tags, lead.nextStep, lead.id)
                .run(),
            "the lead");
        updateCustomValues(writer, lead);
        all.keep();
    });
}

Result<void> removeLead(Writer& writer, LeadId id)
{
    return attempt([&] {
        Savepoint all(writer);
        writer.change("UPDATE deal SET lead = NULL WHERE lead = ?").bind(id).run();
        writer.change("DELETE FROM touch WHERE lead = ?").bind(id).run();
        writer.change("DELETE FROM stage_change WHERE lead = ?").bind(id).run();
        writer.change("DELETE FROM custom_value WHERE lead = ?").bind(id).run();
        ensureFound(writer.change("DELETE FROM lead WHERE id = ?").bind(id).run(), "the lead");
        all.keep();
    });
}

Result<std::vector<StageChange>> stageChangesOf(const Reader& reader, LeadId id)
{
    return attempt([&] {
        Statement rows = reader.query("SELECT id, lead, at, from_stage, to_stage, person, reason "
                                      "FROM stage_change WHERE lead = ? ORDER BY at, id");
        rows.bind(id);
        return rowsOf<StageChange>(rows, [](Statement& row, StageChange& change) {
            row.into(change.id, change.lead, change.at, change.from, change.to, change.person,
                     change.reason);
        });
    });
}

Result<StageChangeId> addStageChange(Writer& writer, const StageChange& change)
{
    return addStageChanges(writer, {&change, 1});
}

Result<void> removeStageChange(Writer& writer, const StageChange& change)
{
    return attempt([&] {
        ensureFound(writer.change("DELETE FROM stage_change WHERE lead = ? AND at = ? AND id = ?")
                        .bind(change.lead, change.at, change.id)
                        .run(),
                    "the stage change");
    });
}

Result<std::vector<Touch>> touchesOf(const Reader& reader, LeadId id)
{
    return attempt([&] {
        Statement rows = reader.query("SELECT id, lead, key, at, channel, direction, team, "
                                      "campaign, content, person, outcome, "
                                      "note FROM touch WHERE lead = ? ORDER BY at, id");
        rows.bind(id);
        return rowsOf<Touch>(rows, [](Statement& row, Touch& touch) {
            row.into(touch.id, touch.lead, touch.key, touch.at, touch.channel, touch.direction,
                     touch.team, touch.campaign, touch.content, touch.person, touch.outcome,
                     touch.note);
        });
    });
}

Result<TouchId> addTouch(Writer& writer, const Touch& touch)
{
    return addTouches(writer, {&touch, 1});
}

Result<void> updateTouch(Writer& writer, const Touch& before, const Touch& after)
{
    return attempt([&] {
        ensureFound(
            writer
                .change("UPDATE touch SET lead = ?, at = ?, key = ?, channel = ?, direction = ?, "
                        "team = ?, campaign = ?, content = ?, person = ?, outcome = ?, note = ? "
                        "WHERE lead = ? AND at = ? AND id = ?")
                .bind(after.lead, after.at, after.key, after.channel, after.direction, after.team,
                      after.campaign, after.content, after.person, after.outcome, after.note,
                      before.lead, before.at, before.id)
                .run(),
            "the touch");
    });
}

Result<void> removeTouch(Writer& writer, const Touch& touch)
{
    return attempt([&] {
        ensureFound(writer.change("DELETE FROM touch WHERE lead = ? AND at = ? AND id = ?")
                        .bind(touch.lead, touch.at, touch.id)
                        .run(),
                    "the touch");
    });
}

} // namespace tandem

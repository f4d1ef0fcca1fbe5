// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/scan.h"

#include "core/store/database.h"

#include <exception>

namespace tandem {
namespace {

/// The values of a row as SQLite's own machine holds them. Asking a finished row for them, column
/// by column, takes half as long again.
class Row {
public:
    explicit Row(sqlite3_value** values) : m_values(values) {}

    template <class... Fields>
    void into(Fields&... fields)
    {
        (read(*m_values++, fields), ...);
    }

private:
    static void read(sqlite3_value* value, std::int64_t& out) { out = sqlite3_value_int64(value); }
    static void read(sqlite3_value* value, std::string_view& out)
    {
        const unsigned char* text = sqlite3_value_text(value);
        out = {reinterpret_cast<const char*>(text),
               static_cast<std::size_t>(sqlite3_value_bytes(value))};
    }
    static void read(sqlite3_value* value, Instant& out)
    {
        out = sqlite3_value_type(value) == SQLITE_NULL ? kUndated
                                                       : Instant{sqlite3_value_int64(value)};
    }
    static void read(sqlite3_value* value, std::optional<double>& out)
    {
        out = sqlite3_value_type(value) == SQLITE_NULL ? std::nullopt
                                                       : std::optional(sqlite3_value_double(value));
    }
    template <class Enum>
        requires std::is_enum_v<Enum>
    static void read(sqlite3_value* value, Enum& out)
    {
        out = static_cast<Enum>(sqlite3_value_int(value));
    }

    sqlite3_value** m_values;
};

/// What is done with the rows of one scan.
struct Receiver {
    std::function<bool(Row)> each;
    bool stopped = false;
    std::exception_ptr thrown;
};

constexpr const char* kReceiverType = "tandem scan";

/// The aggregate function each_row(receiver, columns…): one call a row, inside SQLite's loop.
void eachRow(sqlite3_context* context, int /*count*/, sqlite3_value** values)
{
    auto* receiver = static_cast<Receiver*>(sqlite3_value_pointer(values[0], kReceiverType));
    if (receiver == nullptr) {
        sqlite3_result_error(context, "each_row is called by scans alone", -1);
        return;
    }
    // No exception may pass through SQLite's own functions.
    try {
        receiver->stopped = !receiver->each(Row(values + 1));
    } catch (...) {
        receiver->thrown = std::current_exception();
    }
    if (receiver->stopped || receiver->thrown) {
        sqlite3_result_error(context, "stopped", -1);
    }
}

/// Hands the columns of every row to `each`, with `only` those of that lead alone. There is no
/// index that holds all the columns, so that SQLite walks the table itself, in the order of its
/// key.
template <class Record, class Fill>
Result<void> scan(const Reader& reader, const std::string& columns, const std::string& table,
                  const std::string& condition, std::optional<LeadId> only,
                  const std::function<bool(const Record&)>& each, Fill&& fill)
{
    return attempt([&] {
        Record record{};
        Receiver receiver{[&](Row row) {
                              fill(row, record);
                              return each(record);
                          },
                          false, nullptr};
        Statement rows = reader.query("SELECT each_row(?, " + columns + ") FROM " + table +
                                      (only ? " WHERE " + condition : ""));
        ensure(reader.handle(),
               sqlite3_bind_pointer(rows.raw(), 1, &receiver, kReceiverType, nullptr));
        if (only) {
            rows.bindOne(2, *only);
        }
        const int code = sqlite3_step(rows.raw());
        if (receiver.thrown) {
            std::rethrow_exception(receiver.thrown);
        }
        if (!receiver.stopped) {
            ensure(reader.handle(), code, reader.subject());
        }
    });
}

} // namespace

void registerScans(sqlite3* db)
{
    ensure(db, sqlite3_create_function_v2(
                   db, "each_row", -1, SQLITE_UTF8 | SQLITE_DIRECTONLY, nullptr, nullptr, eachRow,
                   [](sqlite3_context*) {}, nullptr));
}

Result<void> scanLeads(const Reader& reader, const std::function<bool(const LeadRecord&)>& each,
                       std::optional<LeadId> only)
{
    return scan<LeadRecord>(
        reader,
        "id, company, persona, owner, created_at, score, key, name, email, email_key, phone, "
        "job_title, industry, company_size, country, city, source, budget, authority, need, "
        "timeline, consent, tags, next_step",
        "lead", "id = ?", only, each, [](Row& row, LeadRecord& lead) {
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
    return scan<CustomRecord>(
        reader, "lead, field, value", "custom_value", "lead = ?", only, each,
        [](Row& row, CustomRecord& value) { row.into(value.lead, value.field, value.value); });
}

Result<void> scanStageChanges(const Reader& reader,
                              const std::function<bool(const StageChangeRecord&)>& each,
                              std::optional<LeadId> only)
{
    return scan<StageChangeRecord>(reader, "lead, at, id, from_stage, to_stage, person, reason",
                                   "stage_change", "lead = ?", only, each,
                                   [](Row& row, StageChangeRecord& change) {
                                       row.into(change.lead, change.at, change.id, change.from,
                                                change.to, change.person, change.reason);
                                   });
}

Result<void> scanTouches(const Reader& reader, const std::function<bool(const TouchRecord&)>& each,
                         std::optional<LeadId> only)
{
    return scan<TouchRecord>(
        reader,
        "lead, at, id, key, channel, direction, team, campaign, content, person, outcome, note",
        "touch", "lead = ?", only, each, [](Row& row, TouchRecord& touch) {
            row.into(touch.lead, touch.at, touch.id, touch.key, touch.channel, touch.direction,
                     touch.team, touch.campaign, touch.content, touch.person, touch.outcome,
                     touch.note);
        });
}

Result<void> scanCountedLeads(const Reader& reader,
                              const std::function<bool(const LeadRecord&)>& each,
                              std::optional<LeadId> only)
{
    return scan<LeadRecord>(reader,
                            "id, company, persona, owner, created_at, job_title, industry, "
                            "company_size, country, city, "
                            "source, budget, authority, need, timeline, consent, tags",
                            "lead", "id = ?", only, each, [](Row& row, LeadRecord& lead) {
                                row.into(lead.id, lead.company, lead.persona, lead.owner,
                                         lead.createdAt, lead.jobTitle, lead.industry,
                                         lead.companySize, lead.country, lead.city, lead.source,
                                         lead.budget, lead.authority, lead.need, lead.timeline,
                                         lead.consent, lead.tags);
                            });
}

Result<void> scanCountedTouches(const Reader& reader,
                                const std::function<bool(const TouchRecord&)>& each,
                                std::optional<LeadId> only)
{
    return scan<TouchRecord>(
        reader, "lead, at, channel, direction, team, campaign, content, person, outcome", "touch",
        "lead = ?", only, each, [](Row& row, TouchRecord& touch) {
            row.into(touch.lead, touch.at, touch.channel, touch.direction, touch.team,
                     touch.campaign, touch.content, touch.person, touch.outcome);
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

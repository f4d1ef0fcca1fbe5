// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/bulk.h"

#include "core/base/text.h"
#include "core/store/database.h"

#include <optional>
#include <unordered_set>
#include <utility>

namespace tandem {
namespace {

/// More rows a statement gain nothing measurable.
constexpr std::size_t kRowsOfAStatement = 50;

/// "INSERT INTO t (…) VALUES (?, …), (?, …), …"
std::string insertText(const std::string& head, int columns, std::size_t rows)
{
    std::string row = "(?";
    for (int i = 1; i < columns; ++i) {
        row += ", ?";
    }
    row += ')';
    std::string text = head + " VALUES " + row;
    for (std::size_t i = 1; i < rows; ++i) {
        text += ", " + row;
    }
    return text;
}

/// Binds the values to the parameters from `index` on and moves it behind them.
template <class... Values>
void bindRow(Statement& statement, int& index, const Values&... values)
{
    (statement.bindOne(++index, values), ...);
}

/// Inserts `count` rows; `bindOf(statement, index, i)` binds row i.
template <class BindRow>
void insertMany(Writer& writer, const std::string& head, int columns, std::size_t count,
                BindRow&& bindOf)
{
    std::size_t done = 0;
    if (count >= kRowsOfAStatement) {
        Statement many = writer.change(insertText(head, columns, kRowsOfAStatement));
        for (; count - done >= kRowsOfAStatement; done += kRowsOfAStatement) {
            int index = 0;
            for (std::size_t i = 0; i < kRowsOfAStatement; ++i) {
                bindOf(many, index, done + i);
            }
            many.run();
        }
    }
    if (done < count) {
        Statement one = writer.change(insertText(head, columns, 1));
        for (; done < count; ++done) {
            int index = 0;
            bindOf(one, index, done);
            one.run();
        }
    }
}

/// From this many rows on, references are checked here instead of by SQLite.
constexpr std::size_t kManyRows = 1000;

/// Looks up each id of a column once.
class References {
public:
    References(const Reader& reader, std::string_view table)
        : m_reader(reader), m_table(table),
          m_sql("SELECT 1 FROM " + std::string(table) + " WHERE id = ?")
    {
    }

    /// Throws NotFound if there is no such record.
    void require(std::int64_t id)
    {
        if (id == m_last || m_known.contains(id)) {
            return;
        }
        if (!m_reader.query(m_sql).bind(id).step()) {
            throw Failure({ErrorCode::NotFound, "the " + std::string(m_table),
                           "a row refers to one that is not in the workbook"});
        }
        m_last = id;
        if (m_known.size() < kManyRows) {
            m_known.insert(id);
        }
    }
    template <class Tag>
    void require(const std::optional<Id<Tag>>& id)
    {
        if (id) {
            require(id->value);
        }
    }

private:
    const Reader& m_reader;
    std::string_view m_table;
    std::string m_sql;
    std::int64_t m_last = 0;
    std::unordered_set<std::int64_t> m_known;
};

void requireReferences(const Reader& reader, std::span<const Touch> touches)
{
    References leads(reader, "lead");
    References campaigns(reader, "campaign");
    References contents(reader, "content");
    References people(reader, "person");
    for (const Touch& touch : touches) {
        leads.require(touch.lead.value);
        campaigns.require(touch.campaign);
        contents.require(touch.content);
        people.require(touch.person);
    }
}

void requireReferences(const Reader& reader, std::span<const StageChange> changes)
{
    References leads(reader, "lead");
    References stages(reader, "stage");
    References people(reader, "person");
    for (const StageChange& change : changes) {
        leads.require(change.lead.value);
        stages.require(change.from);
        stages.require(change.to.value);
        people.require(change.person);
    }
}

/// Checks the references of many rows and keeps SQLite from checking them again.
template <class Row>
std::optional<WithoutForeignKeys> checked(const Writer& writer, std::span<const Row> rows)
{
    if (rows.size() < kManyRows) {
        return std::nullopt;
    }
    requireReferences(writer, rows);
    return std::optional<WithoutForeignKeys>(std::in_place, writer.handle());
}

} // namespace

Result<LeadId> addLeads(Writer& writer, std::span<const Lead> leads)
{
    return attempt([&] {
        if (leads.empty()) {
            return LeadId{0};
        }
        std::vector<std::string> emailKeys;
        emailKeys.reserve(leads.size());
        for (const Lead& lead : leads) {
            emailKeys.push_back(normalisedEmail(lead.email));
        }
        const std::int64_t first = writer.newIds(leads.size());
        Savepoint all(writer);
        const Writer::Unrecorded unrecorded(writer);
        insertMany(writer,
                   "INSERT INTO lead (id, key, name, email, email_key, phone, job_title, company, "
                   "industry, company_size, country, city, source, persona, owner, created_at, "
                   "score, budget, authority, need, timeline, consent, tags, next_step)",
                   24, leads.size(), [&](Statement& statement, int& index, std::size_t i) {
                       const Lead& lead = leads[i];
                       bindRow(statement, index, first + static_cast<std::int64_t>(i), lead.key,
                               lead.name, lead.email, emailKeys[i], lead.phone, lead.jobTitle,
                               lead.company, lead.industry, lead.companySize, lead.country,
                               lead.city, lead.source, lead.persona, lead.owner, lead.createdAt,
                               lead.score, lead.budget, lead.authority, lead.need, lead.timeline,
                               lead.consent, lead.tags, lead.nextStep);
                   });
        std::vector<std::pair<std::int64_t, const CustomValue*>> values;
        for (std::size_t i = 0; i < leads.size(); ++i) {
            for (const CustomValue& value : leads[i].custom) {
                values.emplace_back(first + static_cast<std::int64_t>(i), &value);
            }
        }
        insertMany(writer, "INSERT INTO custom_value (lead, field, value)", 3, values.size(),
                   [&](Statement& statement, int& index, std::size_t i) {
                       const auto& [lead, value] = values[i];
                       bindRow(statement, index, lead, value->field, value->value);
                   });
        all.keep();
        return LeadId{first};
    });
}

Result<TouchId> addTouches(Writer& writer, std::span<const Touch> touches)
{
    return attempt([&] {
        if (touches.empty()) {
            return TouchId{0};
        }
        const auto fast = checked(writer, touches);
        const std::int64_t first = writer.newIds(touches.size());
        Savepoint all(writer);
        const Writer::Unrecorded unrecorded(writer);
        insertMany(writer,
                   "INSERT INTO touch (lead, at, id, key, channel, direction, team, campaign, "
                   "content, person, outcome, note)",
                   12, touches.size(), [&](Statement& statement, int& index, std::size_t i) {
                       const Touch& touch = touches[i];
                       bindRow(statement, index, touch.lead, touch.at,
                               first + static_cast<std::int64_t>(i), touch.key, touch.channel,
                               touch.direction, touch.team, touch.campaign, touch.content,
                               touch.person, touch.outcome, touch.note);
                   });
        all.keep();
        return TouchId{first};
    });
}

Result<StageChangeId> addStageChanges(Writer& writer, std::span<const StageChange> changes)
{
    return attempt([&] {
        if (changes.empty()) {
            return StageChangeId{0};
        }
        const auto fast = checked(writer, changes);
        const std::int64_t first = writer.newIds(changes.size());
        Savepoint all(writer);
        const Writer::Unrecorded unrecorded(writer);
        insertMany(writer,
                   "INSERT INTO stage_change (lead, at, id, from_stage, to_stage, person, reason)",
                   7, changes.size(), [&](Statement& statement, int& index, std::size_t i) {
                       const StageChange& change = changes[i];
                       bindRow(statement, index, change.lead, change.at,
                               first + static_cast<std::int64_t>(i), change.from, change.to,
                               change.person, change.reason);
                   });
        all.keep();
        return StageChangeId{first};
    });
}

Result<void> addCustomValues(Writer& writer, std::span<const LeadValue> values)
{
    return attempt([&] {
        // Values of leads that were there before are recorded: undo finds only new leads' by id.
        std::vector<const LeadValue*> ofNew;
        std::vector<const LeadValue*> ofOld;
        for (const LeadValue& value : values) {
            (writer.isNew(value.lead.value) ? ofNew : ofOld).push_back(&value);
        }
        const auto insert = [&](const std::vector<const LeadValue*>& rows) {
            insertMany(writer, "INSERT INTO custom_value (lead, field, value)", 3, rows.size(),
                       [&](Statement& statement, int& index, std::size_t i) {
                           bindRow(statement, index, rows[i]->lead, rows[i]->field, rows[i]->value);
                       });
        };
        Savepoint all(writer);
        insert(ofOld);
        const Writer::Unrecorded unrecorded(writer);
        insert(ofNew);
        all.keep();
    });
}

} // namespace tandem

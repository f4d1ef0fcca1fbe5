// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/journal.h"

#include "core/store/changeset.h"
#include "core/store/connection.h"
#include "core/store/search.h"

#include <array>
#include <nlohmann/json.hpp>

namespace tandem {
namespace {

constexpr std::size_t kPartBytes = 8 * 1024 * 1024;
constexpr std::int64_t kDeletedAtOnce = 20'000;

std::string rangesText(const std::vector<IdRange>& ranges)
{
    if (ranges.empty()) {
        return {};
    }
    nlohmann::json list = nlohmann::json::array();
    for (const IdRange& range : ranges) {
        list.push_back({range.first, range.last});
    }
    return list.dump();
}

std::vector<IdRange> rangesFrom(std::string_view text)
{
    std::vector<IdRange> ranges;
    if (text.empty()) {
        return ranges;
    }
    const nlohmann::json list = nlohmann::json::parse(text, nullptr, false);
    if (!list.is_array()) {
        throw Failure({ErrorCode::Damaged, "the journal", "it cannot be read"});
    }
    for (const nlohmann::json& pair : list) {
        if (!pair.is_array() || pair.size() != 2 || !pair[0].is_number_integer() ||
            !pair[1].is_number_integer()) {
            throw Failure({ErrorCode::Damaged, "the journal", "it cannot be read"});
        }
        ranges.push_back({pair[0].get<std::int64_t>(), pair[1].get<std::int64_t>()});
    }
    return ranges;
}

void putChangeset(Writer& writer, JournalId step, int number, std::string_view bytes)
{
    for (int part = 0; !bytes.empty(); ++part) {
        const std::string_view piece = bytes.substr(0, kPartBytes);
        Statement insert =
            writer.change("INSERT INTO journal_part (journal, changeset, part, data) "
                          "VALUES (?, ?, ?, ?)");
        insert.bind(step, number, part).bindBlob(4, piece);
        insert.run();
        bytes.remove_prefix(piece.size());
    }
}

std::string changesetOf(const Reader& reader, JournalId step, int number)
{
    Statement rows = reader.query("SELECT data FROM journal_part "
                                  "WHERE journal = ? AND changeset = ? ORDER BY part");
    rows.bind(step, number);
    std::string bytes;
    while (rows.step()) {
        bytes += rows.blob(0);
    }
    return bytes;
}

int lastChangeset(const Reader& reader, JournalId step)
{
    Statement row =
        reader.query("SELECT coalesce(max(changeset), 0) FROM journal_part WHERE journal = ?");
    row.bind(step).step();
    return static_cast<int>(row.integer(0));
}

std::optional<Step> stepFrom(Statement row)
{
    if (!row.step()) {
        return std::nullopt;
    }
    Step step;
    std::string_view created;
    row.into(step.id, step.title, created);
    step.created = rangesFrom(created);
    return step;
}

void setState(Writer& writer, JournalId step, StepState state)
{
    writer.change("UPDATE journal SET state = ? WHERE id = ?").bind(state, step).run();
}

Change everything(const std::string& title)
{
    return {title, true, {}, {}, true, true, true};
}

void ensureReferences(sqlite3* db)
{
    const std::vector<std::string> problems = referenceProblems(db);
    if (!problems.empty()) {
        throw Failure({ErrorCode::Conflict, "the step", problems.front()});
    }
}

void ensureNotStopped(const Progress& progress)
{
    if (progress.stopRequested()) {
        throw Failure({ErrorCode::Stopped, "the step", {}});
    }
}

/// Rows that a bulk step creates without recording them: how to find them batch by batch in the
/// order of the key, going on behind the last one, and how to delete one.
struct CreatedRows {
    const char* batch; ///< parameters: the first and last id, the key to go on behind, the limit
    const char* remove;
    int keyColumns;
};

constexpr std::array<CreatedRows, 7> kCreatedRows{{
    {"SELECT lead, at, id FROM touch WHERE id BETWEEN ? AND ? AND (lead, at, id) > (?, ?, ?) "
     "ORDER BY lead, at, id LIMIT ?",
     "DELETE FROM touch WHERE lead = ? AND at = ? AND id = ?", 3},
    {"SELECT lead, at, id FROM stage_change WHERE id BETWEEN ? AND ? "
     "AND (lead, at, id) > (?, ?, ?) ORDER BY lead, at, id LIMIT ?",
     "DELETE FROM stage_change WHERE lead = ? AND at = ? AND id = ?", 3},
    {"SELECT lead, field FROM custom_value WHERE lead BETWEEN ? AND ? AND (lead, field) > (?, ?) "
     "ORDER BY lead, field LIMIT ?",
     "DELETE FROM custom_value WHERE lead = ? AND field = ?", 2},
    {"SELECT id FROM deal WHERE id BETWEEN ? AND ? AND id > ? ORDER BY id LIMIT ?",
     "DELETE FROM deal WHERE id = ?", 1},
    {"SELECT id FROM cost WHERE id BETWEEN ? AND ? AND id > ? ORDER BY id LIMIT ?",
     "DELETE FROM cost WHERE id = ?", 1},
    {"SELECT id FROM lead WHERE id BETWEEN ? AND ? AND id > ? ORDER BY id LIMIT ?",
     "DELETE FROM lead WHERE id = ?", 1},
    {"SELECT id FROM company WHERE id BETWEEN ? AND ? AND id > ? ORDER BY id LIMIT ?",
     "DELETE FROM company WHERE id = ?", 1},
}};

using Key = std::array<std::int64_t, 3>;

std::vector<Key> nextBatch(const Reader& reader, const CreatedRows& rows, IdRange range,
                           const Key& behind)
{
    Statement batch = reader.query(rows.batch);
    batch.bind(range.first, range.last);
    for (int column = 0; column < rows.keyColumns; ++column) {
        batch.bindOne(3 + column, behind[static_cast<std::size_t>(column)]);
    }
    batch.bindOne(3 + rows.keyColumns, kDeletedAtOnce);
    return rowsOf<Key>(batch, [&](Statement& row, Key& key) {
        for (int column = 0; column < rows.keyColumns; ++column) {
            key[static_cast<std::size_t>(column)] = row.integer(column);
        }
    });
}

/// Deletes what a bulk step created, in batches: each is recorded apart, so that the memory it
/// needs does not grow with the step.
void deleteCreated(Writer& writer, const Step& step, const Progress& progress)
{
    int number = 0;
    double done = 0;
    for (const CreatedRows& rows : kCreatedRows) {
        progress.report(done++ / kCreatedRows.size(), step.title);
        for (const IdRange& range : step.created) {
            Key behind;
            behind.fill(kUndated.seconds);
            while (true) {
                ensureNotStopped(progress);
                const std::vector<Key> batch = nextBatch(writer, rows, range, behind);
                if (batch.empty()) {
                    break;
                }
                behind = batch.back();
                Recording recording(writer.handle());
                Statement remove = writer.change(rows.remove);
                for (const Key& key : batch) {
                    for (int column = 0; column < rows.keyColumns; ++column) {
                        remove.bindOne(column + 1, key[static_cast<std::size_t>(column)]);
                    }
                    remove.run();
                }
                putChangeset(writer, step.id, ++number, recording.changeset());
            }
        }
    }
}

} // namespace

JournalId addStep(Writer& writer, const Who& who, const std::string& title, Instant at,
                  const std::vector<IdRange>& created, const std::string& changeset)
{
    writer
        .change(
            "DELETE FROM journal_part WHERE journal IN (SELECT id FROM journal WHERE state = 1)")
        .run();
    writer.change("UPDATE journal SET state = 2 WHERE state = 1").run();
    Statement number = writer.query("SELECT coalesce(max(id), 0) + 1 FROM journal");
    number.step();
    const JournalId id{number.integer(0)};
    number.reset();
    writer
        .change(
            "INSERT INTO journal (id, at, person, who, title, created) VALUES (?, ?, ?, ?, ?, ?)")
        .bind(id, at, who.person, who.name, title, rangesText(created))
        .run();
    putChangeset(writer, id, 0, changeset);
    return id;
}

std::optional<StepState> stateOf(const Reader& reader, JournalId step)
{
    Statement row = reader.query("SELECT state FROM journal WHERE id = ?");
    if (!row.bind(step).step()) {
        return std::nullopt;
    }
    StepState state{};
    row.into(state);
    return state;
}

std::optional<Step> lastDone(const Reader& reader)
{
    return stepFrom(reader.query("SELECT id, title, created FROM journal WHERE state = 0 "
                                 "ORDER BY id DESC LIMIT 1"));
}

std::optional<Step> firstUndone(const Reader& reader)
{
    return stepFrom(reader.query("SELECT id, title, created FROM journal WHERE state = 1 "
                                 "ORDER BY id LIMIT 1"));
}

Change undoStep(Writer& writer, const Step& step, const Progress& progress)
{
    const std::string changeset = changesetOf(writer, step.id, 0);
    applyChangeset(writer.handle(), changeset, Apply::Inverse);
    if (step.bulk()) {
        deleteCreated(writer, step, progress);
        ensureReferences(writer.handle());
    }
    followInSearch(writer, changeset, step.created);
    setState(writer, step.id, StepState::Undone);
    if (step.bulk()) {
        return everything(step.title);
    }
    Change change{.title = step.title};
    describe(changeset, change);
    return change;
}

Change redoStep(Writer& writer, const Step& step, const Progress& progress)
{
    const int last = lastChangeset(writer, step.id);
    for (int number = last; number > 0; --number) {
        ensureNotStopped(progress);
        progress.report(static_cast<double>(last - number) / last, step.title);
        applyChangeset(writer.handle(), changesetOf(writer, step.id, number), Apply::Inverse);
    }
    writer.change("DELETE FROM journal_part WHERE journal = ? AND changeset > 0")
        .bind(step.id)
        .run();
    const std::string changeset = changesetOf(writer, step.id, 0);
    applyChangeset(writer.handle(), changeset, Apply::Forward);
    followInSearch(writer, changeset, step.created);
    setState(writer, step.id, StepState::Done);
    if (step.bulk()) {
        ensureReferences(writer.handle());
        return everything(step.title);
    }
    Change change{.title = step.title};
    describe(changeset, change);
    return change;
}

std::vector<JournalEntry> journalEntries(const Reader& reader, std::size_t most)
{
    Statement rows =
        reader.query("SELECT id, at, who, title, state <> 0 FROM journal ORDER BY id DESC LIMIT ?");
    rows.bind(static_cast<std::int64_t>(most));
    return rowsOf<JournalEntry>(rows, [](Statement& row, JournalEntry& entry) {
        row.into(entry.id, entry.at, entry.who, entry.title, entry.undone);
    });
}

bool hasSteps(const Reader& reader)
{
    Statement row = reader.query("SELECT EXISTS (SELECT 1 FROM journal)");
    row.step();
    return row.integer(0) != 0;
}

} // namespace tandem

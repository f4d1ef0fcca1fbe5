// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The one write path: steps, their undo and redo.
#include "core/store/backup.h"
#include "core/store/changeset.h"
#include "core/store/journal.h"
#include "core/store/search.h"
#include "core/store/workbook.h"
#include "core/store/workbook_state.h"

#include <utility>

namespace tandem {
namespace {

constexpr const char* kImportBackup = "import";
constexpr const char* kDailyBackup = "daily";

/// Sets a flag for as long as it lives.
class Flagged {
public:
    explicit Flagged(bool& flag) : m_flag(flag) { m_flag = true; }
    Flagged(const Flagged&) = delete;
    Flagged& operator=(const Flagged&) = delete;
    ~Flagged() { m_flag = false; }

private:
    bool& m_flag;
};

/// The error, with the workbook as its subject if it has none.
Error about(const std::string& subject, Error error)
{
    if (error.subject.empty()) {
        error.subject = subject;
    }
    return error;
}

/// A step of a Writer; ends also if the work fails.
class StepScope {
public:
    StepScope(Writer& writer, sqlite3_session* session, bool bulk) : m_writer(writer)
    {
        m_writer.beginStep(session, bulk);
    }
    StepScope(const StepScope&) = delete;
    StepScope& operator=(const StepScope&) = delete;
    ~StepScope() { m_writer.endStep(); }

private:
    Writer& m_writer;
};

/// Commits a step that reaches a state; remembers it if the disk does not tell whether it did.
void commitStep(Transaction& transaction, const Reader& reader, const UnconfirmedStep& step,
                std::optional<UnconfirmedStep>& unconfirmed)
{
    try {
        transaction.commit([&] { return stateOf(reader, step.id) == step.reached; });
    } catch (const UnconfirmedCommit&) {
        unconfirmed = step;
        throw;
    }
}

/// Does the work in one transaction and writes the journal; without a value if nothing changed.
Result<std::optional<Change>> doStep(Writer& writer, const Who& who, const std::string& title,
                                     bool bulk, const Workbook::Work& work,
                                     std::optional<UnconfirmedStep>& unconfirmed)
{
    Transaction transaction(writer.handle(), writer.subject());
    std::string changeset;
    std::vector<IdRange> created;
    {
        Recording recording(writer.handle());
        const StepScope scope(writer, recording.session(), bulk);
        if (const Result<void> worked = work(writer); !worked) {
            return fail(worked.error());
        }
        if (sqlite3_get_autocommit(writer.handle()) != 0) {
            return fail(ErrorCode::Io, writer.subject(), "the disk failed while it was written");
        }
        changeset = recording.changeset();
        if (writer.createdUnrecorded()) {
            created = writer.endStep();
        }
    }
    if (changeset.empty() && created.empty()) {
        return std::nullopt;
    }
    followInSearch(writer, changeset, created);
    const JournalId id = addStep(writer, who, title, systemNow(), created, changeset);
    Change change{.title = title};
    if (created.empty()) {
        describe(changeset, change);
    } else {
        change = {title, true, {}, {}, true, true, true};
    }
    commitStep(transaction, writer, {id, StepState::Done, change}, unconfirmed);
    return change;
}

} // namespace

const Reader& readerOf(const Writer& writer)
{
    return writer;
}

Result<void> Workbook::State::backupDue(const Workbook& workbook, bool bulk)
{
    if (!place.backupBeforeFirstWrite) {
        return {};
    }
    const Instant now = systemNow();
    const Day today = info.timeZone.dayOf(now);
    if (!bulk && backedUpOn == today) {
        return {};
    }
    const Result<bool> worthIt = attempt([&] { return hasSteps(writer); });
    if (!worthIt) {
        return fail(worthIt.error());
    }
    if (!*worthIt) {
        return {};
    }
    if (!bulk) {
        const std::vector<BackupFile> backups = backupsOf(place, info.uuid);
        if (!backups.empty() && info.timeZone.dayOf(backups.front().at) == today) {
            backedUpOn = today;
            return {};
        }
    }
    const auto backup = makeBackup(workbook, place, bulk ? kImportBackup : kDailyBackup, now);
    if (backup) {
        backupTrouble.reset();
        backedUpOn = today;
        return {};
    }
    // A copy that is damaged was made from a damaged file: writing on would spread the damage.
    if (bulk || backup.error().code == ErrorCode::Damaged) {
        return fail(backup.error());
    }
    backupTrouble = backup.error();
    return {};
}

/// Whether a step can begin; tells now of one that the disk did not confirm but that is there.
Result<void> Workbook::ready()
{
    State& state = *m_state;
    if (state.working) {
        return fail(ErrorCode::Internal, state.writer.subject(), "a step inside a step");
    }
    if (state.readOnly) {
        return fail(ErrorCode::ReadOnly, state.writer.subject(), "it is open read-only");
    }
    if (!state.unconfirmed) {
        return {};
    }
    const auto reached = attempt([&] { return stateOf(state.writer, state.unconfirmed->id); });
    if (!reached) {
        return fail(about(state.writer.subject(), reached.error()));
    }
    const UnconfirmedStep step = *std::exchange(state.unconfirmed, std::nullopt);
    if (*reached == step.reached) {
        if (const Result<Change> announced = announce(step.change); !announced) {
            return fail(announced.error());
        }
    }
    return {};
}

Result<Change> Workbook::run(const Who& who, const std::string& title, bool bulk, const Work& work)
{
    State& state = *m_state;
    if (const Result<void> can = ready(); !can) {
        return fail(can.error());
    }
    if (const Result<void> backedUp = state.backupDue(*this, bulk); !backedUp) {
        return fail(backedUp.error());
    }
    Result<std::optional<Change>> done = attempt([&] {
        const Flagged working(state.working);
        return doStep(state.writer, who, title, bulk, work, state.unconfirmed);
    });
    if (!done) {
        return fail(about(state.writer.subject(), done.error()));
    }
    if (!*done) {
        return Change{.title = title};
    }
    return announce(**std::move(done));
}

Result<Change> Workbook::announce(Change change)
{
    if (change.definitions) {
        Result<WorkbookInfo> info = attempt([&] { return readInfo(m_state->writer); });
        if (!info) {
            return fail(info.error());
        }
        m_state->info = *std::move(info);
    }
    changed.send(change);
    return change;
}

Result<Change> Workbook::edit(const Who& who, const std::string& title, const Work& work)
{
    return run(who, title, false, work);
}

Result<Change> Workbook::bulkEdit(const Who& who, const std::string& title, const Work& work)
{
    return run(who, title, true, work);
}

Result<std::optional<Change>> Workbook::undo(const Progress& progress)
{
    return travel(progress, true);
}

Result<std::optional<Change>> Workbook::redo(const Progress& progress)
{
    return travel(progress, false);
}

Result<std::optional<Change>> Workbook::travel(const Progress& progress, bool back)
{
    State& state = *m_state;
    if (const Result<void> can = ready(); !can) {
        return fail(can.error());
    }
    Result<std::optional<Change>> done = attempt([&]() -> std::optional<Change> {
        const Flagged working(state.working);
        const std::optional<Step> step = back ? lastDone(state.writer) : firstUndone(state.writer);
        if (!step) {
            return std::nullopt;
        }
        std::optional<WithoutForeignKeys> fast;
        if (step->bulk()) {
            fast.emplace(state.db.get());
        }
        Transaction transaction(state.db.get(), state.writer.subject());
        Change change = back ? undoStep(state.writer, *step, progress)
                             : redoStep(state.writer, *step, progress);
        const StepState reached = back ? StepState::Undone : StepState::Done;
        commitStep(transaction, state.writer, {step->id, reached, change}, state.unconfirmed);
        return change;
    });
    if (!done) {
        return fail(about(state.writer.subject(), done.error()));
    }
    if (!*done) {
        return done;
    }
    Result<Change> announced = announce(**std::move(done));
    if (!announced) {
        return fail(announced.error());
    }
    return *std::move(announced);
}

std::optional<std::string> Workbook::undoTitle() const
{
    const auto step = attempt([&] { return lastDone(m_state->writer); });
    return step && *step ? std::optional((*step)->title) : std::nullopt;
}

std::optional<std::string> Workbook::redoTitle() const
{
    const auto step = attempt([&] { return firstUndone(m_state->writer); });
    return step && *step ? std::optional((*step)->title) : std::nullopt;
}

Result<std::vector<JournalEntry>> Workbook::history(std::size_t most) const
{
    return attempt([&] { return journalEntries(m_state->writer, most); });
}

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/id.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/signal.h"
#include "core/base/time_zone.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tandem {

class Reader;
class Writer;

/// The writer seen as a reader, for work that reads what it writes.
const Reader& readerOf(const Writer& writer);

/// What a workbook says of itself.
struct WorkbookInfo {
    std::string name;     ///< shown in the window; by default the file's name
    std::string uuid;     ///< the same in every copy of the file
    std::string currency; ///< ISO 4217
    TimeZone timeZone;
};

/// What a new workbook starts with. It gets the default stages.
struct NewWorkbook {
    std::string name;
    std::string currency = "EUR";
    std::string timeZone = "Europe/London";
};

/// Who does a step, for the journal.
struct Who {
    std::optional<PersonId> person;
    std::string name; ///< "Ines Calder", or the login name where nobody is chosen
};

/// What a step changed, so that what is shown can follow without reading everything again.
struct Change {
    std::string title;
    bool bulk = false; ///< too much to list: read everything again
    std::vector<LeadId> leads =
        {}; ///< own row, custom values, stage changes or touches; sorted, unique
    std::vector<DealId> deals = {}; ///< sorted, unique
    bool definitions =
        false; ///< stages, personas, people, companies, campaigns, content, fields, info
    bool costs = false;
    bool audience = false;
};

/// One row of the journal.
struct JournalEntry {
    JournalId id;
    Instant at;
    std::string who;
    std::string title;
    bool undone = false;
};

enum class OpenMode {
    ReadWrite,
    ReadOnly, ///< reads a private copy of the file as it is now; edits fail with ReadOnly
};

/// Where backups go; tests give folders of their own.
struct WorkbookPlace {
    std::filesystem::path backups; ///< holds a folder per workbook; empty: the user's data folder
    /// Makes a backup before the first step of a day and before every bulk step. The one before an
    /// upgrade is always made.
    bool backupBeforeFirstWrite = true;
};

/// The file that both teams work from: opened with an exclusive lock, changed only through edit().
///
/// One thread at a time uses a workbook; it may be lent to another thread while nobody else calls
/// it. Everything saved is on the disk when the call that saved it returns.
class Workbook {
public:
    /// Makes a new file with mode 0600. Exists if there is one, ReadOnly, DiskFull or Io if it
    /// cannot be written, BadInput for an unknown currency code or time zone.
    static Result<Workbook> create(const std::filesystem::path& file, const NewWorkbook& start,
                                   const WorkbookPlace& place = {});

    /// Opens a file. NotFound, NotAWorkbook, Damaged, Newer, Busy (the detail says who has it),
    /// ReadOnly. An older file is upgraded after a backup; all or nothing. A failed opening leaves
    /// the file as it was.
    static Result<Workbook> open(const std::filesystem::path& file,
                                 OpenMode mode = OpenMode::ReadWrite,
                                 const WorkbookPlace& place = {});

    Workbook(Workbook&&) noexcept;
    Workbook& operator=(Workbook&&) noexcept;
    ~Workbook();

    const std::filesystem::path& file() const;
    bool readOnly() const;
    const WorkbookInfo& info() const;
    /// For reading; valid as long as the workbook. Also sees what is being written in edit().
    const Reader& reader() const;

    using Work = std::function<Result<void>(Writer&)>;

    /// The one way to change the workbook: runs `work` in one transaction, records what it did in
    /// the journal as one step with undo, commits and tells changed(). If work or the commit fails
    /// nothing is changed and nobody is told. A step that changes nothing leaves no trace.
    Result<Change> edit(const Who& who, const std::string& title, const Work& work);

    /// As edit(), for work that creates very many records: those are not held in memory, undo
    /// removes what was created by id. Makes a backup first, and fails if that cannot be made.
    Result<Change> bulkEdit(const Who& who, const std::string& title, const Work& work);

    /// Why the backup before the day's first step could not be made; empty if all is well. Such a
    /// step goes on, since refusing to save would lose more; the next one tries again.
    const std::optional<Error>& backupTrouble() const;

    /// Takes the last step back, also one of an earlier session. Empty if there is none.
    Result<std::optional<Change>> undo(const Progress& progress = {});
    /// Does the last undone step again. Empty if there is none or if something was edited since.
    Result<std::optional<Change>> redo(const Progress& progress = {});
    /// The title of the step that undo() or redo() would take; empty if there is none.
    std::optional<std::string> undoTitle() const;
    std::optional<std::string> redoTitle() const;

    /// The newest `most` steps, newest first.
    Result<std::vector<JournalEntry>> history(std::size_t most) const;

    /// Changes name, currency or time zone; a step like any other.
    Result<Change> setInfo(const Who& who, const WorkbookInfo& info);

    /// Told after every committed step, undo and redo, on the thread that did it.
    Signal<const Change&> changed;

    /// SQLite's integrity and foreign-key checks; the findings, empty if all is well.
    Result<std::vector<std::string>> check(const Progress& progress = {}) const;

    /// Writes a complete, checked copy of mode 0600; Exists if `copy` is there.
    Result<void> backupTo(const std::filesystem::path& copy, const Progress& progress = {}) const;

private:
    struct State;
    explicit Workbook(std::unique_ptr<State> state);
    Result<Change> run(const Who& who, const std::string& title, bool bulk, const Work& work);
    Result<std::optional<Change>> travel(const Progress& progress, bool back);
    Result<Change> announce(Change change);
    Result<void> ready();

    std::unique_ptr<State> m_state;
};

} // namespace tandem

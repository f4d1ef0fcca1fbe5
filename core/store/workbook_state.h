// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What stands behind a Workbook. Only core/store/*.cpp includes this.
#include "core/store/connection.h"
#include "core/store/database.h"
#include "core/store/database_copy.h"
#include "core/store/journal.h"
#include "core/store/lock_note.h"
#include "core/store/workbook.h"

#include <memory>
#include <optional>

namespace tandem {

/// A step whose commit failed without telling whether it is in the file.
struct UnconfirmedStep {
    JournalId id;
    StepState reached;
    Change change;
};

struct Workbook::State {
    State(std::filesystem::path path, WorkbookPlace where, DatabaseHandle handle)
        : file(std::move(path)), place(std::move(where)), db(std::move(handle)),
          writer(db.get(), file.filename().string())
    {
        registerScans(db.get());
    }

    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State();

    /// Makes the backup that is due before a step.
    Result<void> backupDue(const Workbook& workbook, bool bulk);

    // In this order: the last is destroyed first, so that the note is gone before the lock is, and
    // the connection before the private copy.
    std::filesystem::path file;
    WorkbookPlace place;
    std::optional<PrivateCopy> copy; ///< of a workbook opened read-only
    DatabaseHandle db;
    Writer writer;
    std::optional<LockNote> note;

    WorkbookInfo info;
    bool readOnly = false;
    bool working = false; ///< inside edit(), undo() or redo()
    std::optional<Day> backedUpOn;
    std::optional<UnconfirmedStep> unconfirmed;
    std::optional<Error> backupTrouble;
};

/// Reads what the workbook says of itself. Throws Damaged or Unsupported.
WorkbookInfo readInfo(const Reader& reader);

/// The time now.
Instant systemNow();

} // namespace tandem

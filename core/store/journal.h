// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The rows of the journal and what undo and redo do with them. Only core/store/*.cpp includes this;
// all functions throw and are called inside a transaction where they write.
#include "core/base/progress.h"
#include "core/store/database.h"
#include "core/store/workbook.h"

#include <string>
#include <vector>

namespace tandem {

enum class StepState { Done = 0, Undone = 1, GivenUp = 2 };

/// A step that undo or redo takes.
struct Step {
    JournalId id;
    std::string title;
    std::vector<IdRange> created; ///< ids of the rows that a bulk step created; else empty

    bool bulk() const { return !created.empty(); }
};

/// Writes a finished step; the undone ones can no longer be redone.
JournalId addStep(Writer& writer, const Who& who, const std::string& title, Instant at,
                  const std::vector<IdRange>& created, const std::string& changeset);

/// The state of a step; empty if there is none of that number.
std::optional<StepState> stateOf(const Reader& reader, JournalId step);

/// The step that undo takes, and the one that redo takes.
std::optional<Step> lastDone(const Reader& reader);
std::optional<Step> firstUndone(const Reader& reader);

/// Takes a step back, or does it again; the change that it makes.
Change undoStep(Writer& writer, const Step& step, const Progress& progress);
Change redoStep(Writer& writer, const Step& step, const Progress& progress);

/// The newest `most` steps, newest first.
std::vector<JournalEntry> journalEntries(const Reader& reader, std::size_t most);

/// Whether any step was ever made.
bool hasSteps(const Reader& reader);

} // namespace tandem

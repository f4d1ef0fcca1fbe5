// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/exchange/import_result.h"
#include "core/exchange/mapping.h"
#include "core/store/workbook.h"

#include <string>

namespace tandem {

struct ImportOptions {
    bool dryRun = false;    ///< do all of it, then take it back
    Instant now = kUndated; ///< when: for stage changes that are noticed and not dated
    Progress progress;
    std::string rejectedTo; ///< a CSV for the rejected rows with their reasons; empty = none
};

/// Reads a file into records of the mapping's kind, as one step that undo takes back; all of it or
/// nothing. Two passes in memory that does not grow with the file, but for some 30 bytes a key.
///
/// - The same key again updates, also within the file. A row without a key is known again by its
///   e-mail (leads), else by its place in this very file: importing the file again changes nothing,
///   and equal rows stay different records.
/// - Only mapped fields are written, and a blank cell says nothing: it leaves what is there.
/// - A new lead's `stage` is a change without a date if nothing in the row is dated, else one at
/// the
///   row's latest date; of a lead with a history it is a change at `now`.
/// - A row that cannot be taken is rejected and told in the result; the others are imported.
///
/// The mapping is kept in the workbook under its name. Fails as reading the file does, with
/// BadInput for a mapping that does not fit it, Ambiguous for dates or numbers that can be read in
/// two ways, Stopped, or as Workbook::bulkEdit does.
Result<ImportResult> importFile(Workbook& workbook, const Who& who, const std::string& path,
                                const Mapping& mapping, const ImportOptions& options = {});

} // namespace tandem

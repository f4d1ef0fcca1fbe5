// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/document.h"

#include <QString>

namespace tandem::ui {

// The ways to a workbook besides opening one; all may run on any thread.

/// Makes an empty workbook and opens it; fails as Workbook::create().
Result<OpenedWorkbook> createWorkbook(const std::filesystem::path& file, const NewWorkbook& start,
                                      const Progress& progress, const WorkbookPlace& place);

/// <data folder>/tandem/demonstration.tandem.
QString demonstrationFile();

/// Opens the demonstration company in `file`, and makes it first if there is none. Where that is
/// stopped or fails no file is left.
Result<OpenedWorkbook> openDemonstration(const std::filesystem::path& file,
                                         const Progress& progress, const WorkbookPlace& place);

} // namespace tandem::ui

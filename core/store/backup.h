// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/result.h"
#include "core/store/workbook.h"

#include <filesystem>
#include <vector>

namespace tandem {

/// A backup that Tandem made by itself.
struct BackupFile {
    std::filesystem::path path;
    Instant at;
    std::string reason; ///< "daily", "import", "upgrade", "merge", "erasure"
};

/// The folder of a workbook's backups: <data folder>/tandem/backups/<uuid>.
std::filesystem::path backupFolder(const WorkbookPlace& place, const std::string& uuid);

/// Makes a backup now and thins out the old ones: the 10 latest, 7 daily, 4 weekly and every one
/// before an upgrade stay.
Result<BackupFile> makeBackup(const Workbook&, const WorkbookPlace& place,
                              const std::string& reason, Instant now);

/// The workbook's backups, newest first.
std::vector<BackupFile> backupsOf(const WorkbookPlace& place, const std::string& uuid);

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Opening database files by the protocol that keeps them safe. Only core/store/*.cpp includes this.
#include "core/base/result.h"
#include "core/store/sqlite.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace tandem {

struct CloseDatabase {
    void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
};
using DatabaseHandle = std::unique_ptr<sqlite3, CloseDatabase>;

/// What the first 100 bytes of a file say.
struct FileHeader {
    std::string bytes;
    std::uint32_t applicationId = 0;
    int version = 0; ///< user_version
};

/// Opens `file` with SQLite's flags; no settings are made, nothing is read or locked. Throws.
DatabaseHandle openDatabase(const std::filesystem::path& file, int flags);

/// The header of a workbook, read without locking or changing anything. NotFound, NotAWorkbook,
/// Newer, Io. Reads through SQLite: closing a descriptor of one's own would drop the POSIX locks of
/// a workbook that this process has open.
Result<FileHeader> readHeader(const std::filesystem::path& file);

/// The size of an open database file on the disk. Throws.
std::int64_t fileSize(sqlite3* db);
/// The bytes of an open database file from `offset`, as they are on the disk; fewer at its end.
/// Throws.
std::string readBytes(sqlite3* db, std::int64_t offset, std::size_t count);

/// Makes the settings that need no access to the file: limits, no extensions, no trust. Throws.
void harden(sqlite3* db);

/// Takes SQLite's exclusive lock for as long as the connection lives. Throws Busy.
void lockExclusively(sqlite3* db, const std::string& subject);

/// Makes the settings for working: journal in TRUNCATE mode, full synchronisation. Throws.
void settle(sqlite3* db, const std::string& subject);

/// What the integrity check finds, empty if all is well; the quick one leaves out comparing indexes
/// with tables. At most 100 findings. Throws.
std::vector<std::string> integrityProblems(sqlite3* db, bool quick);
/// Rows that refer to a record that is not there. Throws.
std::vector<std::string> referenceProblems(sqlite3* db);

/// Makes an empty file of mode 0600. Exists if there is one; ReadOnly, DiskFull, Io.
Result<void> makePrivateFile(const std::filesystem::path& file);
/// Brings a file and its name to the disk. Not for a file that is open as a database here.
Result<void> syncFile(const std::filesystem::path& file);
Result<void> syncFolderOf(const std::filesystem::path& file);
/// The failure of a system call on `file`, by errno.
Error systemError(int number, const std::filesystem::path& file);

} // namespace tandem

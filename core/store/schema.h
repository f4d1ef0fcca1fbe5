// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The structure of a workbook file and its upgrades. Only core/store/*.cpp and its tests include
// this.
#include "core/base/embedded_file.h"
#include "core/store/sqlite.h"

#include <array>
#include <string>
#include <vector>

namespace tandem {

/// The migrations, resources/schema/NNN_*.sql: the one numbered N makes version N from N − 1.
extern const std::vector<EmbeddedFile> kSchemaFiles;

/// "TNDM": tells a workbook from other SQLite files.
inline constexpr std::uint32_t kApplicationId = 0x544E444D;

/// The tables whose changes are steps, each after those it refers to.
inline constexpr std::array<const char*, 17> kDomainTables{
    "meta",     "person",  "persona",  "stage",        "company",      "custom_field",
    "campaign", "content", "lead",     "custom_value", "stage_change", "touch",
    "cost",     "deal",    "audience", "mapping",      "import"};

/// The version that this program writes.
int newestVersion();

/// Brings an empty or older database to the version of the last migration, each in a transaction of
/// its own with a foreign-key check; throws and leaves the last whole version if one fails.
void migrate(sqlite3* db, const std::vector<EmbeddedFile>& migrations = kSchemaFiles);

/// user_version.
int versionOf(sqlite3* db);

/// The whole structure as text: sqlite_schema, sorted.
std::string structureOf(sqlite3* db);

/// The structure that the first `version` migrations make.
std::string structureOfVersion(int version,
                               const std::vector<EmbeddedFile>& migrations = kSchemaFiles);
/// structureOfVersion(newestVersion()), made once.
const std::string& structureOfNewest();

} // namespace tandem

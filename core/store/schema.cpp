// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/schema.h"

#include "core/store/connection.h"
#include "core/store/database.h"

#include <fmt/format.h>

namespace tandem {

const std::string& structureOfNewest()
{
    static const std::string structure = structureOfVersion(newestVersion());
    return structure;
}

int newestVersion()
{
    return static_cast<int>(kSchemaFiles.size());
}

int versionOf(sqlite3* db)
{
    const Reader reader(db, {});
    Statement row = reader.query("PRAGMA user_version");
    row.step();
    return static_cast<int>(row.integer(0));
}

void migrate(sqlite3* db, const std::vector<EmbeddedFile>& migrations)
{
    for (std::size_t i = static_cast<std::size_t>(versionOf(db)); i < migrations.size(); ++i) {
        // A migration may rebuild tables that others refer to; what it leaves is checked.
        execute(db, "PRAGMA foreign_keys = OFF");
        Transaction transaction(db, std::string(migrations[i].name));
        execute(db, std::string(migrations[i].text));
        execute(db, fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}",
                                kApplicationId, i + 1));
        const std::vector<std::string> problems = referenceProblems(db);
        if (!problems.empty()) {
            throw Failure({ErrorCode::Damaged, std::string(migrations[i].name), problems.front()});
        }
        transaction.commit();
        execute(db, "PRAGMA foreign_keys = ON");
    }
}

std::string structureOf(sqlite3* db)
{
    const Reader reader(db, {});
    Statement rows = reader.query("SELECT type, name, tbl_name, coalesce(sql, '') "
                                  "FROM sqlite_schema ORDER BY 1, 2, 3, 4");
    std::string structure;
    while (rows.step()) {
        for (int column = 0; column < 4; ++column) {
            structure += rows.text(column);
            structure += '\x1f';
        }
        structure += '\n';
    }
    return structure;
}

std::string structureOfVersion(int version, const std::vector<EmbeddedFile>& migrations)
{
    const DatabaseHandle db = openDatabase(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    migrate(db.get(), {migrations.begin(), migrations.begin() + version});
    return structureOf(db.get());
}

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// SQLite's sessions and changesets. Only core/store/*.cpp includes this.
#include "core/store/database.h"
#include "core/store/workbook.h"

#include <string>
#include <vector>

namespace tandem {

/// Records what happens to the domain tables while it lives.
class Recording {
public:
    explicit Recording(sqlite3* db);
    Recording(const Recording&) = delete;
    Recording& operator=(const Recording&) = delete;
    ~Recording();

    sqlite3_session* session() const { return m_session; }
    /// The changes until now; empty if there are none.
    std::string changeset();

private:
    sqlite3* m_db;
    sqlite3_session* m_session = nullptr;
};

enum class Apply { Forward, Inverse };

/// Makes the changes of a changeset, or takes them back. Throws Conflict, with nothing changed, if
/// the rows are not as the changeset knows them or a reference would be left hanging.
void applyChangeset(sqlite3* db, const std::string& changeset, Apply direction);

/// Adds to `change` what the changeset touches.
void describe(const std::string& changeset, Change& change);

/// The leads whose searched texts a changeset touches, and the companies that it renames; with
/// repetitions.
struct SearchEffects {
    std::vector<std::int64_t> leads;
    std::vector<std::int64_t> companies;
};
SearchEffects searchEffects(const std::string& changeset);

} // namespace tandem

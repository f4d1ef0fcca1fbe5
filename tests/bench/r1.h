// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace tandem::bench {

/// Reference 1: a bare, tuned loader of touches.csv into a new SQLite file: mapped file, integer
/// codes and times, 50 rows a statement, one transaction, 8 KiB pages, rollback journal, then one
/// covering index by lead and time. No validation, no keys, no search, no undo.
void loadBare(const std::filesystem::path& touchesCsv, const std::filesystem::path& database);

} // namespace tandem::bench

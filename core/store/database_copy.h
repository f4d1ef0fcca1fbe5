// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Copies of database files. Only core/store/*.cpp includes this.
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/store/sqlite.h"

#include <filesystem>
#include <optional>

namespace tandem {

/// Copies an open database into a new file of mode 0600 that has passed the integrity check and is
/// on the disk when this returns. Exists if there is one; nothing is left of a failed copy.
Result<void> copyDatabase(sqlite3* from, const std::filesystem::path& to, const Progress& progress);

/// A private folder with a copy of a workbook as it is on the disk, also while another process has
/// it open; removed with everything in it when this is destroyed.
class PrivateCopy {
public:
    /// Busy if the file kept changing while it was read.
    static Result<PrivateCopy> make(const std::filesystem::path& workbook);

    PrivateCopy(PrivateCopy&& other) noexcept : m_folder(std::exchange(other.m_folder, {})) {}
    PrivateCopy& operator=(PrivateCopy&& other) noexcept;
    ~PrivateCopy();

    std::filesystem::path file() const { return m_folder / "copy.tandem"; }

private:
    explicit PrivateCopy(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    std::filesystem::path m_folder; // empty: moved from
};

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <optional>
#include <string>

namespace tandem {

/// The small file `<workbook>.lock` that tells others who has the workbook open. It decides
/// nothing: SQLite's lock does. Whoever holds that lock may write the note, and takes it away on
/// closing; a note left behind by a crash is replaced by the next one. A file of that name that is
/// no such note is left alone.
class LockNote {
public:
    /// Writes the note; ReadOnly, DiskFull or Io if the folder does not take it.
    static Result<LockNote> write(const std::filesystem::path& workbook);

    LockNote(LockNote&& other) noexcept : m_file(std::exchange(other.m_file, {})) {}
    LockNote& operator=(LockNote&& other) noexcept;
    ~LockNote();

    /// "Ines Calder on desk-4 (process 812)" from the note of `workbook`; empty if nothing tells,
    /// or if the process that it names is on this machine and no longer runs, when it is removed.
    static std::optional<std::string> holderOf(const std::filesystem::path& workbook);

private:
    explicit LockNote(std::filesystem::path file) : m_file(std::move(file)) {}

    std::filesystem::path m_file; // empty: nothing to take away
};

/// The name of the person logged in: the full name if there is one.
std::string loginName();

} // namespace tandem

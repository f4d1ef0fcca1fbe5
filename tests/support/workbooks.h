// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/workbook.h"
#include "tests/support/days.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tandem::test {

/// An empty folder for one test, removed with everything in it at the end.
class TempFolder {
public:
    TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    ~TempFolder();

    const std::filesystem::path& path() const { return m_path; }
    std::filesystem::path operator/(std::string_view name) const { return m_path / name; }
    /// Backups into the folder "backups" here, none by itself.
    WorkbookPlace place() const { return {m_path / "backups", false}; }

private:
    std::filesystem::path m_path;
};

/// The value, or the end of the test with the error's words.
template <class T>
T valueOf(Result<T> result)
{
    if (!result) {
        throw std::runtime_error(result.error().subject + ": " + result.error().detail);
    }
    if constexpr (!std::is_void_v<T>) {
        return *std::move(result);
    }
}

/// A new workbook "test.tandem" in the folder, in UTC and EUR, with the default stages and these
/// leads, made by one step "Make" if there are any. A line is a lead:
///
///   Ada <ada@example.org>: Contact@1 MQL@3 | email@2 phone@4
///
/// the name, perhaps an address, the stages that it entered and the touches by channel, each with a
/// day counted from 2026-01-01 (in day 0); "?" instead of "@day" leaves the date open.
Workbook makeWorkbook(const TempFolder& folder, std::string_view leads = {});

/// Adds leads written like that to a workbook.
Result<void> addLeadsFrom(Writer& writer, std::string_view leads);

/// The content of all tables that hold the company's records and the search, one line a row in the
/// order of keys: equal texts mean equal workbooks.
std::string contentOf(const Workbook& workbook);

/// All bytes of a file. Not for a workbook that is open in this process.
std::string bytesOf(const std::filesystem::path& file);

/// The names of the workbook's leads in the order of the alphabet, "Ada Ben".
std::string leadNames(const Workbook& workbook);

} // namespace tandem::test

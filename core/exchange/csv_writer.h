// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdio>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tandem {

/// Whether a spreadsheet could take the text for a formula: it starts with = + - @, their
/// full-width forms, TAB, CR or LF. Plain numbers (-12.5) and phone numbers written with digits and
/// spaces (+44 20 7946 0958) cannot call anything and are none.
bool startsFormula(std::string_view text);

/// The text as an export writes it: with a `'` in front if it starts a formula, or if it is such a
/// text with `'` in front already. So undefused(defused(x)) == x for every x.
std::string defused(std::string_view text);

/// Takes off the `'` that defused put in front; any other text stays as it is.
std::string_view undefused(std::string_view text);

/// Appends one RFC 4180 record with CRLF; cells are quoted where they need it. NUL is left out.
void appendCsvRow(std::span<const std::string_view> cells, char delimiter, std::string& out);

/// Writes a CSV file (UTF-8, CRLF, cells defused) beside its place and puts it there when it is
/// complete: nobody ever sees half a file, and nobody else may read it (0600).
class CsvWriter {
public:
    struct Options {
        char delimiter = ',';
        bool byteOrderMark = false; ///< some spreadsheets need it to see UTF-8
        bool defuse = true;
    };

    /// ReadOnly, DiskFull or Io if no file can be made there.
    static Result<CsvWriter> create(const std::string& path, const Options& options);
    static Result<CsvWriter> create(const std::string& path) { return create(path, Options{}); }
    /// Without commit() nothing is left behind.
    ~CsvWriter();
    CsvWriter(CsvWriter&&) noexcept = default;
    CsvWriter& operator=(CsvWriter&&) = delete;

    /// Adds a record. Failures of the disk are told by commit().
    void row(std::span<const std::string_view> cells);
    void row(const std::vector<std::string>& cells);

    /// Completes the file, replacing one that was there. DiskFull, Io.
    Result<void> commit();

private:
    struct CloseFile {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };

    CsvWriter() = default;
    void flush();

    std::string m_path;
    std::string m_temporary;
    Options m_options;
    std::unique_ptr<std::FILE, CloseFile> m_file;
    std::string m_buffer;
    std::vector<std::string> m_defused;
    int m_failure = 0; // errno of the first failed write
};

} // namespace tandem

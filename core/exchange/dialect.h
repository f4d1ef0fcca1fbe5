// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exchange/csv_reader.h"
#include "core/exchange/encoding.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tandem {

/// What a person or a mapping says about a file; the rest is found by looking.
struct DialectWishes {
    std::optional<std::string> encoding;
    std::optional<char> delimiter;
    std::optional<std::int64_t> headerRow; ///< physical line from 1; 0 = the file has no header

    bool operator==(const DialectWishes&) const = default;
};

/// How a file is written and what its columns are called.
struct Dialect {
    Encoding encoding;
    char delimiter = ',';
    bool backslashEscapes = false;
    std::int64_t headerRow = 1;       ///< physical line from 1; 0 = no header
    std::vector<std::string> columns; ///< unique names, trimmed; see columnNames

    bool operator==(const Dialect&) const = default;

    /// Where the name stands among `columns`.
    std::optional<std::size_t> column(std::string_view name) const;
    CsvFormat format() const;
};

/// Looks at the first megabyte of a file: encoding (of the whole file), delimiter among comma,
/// semicolon, tab and pipe by which of them gives the most even rows, `"` escaped by a backslash if
/// only that makes sense of the quotes, the header as the first row about as full as the table is
/// wide (titles and notes above are skipped; Excel's "sep=;" is obeyed), and the columns.
/// NotFound, Io; NotFound for an encoding; BadInput if the file is empty or no text.
Result<Dialect> detectDialect(const std::string& path, const DialectWishes& wishes = {});

/// The same for text in memory; `subject` is the name that errors carry.
Result<Dialect> detectDialectOf(std::string_view bytes, const DialectWishes& wishes = {},
                                const std::string& subject = {});

/// Names for columns from a header's cells: trimmed, white space within made one space, an empty
/// one becomes "Column 3", the second "Name" becomes "Name (2)".
std::vector<std::string> columnNames(const std::vector<std::string>& header);

} // namespace tandem

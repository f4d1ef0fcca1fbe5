// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/exchange/date_format.h"
#include "core/exchange/number_format.h"
#include "core/exchange/suggest.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace tandem::ui {

/// How many kinds of records there are.
inline constexpr std::size_t kKinds = 8;

/// A line of the file as it is written there, without its end.
struct RawLine {
    std::int64_t number = 0; ///< from 1
    std::string text;

    bool operator==(const RawLine&) const = default;
};

/// What the beginning of a file tells: enough to show it and to propose what becomes of it.
struct FileLook {
    std::string path;
    DialectWishes wishes;
    std::int64_t bytes = 0;
    Dialect dialect;
    std::vector<RawLine> head; ///< the first lines
    TableSample sample;
    RecordKind kind = RecordKind::Leads;     ///< what it most looks like
    std::array<Mapping, kKinds> suggestions; ///< by kind
    std::array<bool, kKinds> saved{};        ///< the suggestion was used before for such a file
    std::string program;                     ///< "Salesforce" if its columns tell; else empty
};

/// What was seen in one column of the whole file.
struct ColumnSurvey {
    std::int64_t filled = 0;
    std::vector<std::string> samples; ///< the first different texts, at most three
    /// Each different text and how often it stands there, the most frequent first; empty if there
    /// are too many of them.
    std::vector<std::pair<std::string, std::int64_t>> values;
    bool many = false;      ///< more different texts than are counted
    bool different = false; ///< no text stands in two rows
    std::int64_t addresses = 0;
    DateColumnProbe::Finding dates;
    NumberColumnProbe::Finding numbers;
    /// Of an ambiguous date column: days by each reading and how many cells say so.
    std::vector<std::pair<Day, std::int64_t>> dayFirst;
    std::vector<std::pair<Day, std::int64_t>> monthFirst;
};

/// A stretch of rows that cannot be read as rows of the table.
struct DamagedRow {
    std::int64_t row = 0;
    std::int64_t line = 0;
    std::string reason; ///< "2 more cells than the header has columns"
    std::string text;   ///< the cell at fault
    bool footer = false;
};

/// The file read from end to end.
struct FileSurvey {
    std::int64_t lines = 0;
    std::int64_t rows = 0; ///< without blank ones
    std::vector<RawLine> tail;
    std::vector<ColumnSurvey> columns;
    std::vector<DamagedRow> damaged; ///< the first ones
    std::int64_t damagedCount = 0;
    std::string trouble; ///< why the file could not be read to its end; empty if it could
};

/// Looks at the beginning of a file (its encoding is told by all of it). Fails as detectDialect.
Result<FileLook> lookAtFile(const std::string& path, const DialectWishes& wishes,
                            const SuggestContext& context);

/// Reads through the file in memory that does not grow with it. Stopped, or as reading fails.
Result<FileSurvey> surveyFile(const FileLook& look, const Progress& progress);

/// The kind of records that the columns and the file's name speak of.
RecordKind guessKind(const std::string& path, const TableSample& sample,
                     const std::array<Mapping, kKinds>& suggestions);

/// The order in which files of several kinds are best brought in: what others refer to comes first.
int importOrder(RecordKind kind);

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/csv_table.h"
#include "core/exchange/mapping.h"
#include "core/model/stage.h"
#include "core/store/records.h"

#include <string>
#include <vector>

namespace tandem {

/// The first records of a file.
struct TableSample {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows; ///< as many cells each as there are columns
    bool whole = false;                         ///< there are no more records than these
};

/// Reads up to `mostRows` records, fewer of a very wide table. Fails as reading the file does; a
/// row that cannot be read ends the sample.
Result<TableSample> sampleTable(const std::string& path, const Dialect& dialect,
                                std::size_t mostRows = 20'000);

/// What a suggestion may lean on beyond the file.
struct SuggestContext {
    std::vector<Stage> stages = defaultStages();
    std::vector<SavedMapping> saved; ///< mappings that were used before
    std::string file;                ///< for the mapping's name; may be empty
};

/// The column names as saved mappings keep them: joined by U+001F.
std::string headerText(const std::vector<std::string>& columns);

/// A mapping to start from. A saved mapping for the same header and kind wins; else the columns are
/// recognised by name (the exports of known programs first) and by what the sample holds: a column
/// without dates is no date, an identifying column has a different text in every row. Columns of
/// leads that are not recognised become custom fields. The words of a status column are translated
/// to stages; a word that is not known is mapped to blank, for a person to see and change.
Mapping suggestMapping(const TableSample& sample, RecordKind kind,
                       const SuggestContext& context = {});

/// Looks at a file and suggests. Fails as detectDialect does.
Result<Mapping> suggestMappingFor(const std::string& path, RecordKind kind,
                                  const SuggestContext& context = {},
                                  const DialectWishes& wishes = {});

} // namespace tandem

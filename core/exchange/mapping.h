// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exchange/dialect.h"
#include "core/exchange/fields.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tandem {

/// Pairs in the order in which they were written.
using NamedTexts = std::vector<std::pair<std::string, std::string>>;

/// A field whose texts are translated: "1" → "Customer". A text that the map does not have stays as
/// it is; it is compared trimmed, exactly first and then without regard to case. "" means blank.
struct ValueSource {
    std::string column;
    NamedTexts map;

    bool operator==(const ValueSource&) const = default;
};

/// How the columns of a file become the fields of one kind of record; the JSON of the command line
/// (mapping_json) member by member. Columns go by the names of Dialect::columns.
struct Mapping {
    std::string name;
    RecordKind kind = RecordKind::Leads;
    std::string key;                 ///< column that identifies a row; empty = none
    NamedTexts columns;              ///< field → column; one column may serve several fields
    std::vector<std::string> custom; ///< columns that become custom fields of leads
    NamedTexts constants;            ///< field → text, where the column has none or is blank
    std::vector<std::pair<std::string, ValueSource>> values; ///< field → column and translation
    NamedTexts stageDates;              ///< stage → column with the instant of entering it
    std::vector<std::string> empty{""}; ///< texts that mean blank; "" always does
    std::string dates;                  ///< "dd-MM-yyyy HH:mm"; empty = found by looking
    NamedTexts columnDates;             ///< column → format, where columns differ
    std::string decimal;                ///< "." or ","; empty = found by looking
    bool createMissing = false;         ///< make the leads that a row names but that do not exist
    std::optional<std::int64_t> headerRow; ///< see DialectWishes
    std::optional<char> delimiter;
    std::string encoding; ///< empty = found by looking

    bool operator==(const Mapping&) const = default;

    /// What it says about the look of the file.
    DialectWishes wishes() const;
    /// The column that identifies a row, whether by `key` or by the field "key" of `columns`.
    std::string keyColumn() const;
};

/// The text that stands with `name`; nullptr if there is none.
const std::string* textOf(const NamedTexts& texts, std::string_view name);

/// Whether the mapping is sound for a file with these columns: known fields, at least one source,
/// a column for each name. BadInput says which name is wrong and lists near ones.
Result<void> checkMapping(const Mapping& mapping, const std::vector<std::string>& columns,
                          const std::string& file);

} // namespace tandem

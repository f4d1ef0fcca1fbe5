// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/time_zone.h"
#include "core/exchange/csv_table.h"
#include "core/exchange/date_format.h"
#include "core/exchange/mapping.h"
#include "core/exchange/number_format.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tandem {

/// Position of a field among fieldsOf(kind).
using FieldSlot = std::size_t;

/// A mapping made ready for the rows of one file: where each field's text comes from, and how the
/// dates and numbers of each column are written.
class ImportPlan {
public:
    /// Checks the mapping against the file's columns (checkMapping) and its constants.
    static Result<ImportPlan> make(const Mapping& mapping, const Dialect& dialect,
                                   const std::string& file);

    const Mapping& mapping() const { return m_mapping; }
    const std::string& file() const { return m_file; }
    const std::vector<std::string>& columns() const { return m_columns; }

    /// The field of that name, which the kind must have.
    FieldSlot slot(std::string_view field) const;
    /// Whether anything is said about the field.
    bool takes(FieldSlot slot) const { return m_sources[slot].given; }
    /// Whether two fields come from one column.
    bool shareColumn(FieldSlot a, FieldSlot b) const;
    /// The name of the field's column, else the field's.
    std::string_view columnName(FieldSlot slot) const;

    /// The field's text in the row: trimmed, blank words and formula guards taken off, translated,
    /// else its constant. Lives as long as the row and the plan.
    std::string_view text(const TableRow& row, FieldSlot slot) const;
    /// The same for a column that serves no field.
    std::string_view cell(const TableRow& row, std::size_t column) const;

    /// The formats that were found or told, for text of that field or column.
    std::optional<Instant> instant(std::string_view text, FieldSlot slot,
                                   const TimeZone& zone) const;
    std::optional<Day> day(std::string_view text, FieldSlot slot, const TimeZone& zone) const;
    std::optional<Instant> instantOfColumn(std::string_view text, std::size_t column,
                                           const TimeZone& zone) const;
    DecimalSign sign(FieldSlot slot) const;

    /// The columns of `stage_dates` and `custom`, in the mapping's order.
    const std::vector<std::size_t>& stageDateColumns() const { return m_stageDateColumns; }
    const std::vector<std::size_t>& customColumns() const { return m_customColumns; }

    enum class Look { Begin, Whole };

    /// Reads through the file for the formats that the mapping does not tell, in constant memory;
    /// nothing is read if it tells all. With Look::Begin, only its first rows if all dates there
    /// say their order themselves (2026-05-12): then a later one that does not makes
    /// needsWholeLook() true. Ambiguous, naming the column, both readings and the mapping's key
    /// that decides, if two fit; Stopped.
    Result<void> findFormats(const std::string& path, const Dialect& dialect, Look look,
                             const Progress& progress);
    /// Whether a date could not be read of which the format was found in the first rows only.
    bool needsWholeLook() const { return m_needsWholeLook; }

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    using Texts = std::unordered_map<std::string, std::string, Hash, std::equal_to<>>;

    struct Source {
        bool given = false;
        std::optional<std::size_t> column;
        std::string constant;
        Texts exact;
        Texts folded;
        bool translated = false;
    };

    ImportPlan(const Mapping& mapping, const Dialect& dialect, std::string file);
    void takeSources();
    Result<void> takeFormats();
    Result<void> checkConstants() const;
    std::size_t columnAt(std::string_view name) const;
    std::string_view unblanked(std::string_view cell) const;
    std::string_view translated(const Source& source, std::string_view text) const;
    std::optional<DateReading> readDate(std::string_view text, std::size_t column) const;
    std::vector<std::size_t> columnsOf(bool (*shape)(FieldShape)) const;

    Mapping m_mapping;
    std::string m_file;
    std::vector<std::string> m_columns;
    std::vector<Source> m_sources;                   // by field
    std::vector<std::optional<DateFormat>> m_dates;  // by column
    std::vector<std::optional<DecimalSign>> m_signs; // by column
    std::vector<std::size_t> m_stageDateColumns;
    std::vector<std::size_t> m_customColumns;
    std::vector<char> m_assumed; // by column: the format was found in the first rows only
    mutable bool m_needsWholeLook = false;
};

} // namespace tandem

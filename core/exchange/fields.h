// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tandem {

/// The kinds of records that files bring and take, in the order of menus.
enum class RecordKind : std::uint8_t {
    Leads,
    Touches,
    Stages,
    Campaigns,
    Costs,
    Deals,
    Content,
    Audience,
};

/// "leads", "touches", …
std::string_view kindWord(RecordKind kind);
/// Reads a kind's word exactly; empty for anything else.
std::optional<RecordKind> kindFromWord(std::string_view word);
/// All words, in the order of RecordKind.
std::vector<std::string> kindWords();

/// What the text of a field stands for.
enum class FieldShape : std::uint8_t {
    Text,
    Key,      ///< identifies the record
    Lead,     ///< a lead, by key, "#<id>", e-mail or name
    Campaign, ///< by key, "#<id>" or name; made if missing
    Content,  ///< by key, "#<id>" or title; made if missing
    Company,  ///< by name; made if missing
    Persona,  ///< by name; made if missing
    Person,   ///< by name or e-mail; made if missing
    Stage,    ///< one of the workbook's stages, by name
    Instant,  ///< date, with or without a time of day, in the workbook's time zone
    Day,      ///< calendar day
    Amount,   ///< money in the workbook's currency
    Number,   ///< with a fraction
    Share,    ///< 0…1, also "40 %" or 40
    Count,    ///< whole number
    Direction,
    Team,
    Outcome, ///< of a deal
    Measure, ///< of an audience
};

struct Field {
    std::string_view name; ///< as mappings, exports and suggestions write it
    FieldShape shape = FieldShape::Text;
};

/// The fields of a kind in the order of exports.
std::span<const Field> fieldsOf(RecordKind kind);
/// The field of that name; nullptr if the kind has none.
const Field* fieldNamed(RecordKind kind, std::string_view name);
std::vector<std::string> fieldNames(RecordKind kind);

/// Whether texts of the shape are read with the column's date format.
bool isDateShape(FieldShape shape);
/// Whether texts of the shape are read with the column's number format.
bool isNumberShape(FieldShape shape);

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/draft.h"

#include <algorithm>

namespace tandem::ui {

namespace {

template <class Pairs>
void removeName(Pairs& pairs, const std::string& name)
{
    std::erase_if(pairs, [&name](const auto& pair) { return pair.first == name; });
}

/// The fields that a row of the kind must have, by any of the alternatives.
std::vector<std::vector<std::string>> needs(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Leads:
        return {{"name", "first_name", "last_name", "email", "phone", "company", "key"}};
    case RecordKind::Touches:
        return {{"lead"}};
    case RecordKind::Stages:
        return {{"lead"}, {"stage"}};
    case RecordKind::Campaigns:
        return {{"name", "key"}};
    case RecordKind::Costs:
        return {{"amount"}};
    case RecordKind::Deals:
        return {{"key", "name", "lead", "company", "amount"}};
    case RecordKind::Content:
        return {{"title", "key"}};
    case RecordKind::Audience:
        return {{"value"}, {"day"}};
    }
    return {};
}

} // namespace

ImportDraft::ImportDraft(const FileLook& look, RecordKind kind, std::vector<Stage> stages)
    : m_mapping(look.suggestions[static_cast<std::size_t>(kind)]), m_columns(look.dialect.columns),
      m_stages(std::move(stages)), m_used(look.saved[static_cast<std::size_t>(kind)])
{
    m_mapping.kind = kind;
    // What the person said about the look of the file must be said again at the import.
    if (look.wishes.headerRow) {
        m_mapping.headerRow = look.wishes.headerRow;
    }
    if (look.wishes.delimiter) {
        m_mapping.delimiter = look.wishes.delimiter;
    }
    if (look.wishes.encoding) {
        m_mapping.encoding = *look.wishes.encoding;
    }
}

void ImportDraft::setSurvey(const FileSurvey& survey)
{
    m_survey = survey.columns;
    // Words that stand below the rows which the suggestion saw, and that programs are known to use.
    for (const auto& [field, column] : translated()) {
        for (const ValueChoice& choice : values(field)) {
            const std::string known = choice.open ? optionFor(field, choice.text) : std::string();
            if (!known.empty()) {
                setValue(field, choice.text, known);
            }
        }
    }
}

const ColumnSurvey* ImportDraft::survey(std::size_t column) const
{
    return column < m_survey.size() ? &m_survey[column] : nullptr;
}

void ImportDraft::setMapping(const Mapping& mapping)
{
    const Mapping before = std::exchange(m_mapping, mapping);
    m_mapping.kind = before.kind;
    m_mapping.headerRow = before.headerRow;
    m_mapping.delimiter = before.delimiter;
    m_mapping.encoding = before.encoding;
    m_used = true;
    m_answered.clear();
}

FieldShape ImportDraft::shapeOf(const std::string& field) const
{
    const Field* known = fieldNamed(kind(), field);
    return known == nullptr ? FieldShape::Text : known->shape;
}

bool ImportDraft::isTranslated(const std::string& field) const
{
    switch (shapeOf(field)) {
    case FieldShape::Stage:
    case FieldShape::Direction:
    case FieldShape::Team:
    case FieldShape::Outcome:
    case FieldShape::Measure:
        return true;
    default:
        return false;
    }
}

std::vector<ColumnTarget> ImportDraft::choices() const
{
    using Kind = ColumnTarget::Kind;
    std::vector<ColumnTarget> out;
    for (const Field& field : fieldsOf(kind())) {
        out.push_back({Kind::Field, std::string(field.name)});
    }
    if (kind() == RecordKind::Leads) {
        for (const Stage& stage : m_stages) {
            if (stage.hasRecords && !stage.retired) {
                out.push_back({Kind::StageDate, stage.name});
            }
        }
        out.push_back({Kind::Custom, {}});
    }
    out.push_back({Kind::LeaveOut, {}});
    return out;
}

std::vector<ColumnTarget> ImportDraft::targets(std::size_t column) const
{
    using Kind = ColumnTarget::Kind;
    const std::string& name = m_columns[column];
    std::vector<ColumnTarget> out;
    if (m_mapping.key == name) {
        out.push_back({Kind::Field, "key"});
    }
    for (const auto& [field, from] : m_mapping.columns) {
        if (from == name && !(field == "key" && m_mapping.key == name)) {
            out.push_back({Kind::Field, field});
        }
    }
    for (const auto& [field, source] : m_mapping.values) {
        if (source.column == name) {
            out.push_back({Kind::Field, field});
        }
    }
    for (const auto& [stage, from] : m_mapping.stageDates) {
        if (from == name) {
            out.push_back({Kind::StageDate, stage});
        }
    }
    if (std::find(m_mapping.custom.begin(), m_mapping.custom.end(), name) !=
        m_mapping.custom.end()) {
        out.push_back({Kind::Custom, {}});
    }
    return out;
}

void ImportDraft::clear(std::size_t column)
{
    const std::string& name = m_columns[column];
    if (m_mapping.key == name) {
        m_mapping.key.clear();
    }
    std::erase_if(m_mapping.columns, [&](const auto& pair) { return pair.second == name; });
    std::erase_if(m_mapping.values, [&](const auto& pair) { return pair.second.column == name; });
    std::erase_if(m_mapping.stageDates, [&](const auto& pair) { return pair.second == name; });
    std::erase(m_mapping.custom, name);
}

void ImportDraft::setTarget(std::size_t column, const ColumnTarget& target)
{
    clear(column);
    const std::string& name = m_columns[column];
    switch (target.kind) {
    case ColumnTarget::Kind::LeaveOut:
        break;
    case ColumnTarget::Kind::Custom:
        m_mapping.custom.push_back(name);
        break;
    case ColumnTarget::Kind::StageDate:
        removeName(m_mapping.stageDates, target.name);
        m_mapping.stageDates.emplace_back(target.name, name);
        break;
    case ColumnTarget::Kind::Field:
        removeName(m_mapping.columns, target.name);
        removeName(m_mapping.values, target.name);
        removeName(m_mapping.constants, target.name);
        if (target.name == "key") {
            m_mapping.key = name;
        } else if (isTranslated(target.name)) {
            ValueSource source{name, {}};
            if (const ColumnSurvey* seen = survey(column)) {
                for (const auto& [text, count] : seen->values) {
                    if (!isOption(target.name, text)) {
                        source.map.emplace_back(text, optionFor(target.name, text));
                    }
                }
            }
            m_mapping.values.emplace_back(target.name, std::move(source));
        } else {
            m_mapping.columns.emplace_back(target.name, name);
        }
        break;
    }
}

bool ImportDraft::has(std::size_t column, bool (*shape)(FieldShape)) const
{
    const std::vector<ColumnTarget> all = targets(column);
    return std::any_of(all.begin(), all.end(), [&](const ColumnTarget& target) {
        return (target.kind == ColumnTarget::Kind::StageDate && shape(FieldShape::Instant)) ||
               (target.kind == ColumnTarget::Kind::Field && shape(shapeOf(target.name)));
    });
}

bool ImportDraft::asksDateOrder(std::size_t column) const
{
    const ColumnSurvey* seen = survey(column);
    using Fit = DateColumnProbe::Fit;
    return seen != nullptr && m_mapping.dates.empty() &&
           (seen->dates.fit == Fit::Ambiguous || seen->dates.fit == Fit::Conflict) &&
           has(column, isDateShape);
}

bool ImportDraft::asksDecimalSign(std::size_t column) const
{
    const ColumnSurvey* seen = survey(column);
    using Fit = NumberColumnProbe::Fit;
    return seen != nullptr &&
           (seen->numbers.fit == Fit::Ambiguous || seen->numbers.fit == Fit::Conflict) &&
           has(column, isNumberShape);
}

std::string ImportDraft::dateOrder(std::size_t column) const
{
    const std::string* told = textOf(m_mapping.columnDates, m_columns[column]);
    return told == nullptr ? m_mapping.dates : *told;
}

void ImportDraft::setDateOrder(std::size_t column, const std::string& format)
{
    removeName(m_mapping.columnDates, m_columns[column]);
    m_mapping.columnDates.emplace_back(m_columns[column], format);
}

void ImportDraft::setDecimalSign(char sign)
{
    m_mapping.decimal = std::string(1, sign);
}

std::optional<std::size_t> ImportDraft::columnNamed(const std::string& name) const
{
    const auto found = std::find(m_columns.begin(), m_columns.end(), name);
    return found == m_columns.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - m_columns.begin()));
}

std::optional<std::size_t> ImportDraft::columnOf(const std::string& field) const
{
    for (const auto& [name, source] : m_mapping.values) {
        if (name == field) {
            return columnNamed(source.column);
        }
    }
    const std::string* column = textOf(m_mapping.columns, field);
    if (field == "key" && !m_mapping.key.empty()) {
        column = &m_mapping.key;
    }
    return column == nullptr ? std::nullopt : columnNamed(*column);
}

void ImportDraft::askMissing(std::vector<Question>& out) const
{
    for (const std::vector<std::string>& alternatives : needs(kind())) {
        const bool there =
            std::any_of(alternatives.begin(), alternatives.end(), [this](const auto& field) {
                return columnOf(field) || textOf(m_mapping.constants, field) != nullptr;
            });
        if (!there) {
            out.push_back({Question::Kind::Missing, 0, alternatives.front(), {}});
        }
    }
}

std::vector<Question> ImportDraft::questions() const
{
    std::vector<Question> out;
    askMissing(out);
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        if (asksDateOrder(column) && dateOrder(column).empty()) {
            out.push_back({Question::Kind::DateOrder, column, {}, {}});
        } else if (asksDecimalSign(column) && m_mapping.decimal.empty()) {
            out.push_back({Question::Kind::DecimalSign, column, {}, {}});
        }
    }
    for (const auto& [field, column] : translated()) {
        for (const ValueChoice& choice : values(field)) {
            if (choice.open) {
                out.push_back({Question::Kind::Value, column, field, choice.text});
            }
        }
    }
    return out;
}

std::size_t ImportDraft::placedCount() const
{
    std::size_t count = 0;
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        count += targets(column).empty() ? 0U : 1U;
    }
    return count;
}

} // namespace tandem::ui

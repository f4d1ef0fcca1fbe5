// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/draft.h"

#include "core/base/text.h"
#include "core/exchange/presets.h"
#include "core/model/campaign.h"
#include "core/model/deal.h"
#include "core/model/touch.h"

#include <algorithm>

namespace tandem::ui {

namespace {

constexpr std::size_t kMostWords = 200; ///< of a translated column; more are no words of a process

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

std::vector<std::pair<std::string, std::size_t>> ImportDraft::translated() const
{
    std::vector<std::pair<std::string, std::size_t>> out;
    for (const Field& field : fieldsOf(kind())) {
        const std::string name(field.name);
        const auto column = isTranslated(name) ? columnOf(name) : std::nullopt;
        if (column) {
            out.emplace_back(name, *column);
        }
    }
    return out;
}

std::vector<std::string> ImportDraft::options(const std::string& field) const
{
    switch (shapeOf(field)) {
    case FieldShape::Stage: {
        std::vector<std::string> out;
        for (const Stage& stage : m_stages) {
            if (stage.hasRecords && !stage.retired) {
                out.push_back(stage.name);
            }
        }
        return out;
    }
    case FieldShape::Direction:
        return {"in", "out"};
    case FieldShape::Team:
        return {"marketing", "sales"};
    case FieldShape::Outcome:
        return {"open", "won", "lost"};
    case FieldShape::Measure:
        return {"visitors", "followers", "impressions", "contacts"};
    default:
        return {};
    }
}

bool ImportDraft::isOption(const std::string& field, const std::string& text) const
{
    switch (shapeOf(field)) {
    case FieldShape::Direction:
        return directionFromWord(text).has_value();
    case FieldShape::Team:
        return teamFromWord(text).has_value();
    case FieldShape::Outcome:
        return outcomeFromWord(text).has_value();
    case FieldShape::Measure:
        return audienceFromWord(text).has_value();
    default:
        return !optionFor(field, text).empty() && folded(optionFor(field, text)) == folded(text);
    }
}

std::string ImportDraft::optionFor(const std::string& field, const std::string& text) const
{
    const std::vector<std::string> all = options(field);
    const auto named = [&](std::string_view wanted) {
        for (const std::string& option : all) {
            if (folded(option) == folded(wanted)) {
                return option;
            }
        }
        return std::string();
    };
    std::string found = named(text);
    if (found.empty() && shapeOf(field) == FieldShape::Stage) {
        if (const auto known = stageForWord(text)) {
            found = named(*known);
        }
    }
    return found;
}

std::string ImportDraft::meant(const std::string& field, const std::string& text) const
{
    for (const auto& [name, source] : m_mapping.values) {
        if (name != field) {
            continue;
        }
        if (const std::string* exact = textOf(source.map, text)) {
            return *exact;
        }
        for (const auto& [from, to] : source.map) {
            if (folded(from) == folded(text)) {
                return to;
            }
        }
    }
    return text;
}

std::vector<ValueChoice> ImportDraft::values(const std::string& field) const
{
    std::vector<ValueChoice> out;
    const auto column = columnOf(field);
    const ColumnSurvey* seen = column ? survey(*column) : nullptr;
    if (seen == nullptr) {
        return out;
    }
    for (const auto& [text, count] : seen->values) {
        if (out.size() == kMostWords) {
            break;
        }
        ValueChoice choice{text, count, meant(field, text), false};
        const bool known = isOption(field, choice.becomes);
        if (known) {
            const std::string written = optionFor(field, choice.becomes);
            choice.becomes = written.empty() ? choice.becomes : written;
        }
        const bool blankMeant = choice.becomes.empty() && m_used;
        choice.open = !known && !blankMeant && m_answered.count({field, text}) == 0;
        if (!known) {
            choice.becomes.clear();
        }
        out.push_back(std::move(choice));
    }
    return out;
}

void ImportDraft::setValue(const std::string& field, const std::string& text,
                           const std::string& becomes)
{
    const auto column = columnOf(field);
    if (!column) {
        return;
    }
    m_answered.insert({field, text});
    auto found = std::find_if(m_mapping.values.begin(), m_mapping.values.end(),
                              [&field](const auto& value) { return value.first == field; });
    if (found == m_mapping.values.end()) {
        // Until now the column's own words were taken.
        removeName(m_mapping.columns, field);
        m_mapping.values.emplace_back(field, ValueSource{m_columns[*column], {}});
        found = std::prev(m_mapping.values.end());
    }
    removeName(found->second.map, text);
    found->second.map.emplace_back(text, becomes);
}

void ImportDraft::leaveRestBlank(const std::string& field)
{
    for (const ValueChoice& choice : values(field)) {
        if (choice.open) {
            setValue(field, choice.text, {});
        }
    }
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

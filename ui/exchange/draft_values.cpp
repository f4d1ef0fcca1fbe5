// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of ImportDraft that places the words of a file: stages, outcomes, directions, teams.
#include "core/base/text.h"
#include "core/exchange/presets.h"
#include "core/model/campaign.h"
#include "core/model/deal.h"
#include "core/model/touch.h"
#include "ui/exchange/draft.h"

#include <algorithm>

namespace tandem::ui {

namespace {

constexpr std::size_t kMostWords = 200; ///< of a translated column; more are no words of a process

} // namespace

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
        std::erase_if(m_mapping.columns,
                      [&field](const auto& pair) { return pair.first == field; });
        m_mapping.values.emplace_back(field, ValueSource{m_columns[*column], {}});
        found = std::prev(m_mapping.values.end());
    }
    std::erase_if(found->second.map, [&text](const auto& pair) { return pair.first == text; });
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

} // namespace tandem::ui

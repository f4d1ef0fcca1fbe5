// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/stage.h"
#include "ui/exchange/survey.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tandem::ui {

/// What a column of the file becomes.
struct ColumnTarget {
    enum class Kind { LeaveOut, Custom, Field, StageDate };

    Kind kind = Kind::LeaveOut;
    std::string name; ///< of the field or the stage

    auto operator<=>(const ColumnTarget&) const = default;
};

/// Something that only a person can say before anything is written.
struct Question {
    enum class Kind {
        DateOrder,   ///< day first or month first?
        DecimalSign, ///< is 1.234 more than a thousand?
        Value,       ///< what does this word stand for?
        Missing,     ///< a column without which the rows say nothing
    };

    Kind kind = Kind::Missing;
    std::size_t column = 0;
    std::string field; ///< of Value and Missing
    std::string text;  ///< of Value: the word

    bool operator==(const Question&) const = default;
};

/// A text of a translated column and what becomes of it.
struct ValueChoice {
    std::string text;
    std::int64_t count = 0;
    std::string becomes; ///< empty: blank
    bool open = false;   ///< nobody has said it yet
};

/// The import as it is being decided: a mapping and what is still to be asked. A value; knows no
/// widget.
class ImportDraft {
public:
    ImportDraft() = default;
    /// Begins with the suggestion for that kind.
    ImportDraft(const FileLook& look, RecordKind kind, std::vector<Stage> stages);

    RecordKind kind() const { return m_mapping.kind; }
    const Mapping& mapping() const { return m_mapping; }
    std::size_t columnCount() const { return m_columns.size(); }
    const std::string& columnName(std::size_t column) const { return m_columns[column]; }

    /// What was seen in the whole file; until then there are no questions about it.
    void setSurvey(const FileSurvey& survey);
    bool surveyed() const { return !m_survey.empty(); }
    const ColumnSurvey* survey(std::size_t column) const;

    /// Replaces the mapping, as by one that was saved before; columns it names must exist.
    void setMapping(const Mapping& mapping);
    void setName(const std::string& name) { m_mapping.name = name; }
    void setCreateMissing(bool create) { m_mapping.createMissing = create; }

    /// All targets that a column can have, in the order of menus.
    std::vector<ColumnTarget> choices() const;
    /// What the column becomes; more than one thing where it serves several fields, none if it is
    /// left out.
    std::vector<ColumnTarget> targets(std::size_t column) const;
    /// Makes it that and nothing else; a field is taken away from the column that had it.
    void setTarget(std::size_t column, const ColumnTarget& target);

    /// Whether the dates of the column can be read in two ways and matter.
    bool asksDateOrder(std::size_t column) const;
    bool asksDecimalSign(std::size_t column) const;
    /// "day-first", "month-first", another format, or empty where it is not told.
    std::string dateOrder(std::size_t column) const;
    void setDateOrder(std::size_t column, const std::string& format);
    void setDecimalSign(char sign);

    /// The fields whose words are translated, with their columns.
    std::vector<std::pair<std::string, std::size_t>> translated() const;
    /// The words of such a field.
    std::vector<ValueChoice> values(const std::string& field) const;
    /// The words of the workbook among which one chooses.
    std::vector<std::string> options(const std::string& field) const;
    void setValue(const std::string& field, const std::string& text, const std::string& becomes);
    /// Answers what is open of the field: those words stay blank.
    void leaveRestBlank(const std::string& field);

    /// What is open, in the order of the steps.
    std::vector<Question> questions() const;
    /// The columns with a place, and those of them that are asked about.
    std::size_t placedCount() const;

private:
    FieldShape shapeOf(const std::string& field) const;
    bool isTranslated(const std::string& field) const;
    std::string meant(const std::string& field, const std::string& text) const;
    bool isOption(const std::string& field, const std::string& text) const;
    std::string optionFor(const std::string& field, const std::string& text) const;
    std::optional<std::size_t> columnOf(const std::string& field) const;
    std::optional<std::size_t> columnNamed(const std::string& name) const;
    bool has(std::size_t column, bool (*shape)(FieldShape)) const;
    void clear(std::size_t column);
    void askMissing(std::vector<Question>& out) const;

    Mapping m_mapping;
    std::vector<std::string> m_columns;
    std::vector<Stage> m_stages;
    std::vector<ColumnSurvey> m_survey;
    bool m_used = false; ///< the mapping was used before, so its blanks are meant
    std::set<std::pair<std::string, std::string>> m_answered; ///< field and word
};

} // namespace tandem::ui

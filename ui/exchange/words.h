// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_result.h"
#include "ui/exchange/draft.h"

#include <QString>

namespace tandem::ui {

/// UTF-8 as it may be shown in one line: what would break the line or turn its direction is made
/// visible, and no more than some 300 characters.
QString shownText(std::string_view utf8);

/// "Leads", "Touch points", …
QString kindTitle(RecordKind kind);
/// "leads", "touch points", … within a sentence; `count` decides between "lead" and "leads".
QString kindNoun(RecordKind kind, qint64 count);
/// What records of the kind are, in a few words.
QString kindNote(RecordKind kind);

/// "First name", "Entered MQL", "Custom column", "Leave out".
QString targetTitle(const ColumnTarget& target);
/// "Won", "in", a stage's own name.
QString optionTitle(const std::string& option);

/// What was seen in a column, in the light of what it becomes.
struct ColumnNote {
    enum class Tone { Quiet, Good, Ask };

    QString text;
    Tone tone = Tone::Quiet;

    bool operator==(const ColumnNote&) const = default;
};
ColumnNote columnNote(const ImportDraft& draft, std::size_t column);

/// "13 of 14 columns have found their place; one asks you".
QString columnsTitle(const ImportDraft& draft);
/// Why one cannot go on from the step with the columns, or with the words; empty if one can.
QString columnsReason(const ImportDraft& draft);
QString valuesReason(const ImportDraft& draft);

/// "1,391 new · 402 updated · 57 unchanged · 14 not taken".
QString countsLine(const ImportResult& result);
/// "1,391 leads came in", "Nothing has changed".
QString resultTitle(const ImportResult& result);
/// "12 companies and 3 people were made along the way"; empty if none were.
QString madeLine(const ImportResult& result);

/// The name of a file without its folder, as it may be shown.
QString fileTitle(const std::string& path);
/// "418 KB".
QString sizeText(std::int64_t bytes);
/// "Windows 1252", "UTF-8".
QString encodingTitle(const std::string& name);
/// "Semicolon".
QString delimiterTitle(char delimiter);

/// Rows that cannot be taken for one and the same reason.
struct ProblemGroup {
    QString title;  ///< "Create Date is no date"
    QString detail; ///< "“31/02/2026” in row 640, and 3 more"
    std::int64_t count = 0;
    std::vector<RejectedRow> rows;

    bool operator==(const ProblemGroup&) const = default;
};
/// The rows that a dry run or an import did not take, the largest group first.
std::vector<ProblemGroup> problemGroups(const std::vector<RejectedRow>& rejected);
/// What can be told before: rows that are damaged, and cells that are no date or number.
std::vector<ProblemGroup> foreseenProblems(const ImportDraft& draft, const FileSurvey& survey);

} // namespace tandem::ui

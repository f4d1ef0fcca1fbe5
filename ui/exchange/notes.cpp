// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What the wizard says about columns and rows; declared in words.h.
#include "ui/common/figures.h"
#include "ui/exchange/words.h"

#include <algorithm>
#include <QCoreApplication>

namespace tandem::ui {

namespace {

using Tone = ColumnNote::Tone;

QString tr(const char* text)
{
    return QCoreApplication::translate("Import", text);
}

QString inQuotes(std::string_view text)
{
    QString shown = shownText(text);
    if (shown.size() > 32) {
        shown = shown.left(31) + QChar(0x2026);
    }
    return tr("“%1”").arg(shown);
}

QString countedBad(std::int64_t count, const char* one, const char* many)
{
    return count == 1 ? tr(one) : tr(many).arg(countText(count));
}

ColumnNote dateNote(const ImportDraft& draft, std::size_t column, const ColumnSurvey& seen)
{
    using Fit = DateColumnProbe::Fit;
    const std::string told = draft.dateOrder(column);
    const QString bad =
        seen.dates.badCount == 0
            ? QString()
            : countedBad(seen.dates.badCount, ", one is no date", ", %1 are no dates");
    const Tone tone = bad.isEmpty() ? Tone::Quiet : Tone::Ask;
    if (draft.asksDateOrder(column)) {
        if (told.empty()) {
            return {tr("day first or month first?"), Tone::Ask};
        }
        return {
            (told == "day-first" ? tr("day first, as you said") : tr("month first, as you said")) +
                bad,
            Tone::Good};
    }
    if (!told.empty()) {
        return {tr("read as %1").arg(shownText(told)) + bad, tone};
    }
    if (seen.dates.fit != Fit::One || !seen.dates.format) {
        return {tr("no dates; rows with text here are not taken"), Tone::Ask};
    }
    const DateFormat& format = *seen.dates.format;
    if (format == DateFormat(DateFormat::Order::DayFirst)) {
        return {tr("dates, day first") + bad, tone};
    }
    if (format == DateFormat(DateFormat::Order::MonthFirst)) {
        return {tr("dates, month first") + bad, tone};
    }
    if (format == DateFormat(DateFormat::Order::Excel)) {
        return {tr("day numbers of a spreadsheet") + bad, tone};
    }
    return {tr("dates, plain to read") + bad, tone};
}

ColumnNote numberNote(const ImportDraft& draft, std::size_t column, const ColumnSurvey& seen)
{
    using Fit = NumberColumnProbe::Fit;
    if (draft.asksDecimalSign(column)) {
        const std::string& told = draft.mapping().decimal;
        return told.empty()  ? ColumnNote{tr("thousands or a fraction?"), Tone::Ask}
               : told == "." ? ColumnNote{tr("a point before the fraction"), Tone::Good}
                             : ColumnNote{tr("a comma before the fraction"), Tone::Good};
    }
    if (seen.numbers.fit == Fit::None) {
        return {tr("no numbers; rows with text here are not taken"), Tone::Ask};
    }
    if (seen.numbers.badCount > 0) {
        return {countedBad(seen.numbers.badCount, "one is no number", "%1 are no numbers"),
                Tone::Ask};
    }
    return {seen.numbers.sign == DecimalSign::Comma ? tr("numbers, decimal comma") : tr("numbers"),
            Tone::Quiet};
}

ColumnNote wordsNote(const ImportDraft& draft, const std::string& field, const ColumnSurvey& seen)
{
    if (seen.many) {
        return {tr("too many different words for this field"), Tone::Ask};
    }
    const std::vector<ValueChoice> values = draft.values(field);
    const auto open =
        std::count_if(values.begin(), values.end(), [](const auto& value) { return value.open; });
    if (open > 0) {
        return {tr("%1 of %2 values open, next step")
                    .arg(countText(open), countText(std::ssize(values))),
                Tone::Ask};
    }
    return {values.size() == 1 ? tr("one value, known")
                               : tr("%1 values, all known").arg(countText(std::ssize(values))),
            Tone::Quiet};
}

ColumnNote differentNote(const ColumnSurvey& seen)
{
    if (seen.different && seen.filled > 1) {
        return {tr("all different"), Tone::Quiet};
    }
    if (seen.many) {
        return {};
    }
    return {seen.values.size() == 1
                ? tr("one value")
                : tr("%1 different values").arg(countText(std::ssize(seen.values))),
            Tone::Quiet};
}

ColumnNote fieldNote(const ImportDraft& draft, std::size_t column, const std::string& name,
                     const ColumnSurvey& seen)
{
    const Field* field = fieldNamed(draft.kind(), name);
    const FieldShape shape = field == nullptr ? FieldShape::Text : field->shape;
    if (isDateShape(shape)) {
        return dateNote(draft, column, seen);
    }
    if (isNumberShape(shape)) {
        return numberNote(draft, column, seen);
    }
    if (!draft.options(name).empty()) {
        return wordsNote(draft, name, seen);
    }
    if (shape == FieldShape::Key) {
        return seen.different ? ColumnNote{tr("all different, names a row"), Tone::Quiet}
                              : ColumnNote{tr("some rows share one: the later updates"), Tone::Ask};
    }
    if (name == "email" && seen.addresses < seen.filled) {
        return {countedBad(seen.filled - seen.addresses, "one is no e-mail address",
                           "%1 are no e-mail addresses"),
                Tone::Ask};
    }
    return differentNote(seen);
}

/// Puts rows together that cannot be taken for the same reason.
class Grouping {
public:
    /// The row stands for `weight` rows.
    void add(const RejectedRow& row, std::int64_t weight)
    {
        QString reason = shownText(row.reason);
        if (reason.startsWith(QStringLiteral("line "))) {
            reason = reason.mid(reason.indexOf(QStringLiteral(": ")) + 2);
        }
        QString title = row.column.empty() ? reason : shownText(row.column) + ' ' + reason;
        if (!title.isEmpty()) {
            title[0] = title[0].toUpper();
        }
        auto found = std::find_if(m_groups.begin(), m_groups.end(),
                                  [&title](const auto& group) { return group.title == title; });
        if (found == m_groups.end()) {
            m_groups.push_back({title, {}, 0, {}});
            found = std::prev(m_groups.end());
        }
        found->count += weight;
        found->rows.push_back(row);
    }

    std::vector<ProblemGroup> groups() &&
    {
        std::stable_sort(m_groups.begin(), m_groups.end(),
                         [](const auto& a, const auto& b) { return a.count > b.count; });
        for (ProblemGroup& group : m_groups) {
            const RejectedRow& first = group.rows.front();
            const QString where = tr("row %1").arg(countText(first.row));
            group.detail =
                first.value.empty() ? where : tr("%1 in %2").arg(inQuotes(first.value), where);
            if (group.count > 1) {
                group.detail += tr(" and %1 more").arg(countText(group.count - 1));
            }
        }
        return std::move(m_groups);
    }

private:
    std::vector<ProblemGroup> m_groups;
};

} // namespace

ColumnNote columnNote(const ImportDraft& draft, std::size_t column)
{
    const ColumnSurvey* seen = draft.survey(column);
    if (seen == nullptr) {
        return {};
    }
    const std::vector<ColumnTarget> targets = draft.targets(column);
    if (seen->filled == 0) {
        return {tr("empty in every row"), Tone::Quiet};
    }
    ColumnNote best;
    for (const ColumnTarget& target : targets) {
        ColumnNote note = target.kind == ColumnTarget::Kind::StageDate
                              ? dateNote(draft, column, *seen)
                          : target.kind == ColumnTarget::Kind::Field
                              ? fieldNote(draft, column, target.name, *seen)
                              : differentNote(*seen);
        if (best.text.isEmpty() || note.tone == Tone::Ask) {
            best = std::move(note);
        }
    }
    return targets.empty() ? differentNote(*seen) : best;
}

QString columnsTitle(const ImportDraft& draft)
{
    const auto all = static_cast<qint64>(draft.columnCount());
    const auto placed = static_cast<qint64>(draft.placedCount());
    qint64 asking = 0;
    for (const Question& question : draft.questions()) {
        asking += question.kind == Question::Kind::DateOrder ||
                          question.kind == Question::Kind::DecimalSign
                      ? 1
                      : 0;
    }
    QString title =
        placed == all
            ? tr("All %1 columns have found their place").arg(countText(all))
            : tr("%1 of %2 columns have found their place").arg(countText(placed), countText(all));
    if (asking > 0) {
        title += asking == 1 ? tr("; one asks you") : tr("; %1 ask you").arg(countText(asking));
    }
    return title;
}

QString columnsReason(const ImportDraft& draft)
{
    if (!draft.surveyed()) {
        return tr("Reading through the file");
    }
    for (const Question& question : draft.questions()) {
        switch (question.kind) {
        case Question::Kind::Missing:
            return tr("First choose the column for “%1”")
                .arg(targetTitle({ColumnTarget::Kind::Field, question.field}));
        case Question::Kind::DateOrder:
            return tr("First choose a date order");
        case Question::Kind::DecimalSign:
            return tr("First choose a decimal sign");
        case Question::Kind::Value:
            break;
        }
    }
    return {};
}

QString valuesReason(const ImportDraft& draft)
{
    const std::vector<Question> all = draft.questions();
    const auto open = std::count_if(all.begin(), all.end(), [](const Question& question) {
        return question.kind == Question::Kind::Value;
    });
    return open == 0   ? QString()
           : open == 1 ? tr("One value is still open")
                       : tr("%1 values are still open").arg(countText(open));
}

std::vector<ProblemGroup> problemGroups(const std::vector<RejectedRow>& rejected)
{
    Grouping grouping;
    for (const RejectedRow& row : rejected) {
        grouping.add(row, 1);
    }
    return std::move(grouping).groups();
}

std::vector<ProblemGroup> foreseenProblems(const ImportDraft& draft, const FileSurvey& survey)
{
    Grouping grouping;
    for (const DamagedRow& row : survey.damaged) {
        grouping.add({row.row, {}, row.text, row.reason}, 1);
    }
    // Only the first bad cells are kept, but all are counted.
    const auto add = [&](std::size_t column, const auto& finding, const char* reason) {
        std::int64_t others = finding.badCount - std::ssize(finding.bad);
        for (const auto& cell : finding.bad) {
            grouping.add({cell.row, draft.columnName(column), cell.text, reason},
                         1 + std::exchange(others, 0));
        }
    };
    for (std::size_t column = 0; column < draft.columnCount(); ++column) {
        const ColumnSurvey* seen = draft.survey(column);
        for (const ColumnTarget& target : draft.targets(column)) {
            if (seen == nullptr || target.kind == ColumnTarget::Kind::Custom) {
                continue;
            }
            const Field* field = fieldNamed(draft.kind(), target.name);
            if (target.kind == ColumnTarget::Kind::StageDate ||
                (field != nullptr && isDateShape(field->shape))) {
                add(column, seen->dates, "is no date");
            } else if (field != nullptr && isNumberShape(field->shape)) {
                add(column, seen->numbers, "is no number");
            }
        }
    }
    return std::move(grouping).groups();
}

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/answers.h"

#include "ui/common/figures.h"
#include "ui/exchange/words.h"

#include <algorithm>
#include <QCoreApplication>
#include <QLocale>

namespace tandem::ui {

namespace {

using Days = std::vector<std::pair<Day, std::int64_t>>;

QString tr(const char* text)
{
    return QCoreApplication::translate("Import", text);
}

const char* const kDayFirst = "day-first";
const char* const kMonthFirst = "month-first";

QString dayOf(const std::string& text, const char* format)
{
    const auto known = DateFormat::named(format);
    const auto reading = known ? known->read(text) : std::nullopt;
    return reading ? dayText(reading->day) : missingText();
}

/// Whether some other date column can only be read in that order.
std::optional<QString> otherColumn(const ImportDraft& draft, std::size_t column,
                                   DateFormat::Order order)
{
    for (std::size_t other = 0; other < draft.columnCount(); ++other) {
        const ColumnSurvey* seen = draft.survey(other);
        if (other != column && seen != nullptr && seen->dates.fit == DateColumnProbe::Fit::One &&
            seen->dates.format == DateFormat(order) && seen->dates.badCount == 0 &&
            seen->dates.dates > 0) {
            return shownText(draft.columnName(other));
        }
    }
    return std::nullopt;
}

/// Dates that are planned lie in the future by right.
bool mayLieAhead(const ImportDraft& draft, std::size_t column)
{
    const auto targets = draft.targets(column);
    return std::any_of(targets.begin(), targets.end(), [](const ColumnTarget& target) {
        return target.name == "expected_close" || target.name == "ends" || target.name == "starts";
    });
}

struct Reach {
    std::int64_t count = 0;
    std::int64_t ahead = 0;
    Day first;
    Day last;
};

Reach reachOf(const Days& days, Day today)
{
    Reach reach;
    for (const auto& [day, count] : days) {
        reach.first = reach.count == 0 ? day : std::min(reach.first, day);
        reach.last = reach.count == 0 ? day : std::max(reach.last, day);
        reach.count += count;
        reach.ahead += day > today ? count : 0;
    }
    return reach;
}

Answer dateAnswer(const Days& days, const Reach& reach, bool planned)
{
    Answer answer;
    answer.days = days;
    if (reach.count == 0) {
        answer.text = tr("No date of the column can be read so.");
        return answer;
    }
    if (reach.ahead > 0 && !planned) {
        answer.warning = tr("%1 would lie in the future").arg(countText(reach.ahead));
        answer.text = tr(", up to %1.").arg(dayText(reach.last));
    } else {
        answer.text =
            reach.first == reach.last
                ? tr("All on %1.").arg(dayText(reach.first))
                : tr("All between %1 and %2.").arg(dayText(reach.first), dayText(reach.last));
    }
    return answer;
}

} // namespace

AnswerSheet dateAnswers(const ImportDraft& draft, std::size_t column, Day today)
{
    AnswerSheet sheet;
    const ColumnSurvey& seen = *draft.survey(column);
    const std::string example = seen.dates.examples.front().text;
    const bool planned = mayLieAhead(draft, column);
    const Reach one = reachOf(seen.dayFirst, today);
    const Reach other = reachOf(seen.monthFirst, today);
    sheet.one = dateAnswer(seen.dayFirst, one, planned);
    sheet.other = dateAnswer(seen.monthFirst, other, planned);
    sheet.one.title = tr("Day first");
    sheet.other.title = tr("Month first");
    sheet.one.value = kDayFirst;
    sheet.other.value = kMonthFirst;
    sheet.one.example = dayOf(example, kDayFirst);
    sheet.other.example = dayOf(example, kMonthFirst);
    if (seen.dates.fit == DateColumnProbe::Fit::Conflict) {
        const std::string& second = seen.dates.examples.back().text;
        sheet.question = tr("Are the dates day first, as “%1”, or month first, as “%2”?")
                             .arg(shownText(example), shownText(second));
        sheet.reason = tr("Both occur; rows that do not fit your answer are not taken.");
        sheet.other.example = dayOf(second, kMonthFirst);
    } else {
        sheet.question =
            tr("Is %1 %2 or %3?").arg(shownText(example), sheet.one.example, sheet.other.example);
        sheet.reason = seen.dates.dates == 1
                           ? tr("The one date fits both, so you decide. Line: today.")
                           : tr("All %1 dates fit both, so you decide. Line: today.")
                                 .arg(countText(seen.dates.dates));
    }
    sheet.one.likely = !planned && one.ahead == 0 && other.ahead > 0;
    sheet.other.likely = !planned && other.ahead == 0 && one.ahead > 0;
    for (auto [answer, order] : {std::pair(&sheet.one, DateFormat::Order::DayFirst),
                                 std::pair(&sheet.other, DateFormat::Order::MonthFirst)}) {
        if (const auto like = otherColumn(draft, column, order)) {
            answer->text += ' ' + tr("%1 is so too.").arg(*like);
            Answer& against = answer == &sheet.one ? sheet.other : sheet.one;
            answer->likely = answer->likely || !against.likely;
        }
    }
    const Day first = std::min({one.first, other.first, today});
    const Day last = std::max({one.last, other.last, today});
    const int margin = std::max(1, (last - first) / 30);
    for (Answer* answer : {&sheet.one, &sheet.other}) {
        answer->first = first + -margin;
        answer->last = last + margin;
        answer->today = today;
    }
    return sheet;
}

AnswerSheet decimalAnswers(const ImportDraft& draft, std::size_t column)
{
    AnswerSheet sheet;
    const ColumnSurvey& seen = *draft.survey(column);
    const std::string example = seen.numbers.examples.front().text;
    const QString shown = shownText(example);
    const auto value = [&example](DecimalSign sign) {
        const auto number = readNumber(example, sign);
        return number ? numberText(*number, 6) : missingText();
    };
    sheet.one.title = tr("Decimal point");
    sheet.other.title = tr("Decimal comma");
    sheet.one.value = ".";
    sheet.other.value = ",";
    sheet.one.example = value(DecimalSign::Point);
    sheet.other.example = value(DecimalSign::Comma);
    sheet.question =
        tr("Is %1 the number %2 or %3?").arg(shown, sheet.one.example, sheet.other.example);
    sheet.reason = tr("The answer holds for all numbers of the file.");
    sheet.one.text = tr("“1,234.5” is a thousand and some.");
    sheet.other.text = tr("“1.234,5” is a thousand and some.");
    return sheet;
}

} // namespace tandem::ui

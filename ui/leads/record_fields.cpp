// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/record_fields.h"

#include "ui/common/document.h"

#include <QCompleter>
#include <QLineEdit>

namespace tandem::ui {

RecordCombo::RecordCombo(const QString& none, QWidget* parent) : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(8);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    addItem(none);
    lineEdit()->setPlaceholderText(none);
}

void RecordCombo::addRecord(const QString& name, std::int64_t id)
{
    addItem(name, QVariant::fromValue<qlonglong>(id));
}

void RecordCombo::clearRecords()
{
    while (count() > 1) {
        removeItem(1);
    }
}

int RecordCombo::chosenIndex() const
{
    if (currentIndex() >= 0 && itemText(currentIndex()) == currentText()) {
        return currentIndex();
    }
    return findText(currentText().trimmed(), Qt::MatchFixedString);
}

std::optional<std::int64_t> RecordCombo::chosen() const
{
    const QVariant id = itemData(chosenIndex());
    return id.isValid() ? std::optional<std::int64_t>(id.toLongLong()) : std::nullopt;
}

QString RecordCombo::unknownText() const
{
    return chosenIndex() >= 0 ? QString() : currentText().trimmed();
}

void RecordCombo::choose(std::optional<std::int64_t> id)
{
    const int index = id ? findData(QVariant::fromValue<qlonglong>(*id)) : 0;
    setCurrentIndex(std::max(index, 0));
}

InstantEdit::InstantEdit(const TimeZone& zone, QWidget* parent)
    : QDateTimeEdit(parent), m_zone(zone)
{
    setCalendarPopup(true);
    const QLocale locale;
    const bool halves = locale.timeFormat(QLocale::ShortFormat).contains(u'a', Qt::CaseInsensitive);
    setDisplayFormat(locale.dateFormat(QLocale::ShortFormat) +
                     (halves ? QStringLiteral(" h:mm AP") : QStringLiteral(" HH:mm")));
    setTimeSpec(Qt::UTC); // the clock shown is the workbook's, so Qt must not shift it
}

Instant InstantEdit::instant() const
{
    if (dateTime() == m_shown) {
        return m_set;
    }
    const QDate day = date();
    const QTime clock = time();
    return m_zone.at(dayFromCivil({day.year(), day.month(), day.day()}).value_or(Day{}),
                     clock.hour() * 3'600 + clock.minute() * 60 + clock.second());
}

void InstantEdit::setInstant(Instant at)
{
    const Instant seen = at == kUndated ? currentInstant() : at;
    const CivilDay civil = civilFromDay(m_zone.dayOf(seen));
    const int second = m_zone.secondOfDay(seen);
    setDateTime(QDateTime(QDate(civil.year, civil.month, civil.day),
                          QTime(second / 3'600, second / 60 % 60, second % 60), Qt::UTC));
    m_set = at;
    m_shown = dateTime();
}

} // namespace tandem::ui

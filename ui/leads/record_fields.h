// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time_zone.h"
#include "core/store/records.h"

#include <optional>
#include <QComboBox>
#include <QDateTimeEdit>
#include <vector>

namespace tandem::ui {

/// A list of records to choose one of, or none; type-ahead finds by any part of a name.
class RecordCombo : public QComboBox {
    Q_OBJECT

public:
    /// `none` is what stands for no record.
    explicit RecordCombo(const QString& none, QWidget* parent = nullptr);

    void addRecord(const QString& name, std::int64_t id);
    /// Takes all records away, for another set.
    void clearRecords();
    /// The record whose name stands in the field; of namesakes the one that was picked.
    std::optional<std::int64_t> chosen() const;
    /// What was typed if it is no record's name, without blanks at its ends; else empty.
    QString unknownText() const;
    void choose(std::optional<std::int64_t> id);

private:
    int chosenIndex() const;
};

/// Fills a combo with the records of a list; `nameOf` gives a record's name. A list that could not
/// be read leaves it empty.
template <class Record, class NameOf>
void fillRecords(RecordCombo& combo, const Result<std::vector<Record>>& records, NameOf nameOf)
{
    combo.clearRecords();
    if (records) {
        for (const Record& record : *records) {
            combo.addRecord(QString::fromStdString(nameOf(record)), record.id.value);
        }
    }
}

/// A field for day and time on the wall clock of the workbook's zone.
class InstantEdit : public QDateTimeEdit {
    Q_OBJECT

public:
    explicit InstantEdit(const TimeZone& zone, QWidget* parent = nullptr);

    /// kUndated as long as nobody has put another moment into a field that was set to it.
    Instant instant() const;
    /// For kUndated this moment is shown, as what a date would most likely be near.
    void setInstant(Instant at);

private:
    TimeZone m_zone;
    Instant m_set = kUndated; ///< with its seconds, which the field may not show
    QDateTime m_shown;
};

} // namespace tandem::ui

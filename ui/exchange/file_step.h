// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exchange/survey.h"

#include <QAbstractButton>
#include <QWidget>

class QButtonGroup;
class QGridLayout;
class QTableWidget;

namespace tandem::ui {

class CaptionLabel;
class TitleLabel;

/// A kind of records to choose: its name and what such records are.
class KindCard : public QAbstractButton {
    Q_OBJECT

public:
    explicit KindCard(RecordKind kind, QWidget* parent = nullptr);

    /// How many columns of the file find a field in this kind.
    void setPlaced(std::size_t placed);
    QSize sizeHint() const override { return {160, 72}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    RecordKind m_kind;
    QString m_placed;
};

/// The first step: what the rows of the file are, and the first of them as a table.
class FileStep : public QWidget {
    Q_OBJECT

public:
    explicit FileStep(QWidget* parent = nullptr);

    /// `waiting` are the names of the files that follow.
    void setLook(const FileLook& look, RecordKind kind, const QStringList& waiting);

signals:
    void kindChosen(tandem::RecordKind kind);
    void otherFileRequested();

private:
    TitleLabel* m_title;
    CaptionLabel* m_caption;
    QButtonGroup* m_kinds;
    QTableWidget* m_table;
};

/// Before any file: where to drop one, and a button to choose one.
class DropPlace : public QWidget {
    Q_OBJECT

public:
    explicit DropPlace(QWidget* parent = nullptr);

signals:
    void chooseRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace tandem::ui

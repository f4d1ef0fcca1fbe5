// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exchange/words.h"

#include <QWidget>

class QVBoxLayout;

namespace tandem::ui {

class ElidedLabel;
class LinkButton;
class TextLabel;

/// The rows that cannot be taken, by reason, each reason with its rows to look at.
class ProblemList : public QWidget {
    Q_OBJECT

public:
    explicit ProblemList(QWidget* parent = nullptr);

    /// Shows the groups under the title; without groups nothing is to be seen.
    void setProblems(const QString& title, std::vector<ProblemGroup> groups, const QString& advice,
                     bool canSave);

signals:
    void saveRequested();

private:
    void showRows(const ProblemGroup& group);

    ElidedLabel* m_title;
    LinkButton* m_save;
    QVBoxLayout* m_rows;
    TextLabel* m_advice;
};

} // namespace tandem::ui

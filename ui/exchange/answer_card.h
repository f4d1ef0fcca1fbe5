// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"
#include "ui/exchange/answers.h"

#include <QAbstractButton>

class QButtonGroup;

namespace tandem::ui {

/// One of two answers: a radio button with an example, its dates as dots against today, and what
/// follows. Space picks it.
class AnswerCard : public QAbstractButton {
    Q_OBJECT

public:
    explicit AnswerCard(Answer answer, QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintStrip(QPainter& painter, const Theme& theme, const QRectF& box) const;

    Answer m_answer;
};

/// A question under a column, with its two answers side by side.
class QuestionBox : public QWidget {
    Q_OBJECT

public:
    explicit QuestionBox(const AnswerSheet& sheet, QWidget* parent = nullptr);

    /// Marks the answer that was given; none for an empty one.
    void setChosen(const std::string& value);
    void focusAnswer();
    static int height();

signals:
    void answered(const std::string& value);

private:
    QButtonGroup* m_group;
    std::vector<std::string> m_values;
};

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exchange/answers.h"
#include "ui/exchange/words.h"

#include <QWidget>

class QComboBox;
class QStandardItemModel;

namespace tandem::ui {

class QuestionBox;

/// Where the parts of a row stand, from its left edge; the head and all rows share it.
struct ColumnPlaces {
    int name, samples, becomes, filled, seen; ///< left edges
    int becomesWidth, filledWidth, end;

    static ColumnPlaces in(int width);
};

/// One column of the file: name, samples, what it becomes, how much of it is filled and what was
/// seen; below it the question that it asks.
class ColumnBlock : public QWidget {
    Q_OBJECT

public:
    /// `choices` has the targets in the order of ImportDraft::choices.
    ColumnBlock(std::size_t column, QStandardItemModel* choices, QWidget* parent = nullptr);

    /// Shows the column as the draft has it.
    void follow(const ImportDraft& draft, const std::vector<std::string>& samples,
                std::int64_t rows, Day today);
    /// Whether it asks and nobody has answered.
    bool isOpen() const { return m_open; }
    void focusQuestion();
    QComboBox* box() const { return m_box; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

signals:
    void targetChosen(std::size_t column, int choice);
    void answered(std::size_t column, const std::string& value);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void showQuestion(const AnswerSheet& sheet, const std::string& told);
    void place();
    void inkBox();

    std::size_t m_column;
    QComboBox* m_box;
    QuestionBox* m_question = nullptr;
    QString m_asked; ///< the question that is shown
    QString m_name;
    QString m_samples;
    QString m_filled;
    ColumnNote m_note;
    bool m_open = false;
    bool m_leftOut = false;
};

} // namespace tandem::ui

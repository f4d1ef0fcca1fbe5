// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exchange/draft.h"

#include <QWidget>

class QComboBox;
class QScrollArea;

namespace tandem::ui {

class CaptionLabel;
class TitleLabel;

/// The third step: which word of the file stands for which stage, outcome, direction, team.
class ValuesStep : public QWidget {
    Q_OBJECT

public:
    explicit ValuesStep(QWidget* parent = nullptr);

    void follow(const ImportDraft& draft);
    /// To the next word that nobody has placed; false if there is none.
    bool focusNextQuestion();

signals:
    void valueChosen(const std::string& field, const std::string& text, const std::string& becomes);
    void restLeftBlank(const std::string& field);

private:
    struct Row {
        QComboBox* box;
        bool open;
    };

    TitleLabel* m_title;
    CaptionLabel* m_caption;
    QScrollArea* m_scroll;
    std::vector<Row> m_rows;
    std::vector<std::string> m_shown; ///< what the rows were made of
};

} // namespace tandem::ui

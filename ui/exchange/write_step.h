// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error_words.h"
#include "core/exchange/import_result.h"

#include <optional>
#include <QWidget>

class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace tandem::ui {

class ErrorCard;
class TextLabel;
class TitleLabel;

/// How many rows of a result came in, were known, or were not taken: four figures over one bar.
class ResultFigures : public QWidget {
    Q_OBJECT

public:
    explicit ResultFigures(QWidget* parent = nullptr);

    void setResult(const ImportResult& result);
    QSize sizeHint() const override { return {560, 108}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ImportResult m_result;
};

/// The last step: what would be written, and after that what was.
class WriteStep : public QWidget {
    Q_OBJECT

public:
    explicit WriteStep(QWidget* parent = nullptr);

    /// While it is found out, or written.
    void showWork(bool writing);
    /// Of a dry run.
    void showPlan(const ImportResult& result, const QString& mappingName);
    void showDone(const ImportResult& result, bool leadsToShow);
    void showUndone(const ImportResult& result);
    void showError(const ErrorWords& words);
    QString mappingName() const;

signals:
    void mappingNamed(const QString& name);
    void undoRequested();
    void leadsRequested();
    void againRequested();

private:
    enum Face { Working, Result, Failed };

    QStackedWidget* m_faces;
    TitleLabel* m_work;
    TextLabel* m_workText;
    TitleLabel* m_title;
    TextLabel* m_caption;
    ResultFigures* m_figures;
    TextLabel* m_made;
    QWidget* m_naming;
    QLineEdit* m_name;
    QWidget* m_after;
    QPushButton* m_leads;
    QPushButton* m_undo;
    ErrorCard* m_error;
};

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error_words.h"
#include "ui/common/icons.h"

#include <QFrame>

class QPushButton;

namespace tandem::ui {

class TextLabel;

/// Stands where something will be: what it is, and the one next step.
class EmptyState : public QFrame {
    Q_OBJECT

public:
    /// Without an `action` there is no button.
    EmptyState(const QString& title, const QString& text, const QString& action = {},
               QWidget* parent = nullptr);

    void setText(const QString& title, const QString& text);

signals:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    TextLabel* m_title;
    TextLabel* m_text;
};

/// A failure in its three parts: what happened, what was kept, what to do.
class ErrorCard : public QFrame {
    Q_OBJECT

public:
    explicit ErrorCard(const ErrorWords& words, const QString& action = {},
                       QWidget* parent = nullptr);

    void setWords(const ErrorWords& words);

signals:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    TextLabel* m_happened;
    TextLabel* m_kept;
    TextLabel* m_advice;
};

/// One line across the page: a read-only copy, work offline, a finished import with its Undo.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    enum class Tone { Info, Success, Warn, Danger };

    explicit NoticeBar(Tone tone, const QString& text, const QString& action = {},
                       QWidget* parent = nullptr);

    void setText(const QString& text);
    /// Shows a cross that hides the bar and emits closed.
    void setClosable();

signals:
    void actionTriggered();
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone m_tone;
    TextLabel* m_text;
};

} // namespace tandem::ui

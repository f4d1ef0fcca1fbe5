// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/icons.h"

#include <QAbstractButton>
#include <QPushButton>
#include <QToolButton>

class QButtonGroup;

namespace tandem::ui {

/// How much a button asks for attention. One primary button in a view.
enum class ButtonKind { Primary, Secondary, Quiet, Danger, Link };

/// A text button, 32 px high.
QPushButton* makeButton(const QString& text, ButtonKind kind = ButtonKind::Secondary,
                        QWidget* parent = nullptr);
/// Changes the look of an existing button.
void setKind(QPushButton* button, ButtonKind kind);
/// Makes a button, field or combo box 24 px high; call it before the widget is shown.
void setSmall(QWidget* control);
/// A square button with an icon only; `name` is its tooltip and what a screen reader says.
QToolButton* makeIconButton(Icon which, const QString& name, QWidget* parent = nullptr);

/// A secondary button that opens a menu or a panel: icon, text, chevron.
class DropButton : public QPushButton {
    Q_OBJECT

public:
    explicit DropButton(const QString& text, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// A link in running text with a dotted underline: "why this number".
class LinkButton : public QAbstractButton {
    Q_OBJECT

public:
    explicit LinkButton(const QString& text, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// Two to five choices side by side of which one holds. Left and Right move between them.
class SegmentedSwitch : public QWidget {
    Q_OBJECT

public:
    explicit SegmentedSwitch(QWidget* parent = nullptr);

    /// Adds a choice at the end and returns its index; the first added is chosen.
    int addSegment(const QString& text);
    /// Changes a text, for example its count.
    void setSegmentText(int index, const QString& text);
    int count() const;
    /// The chosen index; -1 while there is none.
    int currentIndex() const;
    /// Chooses without a click; emits currentChanged if it is another.
    void setCurrentIndex(int index);

signals:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QButtonGroup* m_group;
};

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QStringList>
#include <QWidget>
#include <vector>

namespace tandem::ui {

/// What an inverted tooltip says.
struct TipText {
    QString title;     ///< the value, in words
    QStringList lines; ///< what it is made of
    QString action;    ///< what a click does

    bool operator==(const TipText&) const = default;
    bool isEmpty() const { return title.isEmpty() && lines.isEmpty(); }
};

/// The inverted tooltip of charts. It lies in the window as a child, so no platform can put it
/// elsewhere, takes no mouse events, and keeps off the labels round its mark.
class Tip : public QWidget {
    Q_OBJECT

public:
    /// Lives in `window`; hidden until the first showBeside.
    explicit Tip(QWidget* window);

    /// Shows `text` next to `mark`, where it covers least of `labels` and nothing of the mark.
    /// All rectangles are in px of the window.
    void showBeside(const TipText& text, const QRect& mark, const std::vector<QRect>& labels);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    TipText m_text;
};

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace tandem::ui {

/// A panel that opens under a button and closes by Esc or a click elsewhere.
class Popup : public QFrame {
    Q_OBJECT

public:
    explicit Popup(QWidget* parent);

    /// Opens below `anchor`, its left edge on the anchor's, moved to stay on the screen.
    void openUnder(QWidget* anchor);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
};

} // namespace tandem::ui

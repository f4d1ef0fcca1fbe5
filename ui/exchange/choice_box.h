// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QKeyEvent>
#include <QWheelEvent>

namespace tandem::ui {

/// A box whose choice has consequences: the wheel scrolls the list in which it stands, and the
/// arrows open the choices, since passing over one must not take it.
class ChoiceBox : public QComboBox {
    Q_OBJECT

public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }

    void keyPressEvent(QKeyEvent* event) override
    {
        if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) {
            showPopup();
            return;
        }
        QComboBox::keyPressEvent(event);
    }
};

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QKeyEvent>
#include <QWheelEvent>

namespace tandem::ui {

/// A small box in a long list of them. The wheel scrolls the list, and the arrows open the choices:
/// passing over a choice must not take it.
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

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QApplication;
class QFocusFrame;

namespace tandem::ui {

/// Puts a ring round the button, check box or switch that the keyboard reached, outside of its
/// edge. Fields and lists show focus themselves; a mouse click shows none.
class FocusRing : public QObject {
public:
    /// Lives in the application and watches its focus.
    explicit FocusRing(QApplication& app);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QFocusFrame* m_frame = nullptr;
};

} // namespace tandem::ui

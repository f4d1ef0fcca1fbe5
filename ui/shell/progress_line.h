// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

namespace tandem::ui {

/// A line under the bar that shows that something is at work. Work of less than 200 ms shows
/// nothing, so that quick answers do not flicker.
class ProgressLine : public QWidget {
    Q_OBJECT

public:
    explicit ProgressLine(QWidget* parent);

    void setActive(bool active);
    /// How far it is, 0…1.
    void setFraction(double fraction);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QTimer m_delay;
    double m_fraction = 0.0;
};

} // namespace tandem::ui

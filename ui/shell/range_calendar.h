// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/view_state.h"

#include <QDate>
#include <QWidget>

namespace tandem::ui {

/// Two months side by side in which a range of days is picked: a click is its first day, the next
/// click its last. Arrow keys move the day in focus, Enter picks it, Page Up and Down turn the
/// month.
class RangeCalendar : public QWidget {
    Q_OBJECT

public:
    explicit RangeCalendar(QWidget* parent = nullptr);

    /// Shows a range, and the months that hold its end.
    void setRange(const DayRange& range, Day today);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void picked(const tandem::ui::DayRange& range);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QDate dayAt(QPoint point) const;
    QRect cell(int month, const QDate& day) const;
    void paintMonth(QPainter& painter, int month) const;
    void pick(const QDate& day);
    void turn(int months);

    QDate m_left; ///< the first of the left month
    QDate m_first, m_last;
    QDate m_today, m_hover, m_focus;
    bool m_halfPicked = false; ///< the next click is the last day
};

} // namespace tandem::ui

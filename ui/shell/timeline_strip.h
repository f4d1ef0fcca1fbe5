// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/view_state.h"

#include <QWidget>
#include <vector>

namespace tandem::ui {

/// New leads in one calendar month.
struct MonthCount {
    Day first;
    std::int64_t leads = 0;

    bool operator==(const MonthCount&) const = default;
};

/// Leads created in each month from the first to the one of `today`, at most the last ten years.
std::vector<MonthCount> newLeadsByMonth(const Facts& facts, Day today);

/// All months on a line, with the period as a window that is dragged or drawn wider; it moves by
/// whole months. Arrow keys move it, with Shift they move its end.
class TimelineStrip : public QWidget {
    Q_OBJECT

public:
    explicit TimelineStrip(QWidget* parent = nullptr);

    void setMonths(std::vector<MonthCount> months);
    void setRange(const DayRange& range);
    QSize sizeHint() const override { return {480, 72}; }
    QSize minimumSizeHint() const override { return {240, 72}; }

signals:
    /// While it is dragged, each time it becomes another.
    void dragged(const tandem::ui::DayRange& range);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Grip { None, From, To, Whole };

    double xOf(int month) const;
    int monthAt(double x) const;
    Grip gripAt(double x) const;
    void setMonthsRange(int from, int to);
    Day boundary(int month) const;

    std::vector<MonthCount> m_months;
    int m_from = 0; ///< positions in m_months; [from, to)
    int m_to = 0;
    Grip m_grip = Grip::None;
    int m_grabbed = 0; ///< month under the mouse, less m_from
};

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time_zone.h"
#include "ui/leads/timeline_entries.h"

#include <QAbstractScrollArea>
#include <vector>

namespace tandem::ui {

/// Where the sentences of a timeline begin, in px from its left edge.
inline constexpr int kTimelineText = 126;

/// Both teams' touches and the stage changes of one lead on one line, the newest on top: day and
/// time at the left, a disc in the team's tint, the sentence and its detail. Draws what is seen
/// only. Up and Down move, Enter opens, Delete asks to delete.
class TimelineView : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit TimelineView(QWidget* parent = nullptr);

    void setEntries(std::vector<TimelineEntry> entries, const TimeZone& zone);
    int count() const { return static_cast<int>(m_entries.size()); }
    const TimelineEntry& entry(int index) const;
    int currentIndex() const { return m_current; }
    /// Forgets which line is the current one, as for another lead, and goes to the top.
    void restart();

signals:
    void activated(int index);
    void deleteRequested(int index);
    void menuRequested(int index, const QPoint& globalPosition);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Line {
        int titleHeight = 0;
        int detailHeight = 0;
        int top = 0;
        int height = 0;
        QString month; ///< empty where it is that of the line above
        QString day;   ///< empty where it is that of the line above
        QString time;
    };

    void layOut();
    void drawEntry(QPainter& painter, std::size_t index, int y) const;
    int indexAt(const QPoint& position) const;
    void makeCurrent(int index);

    std::vector<TimelineEntry> m_entries;
    std::vector<Line> m_lines;
    TimeZone m_zone;
    int m_current = -1;
    int m_height = 0;
};

} // namespace tandem::ui

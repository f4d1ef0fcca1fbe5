// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/axis.h"
#include "ui/charts/chart.h"

namespace tandem::ui {

/// A line over time; with a team it has that team's colour, else the chart's own in order.
struct LineSeries {
    QString name;
    std::optional<Whose> team;
    std::vector<double> values; ///< one for each label

    bool operator==(const LineSeries&) const = default;
};

/// A remark at a point in time: "region change, 23 Mar".
struct LineNote {
    int index = 0;  ///< which label
    int series = 0; ///< the line it points at
    QString text;

    bool operator==(const LineNote&) const = default;
};

struct LinesData {
    std::vector<QString> labels; ///< along the axis: "wk 6", "7" …
    std::vector<QString> spans; ///< the same in full, for the tip: "9 – 15 Feb 2026"; may be empty
    std::vector<LineSeries> series;
    std::vector<LineNote> notes;
    QString caption;

    bool operator==(const LinesData&) const = default;
};

/// Up to four lines with their names and last values at the right end, and notes with a leader.
/// Marks: Point, its index that of the label.
class LinesChart : public Chart {
    Q_OBJECT

public:
    explicit LinesChart(QWidget* parent = nullptr);

    void setData(LinesData data);
    const LinesData& data() const { return m_data; }

    bool isEmpty() const override;
    /// time, then one column for each line.
    QString csv() const override;

protected:
    void draw(Canvas& canvas) const override;
    QSize naturalSize() const override { return {376, 216}; }
    QSize smallestSize() const override { return {280, 160}; }

private:
    struct Plot;

    void drawAxes(Canvas& canvas, const Plot& plot) const;
    /// Returns where the names and last values stand.
    std::vector<QRectF> drawEnds(Canvas& canvas, const Plot& plot) const;
    void drawNotes(Canvas& canvas, const Plot& plot, const std::vector<QRectF>& ends) const;
    bool crossesLine(const Plot& plot, const QRectF& box) const;
    void noteMarks(Canvas& canvas, const Plot& plot) const;
    QColor lineColour(const Canvas& canvas, std::size_t series) const;

    LinesData m_data;
};

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart.h"

#include <utility>

namespace tandem::ui {

struct HistogramData {
    std::vector<qint64> bins; ///< how many took 0, 1, 2 …
    bool lastIsOpen = false;  ///< the last bin is "and more"
    std::optional<double> median;
    std::optional<std::pair<int, int>> band; ///< a range to hold against, both ends included
    QString bandLabel;                       ///< "6–7, the rule of thumb"
    QString medianLabel;                     ///< "own median 8"; empty: made from the median
    QString caption;                         ///< under the axis: what is counted, of how many
    QString unit;                            ///< in the tip: "touches"

    bool operator==(const HistogramData&) const = default;
};

/// How many leads took how many touches: bars dark from the median on, the median as a line, the
/// rule of thumb as a grey band behind. Marks: Bar of a bin.
class HistogramChart : public Chart {
    Q_OBJECT

public:
    explicit HistogramChart(QWidget* parent = nullptr);

    void setData(HistogramData data);
    const HistogramData& data() const { return m_data; }

    bool isEmpty() const override;
    /// value, leads.
    QString csv() const override;

protected:
    void draw(Canvas& canvas) const override;
    QSize naturalSize() const override { return {376, 216}; }
    QSize smallestSize() const override { return {280, 160}; }

private:
    struct Plot;

    void drawBand(Canvas& canvas, const Plot& plot) const;
    void drawBars(Canvas& canvas, const Plot& plot) const;
    void drawMedian(Canvas& canvas, const Plot& plot) const;
    QString binName(int bin) const;
    qint64 total() const;
    qint64 fromMedian() const;

    HistogramData m_data;
};

} // namespace tandem::ui

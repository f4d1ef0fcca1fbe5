// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/axis.h"
#include "ui/charts/chart.h"

namespace tandem::ui {

/// One point of a curve of rates; shares of 1.
struct CurvePoint {
    int x = 0;
    std::optional<double> rate; ///< absent: too few to say, the curve ends
    double low = 0;             ///< 95% interval
    double high = 0;
    qint64 counted = 0; ///< how many the rate is made of

    bool operator==(const CurvePoint&) const = default;
};

struct CurveData {
    std::vector<CurvePoint> points; ///< by rising x
    std::optional<int> labelled;    ///< the x of the point that carries the finding
    QString label;                  ///< "14.6% with 8 or more"
    QString startLabel;             ///< at the first point: "2.8% of all"
    QString caption;                ///< under the axis

    bool operator==(const CurveData&) const = default;
};

/// A rate by a number, with its interval as a band and one labelled point. Marks: Point, its index
/// that of the point in the data.
class CurveChart : public Chart {
    Q_OBJECT

public:
    explicit CurveChart(QWidget* parent = nullptr);

    void setData(CurveData data);
    const CurveData& data() const { return m_data; }

    bool isEmpty() const override;
    /// at_least, leads, rate, low, high.
    QString csv() const override;

protected:
    void draw(Canvas& canvas) const override;
    QSize naturalSize() const override { return {376, 216}; }
    QSize smallestSize() const override { return {280, 160}; }

private:
    CurveData m_data;
};

} // namespace tandem::ui

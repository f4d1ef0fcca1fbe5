// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/axis.h"
#include "ui/charts/chart.h"

namespace tandem::ui {

/// How long one step takes, in days; a quartile that was not reached is absent.
struct StageTimeRow {
    QString label;            ///< "MQL to SQL"
    std::optional<double> q1; ///< absent: too few to say
    std::optional<double> median;
    std::optional<double> q3;
    std::optional<double> medianBefore;
    bool beyond = false; ///< the step of the finding: drawn in ochre

    bool operator==(const StageTimeRow&) const = default;
};

struct StageTimesData {
    std::vector<StageTimeRow> rows;
    QString heading; ///< empty: "Days, middle half of leads and median"

    bool operator==(const StageTimesData&) const = default;
};

/// The middle half of leads as a bar, the median as a dot, an open arrow for a quartile that is not
/// reached, the median of the period before as a grey tick. Its rows lie as the steps of the
/// FunnelChart of one stage more at the same height. Marks: Time of a step.
class StageTimesChart : public Chart {
    Q_OBJECT

public:
    explicit StageTimesChart(QWidget* parent = nullptr);

    void setData(StageTimesData data);
    const StageTimesData& data() const { return m_data; }

    bool isEmpty() const override;
    /// step, q1_days, median_days, q3_days, median_before_days.
    QString csv() const override;

protected:
    void draw(Canvas& canvas) const override;
    QSize naturalSize() const override;
    QSize smallestSize() const override;

private:
    void drawRow(Canvas& canvas, const StairRows& rows, const Axis& axis, int index) const;

    StageTimesData m_data;
};

} // namespace tandem::ui

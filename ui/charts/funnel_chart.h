// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/axis.h"
#include "ui/charts/chart.h"

namespace tandem::ui {

/// One stage of a funnel.
struct FunnelStage {
    QString name;
    std::optional<Whose> team;
    qint64 reached = 0;
    std::optional<qint64> wentOn; ///< of them to the next stage; absent for the last one
    QStringList notYetMadeOf;     ///< lines for the tip: "118 waiting · 97 returned"

    bool operator==(const FunnelStage&) const = default;
};

/// The step from a stage to the next; shares of 1.
struct FunnelStep {
    std::optional<double> rate; ///< absent: too few to say
    std::optional<double> low;  ///< 95% interval
    std::optional<double> high;
    std::optional<double> before; ///< the same rate in the period before
    bool maturing = false;        ///< many leads have not had the usual time yet
    bool beyond = false;          ///< changed by more than chance explains: drawn in ochre

    bool operator==(const FunnelStep&) const = default;
};

struct FunnelData {
    std::vector<FunnelStage> stages;
    std::vector<FunnelStep> steps; ///< one less than stages, or none
    /// One cohort followed through, so that the dark part of a bar is the next bar; false where
    /// each step has its own cohort.
    bool joined = true;
    QString heading; ///< over the bars; empty: "Leads that reached it"

    bool operator==(const FunnelData&) const = default;
};

/// The staircase: a bar for each stage, dark for those who went on, joined to the next bar; in the
/// gaps each step's rate with its interval on one scale, the period before as a grey tick, and the
/// change. Marks: WentOn, NotYet and Bar of a stage, Rate of a step.
class FunnelChart : public Chart {
    Q_OBJECT

public:
    explicit FunnelChart(QWidget* parent = nullptr);

    void setData(FunnelData data);
    const FunnelData& data() const { return m_data; }

    bool isEmpty() const override;
    /// stage, team, reached, went on, rate, low, high, rate before.
    QString csv() const override;

protected:
    void draw(Canvas& canvas) const override;
    QSize naturalSize() const override;
    QSize smallestSize() const override;

private:
    struct Columns;

    void drawStages(Canvas& canvas, const StairRows& rows, const Columns& columns) const;
    void drawBar(Canvas& canvas, const StairRows& rows, const Columns& columns, int index) const;
    void drawSteps(Canvas& canvas, const StairRows& rows, const Columns& columns) const;
    void drawStep(Canvas& canvas, const StairRows& rows, const Columns& columns, const Axis& axis,
                  int index) const;

    FunnelData m_data;
};

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/axis.h"
#include "ui/charts/chart.h"

namespace tandem::ui {

/// One bar of a list.
struct BarListRow {
    QString label;
    std::optional<Whose> team;
    qint64 value = 0;
    std::optional<qint64> before; ///< the same in the period before, a grey tick
    QString note;                 ///< at the right, in words: "41 of them waiting over 14 days"
    QStringList madeOf;           ///< lines for the tip

    bool operator==(const BarListRow&) const = default;
};

struct BarListData {
    std::vector<BarListRow> rows;
    QString labelHeading; ///< empty: "Stage"
    QString valueHeading; ///< "Leads in it now", "Leads that entered it"
    QString noteHeading;
    QString tipPhrase; ///< the tip's title with %1 the count and %2 the label; empty: "%1 in %2"

    bool operator==(const BarListData&) const = default;
};

/// Bars side by side with their counts: who stands where now, or who entered what. Its rows lie as
/// those of the FunnelChart. Marks: Bar.
class BarListChart : public Chart {
    Q_OBJECT

public:
    explicit BarListChart(QWidget* parent = nullptr);

    void setData(BarListData data);
    const BarListData& data() const { return m_data; }

    bool isEmpty() const override;
    /// label, team, value, before.
    QString csv() const override;

protected:
    void draw(Canvas& canvas) const override;
    QSize naturalSize() const override;
    QSize smallestSize() const override;

private:
    void drawRow(Canvas& canvas, const StairRows& rows, double perUnit, int index) const;

    BarListData m_data;
};

} // namespace tandem::ui

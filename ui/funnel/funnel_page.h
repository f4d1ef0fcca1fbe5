// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/canvas.h"
#include "ui/common/page.h"
#include "ui/common/task.h"
#include "ui/funnel/measured.h"

class QStackedWidget;

namespace tandem::ui {

class BarListChart;
class CaptionLabel;
class CurveChart;
class ElidedLabel;
class EmptyState;
class ErrorCard;
class FunnelChart;
class HeadingLabel;
class HistogramChart;
class LinesChart;
class LinkButton;
class SegmentedSwitch;
class StageTimesChart;
class WhyPanel;

/// Where leads convert, where they stall, and how many touches it takes.
class FunnelPage : public Page {
    Q_OBJECT

public:
    explicit FunnelPage(const PageContext& context, QWidget* parent = nullptr);

    QList<QWidget*> panes() const override;
    /// What is shown now; its `cohort.stages` are empty before the first answer.
    const FunnelFigures& figures() const { return m_figures; }

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeUpper();
    QWidget* makeLower();
    void connectCharts();
    void ask();
    void take(Result<FunnelFigures> figures);
    void showFigures();
    void explain(QWidget* anchor, const std::vector<std::string_view>& measures);
    void list(const LeadList& leads);

    FunnelFigures m_figures;
    bool m_stale = true; ///< asked again when the page is shown

    SegmentedSwitch* m_views;
    ElidedLabel* m_counted;
    ElidedLabel* m_title;
    LinkButton* m_why;
    ElidedLabel* m_caption;
    ElidedLabel* m_timesTitle;
    FunnelChart* m_funnel;
    BarListChart* m_counts;
    StageTimesChart* m_times;
    QWidget* m_timesSide;
    QStackedWidget* m_main; ///< the staircase, or the counts of snapshot and flow
    ElidedLabel* m_touchesTitle;
    HistogramChart* m_touches;
    ElidedLabel* m_conversionTitle;
    CurveChart* m_conversion;
    ElidedLabel* m_reachTitle;
    LinesChart* m_reach;
    QStackedWidget* m_states; ///< figures, nothing yet, error
    EmptyState* m_empty;
    ErrorCard* m_error;
    WhyPanel* m_whyPanel;
    LiveAnswer m_live; // last: an answer must not find a half-destroyed page
};

} // namespace tandem::ui

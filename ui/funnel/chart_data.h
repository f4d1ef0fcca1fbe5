// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/bar_list_chart.h"
#include "ui/charts/curve_chart.h"
#include "ui/charts/funnel_chart.h"
#include "ui/charts/histogram_chart.h"
#include "ui/charts/lines_chart.h"
#include "ui/charts/stage_times_chart.h"
#include "ui/funnel/findings.h"

namespace tandem::ui {

// From figures to what the charts of the funnel page draw. Pure.

FunnelData cohortChart(const FunnelFigures& figures, const Finding& finding);
/// The stages of a snapshot or flow, side states last, and how they are drawn.
std::vector<StageIndex> countedStages(const FunnelFigures& figures);
BarListData countsChart(const FunnelFigures& figures);
StageTimesData timesChart(const FunnelFigures& figures, const Finding& finding);
HistogramData touchesChart(const FunnelFigures& figures, const Finding& finding);
CurveData conversionChart(const FunnelFigures& figures, const ConversionFinding& finding);
LinesData reachChart(const FunnelFigures& figures, const ReachFinding& finding);

} // namespace tandem::ui

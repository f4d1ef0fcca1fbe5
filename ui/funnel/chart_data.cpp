// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/funnel/chart_data.h"

#include "ui/common/figures.h"
#include "ui/funnel/stage_words.h"

#include <algorithm>
#include <cmath>
#include <QCoreApplication>

namespace tandem::ui {

namespace {

constexpr int kLongestAxis = 16; ///< touches that the lower charts show at most

QString tr(const char* text)
{
    return QCoreApplication::translate("FunnelPage", text);
}

std::optional<Whose> whose(Team team)
{
    switch (team) {
    case Team::Marketing:
        return Whose::Marketing;
    case Team::Sales:
        return Whose::Sales;
    case Team::None:
        break;
    }
    return {};
}

QString nameOf(const FunnelFigures& figures, StageIndex stage)
{
    return QString::fromStdString(figures.stages[stage].name);
}

std::optional<double> inDays(const std::optional<std::int64_t>& seconds)
{
    if (!seconds) {
        return {};
    }
    return static_cast<double>(*seconds) / 86'400.0;
}

/// "118 in MQL · 97 in Nurture · 48 Disqualified", at most three of them.
QString standingWords(const FunnelFigures& figures, const std::vector<Standing>& standing)
{
    QStringList parts;
    std::int64_t rest = 0;
    for (const Standing& each : standing) {
        if (parts.size() == 3) {
            rest += each.leads;
            continue;
        }
        const StageFact& stage = figures.stages[each.stage];
        parts << (stage.ranked ? tr("%1 stand in %2") : tr("%1 %2"))
                     .arg(countText(each.leads),
                          stage.ranked ? QString::fromStdString(stage.name)
                                       : QString::fromStdString(stage.name).toLower());
    }
    if (rest > 0) {
        parts << tr("%1 elsewhere").arg(countText(rest));
    }
    return parts.join(QStringLiteral(" · "));
}

const StepChange* changeOf(const FunnelFigures& figures, const CohortStep& step)
{
    for (const StepChange& change : figures.changes) {
        if (change.from == step.from && change.to == step.to) {
            return &change;
        }
    }
    return nullptr;
}

/// The number of bins up to the last one that is not empty.
int usedBins(const std::array<std::int64_t, kMostTouches + 1>& histogram)
{
    int used = kMostTouches + 1;
    while (used > 0 && histogram[static_cast<std::size_t>(used - 1)] == 0) {
        --used;
    }
    return used;
}

} // namespace

FunnelData cohortChart(const FunnelFigures& figures, const Finding& finding)
{
    FunnelData data;
    const CohortFunnel& cohort = figures.cohort;
    if (cohort.cohortSize == 0) {
        return data;
    }
    for (std::size_t i = 0; i < cohort.stages.size(); ++i) {
        const CohortStage& stage = cohort.stages[i];
        FunnelStage drawn{nameOf(figures, stage.stage),
                          whose(figures.stages[stage.stage].team),
                          stage.reached,
                          {},
                          {}};
        if (i + 1 < cohort.stages.size()) {
            drawn.wentOn = cohort.stages[i + 1].reached;
            if (const QString words = standingWords(figures, figures.notYet[i]); !words.isEmpty()) {
                drawn.notYetMadeOf << words;
            }
        }
        data.stages.push_back(std::move(drawn));
    }
    for (std::size_t i = 0; i < cohort.steps.size(); ++i) {
        const CohortStep& step = cohort.steps[i];
        FunnelStep drawn;
        if (step.n > 0) {
            drawn.rate = step.rate;
            drawn.low = step.interval.low;
            drawn.high = step.interval.high;
        }
        drawn.maturing = step.maturing;
        if (const StepChange* change = changeOf(figures, step)) {
            drawn.before = change->before;
            drawn.beyond = finding.step == i;
        }
        data.steps.push_back(drawn);
    }
    return data;
}

std::vector<StageIndex> countedStages(const FunnelFigures& figures)
{
    std::vector<StageIndex> stages;
    for (const StageCount& count : figures.counts) {
        const StageFact& stage = figures.stages[count.stage];
        const bool used = stage.ranked ? stage.hasRecords && !stage.retired : false;
        if (used || count.leads > 0) {
            stages.push_back(count.stage);
        }
    }
    return stages;
}

BarListData countsChart(const FunnelFigures& figures)
{
    BarListData data;
    const bool snapshot = figures.question.view == FunnelView::Snapshot;
    data.valueHeading = snapshot ? tr("Leads that stand in it now") : tr("Entries in the period");
    data.tipPhrase = snapshot ? tr("%1 leads stand in %2") : tr("%1 entries into %2");
    for (const StageIndex stage : countedStages(figures)) {
        const auto count = std::find_if(figures.counts.begin(), figures.counts.end(),
                                        [stage](const StageCount& c) { return c.stage == stage; });
        data.rows.push_back(
            {nameOf(figures, stage), whose(figures.stages[stage].team), count->leads, {}, {}, {}});
    }
    return data;
}

StageTimesData timesChart(const FunnelFigures& figures, const Finding& finding)
{
    StageTimesData data;
    bool any = false;
    for (std::size_t i = 0; i < figures.times.size(); ++i) {
        const StageTime& time = figures.times[i];
        StageTimeRow row{tr("%1 to %2").arg(nameOf(figures, time.from), nameOf(figures, time.to)),
                         {},
                         {},
                         {},
                         {},
                         false};
        if (time.time.n >= kTooFew) {
            row.q1 = inDays(time.time.q1);
            row.median = inDays(time.time.median);
            row.q3 = inDays(time.time.q3);
        }
        for (const StepChange& change : figures.changes) {
            if (change.from == time.from && change.to == time.to &&
                change.timeBefore.n >= kTooFew) {
                row.medianBefore = inDays(change.timeBefore.median);
            }
        }
        row.beyond = finding.step == i && finding.step.has_value();
        any = any || row.q1;
        data.rows.push_back(std::move(row));
    }
    if (!any) {
        data.rows.clear();
    }
    return data;
}

HistogramData touchesChart(const FunnelFigures& figures, const Finding& finding)
{
    HistogramData data;
    const TouchesToOpportunity& to = figures.touches.toOpportunity;
    const int used = usedBins(to.histogram);
    if (to.leads == 0) {
        return data;
    }
    const int shown = std::max(used, 10);
    data.bins.assign(to.histogram.begin(), to.histogram.begin() + shown);
    data.lastIsOpen = shown == kMostTouches + 1;
    data.median = to.median;
    data.band = {6, 7};
    data.bandLabel = tr("6–7, the rule of thumb");
    if (to.median) {
        data.medianLabel = tr("own median %1").arg(numberText(*to.median));
    }
    data.caption = finding.caption;
    data.unit = tr("touches");
    return data;
}

CurveData conversionChart(const FunnelFigures& figures, const ConversionFinding& finding)
{
    CurveData data;
    for (const ConversionByTouches& point : figures.touches.conversion) {
        if (point.leads < kTooFew || point.atLeast > kLongestAxis) {
            break; // a curve of a handful of leads is all interval
        }
        data.points.push_back(
            {point.atLeast, point.rate, point.interval.low, point.interval.high, point.leads});
    }
    if (data.points.size() < 2) {
        data.points.clear();
        return data;
    }
    data.startLabel = tr("%1 of all").arg(percentText(*data.points.front().rate));
    if (finding.at && static_cast<std::size_t>(*finding.at) < data.points.size()) {
        const CurvePoint& point = data.points[static_cast<std::size_t>(*finding.at)];
        data.labelled = finding.at;
        data.label = tr("%1 with %2 or more").arg(percentText(*point.rate)).arg(*finding.at);
    }
    data.caption = tr("At least this many touches · band: 95% interval");
    return data;
}

LinesData reachChart(const FunnelFigures& figures, const ReachFinding& finding)
{
    LinesData data;
    if (figures.weeks.size() < 2) {
        return data;
    }
    LineSeries marketing{tr("Marketing"), Whose::Marketing, {}};
    LineSeries sales{tr("Sales"), Whose::Sales, {}};
    for (const WeekReach& week : figures.weeks) {
        const QString number = QString::number(isoWeek(week.monday));
        data.labels.push_back(data.labels.empty() ? tr("wk %1").arg(number) : number);
        data.spans.push_back(dayRangeText(week.monday, week.monday + 6));
        marketing.values.push_back(static_cast<double>(week.marketing));
        sales.values.push_back(static_cast<double>(week.sales));
    }
    data.series = {std::move(marketing), std::move(sales)};
    if (finding.week) {
        data.notes.push_back(
            {static_cast<int>(*finding.week), finding.team == Team::Sales ? 1 : 0,
             tr("from %1").arg(shortDayText(figures.weeks[*finding.week].monday))});
    }
    data.caption = tr("Leads touched at least once in the week");
    return data;
}

} // namespace tandem::ui

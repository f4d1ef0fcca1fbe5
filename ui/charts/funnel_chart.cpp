// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/funnel_chart.h"

#include "ui/charts/export.h"
#include "ui/common/figures.h"

#include <algorithm>
#include <cmath>

namespace tandem::ui {

namespace {

constexpr int kStageWidth = 132;
constexpr int kRateWidth = 184;
constexpr int kLeastBars = 200;
constexpr int kWide = 824;
constexpr double kTickHalf = 8;

const TextLook kHead{Colour::TextTertiary};
const TextLook kName{Colour::TextPrimary, TextSize::Body, Weight::Medium};
const TextLook kValue{Colour::TextPrimary, TextSize::Body, Weight::Semibold};
const TextLook kOchreValue{Colour::StateWarn, TextSize::Body, Weight::Semibold};

QString teamName(Whose whose)
{
    return whose == Whose::Marketing ? FunnelChart::tr("Marketing") : FunnelChart::tr("Sales");
}

} // namespace

/// Where the columns lie; only the bars stretch.
struct FunnelChart::Columns {
    explicit Columns(double width)
    {
        const bool wide = width >= kWide;
        const double counts = wide ? 108 : 104;
        const double change = wide ? 68 : 64;
        bars = kStageWidth;
        rates = qMax(bars + kLeastBars + counts, width - change - kRateWidth);
        barsWidth = rates - counts - bars;
        right = rates + kRateWidth + change;
    }

    double bars;
    double barsWidth;
    double rates;
    double right;
};

FunnelChart::FunnelChart(QWidget* parent) : Chart(parent)
{
    setAccessibleName(tr("Funnel"));
}

void FunnelChart::setData(FunnelData data)
{
    m_data = std::move(data);
    dataChanged();
}

bool FunnelChart::isEmpty() const
{
    return std::none_of(m_data.stages.begin(), m_data.stages.end(),
                        [](const FunnelStage& stage) { return stage.reached > 0; });
}

QSize FunnelChart::naturalSize() const
{
    const int stages = std::max(2, static_cast<int>(m_data.stages.size()));
    return {kWide, qRound(stairRows(stages, 1e6).height())};
}

QSize FunnelChart::smallestSize() const
{
    const int stages = std::max(2, static_cast<int>(m_data.stages.size()));
    return {kStageWidth + kLeastBars + 104 + kRateWidth + 64,
            qRound(stairRows(stages, 0).height())};
}

void FunnelChart::draw(Canvas& canvas) const
{
    const StairRows rows = stairRows(static_cast<int>(m_data.stages.size()), canvas.height());
    const Columns columns(canvas.width());
    drawStages(canvas, rows, columns);
    if (!m_data.steps.empty()) {
        drawSteps(canvas, rows, columns);
    }
}

void FunnelChart::drawStages(Canvas& canvas, const StairRows& rows, const Columns& columns) const
{
    canvas.text({0, 0, kStageWidth, 16}, Qt::AlignLeft | Qt::AlignVCenter, tr("Stage"), kHead);
    canvas.text({columns.bars, 0, columns.barsWidth, 16}, Qt::AlignLeft | Qt::AlignVCenter,
                m_data.heading.isEmpty() ? tr("Leads that reached it") : m_data.heading, kHead);

    std::optional<Whose> team;
    for (int i = 0; i < rows.stages; ++i) {
        const FunnelStage& stage = m_data.stages[static_cast<std::size_t>(i)];
        if (stage.team) {
            canvas.bar({0, rows.top(i), 3, rows.bar}, canvas.theme().teamFill(*stage.team));
        }
        const QString name = Canvas::elided(stage.name, kStageWidth - 20, kName);
        canvas.text({12, rows.top(i), kStageWidth - 20, rows.bar}, Qt::AlignLeft | Qt::AlignVCenter,
                    name, kName);
        if (stage.team && stage.team != team) {
            // The word beside the first of each run, so that the colour never stands alone.
            canvas.text({12, rows.top(i) + rows.bar - 3, kStageWidth - 20, 16},
                        Qt::AlignLeft | Qt::AlignVCenter, teamName(*stage.team), kHead,
                        canvas.theme().teamText(*stage.team));
        }
        team = stage.team;
        drawBar(canvas, rows, columns, i);
    }
}

void FunnelChart::drawBar(Canvas& canvas, const StairRows& rows, const Columns& columns,
                          int index) const
{
    const auto at = static_cast<std::size_t>(index);
    const FunnelStage& stage = m_data.stages[at];
    const qint64 most =
        std::max_element(m_data.stages.begin(), m_data.stages.end(),
                         [](const auto& a, const auto& b) { return a.reached < b.reached; })
            ->reached;
    const double perLead = columns.barsWidth / static_cast<double>(std::max<qint64>(1, most));
    const auto length = [&](qint64 leads) {
        // On whole px, so that edges are crisp and joins meet them.
        const double px = std::round(static_cast<double>(leads) * perLead);
        return leads == 0 ? 0.0 : std::max(2.0, px);
    };
    const bool last = !stage.wentOn;
    const qint64 wentOn = stage.wentOn.value_or(stage.reached);
    const qint64 notYet = stage.reached - wentOn;
    const QRectF whole(columns.bars, rows.top(index), length(stage.reached), rows.bar);
    const double split = std::min(whole.width(), length(wentOn));
    const QRectF dark(whole.left(), whole.top(), split, whole.height());
    const QRectF light(whole.left() + split, whole.top(), whole.width() - split, whole.height());

    const bool beyond = at < m_data.steps.size() && m_data.steps[at].beyond;
    const bool onDark = canvas.isCurrent(last ? MarkKind::Bar : MarkKind::WentOn, index);
    const bool onLight = canvas.isCurrent(MarkKind::NotYet, index);
    const bool onAll = canvas.isCurrent(MarkKind::Bar, index);
    if (light.width() > 0) {
        canvas.bar(light,
                   canvas.colour(!onLight ? Colour::ChartSeq2
                                 : beyond ? Colour::StateWarnTint
                                          : Colour::ChartSeq1),
                   split <= 0, true);
    }
    if (dark.width() > 0) {
        canvas.bar(dark, canvas.colour(onDark && !last ? Colour::ChartSeq6 : Colour::ChartSeq5),
                   true, light.width() <= 0);
    }
    if ((onDark || onLight || onAll) && whole.width() > 0) {
        QPainter& painter = canvas.painter();
        painter.setPen(
            QPen(canvas.colour(beyond ? Colour::StateWarnFill : Colour::ChartSeq6), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(whole.adjusted(-0.5, -0.5, 0.5, 0.5), tokens().radiusMark,
                                tokens().radiusMark);
    }
    if (m_data.joined && !last && wentOn > 0 && index + 1 < rows.stages) {
        canvas.hairline({dark.right() - 1, whole.bottom()}, {dark.right() - 1, rows.top(index + 1)},
                        Colour::ChartSeq4);
    }

    // The first bar explains the two parts; below it they need no words.
    if (index == 0 && !last) {
        const TextLook onBar{Colour::TextOnAccent, TextSize::Small, Weight::Semibold};
        const TextLook onRest{Colour::TextPrimary};
        const QString went = tr("%1 went on").arg(countText(wentOn));
        const QString rest = tr("%1 not (yet)").arg(countText(notYet));
        const double inset = tokens().space3;
        if (Canvas::textWidth(went, onBar) + 2 * inset <= dark.width()) {
            canvas.text(dark.adjusted(inset, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, went,
                        onBar);
        }
        if (Canvas::textWidth(rest, onRest) + 2 * inset <= light.width()) {
            canvas.text(light.adjusted(inset, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, rest,
                        onRest);
        }
    }
    const QRectF count =
        canvas.text({whole.right() + 10, rows.top(index), 80, rows.bar},
                    Qt::AlignLeft | Qt::AlignVCenter, countText(stage.reached), kValue);

    const QRectF shown = whole.united(count);
    const QString next = index + 1 < rows.stages ? m_data.stages[at + 1].name : QString();
    if (stage.reached > 0) {
        const QRectF name(0, rows.top(index) - 4, columns.bars - 4, rows.bar + 20);
        Mark mark{MarkKind::Bar, index, last ? name.united(count) : name, shown, {}, true};
        const qint64 first = m_data.stages.front().reached;
        mark.tip = {tr("%1 reached %2").arg(countText(stage.reached), stage.name),
                    {},
                    tr("Click: list these %1 leads").arg(countText(stage.reached))};
        if (index > 0 && m_data.joined && first > 0) {
            mark.tip.lines = {tr("%1 of the %2 that reached %3")
                                  .arg(percentText(double(stage.reached) / double(first)),
                                       countText(first), m_data.stages.front().name)};
        }
        canvas.mark(std::move(mark));
    }
    // Thin bars are easier to hit if the reach goes a little over their edge.
    if (!last && wentOn > 0) {
        Mark mark{MarkKind::WentOn, index, dark.adjusted(-4, -4, 0, 4), shown, {}, true};
        mark.tip = {tr("%1 became %2").arg(countText(wentOn), next),
                    {tr("%1 of the %2 that reached %3")
                         .arg(percentText(double(wentOn) / double(stage.reached)),
                              countText(stage.reached), stage.name)},
                    tr("Click: list these %1 leads").arg(countText(wentOn))};
        canvas.mark(std::move(mark));
    }
    if (!last && notYet > 0) {
        Mark mark{MarkKind::NotYet, index, light.adjusted(0, -4, 4, 4), shown, {}, true};
        mark.tip = {tr("%1 did not become %2 (yet)").arg(countText(notYet), next),
                    stage.notYetMadeOf, tr("Click: list these %1 leads").arg(countText(notYet))};
        if (mark.tip.lines.isEmpty()) {
            mark.tip.lines = {tr("%1 of the %2 that reached %3")
                                  .arg(percentText(double(notYet) / double(stage.reached)),
                                       countText(stage.reached), stage.name)};
        }
        canvas.mark(std::move(mark));
    }
}

void FunnelChart::drawSteps(Canvas& canvas, const StairRows& rows, const Columns& columns) const
{
    double largest = 0;
    bool compared = false;
    for (const FunnelStep& step : m_data.steps) {
        if (step.rate) {
            largest = std::max({largest, step.high.value_or(*step.rate), step.before.value_or(0)});
        }
        compared = compared || step.before;
    }
    const Axis axis = shareAxis(largest);

    canvas.text({columns.rates, 0, kRateWidth, 16}, Qt::AlignLeft | Qt::AlignVCenter,
                tr("Step rate, 95% interval"), kHead);
    if (compared) {
        canvas.text({columns.right - 80, 0, 80, 16}, Qt::AlignRight | Qt::AlignVCenter,
                    tr("vs. before"), kHead);
    }
    for (const double tick : axis.ticks()) {
        const double x = columns.rates + axis.share(tick) * kRateWidth;
        canvas.hairline({x, rows.head - 6}, {x, rows.gridBottom()}, Colour::ChartGrid);
        const int decimals = axis.step < 0.01 ? 1 : 0;
        canvas.text({x - 30, rows.axisTop(), 60, 16}, Qt::AlignHCenter | Qt::AlignVCenter,
                    percentText(tick, decimals), kHead);
    }
    const int steps = std::min(rows.stages - 1, static_cast<int>(m_data.steps.size()));
    for (int i = 0; i < steps; ++i) {
        drawStep(canvas, rows, columns, axis, i);
    }
}

void FunnelChart::drawStep(Canvas& canvas, const StairRows& rows, const Columns& columns,
                           const Axis& axis, int index) const
{
    const auto at = static_cast<std::size_t>(index);
    const FunnelStep& step = m_data.steps[at];
    const double y = rows.between(index);
    const QRectF row(columns.rates, y - 10, kRateWidth, 20);
    canvas.hairline({columns.rates, y}, {columns.rates + kRateWidth, y}, Colour::ChartGrid);
    if (!step.rate) {
        canvas.text({columns.rates - 112, row.top(), 100, 20}, Qt::AlignRight | Qt::AlignVCenter,
                    tr("too few to say"), kHead);
        return;
    }
    const auto x = [&](double share) { return columns.rates + axis.share(share) * kRateWidth; };
    const QColor ink = canvas.colour(step.beyond ? Colour::StateWarnFill : Colour::ChartSeq6);
    const bool current = canvas.isCurrent(MarkKind::Rate, index);
    if (step.before) {
        // Under the interval: what is now lies over what was.
        canvas.stroke({x(*step.before), y - kTickHalf}, {x(*step.before), y + kTickHalf},
                      canvas.colour(Colour::ChartNeutral), 1.5);
    }
    if (step.low && step.high) {
        canvas.stroke({x(*step.low), y}, {x(*step.high), y}, ink, tokens().strokeInterval);
    }
    canvas.dot({x(*step.rate), y}, current ? tokens().markDotHover : tokens().markDot, ink);

    const QRectF value =
        canvas.figures({columns.rates - 92, row.top(), 80, 20}, Qt::AlignRight | Qt::AlignVCenter,
                       percentText(*step.rate), step.beyond ? kOchreValue : kValue);
    if (step.maturing) {
        canvas.text({value.left() - 128, row.top(), 120, 20}, Qt::AlignRight | Qt::AlignVCenter,
                    tr("still maturing"), kHead);
    }
    if (step.before) {
        TextLook look{Colour::TextTertiary};
        if (step.beyond) {
            look = {Colour::StateWarn, TextSize::Small, Weight::Semibold};
        }
        canvas.figures({columns.right - 80, row.top(), 80, 20}, Qt::AlignRight | Qt::AlignVCenter,
                       pointsText(*step.rate - *step.before), look);
    }

    Mark mark{MarkKind::Rate,
              index,
              {value.left(), y - 14, columns.right - value.left(), 28},
              {value.left(), y - 10, columns.right - value.left(), 20},
              {},
              true};
    mark.tip.title =
        tr("%1 of %2 became %3")
            .arg(percentText(*step.rate), m_data.stages[at].name, m_data.stages[at + 1].name);
    if (step.low && step.high) {
        mark.tip.lines.append(
            tr("95% interval %1 to %2").arg(percentText(*step.low), percentText(*step.high)));
    }
    if (step.before) {
        mark.tip.lines.append(tr("%1 in the period before").arg(percentText(*step.before)));
    }
    if (step.maturing) {
        mark.tip.lines.append(tr("Still maturing: many have not had the usual time yet"));
    }
    mark.tip.action = tr("Click: why this number");
    canvas.mark(std::move(mark));
}

QString FunnelChart::csv() const
{
    QStringList lines{csvLine(
        {"stage", "team", "reached", "went_on", "rate", "rate_low", "rate_high", "rate_before"})};
    const auto number = [](const std::optional<double>& value) {
        return value ? csvNumber(*value) : QString();
    };
    static const FunnelStep kNone;
    for (std::size_t i = 0; i < m_data.stages.size(); ++i) {
        const FunnelStage& stage = m_data.stages[i];
        const FunnelStep& step = i < m_data.steps.size() ? m_data.steps[i] : kNone;
        lines.append(
            csvLine({stage.name, stage.team ? teamName(*stage.team) : QString(),
                     QString::number(stage.reached),
                     stage.wentOn ? QString::number(*stage.wentOn) : QString(), number(step.rate),
                     number(step.low), number(step.high), number(step.before)}));
    }
    return lines.join('\n') + '\n';
}

} // namespace tandem::ui

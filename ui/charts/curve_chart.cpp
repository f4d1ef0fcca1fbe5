// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/curve_chart.h"

#include "ui/charts/export.h"
#include "ui/common/figures.h"

#include <algorithm>
#include <cmath>

namespace tandem::ui {

namespace {

constexpr double kLeft = 36;
constexpr double kRight = 12;
constexpr double kTop = 28;
constexpr double kUnderBaseline = 38;

const TextLook kHead{Colour::TextTertiary};

} // namespace

CurveChart::CurveChart(QWidget* parent) : Chart(parent)
{
    setAccessibleName(tr("Conversion by number of touches"));
}

void CurveChart::setData(CurveData data)
{
    m_data = std::move(data);
    dataChanged();
}

bool CurveChart::isEmpty() const
{
    return std::count_if(m_data.points.begin(), m_data.points.end(),
                         [](const CurvePoint& p) { return p.rate.has_value(); }) < 2;
}

void CurveChart::draw(Canvas& canvas) const
{
    const double baseline = std::floor(canvas.height() - kUnderBaseline);
    const double width = canvas.width() - kLeft - kRight;
    const int first = m_data.points.front().x;
    const int last = std::max(first + 1, m_data.points.back().x);
    double best = 0;
    double highest = 0;
    for (const CurvePoint& point : m_data.points) {
        if (point.rate) {
            best = std::max(best, *point.rate);
            highest = std::max(highest, point.high);
        }
    }
    // A wide band may run out of the plot, the curve may not: the scale serves the curve.
    const double top = std::min(highest, best * 1.7);
    const Axis axis = shareAxis(top);
    const double most = std::min(axis.most, std::max(top, best * 1.25));
    const auto x = [&](double value) {
        return kLeft + (value - first) / static_cast<double>(last - first) * width;
    };
    const auto y = [&](double share) { return baseline - share / most * (baseline - kTop); };

    for (const double tick : axis.ticks()) {
        if (tick > most + 1e-9) {
            continue;
        }
        canvas.hairline({kLeft, y(tick)}, {kLeft + width, y(tick)},
                        tick == 0 ? Colour::LineStrong : Colour::ChartGrid);
        canvas.text({0, y(tick) - 8, kLeft - 8, 16}, Qt::AlignRight | Qt::AlignVCenter,
                    percentText(tick, axis.step < 0.01 ? 1 : 0), kHead);
    }
    const int every = last - first > 14 ? 5 : 2;
    for (int tick = first; tick <= last; tick += every) {
        canvas.text({x(tick) - 20, baseline + 4, 40, 16}, Qt::AlignHCenter | Qt::AlignVCenter,
                    QString::number(tick), kHead);
    }
    canvas.text({kLeft, canvas.height() - 16, width, 16}, Qt::AlignLeft | Qt::AlignVCenter,
                Canvas::elided(m_data.caption, width + kRight, kHead), kHead);

    QPolygonF curve;
    QPolygonF upper;
    QPolygonF lower;
    for (const CurvePoint& point : m_data.points) {
        if (!point.rate) {
            break;
        }
        curve << QPointF(x(point.x), y(*point.rate));
        upper << QPointF(x(point.x), y(point.high));
        lower.prepend(QPointF(x(point.x), y(point.low)));
    }
    QPainter& painter = canvas.painter();
    painter.save();
    painter.setClipRect(QRectF(kLeft, kTop - 8, width, baseline - kTop + 8));
    QColor band = canvas.colour(Colour::ChartSeq2);
    band.setAlphaF(0.8F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(band);
    painter.drawPolygon(upper + lower);
    painter.restore();
    painter.setPen(QPen(canvas.colour(Colour::ChartSeq6), tokens().strokeLine, Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(curve);

    canvas.dot(curve.front(), tokens().markDot, canvas.colour(Colour::ChartSeq6), 0);
    if (!m_data.startLabel.isEmpty()) {
        canvas.text({curve.front().x() + 6, curve.front().y() - 30, 160, 16},
                    Qt::AlignLeft | Qt::AlignVCenter, m_data.startLabel, {Colour::TextSecondary});
    }
    for (std::size_t i = 0; i < static_cast<std::size_t>(curve.size()); ++i) {
        const CurvePoint& point = m_data.points[i];
        const QPointF at = curve[static_cast<qsizetype>(i)];
        if (m_data.labelled == point.x) {
            const TextLook strong{Colour::TextPrimary, TextSize::Small, Weight::Semibold};
            const double labelWidth = Canvas::textWidth(m_data.label, strong);
            const double right = std::clamp(at.x() - 8, kLeft + labelWidth, kLeft + width);
            const double bottom = std::max(kTop, at.y() - 28);
            canvas.text({right - labelWidth, bottom - 16, labelWidth, 16},
                        Qt::AlignLeft | Qt::AlignVCenter, m_data.label, strong);
            canvas.stroke({std::min(at.x() - 4, right + 4), bottom + 2}, at,
                          canvas.colour(Colour::ChartNeutral), 1);
            canvas.dot(at, tokens().markDot, canvas.colour(Colour::ChartSeq6), 2);
        }
        if (canvas.isCurrent(MarkKind::Point, static_cast<int>(i))) {
            canvas.dot(at, tokens().markDotHover, canvas.colour(Colour::ChartSeq6), 2);
        }
        const double pitch = width / (last - first);
        Mark mark{MarkKind::Point,
                  static_cast<int>(i),
                  {at.x() - pitch / 2, kTop, pitch, baseline - kTop},
                  {at.x() - 8, at.y() - 8, 16, 16},
                  {},
                  true};
        mark.tip.title =
            tr("%1 with %2 touches or more").arg(percentText(*point.rate)).arg(point.x);
        mark.tip.lines = {
            tr("95% interval %1 to %2").arg(percentText(point.low), percentText(point.high)),
            tr("%1 leads").arg(countText(point.counted))};
        mark.tip.action = tr("Click: list these leads");
        canvas.mark(std::move(mark));
    }
    if (curve.size() < static_cast<qsizetype>(m_data.points.size())) {
        canvas.text({curve.back().x() + 6, baseline - 20, width, 16},
                    Qt::AlignLeft | Qt::AlignVCenter, tr("too few to say"), kHead);
    }
}

QString CurveChart::csv() const
{
    QStringList lines{csvLine({"at_least", "leads", "rate", "rate_low", "rate_high"})};
    for (const CurvePoint& point : m_data.points) {
        const bool known = point.rate.has_value();
        lines.append(csvLine({QString::number(point.x), QString::number(point.counted),
                              known ? csvNumber(*point.rate) : QString(),
                              known ? csvNumber(point.low) : QString(),
                              known ? csvNumber(point.high) : QString()}));
    }
    return lines.join('\n') + '\n';
}

} // namespace tandem::ui

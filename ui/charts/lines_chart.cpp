// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/lines_chart.h"

#include "ui/charts/export.h"
#include "ui/common/figures.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tandem::ui {

namespace {

constexpr double kTop = 28;
constexpr double kUnderBaseline = 38;
constexpr double kEndGap = 10;
constexpr double kEndHeight = 34; ///< name and value, one under the other

/// How far over its point a note may stand, and whether to the left, in the order of preference.
constexpr std::pair<double, bool> kPlaces[] = {
    {44, false}, {32, false}, {24, false}, {60, false},
    {44, true},  {32, true},  {24, true},  {60, true},
};

const TextLook kHead{Colour::TextTertiary};
const TextLook kSeries{Colour::TextPrimary, TextSize::Small, Weight::Semibold};

} // namespace

/// Where values and times lie.
struct LinesChart::Plot {
    Plot(const Canvas& canvas, const LinesData& data)
    {
        double largest = 0;
        double names = 0;
        for (const LineSeries& one : data.series) {
            names = std::max(names, Canvas::textWidth(one.name, kSeries));
            for (const double value : one.values) {
                largest = std::max(largest, value);
            }
        }
        axis = countAxis(largest);
        left = std::max(36.0, Canvas::textWidth(countText(qRound64(axis.most)), kHead) + 8);
        right = canvas.width() - names - kEndGap - 1;
        baseline = std::floor(canvas.height() - kUnderBaseline);
        gaps = std::max<std::size_t>(1, data.labels.size() - 1);
    }

    double x(std::size_t index) const
    {
        return left + (right - left) * static_cast<double>(index) / static_cast<double>(gaps);
    }
    double y(double value) const { return baseline - axis.share(value) * (baseline - kTop); }

    Axis axis;
    double left = 0;
    double right = 0;
    double baseline = 0;
    std::size_t gaps = 1;
};

LinesChart::LinesChart(QWidget* parent) : Chart(parent)
{
    setAccessibleName(tr("Reach over time"));
}

void LinesChart::setData(LinesData data)
{
    m_data = std::move(data);
    dataChanged();
}

bool LinesChart::isEmpty() const
{
    return m_data.labels.size() < 2 ||
           std::none_of(m_data.series.begin(), m_data.series.end(), [](const LineSeries& one) {
               return std::any_of(one.values.begin(), one.values.end(),
                                  [](double value) { return value > 0; });
           });
}

QColor LinesChart::lineColour(const Canvas& canvas, std::size_t series) const
{
    const LineSeries& one = m_data.series[series];
    if (one.team) {
        return canvas.theme().teamFill(*one.team);
    }
    constexpr Colour kOrder[] = {Colour::Chart1, Colour::Chart2, Colour::Chart3, Colour::Chart4};
    return canvas.colour(kOrder[series % std::size(kOrder)]);
}

void LinesChart::draw(Canvas& canvas) const
{
    const Plot plot(canvas, m_data);
    drawAxes(canvas, plot);
    QPainter& painter = canvas.painter();
    for (std::size_t s = 0; s < m_data.series.size(); ++s) {
        const std::vector<double>& values = m_data.series[s].values;
        QPolygonF line;
        for (std::size_t i = 0; i < std::min(values.size(), m_data.labels.size()); ++i) {
            line << QPointF(plot.x(i), plot.y(values[i]));
        }
        painter.setPen(QPen(lineColour(canvas, s), tokens().strokeLine, Qt::SolidLine, Qt::RoundCap,
                            Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(line);
    }
    drawNotes(canvas, plot, drawEnds(canvas, plot));
    noteMarks(canvas, plot);
}

void LinesChart::drawAxes(Canvas& canvas, const Plot& plot) const
{
    for (const double tick : plot.axis.ticks()) {
        canvas.hairline({plot.left, plot.y(tick)}, {plot.right, plot.y(tick)},
                        tick == 0 ? Colour::LineStrong : Colour::ChartGrid);
        canvas.text({0, plot.y(tick) - 8, plot.left - 8, 16}, Qt::AlignRight | Qt::AlignVCenter,
                    countText(qRound64(tick)), kHead);
    }
    // Some four labels, the last one always; one that would touch it is left out.
    const std::size_t last = m_data.labels.size() - 1;
    const std::size_t every = std::max<std::size_t>(1, (last + 2) / 3);
    for (std::size_t i = 0; i <= last; ++i) {
        const double left = plot.x(i) - Canvas::textWidth(m_data.labels[i], kHead) / 2;
        const double fromLast = plot.x(last) - plot.x(i);
        const double needed = Canvas::textWidth(m_data.labels[i], kHead) + 12;
        if (i == last || (i % every == 0 && fromLast > needed)) {
            canvas.text({left, plot.baseline + 4, 100, 16}, Qt::AlignLeft | Qt::AlignVCenter,
                        m_data.labels[i], kHead);
        }
    }
    canvas.text({plot.left, canvas.height() - 16, canvas.width(), 16},
                Qt::AlignLeft | Qt::AlignVCenter,
                Canvas::elided(m_data.caption, canvas.width() - plot.left, kHead), kHead);
}

void LinesChart::drawNotes(Canvas& canvas, const Plot& plot, const std::vector<QRectF>& ends) const
{
    for (const LineNote& note : m_data.notes) {
        const auto series = static_cast<std::size_t>(note.series);
        const auto index = static_cast<std::size_t>(note.index);
        if (series >= m_data.series.size() || index >= m_data.series[series].values.size()) {
            continue;
        }
        const QPointF foot(plot.x(index), plot.y(m_data.series[series].values[index]) - 4);
        const double width = Canvas::textWidth(note.text);
        // The label stands clear of the lines and of their names: to the right if it can.
        double rise = 44;
        bool toTheLeft = foot.x() + 7 + width > canvas.width();
        const auto box = [&](double up, bool left) {
            return QRectF(left ? foot.x() - 7 - width : foot.x() + 7, foot.y() - up - 8, width, 16);
        };
        for (const auto& [up, left] : kPlaces) {
            const QRectF at = box(up, left);
            const bool clear = at.left() >= plot.left && at.right() <= canvas.width() &&
                               at.top() >= kTop - 8 && !crossesLine(plot, at) &&
                               std::none_of(ends.begin(), ends.end(),
                                            [&](const QRectF& end) { return end.intersects(at); });
            if (clear) {
                rise = up;
                toTheLeft = left;
                break;
            }
        }
        const QPointF head(foot.x(), foot.y() - rise);
        const double hook = toTheLeft ? -5 : 5;
        QPainter& painter = canvas.painter();
        painter.setPen(QPen(canvas.colour(Colour::ChartNeutral), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF({head + QPointF(hook, 0), head, foot}));
        canvas.text(box(rise, toTheLeft), Qt::AlignLeft | Qt::AlignVCenter, note.text,
                    {Colour::TextSecondary});
    }
}

bool LinesChart::crossesLine(const Plot& plot, const QRectF& box) const
{
    for (const LineSeries& one : m_data.series) {
        const std::size_t points = std::min(one.values.size(), m_data.labels.size());
        for (std::size_t i = 0; i + 1 < points; ++i) {
            const QPointF from(plot.x(i), plot.y(one.values[i]));
            const QPointF to(plot.x(i + 1), plot.y(one.values[i + 1]));
            const QRectF piece = QRectF(from, to).normalized().adjusted(-1, -2, 1, 2);
            if (piece.intersects(box)) {
                return true;
            }
        }
    }
    return false;
}

std::vector<QRectF> LinesChart::drawEnds(Canvas& canvas, const Plot& plot) const
{
    // Labels stand at the height of their line's end and are pushed apart where lines end close.
    std::vector<std::size_t> order(m_data.series.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    const auto endOf = [&](std::size_t s) {
        const auto& values = m_data.series[s].values;
        return values.empty() ? plot.baseline : plot.y(values.back());
    };
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return endOf(a) < endOf(b); });
    std::vector<double> tops;
    double free = 0;
    for (const std::size_t s : order) {
        tops.push_back(std::max(free, endOf(s) - 8));
        free = tops.back() + kEndHeight;
    }
    for (std::size_t i = order.size(); i-- > 0;) {
        const double limit =
            i + 1 == order.size() ? canvas.height() - kEndHeight : tops[i + 1] - kEndHeight;
        tops[i] = std::min(tops[i], limit);
    }
    std::vector<QRectF> made;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const LineSeries& one = m_data.series[order[i]];
        if (one.values.empty()) {
            continue;
        }
        canvas.dot({plot.right, endOf(order[i])}, tokens().markDot, lineColour(canvas, order[i]),
                   0);
        const double left = plot.right + kEndGap;
        const QColor ink =
            one.team ? canvas.theme().teamText(*one.team) : canvas.colour(Colour::TextPrimary);
        made.push_back(canvas.text({left, tops[i], 200, 16}, Qt::AlignLeft | Qt::AlignVCenter,
                                   one.name, kSeries, ink));
        made.push_back(canvas.text({left, tops[i] + 16, 200, 16}, Qt::AlignLeft | Qt::AlignVCenter,
                                   countText(qRound64(one.values.back())), {Colour::TextPrimary}));
    }
    return made;
}

void LinesChart::noteMarks(Canvas& canvas, const Plot& plot) const
{
    const double pitch = (plot.right - plot.left) / static_cast<double>(plot.gaps);
    for (std::size_t i = 0; i < m_data.labels.size(); ++i) {
        const int index = static_cast<int>(i);
        const double x = plot.x(i);
        QRectF shown(x - 4, plot.baseline - 4, 8, 4);
        TipText tip;
        tip.title = i < m_data.spans.size() ? m_data.spans[i] : m_data.labels[i];
        for (std::size_t s = 0; s < m_data.series.size(); ++s) {
            const LineSeries& one = m_data.series[s];
            if (i >= one.values.size()) {
                continue;
            }
            const QPointF at(x, plot.y(one.values[i]));
            tip.lines.append(tr("%1: %2").arg(one.name, countText(qRound64(one.values[i]))));
            shown = shown.united(QRectF(at.x() - 8, at.y() - 8, 16, 16));
            if (canvas.isCurrent(MarkKind::Point, index)) {
                canvas.dot(at, tokens().markDotHover, lineColour(canvas, s), 2);
            }
        }
        tip.action = tr("Click: list the leads touched");
        canvas.mark({MarkKind::Point,
                     index,
                     {x - pitch / 2, kTop, pitch, plot.baseline - kTop},
                     shown,
                     tip,
                     true});
    }
}

QString LinesChart::csv() const
{
    QStringList head{"time"};
    for (const LineSeries& one : m_data.series) {
        head.append(one.name);
    }
    QStringList lines{csvLine(head)};
    for (std::size_t i = 0; i < m_data.labels.size(); ++i) {
        QStringList cells{i < m_data.spans.size() ? m_data.spans[i] : m_data.labels[i]};
        for (const LineSeries& one : m_data.series) {
            cells.append(i < one.values.size() ? csvNumber(one.values[i]) : QString());
        }
        lines.append(csvLine(cells));
    }
    return lines.join('\n') + '\n';
}

} // namespace tandem::ui

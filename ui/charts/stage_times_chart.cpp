// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/stage_times_chart.h"

#include "ui/charts/export.h"
#include "ui/common/figures.h"

#include <algorithm>

namespace tandem::ui {

namespace {

constexpr int kValueWidth = 64;
constexpr double kThick = 6;
constexpr double kArrow = 12;
constexpr double kDot = 11;

const TextLook kHead{Colour::TextTertiary};

} // namespace

StageTimesChart::StageTimesChart(QWidget* parent) : Chart(parent)
{
    setAccessibleName(tr("Time in stage"));
}

void StageTimesChart::setData(StageTimesData data)
{
    m_data = std::move(data);
    dataChanged();
}

bool StageTimesChart::isEmpty() const
{
    return std::none_of(m_data.rows.begin(), m_data.rows.end(),
                        [](const StageTimeRow& row) { return row.q1.has_value(); });
}

QSize StageTimesChart::naturalSize() const
{
    const int stages = std::max(2, static_cast<int>(m_data.rows.size()) + 1);
    return {344, qRound(stairRows(stages, 1e6).height())};
}

QSize StageTimesChart::smallestSize() const
{
    const int stages = std::max(2, static_cast<int>(m_data.rows.size()) + 1);
    return {264, qRound(stairRows(stages, 0).height())};
}

void StageTimesChart::draw(Canvas& canvas) const
{
    const StairRows rows = stairRows(static_cast<int>(m_data.rows.size()) + 1, canvas.height());
    double largest = 0;
    for (const StageTimeRow& row : m_data.rows) {
        for (const auto& value : {row.q1, row.median, row.q3, row.medianBefore}) {
            largest = std::max(largest, value.value_or(0));
        }
    }
    const Axis axis = dayAxis(largest);
    const double width = canvas.width() - kValueWidth;

    canvas.text({0, 0, canvas.width(), 16}, Qt::AlignLeft | Qt::AlignVCenter,
                m_data.heading.isEmpty() ? tr("Days, middle half of leads and median")
                                         : m_data.heading,
                kHead);
    for (const double tick : axis.ticks()) {
        const double x = axis.share(tick) * width;
        canvas.hairline({x, rows.head - 6}, {x, rows.gridBottom()}, Colour::ChartGrid);
        if (tick == 0) {
            canvas.text({0, rows.axisTop(), 80, 16}, Qt::AlignLeft | Qt::AlignVCenter, tr("0 days"),
                        kHead);
        } else {
            canvas.text({x - 30, rows.axisTop(), 60, 16}, Qt::AlignHCenter | Qt::AlignVCenter,
                        numberText(tick), kHead);
        }
    }
    for (int i = 0; i + 1 < rows.stages; ++i) {
        drawRow(canvas, rows, axis, i);
    }
}

void StageTimesChart::drawRow(Canvas& canvas, const StairRows& rows, const Axis& axis,
                              int index) const
{
    const StageTimeRow& row = m_data.rows[static_cast<std::size_t>(index)];
    const double width = canvas.width() - kValueWidth;
    const double y = rows.between(index);
    const auto x = [&](double days) { return axis.share(days) * width; };
    const TextLook name{Colour::TextPrimary, TextSize::Small, Weight::Medium};
    canvas.text({0, y - 26, width, 16}, Qt::AlignLeft | Qt::AlignVCenter,
                Canvas::elided(row.label, width, name), name);
    const QRectF valueBox(width, y - 10, kValueWidth, 20);
    if (!row.q1) {
        canvas.text({0, y - 8, width, 16}, Qt::AlignLeft | Qt::AlignVCenter, tr("too few to say"),
                    kHead);
        return;
    }

    const QColor range = canvas.colour(row.beyond ? Colour::StateWarnSoft : Colour::ChartSeq3);
    const QColor ink = canvas.colour(row.beyond ? Colour::StateWarnFill : Colour::ChartSeq6);
    const double end = row.q3 ? x(*row.q3) : width + kArrow - 4;
    canvas.stroke({x(*row.q1) + kThick / 2, y},
                  {std::max(x(*row.q1) + kThick / 2, end - kThick / 2), y}, range, kThick);
    if (!row.q3) {
        QPainter& painter = canvas.painter();
        painter.setPen(QPen(range, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF({{end - 1, y - 5}, {end + 4, y}, {end - 1, y + 5}}));
    }
    if (row.medianBefore) {
        canvas.stroke({x(*row.medianBefore), y - 8}, {x(*row.medianBefore), y + 8},
                      canvas.colour(Colour::ChartNeutral), 1.5);
    }
    const bool current = canvas.isCurrent(MarkKind::Time, index);
    if (row.median) {
        canvas.dot({x(*row.median), y}, current ? kDot + 3 : kDot, ink, 2);
    }
    const QString value = row.median ? daysText(*row.median) : tr("> %1").arg(daysText(axis.most));
    canvas.figures(valueBox, Qt::AlignRight | Qt::AlignVCenter, value,
                   {row.beyond ? Colour::StateWarn : Colour::TextPrimary,
                    row.median ? TextSize::Body : TextSize::Small, Weight::Semibold});

    Mark mark{MarkKind::Time,
              index,
              {0, y - 28, canvas.width(), 44},
              {0, y - 26, canvas.width(), 36},
              {},
              true};
    mark.tip.title = row.median
                         ? tr("%1: half took %2 or less").arg(row.label, daysText(*row.median))
                         : tr("%1: half have not taken the step").arg(row.label);
    mark.tip.lines.append(
        row.q3 ? tr("Middle half %1 to %2").arg(daysText(*row.q1), daysText(*row.q3))
               : tr("A quarter within %1; three quarters not reached").arg(daysText(*row.q1)));
    if (row.medianBefore) {
        mark.tip.lines.append(tr("%1 in the period before").arg(daysText(*row.medianBefore)));
    }
    mark.tip.action = tr("Click: list the leads that wait");
    canvas.mark(std::move(mark));
}

QString StageTimesChart::csv() const
{
    QStringList lines{csvLine({"step", "q1_days", "median_days", "q3_days", "median_before_days"})};
    const auto number = [](const std::optional<double>& value) {
        return value ? csvNumber(*value) : QString();
    };
    for (const StageTimeRow& row : m_data.rows) {
        lines.append(csvLine({row.label, number(row.q1), number(row.median), number(row.q3),
                              number(row.medianBefore)}));
    }
    return lines.join('\n') + '\n';
}

} // namespace tandem::ui

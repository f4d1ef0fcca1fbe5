// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/histogram_chart.h"

#include "ui/charts/export.h"
#include "ui/common/figures.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tandem::ui {

namespace {

constexpr double kTop = 20;
constexpr double kUnderBaseline = 38; ///< ticks and caption
constexpr double kLabels = 44;        ///< two lines over the highest bar
constexpr double kSide = 4;
constexpr double kGap = 2;

const TextLook kHead{Colour::TextTertiary};

} // namespace

/// Where the bins lie.
struct HistogramChart::Plot {
    Plot(const Canvas& canvas, std::size_t bins)
        : baseline(std::floor(canvas.height() - kUnderBaseline)),
          pitch((canvas.width() - 2 * kSide) / static_cast<double>(bins))
    {
    }

    double left(double bin) const { return kSide + bin * pitch; }
    double middle(double value) const { return kSide + (value + 0.5) * pitch; }

    double baseline;
    double pitch;
};

HistogramChart::HistogramChart(QWidget* parent) : Chart(parent)
{
    setAccessibleName(tr("Touches per lead"));
}

void HistogramChart::setData(HistogramData data)
{
    m_data = std::move(data);
    dataChanged();
}

bool HistogramChart::isEmpty() const
{
    return total() == 0;
}

qint64 HistogramChart::total() const
{
    return std::accumulate(m_data.bins.begin(), m_data.bins.end(), qint64(0));
}

qint64 HistogramChart::fromMedian() const
{
    const auto first = static_cast<std::ptrdiff_t>(std::ceil(m_data.median.value_or(0)));
    const auto begin =
        m_data.bins.begin() + std::min<std::ptrdiff_t>(first, std::ssize(m_data.bins));
    return std::accumulate(begin, m_data.bins.end(), qint64(0));
}

QString HistogramChart::binName(int bin) const
{
    const bool open = m_data.lastIsOpen && bin + 1 == static_cast<int>(m_data.bins.size());
    return open ? QString("%1+").arg(bin) : QString::number(bin);
}

void HistogramChart::draw(Canvas& canvas) const
{
    const Plot plot(canvas, m_data.bins.size());
    if (m_data.band) {
        drawBand(canvas, plot);
    }
    drawBars(canvas, plot);
    canvas.hairline({0, plot.baseline}, {canvas.width(), plot.baseline}, Colour::LineStrong);
    if (m_data.median) {
        drawMedian(canvas, plot);
    }
    const int bins = static_cast<int>(m_data.bins.size());
    const int every = bins > 12 ? 2 : 1;
    for (int i = 0; i < bins; i += every) {
        canvas.text({plot.middle(i) - 20, plot.baseline + 4, 40, 16},
                    Qt::AlignHCenter | Qt::AlignVCenter, binName(i), kHead);
    }
    canvas.text({kSide, canvas.height() - 16, canvas.width(), 16}, Qt::AlignLeft | Qt::AlignVCenter,
                Canvas::elided(m_data.caption, canvas.width() - kSide, kHead), kHead);
}

void HistogramChart::drawBand(Canvas& canvas, const Plot& plot) const
{
    const double left = plot.left(m_data.band->first);
    const double right = plot.left(m_data.band->second + 1);
    canvas.painter().fillRect(QRectF(left, kTop, right - left, plot.baseline - kTop),
                              canvas.colour(Colour::SurfaceHover));
    // The label stands beside the band, on the side where the median's own does not; where neither
    // side has room, above it.
    const double width = Canvas::textWidth(m_data.bandLabel, kHead);
    const double median = m_data.median ? plot.middle(*m_data.median) : canvas.width();
    if (median > left && width + kSide <= left) {
        canvas.text({0, kTop, left - kSide, 16}, Qt::AlignRight | Qt::AlignVCenter,
                    m_data.bandLabel, kHead);
    } else if (median < left && right + kSide + width <= canvas.width()) {
        canvas.text({right + kSide, kTop, width, 16}, Qt::AlignLeft | Qt::AlignVCenter,
                    m_data.bandLabel, kHead);
    } else {
        const double most = std::max(0.0, canvas.width() - width);
        canvas.text({std::clamp((left + right - width) / 2, 0.0, most), kTop - 18, width, 16},
                    Qt::AlignLeft | Qt::AlignVCenter, m_data.bandLabel, kHead);
    }
}

void HistogramChart::drawBars(Canvas& canvas, const Plot& plot) const
{
    const qint64 most = *std::max_element(m_data.bins.begin(), m_data.bins.end());
    const double room = plot.baseline - kTop - kLabels;
    const double darkFrom = std::ceil(m_data.median.value_or(0));
    for (int i = 0; i < static_cast<int>(m_data.bins.size()); ++i) {
        const qint64 leads = m_data.bins[static_cast<std::size_t>(i)];
        const double height =
            leads == 0
                ? 0
                : std::max(2.0, room * static_cast<double>(leads) / static_cast<double>(most));
        const QRectF box(plot.left(i) + kGap / 2, plot.baseline - height, plot.pitch - kGap,
                         height);
        const bool dark = m_data.median && i >= darkFrom;
        const bool current = canvas.isCurrent(MarkKind::Bar, i);
        if (leads > 0) {
            canvas.bar(box, canvas.colour(current ? Colour::ChartSeq6
                                          : dark  ? Colour::ChartSeq5
                                                  : Colour::ChartSeq3));
        }
        Mark mark{MarkKind::Bar,
                  i,
                  {plot.left(i), kTop + kLabels - 4, plot.pitch, room + 8},
                  box.adjusted(0, -2, 0, 0),
                  {},
                  leads > 0};
        const QString unit = m_data.unit.isEmpty() ? tr("touches") : m_data.unit;
        mark.tip.title = leads == 1
                             ? tr("1 lead took %1 %2").arg(binName(i), unit)
                             : tr("%1 leads took %2 %3").arg(countText(leads), binName(i), unit);
        mark.tip.lines = {
            tr("%1 of all %2")
                .arg(percentText(double(leads) / double(total())), countText(total()))};
        if (leads > 0) {
            mark.tip.action = leads == 1 ? tr("Click: list this lead")
                                         : tr("Click: list these %1 leads").arg(countText(leads));
        }
        canvas.mark(std::move(mark));
    }
}

void HistogramChart::drawMedian(Canvas& canvas, const Plot& plot) const
{
    const double x = plot.middle(*m_data.median);
    canvas.painter().fillRect(QRectF(x - 0.75, kTop + 4, 1.5, plot.baseline - kTop - 4),
                              canvas.colour(Colour::ChartEmphasis));
    const QString label = m_data.medianLabel.isEmpty()
                              ? tr("own median %1").arg(numberText(*m_data.median))
                              : m_data.medianLabel;
    const TextLook strong{Colour::TextPrimary, TextSize::Small, Weight::Semibold};
    const TextLook share{Colour::Accent, TextSize::Body, Weight::Semibold};
    const QString part = tr("%1 of %2").arg(countText(fromMedian()), countText(total()));
    const QString rest = tr("took %1 or more").arg(std::ceil(*m_data.median));
    const double width = std::max(Canvas::textWidth(label, strong),
                                  Canvas::textWidth(part, share) + 4 + Canvas::textWidth(rest));
    // To the right of the line as long as there is room.
    double left = x + 8;
    Qt::Alignment side = Qt::AlignLeft;
    if (left + width > canvas.width()) {
        left = x - 8 - width;
        side = Qt::AlignRight;
    }
    canvas.text({left, kTop, width, 16}, side | Qt::AlignVCenter, label, strong);
    if (m_data.median > 0) {
        const double partWidth = Canvas::textWidth(part, share);
        const double both = partWidth + 4 + Canvas::textWidth(rest);
        const double start = side == Qt::AlignLeft ? left : left + width - both;
        canvas.text({start, kTop + 18, partWidth, 20}, Qt::AlignLeft | Qt::AlignVCenter, part,
                    share);
        canvas.text({start + partWidth + 4, kTop + 19, 200, 20}, Qt::AlignLeft | Qt::AlignVCenter,
                    rest, {Colour::TextSecondary});
    }
}

QString HistogramChart::csv() const
{
    QStringList lines{csvLine({m_data.unit.isEmpty() ? QString("touches") : m_data.unit, "leads"})};
    for (int i = 0; i < static_cast<int>(m_data.bins.size()); ++i) {
        lines.append(
            csvLine({binName(i), QString::number(m_data.bins[static_cast<std::size_t>(i)])}));
    }
    return lines.join('\n') + '\n';
}

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/bar_list_chart.h"

#include "ui/charts/export.h"
#include "ui/common/figures.h"

#include <algorithm>
#include <numeric>

namespace tandem::ui {

namespace {

constexpr double kLabelWidth = 132;
constexpr double kCountWidth = 72;
constexpr double kNoteWidth = 240;

const TextLook kHead{Colour::TextTertiary};
const TextLook kName{Colour::TextPrimary, TextSize::Body, Weight::Medium};
const TextLook kValue{Colour::TextPrimary, TextSize::Body, Weight::Semibold};

QString teamName(Whose whose)
{
    return whose == Whose::Marketing ? BarListChart::tr("Marketing") : BarListChart::tr("Sales");
}

} // namespace

BarListChart::BarListChart(QWidget* parent) : Chart(parent)
{
    setAccessibleName(tr("Leads by stage"));
}

void BarListChart::setData(BarListData data)
{
    m_data = std::move(data);
    dataChanged();
}

bool BarListChart::isEmpty() const
{
    return std::none_of(m_data.rows.begin(), m_data.rows.end(),
                        [](const BarListRow& row) { return row.value > 0; });
}

QSize BarListChart::naturalSize() const
{
    const int rows = std::max(1, static_cast<int>(m_data.rows.size()));
    return {824, qRound(stairRows(rows, 1e6).height())};
}

QSize BarListChart::smallestSize() const
{
    const int rows = std::max(1, static_cast<int>(m_data.rows.size()));
    return {480, qRound(stairRows(rows, 0).height())};
}

void BarListChart::draw(Canvas& canvas) const
{
    const StairRows rows = stairRows(static_cast<int>(m_data.rows.size()), canvas.height());
    const bool notes = std::any_of(m_data.rows.begin(), m_data.rows.end(),
                                   [](const BarListRow& row) { return !row.note.isEmpty(); });
    const double room =
        canvas.width() - kLabelWidth - kCountWidth - (notes ? kNoteWidth + tokens().space4 : 0);
    qint64 most = 1;
    for (const BarListRow& row : m_data.rows) {
        most = std::max({most, row.value, row.before.value_or(0)});
    }
    canvas.text({0, 0, kLabelWidth, 16}, Qt::AlignLeft | Qt::AlignVCenter,
                m_data.labelHeading.isEmpty() ? tr("Stage") : m_data.labelHeading, kHead);
    canvas.text({kLabelWidth, 0, room, 16}, Qt::AlignLeft | Qt::AlignVCenter, m_data.valueHeading,
                kHead);
    canvas.text({canvas.width() - kNoteWidth, 0, kNoteWidth, 16}, Qt::AlignRight | Qt::AlignVCenter,
                m_data.noteHeading, kHead);
    std::optional<Whose> team;
    for (int i = 0; i < rows.stages; ++i) {
        const BarListRow& row = m_data.rows[static_cast<std::size_t>(i)];
        if (row.team && row.team != team) {
            canvas.text({12, rows.top(i) + rows.bar - 3, kLabelWidth - 20, 16},
                        Qt::AlignLeft | Qt::AlignVCenter, teamName(*row.team), kHead,
                        canvas.theme().teamText(*row.team));
        }
        team = row.team;
        drawRow(canvas, rows, room / static_cast<double>(most), i);
    }
}

void BarListChart::drawRow(Canvas& canvas, const StairRows& rows, double perUnit, int index) const
{
    const BarListRow& row = m_data.rows[static_cast<std::size_t>(index)];
    const double top = rows.top(index);
    if (row.team) {
        canvas.bar({0, top, 3, rows.bar}, canvas.theme().teamFill(*row.team));
    }
    canvas.text({12, top, kLabelWidth - 20, rows.bar}, Qt::AlignLeft | Qt::AlignVCenter,
                Canvas::elided(row.label, kLabelWidth - 20, kName), kName);
    const double length =
        row.value == 0 ? 0 : std::max(2.0, static_cast<double>(row.value) * perUnit);
    const QRectF bar(kLabelWidth, top, length, rows.bar);
    if (length > 0) {
        canvas.bar(bar, canvas.colour(canvas.isCurrent(MarkKind::Bar, index) ? Colour::ChartSeq6
                                                                             : Colour::ChartSeq5));
    }
    double end = bar.right();
    if (row.before) {
        const double x = kLabelWidth + static_cast<double>(*row.before) * perUnit;
        canvas.stroke({x, top - 2}, {x, top + rows.bar + 2}, canvas.colour(Colour::ChartNeutral),
                      1.5);
        end = std::max(end, x);
    }
    const QRectF count =
        canvas.text({end + 10, top, kCountWidth, rows.bar}, Qt::AlignLeft | Qt::AlignVCenter,
                    countText(row.value), kValue);
    if (!row.note.isEmpty()) {
        canvas.text({canvas.width() - kNoteWidth, top, kNoteWidth, rows.bar},
                    Qt::AlignRight | Qt::AlignVCenter,
                    Canvas::elided(row.note, kNoteWidth, {Colour::TextSecondary}),
                    {Colour::TextSecondary});
    }

    const qint64 all =
        std::accumulate(m_data.rows.begin(), m_data.rows.end(), qint64(0),
                        [](qint64 sum, const BarListRow& one) { return sum + one.value; });
    Mark mark{MarkKind::Bar,     index, QRectF(0, top - 4, count.right(), rows.bar + 8),
              bar.united(count), {},    row.value > 0};
    const QString phrase = m_data.tipPhrase.isEmpty() ? tr("%1 in %2") : m_data.tipPhrase;
    mark.tip.title = phrase.arg(countText(row.value), row.label);
    mark.tip.lines = row.madeOf;
    if (mark.tip.lines.isEmpty() && all > 0) {
        mark.tip.lines = {
            tr("%1 of all %2").arg(percentText(double(row.value) / double(all)), countText(all))};
    }
    if (row.before) {
        mark.tip.lines.append(tr("%1 in the period before").arg(countText(*row.before)));
    }
    if (row.value > 0) {
        mark.tip.action = tr("Click: list these %1 leads").arg(countText(row.value));
    }
    canvas.mark(std::move(mark));
}

QString BarListChart::csv() const
{
    QStringList lines{csvLine({"label", "team", "value", "value_before"})};
    for (const BarListRow& row : m_data.rows) {
        lines.append(csvLine({row.label, row.team ? teamName(*row.team) : QString(),
                              QString::number(row.value),
                              row.before ? QString::number(*row.before) : QString()}));
    }
    return lines.join('\n') + '\n';
}

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/touch_bars.h"

#include "ui/common/figures.h"
#include "ui/common/theme.h"

#include <algorithm>
#include <QPainter>

namespace tandem::ui {
namespace {

constexpr int kRow = 30;
constexpr int kBar = 4;
constexpr std::size_t kMostRows = 6;

} // namespace

TouchBars::TouchBars(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TouchBars::setTouches(const std::vector<Touch>& touches)
{
    m_rows.clear();
    for (const Touch& touch : touches) {
        const QString channel =
            touch.channel.empty() ? tr("no channel") : QString::fromStdString(touch.channel);
        auto row = std::ranges::find(m_rows, channel, &Row::channel);
        if (row == m_rows.end()) {
            row = m_rows.insert(m_rows.end(), Row{channel});
        }
        ++(touch.team == Team::Marketing ? row->marketing
           : touch.team == Team::Sales   ? row->sales
                                         : row->other);
    }
    std::ranges::stable_sort(m_rows, std::greater<>(), &Row::all);
    if (m_rows.size() > kMostRows) {
        Row rest{tr("other channels")};
        for (std::size_t i = kMostRows - 1; i < m_rows.size(); ++i) {
            rest.marketing += m_rows[i].marketing;
            rest.sales += m_rows[i].sales;
            rest.other += m_rows[i].other;
        }
        m_rows.resize(kMostRows - 1);
        m_rows.push_back(rest);
    }
    QStringList words;
    for (const Row& row : m_rows) {
        words << tr("%1: %2 by Marketing, %3 by Sales")
                     .arg(row.channel)
                     .arg(row.marketing)
                     .arg(row.sales);
    }
    setAccessibleName(tr("Touches by channel"));
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

QSize TouchBars::sizeHint() const
{
    return {176, kRow * static_cast<int>(m_rows.size())};
}

void TouchBars::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int largest = 1;
    for (const Row& row : m_rows) {
        largest = std::max(largest, row.all());
    }
    int top = 0;
    for (const Row& row : m_rows) {
        const QRect line(0, top, width(), lineHeight(TextSize::Small));
        painter.setFont(textFont(TextSize::Small, Weight::Semibold));
        painter.setPen(theme.colour(Colour::TextPrimary));
        const QString count = countText(row.all());
        drawFigures(painter, line, Qt::AlignRight | Qt::AlignVCenter, count);
        const int room = width() - 8 - static_cast<int>(figuresWidth(painter.fontMetrics(), count));
        painter.setFont(textFont(TextSize::Small));
        painter.setPen(theme.colour(Colour::TextSecondary));
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(row.channel, Qt::ElideRight, room));

        const double y = line.bottom() + 3;
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(Colour::ChartGrid));
        painter.drawRoundedRect(QRectF(0, y, width(), kBar), kBar / 2.0, kBar / 2.0);
        double left = 0;
        const auto draw = [&](int touches, const QColor& colour) {
            const double length = width() * static_cast<double>(touches) / largest;
            painter.setBrush(colour);
            painter.drawRoundedRect(QRectF(left, y, length, kBar), kBar / 2.0, kBar / 2.0);
            left += length;
        };
        draw(row.marketing, theme.teamFill(Whose::Marketing));
        draw(row.sales, theme.teamFill(Whose::Sales));
        draw(row.other, theme.colour(Colour::LineControl));
        top += kRow;
    }
}

} // namespace tandem::ui

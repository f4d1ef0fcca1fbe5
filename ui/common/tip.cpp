// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tip.h"

#include <QPainter>

namespace tandem::ui {

namespace {

constexpr int kGap = 10;

QFont titleFont()
{
    return textFont(TextSize::Body, Weight::Semibold);
}

QFont lineFont()
{
    return textFont(TextSize::Small);
}

int area(const QRect& rect)
{
    return rect.isEmpty() ? 0 : rect.width() * rect.height();
}

} // namespace

Tip::Tip(QWidget* window) : QWidget(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

QSize Tip::sizeHint() const
{
    const QFontMetrics title(titleFont());
    const QFontMetrics line(lineFont());
    int width = title.horizontalAdvance(m_text.title);
    int height = m_text.title.isEmpty() ? 0 : lineHeight(TextSize::Body);
    QStringList rest = m_text.lines;
    if (!m_text.action.isEmpty()) {
        rest.append(m_text.action);
    }
    for (const QString& one : rest) {
        width = qMax(width, line.horizontalAdvance(one));
        height += lineHeight(TextSize::Small);
    }
    return {width + 2 * tokens().space3 + 1, height + 2 * tokens().space2};
}

void Tip::showBeside(const TipText& text, const QRect& mark, const std::vector<QRect>& labels)
{
    m_text = text;
    const QSize size = sizeHint();
    resize(size);

    const QRect room = parentWidget()->rect().adjusted(4, 4, -4, -4);
    const int middle = mark.center().y() - size.height() / 2;
    const int centre = mark.center().x() - size.width() / 2;
    const int right = mark.right() + kGap;
    const int left = mark.left() - kGap - size.width();
    const int below = mark.bottom() + kGap;
    const int above = mark.top() - kGap - size.height();
    // In the order of preference; a later place must be better to be taken.
    const QPoint places[] = {
        {right, mark.top() - tokens().space3},
        {right, middle},
        {right, below},
        {right, above},
        {centre, below},
        {centre, above},
        {mark.left(), below},
        {mark.left(), above},
        {mark.right() - size.width(), below},
        {mark.right() - size.width(), above},
        {left, middle},
    };
    QRect best;
    int bestCost = std::numeric_limits<int>::max();
    for (const QPoint& place : places) {
        QRect at(place, size);
        at.moveLeft(qBound(room.left(), at.left(), qMax(room.left(), room.right() - size.width())));
        at.moveTop(qBound(room.top(), at.top(), qMax(room.top(), room.bottom() - size.height())));
        // Covering the mark itself is far worse than covering a label.
        int cost = area(at & mark) * 20;
        for (const QRect& label : labels) {
            cost += area(at & label);
        }
        if (cost < bestCost) {
            bestCost = cost;
            best = at;
        }
    }
    setGeometry(best);
    raise();
    show();
    update();
}

void Tip::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(Colour::SurfaceTooltip));
    painter.drawRoundedRect(rect(), tokens().radiusControl, tokens().radiusControl);

    const int left = tokens().space3;
    int top = tokens().space2;
    const QColor ink = theme.colour(Colour::TextOnTooltip);
    painter.setPen(ink);
    if (!m_text.title.isEmpty()) {
        painter.setFont(titleFont());
        painter.drawText(QRect(left, top, width(), lineHeight(TextSize::Body)),
                         Qt::AlignLeft | Qt::AlignVCenter, m_text.title);
        top += lineHeight(TextSize::Body);
    }
    painter.setFont(lineFont());
    const auto drawLine = [&](const QString& line) {
        painter.drawText(QRect(left, top, width(), lineHeight(TextSize::Small)),
                         Qt::AlignLeft | Qt::AlignVCenter, line);
        top += lineHeight(TextSize::Small);
    };
    for (const QString& line : m_text.lines) {
        drawLine(line);
    }
    if (!m_text.action.isEmpty()) {
        QColor quiet = ink;
        quiet.setAlphaF(0.72F);
        painter.setPen(quiet);
        drawLine(m_text.action);
    }
}

} // namespace tandem::ui

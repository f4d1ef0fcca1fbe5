// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/canvas.h"

#include "ui/common/figures.h"

#include <cmath>
#include <QPainterPath>

namespace tandem::ui {

namespace {

QFont fontOf(const TextLook& look)
{
    return textFont(look.size, look.weight);
}

QRectF placed(const QRectF& box, Qt::Alignment alignment, double width, double height)
{
    QRectF at(box.left(), box.top(), width, height);
    if (alignment & Qt::AlignRight) {
        at.moveRight(box.right());
    } else if (alignment & Qt::AlignHCenter) {
        at.moveLeft(box.center().x() - width / 2);
    }
    if (alignment & Qt::AlignVCenter) {
        at.moveTop(box.center().y() - height / 2);
    } else if (alignment & Qt::AlignBottom) {
        at.moveBottom(box.bottom());
    }
    return at;
}

} // namespace

Canvas::Canvas(QPainter& painter, const Theme& theme, const QSizeF& size, const Mark* current)
    : m_painter(painter), m_theme(theme), m_size(size), m_current(current)
{
    painter.setRenderHint(QPainter::Antialiasing);
}

QRectF Canvas::text(const QRectF& box, Qt::Alignment alignment, const QString& text,
                    const TextLook& look)
{
    return this->text(box, alignment, text, look, colour(look.colour));
}

QRectF Canvas::text(const QRectF& box, Qt::Alignment alignment, const QString& text,
                    const TextLook& look, const QColor& colour)
{
    const QFont font = fontOf(look);
    const QFontMetricsF metrics(font);
    const QRectF at = placed(box, alignment, metrics.horizontalAdvance(text), metrics.height());
    m_painter.setFont(font);
    m_painter.setPen(colour);
    m_painter.drawText(QPointF(at.left(), at.top() + metrics.ascent()), text);
    m_labels.push_back(at);
    return at;
}

QRectF Canvas::figures(const QRectF& box, Qt::Alignment alignment, const QString& text,
                       const TextLook& look)
{
    const QFont font = fontOf(look);
    const QFontMetricsF metrics(font);
    const QRectF at = placed(box, alignment, figuresWidth(metrics, text), metrics.height());
    m_painter.setFont(font);
    m_painter.setPen(colour(look.colour));
    drawFigures(m_painter, at, Qt::AlignLeft | Qt::AlignTop, text);
    m_labels.push_back(at);
    return at;
}

double Canvas::textWidth(const QString& text, const TextLook& look)
{
    return QFontMetricsF(fontOf(look)).horizontalAdvance(text);
}

QString Canvas::elided(const QString& text, double width, const TextLook& look)
{
    return QFontMetricsF(fontOf(look)).elidedText(text, Qt::ElideRight, width);
}

void Canvas::hairline(const QPointF& from, const QPointF& to, Colour name)
{
    const double thickness = tokens().strokeHair;
    const double x = std::floor(qMin(from.x(), to.x()));
    const double y = std::floor(qMin(from.y(), to.y()));
    const bool upright = std::fabs(to.y() - from.y()) > std::fabs(to.x() - from.x());
    m_painter.fillRect(upright ? QRectF(x, y, thickness, std::fabs(to.y() - from.y()))
                               : QRectF(x, y, std::fabs(to.x() - from.x()), thickness),
                       colour(name));
}

void Canvas::stroke(const QPointF& from, const QPointF& to, const QColor& colour, double width,
                    Qt::PenStyle style)
{
    m_painter.setPen(QPen(colour, width, style, Qt::RoundCap, Qt::RoundJoin));
    m_painter.drawLine(from, to);
}

void Canvas::bar(const QRectF& box, const QColor& colour, bool roundLeft, bool roundRight)
{
    const double radius = qMin(double(tokens().radiusMark), box.width() / 2);
    const double left = roundLeft ? radius : 0;
    const double right = roundRight ? radius : 0;
    QPainterPath path;
    path.moveTo(box.left() + left, box.top());
    path.lineTo(box.right() - right, box.top());
    path.quadTo(box.topRight(), box.topRight() + QPointF(0, right));
    path.lineTo(box.right(), box.bottom() - right);
    path.quadTo(box.bottomRight(), box.bottomRight() - QPointF(right, 0));
    path.lineTo(box.left() + left, box.bottom());
    path.quadTo(box.bottomLeft(), box.bottomLeft() - QPointF(0, left));
    path.lineTo(box.left(), box.top() + left);
    path.quadTo(box.topLeft(), box.topLeft() + QPointF(left, 0));
    m_painter.fillPath(path, colour);
}

void Canvas::dot(const QPointF& middle, double diameter, const QColor& colour, double ring)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(this->colour(Colour::SurfaceWindow));
    m_painter.drawEllipse(middle, diameter / 2 + ring, diameter / 2 + ring);
    m_painter.setBrush(colour);
    m_painter.drawEllipse(middle, diameter / 2, diameter / 2);
}

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/icons.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace tandem::ui {

namespace {

QByteArray svgText(Icon which, const QColor& colour)
{
    tokens(); // the first call links the resources in
    const std::string_view name = kIconNames[static_cast<std::size_t>(which)];
    const QString path = QString(":/icons/%1.svg")
                             .arg(QLatin1String(name.data(), static_cast<qsizetype>(name.size())));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("the icon %s is missing from the program", qPrintable(path));
    }
    // Qt paints currentColor black, so the colour goes into the text.
    return file.readAll().replace("currentColor", colour.name().toLatin1());
}

/// Paints an icon or the logo in the colours that the application's palette asks for at that
/// moment.
class ThemedIcon : public QIconEngine {
public:
    ThemedIcon(Icon which, Colour normal, Colour on) : m_which(which), m_normal(normal), m_on(on) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        drawIcon(*painter, rect, m_which, colour(mode, state));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return iconPixmap(m_which, colour(mode, state), qMin(size.width(), size.height()));
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state,
                         qreal scale) override
    {
        const int px = qRound(qMin(size.width(), size.height()) / scale);
        return iconPixmap(m_which, colour(mode, state), px, scale);
    }

    QIconEngine* clone() const override { return new ThemedIcon(*this); }

private:
    QColor colour(QIcon::Mode mode, QIcon::State state) const
    {
        const Theme theme = Theme::from(QApplication::palette());
        if (mode == QIcon::Disabled) {
            return theme.colour(Colour::LineControl);
        }
        return theme.colour(mode == QIcon::Selected || state == QIcon::On ? m_on : m_normal);
    }

    Icon m_which;
    Colour m_normal;
    Colour m_on;
};

class LogoIcon : public QIconEngine {
public:
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override
    {
        drawLogo(*painter, rect, Theme::from(QApplication::palette()));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap made(size);
        made.fill(Qt::transparent);
        QPainter painter(&made);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return made;
    }

    QIconEngine* clone() const override { return new LogoIcon(*this); }
};

} // namespace

QIcon icon(Icon which, Colour normal, Colour on)
{
    return QIcon(new ThemedIcon(which, normal, on));
}

QPixmap iconPixmap(Icon which, const QColor& colour, int px, double devicePixelRatio)
{
    const QString key = QString("tandem/%1/%2/%3/%4")
                            .arg(static_cast<int>(which))
                            .arg(colour.name(QColor::HexArgb))
                            .arg(px)
                            .arg(devicePixelRatio);
    QPixmap made;
    if (!QPixmapCache::find(key, &made)) {
        const int device = qRound(px * devicePixelRatio);
        made = QPixmap(device, device);
        made.fill(Qt::transparent);
        QPainter painter(&made);
        drawIcon(painter, QRectF(0, 0, device, device), which, colour);
        painter.end();
        made.setDevicePixelRatio(devicePixelRatio);
        QPixmapCache::insert(key, made);
    }
    return made;
}

void drawIcon(QPainter& painter, const QRectF& box, Icon which, const QColor& colour)
{
    const double side = qMin(box.width(), box.height());
    QRectF square(0, 0, side, side);
    square.moveCenter(box.center());
    QSvgRenderer renderer(svgText(which, colour));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, square);
    painter.restore();
}

void drawLogo(QPainter& painter, const QRectF& box, const Theme& theme)
{
    // On a grid of 24: two rings of radius 5.6, 7.6 apart. The right half of the blue one lies
    // over the orange one and its left half under it, as links of a chain do.
    const double unit = qMin(box.width(), box.height()) / 24.0;
    const QPointF middle = box.center();
    const double radius = 5.6 * unit;
    const double stroke = 2.5 * unit;
    const auto ring = [&](double side, Whose whose) {
        QPen pen(theme.teamFill(whose), stroke);
        painter.setPen(pen);
        painter.drawEllipse(middle + QPointF(side * 3.8 * unit, 0), radius, radius);
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    ring(-1, Whose::Marketing);
    ring(+1, Whose::Sales);
    painter.setClipRect(QRectF(middle.x() - 12 * unit, middle.y(), 24 * unit, 12 * unit));
    ring(-1, Whose::Marketing);
    painter.restore();
}

QIcon logo()
{
    return QIcon(new LogoIcon);
}

} // namespace tandem::ui

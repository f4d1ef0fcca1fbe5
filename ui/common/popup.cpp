// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/popup.h"

#include "ui/common/theme.h"

#include <QBitmap>
#include <QPainter>
#include <QScreen>

namespace tandem::ui {

Popup::Popup(QWidget* parent) : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint)
{
    setAttribute(Qt::WA_WindowPropagation);
}

void Popup::openUnder(QWidget* anchor)
{
    adjustSize();
    QPoint place = anchor->mapToGlobal(QPoint(0, anchor->height() + tokens().space1));
    if (const QScreen* screen = anchor->screen()) {
        const QRect room = screen->availableGeometry();
        place.setX(std::clamp(place.x(), room.left(),
                              std::max(room.left(), room.right() - width() - tokens().space2)));
        place.setY(std::clamp(place.y(), room.top(),
                              std::max(room.top(), room.bottom() - height() - tokens().space2)));
    }
    move(place);
    show();
}

void Popup::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme.colour(Colour::LineStrong));
    painter.setPen(QPen(theme.colour(Colour::LineStrong), 1));
    painter.setBrush(theme.colour(Colour::SurfaceRaised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), tokens().radiusCard,
                            tokens().radiusCard);
}

void Popup::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    // Without a compositor a window cannot be translucent, so its corners are cut off.
    QBitmap shape(size());
    shape.clear();
    QPainter painter(&shape);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::color1);
    painter.drawRoundedRect(rect(), tokens().radiusCard, tokens().radiusCard);
    painter.end();
    setMask(shape);
}

} // namespace tandem::ui

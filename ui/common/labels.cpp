// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/labels.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace tandem::ui {

TextLabel::TextLabel(const QString& text, TextSize size, Weight weight, Colour colour,
                     QWidget* parent)
    : QLabel(text, parent), m_colour(colour), m_lineHeight(lineHeight(size))
{
    setTextFormat(Qt::PlainText);
    setFont(textFont(size, weight));
    recolour();
}

void TextLabel::setColour(Colour colour)
{
    m_colour = colour;
    recolour();
}

QSize TextLabel::sizeHint() const
{
    const QSize hint = QLabel::sizeHint();
    return wordWrap() ? hint : hint.expandedTo({0, m_lineHeight});
}

QSize TextLabel::minimumSizeHint() const
{
    const QSize hint = QLabel::minimumSizeHint();
    return wordWrap() ? hint : hint.expandedTo({0, m_lineHeight});
}

void TextLabel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        recolour();
    }
    QLabel::changeEvent(event);
}

void TextLabel::recolour()
{
    const QColor wanted = Theme::of(this).colour(m_colour);
    // Setting a palette sends PaletteChange, so set it only where it changes something.
    if (palette().color(QPalette::Active, QPalette::WindowText) != wanted) {
        QPalette own;
        own.setColor(QPalette::Active, QPalette::WindowText, wanted);
        own.setColor(QPalette::Inactive, QPalette::WindowText, wanted);
        setPalette(own);
    }
}

TitleLabel::TitleLabel(const QString& text, QWidget* parent)
    : TextLabel(text, TextSize::Title, Weight::Semibold, Colour::TextPrimary, parent)
{
}

HeadingLabel::HeadingLabel(const QString& text, QWidget* parent)
    : TextLabel(text, TextSize::Body, Weight::Semibold, Colour::TextPrimary, parent)
{
}

CaptionLabel::CaptionLabel(const QString& text, QWidget* parent)
    : TextLabel(text, TextSize::Small, Weight::Regular, Colour::TextTertiary, parent)
{
}

ElidedLabel::ElidedLabel(const QString& text, TextSize size, Weight weight, Colour colour,
                         QWidget* parent)
    : TextLabel(text, size, weight, colour, parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(QChar(0x2026)), TextLabel::minimumSizeHint().height()};
}

QString ElidedLabel::shown() const
{
    return fontMetrics().elidedText(text(), m_mode, contentsRect().width());
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(contentsRect(), static_cast<int>(alignment()) | Qt::TextSingleLine, shown());
}

bool ElidedLabel::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (shown() != text()) {
            QToolTip::showText(help->globalPos(), plainToolTip(text()), this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return TextLabel::event(event);
}

Hairline::Hairline(Qt::Orientation orientation, QWidget* parent) : QWidget(parent)
{
    if (orientation == Qt::Horizontal) {
        setFixedHeight(tokens().strokeHair);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    } else {
        setFixedWidth(tokens().strokeHair);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    }
}

void Hairline::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), Theme::of(this).colour(Colour::LineHair));
}

QString plainToolTip(const QString& text)
{
    return text.isEmpty() ? text : "<qt>" + text.toHtmlEscaped().replace('\n', "<br>") + "</qt>";
}

} // namespace tandem::ui

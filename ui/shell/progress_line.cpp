// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/progress_line.h"

#include "ui/common/theme.h"

#include <QPainter>

namespace tandem::ui {

ProgressLine::ProgressLine(QWidget* parent) : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(tr("Progress"));
    m_delay.setSingleShot(true);
    m_delay.setInterval(200);
    connect(&m_delay, &QTimer::timeout, this, &QWidget::show);
    hide();
}

void ProgressLine::setActive(bool active)
{
    if (active) {
        m_fraction = 0.0;
        m_delay.start();
    } else {
        m_delay.stop();
        hide();
    }
}

void ProgressLine::setFraction(double fraction)
{
    m_fraction = fraction;
    update();
}

void ProgressLine::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.colour(Colour::AccentTint));
    // Where nothing tells how far it is, a tenth says that it has begun.
    const double shown = std::max(0.1, m_fraction);
    painter.fillRect(QRectF(0, 0, width() * shown, height()), theme.colour(Colour::Accent));
}

} // namespace tandem::ui

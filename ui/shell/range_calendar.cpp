// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/range_calendar.h"

#include "ui/common/icons.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

namespace tandem::ui {

namespace {

constexpr int kCell = 32;
constexpr int kHead = 60; ///< the month's name and the weekdays
constexpr int kGap = 24;
constexpr int kMonth = 7 * kCell;

QDate dateOf(Day day)
{
    return QDate(1970, 1, 1).addDays(day.number);
}

Day dayOf(const QDate& date)
{
    return {static_cast<std::int32_t>(QDate(1970, 1, 1).daysTo(date))};
}

QDate monthOf(const QDate& date)
{
    return {date.year(), date.month(), 1};
}

} // namespace

RangeCalendar::RangeCalendar(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Calendar"));
}

QSize RangeCalendar::sizeHint() const
{
    return {2 * kMonth + kGap, kHead + 6 * kCell};
}

void RangeCalendar::setRange(const DayRange& range, Day today)
{
    m_today = dateOf(today);
    m_first = range.from ? dateOf(*range.from) : QDate();
    m_last = range.to ? dateOf(*range.to).addDays(-1) : QDate();
    const QDate shown = m_last.isValid() ? m_last : m_today;
    m_left = monthOf(shown).addMonths(-1);
    m_focus = shown;
    m_halfPicked = false;
    update();
}

QRect RangeCalendar::cell(int month, const QDate& day) const
{
    const QDate first = m_left.addMonths(month);
    const int index = first.dayOfWeek() - 1 + day.day() - 1;
    return {month * (kMonth + kGap) + index % 7 * kCell, kHead + index / 7 * kCell, kCell, kCell};
}

QDate RangeCalendar::dayAt(QPoint point) const
{
    for (const int month : {0, 1}) {
        const QDate first = m_left.addMonths(month);
        for (int i = 0; i < first.daysInMonth(); ++i) {
            if (cell(month, first.addDays(i)).contains(point)) {
                return first.addDays(i);
            }
        }
    }
    return {};
}

void RangeCalendar::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const int month : {0, 1}) {
        paintMonth(painter, month);
    }
    const QColor ink = theme.colour(Colour::TextSecondary);
    drawIcon(painter, QRectF(8, 8, 16, 16), Icon::ChevronLeft, ink);
    drawIcon(painter, QRectF(width() - 24, 8, 16, 16), Icon::ChevronRight, ink);
}

void RangeCalendar::paintMonth(QPainter& painter, int month) const
{
    const Theme theme = Theme::of(this);
    const QLocale locale;
    const QDate first = m_left.addMonths(month);
    const int left = month * (kMonth + kGap);
    painter.setFont(textFont(TextSize::Body, Weight::Semibold));
    painter.setPen(theme.colour(Colour::TextPrimary));
    painter.drawText(QRect(left, 0, kMonth, 32), Qt::AlignCenter,
                     locale.standaloneMonthName(first.month()) + u' ' +
                         QString::number(first.year()));
    painter.setFont(textFont(TextSize::Small));
    painter.setPen(theme.colour(Colour::TextTertiary));
    for (int i = 0; i < 7; ++i) {
        painter.drawText(QRect(left + i * kCell, 36, kCell, 24), Qt::AlignCenter,
                         locale.standaloneDayName(i + 1, QLocale::ShortFormat).left(2));
    }

    QDate from = m_first;
    QDate until = m_last;
    if (m_halfPicked && m_hover.isValid()) {
        from = std::min(m_first, m_hover);
        until = std::max(m_first, m_hover);
    }
    for (int i = 0; i < first.daysInMonth(); ++i) {
        const QDate day = first.addDays(i);
        const QRect box = cell(month, day);
        const bool inside = (from.isValid() || until.isValid()) &&
                            (!from.isValid() || from <= day) && (!until.isValid() || day <= until);
        const bool edge = day == from || day == until;
        if (inside) {
            painter.fillRect(box.adjusted(0, 2, 0, -2), theme.colour(Colour::SurfaceSelected));
        }
        painter.setPen(Qt::NoPen);
        if (edge) {
            painter.setBrush(theme.colour(Colour::Accent));
            painter.drawRoundedRect(box.adjusted(1, 2, -1, -2), 6, 6);
        } else if (day == m_hover) {
            painter.setBrush(theme.colour(Colour::SurfaceHover));
            painter.drawRoundedRect(box.adjusted(1, 2, -1, -2), 6, 6);
        }
        if (hasFocus() && day == m_focus) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(theme.colour(Colour::Accent), 2));
            painter.drawRoundedRect(QRectF(box).adjusted(2, 3, -2, -3), 5, 5);
        }
        painter.setFont(
            textFont(TextSize::Small, day == m_today || edge ? Weight::Semibold : Weight::Regular));
        painter.setPen(theme.colour(edge             ? Colour::TextOnAccent
                                    : day == m_today ? Colour::Accent
                                                     : Colour::TextPrimary));
        painter.drawText(box, Qt::AlignCenter, QString::number(day.day()));
    }
}

void RangeCalendar::mousePressEvent(QMouseEvent* event)
{
    const QPoint point = event->position().toPoint();
    if (point.y() < 32 && point.x() < 32) {
        turn(-1);
    } else if (point.y() < 32 && point.x() > width() - 32) {
        turn(1);
    } else if (const QDate day = dayAt(point); day.isValid()) {
        pick(day);
    }
}

void RangeCalendar::mouseMoveEvent(QMouseEvent* event)
{
    m_hover = dayAt(event->position().toPoint());
    update();
}

void RangeCalendar::leaveEvent(QEvent*)
{
    m_hover = {};
    update();
}

void RangeCalendar::keyPressEvent(QKeyEvent* event)
{
    const auto step = [this](const QDate& day) {
        m_focus = day;
        m_hover = day;
        if (day < m_left || day >= m_left.addMonths(2)) {
            m_left = day < m_left ? monthOf(day) : monthOf(day).addMonths(-1);
        }
        update();
    };
    switch (event->key()) {
    case Qt::Key_Left:
        step(m_focus.addDays(-1));
        break;
    case Qt::Key_Right:
        step(m_focus.addDays(1));
        break;
    case Qt::Key_Up:
        step(m_focus.addDays(-7));
        break;
    case Qt::Key_Down:
        step(m_focus.addDays(7));
        break;
    case Qt::Key_PageUp:
        step(m_focus.addMonths(-1));
        break;
    case Qt::Key_PageDown:
        step(m_focus.addMonths(1));
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        pick(m_focus);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void RangeCalendar::turn(int months)
{
    m_left = m_left.addMonths(months);
    update();
}

void RangeCalendar::pick(const QDate& day)
{
    m_focus = day;
    if (!m_halfPicked) {
        m_first = m_last = day;
        m_halfPicked = true;
        update();
        return;
    }
    m_last = std::max(m_first, day);
    m_first = std::min(m_first, day);
    m_halfPicked = false;
    update();
    emit picked({dayOf(m_first), dayOf(m_last.addDays(1))});
}

} // namespace tandem::ui

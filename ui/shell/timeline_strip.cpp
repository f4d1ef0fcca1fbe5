// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/timeline_strip.h"

#include "ui/common/theme.h"

#include <algorithm>
#include <cmath>
#include <QDate>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

namespace tandem::ui {

namespace {

constexpr int kMostMonths = 120;
constexpr int kFoot = 20;    ///< the years
constexpr double kReach = 6; ///< px on both sides of an edge that take hold of it

int monthNumber(Day day)
{
    const CivilDay civil = civilFromDay(day);
    return civil.year * 12 + civil.month - 1;
}

Day monthDay(int number)
{
    return *dayFromCivil({number / 12, number % 12 + 1, 1});
}

} // namespace

std::vector<MonthCount> newLeadsByMonth(const Facts& facts, Day today)
{
    const int last = monthNumber(today);
    const int earliest = last - kMostMonths + 1;
    std::vector<std::int64_t> counts(kMostMonths);
    // Months are told apart by their first instants, so that no lead needs a calendar.
    std::vector<std::int64_t> starts;
    for (int month = earliest; month <= last + 1; ++month) {
        starts.push_back(facts.timeZone.startOf(monthDay(month)).seconds);
    }
    for (const Instant at : facts.leadCreated) {
        const auto next = std::upper_bound(starts.begin(), starts.end(), at.seconds);
        if (next != starts.begin() && next != starts.end()) {
            ++counts[static_cast<std::size_t>(next - starts.begin() - 1)];
        }
    }
    const auto first = std::find_if(counts.begin(), counts.end(), [](auto n) { return n > 0; });
    std::vector<MonthCount> months;
    // At least a year, so that the window has room.
    for (auto i = std::min(first - counts.begin(), std::ptrdiff_t{kMostMonths - 12});
         i < kMostMonths; ++i) {
        months.push_back(
            {monthDay(earliest + static_cast<int>(i)), counts[static_cast<std::size_t>(i)]});
    }
    return months;
}

TimelineStrip::TimelineStrip(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("New leads by month"));
}

void TimelineStrip::setMonths(std::vector<MonthCount> months)
{
    m_months = std::move(months);
    update();
}

void TimelineStrip::setRange(const DayRange& range)
{
    if (m_months.empty() || m_grip != Grip::None) {
        return;
    }
    const int first = monthNumber(m_months.front().first);
    const int count = static_cast<int>(m_months.size());
    m_from = range.from ? std::clamp(monthNumber(*range.from) - first, 0, count) : 0;
    m_to = range.to ? std::clamp(monthNumber(*range.to + -1) - first + 1, m_from, count) : count;
    update();
}

double TimelineStrip::xOf(int month) const
{
    return static_cast<double>(width()) * month / std::max<double>(1, double(m_months.size()));
}

int TimelineStrip::monthAt(double x) const
{
    return static_cast<int>(std::floor(x * static_cast<double>(m_months.size()) / width()));
}

TimelineStrip::Grip TimelineStrip::gripAt(double x) const
{
    if (std::abs(x - xOf(m_to)) <= kReach) {
        return Grip::To;
    }
    if (std::abs(x - xOf(m_from)) <= kReach) {
        return Grip::From;
    }
    return x > xOf(m_from) && x < xOf(m_to) ? Grip::Whole : Grip::None;
}

Day TimelineStrip::boundary(int month) const
{
    return monthDay(monthNumber(m_months.front().first) + month);
}

void TimelineStrip::setMonthsRange(int from, int to)
{
    if (from == m_from && to == m_to) {
        return;
    }
    m_from = from;
    m_to = to;
    update();
    emit dragged({boundary(from), boundary(to)});
}

void TimelineStrip::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double base = height() - kFoot;
    const auto most = std::max_element(
        m_months.begin(), m_months.end(),
        [](const MonthCount& a, const MonthCount& b) { return a.leads < b.leads; });
    const double scale =
        most == m_months.end() || most->leads == 0 ? 0 : (base - 10) / double(most->leads);

    const QRectF window(xOf(m_from), 0, xOf(m_to) - xOf(m_from), base);
    painter.fillRect(window, theme.colour(Colour::SurfaceSelected));
    painter.setFont(textFont(TextSize::Small));
    double labelEnd = -1;
    for (int i = 0; i < static_cast<int>(m_months.size()); ++i) {
        const MonthCount& month = m_months[static_cast<std::size_t>(i)];
        const double tall = static_cast<double>(month.leads) * scale;
        const bool inside = i >= m_from && i < m_to;
        const double gap = xOf(1) > 6 ? 1 : 0;
        painter.fillRect(QRectF(xOf(i) + gap, base - tall, xOf(1) - 2 * gap, tall),
                         theme.colour(inside ? Colour::ChartSeq5 : Colour::ChartSeq2));
        const CivilDay civil = civilFromDay(month.first);
        // The first month says its year only where January leaves it the room.
        const bool first = i == 0 && xOf(13 - civil.month) > 48;
        if ((civil.month == 1 || first) && xOf(i) > labelEnd) {
            const QString year = QString::number(civil.year);
            painter.setPen(theme.colour(Colour::TextTertiary));
            const double wide = painter.fontMetrics().horizontalAdvance(year);
            painter.drawText(QPointF(std::min(xOf(i), width() - wide), height() - 4), year);
            labelEnd = xOf(i) + wide + 8;
        }
    }
    painter.fillRect(QRectF(0, base, width(), 1), theme.colour(Colour::LineStrong));
    for (const double x : {window.left(), window.right()}) {
        const double at = std::clamp(x, 1.0, width() - 1.0);
        painter.fillRect(QRectF(at - 1, 0, 2, base), theme.colour(Colour::Accent));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(Colour::Accent));
        painter.drawRoundedRect(QRectF(std::clamp(at - 3, 0.0, width() - 6.0), base / 2 - 9, 6, 18),
                                3, 3);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.colour(Colour::Accent), 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -kFoot - 0.5));
    }
}

void TimelineStrip::mousePressEvent(QMouseEvent* event)
{
    if (m_months.empty()) {
        return;
    }
    const double x = event->position().x();
    m_grip = gripAt(x);
    const int month = std::clamp(monthAt(x), 0, static_cast<int>(m_months.size()) - 1);
    if (m_grip == Grip::None) {
        setMonthsRange(month, month + 1);
        m_grip = Grip::To;
    }
    m_grabbed = month - m_from;
}

void TimelineStrip::mouseMoveEvent(QMouseEvent* event)
{
    const double x = event->position().x();
    const int count = static_cast<int>(m_months.size());
    const int edge = static_cast<int>(std::lround(x * count / width()));
    switch (m_grip) {
    case Grip::None: {
        const Grip grip = gripAt(x);
        setCursor(grip == Grip::None    ? Qt::ArrowCursor
                  : grip == Grip::Whole ? Qt::OpenHandCursor
                                        : Qt::SizeHorCursor);
        break;
    }
    case Grip::From:
        setMonthsRange(std::clamp(edge, 0, m_to - 1), m_to);
        break;
    case Grip::To:
        setMonthsRange(m_from, std::clamp(edge, m_from + 1, count));
        break;
    case Grip::Whole: {
        const int length = m_to - m_from;
        const int from = std::clamp(monthAt(x) - m_grabbed, 0, count - length);
        setMonthsRange(from, from + length);
        break;
    }
    }
}

void TimelineStrip::mouseReleaseEvent(QMouseEvent*)
{
    m_grip = Grip::None;
}

void TimelineStrip::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (step == 0 || m_months.empty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const int count = static_cast<int>(m_months.size());
    if (event->modifiers().testFlag(Qt::ShiftModifier)) {
        setMonthsRange(m_from, std::clamp(m_to + step, m_from + 1, count));
    } else if (m_from + step >= 0 && m_to + step <= count) {
        setMonthsRange(m_from + step, m_to + step);
    }
}

} // namespace tandem::ui

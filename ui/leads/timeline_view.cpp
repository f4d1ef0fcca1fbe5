// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/timeline_view.h"

#include "ui/common/figures.h"

#include <algorithm>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>

namespace tandem::ui {
namespace {

constexpr int kWhenWidth = 76; // day and time
constexpr int kDisc = 28;      // on the hairline
constexpr int kTextLeft = kTimelineText;
constexpr int kDiscLeft = kWhenWidth + 10;
constexpr int kLineHeight = 20;
constexpr int kDetailHeight = 18;
constexpr int kTextRight = 8;
constexpr int kGap = 14;
constexpr int kMonthHeight = 28;

QString timeText(const TimeZone& zone, Instant at)
{
    const int second = zone.secondOfDay(at);
    // Without the seconds that some locales write.
    const bool halves =
        QLocale().timeFormat(QLocale::ShortFormat).contains(u'a', Qt::CaseInsensitive);
    return QLocale().toString(QTime(second / 3'600, second / 60 % 60),
                              halves ? QStringLiteral("h:mm AP") : QStringLiteral("H:mm"));
}

QString dayWords(const TimeZone& zone, Instant at)
{
    const QLocale locale;
    const Day day = zone.dayOf(at);
    return QStringLiteral("%1 %2").arg(locale.dayName(weekday(day) + 1, QLocale::ShortFormat),
                                       shortDayText(day, locale));
}

QFont titleFont(const TimelineEntry& entry)
{
    return textFont(TextSize::Body, entry.change ? Weight::Regular : Weight::Medium);
}

/// The height of a text in a column: one line or, where the room is short, two.
int textHeight(const QString& text, const QFont& font, int room, int line)
{
    if (text.isEmpty()) {
        return 0;
    }
    return QFontMetrics(font).horizontalAdvance(text) > room ? 2 * line : line;
}

/// Draws a text on one or two lines, the last of them ending in dots where it is too long.
void drawLines(QPainter& painter, const QRect& box, const QString& text, int line)
{
    QTextLayout layout(text, painter.font());
    layout.beginLayout();
    int top = box.top();
    while (top < box.bottom()) {
        QTextLine part = layout.createLine();
        if (!part.isValid()) {
            break;
        }
        part.setLineWidth(box.width());
        const bool last = top + line > box.bottom();
        const QString words = last ? text.mid(part.textStart())
                                   : text.mid(part.textStart(), part.textLength()).trimmed();
        painter.drawText(QRect(box.left(), top, box.width(), line),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(words, Qt::ElideRight, box.width()));
        top += line;
    }
    layout.endLayout();
}

/// "May 2026".
QString monthWords(const TimeZone& zone, Instant at)
{
    const CivilDay civil = civilFromDay(zone.dayOf(at));
    return QStringLiteral("%1 %2")
        .arg(QLocale().standaloneMonthName(civil.month, QLocale::LongFormat))
        .arg(civil.year);
}

} // namespace

TimelineView::TimelineView(QWidget* parent) : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Window); // it lies on the page
    setAccessibleName(tr("Timeline"));
    verticalScrollBar()->setSingleStep(2 * kLineHeight);
}

void TimelineView::setEntries(std::vector<TimelineEntry> entries, const TimeZone& zone)
{
    m_entries = std::move(entries);
    m_zone = zone;
    m_current = m_entries.empty() ? -1 : std::clamp(m_current, -1, count() - 1);
    layOut();
    setAccessibleDescription(m_entries.empty() ? QString() : m_entries.front().title);
    viewport()->update();
}

void TimelineView::restart()
{
    m_current = -1;
    verticalScrollBar()->setValue(0);
}

const TimelineEntry& TimelineView::entry(int index) const
{
    return m_entries[static_cast<std::size_t>(index)];
}

void TimelineView::layOut()
{
    m_lines.clear();
    int top = 0;
    const int room = viewport()->width() - kTextLeft - kTextRight;
    QString dayBefore;
    QString monthBefore;
    for (const TimelineEntry& entry : m_entries) {
        const bool dated = entry.at != kUndated;
        Line line;
        line.month = dated ? monthWords(m_zone, entry.at) : tr("Without a date");
        if (line.month == monthBefore) {
            line.month.clear();
        } else {
            monthBefore = line.month;
            dayBefore.clear();
            top += kMonthHeight;
        }
        line.top = top;
        const QString day = dated ? dayWords(m_zone, entry.at) : QString();
        line.day = day == dayBefore ? QString() : day;
        line.time = dated ? timeText(m_zone, entry.at) : QString();
        dayBefore = day;
        // Day and time stand below each other.
        const int left = line.day.isEmpty() ? kDetailHeight : 2 * kDetailHeight;
        line.titleHeight = textHeight(entry.title, titleFont(entry), room, kLineHeight);
        line.detailHeight =
            textHeight(entry.detail, textFont(TextSize::Small), room, kDetailHeight);
        const int right = line.titleHeight + line.detailHeight;
        line.height = std::max({left, right, kDisc}) + kGap;
        top += line.height;
        m_lines.push_back(line);
    }
    m_height = top;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, m_height - viewport()->height()));
}

void TimelineView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const int scrolled = verticalScrollBar()->value();
    const int middle = kDiscLeft + kDisc / 2;
    if (m_lines.size() > 1) {
        painter.fillRect(QRect(middle, m_lines.front().top + kDisc / 2 - scrolled, 1,
                               m_lines.back().top - m_lines.front().top),
                         Theme::of(this).colour(Colour::LineStrong));
    }
    const auto first = std::ranges::partition_point(
        m_lines, [&](const Line& line) { return line.top + line.height < scrolled; });
    for (auto line = first;
         line != m_lines.end() && line->top - kMonthHeight - scrolled < viewport()->height();
         ++line) {
        drawEntry(painter, static_cast<std::size_t>(line - m_lines.begin()), line->top - scrolled);
    }
}

void TimelineView::drawEntry(QPainter& painter, std::size_t index, int y) const
{
    const Theme theme = Theme::of(this);
    const TimelineEntry& entry = m_entries[index];
    const Line& line = m_lines[index];
    const int width = viewport()->width();
    if (!line.month.isEmpty()) {
        // On the page's ground, so that the line is interrupted by it.
        const QRect band(0, y - kMonthHeight, width, kMonthHeight - 4);
        painter.fillRect(band, theme.colour(Colour::SurfaceWindow));
        painter.setFont(textFont(TextSize::Small, Weight::Medium));
        painter.setPen(theme.colour(Colour::TextTertiary));
        painter.drawText(band.adjusted(kTextLeft, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         line.month);
    }
    if (static_cast<int>(index) == m_current && hasFocus()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(Colour::SurfaceSelected));
        painter.drawRoundedRect(QRectF(0, y - 4, width, line.height - 6), tokens().radiusControl,
                                tokens().radiusControl);
    }
    painter.setFont(textFont(TextSize::Small));
    painter.setPen(theme.colour(Colour::TextTertiary));
    const QString upper = line.day.isEmpty() ? line.time : line.day;
    drawFigures(painter, QRectF(0, y + 2, kWhenWidth, kDetailHeight),
                Qt::AlignRight | Qt::AlignVCenter, upper);
    if (!line.day.isEmpty()) {
        drawFigures(painter, QRectF(0, y + 2 + kDetailHeight, kWhenWidth, kDetailHeight),
                    Qt::AlignRight | Qt::AlignVCenter, line.time);
    }
    const QRectF disc(kDiscLeft, y, kDisc, kDisc);
    const bool isChange = entry.change.has_value();
    painter.setPen(Qt::NoPen);
    if (isChange) {
        // A diamond on the line, with the ground round it so that the line does not run through.
        painter.setBrush(theme.colour(Colour::SurfaceWindow));
        painter.drawEllipse(disc.adjusted(4, 4, -4, -4));
        drawIcon(painter, disc.adjusted(7, 7, -7, -7), entry.icon,
                 theme.colour(Colour::TextTertiary));
    } else {
        painter.setBrush(theme.colour(Colour::SurfaceWindow));
        painter.drawEllipse(disc);
        painter.setBrush(entry.team ? theme.teamTint(*entry.team)
                                    : theme.colour(Colour::SurfaceHover));
        painter.drawEllipse(disc);
        drawIcon(painter, disc.adjusted(6, 6, -6, -6), entry.icon,
                 entry.team ? theme.teamText(*entry.team) : theme.colour(Colour::TextTertiary));
    }

    const QRect title(kTextLeft, y + (entry.detail.isEmpty() ? 4 : 1),
                      width - kTextLeft - kTextRight, line.titleHeight);
    painter.setFont(titleFont(entry));
    painter.setPen(theme.colour(isChange ? Colour::TextSecondary : Colour::TextPrimary));
    drawLines(painter, title, entry.title, kLineHeight);
    if (!entry.detail.isEmpty()) {
        painter.setFont(textFont(TextSize::Small));
        painter.setPen(theme.colour(Colour::TextTertiary));
        drawLines(painter,
                  QRect(title.left(), title.bottom() + 1, title.width(), line.detailHeight),
                  entry.detail, kDetailHeight);
    }
}

int TimelineView::indexAt(const QPoint& position) const
{
    const int y = position.y() + verticalScrollBar()->value();
    const auto line = std::ranges::partition_point(
        m_lines, [y](const Line& each) { return each.top + each.height <= y; });
    return line != m_lines.end() && y >= line->top ? static_cast<int>(line - m_lines.begin()) : -1;
}

void TimelineView::makeCurrent(int index)
{
    if (index < 0 || index >= count()) {
        return;
    }
    m_current = index;
    const Line& line = m_lines[static_cast<std::size_t>(index)];
    QScrollBar* const bar = verticalScrollBar();
    if (line.top - kMonthHeight < bar->value()) {
        bar->setValue(line.top - kMonthHeight);
    } else if (line.top + line.height > bar->value() + viewport()->height()) {
        bar->setValue(line.top + line.height - viewport()->height());
    }
    viewport()->update();
}

void TimelineView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void TimelineView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Down:
        makeCurrent(m_current + 1);
        return;
    case Qt::Key_Up:
        makeCurrent(m_current - 1);
        return;
    case Qt::Key_Home:
        makeCurrent(0);
        return;
    case Qt::Key_End:
        makeCurrent(count() - 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0) {
            emit activated(m_current);
        }
        return;
    case Qt::Key_Delete:
        if (m_current >= 0) {
            emit deleteRequested(m_current);
        }
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void TimelineView::mousePressEvent(QMouseEvent* event)
{
    makeCurrent(indexAt(event->position().toPoint()));
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const int index = indexAt(event->position().toPoint()); index >= 0) {
        emit activated(index);
    }
}

void TimelineView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int index = byKey ? m_current : indexAt(event->pos());
    if (index >= 0) {
        makeCurrent(index);
        emit menuRequested(index, event->globalPos());
    }
}

void TimelineView::focusInEvent(QFocusEvent* event)
{
    if (m_current < 0) {
        makeCurrent(0);
    }
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void TimelineView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/marks.h"

#include "ui/common/icons.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace tandem::ui {

namespace {

constexpr int kCross = 12;
constexpr int kStepHeight = 70;
constexpr int kStepDisc = 24;
constexpr int kStepLink = 72;

struct ChipColours {
    Colour ground;
    Colour text;
};

ChipColours coloursOf(Chip::Look look)
{
    switch (look) {
    case Chip::Look::Selected:
        return {Colour::SurfaceSelected, Colour::Accent};
    case Chip::Look::Neutral:
        return {Colour::SurfaceHover, Colour::TextSecondary};
    case Chip::Look::Add:
        return {Colour::SurfaceWindow, Colour::TextTertiary};
    case Chip::Look::Success:
        return {Colour::StateSuccessTint, Colour::StateSuccess};
    case Chip::Look::Warn:
        return {Colour::StateWarnTint, Colour::StateWarn};
    case Chip::Look::Danger:
        return {Colour::StateDangerTint, Colour::StateDanger};
    }
    return {Colour::SurfaceHover, Colour::TextSecondary};
}

} // namespace

Chip::Chip(const QString& text, Look look, QWidget* parent) : QAbstractButton(parent), m_look(look)
{
    setText(text);
    setFont(textFont(TextSize::Small, look == Look::Add ? Weight::Regular : Weight::Medium));
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::setRemovable(bool removable)
{
    m_removable = removable;
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    const int tail = m_removable ? kCross + tokens().space1 : 0;
    return {fontMetrics().horizontalAdvance(text()) + 2 * (tokens().space3 - 1) + tail,
            tokens().heightControlSmall};
}

QRect Chip::cross() const
{
    const int left = width() - kCross - tokens().space2;
    return {left, (height() - kCross) / 2, kCross, kCross};
}

void Chip::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    const ChipColours colours = coloursOf(m_look);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF edge = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool hovered = underMouse() && isEnabled();
    if (m_look == Look::Add) {
        QPen pen(theme.colour(hovered ? Colour::LineControl : Colour::LineStrong), 1);
        pen.setDashPattern({3, 2.5});
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
    } else {
        painter.setPen(hovered ? QPen(theme.colour(Colour::LineStrong)) : QPen(Qt::NoPen));
        painter.setBrush(theme.colour(colours.ground));
    }
    painter.drawRoundedRect(edge, edge.height() / 2, edge.height() / 2);

    const QColor ink = theme.colour(isEnabled() ? colours.text : Colour::LineControl);
    painter.setPen(ink);
    painter.drawText(rect().adjusted(tokens().space3 - 1, 0, 0, 0),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text());
    if (m_removable) {
        drawIcon(painter, cross(), Icon::Close, ink);
    }
}

void Chip::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_removable && event->button() == Qt::LeftButton &&
        event->position().x() >= cross().left() - tokens().space1 && hitButton(event->pos())) {
        setDown(false);
        emit removeRequested();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

void Chip::keyPressEvent(QKeyEvent* event)
{
    if (m_removable && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) {
        emit removeRequested();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

Avatar::Avatar(const QString& name, std::optional<Whose> team, QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setPerson(name, team);
}

void Avatar::setPerson(const QString& name, std::optional<Whose> team)
{
    m_initials = initialsOf(name);
    m_team = team;
    setAccessibleName(name);
    update();
}

void Avatar::setDiameter(int px)
{
    m_px = px;
    updateGeometry();
    update();
}

void Avatar::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF disc(0, 0, m_px, m_px);
    disc.moveCenter(QRectF(rect()).center());
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_team ? theme.teamTint(*m_team) : theme.colour(Colour::SurfaceHover));
    painter.drawEllipse(disc);
    painter.setPen(m_team ? theme.teamText(*m_team) : theme.colour(Colour::TextSecondary));
    painter.setFont(textFont(TextSize::Small, Weight::Semibold, m_px / 24.0 * 11 / 12));
    painter.drawText(disc, Qt::AlignCenter, m_initials);
}

QString initialsOf(const QString& name)
{
    const QStringList words = name.simplified().split(' ', Qt::SkipEmptyParts);
    QString letters;
    if (!words.isEmpty()) {
        letters += words.first().at(0).toUpper();
    }
    if (words.size() > 1) {
        letters += words.last().at(0).toUpper();
    }
    return letters;
}

StepLine::StepLine(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFixedHeight(kStepHeight);
}

void StepLine::setSteps(std::vector<Step> steps, int current)
{
    m_steps = std::move(steps);
    m_current = current;
    QStringList said;
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        const int at = static_cast<int>(i);
        const QString state = at < current ? tr("done") : at == current ? tr("now") : tr("to come");
        said.append(QString("%1 %2, %3").arg(at + 1).arg(m_steps[i].title, state));
    }
    setAccessibleName(tr("Steps"));
    setAccessibleDescription(said.join("; "));
    updateGeometry();
    update();
}

QSize StepLine::sizeHint() const
{
    const QFontMetrics title(textFont(TextSize::Body, Weight::Medium));
    const QFontMetrics note(textFont(TextSize::Small));
    int width = 0;
    for (const Step& step : m_steps) {
        width += kStepDisc + tokens().space2 + 2 +
                 qMax(title.horizontalAdvance(step.title), note.horizontalAdvance(step.note));
    }
    const int links = qMax(0, static_cast<int>(m_steps.size()) - 1);
    return {width + links * (kStepLink + 2 * tokens().space3), kStepHeight};
}

QSize StepLine::minimumSizeHint() const
{
    const int links = qMax(0, static_cast<int>(m_steps.size()) - 1);
    return {sizeHint().width() - links * (kStepLink - tokens().space6), kStepHeight};
}

void StepLine::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont titleFont = textFont(TextSize::Body, Weight::Medium);
    const QFont noteFont = textFont(TextSize::Small);
    const int links = qMax(1, static_cast<int>(m_steps.size()) - 1);
    const int missing = qMax(0, sizeHint().width() - width());
    const double link = qMax(double(tokens().space4), kStepLink - double(missing) / links);
    const double middle = height() / 2.0;

    double x = 0;
    for (int i = 0; i < static_cast<int>(m_steps.size()); ++i) {
        const Step& step = m_steps[static_cast<std::size_t>(i)];
        const bool done = i < m_current;
        const bool now = i == m_current;
        const QRectF disc(x, middle - kStepDisc / 2.0, kStepDisc, kStepDisc);
        painter.setPen(Qt::NoPen);
        if (done) {
            painter.setBrush(theme.colour(Colour::StateSuccessTint));
            painter.drawEllipse(disc);
            drawIcon(painter, disc.adjusted(5, 5, -5, -5), Icon::Check,
                     theme.colour(Colour::StateSuccess));
        } else {
            painter.setBrush(now ? theme.colour(Colour::Accent) : QColor(Qt::transparent));
            if (!now) {
                painter.setPen(QPen(theme.colour(Colour::LineControl), 1));
            }
            painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5));
            painter.setPen(theme.colour(now ? Colour::TextOnAccent : Colour::TextSecondary));
            painter.setFont(textFont(TextSize::Small, Weight::Semibold));
            painter.drawText(disc, Qt::AlignCenter, QString::number(i + 1));
        }
        x += kStepDisc + tokens().space2 + 2;

        const double width = qMax(QFontMetricsF(titleFont).horizontalAdvance(step.title),
                                  QFontMetricsF(noteFont).horizontalAdvance(step.note));
        const double top =
            middle - (lineHeight(TextSize::Body) + lineHeight(TextSize::Small)) / 2.0;
        const bool alone = step.note.isEmpty();
        painter.setFont(titleFont);
        painter.setPen(theme.colour(now ? Colour::Accent : Colour::TextPrimary));
        painter.drawText(QRectF(x, alone ? middle - 10 : top + 1, width + 1, 20),
                         Qt::AlignLeft | Qt::AlignVCenter, step.title);
        painter.setFont(noteFont);
        painter.setPen(theme.colour(Colour::TextTertiary));
        painter.drawText(QRectF(x, top + 20, width + 1, 16), Qt::AlignLeft | Qt::AlignVCenter,
                         step.note);
        x += width + tokens().space3;
        if (i + 1 < static_cast<int>(m_steps.size())) {
            painter.setPen(QPen(theme.colour(Colour::LineStrong), 1));
            painter.drawLine(QPointF(x, middle + 0.5), QPointF(x + link, middle + 0.5));
            x += link + tokens().space3;
        }
    }
}

} // namespace tandem::ui

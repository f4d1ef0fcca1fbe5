// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/start_parts.h"

#include "ui/common/buttons.h"
#include "ui/common/figures.h"
#include "ui/common/labels.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>

namespace tandem::ui {

namespace {

constexpr int kButtonWidth = 128;
constexpr int kInset = 12; ///< rows reach this far beyond the column of the text

} // namespace

StartCard::StartCard(Icon icon, const QString& title, const QString& text, QAction* action)
    : m_icon(icon), m_title(title), m_text(text),
      m_key(action->shortcut().toString(QKeySequence::NativeText).replace(u'+', u' '))
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(text);
    setObjectName(QStringLiteral("card-") + action->objectName());
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, action, &QAction::trigger);
}

void StartCard::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lit = underMouse();
    painter.setPen(QPen(theme.colour(hasFocus() || lit ? Colour::Accent : Colour::LineStrong),
                        hasFocus() ? 2 : 1));
    painter.setBrush(theme.colour(lit ? Colour::SurfaceSunken : Colour::SurfaceRaised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), tokens().radiusCard,
                            tokens().radiusCard);
    drawIcon(painter, QRectF(22, 22, 20, 20), m_icon, theme.colour(Colour::Accent));
    painter.setFont(textFont(TextSize::Small));
    painter.setPen(theme.colour(Colour::TextTertiary));
    painter.drawText(QRect(0, 22, width() - 22, 20), Qt::AlignVCenter | Qt::AlignRight, m_key);
    painter.setFont(textFont(TextSize::Body, Weight::Semibold));
    painter.setPen(theme.colour(Colour::TextPrimary));
    painter.drawText(QRect(22, 56, width() - 44, 20), Qt::AlignVCenter, m_title);
    painter.setFont(textFont(TextSize::Small));
    painter.setPen(theme.colour(Colour::TextSecondary));
    painter.drawText(QRect(22, 80, width() - 40, height() - 84), Qt::TextWordWrap, m_text);
}

RecentRow::RecentRow(const RecentFile& file, QWidget* parent)
    : QAbstractButton(parent), m_file(file), m_there(file.exists()),
      m_button(makeButton(m_there ? tr("Open") : tr("Find it…"),
                          m_there ? ButtonKind::Primary : ButtonKind::Secondary, this))
{
    setText(file.name);
    setAccessibleName(tr("%1, %2").arg(file.name, placeWords(file.path)));
    setToolTip(plainToolTip(file.path));
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setFixedHeight(sizeHint().height());
    m_button->setFocusPolicy(Qt::NoFocus); // the row itself has the focus
    m_button->setVisible(!m_there);
    const auto act = [this] { m_there ? emit openRequested() : emit findRequested(); };
    connect(this, &QAbstractButton::clicked, this, act);
    connect(m_button, &QPushButton::clicked, this, act);
}

void RecentRow::showButton()
{
    m_button->setVisible(!m_there || hasFocus() || underMouse());
    update();
}

void RecentRow::resizeEvent(QResizeEvent*)
{
    m_button->setGeometry(width() - kInset - kButtonWidth, 16, kButtonWidth, 32);
}

void RecentRow::focusInEvent(QFocusEvent* event)
{
    QAbstractButton::focusInEvent(event);
    showButton();
}

void RecentRow::focusOutEvent(QFocusEvent* event)
{
    QAbstractButton::focusOutEvent(event);
    showButton();
}

void RecentRow::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    showButton();
}

void RecentRow::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    showButton();
}

void RecentRow::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        break;
    case Qt::Key_Down:
        focusNextChild();
        break;
    case Qt::Key_Up:
        focusPreviousChild();
        break;
    case Qt::Key_Delete:
        emit forgetRequested();
        break;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void RecentRow::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    const QAction* forget = menu.addAction(tr("Take off this list"));
    if (menu.exec(event->globalPos()) == forget) {
        emit forgetRequested();
    }
}

void RecentRow::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect ground = rect().adjusted(0, 0, 0, -1);
    if (hasFocus() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(hasFocus() ? Colour::SurfaceSelected : Colour::SurfaceHover));
        painter.drawRoundedRect(ground, tokens().radiusControl, tokens().radiusControl);
    } else {
        painter.fillRect(QRect(kInset, height() - 1, width() - 2 * kInset, 1),
                         theme.colour(Colour::LineHair));
    }
    drawIcon(painter, QRectF(kInset + 2, 22, 20, 20), m_file.readOnly ? Icon::Lock : Icon::Document,
             theme.colour(m_there && !m_file.readOnly ? Colour::Accent : Colour::TextTertiary));

    const int right = width() - kInset - kButtonWidth - 16;
    const int left = kInset + 40;
    const int half = (right - left) / 2;
    const auto line = [&painter](const QRect& box, const QString& text, Qt::Alignment alignment) {
        painter.drawText(box, alignment | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideMiddle, box.width()));
    };
    painter.setFont(textFont(TextSize::Body, Weight::Semibold));
    painter.setPen(theme.colour(m_there ? Colour::TextPrimary : Colour::TextTertiary));
    line(QRect(left, 13, half, 20), m_file.name, Qt::AlignLeft);
    painter.setFont(textFont(TextSize::Small));
    painter.setPen(theme.colour(Colour::TextTertiary));
    line(QRect(left, 34, half, 16), placeWords(m_file.path), Qt::AlignLeft);
    line(QRect(left + half, 34, half, 16), whenWords(m_file.openedAt, QDateTime::currentDateTime()),
         Qt::AlignRight);
    painter.setFont(textFont(TextSize::Small, m_there ? Weight::Regular : Weight::Medium));
    painter.setPen(theme.colour(m_there ? Colour::TextSecondary : Colour::StateWarn));
    const QString leads = tr("%1 leads").arg(countText(m_file.leads));
    line(QRect(left + half, 15, half, 16),
         !m_there          ? tr("cannot be found")
         : m_file.readOnly ? tr("%1, read-only").arg(leads)
                           : leads,
         Qt::AlignRight);
}

void drawPaths(QPainter& painter, const QRectF& box, const Theme& theme)
{
    painter.save();
    painter.setClipRect(box);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = box.left() + box.width() * 0.5;
    const double bend = box.top() + box.height() * 0.52;
    const double bendEnd = box.top() + box.height() * 0.725;
    const double spread = box.width() * 0.273;
    constexpr double kApart = 10; // half the distance of the two once they run together
    const auto draw = [&](double side, const QColor& colour, std::initializer_list<double> apart,
                          std::initializer_list<double> joined) {
        const double top = middle + side * kApart;
        const double foot = middle + side * (kApart + spread + box.width() * 0.017);
        QPainterPath path(QPointF(top, box.top() - 10));
        path.lineTo(top, bend);
        path.cubicTo(top, bend + (bendEnd - bend) * 0.62, foot, bend + (bendEnd - bend) * 0.42,
                     foot, bendEnd);
        path.lineTo(foot, box.bottom() + 10);
        painter.setPen(QPen(colour, 10, Qt::SolidLine, Qt::FlatCap));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
        painter.setPen(QPen(colour, 4));
        painter.setBrush(theme.colour(Colour::SurfaceRail));
        for (const double at : joined) {
            painter.drawEllipse(QPointF(top, box.top() + box.height() * at), 9, 9);
        }
        for (const double at : apart) {
            painter.drawEllipse(QPointF(foot, box.top() + box.height() * at), 9, 9);
        }
    };
    draw(-1, theme.teamFill(Whose::Marketing), {0.824, 0.935}, {0.166, 0.266, 0.4});
    draw(1, theme.teamFill(Whose::Sales), {0.778, 0.889}, {0.121, 0.333});
    painter.restore();
}

} // namespace tandem::ui

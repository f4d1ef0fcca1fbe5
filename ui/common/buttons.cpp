// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/buttons.h"

#include "ui/common/labels.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace tandem::ui {

namespace {

const char* kindName(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Primary:
        return "primary";
    case ButtonKind::Quiet:
        return "quiet";
    case ButtonKind::Danger:
        return "danger";
    case ButtonKind::Link:
        return "link";
    case ButtonKind::Secondary:
        break;
    }
    return "secondary";
}

/// One choice of a SegmentedSwitch.
class Segment : public QAbstractButton {
public:
    explicit Segment(QWidget* parent) : QAbstractButton(parent)
    {
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        // As wide as the chosen look, so that choosing moves nothing.
        const QFontMetrics metrics(textFont(TextSize::Body, Weight::Semibold));
        return {metrics.horizontalAdvance(text()) + 2 * tokens().space3 + 2,
                tokens().heightControl};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme theme = Theme::of(this);
        QPainter painter(this);
        painter.setFont(textFont(TextSize::Body, isChecked() ? Weight::Semibold : Weight::Medium));
        painter.setPen(theme.colour(!isEnabled()   ? Colour::LineControl
                                    : isChecked()  ? Colour::Accent
                                    : underMouse() ? Colour::TextPrimary
                                                   : Colour::TextSecondary));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, text());
    }
};

} // namespace

QPushButton* makeButton(const QString& text, ButtonKind kind, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    setKind(button, kind);
    return button;
}

void setKind(QPushButton* button, ButtonKind kind)
{
    button->setProperty("kind", QLatin1String(kindName(kind)));
    if (button->testAttribute(Qt::WA_WState_Polished)) {
        button->style()->unpolish(button);
        button->style()->polish(button);
    }
}

void setSmall(QWidget* control)
{
    control->setProperty("small", true);
}

QToolButton* makeIconButton(Icon which, const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setIcon(icon(which));
    button->setIconSize(QSize(tokens().iconSizeControl, tokens().iconSizeControl));
    button->setToolTip(plainToolTip(name));
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

DropButton::DropButton(const QString& text, QWidget* parent) : QPushButton(text, parent) {}

QSize DropButton::sizeHint() const
{
    const int side = tokens().iconSizeControl;
    const int lead = icon().isNull() ? 0 : side + tokens().space3 - 2;
    const QFontMetrics metrics(textFont(TextSize::Body, Weight::Medium));
    return {tokens().space3 + lead + metrics.horizontalAdvance(text()) + tokens().space2 + side +
                tokens().space3 - 2,
            tokens().heightControl};
}

void DropButton::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = {};
    painter.drawControl(QStyle::CE_PushButton, option);

    const Theme theme = Theme::of(this);
    const Colour ink = isEnabled() ? Colour::TextPrimary : Colour::LineControl;
    const int side = tokens().iconSizeControl;
    const int top = (height() - side) / 2;
    int left = tokens().space3;
    if (!icon().isNull()) {
        icon().paint(&painter, QRect(left, top, side, side), Qt::AlignCenter,
                     isEnabled() ? QIcon::Normal : QIcon::Disabled);
        left += side + tokens().space3 - 2;
    }
    const int chevron = width() - tokens().space3 + 2 - side;
    painter.setFont(textFont(TextSize::Body, Weight::Medium));
    painter.setPen(theme.colour(ink));
    painter.drawText(QRect(left, 0, chevron - left, height()),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text());
    drawIcon(painter, QRectF(chevron, top, side, side), Icon::ChevronDown,
             theme.colour(isEnabled() ? Colour::TextSecondary : Colour::LineControl));
}

LinkButton::LinkButton(const QString& text, QWidget* parent) : QAbstractButton(parent)
{
    setText(text);
    setFont(textFont(TextSize::Small));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize LinkButton::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 1, lineHeight(TextSize::Small) + 2};
}

void LinkButton::paintEvent(QPaintEvent*)
{
    const QColor ink = Theme::of(this).colour(!isEnabled()   ? Colour::LineControl
                                              : underMouse() ? Colour::AccentHover
                                                             : Colour::Accent);
    QPainter painter(this);
    painter.setPen(ink);
    painter.drawText(rect().adjusted(0, 0, 0, -2), Qt::AlignLeft | Qt::AlignVCenter, text());
    painter.setPen(QPen(ink, 1, underMouse() ? Qt::SolidLine : Qt::DotLine));
    painter.drawLine(0, height() - 1, width() - 1, height() - 1);
}

SegmentedSwitch::SegmentedSwitch(QWidget* parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    m_group->setExclusive(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(1, 0, 1, 0);
    row->setSpacing(1);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int index, bool on) {
        update();
        if (on) {
            emit currentChanged(index);
        }
    });
}

int SegmentedSwitch::addSegment(const QString& text)
{
    auto* segment = new Segment(this);
    segment->setText(text);
    const int index = count();
    m_group->addButton(segment, index);
    layout()->addWidget(segment);
    if (index == 0) {
        const QSignalBlocker quiet(m_group);
        segment->setChecked(true);
    }
    return index;
}

void SegmentedSwitch::setSegmentText(int index, const QString& text)
{
    if (QAbstractButton* segment = m_group->button(index)) {
        segment->setText(text);
        segment->updateGeometry();
    }
}

int SegmentedSwitch::count() const
{
    return static_cast<int>(m_group->buttons().size());
}

int SegmentedSwitch::currentIndex() const
{
    return m_group->checkedId();
}

void SegmentedSwitch::setCurrentIndex(int index)
{
    if (QAbstractButton* segment = m_group->button(index)) {
        segment->setChecked(true);
    }
}

void SegmentedSwitch::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF edge = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(edge, tokens().radiusControl, tokens().radiusControl);
    painter.fillPath(shape, theme.colour(Colour::SurfaceRaised));
    painter.setClipPath(shape);
    for (QAbstractButton* segment : m_group->buttons()) {
        if (segment->isChecked()) {
            painter.fillRect(segment->geometry(), theme.colour(Colour::SurfaceSelected));
        }
    }
    painter.setPen(theme.colour(Colour::LineStrong));
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (QAbstractButton* segment : m_group->buttons()) {
        const int right = segment->geometry().right() + 1;
        if (right < width() - 2) {
            painter.drawLine(right, 0, right, height());
        }
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipping(false);
    painter.drawPath(shape);
}

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rail.h"

#include "ui/common/labels.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace tandem::ui {

namespace {

/// The two rings and the program's name; opens the menu.
class LogoButton : public QAbstractButton {
public:
    explicit LogoButton(QWidget* parent) : QAbstractButton(parent)
    {
        setText(QStringLiteral("Tandem"));
        setAccessibleName(Rail::tr("Menu"));
        setToolTip(Rail::tr("Menu (F10)"));
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::TabFocus);
        setFixedHeight(tokens().heightBar);
    }

    QSize sizeHint() const override { return {tokens().widthRail, tokens().heightBar}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme theme = Theme::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool collapsed = width() < 100;
        if (underMouse() || hasFocus()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.colour(Colour::SurfaceHover));
            painter.drawRoundedRect(rect().adjusted(8, 10, collapsed ? -8 : -8, -10), 6, 6);
        }
        const QRectF rings(16, height() / 2.0 - 12, 24, 24);
        drawLogo(painter, rings, theme);
        if (!collapsed) {
            painter.setFont(textFont(TextSize::Body, Weight::Semibold));
            painter.setPen(theme.colour(Colour::TextPrimary));
            painter.drawText(QRect(48, 0, width() - 56, height()), Qt::AlignVCenter, text());
        }
    }
};

} // namespace

/// The tick that says "saved" where there is no room for words.
class RailCheck : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        drawIcon(painter, QRectF(width() / 2.0 - 8, height() / 2.0 - 8, 16, 16), Icon::Check,
                 Theme::of(this).colour(Colour::StateSuccess));
    }
};

RailItem::RailItem(const QString& text, Icon icon, QWidget* parent)
    : QAbstractButton(parent), m_icon(icon)
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
}

void RailItem::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    setToolTip(collapsed ? plainToolTip(text()) : QString());
    updateGeometry();
    update();
}

QSize RailItem::sizeHint() const
{
    return {m_collapsed ? tokens().widthRailCollapsed : tokens().widthRail,
            tokens().heightRailItem};
}

void RailItem::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ground = QRectF(rect()).adjusted(8, 0, -8, 0);
    const double radius = tokens().radiusControl;
    painter.setPen(Qt::NoPen);
    if (isChecked()) {
        painter.setBrush(theme.colour(Colour::SurfaceSelected));
        painter.drawRoundedRect(ground, radius, radius);
        painter.setBrush(theme.colour(Colour::Accent));
        painter.drawRoundedRect(QRectF(-3, 8, 6, height() - 16), 3, 3);
    } else if (underMouse() || hasFocus()) {
        painter.setBrush(theme.colour(Colour::SurfaceHover));
        painter.drawRoundedRect(ground, radius, radius);
    }
    if (hasFocus() && isChecked()) {
        painter.setPen(QPen(theme.colour(Colour::Accent), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    }
    const QColor ink = theme.colour(isChecked() ? Colour::Accent : Colour::TextSecondary);
    const double size = tokens().iconSizeRail;
    drawIcon(painter, QRectF(18, (height() - size) / 2, size, size), m_icon, ink);
    if (!m_collapsed) {
        painter.setFont(textFont(TextSize::Body, isChecked() ? Weight::Semibold : Weight::Medium));
        painter.setPen(ink);
        painter.drawText(QRect(48, 0, width() - 60, height()), Qt::AlignVCenter, text());
    }
}

Rail::Rail(QWidget* parent)
    : QWidget(parent), m_logo(new LogoButton(this)), m_areaColumn(new QVBoxLayout),
      m_foot(new QWidget(this)), m_file(new ElidedLabel({}, TextSize::Small, Weight::Medium)),
      m_saved(new ElidedLabel({}, TextSize::Small, Weight::Regular, Colour::TextTertiary)),
      m_check(new RailCheck(this))
{
    setFixedWidth(tokens().widthRail);
    setObjectName(QStringLiteral("rail"));
    m_file->setElideMode(Qt::ElideMiddle);
    m_areaColumn->setSpacing(0);

    auto* foot = new QVBoxLayout(m_foot);
    foot->setContentsMargins(8, 12, 8, 12);
    foot->setSpacing(0);
    foot->addWidget(m_file);
    foot->addWidget(m_saved);
    m_check->setFixedHeight(40);
    m_check->hide();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_logo);
    column->addLayout(m_areaColumn);
    column->addStretch();
    auto* line = new Hairline(Qt::Horizontal);
    auto* inset = new QVBoxLayout;
    inset->setContentsMargins(8, 0, 8, 0);
    inset->addWidget(line);
    inset->addWidget(m_foot);
    inset->addWidget(m_check);
    column->addLayout(inset);
    connect(m_logo, &QAbstractButton::clicked, this, &Rail::menuRequested);
}

void Rail::addArea(const QString& title, Icon icon)
{
    auto* item = new RailItem(title, icon, this);
    const int number = static_cast<int>(m_areas.size());
    if (number < 9) {
        item->setAccessibleDescription(tr("Ctrl+%1").arg(number + 1));
    }
    m_areas.push_back(item);
    m_areaColumn->addWidget(item);
    connect(item, &QAbstractButton::clicked, this, [this, number] { emit areaChosen(number); });
}

void Rail::setCurrent(int area)
{
    for (int i = 0; i < static_cast<int>(m_areas.size()); ++i) {
        m_areas[static_cast<std::size_t>(i)]->setChecked(i == area);
    }
}

void Rail::setCollapsed(bool collapsed)
{
    if (m_collapsed == collapsed) {
        return;
    }
    m_collapsed = collapsed;
    setFixedWidth(collapsed ? tokens().widthRailCollapsed : tokens().widthRail);
    for (RailItem* item : m_areas) {
        item->setCollapsed(collapsed);
    }
    m_foot->setVisible(!collapsed);
    m_check->setVisible(collapsed);
}

void Rail::setFile(const QString& name, const QString& saved, const QString& path)
{
    m_file->setText(name);
    m_saved->setText(saved);
    m_foot->setToolTip(plainToolTip(path));
    m_check->setToolTip(plainToolTip(name + u'\n' + saved));
}

void Rail::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.colour(Colour::SurfaceRail));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), theme.colour(Colour::LineHair));
}

void Rail::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Down) {
        focusNextChild();
    } else if (event->key() == Qt::Key_Up) {
        focusPreviousChild();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/notices.h"

#include "ui/common/buttons.h"
#include "ui/common/labels.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace tandem::ui {

namespace {

constexpr int kReadingWidth = 480;
constexpr int kNarrowest = 320;
constexpr int kBarHeight = 40;

TextLabel* wrapping(TextLabel* label)
{
    label->setWordWrap(true);
    label->setMaximumWidth(kReadingWidth);
    return label;
}

struct NoticeLook {
    Colour ground;
    Colour ink;
    Icon icon;
};

NoticeLook lookOf(NoticeBar::Tone tone)
{
    switch (tone) {
    case NoticeBar::Tone::Info:
        break;
    case NoticeBar::Tone::Success:
        return {Colour::StateSuccessTint, Colour::StateSuccess, Icon::Check};
    case NoticeBar::Tone::Warn:
        return {Colour::StateWarnTint, Colour::StateWarn, Icon::Warning};
    case NoticeBar::Tone::Danger:
        return {Colour::StateDangerTint, Colour::StateDanger, Icon::Warning};
    }
    return {Colour::AccentTint, Colour::Accent, Icon::Info};
}

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

} // namespace

EmptyState::EmptyState(const QString& title, const QString& text, const QString& action,
                       QWidget* parent)
    : QFrame(parent), m_title(new HeadingLabel(title)),
      m_text(wrapping(new TextLabel(text, TextSize::Body, Weight::Regular, Colour::TextSecondary)))
{
    auto* column = new QVBoxLayout(this);
    const int margin = tokens().space6;
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(tokens().space1);
    column->addWidget(m_title);
    column->addWidget(m_text);
    if (!action.isEmpty()) {
        QPushButton* button = makeButton(action);
        column->addSpacing(tokens().space3);
        column->addWidget(button, 0, Qt::AlignLeft);
        connect(button, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    }
    column->addStretch();
    setMinimumWidth(kNarrowest);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void EmptyState::setText(const QString& title, const QString& text)
{
    m_title->setText(title);
    m_text->setText(text);
}

void EmptyState::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(Theme::of(this).colour(Colour::LineStrong), 1);
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), tokens().radiusCard,
                            tokens().radiusCard);
}

ErrorCard::ErrorCard(const ErrorWords& words, const QString& action, QWidget* parent)
    : QFrame(parent), m_happened(wrapping(new HeadingLabel)),
      m_kept(wrapping(new TextLabel({}, TextSize::Body, Weight::Regular, Colour::TextSecondary))),
      m_advice(wrapping(new TextLabel({}, TextSize::Body, Weight::Regular, Colour::TextPrimary)))
{
    auto* column = new QVBoxLayout(this);
    const int margin = tokens().space6;
    column->setContentsMargins(margin + tokens().space6, margin, margin, margin);
    column->setSpacing(tokens().space1);
    for (TextLabel* part : {m_happened, m_kept, m_advice}) {
        part->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(part);
    }
    if (!action.isEmpty()) {
        QPushButton* button = makeButton(action);
        column->addSpacing(tokens().space3);
        column->addWidget(button, 0, Qt::AlignLeft);
        connect(button, &QPushButton::clicked, this, &ErrorCard::actionTriggered);
    }
    column->addStretch();
    setMinimumWidth(kNarrowest);
    setWords(words);
}

void ErrorCard::setWords(const ErrorWords& words)
{
    m_happened->setText(text(words.happened));
    m_kept->setText(text(words.kept));
    m_advice->setText(text(words.advice));
    setAccessibleName(m_happened->text());
    setAccessibleDescription(m_kept->text() + ' ' + m_advice->text());
}

void ErrorCard::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.colour(Colour::LineStrong), 1));
    painter.setBrush(theme.colour(Colour::SurfaceRaised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), tokens().radiusCard,
                            tokens().radiusCard);
    const double top = m_happened->y() + (lineHeight(TextSize::Body) - 16) / 2.0;
    drawIcon(painter, QRectF(tokens().space5, top, 16, 16), Icon::Warning,
             theme.colour(Colour::StateDanger));
}

NoticeBar::NoticeBar(Tone tone, const QString& text, const QString& action, QWidget* parent)
    : QFrame(parent), m_tone(tone),
      m_text(new TextLabel(text, TextSize::Body, Weight::Regular, Colour::TextPrimary))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(tokens().space10, tokens().space1, tokens().space3, tokens().space1);
    row->setSpacing(tokens().space3);
    m_text->setWordWrap(true);
    row->addWidget(m_text, 1);
    if (!action.isEmpty()) {
        QPushButton* button = makeButton(action, ButtonKind::Link);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, &NoticeBar::actionTriggered);
    }
    setMinimumHeight(kBarHeight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NoticeBar::setText(const QString& text)
{
    m_text->setText(text);
}

void NoticeBar::setClosable()
{
    QToolButton* cross = makeIconButton(Icon::Close, tr("Close this notice"));
    setSmall(cross);
    layout()->addWidget(cross);
    connect(cross, &QToolButton::clicked, this, [this] {
        hide();
        emit closed();
    });
}

void NoticeBar::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    const NoticeLook look = lookOf(m_tone);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(look.ground));
    painter.drawRoundedRect(rect(), tokens().radiusControl, tokens().radiusControl);
    drawIcon(painter, QRectF(tokens().space3, (height() - 16) / 2.0, 16, 16), look.icon,
             theme.colour(look.ink));
}

} // namespace tandem::ui

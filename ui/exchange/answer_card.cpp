// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/answer_card.h"

#include "ui/common/labels.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QTextLayout>
#include <QVBoxLayout>

namespace tandem::ui {

namespace {

constexpr int kCardHeight = 118;
constexpr int kStripHeight = 38;
constexpr double kDot = 4.0; ///< radius

/// Month names, or years where there are many, below the strip.
std::vector<std::pair<Day, QString>> ticks(Day first, Day last)
{
    std::vector<std::pair<Day, QString>> out;
    const int months = std::max(1, (last - first) / 30);
    const int step = months <= 5 ? 1 : months <= 16 ? 2 : months <= 30 ? 6 : 12;
    CivilDay at = civilFromDay(first);
    at.day = 1;
    while (true) {
        const auto day = dayFromCivil(at);
        if (!day || *day > last) {
            return out;
        }
        if (*day >= first && (step == 1 || (at.month - 1) % step == 0)) {
            const bool year = step >= 6 && at.month == 1;
            out.emplace_back(*day, year ? QString::number(at.year)
                                        : QLocale().monthName(at.month, QLocale::ShortFormat));
        }
        at.year += at.month / 12;
        at.month = at.month % 12 + 1;
    }
}

} // namespace

AnswerCard::AnswerCard(Answer answer, QWidget* parent)
    : QAbstractButton(parent), m_answer(std::move(answer))
{
    setCheckable(true);
    setText(m_answer.title);
    setAccessibleName(m_answer.title + ", " + m_answer.example);
    setAccessibleDescription(m_answer.warning + m_answer.text);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setObjectName(QStringLiteral("answer-") + QString::fromStdString(m_answer.value));
}

QSize AnswerCard::sizeHint() const
{
    return {240, m_answer.days.empty() ? kCardHeight - kStripHeight : kCardHeight};
}

void AnswerCard::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool strong = isChecked() || hasFocus();
    const double line = strong ? 2 : 1;
    painter.setPen(QPen(theme.colour(strong ? Colour::Accent : Colour::LineStrong), line));
    painter.setBrush(
        theme.colour(underMouse() && !isChecked() ? Colour::SurfaceHover : Colour::SurfaceRaised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2),
                            tokens().radiusCard, tokens().radiusCard);

    const QRectF radio(13, 12, 14, 14);
    painter.setPen(QPen(theme.colour(isChecked() ? Colour::Accent : Colour::LineControl), 1.5));
    painter.setBrush(theme.colour(Colour::SurfaceRaised));
    painter.drawEllipse(radio);
    if (isChecked()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(Colour::Accent));
        painter.drawEllipse(radio.center(), 3.5, 3.5);
    }
    const QFont bold = textFont(TextSize::Body, Weight::Semibold);
    painter.setFont(bold);
    painter.setPen(theme.colour(Colour::TextPrimary));
    painter.drawText(QRectF(36, 9, width() - 48, 20), Qt::AlignVCenter, m_answer.title);
    const double after = 36 + QFontMetricsF(bold).horizontalAdvance(m_answer.title) + 8;
    painter.setFont(textFont(TextSize::Body));
    painter.setPen(theme.colour(Colour::TextSecondary));
    painter.drawText(QRectF(after, 9, width() - after - 12, 20), Qt::AlignVCenter,
                     m_answer.example);
    const QFont small = textFont(TextSize::Small, Weight::Medium);
    if (m_answer.likely) {
        const QString word = tr("likely");
        const double wide = QFontMetricsF(small).horizontalAdvance(word) + 16;
        const QRectF chip(width() - 12 - wide, 9, wide, 20);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(Colour::StateSuccessTint));
        painter.drawRoundedRect(chip, tokens().radiusControl, tokens().radiusControl);
        painter.setPen(theme.colour(Colour::StateSuccess));
        painter.setFont(small);
        painter.drawText(chip, Qt::AlignCenter, word);
    }
    double top = 36;
    if (!m_answer.days.empty()) {
        paintStrip(painter, theme, QRectF(14, top, width() - 28, kStripHeight));
        top += kStripHeight + 4;
    }

    // The warning and the rest run on as one text of two colours.
    QTextLayout text(m_answer.warning + m_answer.text, textFont(TextSize::Small));
    QTextLayout::FormatRange warn;
    warn.start = 0;
    warn.length = static_cast<int>(m_answer.warning.size());
    warn.format.setForeground(theme.colour(Colour::StateWarn));
    warn.format.setFontWeight(QFont::Medium);
    text.setFormats({warn});
    text.beginLayout();
    double y = 0;
    for (int lines = 0; lines < 2; ++lines) {
        QTextLine at = text.createLine();
        if (!at.isValid()) {
            break;
        }
        at.setLineWidth(width() - 28);
        at.setPosition({0, y});
        y += lineHeight(TextSize::Small);
    }
    text.endLayout();
    painter.setPen(theme.colour(Colour::TextSecondary));
    text.draw(&painter, QPointF(14, top));
}

void AnswerCard::paintStrip(QPainter& painter, const Theme& theme, const QRectF& box) const
{
    const double days = std::max(1, m_answer.last - m_answer.first);
    const auto xOf = [&](Day day) {
        return box.left() + 5 + (box.width() - 10) * (day - m_answer.first) / days;
    };
    const double middle = box.top() + 11;
    painter.setPen(QPen(theme.colour(Colour::LineStrong), 1));
    painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle));
    painter.setFont(textFont(TextSize::Small));
    painter.setPen(theme.colour(Colour::TextTertiary));
    double used = box.left() - 100;
    for (const auto& [day, word] : ticks(m_answer.first, m_answer.last)) {
        const double x = xOf(day);
        const double half = QFontMetricsF(painter.font()).horizontalAdvance(word) / 2;
        if (x - half > used + 12 && x - half >= box.left() && x + half <= box.right()) {
            painter.drawText(QRectF(x - half, box.top() + 22, 2 * half + 2, 16), Qt::AlignLeft,
                             word);
            used = x + half;
        }
    }
    painter.setPen(Qt::NoPen);
    double last = -100;
    bool ahead = false;
    for (const auto& [day, count] : m_answer.days) {
        const double x = xOf(day);
        if (x - last < 2 * kDot + 1 && ahead == (day > m_answer.today)) {
            continue; // it would lie on the one before
        }
        last = x;
        ahead = day > m_answer.today;
        painter.setBrush(theme.colour(day > m_answer.today ? Colour::StateWarn : Colour::Accent));
        painter.drawEllipse(QPointF(x, middle), kDot, kDot);
    }
    painter.setPen(QPen(theme.colour(Colour::TextPrimary), 2));
    const double now = xOf(m_answer.today);
    painter.drawLine(QPointF(now, middle - 10), QPointF(now, middle + 10));
}

QuestionBox::QuestionBox(const AnswerSheet& sheet, QWidget* parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_values{sheet.one.value, sheet.other.value}
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 4, 12, 14);
    column->setSpacing(8);
    auto* line = new QHBoxLayout;
    line->setSpacing(6);
    auto* question = new ElidedLabel(sheet.question, TextSize::Small, Weight::Semibold);
    question->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    line->addWidget(question);
    line->addWidget(
        new ElidedLabel(sheet.reason, TextSize::Small, Weight::Regular, Colour::TextSecondary), 1);
    column->addLayout(line);
    auto* cards = new QHBoxLayout;
    cards->setSpacing(12);
    m_group->setExclusive(true);
    for (const Answer* answer : {&sheet.one, &sheet.other}) {
        auto* card = new AnswerCard(*answer);
        m_group->addButton(card, static_cast<int>(m_group->buttons().size()));
        cards->addWidget(card);
    }
    column->addLayout(cards);
    connect(m_group, &QButtonGroup::idClicked, this,
            [this](int id) { emit answered(m_values[static_cast<std::size_t>(id)]); });
}

void QuestionBox::setChosen(const std::string& value)
{
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        if (m_values[i] == value) {
            m_group->button(static_cast<int>(i))->setChecked(true);
        }
    }
}

void QuestionBox::focusAnswer()
{
    QAbstractButton* chosen = m_group->checkedButton();
    (chosen ? chosen : m_group->button(0))->setFocus(Qt::TabFocusReason);
}

int QuestionBox::height()
{
    return 4 + lineHeight(TextSize::Small) + 8 + kCardHeight + 14;
}

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/column_block.h"

#include "ui/common/buttons.h"
#include "ui/common/figures.h"
#include "ui/common/labels.h"
#include "ui/exchange/answer_card.h"
#include "ui/exchange/choice_box.h"

#include <QComboBox>
#include <QHelpEvent>
#include <QPainter>
#include <QStandardItemModel>
#include <QToolTip>

namespace tandem::ui {

namespace {

constexpr int kRow = 30;

} // namespace

ColumnPlaces ColumnPlaces::in(int width)
{
    ColumnPlaces places{};
    places.name = 8;
    places.samples = qMax(120, width * 20 / 100);
    places.becomes = places.samples + qMax(110, width * 25 / 100);
    places.becomesWidth = qBound(128, width * 19 / 100, 190);
    places.filledWidth = 56;
    places.filled = places.becomes + places.becomesWidth + 4;
    places.seen = places.filled + places.filledWidth + 16;
    places.end = width - 8;
    return places;
}

ColumnBlock::ColumnBlock(std::size_t column, QStandardItemModel* choices, QWidget* parent)
    : QWidget(parent), m_column(column), m_box(new ChoiceBox)
{
    m_box->setParent(this);
    setSmall(m_box);
    m_box->setModel(choices);
    m_box->setMaxVisibleItems(18);
    m_box->setFocusPolicy(Qt::StrongFocus);
    m_box->setObjectName(QStringLiteral("becomes-%1").arg(column));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_box, &QComboBox::activated, this,
            [this](int choice) { emit targetChosen(m_column, choice); });
}

void ColumnBlock::follow(const ImportDraft& draft, const std::vector<std::string>& samples,
                         std::int64_t rows, Day today)
{
    m_name = shownText(draft.columnName(m_column));
    m_box->setAccessibleName(tr("%1 becomes").arg(m_name));
    QStringList shown;
    for (const std::string& sample : samples) {
        shown << shownText(sample);
    }
    m_samples = shown.join(QStringLiteral(", "));
    const ColumnSurvey* seen = draft.survey(m_column);
    m_filled = seen == nullptr || rows == 0
                   ? QString()
                   : percentText(static_cast<double>(seen->filled) / static_cast<double>(rows), 0);
    m_note = columnNote(draft, m_column);

    const std::vector<ColumnTarget> targets = draft.targets(m_column);
    m_leftOut = targets.empty();
    if (targets.size() > 1) {
        QStringList titles;
        for (const ColumnTarget& target : targets) {
            titles << targetTitle(target);
        }
        m_box->setPlaceholderText(titles.join(QStringLiteral(" + ")));
        m_box->setToolTip(plainToolTip(titles.join(QStringLiteral(" + "))));
        m_box->setCurrentIndex(-1);
        inkBox();
    } else {
        const ColumnTarget target = targets.empty() ? ColumnTarget() : targets.front();
        const std::vector<ColumnTarget> choices = draft.choices();
        const auto found = std::find(choices.begin(), choices.end(), target);
        m_box->setToolTip({});
        m_box->setCurrentIndex(static_cast<int>(found - choices.begin()));
    }

    const std::string& decimal = draft.mapping().decimal;
    if (draft.asksDateOrder(m_column)) {
        m_open = draft.dateOrder(m_column).empty();
        showQuestion(dateAnswers(draft, m_column, today), draft.dateOrder(m_column));
    } else if (draft.asksDecimalSign(m_column)) {
        m_open = decimal.empty();
        showQuestion(decimalAnswers(draft, m_column), decimal);
    } else {
        m_open = false;
        delete std::exchange(m_question, nullptr);
        m_asked.clear();
    }
    updateGeometry();
    place();
    update();
}

void ColumnBlock::showQuestion(const AnswerSheet& sheet, const std::string& told)
{
    if (m_question == nullptr || m_asked != sheet.question) {
        delete m_question;
        m_asked = sheet.question;
        m_question = new QuestionBox(sheet, this);
        m_question->show();
        connect(m_question, &QuestionBox::answered, this,
                [this](const std::string& value) { emit answered(m_column, value); });
    }
    m_question->setChosen(told);
}

void ColumnBlock::focusQuestion()
{
    if (m_question != nullptr) {
        m_question->focusAnswer();
    }
}

QSize ColumnBlock::sizeHint() const
{
    return {560, kRow + (m_question == nullptr ? 0 : m_question->sizeHint().height())};
}

void ColumnBlock::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

void ColumnBlock::place()
{
    const ColumnPlaces places = ColumnPlaces::in(width());
    m_box->setGeometry(places.becomes, 3, places.becomesWidth, 24);
    if (m_question != nullptr) {
        m_question->setGeometry(0, kRow, width(), m_question->sizeHint().height());
    }
}

void ColumnBlock::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_open) {
        painter.fillRect(rect(), theme.colour(Colour::StateWarnTint));
        painter.fillRect(QRect(0, 0, 3, height()), theme.colour(Colour::StateWarn));
    }
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.colour(Colour::LineHair));

    const ColumnPlaces places = ColumnPlaces::in(width());
    const auto text = [&](int left, int right, const QString& words, const QFont& font,
                          Colour colour) {
        painter.setFont(font);
        painter.setPen(theme.colour(colour));
        painter.drawText(QRect(left, 0, right - left, kRow), Qt::AlignVCenter | Qt::TextSingleLine,
                         QFontMetrics(font).elidedText(words, Qt::ElideRight, right - left));
    };
    text(places.name, places.samples - 8, m_name, textFont(TextSize::Body, Weight::Medium),
         m_leftOut ? Colour::TextTertiary : Colour::TextPrimary);
    text(places.samples, places.becomes - 12, m_samples, textFont(TextSize::Body),
         m_leftOut ? Colour::TextTertiary : Colour::TextSecondary);
    painter.setFont(textFont(TextSize::Body));
    painter.setPen(theme.colour(Colour::TextSecondary));
    drawFigures(painter, QRectF(places.filled, 0, places.filledWidth, kRow),
                Qt::AlignRight | Qt::AlignVCenter, m_filled);
    const bool asks = m_note.tone == ColumnNote::Tone::Ask;
    int seen = places.seen;
    if (m_open) {
        drawIcon(painter, QRectF(seen, (kRow - 14) / 2.0, 14, 14), Icon::Question,
                 theme.colour(Colour::StateWarn));
        seen += 20;
    }
    text(seen, places.end, m_note.text,
         textFont(TextSize::Small,
                  m_note.tone == ColumnNote::Tone::Quiet ? Weight::Regular : Weight::Medium),
         asks                                    ? Colour::StateWarn
         : m_note.tone == ColumnNote::Tone::Good ? Colour::Accent
                                                 : Colour::TextTertiary);
}

void ColumnBlock::inkBox()
{
    // Several fields at once are shown as the placeholder, which is grey for want of a choice.
    QPalette ink;
    ink.setColor(QPalette::PlaceholderText, Theme::of(this).colour(Colour::TextPrimary));
    m_box->setPalette(ink);
}

bool ColumnBlock::event(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        inkBox();
    }
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const ColumnPlaces places = ColumnPlaces::in(width());
        const int x = help->pos().x();
        const QString text = help->pos().y() > kRow ? QString()
                             : x < places.samples   ? m_name
                             : x < places.becomes   ? m_samples
                             : x >= places.seen     ? m_note.text
                                                    : QString();
        QToolTip::showText(help->globalPos(), plainToolTip(text), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace tandem::ui

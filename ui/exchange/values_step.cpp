// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/values_step.h"

#include "ui/common/buttons.h"
#include "ui/common/figures.h"
#include "ui/common/labels.h"
#include "ui/exchange/choice_box.h"
#include "ui/exchange/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QPointer>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace tandem::ui {

namespace {

constexpr int kRow = 38;
constexpr int kMaxWidth = 760;

/// A word of the file with its count as a bar; the box with what it becomes stands on its right.
class ValueRow : public QWidget {
public:
    ValueRow(const ValueChoice& choice, double share)
        : m_text(shownText(choice.text)), m_count(countText(choice.count)), m_share(share),
          m_open(choice.open)
    {
        setFixedHeight(kRow);
    }

    static int boxWidth(int width) { return qBound(150, width * 34 / 100, 240); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme theme = Theme::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (m_open) {
            painter.fillRect(rect(), theme.colour(Colour::StateWarnTint));
            painter.fillRect(QRect(0, 0, 3, height()), theme.colour(Colour::StateWarn));
        }
        painter.fillRect(QRect(0, height() - 1, width(), 1), theme.colour(Colour::LineHair));
        const int right = width() - boxWidth(width()) - 40;
        const int bar = right / 3;
        const QFont font = textFont(TextSize::Body, Weight::Medium);
        painter.setFont(font);
        painter.setPen(theme.colour(Colour::TextPrimary));
        const int room = right - bar - 76;
        painter.drawText(QRect(12, 0, room, kRow), Qt::AlignVCenter | Qt::TextSingleLine,
                         QFontMetrics(font).elidedText(m_text, Qt::ElideRight, room));
        painter.setFont(textFont(TextSize::Body));
        painter.setPen(theme.colour(Colour::TextSecondary));
        drawFigures(painter, QRectF(right - bar - 64, 0, 56, kRow),
                    Qt::AlignRight | Qt::AlignVCenter, m_count);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(m_open ? Colour::StateWarn : Colour::ChartNeutral));
        painter.drawRoundedRect(
            QRectF(right - bar + 4, kRow / 2.0 - 4, qMax(3.0, m_share * (bar - 8)), 8), 2, 2);
        drawIcon(painter, QRectF(right + 8, kRow / 2.0 - 8, 16, 16), Icon::ChevronRight,
                 theme.colour(Colour::TextTertiary));
    }

    void resizeEvent(QResizeEvent*) override
    {
        const int wide = boxWidth(width());
        if (auto* box = findChild<QComboBox*>()) {
            box->setGeometry(width() - wide - 8, (kRow - 24) / 2, wide, 24);
        }
    }

private:
    QString m_text;
    QString m_count;
    double m_share;
    bool m_open;
};

} // namespace

ValuesStep::ValuesStep(QWidget* parent)
    : QWidget(parent), m_title(new TitleLabel), m_caption(new CaptionLabel),
      m_scroll(new QScrollArea)
{
    m_title->setMinimumWidth(10);
    m_caption->setMinimumWidth(10);
    m_caption->setText(
        tr("A word that is left blank says nothing: the record comes in without it."));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 13, 24, 0);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addSpacing(2);
    column->addWidget(m_caption);
    column->addSpacing(8);
    column->addWidget(m_scroll, 1);
}

void ValuesStep::follow(const ImportDraft& draft)
{
    qint64 open = 0;
    qint64 all = 0;
    std::vector<std::string> shown;
    for (const auto& [field, column] : draft.translated()) {
        shown.push_back(field + '\x1f' + draft.columnName(column));
        for (const ValueChoice& choice : draft.values(field)) {
            ++all;
            open += choice.open ? 1 : 0;
            shown.push_back(choice.text + '\x1f' + choice.becomes + (choice.open ? "?" : ""));
        }
    }
    m_title->setText(all == 0    ? tr("There are no words to place")
                     : open == 0 ? tr("All %1 words have found their place").arg(countText(all))
                                 : tr("%1 of %2 words have found their place")
                                       .arg(countText(all - open), countText(all)));
    if (shown == m_shown) {
        return;
    }
    m_shown = shown;
    QString focused = focusWidget() == nullptr ? QString() : focusWidget()->objectName();
    const int scrolled = m_scroll->verticalScrollBar()->value();
    m_rows.clear();
    auto* list = new QWidget;
    auto* rows = new QVBoxLayout(list);
    rows->setContentsMargins(0, 0, 0, 24);
    rows->setSpacing(0);
    int number = 0;
    for (const auto& [field, column] : draft.translated()) {
        const std::vector<ValueChoice> values = draft.values(field);
        const std::vector<std::string> options = draft.options(field);
        auto* head = new QWidget;
        head->setMaximumWidth(kMaxWidth);
        auto* headRow = new QHBoxLayout(head);
        headRow->setContentsMargins(0, 12, 8, 6);
        headRow->addWidget(
            new HeadingLabel(tr("%1, from “%2”")
                                 .arg(targetTitle({ColumnTarget::Kind::Field, field}),
                                      shownText(draft.columnName(column)))));
        headRow->addStretch();
        const bool anyOpen =
            std::any_of(values.begin(), values.end(), [](const auto& value) { return value.open; });
        if (anyOpen) {
            auto* rest = new LinkButton(tr("leave the open ones blank"));
            rest->setObjectName(QStringLiteral("leave-blank-") + QString::fromStdString(field));
            headRow->addWidget(rest);
            connect(
                rest, &LinkButton::clicked, this,
                [this, name = field] { emit restLeftBlank(name); }, Qt::QueuedConnection);
        }
        rows->addWidget(head);
        std::int64_t most = 1;
        for (const ValueChoice& choice : values) {
            most = std::max(most, choice.count);
        }
        for (const ValueChoice& choice : values) {
            auto* line =
                new ValueRow(choice, static_cast<double>(choice.count) / static_cast<double>(most));
            line->setMaximumWidth(kMaxWidth);
            auto* box = new ChoiceBox(line);
            setSmall(box);
            box->setFocusPolicy(Qt::StrongFocus);
            box->setObjectName(QStringLiteral("value-%1").arg(number++));
            box->setAccessibleName(tr("%1 becomes").arg(shownText(choice.text)));
            box->addItem(tr("Leave blank"), QString());
            for (const std::string& option : options) {
                box->addItem(optionTitle(option), QString::fromStdString(option));
            }
            box->setPlaceholderText(tr("Choose…"));
            box->setCurrentIndex(
                choice.open ? -1 : box->findData(QString::fromStdString(choice.becomes)));
            connect(box, &QComboBox::activated, this,
                    [this, box, name = field, text = choice.text](int) {
                        const std::string becomes = box->currentData().toString().toStdString();
                        // The row is made anew, so not while its box is still at work.
                        QMetaObject::invokeMethod(
                            this, [=, this] { emit valueChosen(name, text, becomes); },
                            Qt::QueuedConnection);
                    });
            rows->addWidget(line);
            m_rows.push_back({box, choice.open});
        }
    }
    rows->addStretch();
    m_scroll->setWidget(list);
    m_scroll->verticalScrollBar()->setValue(scrolled);
    if (auto* again = list->findChild<QWidget*>(focused); again && !focused.isEmpty()) {
        again->setFocus();
    }
}

bool ValuesStep::focusNextQuestion()
{
    std::size_t from = 0;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        from = m_rows[i].box->hasFocus() ? i + 1 : from;
    }
    for (std::size_t step = 0; step < m_rows.size(); ++step) {
        const Row& row = m_rows[(from + step) % m_rows.size()];
        if (row.open) {
            m_scroll->ensureWidgetVisible(row.box, 0, 60);
            row.box->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return false;
}

} // namespace tandem::ui

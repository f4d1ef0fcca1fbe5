// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette.h"

#include "core/base/text.h"
#include "ui/common/labels.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

namespace tandem::ui {

namespace {

constexpr int kWidth = 600;
constexpr int kRow = 36;
constexpr int kHeadingRow = 28;
constexpr int kMostHeight = 420;

/// Draws rows from the palette's own items; the list only knows their numbers.
class Row : public QStyledItemDelegate {
public:
    Row(const std::vector<PaletteItem>& items, QObject* parent)
        : QStyledItemDelegate(parent), m_items(items)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        return {kWidth, m_items[static_cast<std::size_t>(index.row())].act ? kRow : kHeadingRow};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        const PaletteItem& item = m_items[static_cast<std::size_t>(index.row())];
        const Theme theme = Theme::of(option.widget);
        const QRect box = option.rect;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (!item.act) {
            painter->setFont(textFont(TextSize::Small, Weight::Medium));
            painter->setPen(theme.colour(Colour::TextTertiary));
            painter->drawText(box.adjusted(12, 4, -12, 0), Qt::AlignVCenter, item.title);
            painter->restore();
            return;
        }
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.colour(Colour::SurfaceSelected));
            painter->drawRoundedRect(box.adjusted(4, 1, -4, -1), 6, 6);
        }
        drawIcon(*painter, QRectF(box.left() + 14, box.center().y() - 7, 16, 16), item.icon,
                 theme.colour(Colour::TextSecondary));
        int right = box.right() - 14;
        if (!item.key.isEmpty()) {
            painter->setFont(textFont(TextSize::Small));
            painter->setPen(theme.colour(Colour::TextTertiary));
            painter->drawText(QRect(box.left(), box.top(), right - box.left(), box.height()),
                              Qt::AlignVCenter | Qt::AlignRight, item.key);
            right -= painter->fontMetrics().horizontalAdvance(item.key) + 16;
        }
        const int left = box.left() + 42;
        const QFont titleFont = textFont(TextSize::Body, Weight::Medium);
        const QFontMetrics titleMetrics(titleFont);
        const QString title = titleMetrics.elidedText(item.title, Qt::ElideRight, right - left);
        painter->setFont(titleFont);
        painter->setPen(theme.colour(Colour::TextPrimary));
        painter->drawText(QRect(left, box.top(), right - left, box.height()), Qt::AlignVCenter,
                          title);
        const int after = left + titleMetrics.horizontalAdvance(title) + 12;
        if (right - after > 40) {
            const QFont detailFont = textFont(TextSize::Small);
            painter->setFont(detailFont);
            painter->setPen(theme.colour(Colour::TextTertiary));
            painter->drawText(
                QRect(after, box.top(), right - after, box.height()), Qt::AlignVCenter,
                QFontMetrics(detailFont).elidedText(item.detail, Qt::ElideRight, right - after));
        }
        painter->restore();
    }

private:
    const std::vector<PaletteItem>& m_items;
};

} // namespace

bool fits(const QString& text, const QString& words)
{
    const std::string hay = folded(text.toStdString());
    const std::string needles = folded(words.toStdString());
    for (const std::string_view needle : split(needles, ' ')) {
        if (needle.empty()) {
            continue;
        }
        bool found = false;
        for (std::size_t at = hay.find(needle); at != std::string::npos && !found;
             at = hay.find(needle, at + 1)) {
            found = at == 0 || hay[at - 1] == ' ' || hay[at - 1] == '-';
        }
        if (!found) {
            return false;
        }
    }
    return true;
}

Palette::Palette(QWidget* window)
    : Popup(window), m_field(new QLineEdit), m_list(new QListWidget), m_nothing(new CaptionLabel)
{
    setObjectName(QStringLiteral("palette"));
    m_field->setPlaceholderText(tr("Find a lead, persona, campaign, page or command"));
    m_field->setAccessibleName(tr("Find anything"));
    m_field->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new Row(m_found, m_list));
    m_list->setAccessibleName(tr("What was found"));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 8);
    column->setSpacing(8);
    column->addWidget(m_field);
    column->addWidget(m_list);
    column->addWidget(m_nothing);
    setFixedWidth(kWidth);

    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &Palette::find);
    connect(m_list, &QListWidget::clicked, this,
            [this](const QModelIndex& index) { actOn(index.row()); });
}

void Palette::addSource(const QString& heading, PaletteSource source)
{
    m_groups.push_back({heading, std::move(source)});
}

void Palette::open()
{
    m_field->clear();
    find({});
    const QWidget* window = parentWidget()->window();
    move(window->mapToGlobal(QPoint((window->width() - kWidth) / 2, 64)));
    show();
    m_field->setFocus();
}

void Palette::find(const QString& words)
{
    m_list->clear();
    m_found.clear();
    for (const Group& group : m_groups) {
        std::vector<PaletteItem> items = group.source(words.trimmed());
        if (items.empty()) {
            continue;
        }
        m_found.push_back({group.heading, {}, {}, {}, {}});
        std::move(items.begin(), items.end(), std::back_inserter(m_found));
    }
    int height = 0;
    for (const PaletteItem& item : m_found) {
        auto* row = new QListWidgetItem(item.title, m_list);
        if (!item.act) {
            row->setFlags(Qt::NoItemFlags);
        }
        height += item.act ? kRow : kHeadingRow;
    }
    m_list->setVisible(!m_found.empty());
    m_list->setFixedHeight(std::min(height + 2, kMostHeight));
    m_nothing->setVisible(m_found.empty());
    m_nothing->setText(tr("Nothing begins with “%1”").arg(words));
    m_list->setCurrentRow(-1);
    step(1);
    adjustSize();
}

void Palette::step(int by)
{
    int row = m_list->currentRow();
    const int count = static_cast<int>(m_found.size());
    for (int tries = 0; tries < count; ++tries) {
        row = (row + by + count) % count;
        if (m_found[static_cast<std::size_t>(row)].act) {
            m_list->setCurrentRow(row);
            return;
        }
    }
}

void Palette::actOn(int row)
{
    if (row < 0 || row >= static_cast<int>(m_found.size())) {
        return;
    }
    const auto act = m_found[static_cast<std::size_t>(row)].act;
    if (act) {
        hide();
        // After this event, so that what opens next gets the focus.
        QTimer::singleShot(0, parentWidget(), act);
    }
}

bool Palette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Down:
            step(1);
            return true;
        case Qt::Key_Up:
            step(-1);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            actOn(m_list->currentRow());
            return true;
        default:
            break;
        }
    }
    return Popup::eventFilter(watched, event);
}

} // namespace tandem::ui

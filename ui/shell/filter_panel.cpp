// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/filter_panel.h"

#include "core/base/text.h"
#include "ui/common/figures.h"
#include "ui/common/labels.h"

#include <algorithm>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>

namespace tandem::ui {

namespace {

constexpr int kMostShown = 200; ///< more are found by typing
constexpr int kLeadsRole = Qt::UserRole + 1;

/// The item as the style draws it, and the number of leads at its right.
class CountedItem : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        const QString count = countText(index.data(kLeadsRole).toLongLong());
        const int wide = 72;
        QStyleOptionViewItem narrow = option;
        narrow.rect.setRight(option.rect.right() - wide);
        QStyledItemDelegate::paint(painter, narrow, index);
        painter->save();
        painter->setFont(textFont(TextSize::Small));
        painter->setPen(Theme::of(option.widget).colour(Colour::TextTertiary));
        drawFigures(*painter, QRectF(option.rect).adjusted(0, 0, -8, 0),
                    Qt::AlignRight | Qt::AlignVCenter, count);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), 28};
    }
};

QListWidget* plainList()
{
    auto* list = new QListWidget;
    list->setFrameShape(QFrame::NoFrame);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setUniformItemSizes(true);
    return list;
}

} // namespace

FilterPanel::FilterPanel(Document& document, ViewState& view, QWidget* parent)
    : Popup(parent), m_document(document), m_view(view), m_fields(plainList()),
      m_search(new QLineEdit), m_list(plainList()), m_rest(new CaptionLabel)
{
    setObjectName(QStringLiteral("filter-panel"));
    m_fields->setFixedWidth(156);
    m_fields->setAccessibleName(tr("Fields"));
    m_search->setPlaceholderText(tr("Find a value"));
    m_search->setAccessibleName(tr("Find a value"));
    m_search->setClearButtonEnabled(true);
    m_list->setAccessibleName(tr("Values"));
    m_list->setItemDelegate(new CountedItem(m_list));
    m_list->setMinimumSize(300, 280);

    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(8, 8, 12, 8);
    columns->setSpacing(12);
    columns->addWidget(m_fields);
    columns->addWidget(new Hairline(Qt::Vertical));
    auto* right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(m_search);
    right->addWidget(m_list);
    right->addWidget(m_rest);
    columns->addLayout(right);

    connect(m_fields, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item != nullptr) {
            m_field = item->data(Qt::UserRole).toString().toStdString();
            m_search->clear();
            listValues();
        }
    });
    connect(m_search, &QLineEdit::textChanged, this, &FilterPanel::fillValues);
    connect(m_list, &QListWidget::itemChanged, this, &FilterPanel::take);
    connect(m_list, &QListWidget::itemActivated, this, [](QListWidgetItem* item) {
        item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
    });
    // A click on the words ticks as well as one on the box; the box itself has done so already.
    connect(m_list, &QListWidget::itemPressed, this, [this](QListWidgetItem* item) {
        const int x = m_list->viewport()->mapFromGlobal(QCursor::pos()).x();
        if (x > 28) {
            item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
        }
    });
}

void FilterPanel::showField(const std::string& field)
{
    const auto facts = m_document.facts();
    m_fields->clear();
    for (const std::string& name : filterFields(*facts)) {
        auto* item = new QListWidgetItem(fieldTitle(*facts, name), m_fields);
        item->setData(Qt::UserRole, QString::fromStdString(name));
        item->setSizeHint({0, 28});
        if (name == field || m_fields->count() == 1) {
            m_fields->setCurrentItem(item);
        }
    }
    m_search->setFocus();
}

void FilterPanel::listValues()
{
    m_values = filterValues(*m_document.facts(), m_field, m_view.filters(), currentInstant());
    fillValues();
}

void FilterPanel::fillValues()
{
    m_filling = true;
    m_list->clear();
    const std::string words = folded(m_search->text().toStdString());
    const std::vector<std::string> chosen = m_view.filterValues(m_field);
    int left = 0;
    for (const FilterValue& value : m_values) {
        const QString shown =
            value.value.empty() ? tr("(blank)") : QString::fromStdString(value.value);
        if (folded(shown.toStdString()).find(words) == std::string::npos) {
            continue;
        }
        if (m_list->count() == kMostShown) {
            ++left;
            continue;
        }
        auto* item = new QListWidgetItem(shown, m_list);
        item->setData(Qt::UserRole, QString::fromStdString(value.value));
        item->setData(kLeadsRole, qlonglong{value.leads});
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(std::find(chosen.begin(), chosen.end(), value.value) != chosen.end()
                                ? Qt::Checked
                                : Qt::Unchecked);
    }
    m_rest->setText(left > 0               ? tr("%n more: type to find them", nullptr, left)
                    : m_list->count() == 0 ? tr("No lead has such a value")
                                           : tr("Leads with each value; several may be ticked"));
    m_filling = false;
}

void FilterPanel::take(const QListWidgetItem* item)
{
    if (m_filling) {
        return;
    }
    std::vector<std::string> chosen = m_view.filterValues(m_field);
    const std::string value = item->data(Qt::UserRole).toString().toStdString();
    std::erase(chosen, value);
    if (item->checkState() == Qt::Checked) {
        chosen.push_back(value);
    }
    m_view.setFilter(m_field, std::move(chosen));
}

} // namespace tandem::ui

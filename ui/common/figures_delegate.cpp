// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/figures_delegate.h"

#include "ui/common/figures.h"

#include <QApplication>
#include <QPainter>
#include <utility>

namespace tandem::ui {

void FiguresDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    if (!index.data(Qt::TextAlignmentRole).isValid()) {
        item.displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
    }
    const QStyle* style = item.widget ? item.widget->style() : QApplication::style();
    const QRect room = style->subElementRect(QStyle::SE_ItemViewItemText, &item, item.widget);
    const QString text = std::exchange(item.text, QString());
    // Everything but the text: ground, selection, icon.
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, item.widget) + 1;
    const bool selected = item.state & QStyle::State_Selected;
    const auto group = item.state & QStyle::State_Enabled ? QPalette::Active : QPalette::Disabled;
    painter->save();
    painter->setFont(item.font);
    painter->setPen(
        item.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text));
    drawFigures(*painter, room.adjusted(margin, 0, -margin, 0), item.displayAlignment, text);
    painter->restore();
}

} // namespace tandem::ui

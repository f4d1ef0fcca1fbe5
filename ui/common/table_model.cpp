// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/table_model.h"

namespace tandem::ui {

namespace {

QVariant alignmentOf(const TableColumn& column)
{
    const Qt::Alignment side = column.number ? Qt::AlignRight : Qt::AlignLeft;
    return QVariant::fromValue(static_cast<int>(side | Qt::AlignVCenter));
}

} // namespace

void TableModel::setColumns(std::vector<TableColumn> columns)
{
    beginResetModel();
    const QString sorted =
        m_sortColumn < 0 ? QString() : m_columns[static_cast<std::size_t>(m_sortColumn)].id;
    m_columns = std::move(columns);
    m_sortColumn = columnOf(sorted);
    endResetModel();
}

int TableModel::columnOf(const QString& id) const
{
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].id == id) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

int TableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    const TableColumn& column = m_columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole) {
        return column.title;
    }
    if (role == Qt::TextAlignmentRole) {
        return alignmentOf(column);
    }
    return {};
}

QVariant TableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount()) {
        return {};
    }
    if (role == Qt::DisplayRole) {
        return text(index.row(), index.column());
    }
    if (role == Qt::TextAlignmentRole) {
        return alignmentOf(m_columns[static_cast<std::size_t>(index.column())]);
    }
    return more(index.row(), index.column(), role);
}

QVariant TableModel::more(int, int, int) const
{
    return {};
}

void TableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount() ||
        !m_columns[static_cast<std::size_t>(column)].sortable) {
        return;
    }
    emit orderChanged();
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    m_sortColumn = column;
    m_sortOrder = order;
    reorder(column, order);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

} // namespace tandem::ui

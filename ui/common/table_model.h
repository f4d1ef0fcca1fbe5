// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QString>
#include <vector>

namespace tandem::ui {

/// One column of a table.
struct TableColumn {
    QString id;          ///< in the settings, never shown: "stage"
    QString title;       ///< "Stage"
    bool number = false; ///< right-aligned
    int width = 120;     ///< px, until the person changes it
    bool sortable = true;
};

/// What every table of the window has in common: columns with titles and alignment, an order, and
/// texts that are asked for only when they are seen. A table says how many rows it has and what
/// stands in a cell.
class TableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    const std::vector<TableColumn>& columns() const { return m_columns; }
    /// Replaces the columns, in the order in which they are shown.
    void setColumns(std::vector<TableColumn> columns);
    /// The position of a column; -1 if there is none of that id.
    int columnOf(const QString& id) const;

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    int sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }

signals:
    /// Before the rows are ordered anew; a row's number means something else afterwards.
    void orderChanged();

protected:
    /// What is shown in a cell; plain text.
    virtual QString text(int row, int column) const = 0;
    /// Any other role; DisplayRole, alignment and the tool tip are done here.
    virtual QVariant more(int row, int column, int role) const;
    /// Puts the rows in order; `column` is one that can be sorted.
    virtual void reorder(int column, Qt::SortOrder order) = 0;

private:
    std::vector<TableColumn> m_columns;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace tandem::ui

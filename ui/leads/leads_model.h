// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/lead_list.h"
#include "core/store/workbook.h"
#include "ui/common/table_model.h"

#include <QCache>
#include <QStringList>
#include <vector>

namespace tandem::ui {

class Document;

/// The table of leads: an order of ids. What stands in a cell comes from the facts, names from the
/// file when they are seen. It does not sort or filter itself: the page has the order computed and
/// sets it.
class LeadsModel : public TableModel {
    Q_OBJECT

public:
    /// What stands beside a name in the first column.
    enum Role { CompanyRole = Qt::UserRole, LeadIdRole };

    explicit LeadsModel(Document& document, QObject* parent = nullptr);

    /// Every column there is, built-in ones first; which are shown is setColumns().
    static std::vector<TableColumn> allColumns(const Facts& facts);
    /// The ids of those that a new table shows.
    static QStringList defaultColumns();
    /// What to sort by for a column's id.
    static LeadListQuery sortedBy(const Facts& facts, const QString& columnId);

    /// Shows these leads, as known at `asOf`.
    void show(std::vector<LeadId> order, Instant asOf);
    /// Shows the cells of the same leads anew after a step; a lead that is gone is blank.
    void follow(const Change& change);
    /// Fetches anew what is seen.
    void refresh();

    LeadId leadAt(int row) const { return m_order[static_cast<std::size_t>(row)]; }
    /// The place of a lead in the order; -1 if it is not in it. Takes time that grows with the
    /// rows.
    int rowOf(LeadId lead) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    /// How many leads were fetched from the file so far.
    int fetches() const { return m_fetches; }

signals:
    /// The person asked for another order by a click on the head.
    void orderWanted(int column, Qt::SortOrder order);

protected:
    QString text(int row, int column) const override;
    QVariant more(int row, int column, int role) const override;
    void reorder(int column, Qt::SortOrder order) override;

private:
    QString nameOf(LeadId lead) const;

    Document& m_document;
    std::vector<LeadId> m_order;
    Instant m_asOf = kEndOfTime;
    mutable QCache<qint64, QString> m_names{2'000};
    mutable int m_fetches = 0;
};

} // namespace tandem::ui

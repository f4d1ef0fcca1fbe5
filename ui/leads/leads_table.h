// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/leads/leads_model.h"

#include <QTableView>

class QMenu;
class QMimeData;

namespace tandem::ui {

class Document;
class Settings;

/// The table of leads: rows of one height, no vertical lines, columns that the person chooses,
/// orders and widens; remembered for each workbook. The name takes the room that the others leave.
/// Enter is `opened`, Delete `deleteRequested`; Ctrl+C copies the selected rows as tab-separated
/// text, dragging takes them out as text and CSV.
class LeadsTable : public QTableView {
    Q_OBJECT

public:
    LeadsTable(LeadsModel& model, Document& document, Settings& settings,
               QWidget* parent = nullptr);

    /// What the person wants the leads sorted by.
    struct Order {
        QString column = QStringLiteral("last_touch");
        bool descending = true;
    };
    const Order& order() const { return m_order; }

    /// The leads of the selected rows, from top to bottom.
    std::vector<LeadId> selectedLeads() const;
    int selectedCount() const;
    /// The lead of the current row.
    std::optional<LeadId> currentLead() const;
    /// Selects these rows of which the first becomes the current one.
    void selectRows(const std::vector<int>& rows);
    /// The columns to choose from, with those shown ticked.
    void fillColumnMenu(QMenu& menu);
    /// The rows that are seen, for "19 of 214 shown".
    int visibleRows() const;
    /// Shows the remembered columns and order; call it again when custom fields have changed.
    void restore();
    void copySelection() const;
    /// The selected rows with a heading, as text and as CSV.
    QMimeData* selectionData() const;

    void keyboardSearch(const QString&) override {} // it would fetch every lead; there is a search

signals:
    void opened();
    void deleteRequested();
    void orderWanted();
    void resized();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void startDrag(Qt::DropActions actions) override;

private:
    QString key(const char* what) const;
    QString selectionText(bool csv) const;
    QStringList shownColumns() const;
    void setShown(const QStringList& ids);
    void fitName();
    void remember();
    void reorder(int column, Qt::SortOrder order);

    LeadsModel& m_model;
    Document& m_document;
    Settings& m_settings;
    std::vector<TableColumn> m_all;
    Order m_order;
    bool m_restoring = false;
};

} // namespace tandem::ui

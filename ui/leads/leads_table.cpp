// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/leads_table.h"

#include "ui/common/document.h"
#include "ui/common/figures.h"
#include "ui/common/settings.h"
#include "ui/common/theme.h"

#include <algorithm>
#include <QApplication>
#include <QClipboard>
#include <QDrag>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace tandem::ui {
namespace {

constexpr int kNarrowestName = 140;
constexpr int kMostCopied = 100'000;

/// Draws a name with the company dim behind it, and numbers with digits in cells.
class LeadDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        const QString text = std::exchange(cell.text, QString());
        const QWidget* widget = option.widget;
        widget->style()->drawControl(QStyle::CE_ItemViewItem, &cell, painter, widget);

        const Theme theme = Theme::of(widget);
        const QVariant company = index.data(LeadsModel::CompanyRole);
        const QRect box = option.rect.adjusted(tokens().space2, 0, -tokens().space2, -1);
        painter->save();
        if (company.isValid()) {
            paintName(*painter, box, text, company.toString(), theme);
        } else if ((cell.displayAlignment & Qt::AlignRight) != 0) {
            painter->setFont(textFont(TextSize::Body));
            painter->setPen(theme.colour(Colour::TextSecondary));
            drawFigures(*painter, box, Qt::AlignRight | Qt::AlignVCenter, text);
        } else {
            painter->setFont(textFont(TextSize::Body));
            painter->setPen(theme.colour(Colour::TextSecondary));
            painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                              painter->fontMetrics().elidedText(text, Qt::ElideRight, box.width()));
        }
        painter->restore();
    }

private:
    static void paintName(QPainter& painter, const QRect& box, const QString& name,
                          const QString& company, const Theme& theme)
    {
        constexpr auto flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine;
        painter.setFont(textFont(TextSize::Body, Weight::Medium));
        painter.setPen(theme.colour(Colour::TextPrimary));
        const QString shown = painter.fontMetrics().elidedText(name, Qt::ElideRight, box.width());
        painter.drawText(box, flags, shown);
        const QRect rest = box.adjusted(painter.fontMetrics().horizontalAdvance(shown), 0, 0, 0);
        if (company.isEmpty() || rest.width() < tokens().space8) {
            return;
        }
        painter.setFont(textFont(TextSize::Body));
        painter.setPen(theme.colour(Colour::TextTertiary));
        painter.drawText(rest, flags,
                         painter.fontMetrics().elidedText(QStringLiteral(" \u00b7 ") + company,
                                                          Qt::ElideRight, rest.width()));
    }
};

/// One cell of a CSV file, RFC 4180.
QString quoted(QString cell)
{
    if (cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n') ||
        cell.contains(u'\r')) {
        return u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"';
    }
    return cell;
}

} // namespace

LeadsTable::LeadsTable(LeadsModel& model, Document& document, Settings& settings, QWidget* parent)
    : QTableView(parent), m_model(model), m_document(document), m_settings(settings)
{
    setModel(&model);
    setItemDelegate(new LeadDelegate(this));
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setAccessibleName(tr("Leads"));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(tokens().heightRow);
    verticalScrollBar()->setSingleStep(tokens().heightRow);
    QHeaderView* const head = horizontalHeader();
    head->setSectionsMovable(true);
    head->setMinimumSectionSize(56);
    head->setFixedHeight(tokens().heightRowHead);
    head->setHighlightSections(false);
    head->setContextMenuPolicy(Qt::CustomContextMenu);
    m_restoring = true;
    setSortingEnabled(true);
    m_restoring = false;
    connect(head, &QHeaderView::customContextMenuRequested, this, [this, head](const QPoint& at) {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillColumnMenu(*menu);
        menu->popup(head->mapToGlobal(at));
    });
    connect(head, &QHeaderView::sectionResized, this, [this] {
        fitName();
        remember();
    });
    connect(head, &QHeaderView::sectionMoved, this, &LeadsTable::remember);
    connect(&model, &LeadsModel::orderWanted, this, &LeadsTable::reorder);
    connect(this, &QTableView::doubleClicked, this, &LeadsTable::opened);
}

QString LeadsTable::key(const char* what) const
{
    return Settings::workbookKey(m_document.info().uuid,
                                 QStringLiteral("leads/") + QLatin1String(what));
}

void LeadsTable::restore()
{
    m_all = LeadsModel::allColumns(*m_document.facts());
    const Order usual;
    m_order.column = m_settings.value(key("sort"), usual.column).toString();
    m_order.descending = m_settings.value(key("descending"), usual.descending).toBool();
    setShown(m_settings.value(key("columns"), LeadsModel::defaultColumns()).toStringList());
}

void LeadsTable::setShown(const QStringList& ids)
{
    std::vector<TableColumn> shown;
    for (const QString& id : ids) {
        const auto column = std::ranges::find(m_all, id, &TableColumn::id);
        if (column != m_all.end()) {
            shown.push_back(*column);
        }
    }
    if (std::ranges::find(shown, QStringLiteral("lead"), &TableColumn::id) == shown.end()) {
        shown.insert(shown.begin(), m_all.front());
    }
    m_restoring = true;
    QHeaderView* const head = horizontalHeader();
    const std::vector<int> selected = [this] {
        std::vector<int> rows;
        if (currentIndex().isValid()) {
            rows.push_back(currentIndex().row());
        }
        return rows;
    }();
    // What was moved by hand is now the order of the model.
    for (int i = 0; i < head->count(); ++i) {
        head->moveSection(head->visualIndex(i), i);
    }
    m_model.setColumns(shown);
    const QVariantMap widths = m_settings.value(key("widths")).toMap();
    for (int i = 0; i < m_model.columnCount(); ++i) {
        const TableColumn& column = m_model.columns()[static_cast<std::size_t>(i)];
        // The name has the room that is left, so its edge is not to be dragged.
        head->setSectionResizeMode(i, column.id == "lead" ? QHeaderView::Fixed
                                                          : QHeaderView::Interactive);
        setColumnWidth(i, widths.value(column.id, column.width).toInt());
    }
    head->setSortIndicator(m_model.columnOf(m_order.column),
                           m_order.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    m_restoring = false;
    fitName();
    selectRows(selected);
}

void LeadsTable::fitName()
{
    const int name = m_model.columnOf(QStringLiteral("lead"));
    if (m_restoring || name < 0) {
        return;
    }
    const int others = horizontalHeader()->length() - columnWidth(name);
    m_restoring = true;
    setColumnWidth(name, std::max(kNarrowestName, viewport()->width() - others));
    m_restoring = false;
}

void LeadsTable::reorder(int column, Qt::SortOrder order)
{
    if (m_restoring) {
        return;
    }
    m_order = {m_model.columns()[static_cast<std::size_t>(column)].id,
               order == Qt::DescendingOrder};
    m_settings.setValue(key("sort"), m_order.column);
    m_settings.setValue(key("descending"), m_order.descending);
    emit orderWanted();
}

QStringList LeadsTable::shownColumns() const
{
    QStringList ids;
    for (int place = 0; place < horizontalHeader()->count(); ++place) {
        const int section = horizontalHeader()->logicalIndex(place);
        ids << m_model.columns()[static_cast<std::size_t>(section)].id;
    }
    return ids;
}

void LeadsTable::remember()
{
    if (m_restoring || horizontalHeader()->count() != m_model.columnCount()) {
        return;
    }
    QVariantMap widths = m_settings.value(key("widths")).toMap();
    for (int i = 0; i < m_model.columnCount(); ++i) {
        widths[m_model.columns()[static_cast<std::size_t>(i)].id] = columnWidth(i);
    }
    m_settings.setValue(key("columns"), shownColumns());
    m_settings.setValue(key("widths"), widths);
}

void LeadsTable::fillColumnMenu(QMenu& menu)
{
    for (const TableColumn& column : m_all) {
        QAction* const action = menu.addAction(QString(column.title).replace(u'&', "&&"));
        action->setObjectName(column.id);
        action->setCheckable(true);
        action->setChecked(m_model.columnOf(column.id) >= 0);
        action->setEnabled(column.id != "lead");
        connect(action, &QAction::toggled, this, [this, id = column.id](bool on) {
            QStringList ids = shownColumns();
            ids.removeAll(id);
            if (on) {
                ids << id;
            }
            m_settings.setValue(key("columns"), ids);
            setShown(ids);
        });
    }
}

std::vector<LeadId> LeadsTable::selectedLeads() const
{
    std::vector<std::pair<int, int>> spans;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        spans.emplace_back(range.top(), range.bottom());
    }
    std::ranges::sort(spans);
    std::vector<LeadId> leads;
    int next = 0;
    for (const auto& [top, bottom] : spans) {
        for (int row = std::max(top, next); row <= bottom; ++row) {
            leads.push_back(m_model.leadAt(row));
        }
        next = std::max(next, bottom + 1);
    }
    return leads;
}

int LeadsTable::selectedCount() const
{
    int count = 0;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        count += range.left() == 0 ? range.height() : 0;
    }
    return count;
}

std::optional<LeadId> LeadsTable::currentLead() const
{
    const int row = currentIndex().row();
    return currentIndex().isValid() && row < m_model.rowCount() ? std::optional(m_model.leadAt(row))
                                                                : std::nullopt;
}

void LeadsTable::selectRows(const std::vector<int>& rows)
{
    QItemSelection selection;
    for (const int row : rows) {
        selection.select(m_model.index(row, 0), m_model.index(row, m_model.columnCount() - 1));
    }
    const QModelIndex current = rows.empty() ? QModelIndex() : m_model.index(rows.front(), 0);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
}

int LeadsTable::visibleRows() const
{
    return std::min(m_model.rowCount(), viewport()->height() / tokens().heightRow);
}

QString LeadsTable::selectionText(bool csv) const
{
    QString text;
    const auto addLine = [&](auto cell) {
        for (int place = 0; place < horizontalHeader()->count(); ++place) {
            QString value = cell(horizontalHeader()->logicalIndex(place));
            if (place > 0) {
                text += csv ? u',' : u'\t';
            }
            text += csv ? quoted(value) : value.replace(u'\t', u' ').replace(u'\n', u' ');
        }
        text += csv ? QStringLiteral("\r\n") : QStringLiteral("\n");
    };
    addLine([&](int column) {
        return m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    });
    int copied = 0;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && copied < kMostCopied;
             ++row, ++copied) {
            addLine([&](int column) { return m_model.index(row, column).data().toString(); });
        }
    }
    return text;
}

QMimeData* LeadsTable::selectionData() const
{
    auto* mime = new QMimeData;
    mime->setText(selectionText(false));
    mime->setData(QStringLiteral("text/csv"), selectionText(true).toUtf8());
    return mime;
}

void LeadsTable::copySelection() const
{
    QApplication::clipboard()->setMimeData(selectionData());
}

void LeadsTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        emit opened();
        return;
    }
    if (event->key() == Qt::Key_Delete) {
        emit deleteRequested();
        return;
    }
    if (event->key() == Qt::Key_Home || event->key() == Qt::Key_End) {
        // To the first and last row, not column.
        QKeyEvent whole(event->type(), event->key(), event->modifiers() | Qt::ControlModifier);
        QTableView::keyPressEvent(&whole);
        return;
    }
    QTableView::keyPressEvent(event);
}

void LeadsTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitName();
    emit resized();
}

void LeadsTable::startDrag(Qt::DropActions)
{
    auto* drag = new QDrag(this);
    drag->setMimeData(selectionData());
    drag->exec(Qt::CopyAction);
}

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/leads_model.h"

#include "core/facts/standing.h"
#include "core/store/records.h"
#include "ui/common/document.h"
#include "ui/common/figures.h"
#include "ui/common/filter_values.h"
#include "ui/leads/lead_names.h"

#include <algorithm>

namespace tandem::ui {
namespace {

const QString kFieldPrefix = QStringLiteral("field:");
const QString kCustomPrefix = QStringLiteral("custom:");

QString dayWords(const Facts& facts, Instant at)
{
    if (at == kUndated) {
        return {};
    }
    // This year's days go without it: the columns are narrow.
    const Day day = facts.timeZone.dayOf(at);
    const Day today = facts.timeZone.dayOf(currentInstant());
    return civilFromDay(day).year == civilFromDay(today).year ? shortDayText(day) : dayText(day);
}

/// A custom field may be called as a built-in one, or as another, so it goes by its id.
QString columnId(const LeadColumn& column)
{
    return column.custom ? kCustomPrefix + QString::number(column.field.value)
                         : kFieldPrefix + QString::fromStdString(column.name);
}

const LeadColumn* columnOfId(const Facts& facts, const QString& id)
{
    const auto found = std::ranges::find(facts.leadColumns, id, columnId);
    return found == facts.leadColumns.end() ? nullptr : &*found;
}

QString factText(const Facts& facts, LeadRow row, const QString& id, Instant asOf)
{
    if (id == "stage") {
        return QString::fromStdString(facts.stages[standingOf(facts, row, asOf).stage].name);
    }
    if (id == "since") {
        return dayWords(facts, standingOf(facts, row, asOf).since);
    }
    if (id == "created") {
        return dayWords(facts, facts.leadCreated[row]);
    }
    if (id == "touches" || id == "last_touch") {
        const std::uint32_t touches = touchesUpTo(facts, row, asOf);
        if (touches == 0) {
            return {};
        }
        return id == "touches"
                   ? countText(touches)
                   : dayWords(facts, Instant{facts.touchAt[facts.touchBegin[row] + touches - 1]});
    }
    const LeadColumn* column = columnOfId(facts, id);
    return column == nullptr ? QString()
                             : QString::fromStdString(column->dictionary.text(column->codes[row]));
}

} // namespace

LeadsModel::LeadsModel(Document& document, QObject* parent)
    : TableModel(parent), m_document(document)
{
}

std::vector<TableColumn> LeadsModel::allColumns(const Facts& facts)
{
    std::vector<TableColumn> columns{
        {"lead", tr("Lead"), false, 216},
        {"stage", tr("Stage"), false, 96},
        {"since", tr("Since"), true, 100},
        {"touches", tr("Touches"), true, 64},
        {"last_touch", tr("Last touch"), true, 126},
        {"created", tr("Created"), true, 100},
    };
    for (const LeadColumn& column : facts.leadColumns) {
        const QString title =
            column.custom ? QString::fromStdString(column.name) : fieldTitle(facts, column.name);
        // The list sorts by a field's name, which a namesake before it takes away.
        const bool sortable = facts.column(column.name) == &column;
        columns.push_back({columnId(column), title, false, 112, sortable});
    }
    return columns;
}

QStringList LeadsModel::defaultColumns()
{
    return {"lead", "stage", "field:owner", "touches", "last_touch"};
}

LeadListQuery LeadsModel::sortedBy(const Facts& facts, const QString& id)
{
    LeadListQuery query;
    if (const LeadColumn* column = columnOfId(facts, id)) {
        query.sort = LeadSort::Field;
        query.field = column->name;
        return query;
    }
    query.sort = id == "lead"         ? LeadSort::Name
                 : id == "stage"      ? LeadSort::Stage
                 : id == "since"      ? LeadSort::Since
                 : id == "touches"    ? LeadSort::Touches
                 : id == "last_touch" ? LeadSort::LastTouch
                                      : LeadSort::Created;
    return query;
}

void LeadsModel::show(std::vector<LeadId> order, Instant asOf)
{
    beginResetModel();
    m_order = std::move(order);
    m_asOf = asOf;
    endResetModel();
}

void LeadsModel::follow(const Change& change)
{
    if (change.bulk || change.definitions) {
        m_names.clear();
    }
    for (const LeadId lead : change.leads) {
        m_names.remove(lead.value);
    }
    if (!m_order.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

void LeadsModel::refresh()
{
    Change everything;
    everything.bulk = true;
    follow(everything);
}

int LeadsModel::rowOf(LeadId lead) const
{
    const auto place = std::ranges::find(m_order, lead);
    return place == m_order.end() ? -1 : static_cast<int>(place - m_order.begin());
}

int LeadsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

QString LeadsModel::nameOf(LeadId id) const
{
    if (const QString* known = m_names.object(id.value)) {
        return *known;
    }
    const Reader* reader = m_document.reader();
    if (reader == nullptr) {
        return {}; // lent; the page refreshes when it is back
    }
    ++m_fetches;
    const auto found = lead(*reader, id);
    const QString name = found && *found ? QString::fromStdString(shownName(**found)) : QString();
    m_names.insert(id.value, new QString(name));
    return name;
}

QString LeadsModel::text(int row, int column) const
{
    const LeadId id = leadAt(row);
    const QString& columnId = columns()[static_cast<std::size_t>(column)].id;
    if (columnId == "lead") {
        return nameOf(id);
    }
    const auto facts = m_document.facts();
    const auto factRow = facts->rowOf(id);
    return factRow ? factText(*facts, *factRow, columnId, m_asOf) : QString();
}

QVariant LeadsModel::more(int row, int column, int role) const
{
    if (role == LeadIdRole) {
        return QVariant::fromValue<qlonglong>(leadAt(row).value);
    }
    if (role == CompanyRole && columns()[static_cast<std::size_t>(column)].id == "lead") {
        const auto facts = m_document.facts();
        const auto factRow = facts->rowOf(leadAt(row));
        return factRow ? factText(*facts, *factRow, "field:company", m_asOf) : QString();
    }
    return {};
}

void LeadsModel::reorder(int column, Qt::SortOrder order)
{
    emit orderWanted(column, order);
}

} // namespace tandem::ui

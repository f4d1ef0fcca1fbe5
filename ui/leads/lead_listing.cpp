// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/lead_listing.h"

#include <algorithm>

namespace tandem::ui {
namespace {

/// The rows of the leads that are still there, ascending.
std::vector<LeadRow> rowsOf(const std::vector<LeadId>& leads, const Facts& facts)
{
    std::vector<LeadRow> rows;
    for (const LeadId lead : leads) {
        if (const auto row = facts.rowOf(lead)) {
            rows.push_back(*row);
        }
    }
    std::ranges::sort(rows);
    const auto doubles = std::ranges::unique(rows);
    rows.erase(doubles.begin(), doubles.end());
    return rows;
}

void narrow(std::optional<std::vector<LeadRow>>& rows, std::vector<LeadRow> to)
{
    if (!rows) {
        rows = std::move(to);
        return;
    }
    std::vector<LeadRow> both;
    std::ranges::set_intersection(*rows, to, std::back_inserter(both));
    rows = std::move(both);
}

/// How many leads each view has under the filters.
Result<std::vector<std::size_t>> countsOf(const ListingQuestion& asked)
{
    const auto selected = select(*asked.facts, asked.list.query.where, asked.list.query.asOf);
    if (!selected) {
        return fail(selected.error());
    }
    std::vector<std::size_t> counts;
    for (const LeadView& view : asked.views) {
        const auto rows = rowsOf(view, *asked.facts, asked.list.query.asOf);
        if (!rows) {
            return fail(rows.error());
        }
        counts.push_back(static_cast<std::size_t>(
            std::ranges::count_if(*rows, [&](LeadRow row) { return (*selected)[row]; })));
    }
    return counts;
}

} // namespace

Result<Listing> listed(const ListingQuestion& asked)
{
    const Facts& facts = *asked.facts;
    LeadListQuery list = asked.list;
    Listing answer;
    answer.asOf = list.query.asOf;
    answer.order = asked.order;
    if (asked.count) {
        auto counts = countsOf(asked);
        if (!counts) {
            return fail(counts.error());
        }
        answer.counts = std::move(*counts);
    }
    if (asked.given) {
        list.only = rowsOf(*asked.given, facts);
        list.query.where.clear();
    } else if (asked.view > 0) {
        auto rows = rowsOf(asked.views[asked.view], facts, list.query.asOf);
        if (!rows) {
            return fail(rows.error());
        }
        list.only = std::move(*rows);
    }
    if (asked.found) {
        narrow(list.only, rowsOf(*asked.found, facts));
    }
    const bool ordered = answer.order && answer.order->size() == facts.leadCount();
    if (list.sort == LeadSort::Name && asked.names && !ordered) {
        answer.order = std::make_shared<const NameOrder>(asked.names->orderFor(facts));
    }
    const auto rows = listLeads(facts, list, answer.order ? *answer.order : NameOrder());
    if (!rows) {
        return fail(rows.error());
    }
    answer.leads.reserve(rows->size());
    for (const LeadRow row : *rows) {
        answer.leads.push_back(facts.leadIds[row]);
    }
    return answer;
}

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/facts/money_rows.h"

#include "core/store/records.h"

#include <algorithm>

namespace tandem {

Result<void> readDeals(Facts& facts, const Reader& reader, Coder& coder)
{
    const auto list = deals(reader);
    if (!list) {
        return fail(list.error());
    }
    facts.deals.clear();
    facts.deals.reserve(list->size());
    for (const Deal& deal : *list) {
        facts.deals.push_back(coder.deal(deal));
    }
    std::ranges::sort(facts.deals, {}, &DealFact::id);
    return {};
}

Result<void> readCosts(Facts& facts, const Reader& reader, const Coder& coder)
{
    const auto list = costs(reader);
    if (!list) {
        return fail(list.error());
    }
    facts.costs.clear();
    facts.costs.reserve(list->size());
    for (const CostEntry& cost : *list) {
        facts.costs.push_back(coder.cost(cost));
    }
    return {};
}

Result<void> readAudience(Facts& facts, const Reader& reader)
{
    auto counts = audienceCounts(reader);
    if (!counts) {
        return fail(counts.error());
    }
    facts.audience = std::move(*counts);
    return {};
}

} // namespace tandem

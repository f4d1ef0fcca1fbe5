// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/facts/money_rows.h"

#include "core/store/records.h"

#include <algorithm>

namespace tandem {

DealFact Coder::deal(const Deal& deal)
{
    DealFact fact;
    fact.id = deal.id;
    fact.key = deal.key;
    fact.name = deal.name;
    fact.lead = deal.lead ? m_facts->rowOf(*deal.lead) : std::nullopt;
    const auto campaign =
        deal.campaign ? m_campaigns.find(deal.campaign->value) : m_campaigns.end();
    fact.campaign = campaign == m_campaigns.end() ? kBlank : campaign->second;
    fact.amount = deal.amount;
    fact.outcome = deal.outcome;
    fact.openedAt = deal.openedAt;
    fact.closedAt = deal.closedAt;
    fact.expectedClose = deal.expectedClose;
    fact.probability = deal.probability;
    fact.stage = deal.stage;
    const auto owner = deal.owner ? m_owners.find(deal.owner->value) : m_owners.end();
    fact.owner = owner == m_owners.end() ? "" : owner->second.text;
    fact.product = deal.product;
    fact.saleType = deal.saleType;
    fact.lossReason = deal.lossReason;
    if (deal.company) {
        if (const auto company = companyOf(deal.company->value)) {
            fact.company = (*company)->of[0].text;
        }
    }
    return fact;
}

CostFact Coder::cost(const CostEntry& cost) const
{
    const auto campaign =
        cost.campaign ? m_campaigns.find(cost.campaign->value) : m_campaigns.end();
    return {campaign == m_campaigns.end() ? kBlank : campaign->second, cost.at, cost.amount,
            cost.team};
}

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

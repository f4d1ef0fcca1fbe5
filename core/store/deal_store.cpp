// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/database.h"
#include "core/store/records.h"

namespace tandem {
namespace {

constexpr std::string_view kSelect =
    "SELECT id, key, lead, company, campaign, name, amount, sale_type, stage, outcome, opened_at, "
    "expected_close, closed_at, owner, loss_reason, product, probability FROM deal ";

void readDeal(Statement& row, Deal& deal)
{
    row.into(deal.id, deal.key, deal.lead, deal.company, deal.campaign, deal.name, deal.amount,
             deal.saleType, deal.stage, deal.outcome, deal.openedAt, deal.expectedClose,
             deal.closedAt, deal.owner, deal.lossReason, deal.product, deal.probability);
}

} // namespace

Result<std::vector<Deal>> deals(const Reader& reader)
{
    return attempt([&] {
        Statement rows = reader.query(std::string(kSelect) + "ORDER BY id");
        return rowsOf<Deal>(rows, readDeal);
    });
}

Result<std::vector<Deal>> dealsOf(const Reader& reader, LeadId id)
{
    return attempt([&] {
        Statement rows =
            reader.query(std::string(kSelect) + "WHERE lead = ? ORDER BY opened_at, id");
        rows.bind(id);
        return rowsOf<Deal>(rows, readDeal);
    });
}

Result<std::optional<Deal>> deal(const Reader& reader, DealId id)
{
    return attempt([&]() -> std::optional<Deal> {
        Statement row = reader.query(std::string(kSelect) + "WHERE id = ?");
        if (!row.bind(id).step()) {
            return std::nullopt;
        }
        Deal found;
        readDeal(row, found);
        return found;
    });
}

Result<DealId> addDeal(Writer& writer, const Deal& deal)
{
    return attempt([&] {
        const DealId id{writer.newId()};
        const Writer::Unrecorded unrecorded(writer);
        writer
            .change("INSERT INTO deal (id, key, lead, company, campaign, name, amount, sale_type, "
                    "stage, outcome, opened_at, expected_close, closed_at, owner, loss_reason, "
                    "product, probability) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .bind(id, deal.key, deal.lead, deal.company, deal.campaign, deal.name, deal.amount,
                  deal.saleType, deal.stage, deal.outcome, deal.openedAt, deal.expectedClose,
                  deal.closedAt, deal.owner, deal.lossReason, deal.product, deal.probability)
            .run();
        return id;
    });
}

Result<void> updateDeal(Writer& writer, const Deal& deal)
{
    return attempt([&] {
        ensureFound(
            writer
                .change("UPDATE deal SET key = ?, lead = ?, company = ?, campaign = ?, name = ?, "
                        "amount = ?, sale_type = ?, stage = ?, outcome = ?, opened_at = ?, "
                        "expected_close = ?, closed_at = ?, owner = ?, loss_reason = ?, "
                        "product = ?, probability = ? WHERE id = ?")
                .bind(deal.key, deal.lead, deal.company, deal.campaign, deal.name, deal.amount,
                      deal.saleType, deal.stage, deal.outcome, deal.openedAt, deal.expectedClose,
                      deal.closedAt, deal.owner, deal.lossReason, deal.product, deal.probability,
                      deal.id)
                .run(),
            "the deal");
    });
}

Result<void> removeDeal(Writer& writer, DealId id)
{
    return attempt([&] {
        ensureFound(writer.change("DELETE FROM deal WHERE id = ?").bind(id).run(), "the deal");
    });
}

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Rows that become deals.
#include "core/exchange/keyed_import.h"
#include "core/store/records.h"

namespace tandem {
namespace {

class DealKind {
public:
    using Record = Deal;
    static constexpr bool kNamed = false;

    explicit DealKind(ImportJob& job)
        : m_job(job), m_lead(job.plan.slot("lead")), m_company(job.plan.slot("company")),
          m_campaign(job.plan.slot("campaign")), m_name(job.plan.slot("name")),
          m_amount(job.plan.slot("amount")), m_saleType(job.plan.slot("sale_type")),
          m_stage(job.plan.slot("stage")), m_outcome(job.plan.slot("outcome")),
          m_openedAt(job.plan.slot("opened_at")), m_expected(job.plan.slot("expected_close")),
          m_closedAt(job.plan.slot("closed_at")), m_owner(job.plan.slot("owner")),
          m_lossReason(job.plan.slot("loss_reason")), m_product(job.plan.slot("product")),
          m_probability(job.plan.slot("probability"))
    {
    }

    Result<void> load() { return m_job.leads.load(m_job.reader); }
    Result<std::vector<Deal>> all() { return deals(m_job.reader); }
    Result<DealId> add(const Deal& deal) { return addDeal(m_job.writer, deal); }
    Result<void> update(const Deal& deal) { return updateDeal(m_job.writer, deal); }

    bool read(const ImportRow& row, Deal& deal) const
    {
        if (!row.read(m_amount, deal.amount) || !row.read(m_openedAt, deal.openedAt) ||
            !row.readShare(m_probability, deal.probability) || !row.read(m_outcome, deal.outcome)) {
            return false;
        }
        row.read(m_name, deal.name);
        row.read(m_saleType, deal.saleType);
        row.read(m_stage, deal.stage);
        row.read(m_lossReason, deal.lossReason);
        row.read(m_product, deal.product);
        if (!m_job.plan.takes(m_outcome)) {
            // No column tells the outcome, but stages such as "Closed Won" do.
            deal.outcome = outcomeFromWord(deal.stage).value_or(DealOutcome::Open);
        }
        return readClose(row, deal) && row.read(m_lead, deal.lead) &&
               row.read(m_company, deal.company) && row.read(m_campaign, deal.campaign) &&
               row.read(m_owner, deal.owner) && counted(deal);
    }

private:
    // Many programs have one "close date": of an open deal it is the expected one.
    bool readClose(const ImportRow& row, Deal& deal) const
    {
        const bool shared = m_job.plan.shareColumn(m_expected, m_closedAt);
        const bool open = deal.outcome == DealOutcome::Open;
        return ((shared && !open) || row.read(m_expected, deal.expectedClose)) &&
               ((shared && open) || row.read(m_closedAt, deal.closedAt));
    }

    bool counted(const Deal& deal) const
    {
        const bool dated = deal.outcome == DealOutcome::Open ? deal.openedAt || deal.expectedClose
                                                             : deal.closedAt.has_value();
        m_job.result.undated += dated ? 0 : 1;
        return true;
    }

    ImportJob& m_job;
    FieldSlot m_lead, m_company, m_campaign, m_name, m_amount, m_saleType, m_stage, m_outcome,
        m_openedAt, m_expected, m_closedAt, m_owner, m_lossReason, m_product, m_probability;
};

} // namespace

std::unique_ptr<RecordImport> makeDealImport(ImportJob& job)
{
    return std::make_unique<KeyedImport<DealKind>>(job);
}

} // namespace tandem

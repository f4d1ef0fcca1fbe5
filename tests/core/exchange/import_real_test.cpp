// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The figures that real files must give. The files are no part of this repository.
#include "tests/core/exchange/import_desk.h"

#include <set>

using namespace tandem;
using namespace tandem::test;

namespace {

ImportResult suggestedImport(ImportDesk& desk, const std::string& path, RecordKind kind,
                             bool createMissing = false)
{
    Mapping mapping = valueOf(suggestMappingFor(path, kind));
    mapping.createMissing = createMissing;
    ImportOptions options;
    options.now = kNow;
    return valueOf(importFile(desk.workbook, kTester, path, mapping, options));
}

std::int64_t leadsInStage(const ImportDesk& desk, std::string_view name)
{
    std::int64_t stage = 0;
    for (const Stage& one : valueOf(stages(desk.workbook.reader()))) {
        stage = one.name == name ? one.id.value : stage;
    }
    std::set<std::int64_t> leads;
    valueOf(scanStageChanges(desk.workbook.reader(), [&](const StageChangeRecord& change) {
        if (change.to == stage) {
            leads.insert(change.lead);
        }
        return true;
    }));
    return std::ssize(leads);
}

} // namespace

TEST_CASE("9,240 leads with a converted flag come in whole")
{
    const std::string path = realFile("01-xeducation-leads/Leads.csv");
    if (path.empty()) {
        return;
    }
    ImportDesk desk;
    CHECK(counts(suggestedImport(desk, path, RecordKind::Leads)) ==
          "9240 rows: 9240 new, 0 updated, 0 unchanged, 0 rejected");
    CHECK(leadsInStage(desk, "Customer") == 3561);
    std::map<std::string, int> sources;
    valueOf(scanLeads(desk.workbook.reader(), [&sources](const LeadRecord& lead) {
        ++sources[std::string(lead.source)];
        return true;
    }));
    CHECK(sources["Google"] == 2868);
    CHECK(sources["google"] == 5);
    CHECK(sources[""] == 36);
    CHECK(counts(suggestedImport(desk, path, RecordKind::Leads)) ==
          "9240 rows: 0 new, 0 updated, 9240 unchanged, 0 rejected");
}

TEST_CASE("8,800 deals come in with outcomes and money")
{
    const std::string path = realFile("03-maven-crm-opportunities/sales_pipeline.csv");
    if (path.empty()) {
        return;
    }
    ImportDesk desk;
    CHECK(counts(suggestedImport(desk, path, RecordKind::Deals)) ==
          "8800 rows: 8800 new, 0 updated, 0 unchanged, 0 rejected");
    int won = 0;
    int lost = 0;
    Money revenue;
    for (const Deal& deal : valueOf(deals(desk.workbook.reader()))) {
        won += deal.outcome == DealOutcome::Won ? 1 : 0;
        lost += deal.outcome == DealOutcome::Lost ? 1 : 0;
        if (deal.outcome == DealOutcome::Won) {
            revenue += deal.amount.value();
            CHECK(deal.closedAt.has_value());
        }
    }
    CHECK(won == 4238);
    CHECK(lost == 2473);
    CHECK(revenue == Money{1'000'553'400});
    CHECK(suggestedImport(desk, path, RecordKind::Deals).unchanged == 8800);
}

TEST_CASE("4,521 rows without any identifying column are 4,521 leads")
{
    const std::string path = realFile("04-uci-bank-marketing/bank.csv");
    if (path.empty()) {
        return;
    }
    ImportDesk desk;
    CHECK(counts(suggestedImport(desk, path, RecordKind::Leads)) ==
          "4521 rows: 4521 new, 0 updated, 0 unchanged, 0 rejected");
    CHECK(leadsInStage(desk, "Customer") == 521);
    CHECK(suggestedImport(desk, path, RecordKind::Leads).unchanged == 4521);
}

TEST_CASE("sessions, conversions and spend of a ragged export come in")
{
    const std::string folder = realFile("07-dbt-attribution-playbook");
    if (folder.empty()) {
        return;
    }
    ImportDesk desk;
    CHECK(counts(suggestedImport(desk, folder + "/sessions.csv", RecordKind::Touches, true)) ==
          "90 rows: 90 new, 0 updated, 0 unchanged, 0 rejected");
    CHECK(counts(suggestedImport(desk, folder + "/customer_conversions.csv", RecordKind::Deals,
                                 true)) == "21 rows: 21 new, 0 updated, 0 unchanged, 0 rejected");
    CHECK(counts(suggestedImport(desk, folder + "/ad_spend.csv", RecordKind::Costs)) ==
          "42 rows: 42 new, 0 updated, 0 unchanged, 0 rejected");
    Money revenue;
    for (const Deal& deal : valueOf(deals(desk.workbook.reader()))) {
        CHECK(deal.outcome == DealOutcome::Won);
        revenue += deal.amount.value();
    }
    CHECK(revenue == Money{27'500});
}

TEST_CASE("a CRM's leads, contacts, campaigns, members and opportunities join by their ids")
{
    const std::string folder = realFile("10-salesforce-dataloader");
    if (folder.empty()) {
        return;
    }
    ImportDesk desk;
    const auto take = [&](const char* file, RecordKind kind) {
        const ImportResult result = suggestedImport(desk, folder + "/" + file, kind);
        INFO(file << ": " << importResultJson(result).substr(0, 2000));
        CHECK(result.rejectedCount == 0);
        CHECK(result.created == result.rows);
        return result.rows;
    };
    CHECK(take("Lead.csv", RecordKind::Leads) == 60);
    CHECK(take("Contact.csv", RecordKind::Leads) == 102);
    CHECK(take("Campaign.csv", RecordKind::Campaigns) == 8);
    CHECK(take("CampaignMember.csv", RecordKind::Touches) == 68);
    CHECK(take("Opportunity.csv", RecordKind::Deals) == 50);
    Money won;
    Money lost;
    Money all;
    for (const Deal& deal : valueOf(deals(desk.workbook.reader()))) {
        all += deal.amount.value();
        won += deal.outcome == DealOutcome::Won ? *deal.amount : Money{};
        lost += deal.outcome == DealOutcome::Lost ? *deal.amount : Money{};
    }
    CHECK(won == Money{1'054'256'298});
    CHECK(lost == Money{305'891'250});
    CHECK(all == Money{4'360'354'598});
    CHECK(valueOf(campaigns(desk.workbook.reader())).size() == 8);
}

TEST_CASE("no row of the collected exports is lost silently")
{
    const std::string root = realFile("11-crm-export-fixtures");
    if (root.empty()) {
        return;
    }
    for (const char* file :
         {"fivetran-hubspot/contact_data.csv", "fivetran-salesforce/sf_lead_data.csv",
          "fivetran-salesforce/sf_contact_data.csv", "google-outlook-contacts/outlook.csv",
          "mautic/contacts_sample.csv", "mautic/fakeleaddata.csv", "odoo/res.partner.csv",
          "odoo/m2m_customers_tags.csv", "odoo/o2m_customers_contacts.csv"}) {
        ImportDesk desk;
        const ImportResult result = suggestedImport(desk, root + "/" + file, RecordKind::Leads);
        INFO(file << ": " << importResultJson(result).substr(0, 2000));
        CHECK(result.rows > 0);
        CHECK(result.rows ==
              result.created + result.updated + result.unchanged + result.rejectedCount);
        CHECK(result.rejectedCount == 0);
    }
}

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/presets.h"
#include "tests/core/exchange/import_desk.h"

using namespace tandem;
using namespace tandem::test;

namespace {

Mapping suggested(std::string_view csv, RecordKind kind)
{
    const Dialect dialect = valueOf(detectDialectOf(csv));
    CsvTable table = valueOf(CsvTable::over(csv, dialect));
    TableSample sample{dialect.columns, {}, true};
    while (valueOf(table.next())) {
        sample.rows.emplace_back(table.row().cells.begin(), table.row().cells.end());
    }
    return suggestMapping(sample, kind);
}

/// "email<E-mail name<Full name": field<column.
std::string columnsOf(const Mapping& mapping)
{
    std::string out;
    for (const auto& [field, column] : mapping.columns) {
        out += (out.empty() ? "" : " ") + field + "<" + column;
    }
    return out;
}

std::string column(const Mapping& mapping, std::string_view field)
{
    const std::string* name = textOf(mapping.columns, field);
    return name == nullptr ? "" : *name;
}

NamedTexts valuesOf(const Mapping& mapping, std::string_view field)
{
    for (const auto& [name, source] : mapping.values) {
        if (name == field) {
            return source.map;
        }
    }
    return {};
}

} // namespace

TEST_CASE("headers are recognised without regard to case, spaces and marks")
{
    CHECK(headerWord("E-mail 1 - Value*") == "email1value");
    CHECK(headerWord(" Lead_ID ") == "leadid");
    const Mapping mapping = suggested(
        "LEAD_ID;Full Name;E-Mail;Company Name;Favourite colour\n1;Ada;a@x.org;ACME;red\n",
        RecordKind::Leads);
    CHECK(mapping.key == "LEAD_ID");
    CHECK(columnsOf(mapping) == "name<Full Name email<E-Mail company<Company Name");
    CHECK(mapping.custom == std::vector<std::string>{"Favourite colour"});
}

TEST_CASE("a key column has a different text in every row")
{
    CHECK(suggested("customer_id,name\n1,a\n2,b\n", RecordKind::Leads).key == "customer_id");
    CHECK(suggested("customer_id,name\n1,a\n1,b\n", RecordKind::Leads).key.empty());
    CHECK(suggested("customer_id,name\n1,a\n,b\n", RecordKind::Leads).key.empty());
    CHECK(suggested("Studenten ID,name\n1,a\n2,b\n", RecordKind::Leads).key == "Studenten ID");
}

TEST_CASE("a column called like a date that holds none is no date")
{
    CHECK(
        column(suggested("name,created\nAda,by hand\n", RecordKind::Leads), "created_at").empty());
    CHECK(column(suggested("name,created\nAda,2026-01-01\n", RecordKind::Leads), "created_at") ==
          "created");
}

TEST_CASE("a title that holds salutations is no job title")
{
    CHECK(column(suggested("name,title\nAda,Mrs.\nBen,Mr.\n", RecordKind::Leads), "job_title")
              .empty());
    CHECK(column(suggested("name,title\nAda,Chief of Staff\n", RecordKind::Leads), "job_title") ==
          "title");
}

TEST_CASE("status words of programs are translated to stages, unknown ones to blank")
{
    const Mapping mapping = suggested("Lead Status,Email\nOpen - Not Contacted,a@x.org\n"
                                      "Working - Contacted,b@x.org\nClosed - Converted,c@x.org\n"
                                      "Closed - Not Converted,d@x.org\nOdd one,e@x.org\n",
                                      RecordKind::Leads);
    CHECK(valuesOf(mapping, "stage") == NamedTexts{{"Open - Not Contacted", "Contact"},
                                                   {"Working - Contacted", "MQL"},
                                                   {"Closed - Converted", "Opportunity"},
                                                   {"Closed - Not Converted", "Disqualified"},
                                                   {"Odd one", ""}});
    const Mapping hubspot =
        suggested("Record ID,Lifecycle Stage\n1,subscriber\n2,marketingqualifiedlead\n"
                  "3,salesqualifiedlead\n4,opportunity\n5,customer\n",
                  RecordKind::Leads);
    CHECK(hubspot.name == "HubSpot leads");
    CHECK(valuesOf(hubspot, "stage") == NamedTexts{{"subscriber", "Contact"},
                                                   {"marketingqualifiedlead", "MQL"},
                                                   {"salesqualifiedlead", "SQL"}});
}

TEST_CASE("a yes-or-no column about converting becomes a stage")
{
    const Mapping mapping = suggested("id,Converted\na,1\nb,0\n", RecordKind::Leads);
    CHECK(valuesOf(mapping, "stage") == NamedTexts{{"1", "Customer"}, {"0", "Contact"}});
    CHECK(suggested("id,y\na,maybe\nb,no\n", RecordKind::Leads).values.empty());
}

TEST_CASE("columns with the dates of stages are recognised")
{
    const Mapping mapping =
        suggested("id,MQL date,Became a Sales Qualified Lead Date,customer_at,Contacted at\n"
                  "1,2026-01-01,2026-01-02,2026-01-03,2026-01-04\n",
                  RecordKind::Leads);
    CHECK(mapping.stageDates == NamedTexts{{"MQL", "MQL date"},
                                           {"SQL", "Became a Sales Qualified Lead Date"},
                                           {"Customer", "customer_at"}});
    CHECK(mapping.custom == std::vector<std::string>{"Contacted at"});
}

TEST_CASE("the outcome of deals comes from the words of their stage")
{
    const Mapping mapping = suggested("deal_id,deal_stage,close_date,amount\n1,Won,2026-01-01,5\n"
                                      "2,Lost,2026-01-02,6\n3,Engaging,,7\n",
                                      RecordKind::Deals);
    CHECK(mapping.key == "deal_id");
    CHECK(column(mapping, "stage") == "deal_stage");
    CHECK(column(mapping, "closed_at") == "close_date");
    CHECK(valuesOf(mapping, "outcome") ==
          NamedTexts{{"Won", "won"}, {"Lost", "lost"}, {"Engaging", "open"}});
    const Mapping conversions =
        suggested("customer_id,converted_at,revenue\n7,2026-01-01,5\n", RecordKind::Deals);
    CHECK(column(conversions, "lead") == "customer_id");
    CHECK(conversions.constants == NamedTexts{{"outcome", "won"}});
}

TEST_CASE("sessions, spend and audiences are recognised")
{
    CHECK(columnsOf(suggested("session_id,customer_id,started_at,utm_medium,utm_campaign\n"
                              "1,7,2020-02-04 4:30:21,cpc,spring\n",
                              RecordKind::Touches)) ==
          "lead<customer_id at<started_at channel<utm_medium campaign<utm_campaign");
    CHECK(columnsOf(suggested("date_day,utm_campaign,spend\n2020-02-01,spring,13\n",
                              RecordKind::Costs)) ==
          "campaign<utm_campaign at<date_day amount<spend");
    const Mapping audience =
        suggested("date,platform,followers\n2020-02-01,web,13\n", RecordKind::Audience);
    CHECK(columnsOf(audience) == "channel<platform day<date value<followers");
    CHECK(audience.constants == NamedTexts{{"measure", "followers"}});
}

TEST_CASE("a real export is recognised and its blanks are found")
{
    const std::string path = realFile("01-xeducation-leads/Leads.csv");
    if (path.empty()) {
        return;
    }
    const Mapping mapping = valueOf(suggestMappingFor(path, RecordKind::Leads));
    CHECK(mapping.key == "Prospect ID");
    CHECK(column(mapping, "source") == "Lead Source");
    CHECK(column(mapping, "country") == "Country");
    CHECK(valuesOf(mapping, "stage") == NamedTexts{{"0", "Contact"}, {"1", "Customer"}});
    CHECK(std::find(mapping.empty.begin(), mapping.empty.end(), "Select") != mapping.empty.end());
    CHECK(mapping.custom.size() > 25);
}

TEST_CASE("deals of a real pipeline are recognised")
{
    const std::string path = realFile("03-maven-crm-opportunities/sales_pipeline.csv");
    if (path.empty()) {
        return;
    }
    const Mapping mapping = valueOf(suggestMappingFor(path, RecordKind::Deals));
    CHECK(mapping.key == "opportunity_id");
    CHECK(column(mapping, "company") == "account");
    CHECK(column(mapping, "amount") == "close_value");
    CHECK(column(mapping, "stage") == "deal_stage");
    CHECK(column(mapping, "opened_at") == "engage_date");
    CHECK(column(mapping, "closed_at") == "close_date");
    CHECK(column(mapping, "owner") == "sales_agent");
    CHECK(column(mapping, "product") == "product");
    CHECK(valuesOf(mapping, "outcome").size() == 4);
}

TEST_CASE("the exports of the usual programs are recognised by their headers")
{
    struct Expected {
        const char* file;
        RecordKind kind;
        const char* name;
        const char* key;
        std::vector<std::pair<const char*, const char*>> columns;
    };
    const Expected all[] = {
        {"10-salesforce-dataloader/Lead.csv",
         RecordKind::Leads,
         "Salesforce leads",
         "Id",
         {{"name", "Name"},
          {"email", "Email"},
          {"company", "Company"},
          {"created_at", "CreatedDate"}}},
        {"10-salesforce-dataloader/Contact.csv",
         RecordKind::Leads,
         "Salesforce leads",
         "Id",
         {{"name", "Name"}, {"email", "Email"}, {"company", "AccountId"}}},
        {"10-salesforce-dataloader/Opportunity.csv",
         RecordKind::Deals,
         "Salesforce deals",
         "Id",
         {{"name", "Name"},
          {"amount", "Amount"},
          {"stage", "StageName"},
          {"closed_at", "CloseDate"}}},
        {"10-salesforce-dataloader/Campaign.csv",
         RecordKind::Campaigns,
         "Salesforce campaigns",
         "Id",
         {{"name", "Name"}, {"starts", "StartDate"}}},
        {"10-salesforce-dataloader/CampaignMember.csv",
         RecordKind::Touches,
         "Salesforce touches",
         "Id",
         {{"lead", "LeadOrContactId"}, {"campaign", "CampaignId"}, {"outcome", "Status"}}},
        {"10-salesforce-dataloader/Task.csv",
         RecordKind::Touches,
         "Salesforce touches",
         "Id",
         {{"lead", "WhoId"}, {"at", "ActivityDate"}}},
        {"11-crm-export-fixtures/fivetran-hubspot/contact_data.csv",
         RecordKind::Leads,
         "HubSpot leads",
         "id",
         {{"email", "property_email"},
          {"first_name", "property_firstname"},
          {"created_at", "property_createdate"}}},
        {"11-crm-export-fixtures/fivetran-salesforce/sf_lead_data.csv",
         RecordKind::Leads,
         "Salesforce leads",
         "id",
         {{"name", "name"}, {"email", "email"}, {"source", "lead_source"}}},
        {"11-crm-export-fixtures/mautic/contacts_sample.csv",
         RecordKind::Leads,
         "Mautic leads",
         "",
         {{"first_name", "firstname"}, {"job_title", "position"}, {"score", "points"}}},
        {"11-crm-export-fixtures/mautic/fakeleaddata.csv",
         RecordKind::Leads,
         "Mautic leads",
         "",
         {{"first_name", "firstname"}, {"email", "email"}}},
        {"11-crm-export-fixtures/odoo/res.partner.csv",
         RecordKind::Leads,
         "Odoo leads",
         "ID",
         {{"name", "Name"}, {"company", "Related Company"}}},
        {"11-crm-export-fixtures/google-outlook-contacts/outlook.csv",
         RecordKind::Leads,
         "Outlook leads",
         "",
         {{"name", "Name"}, {"email", "E-mail Address"}}},
        {"11-crm-export-fixtures/google-outlook-contacts/google-contacts-header-only.csv",
         RecordKind::Leads,
         "Google Contacts leads",
         "",
         {{"name", "Name"}, {"email", "E-mail 1 - Value"}}},
        {"11-crm-export-fixtures/linkedin-header/linkedin-connections-preamble-header-only.csv",
         RecordKind::Leads,
         "LinkedIn leads",
         "URL",
         {{"email", "Email Address"}, {"created_at", "Connected On"}}},
        {"11-crm-export-fixtures/hubspot-headers/hubspot-contacts-with-company-header-only.csv",
         RecordKind::Leads,
         "HubSpot leads",
         "Record ID - Contact",
         {{"owner", "Contact owner"}, {"created_at", "Create Date"}, {"phone", "Phone Number"}}},
        {"11-crm-export-fixtures/pipedrive-headers/pipedrive-import-sample-header-only.csv",
         RecordKind::Leads,
         "Pipedrive leads",
         "",
         {{"name", "Person - Name*"},
          {"email", "Person - Email (Work)"},
          {"company", "Organization - Name*"}}},
    };
    for (const Expected& expected : all) {
        const std::string path = realFile(expected.file);
        if (path.empty()) {
            return;
        }
        INFO(expected.file);
        const Mapping mapping = valueOf(suggestMappingFor(path, expected.kind));
        INFO(mappingToJson(mapping).substr(0, 3000));
        CHECK(mapping.name == expected.name);
        CHECK(mapping.key == expected.key);
        for (const auto& [field, name] : expected.columns) {
            CHECK(column(mapping, field) == name);
        }
    }
}

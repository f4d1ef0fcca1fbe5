// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/exporter.h"
#include "tests/core/exchange/import_desk.h"

#include <fmt/format.h>

using namespace tandem;
using namespace tandem::test;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

/// In the order in which a new workbook must be filled: what is named comes before what names it.
constexpr RecordKind kAll[] = {RecordKind::Campaigns, RecordKind::Content, RecordKind::Leads,
                               RecordKind::Touches,   RecordKind::Stages,  RecordKind::Costs,
                               RecordKind::Deals,     RecordKind::Audience};

std::string exported(const ImportDesk& desk, RecordKind kind)
{
    const auto path = desk.folder / fmt::format("{}.csv", kindWord(kind));
    valueOf(exportCsv(desk.workbook, kind, path.string()));
    return bytesOf(path);
}

ImportResult importedBack(ImportDesk& desk, RecordKind kind, const std::string& csv)
{
    const std::string path = desk.file("back.csv", csv);
    const Mapping mapping = valueOf(suggestMappingFor(path, kind));
    ImportOptions options;
    options.now = kNow;
    return valueOf(importFile(desk.workbook, kTester, path, mapping, options));
}

/// A workbook with something of everything, with and without keys, and texts that try the format.
void fill(ImportDesk& desk)
{
    desk.text("id,name,objective,from,to,budget,persona,mo\n"
              "C1,Fair,leads,2026-01-01,2026-02-01,1250.50,Buyer,Ines\nC2,Fair,,,,,,\n",
              R"({"kind": "campaigns", "key": "id", "columns": {"name": "name",
                  "objective": "objective", "starts": "from", "ends": "to", "budget": "budget",
                  "persona": "persona", "marketing_owner": "mo"}})");
    desk.text("t,p,s\nGuide,Buyer,MQL\n",
              R"({"kind": "content", "columns": {"title": "t", "persona": "p", "stage": "s"}})");
    desk.text("id,name,mail,at,score,won,note,\"odd, name\",Status\n"
              "1,Ada Byron,ada@x.org,2026-01-01 09:30,1.25,Customer,\"two\nlines\",007,a\n"
              "2,=cmd|x,+44 20 7946 0958,,,,\"say \"\"hi\"\"\",-1,\n"
              ",Ben,ben@x.org,2026-01-02,0.1,Nurture,'quoted,@x,b\n",
              R"({"kind": "leads", "key": "id", "columns": {"name": "name", "email": "mail",
                  "created_at": "at", "score": "score", "stage": "won", "need": "note"},
                  "custom": ["odd, name", "Status"], "constants": {"company": "ACME"}})");
    desk.text("lead,at,ch,dir,team,c,content,who,out,note\n"
              "1,2026-01-05 10:00:30,email,in,marketing,C1,Guide,Ines,clicked,x\n"
              "1,2026-01-05 10:00:30,email,in,marketing,C1,Guide,Ines,clicked,x\n"
              "2,,phone,out,sales,C2,,Tom,,\nben@x.org,2026-01-01,web,,,,,,,\n",
              R"({"kind": "touches", "columns": {"lead": "lead", "at": "at", "channel": "ch",
                  "direction": "dir", "team": "team", "campaign": "c", "content": "content",
                  "person": "who", "outcome": "out", "note": "note"}})");
    desk.text("lead,at,stage,by,why\n1,2026-01-02,MQL,Ines,asked\n1,2026-03-01,Customer,,\n"
              "2,,Contact,,\n",
              R"({"kind": "stages", "columns": {"lead": "lead", "at": "at", "stage": "stage",
                  "person": "by", "reason": "why"}})");
    desk.text("c,at,a,team\nC1,2026-01-03,99.99,marketing\n,,-5,\n",
              R"({"kind": "costs", "columns": {"campaign": "c", "at": "at", "amount": "a",
                  "team": "team"}})");
    desk.text("id,who,firm,c,n,a,o,from,exp,till,p\n"
              "D1,1,ACME,C1,Big,1000,won,2026-01-10,,2026-03-01 12:00,\n"
              "D2,,ACME,,Small,,open,,2026-06-01,,0.35\n",
              R"({"kind": "deals", "key": "id", "columns": {"lead": "who", "company": "firm",
                  "campaign": "c", "name": "n", "amount": "a", "outcome": "o", "opened_at": "from",
                  "expected_close": "exp", "closed_at": "till", "probability": "p"}})");
    desk.text("c,ch,d,v\nC1,web,2026-01-01,1200\n,web,2026-01-02,7\n",
              R"({"kind": "audience", "columns": {"campaign": "c", "channel": "ch", "day": "d",
                  "value": "v"}, "constants": {"measure": "visitors"}})");
    // Records that were typed in have no keys.
    valueOf(desk.workbook.edit(kTester, "Add", [](Writer& writer) -> Result<void> {
        Lead lead;
        lead.name = "Typed In";
        const LeadId id = valueOf(addLead(writer, lead));
        Touch touch;
        touch.lead = id;
        touch.at = Instant{1'770'000'000};
        touch.channel = "phone";
        valueOf(addTouch(writer, touch));
        Deal deal;
        deal.lead = id;
        deal.name = "Typed deal";
        valueOf(addDeal(writer, deal));
        Campaign campaign;
        campaign.name = "Typed campaign";
        CostEntry cost;
        cost.campaign = valueOf(addCampaign(writer, campaign));
        cost.amount = {100};
        valueOf(addCost(writer, cost));
        return {};
    }));
}

} // namespace

TEST_CASE("an export's columns are the fields under their own names")
{
    ImportDesk desk;
    fill(desk);
    CHECK_THAT(
        exported(desk, RecordKind::Leads),
        StartsWith("key,name,email,phone,job_title,company,industry,company_size,country,city,"
                   "source,persona,owner,stage,created_at,score,budget,authority,need,timeline,"
                   "consent,tags,next_step,"));
    CHECK_THAT(
        exported(desk, RecordKind::Touches),
        StartsWith("key,lead,at,channel,direction,team,campaign,content,person,outcome,note\r\n"));
    CHECK_THAT(exported(desk, RecordKind::Stages), StartsWith("lead,at,stage,person,reason\r\n"));
    CHECK_THAT(exported(desk, RecordKind::Deals), Contains("D1,1,ACME,C1,Big,1000.00,,,won,"));
}

TEST_CASE("an export holds no cell that a spreadsheet takes for a formula")
{
    ImportDesk desk;
    fill(desk);
    const std::string leads = exported(desk, RecordKind::Leads);
    CHECK_THAT(leads, Contains(",'=cmd|x,"));
    CHECK_THAT(leads, Contains(",'@x"));
}

TEST_CASE("exports import into a new workbook as the same records")
{
    ImportDesk first;
    fill(first);
    ImportDesk second;
    std::map<RecordKind, std::string> files;
    for (const RecordKind kind : kAll) {
        files[kind] = exported(first, kind);
        const ImportResult result = importedBack(second, kind, files[kind]);
        INFO(kindWord(kind) << ": " << importResultJson(result));
        CHECK(result.rejectedCount == 0);
        // A lead's stage came with the lead.
        CHECK((kind == RecordKind::Stages || result.created == result.rows));
    }
    for (const RecordKind kind : kAll) {
        INFO(kindWord(kind));
        CHECK(exported(second, kind) == files[kind]);
    }
}

TEST_CASE("exports import into their own workbook without a change")
{
    ImportDesk desk;
    fill(desk);
    const std::string before = contentOf(desk.workbook);
    for (const RecordKind kind : kAll) {
        const ImportResult result = importedBack(desk, kind, exported(desk, kind));
        INFO(kindWord(kind) << ": " << importResultJson(result));
        CHECK(result.unchanged == result.rows);
        CHECK(result.rows > 0);
    }
    CHECK(contentOf(desk.workbook) == before);
}

TEST_CASE("an empty workbook exports headers only")
{
    ImportDesk desk;
    CHECK(valueOf(exportCsv(desk.workbook, RecordKind::Costs, (desk.folder / "c.csv").string())) ==
          0);
    CHECK(bytesOf(desk.folder / "c.csv") == "key,campaign,at,amount,team,note\r\n");
}

TEST_CASE("an export that cannot be written leaves nothing behind")
{
    ImportDesk desk;
    CHECK_FALSE(exportCsv(desk.workbook, RecordKind::Costs, "/nowhere/at/all.csv"));
}

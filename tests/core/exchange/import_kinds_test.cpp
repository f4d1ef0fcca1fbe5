// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/exchange/import_desk.h"

using namespace tandem;
using namespace tandem::test;
using Catch::Matchers::Contains;

namespace {

constexpr const char* kTouches = R"({"kind": "touches", "columns":
    {"lead": "lead", "at": "at", "channel": "channel", "campaign": "campaign", "team": "team"}})";
constexpr const char* kKeyedTouches = R"({"kind": "touches", "key": "id", "columns":
    {"lead": "lead", "at": "at", "channel": "channel"}})";

std::vector<Touch> touchesOfAll(const ImportDesk& desk)
{
    std::vector<Touch> out;
    for (const auto& [key, lead] : desk.leads()) {
        const auto some = valueOf(touchesOf(desk.workbook.reader(), lead.id));
        out.insert(out.end(), some.begin(), some.end());
    }
    return out;
}

} // namespace

TEST_CASE("touches find their lead by e-mail or name, and campaigns are made once")
{
    ImportDesk desk("Ada <ada@x.org>: Contact@1\nBen: Contact@1");
    const std::string csv = "lead,at,channel,campaign,team\n"
                            "ADA@x.org,2026-01-05 10:00,email,Spring,marketing\n"
                            "ben,2026-01-04,phone,spring,sdr\n"
                            "Ada,,web,,\n";
    const ImportResult result = desk.text(csv, kTouches);
    CHECK(counts(result) == "3 rows: 3 new, 0 updated, 0 unchanged, 0 rejected");
    CHECK(result.createdOther ==
          std::vector<std::pair<std::string, std::int64_t>>{{"campaigns", 1}});
    CHECK(result.undated == 1);
    const auto all = touchesOfAll(desk);
    REQUIRE(all.size() == 3);
    CHECK(valueOf(campaigns(desk.workbook.reader())).size() == 1);
    CHECK(counts(desk.text(csv, kTouches)) == "3 rows: 0 new, 0 updated, 3 unchanged, 0 rejected");
    CHECK(touchesOfAll(desk).size() == 3);
}

TEST_CASE("a touch of a lead that does not exist is rejected unless leads may be made")
{
    ImportDesk desk;
    const std::string csv =
        "lead,at,channel,campaign,team\nnew@x.org,,web,,\nL-7,,web,,\n,,web,,\n";
    const ImportResult result = desk.text(csv, kTouches);
    CHECK(counts(result) == "3 rows: 0 new, 0 updated, 0 unchanged, 3 rejected");
    CHECK(result.rejected[0].column == "lead");
    CHECK(result.rejected[0].value == "new@x.org");
    std::string mapping = kTouches;
    mapping.insert(1, R"("create_missing": true, )");
    const ImportResult made = desk.text(csv, mapping);
    CHECK(counts(made) == "3 rows: 2 new, 0 updated, 0 unchanged, 1 rejected");
    CHECK(made.createdOther == std::vector<std::pair<std::string, std::int64_t>>{{"leads", 2}});
    CHECK(desk.leads().contains("L-7"));
    CHECK(desk.leads().contains("new@x.org"));
}

TEST_CASE("a name that two leads bear is not guessed")
{
    ImportDesk desk("Ada: Contact@1\nAda: Contact@2");
    const ImportResult result = desk.text("lead,at,channel,campaign,team\nAda,,web,,\n", kTouches);
    REQUIRE(result.rejectedCount == 1);
    CHECK_THAT(result.rejected[0].reason, Contains("several leads"));
}

TEST_CASE("identical touches without a key are different touches")
{
    ImportDesk desk("Ada: Contact@1");
    const std::string csv =
        "lead,at,channel,campaign,team\nAda,2026-01-01,web,,\nAda,2026-01-01,web,,\n";
    CHECK(desk.text(csv, kTouches).created == 2);
    CHECK(touchesOfAll(desk).size() == 2);
    CHECK(desk.text(csv, kTouches).unchanged == 2);
}

TEST_CASE("a touch's key updates it, also within the file")
{
    ImportDesk desk("Ada: Contact@1\nBen: Contact@1");
    CHECK(counts(desk.text("id,lead,at,channel\n1,Ada,2026-01-01,web\n2,Ada,2026-01-02,web\n"
                           "1,Ada,2026-01-01,phone\n1,Ada,2026-01-01,phone\n2,Ada,2026-01-02,web\n",
                           kKeyedTouches)) == "5 rows: 2 new, 1 updated, 2 unchanged, 0 rejected");
    CHECK(counts(desk.text("id,lead,at,channel\n1,Ben,2026-03-01,\n2,Ada,,web\n3,Ada,,\n",
                           kKeyedTouches)) == "3 rows: 1 new, 1 updated, 1 unchanged, 0 rejected");
    const auto all = touchesOfAll(desk);
    REQUIRE(all.size() == 3);
    const auto moved =
        std::find_if(all.begin(), all.end(), [](const Touch& t) { return t.key == "1"; });
    CHECK(moved->channel == "phone");
    CHECK(isoInstant(moved->at) == "2026-03-01T00:00:00Z");
    valueOf(desk.workbook.undo());
    valueOf(desk.workbook.undo());
    CHECK(touchesOfAll(desk).empty());
}

TEST_CASE("stage rows are fitted into each lead's history")
{
    ImportDesk desk("Ada: Contact@0 SQL@9");
    const char* const mapping = R"({"kind": "stages", "columns": {"lead": "lead", "at": "at",
                                    "stage": "stage", "person": "by", "reason": "why"}})";
    const std::string csv = "lead,at,stage,by,why\nAda,2026-01-05,MQL,Ines,asked for a demo\n"
                            "Ada,2026-01-01,Contact,,\nAda,2026-02-01,Customer,,\n"
                            "Ada,2026-02-01,Customer,,\n,2026-01-01,MQL,,\nAda,2026-01-01,,,\n";
    const ImportResult result = desk.text(csv, mapping);
    CHECK(counts(result) == "6 rows: 3 new, 0 updated, 1 unchanged, 2 rejected");
    const LeadId ada = desk.leads().begin()->second.id;
    CHECK(
        desk.history(ada) ==
        "Contact@2026-01-01 MQL@2026-01-05 SQL@2026-01-10 Customer@2026-02-01 Customer@2026-02-01");
    const auto history = valueOf(stageChangesOf(desk.workbook.reader(), ada));
    CHECK(history[1].from == history[0].to);
    CHECK(history[1].reason == "asked for a demo");
    CHECK(desk.text(csv, mapping).unchanged == 4);
    CHECK(counts(desk.text("lead,at,stage,by,why\nAda,2026-01-05,MQL,,changed\n", mapping)) ==
          "1 rows: 0 new, 1 updated, 0 unchanged, 0 rejected");
}

TEST_CASE("a stage told by a leads file gives way to its dated change")
{
    ImportDesk desk;
    desk.text("id,s\n1,Customer\n", R"({"kind": "leads", "key": "id", "columns": {"stage": "s"}})");
    desk.text("lead,at,stage\n1,2026-01-01,MQL\n1,2026-02-01,Customer\n",
              R"({"kind": "stages", "columns": {"lead": "lead", "at": "at", "stage": "stage"}})");
    CHECK(desk.history(desk.leads().at("1").id) == "MQL@2026-01-01 Customer@2026-02-01");
}

TEST_CASE(
    "two campaigns of one name are two where their keys differ, and a name is then not guessed")
{
    ImportDesk desk;
    const char* const mapping = R"({"kind": "campaigns", "key": "id", "columns": {"name": "name",
        "starts": "from", "budget": "budget", "persona": "persona"}})";
    const ImportResult result = desk.text(
        "id,name,from,budget,persona\n1,Fair,2026-01-01,\"$1,250.50\",Buyer\n2,Fair,,1000,buyer\n",
        mapping);
    CHECK(result.created == 2);
    const auto all = valueOf(campaigns(desk.workbook.reader()));
    REQUIRE(all.size() == 2);
    CHECK(valueOf(personas(desk.workbook.reader())).size() == 1);
    const ImportResult costs = desk.text(
        "campaign,at,amount\n1,2026-01-01,10.5\nFair,2026-01-01,3\n2,,\"7,25\"\n2,2026-01-01,\n",
        R"({"kind": "costs", "columns": {"campaign": "campaign", "at": "at", "amount": "amount"},
            "decimal": "."})");
    CHECK(counts(costs) == "4 rows: 1 new, 0 updated, 0 unchanged, 3 rejected");
    CHECK_THAT(costs.rejected[0].reason, Contains("several"));
    CHECK(valueOf(tandem::costs(desk.workbook.reader()))[0].amount == Money{1050});
}

TEST_CASE("a campaign that rows named before takes the key of its own row")
{
    ImportDesk desk;
    const char* const costs = R"({"kind": "costs", "columns": {"campaign": "c", "amount": "a"}})";
    desk.text("c,a\nSpring,5\nC-2,6\nTwin,7\n", costs);
    const ImportResult result =
        desk.text("id,name\nC-1,spring\nC-2,Summer\nC-3,Twin\nC-4,Twin\n",
                  R"({"kind": "campaigns", "key": "id", "columns": {"name": "name"}})");
    CHECK(counts(result) == "4 rows: 2 new, 2 updated, 0 unchanged, 0 rejected");
    std::map<std::string, std::string> names;
    for (const Campaign& campaign : valueOf(campaigns(desk.workbook.reader()))) {
        names[campaign.key] += campaign.name;
    }
    CHECK(
        names ==
        std::map<std::string, std::string>{
            {"", "Twin"}, {"C-1", "spring"}, {"C-2", "Summer"}, {"C-3", "Twin"}, {"C-4", "Twin"}});
}

TEST_CASE("deals are read with outcome, money and people; a named lead must exist")
{
    ImportDesk desk("Ada <ada@x.org>: Contact@1");
    const char* const mapping = R"({"kind": "deals", "key": "id", "columns": {"lead": "who",
        "company": "firm", "amount": "value", "stage": "stage", "opened_at": "from",
        "expected_close": "close", "closed_at": "close", "owner": "owner", "probability": "p"},
        "values": {"outcome": {"column": "stage", "map": {"Won": "won", "Lost": "lost", "*": "open",
        "Engaging": "open"}}}})";
    const std::string csv = "id,who,firm,value,stage,from,close,owner,p\n"
                            "1,ada@x.org,ACME,$342.09K,Won,2026-01-01,2026-02-01,Ines,100\n"
                            "2,,ACME,,Engaging,2026-01-01,2026-03-01,Ines,40 %\n"
                            "3,nobody@x.org,ACME,1,Lost,,,,\n4,,,1,Maybe,,,,0.4\n";
    const ImportResult result = desk.text(csv, mapping);
    CHECK(counts(result) == "4 rows: 2 new, 0 updated, 0 unchanged, 2 rejected");
    CHECK(result.rejected[0].column == "who");
    CHECK(result.rejected[1].value == "Maybe");
    const auto all = valueOf(deals(desk.workbook.reader()));
    REQUIRE(all.size() == 2);
    const Deal& won = all[0].key == "1" ? all[0] : all[1];
    const Deal& open = all[0].key == "1" ? all[1] : all[0];
    CHECK(won.amount == Money{34'209'000});
    CHECK(won.outcome == DealOutcome::Won);
    CHECK(won.lead.has_value());
    CHECK(won.closedAt == instantFromIso("2026-02-01T00:00:00Z"));
    CHECK_FALSE(won.expectedClose);
    CHECK(open.expectedClose == dayFromIso("2026-03-01"));
    CHECK_FALSE(open.closedAt);
    CHECK(open.probability == 0.4);
    CHECK(counts(desk.text(csv, mapping)) == "4 rows: 0 new, 0 updated, 2 unchanged, 2 rejected");
}

TEST_CASE("deals without a key and with equal rows stay different")
{
    ImportDesk desk;
    const char* const mapping = R"({"kind": "deals", "columns": {"name": "n", "stage": "s"}})";
    CHECK(desk.text("n,s\nA,Closed Won\nA,Closed Won\n", mapping).created == 2);
    CHECK(desk.text("n,s\nA,Closed Won\nA,Closed Won\n", mapping).unchanged == 2);
    CHECK(valueOf(deals(desk.workbook.reader()))[0].outcome == DealOutcome::Won);
}

TEST_CASE("audience counts are set, content is read")
{
    ImportDesk desk;
    const char* const audience = R"({"kind": "audience", "columns": {"channel": "c", "day": "d",
        "measure": "m", "value": "v"}})";
    CHECK(counts(
              desk.text("c,d,m,v\nweb,2026-01-01,visitors,\"1,200\"\nweb,2026-01-01,visitors,1300\n"
                        "web,2026-01-01,followers,5\nweb,,visitors,1\n",
                        audience)) == "4 rows: 2 new, 1 updated, 0 unchanged, 1 rejected");
    CHECK(counts(desk.text("c,d,m,v\nweb,2026-01-01,visitors,1300\n", audience)) ==
          "1 rows: 0 new, 0 updated, 1 unchanged, 0 rejected");
    const char* const content = R"({"kind": "content", "columns": {"title": "t", "persona": "p",
        "stage": "s"}})";
    CHECK(counts(desk.text("t,p,s\nGuide,Buyer,MQL\nGuide,Buyer,SQL\n,Buyer,\nCase,Buyer,Nope\n",
                           content)) == "4 rows: 2 new, 0 updated, 0 unchanged, 2 rejected");
}

TEST_CASE("many touches in any order come out sorted by lead and time")
{
    ImportDesk desk("Ada: Contact@1\nBen: Contact@1\nCy: Contact@1");
    std::string csv = "id,lead,at,channel\n";
    const char* const names[] = {"Ada", "Ben", "Cy"};
    for (int i = 0; i < 12'000; ++i) {
        csv += std::to_string(i) + "," + names[(i * 7) % 3] + "," +
               isoInstant(Instant{1'700'000'000 + (i * 7919) % 100'000}) + ",web\n";
    }
    CHECK(desk.text(csv, kKeyedTouches).created == 12'000);
    const auto all = touchesOfAll(desk);
    REQUIRE(all.size() == 12'000);
    CHECK(desk.text(csv, kKeyedTouches).unchanged == 12'000);
}

TEST_CASE("a date far down that is written another way makes the import look at all of them")
{
    ImportDesk desk("Ada: Contact@1");
    std::string csv = "id,lead,at,channel\n";
    for (int i = 0; i < 21'000; ++i) {
        csv += std::to_string(i) + ",Ada,2026-01-01 10:00,web\n";
    }
    CHECK(desk.text(csv + "x,Ada,31/01/2026,web\ny,Ada,soon,web\n", kKeyedTouches).created ==
          21'001);
    const auto result = desk.tryText(csv + "z,Ada,03/04/2026,web\n", kKeyedTouches);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::Ambiguous);
    CHECK_THAT(result.error().detail, Contains("'at'"));
}

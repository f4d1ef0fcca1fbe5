// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/exchange/import_desk.h"

#include <nlohmann/json.hpp>

using namespace tandem;
using namespace tandem::test;
using Catch::Matchers::Contains;

namespace {

constexpr const char* kPlain =
    R"({"kind": "leads", "key": "id", "columns": {"name": "name", "email": "mail", "source": "source"}})";

} // namespace

TEST_CASE("rows become leads with their fields and custom values")
{
    ImportDesk desk;
    const ImportResult result = desk.text(
        "id,mail,first,last,Account,plan\n1,ada@x.org,Ada,Byron,ACME,007\n2,,,Ben, acme ,\n",
        R"({"kind": "leads", "key": "id", "columns": {"email": "mail", "first_name": "first",
            "last_name": "last", "company": "Account"}, "custom": ["plan"],
            "constants": {"source": "fair"}})");
    CHECK(counts(result) == "2 rows: 2 new, 0 updated, 0 unchanged, 0 rejected");
    CHECK(result.createdOther ==
          std::vector<std::pair<std::string, std::int64_t>>{{"companies", 1}, {"fields", 1}});
    const auto leads = desk.leads();
    CHECK(leads.at("1").name == "Ada Byron");
    CHECK(leads.at("1").source == "fair");
    CHECK(desk.customOf(leads.at("1"), "plan") == "007"); // text, so no zero is lost
    CHECK(leads.at("2").name == "Ben");
    CHECK(leads.at("2").company == leads.at("1").company);
    CHECK(leads.at("2").custom.empty());
}

TEST_CASE("importing a file again changes nothing and leaves no step")
{
    ImportDesk desk;
    const std::string csv =
        "id,name,mail,source\n1,Ada,a@x.org,web\n,Ben,b@x.org,web\n,,,web\n,,,web\n";
    CHECK(counts(desk.text(csv, kPlain)) == "4 rows: 4 new, 0 updated, 0 unchanged, 0 rejected");
    const std::string before = contentOf(desk.workbook);
    const ImportResult again = desk.text(csv, kPlain);
    CHECK(counts(again) == "4 rows: 0 new, 0 updated, 4 unchanged, 0 rejected");
    CHECK_FALSE(again.importId);
    CHECK(contentOf(desk.workbook) == before);
    CHECK(valueOf(desk.workbook.history(10)).size() == 1);
}

TEST_CASE("the same key again updates what the row says and keeps what it leaves blank")
{
    ImportDesk desk;
    desk.text("id,name,mail,source\n1,Ada,a@x.org,web\n", kPlain);
    const ImportResult result =
        desk.text("id,name,mail,source\n1,Ada Byron,,\n1,Ada Byron,,fair\n2,Ben,,\n", kPlain);
    CHECK(counts(result) == "3 rows: 1 new, 2 updated, 0 unchanged, 0 rejected");
    const Lead ada = desk.leads().at("1");
    CHECK(ada.name == "Ada Byron");
    CHECK(ada.email == "a@x.org");
    CHECK(ada.source == "fair");
}

TEST_CASE("a key that comes twice in a file is one lead")
{
    ImportDesk desk;
    const ImportResult result =
        desk.text("id,name,mail,source\n1,Ada,,web\n1,Ada,,web\n1,Ada,,fair\n", kPlain);
    CHECK(counts(result) == "3 rows: 1 new, 1 updated, 1 unchanged, 0 rejected");
    CHECK(desk.leads().size() == 1);
}

TEST_CASE("without a key leads match on their e-mail")
{
    ImportDesk desk("Ada <Ada@Example.org>: Contact@1");
    const ImportResult result =
        desk.text("name,mail\nAda Byron, ADA@example.org\nBen,ben@x.org\nBen,BEN@x.org\n",
                  R"({"kind": "leads", "columns": {"name": "name", "email": "mail"}})");
    CHECK(counts(result) == "3 rows: 1 new, 2 updated, 0 unchanged, 0 rejected");
    CHECK(leadNames(desk.workbook) == "Ada Byron Ben");
}

TEST_CASE("a new key never joins another lead by e-mail")
{
    ImportDesk desk("Ada <ada@x.org>: Contact@1");
    const ImportResult result =
        desk.text("id,name,mail,source\n1,Ada,ada@x.org,\n2,Ada,ada@x.org,\n", kPlain);
    CHECK(result.created == 2);
    CHECK(desk.leads().size() == 3);
}

TEST_CASE("an e-mail that fits two leads is not guessed")
{
    ImportDesk desk;
    desk.text("id,name,mail,source\n1,Ada,a@x.org,\n2,Ann,a@x.org,\n", kPlain);
    const ImportResult result = desk.text("id,name,mail,source\n,Ada,a@x.org,web\n", kPlain);
    REQUIRE(result.rejectedCount == 1);
    CHECK(result.rejected[0].column == "mail");
    CHECK(result.rejected[0].value == "a@x.org");
}

TEST_CASE("identical rows without key and e-mail are different leads")
{
    ImportDesk desk;
    const ImportResult result =
        desk.text("job,age\nnurse,30\nnurse,30\n,\nnurse,30\n",
                  R"({"kind": "leads", "columns": {}, "custom": ["job", "age"]})");
    CHECK(counts(result) == "3 rows: 3 new, 0 updated, 0 unchanged, 0 rejected");
    CHECK(result.blank == 1);
}

TEST_CASE("a new lead's stage is undated where nothing tells its date")
{
    ImportDesk desk;
    desk.text("id,won\n1,1\n2,0\n3,\n",
              R"({"kind": "leads", "key": "id", "columns": {}, "values":
                  {"stage": {"column": "won", "map": {"1": "Customer", "0": "Contact"}}}})");
    const auto leads = desk.leads();
    CHECK(desk.history(leads.at("1").id) == "Customer?");
    CHECK(desk.history(leads.at("2").id) == "Contact?");
    CHECK(desk.history(leads.at("3").id).empty());
}

TEST_CASE("stage dates become dated changes and the current stage stands at the latest of them")
{
    ImportDesk desk;
    const char* const mapping =
        R"({"kind": "leads", "key": "id", "columns": {"stage": "now"},
            "stage_dates": {"Customer": "won", "MQL": "mql"}})";
    const std::string csv = "id,now,mql,won\n1,Customer,2026-01-03,2026-02-01\n"
                            "2,SQL,2026-01-03,\n3,MQL,2026-01-03,\n4,SQL,,\n";
    const ImportResult result = desk.text(csv, mapping);
    CHECK(result.undated == 1);
    const auto leads = desk.leads();
    CHECK(desk.history(leads.at("1").id) == "MQL@2026-01-03 Customer@2026-02-01");
    CHECK(desk.history(leads.at("2").id) == "MQL@2026-01-03 SQL@2026-01-03");
    CHECK(desk.history(leads.at("3").id) == "MQL@2026-01-03");
    CHECK(desk.history(leads.at("4").id) == "SQL?");
    CHECK(counts(desk.text(csv, mapping)) == "4 rows: 0 new, 0 updated, 4 unchanged, 0 rejected");

    SECTION("a stage that changed since is a change at the import")
    {
        const ImportResult later = desk.text("id,now,mql,won\n3,SQL,,\n", mapping);
        CHECK(later.updated == 1);
        CHECK(desk.history(leads.at("3").id) ==
              "MQL@2026-01-03 SQL@" + isoInstant(kNow).substr(0, 10));
    }
    SECTION("a date that arrives later replaces the undated stage")
    {
        desk.text("id,now,mql,won\n4,Customer,2026-01-05,2026-03-01\n", mapping);
        CHECK(desk.history(leads.at("4").id) == "SQL? MQL@2026-01-05 Customer@2026-03-01");
        desk.text(
            "id,now,sql\n4,,2026-02-01\n",
            R"({"kind": "leads", "key": "id", "columns": {}, "stage_dates": {"SQL": "sql"}})");
        CHECK(desk.history(leads.at("4").id) ==
              "MQL@2026-01-05 SQL@2026-02-01 Customer@2026-03-01");
    }
}

TEST_CASE("a stage that does not exist rejects the row with column, value and reason")
{
    ImportDesk desk;
    const char* const mapping = R"({"kind": "leads", "key": "id", "columns": {"stage": "s"}})";
    const ImportResult result = desk.text("id,s\n1,Contact\n2,Warm\n3,mql\n", mapping);
    CHECK(counts(result) == "3 rows: 2 new, 0 updated, 0 unchanged, 1 rejected");
    REQUIRE(result.rejected.size() == 1);
    CHECK(result.rejected[0].row == 2);
    CHECK(result.rejected[0].column == "s");
    CHECK(result.rejected[0].value == "Warm");
    CHECK_THAT(result.rejected[0].reason, Contains("is no stage") && Contains("MQL"));
}

TEST_CASE("a mapping that leads to a missing stage is refused and lists the stages")
{
    ImportDesk desk;
    const auto result = desk.tryText("id,s\n1,x\n", R"({"kind": "leads", "key": "id", "columns": {},
                           "values": {"stage": {"column": "s", "map": {"x": "Warm"}}}})");
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::BadInput);
    CHECK_THAT(result.error().detail, Contains("'Warm'") && Contains("Contact, IQL, MQL"));
    CHECK_FALSE(desk.tryText("id,s\n1,x\n", R"({"kind": "leads", "key": "id", "columns": {},
                                              "stage_dates": {"Warm": "s"}})"));
}

TEST_CASE("dates that fit two readings stop the import and name the column and the key")
{
    ImportDesk desk;
    const std::string csv = "id,Created\n1,03/04/2021\n2,05/06/2021\n";
    const auto result = desk.tryText(
        csv, R"({"kind": "leads", "key": "id", "columns": {"created_at": "Created"}})");
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::Ambiguous);
    CHECK_THAT(result.error().detail, Contains("'Created'") && Contains("\"dates\"") &&
                                          Contains("2021-04-03") && Contains("2021-03-04"));
    CHECK(desk.leads().empty());

    for (const char* const dates : {R"("dd/MM/yyyy")", R"({"Created": "day-first"})"}) {
        desk.text(csv, std::string(R"({"kind": "leads", "key": "id",
                        "columns": {"created_at": "Created"}, "dates": )") +
                           dates + "}");
        CHECK(desk.leads().at("1").createdAt == instantFromIso("2021-04-03T00:00:00Z"));
    }
}

TEST_CASE("a cell that is no date or number rejects its row only")
{
    ImportDesk desk;
    const ImportResult result = desk.text(
        "id,at,score\n1,2026-01-01,5\n2,soon,5\n3,,many\n4,,\"1,5\"\n",
        R"({"kind": "leads", "key": "id", "columns": {"created_at": "at", "score": "score"}})");
    CHECK(counts(result) == "4 rows: 2 new, 0 updated, 0 unchanged, 2 rejected");
    CHECK(result.undated == 1);
    CHECK(result.rejected[0] == RejectedRow{2, "at", "soon", "is no date"});
    CHECK(result.rejected[1] == RejectedRow{3, "score", "many", "is no number"});
    CHECK(desk.leads().at("4").score == 1.5);
}

TEST_CASE("broken rows are rejected with their line, ragged ones are taken")
{
    ImportDesk desk;
    const ImportResult result = desk.text(
        "id,name,mail,source\n1,Ada\n2,Ben,,web,more\n3,This \"word\",,\n4,Dora,,fair,\n", kPlain);
    CHECK(counts(result) == "4 rows: 2 new, 0 updated, 0 unchanged, 2 rejected");
    CHECK_THAT(result.rejected[0].reason, Contains("line 3") && Contains("1 more cell"));
    CHECK_THAT(result.rejected[1].reason, Contains("line 4") && Contains("quote"));
}

TEST_CASE("rejected rows can be kept as a file with the reasons")
{
    ImportDesk desk;
    ImportOptions options;
    options.rejectedTo = (desk.folder / "rejected.csv").string();
    desk.text("id,s\n1,Contact\n2,Warm\n",
              R"({"kind": "leads", "key": "id", "columns": {"stage": "s"}})", options);
    const std::string written = bytesOf(desk.folder / "rejected.csv");
    CHECK_THAT(written, Catch::Matchers::StartsWith("id,s,Rejected because\r\n2,Warm,"));
}

TEST_CASE("a dry run says the same and changes nothing")
{
    ImportDesk desk("Ada <a@x.org>: Contact@1");
    const std::string before = contentOf(desk.workbook);
    const std::string csv = "id,name,mail,source\n1,Ben,b@x.org,web\n,Ada,a@x.org,web\n";
    ImportOptions dry;
    dry.dryRun = true;
    ImportResult said = desk.text(csv, kPlain, dry);
    CHECK(contentOf(desk.workbook) == before);
    CHECK(said.dryRun);
    CHECK_FALSE(said.importId);
    CHECK(valueOf(savedMappings(desk.workbook.reader())).empty());
    ImportResult done = desk.text(csv, kPlain);
    CHECK(counts(said) == counts(done));
}

TEST_CASE("an import is one step with its numbers, and one undo removes it")
{
    ImportDesk desk("Ada <a@x.org>: Contact@1");
    const std::string before = contentOf(desk.workbook);
    desk.text("id,name,mail,source\n1,Ben,b@x.org,web\n,Ada Byron,a@x.org,web\n", kPlain);
    CHECK(desk.workbook.undoTitle() == "Import data.csv: 1 new, 1 updated");
    valueOf(desk.workbook.undo());
    CHECK(contentOf(desk.workbook) == before);
}

TEST_CASE("a stopped import changes nothing")
{
    ImportDesk desk;
    std::string csv = "id,name,mail,source\n";
    for (int i = 0; i < 20'000; ++i) {
        csv += std::to_string(i) + ",Name,,web\n";
    }
    const std::string before = contentOf(desk.workbook);
    std::stop_source stop;
    ImportOptions options;
    options.progress = Progress(
        [&stop](double fraction, std::string_view) {
            if (fraction > 0.4) {
                stop.request_stop();
            }
        },
        stop.get_token());
    const auto result = desk.tryText(csv, kPlain, options);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::Stopped);
    CHECK(contentOf(desk.workbook) == before);
}

TEST_CASE("files that hold no table are refused with the reason")
{
    ImportDesk desk;
    const auto code = [&desk](std::string_view text) {
        const auto result = desk.tryText(text, kPlain);
        return result ? ErrorCode::Internal : result.error().code;
    };
    CHECK(code("") == ErrorCode::BadInput);
    CHECK(code(std::string("\x7f"
                           "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\xff\xfe\x80",
                           19)) == ErrorCode::BadInput);
    CHECK(code("just one column\nx\n") == ErrorCode::BadInput); // the mapping names others
    CHECK(desk.tryPath("/nowhere/at/all.csv", kPlain).error().code == ErrorCode::NotFound);
    CHECK(desk.leads().empty());
}

TEST_CASE("a quote that is never closed fails the import and names the line")
{
    ImportDesk desk;
    const auto result = desk.tryText("id,name,mail,source\n1,\"Ada,,\n2,Ben,,\n", kPlain);
    REQUIRE_FALSE(result);
    CHECK_THAT(result.error().detail, Contains("line 2"));
    CHECK(desk.leads().empty());
}

TEST_CASE("one column and 382 columns are both tables")
{
    ImportDesk desk;
    CHECK(
        desk.text("mail\na@x.org\nb@x.org\n", R"({"kind": "leads", "columns": {"email": "mail"}})")
            .created == 2);
    std::string header = "id";
    std::string row = "1";
    std::string custom = "\"c1\"";
    for (int i = 1; i < 382; ++i) {
        header += ",c" + std::to_string(i);
        row += i % 3 == 0 ? "," : ",v" + std::to_string(i);
        custom += i == 1 ? "" : ", \"c" + std::to_string(i) + "\"";
    }
    const ImportResult result =
        desk.text(header + "\n" + row + "\n",
                  R"({"kind": "leads", "key": "id", "columns": {}, "custom": [)" + custom + "]}");
    CHECK(result.created == 1);
    CHECK(desk.leads().at("1").custom.size() == 254); // blank ones are no values
}

TEST_CASE("values are translated, words for blank are blank, formula guards come off")
{
    ImportDesk desk;
    desk.text("id,a,b,c\n1,yes,Select,'=1+1\n2,NO,x, y \n",
              R"({"kind": "leads", "key": "id", "columns": {"city": "b", "need": "c"},
                  "values": {"consent": {"column": "a", "map": {"Yes": "granted", "no": "refused"}}},
                  "empty": ["Select"]})");
    const auto leads = desk.leads();
    CHECK(leads.at("1").consent == "granted");
    CHECK(leads.at("2").consent == "refused");
    CHECK(leads.at("1").city.empty());
    CHECK(leads.at("1").need == "=1+1");
    CHECK(leads.at("2").need == "y");
}

TEST_CASE("the mapping is kept in the workbook and offered for the same header")
{
    ImportDesk desk;
    desk.text(
        "id,name,mail,source\n1,Ada,,\n",
        R"({"name": "web", "kind": "leads", "key": "id", "columns": {"name": "name", "job_title": "source"}})");
    SuggestContext context;
    context.saved = valueOf(savedMappings(desk.workbook.reader()));
    const Mapping offered = valueOf(suggestMappingFor(
        desk.file("next.csv", "id,name,mail,source\n7,Eve,,\n"), RecordKind::Leads, context));
    CHECK(offered.name == "web");
    CHECK(textOf(offered.columns, "job_title") != nullptr);
}

TEST_CASE("the result's JSON has the keys of the contract")
{
    ImportDesk desk;
    const ImportResult result =
        desk.text("id,s\n1,Contact\n2,Warm\n",
                  R"({"kind": "leads", "key": "id", "columns": {"stage": "s"}})");
    const auto json = nlohmann::json::parse(importResultJson(result));
    CHECK(json["kind"] == "leads");
    CHECK(json["rows"] == 2);
    CHECK(json["created"] == 1);
    CHECK(json["updated"] == 0);
    CHECK(json["unchanged"] == 0);
    CHECK(json["rejected_count"] == 1);
    CHECK(json["rejected"][0]["row"] == 2);
    CHECK(json["rejected"][0]["column"] == "s");
    CHECK(json["rejected"][0]["value"] == "Warm");
    CHECK(json["rejected"][0]["reason"].is_string());
    CHECK(json["created_other"].is_object());
    CHECK(json["undated"] == 0);
    CHECK(json["import_id"].is_number_integer());
    CHECK(json["dry_run"] == false);
}

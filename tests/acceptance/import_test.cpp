// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/acceptance/command_line.h"

using namespace tandem::test;

namespace {

const std::string kLeads = "lead_id,name,email,source,created_at,stage\r\n"
                           "1,Anna Sund,anna@sund.example,search,2026-01-05,MQL\r\n"
                           "2,\"Lind, Bo\",bo@lind.example,fair,2026-01-09,Contact\r\n"
                           "3,Caro Dahl,caro@dahl.example,,2026-02-11,Contact\r\n";

} // namespace

TEST_CASE("an import accounts for every row")
{
    const Bench bench;
    bench.makeBook();
    const std::string touches = "lead,at,channel,direction,team\n"
                                "1,2026-01-06 10:00,email,out,marketing\n"
                                "99,2026-01-06 11:00,phone,out,sales\n"
                                "2,yesterday,phone,out,sales\n"
                                "bo@lind.example,2026-01-10 09:30,phone,in,sales\n";
    bench.done({"import", bench.book(), bench.write("leads.csv", kLeads), "--kind", "leads"});
    const std::string map = bench.write(
        "map.json", R"({"name":"t","kind":"touches","dates":"yyyy-MM-dd HH:mm","columns":{)"
                    R"("lead":"lead","at":"at","channel":"channel","direction":"direction",)"
                    R"("team":"team"}})");
    const std::string rejected = bench.path("rejected.csv");
    const Json result = bench.json({"import", bench.book(), bench.write("touches.csv", touches),
                                    "--kind", "touches", "--map", map, "--rejected", rejected});
    CHECK(result.at("kind") == "touches");
    CHECK(result.at("rows") == 4);
    CHECK(result.at("created") == 2);
    CHECK(result.at("rejected_count") == 2);
    CHECK(result.at("rejected")[0].at("row") == 2);
    CHECK(result.at("rejected")[0].at("column") == "lead");
    CHECK(result.at("rejected")[0].at("value") == "99");
    CHECK(result.at("rejected")[1].at("row") == 3);
    CHECK(result.at("rejected")[1].at("column") == "at");
    CHECK(result.at("dry_run") == false);
    CHECK(result.at("import_id").is_number());
    CHECK(contentOf(rejected).find("yesterday") != std::string::npos);
    CHECK(bench.json({"report", bench.book(), "touches"}).at("touches") == 2);
}

TEST_CASE("the same key again updates and never duplicates")
{
    const Bench bench;
    bench.makeBook();
    const std::string data = bench.write("leads.csv", kLeads);
    CHECK(bench.json({"import", bench.book(), data, "--kind", "leads"}).at("created") == 3);
    const Json again = bench.json({"import", bench.book(), data, "--kind", "leads"});
    CHECK(again.at("unchanged") == 3);
    CHECK(again.at("created") == 0);
    bench.write("leads.csv", "lead_id,name,email,source,created_at,stage\r\n"
                             "3,Caro Dahl,caro@dahl.example,referral,2026-02-11,Contact\r\n");
    CHECK(bench.json({"import", bench.book(), data, "--kind", "leads"}).at("updated") == 1);
    CHECK(bench.json({"report", bench.book(), "funnel", "--where", "source=referral"})
              .at("cohort_size") == 1);
}

TEST_CASE("a dry run says the same and writes nothing")
{
    const Bench bench;
    bench.makeBook();
    const std::string data = bench.write("leads.csv", kLeads);
    Json dry = bench.json({"import", bench.book(), data, "--kind", "leads", "--dry-run"});
    CHECK(dry.at("dry_run") == true);
    CHECK(dry.at("import_id").is_null());
    CHECK(bench.json({"history", bench.book()}).at("history").empty());
    CHECK(bench.json({"report", bench.book(), "funnel"}).at("cohort_size") == 0);

    Json real = bench.json({"import", bench.book(), data, "--kind", "leads"});
    for (Json* one : {&dry, &real}) {
        one->erase("dry_run");
        one->erase("import_id");
    }
    CHECK(dry == real);
}

TEST_CASE("dates that can be read in two ways stop the import, which names the column")
{
    const Bench bench;
    bench.makeBook();
    const std::string data = bench.write("leads.csv", "lead_id,name,created_at\n"
                                                      "1,Anna Sund,03/04/2021\n"
                                                      "2,Bo Lind,05/06/2021\n");
    const Answer answer = bench.run({"import", bench.book(), data, "--kind", "leads"});
    CHECK(answer.code == 1);
    CHECK(answer.oneLineOfError());
    CHECK(answer.err.find("created_at") != std::string::npos);
    CHECK(answer.err.find("dates") != std::string::npos);
    CHECK(bench.json({"history", bench.book()}).at("history").empty());

    Json map = bench.json({"suggest-map", data, "--kind", "leads"});
    map["dates"] = "dd/MM/yyyy";
    bench.done({"import", bench.book(), data, "--kind", "leads", "--map",
                bench.write("map.json", map.dump())});
    CHECK(
        bench.json({"report", bench.book(), "funnel", "--from", "2021-04-03", "--to", "2021-04-04"})
            .at("cohort_size") == 1);
}

TEST_CASE("files that are no table are refused in one line")
{
    const Bench bench;
    bench.makeBook();
    const std::string before = contentOf(bench.book());
    bench.write("empty.csv", "");
    bench.write("blank.csv", "\n\n\n");
    bench.write("bytes.csv", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", 20));
    for (const char* name : {"empty.csv", "blank.csv", "bytes.csv", "nowhere.csv"}) {
        const Answer answer =
            bench.run({"import", bench.book(), bench.path(name), "--kind", "leads"});
        INFO(name << ": " << answer.out << answer.err);
        CHECK(answer.code == 1);
        CHECK(answer.oneLineOfError());
    }
    CHECK(contentOf(bench.book()) == before);
}

TEST_CASE("a mapping that does not fit is refused with the name that is wrong")
{
    const Bench bench;
    bench.makeBook();
    const std::string data = bench.write("leads.csv", kLeads);
    const auto refused = [&](const std::string& map) {
        const Answer answer = bench.run({"import", bench.book(), data, "--kind", "leads", "--map",
                                         bench.write("map.json", map)});
        INFO(answer.err);
        CHECK(answer.code == 1);
        CHECK(answer.oneLineOfError());
        return answer.err;
    };
    CHECK(refused(R"({"kind":"leads","columns":{"email":"E-Post"}})").find("E-Post") !=
          std::string::npos);
    CHECK(refused(R"({"kind":"leads","columns":{"emial":"email"}})").find("emial") !=
          std::string::npos);
    refused(R"({"kind":"leads","columns":)");
    refused(R"({"kind":"touches","columns":{"lead":"lead_id"}})");
}

TEST_CASE("what is exported imports into a new workbook as the same records")
{
    const Bench bench;
    bench.done({"new", bench.book(), "--sample", "--as-of", "2026-05-12T10:30:00Z"});
    const std::string copy = bench.path("copy.tandem");
    bench.done({"new", copy});
    for (const char* kind :
         {"campaigns", "content", "leads", "stages", "touches", "deals", "costs", "audience"}) {
        const std::string file = bench.path(std::string(kind) + ".csv");
        const Json written = bench.json({"export", bench.book(), "--what", kind, "--to", file});
        const Json read = bench.json({"import", copy, file, "--kind", kind});
        INFO(kind << " " << read.dump());
        CHECK(read.at("rows") == written.at("rows"));
        CHECK(read.at("rejected_count") == 0);
        CHECK(read.at("created").get<int>() + read.at("unchanged").get<int>() +
                  read.at("updated").get<int>() ==
              written.at("rows").get<int>());
        // Into the workbook that it came from it brings nothing new.
        const Json back = bench.json({"import", bench.book(), file, "--kind", kind});
        CHECK(back.at("unchanged") == written.at("rows"));
    }
    for (const char* measure : {"funnel", "stage-times", "touches"}) {
        const std::vector<std::string> rest{measure, "--as-of", "2026-05-12T10:30:00Z"};
        CHECK(bench.json({"report", bench.book(), rest[0], rest[1], rest[2]}) ==
              bench.json({"report", copy, rest[0], rest[1], rest[2]}));
    }
}

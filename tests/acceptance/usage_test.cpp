// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/acceptance/command_line.h"

using namespace tandem::test;

TEST_CASE("wrong usage ends with 2 and one line on standard error")
{
    const Bench bench;
    bench.makeBook();
    const std::vector<std::vector<std::string>> wrong{
        {},
        {"reprot", bench.book()},
        {"report", bench.book(), "funnle"},
        {"report", bench.book(), "funnel", "--form", "json"},
        {"report", bench.book(), "funnel", "--from", "31/02/2026"},
        {"report", bench.book(), "funnel", "--where", "source"},
        {"report", bench.book(), "funnel", "--view", "sideways"},
        {"report", bench.book()},
        {"import", bench.book(), "x.csv", "--kind", "people"},
        {"import", bench.book(), "x.csv"},
        {"export", bench.book(), "--what", "leads"},
        {"help", "nothing"},
        {"backup", bench.book(), "--to", bench.path("x"), "--format", "csv"},
    };
    for (const auto& words : wrong) {
        const Answer answer = bench.run(words);
        INFO(Json(words).dump() << answer.err);
        CHECK(answer.code == 2);
        CHECK(answer.out.empty());
        CHECK(answer.oneLineOfError());
    }
}

TEST_CASE("a mistyped verb is answered with the verb that was meant")
{
    CHECK(Bench().run({"reprot"}).err.find("report") != std::string::npos);
}

TEST_CASE("help can be had everywhere")
{
    const Bench bench;
    CHECK(bench.done({"--help"}).out.find("suggest-map") != std::string::npos);
    for (const char* verb : {"new", "import", "suggest-map", "report", "export", "check", "backup",
                             "history", "undo", "redo"}) {
        CHECK(bench.done({verb, "--help"}).out.find("--") != std::string::npos);
        CHECK(bench.done({"help", verb}).out.find("--") != std::string::npos);
    }
    CHECK(bench.done({"--version"}).out.starts_with("tandemctl "));
}

TEST_CASE("what cannot be done ends with 1 and one line on standard error")
{
    const Bench bench;
    const std::string text = bench.write("letter.tandem", "Dear Sir or Madam,\n");
    const std::vector<std::vector<std::string>> impossible{
        {"report", bench.path("nowhere.tandem"), "funnel"},
        {"report", text, "funnel"},
        {"history", text},
        {"undo", bench.path("nowhere.tandem")},
        {"new", bench.path("no/such/folder/x.tandem")},
        {"new", bench.path("x.tandem"), "--time-zone", "Europe/Atlantis"},
        {"suggest-map", bench.path("nowhere.csv"), "--kind", "leads"},
    };
    for (const auto& words : impossible) {
        const Answer answer = bench.run(words);
        INFO(Json(words).dump() << answer.err);
        CHECK(answer.code == 1);
        CHECK(answer.out.empty());
        CHECK(answer.oneLineOfError());
    }
    CHECK(contentOf(text) == "Dear Sir or Madam,\n");
    CHECK_FALSE(fs::exists(bench.path("x.tandem")));
}

TEST_CASE("new makes a workbook and refuses to overwrite one")
{
    const Bench bench;
    const Json made =
        bench.json({"new", bench.book(), "--currency", "GBP", "--time-zone", "Europe/Dublin"});
    CHECK(made.at("name") == "book");
    CHECK(made.at("currency") == "GBP");
    CHECK(made.at("time_zone") == "Europe/Dublin");
    CHECK(made.at("leads") == 0);

    const std::string before = contentOf(bench.book());
    const Answer again = bench.run({"new", bench.book()});
    CHECK(again.code == 1);
    CHECK(again.oneLineOfError());
    CHECK(contentOf(bench.book()) == before);
}

TEST_CASE("a backup is a workbook, and is never written over a file")
{
    const Bench bench;
    bench.makeBook();
    const std::string copy = bench.path("copy.tandem");
    const Json made = bench.json({"backup", bench.book(), "--to", copy});
    CHECK(made.at("copy") == copy);
    CHECK(made.at("bytes") == fs::file_size(copy));
    CHECK(bench.json({"check", copy}).at("sound") == true);
    CHECK(bench.run({"backup", bench.book(), "--to", copy}).code == 1);
}

TEST_CASE("history, undo and redo follow an import")
{
    const Bench bench;
    bench.makeBook();
    CHECK(bench.run({"undo", bench.book()}).code == 1);
    const std::string data = bench.write(
        "leads.csv", "name,email\nAnna Sund,anna@sund.example\nBo Lind,bo@lind.example\n");
    CHECK(bench.json({"import", bench.book(), data, "--kind", "leads"}).at("created") == 2);

    const Json history = bench.json({"history", bench.book()}).at("history");
    REQUIRE(history.size() == 1);
    CHECK(history[0].at("undone") == false);
    CHECK(history[0].at("who").is_string());
    CHECK(history[0].at("at").get<std::string>().back() == 'Z');

    const Json undone = bench.json({"undo", bench.book()});
    CHECK(undone.at("undone") == history[0].at("title"));
    CHECK(undone.at("next_undo").is_null());
    CHECK(bench.json({"report", bench.book(), "funnel"}).at("cohort_size") == 0);
    CHECK(bench.json({"redo", bench.book()}).at("redone") == history[0].at("title"));
    CHECK(bench.json({"report", bench.book(), "funnel"}).at("cohort_size") == 2);
}

TEST_CASE("check counts the gaps in the data and changes nothing")
{
    const Bench bench;
    bench.makeBook();
    const std::string data = bench.write("leads.csv", "lead_id,name,email,source\n"
                                                      "1,Anna Sund,anna@sund.example,search\n"
                                                      "2,A. Sund,ANNA@sund.example,\n"
                                                      "3,Bo Lind,,fair\n");
    bench.done({"import", bench.book(), data, "--kind", "leads"});
    const std::string before = contentOf(bench.book());
    const Json found = bench.json({"check", bench.book()});
    CHECK(found.at("sound") == true);
    CHECK(found.at("findings").empty());
    CHECK(rowWith(found.at("gaps"), "gap", "leads_without_email").at("count") == 1);
    CHECK(rowWith(found.at("gaps"), "gap", "leads_without_source").at("count") == 1);
    CHECK(rowWith(found.at("gaps"), "gap", "leads_sharing_email").at("count") == 2);
    CHECK(rowWith(found.at("gaps"), "gap", "leads_undated").at("of") == 3);
    CHECK(contentOf(bench.book()) == before);
}

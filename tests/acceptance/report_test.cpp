// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/acceptance/command_line.h"

#include <set>

using namespace tandem::test;

namespace {

const std::string kNow = "2026-05-12T10:30:00Z";

/// A workbook with the demonstration company, made once.
const Bench& sample()
{
    static const Bench bench;
    static const bool made = [] {
        bench.done({"new", bench.book(), "--sample", "--as-of", kNow});
        return true;
    }();
    REQUIRE(made);
    return bench;
}

Json report(std::vector<std::string> words)
{
    words.insert(words.begin(), {"report", sample().book()});
    if (std::ranges::find(words, "--as-of") == words.end()) {
        words.insert(words.end(), {"--as-of", kNow});
    }
    return sample().json(words);
}

void collectKeys(const Json& json, const std::string& path, std::set<std::string>& keys)
{
    if (json.is_array()) {
        for (const Json& one : json) {
            if (one.is_object()) {
                collectKeys(one, path + "[]", keys);
            }
        }
        return;
    }
    if (json.is_object()) {
        for (const auto& [key, value] : json.items()) {
            const std::string at = path.empty() ? key : path + "." + key;
            keys.insert(at);
            collectKeys(value, at, keys);
        }
    }
}

} // namespace

TEST_CASE("the cohort funnel of everybody counts every lead of the sample")
{
    const Json funnel = report({"funnel"});
    CHECK(funnel.at("view") == "cohort");
    CHECK(funnel.at("from").is_null());
    CHECK(funnel.at("as_of") == kNow);
    CHECK(funnel.at("cohort_stage") == "Contact");
    CHECK(funnel.at("cohort_size") == 3000);
    REQUIRE(funnel.at("steps").size() == 5);
    std::int64_t last = funnel.at("cohort_size");
    for (const Json& stage : funnel.at("stages")) {
        CHECK(stage.at("reached").get<std::int64_t>() <= last);
        last = stage.at("reached");
    }
    for (const Json& step : funnel.at("steps")) {
        const double rate = step.at("rate");
        CHECK(
            rate ==
            Approx(step.at("converted").get<double>() / step.at("n").get<double>()).epsilon(1e-12));
        CHECK(step.at("low").get<double>() <= rate);
        CHECK(step.at("high").get<double>() >= rate);
    }
}

TEST_CASE("a period takes part of the cohort, and says against which rates it changed")
{
    const Json funnel = report({"funnel", "--from", "2026-02-11", "--to", "2026-05-12"});
    CHECK(funnel.at("from") == "2026-02-11");
    CHECK(funnel.at("to") == "2026-05-12");
    CHECK(funnel.at("left_out").at("undated") == 14);
    const Json step = rowWith(funnel.at("steps"), "from", "MQL");
    CHECK(step.at("rate").get<double>() > 0.25);
    CHECK(step.at("rate").get<double>() < 0.34);
    CHECK(rowWith(funnel.at("changes"), "from", "MQL").at("difference").get<double>() < -0.05);
}

TEST_CASE("steps that are asked for replace the neighbouring ones")
{
    const Json funnel = report({"funnel", "--steps", "MQL:Customer", "--steps", "Contact:SQL"});
    REQUIRE(funnel.at("steps").size() == 2);
    CHECK(funnel.at("steps")[0].at("from") == "MQL");
    CHECK(funnel.at("steps")[0].at("to") == "Customer");
    const Json within = report({"funnel", "--steps", "MQL:SQL", "--within", "7"});
    const Json open = report({"funnel", "--steps", "MQL:SQL"});
    CHECK(within.at("within_days") == 7);
    CHECK(within.at("steps")[0].at("converted") < open.at("steps")[0].at("converted"));
    CHECK(report({"funnel", "--cohort-stage", "MQL"}).at("cohort_stage") == "MQL");
}

TEST_CASE("the snapshot has every lead in one stage")
{
    std::int64_t all = 0;
    const Json snapshot = report({"funnel", "--view", "snapshot"});
    for (const Json& stage : snapshot.at("stages")) {
        all += stage.at("leads").get<std::int64_t>();
    }
    CHECK(all == 3000);
}

TEST_CASE("the flow counts entries into the stages")
{
    const Json flow = report({"funnel", "--view", "flow"});
    CHECK(rowWith(flow.at("stages"), "stage", "Contact").at("entries") == 3000);
    CHECK(rowWith(flow.at("stages"), "stage", "Nurture").at("entries").get<int>() > 100);
}

TEST_CASE("as-of takes a day, meaning its end, and an instant")
{
    const Json day = report({"funnel", "--as-of", "2026-05-01"});
    CHECK(day.at("as_of") == "2026-05-01T22:59:59Z"); // British summer time
    CHECK(report({"funnel", "--as-of", "2026-05-01T22:59:59Z"}) == day);
}

TEST_CASE("conditions hold together, and an empty value means blank")
{
    const Json all = report({"funnel"});
    const Json one = report({"funnel", "--where", "source=webinar"});
    const Json both = report({"funnel", "--where", "source=webinar", "--where", "Newsletter=yes"});
    CHECK(one.at("cohort_size") < all.at("cohort_size"));
    CHECK(both.at("cohort_size") < one.at("cohort_size"));
    CHECK(both.at("cohort_size") > 0);
    CHECK(report({"funnel", "--where", "source="}).at("cohort_size") > 0);
}

TEST_CASE("a field that no lead has is an error that lists near names")
{
    const Answer answer =
        sample().run({"report", sample().book(), "funnel", "--where", "Plant sise=one line"});
    CHECK(answer.code == 1);
    CHECK(answer.oneLineOfError());
    CHECK(answer.err.find("Plant size") != std::string::npos);
    CHECK(sample().run({"report", sample().book(), "funnel", "--steps", "MQL:Custommer"}).code ==
          1);
}

TEST_CASE("touches are told per lead, up to the opportunity, and as chances")
{
    const Json touches = report({"touches"});
    CHECK(touches.at("leads") == 3000);
    std::int64_t leads = 0;
    for (const Json& bar : touches.at("histogram")) {
        leads += bar.at("leads").get<std::int64_t>();
    }
    CHECK(leads == 3000);
    CHECK(touches.at("to_opportunity").at("median") >= 7);
    CHECK(touches.at("to_opportunity").at("median") <= 9);
    CHECK(touches.at("to_opportunity").at("quartiles").size() == 2);
    const Json& chances = touches.at("conversion_by_touches");
    CHECK(chances[8].at("at_least") == 8);
    CHECK(chances[8].at("rate") > chances[0].at("rate"));
}

TEST_CASE("stage times and responses answer in their keys")
{
    const Json times = report({"stage-times"});
    const Json step = rowWith(times.at("steps"), "from", "Contact");
    CHECK(step.at("median_days").get<double>() > 1);
    CHECK(step.at("n").get<int>() > 2000);
    const Json rows = report({"responses"}).at("responses");
    CHECK(rows.size() > 10);
    CHECK(rows[0].at("touches") >= rows[1].at("touches"));
    CHECK(rows[0].at("first").get<std::string>().back() == 'Z');
}

TEST_CASE("by every model the credits and the revenue of no campaign sum to the revenue")
{
    for (const char* model : {"first", "last", "linear", "u", "w", "decay", "markov", "recorded"}) {
        const Json result = report({"return", "--model", model});
        std::int64_t credit = result.at("no_campaign").at("credit");
        for (const Json& campaign : result.at("campaigns")) {
            credit += campaign.at("credit").get<std::int64_t>();
        }
        INFO(model);
        CHECK(credit == result.at("total_revenue"));
        CHECK(result.at("model") == model);
    }
}

TEST_CASE("the pipeline's bridge leads from what was open to what is")
{
    const Json pipeline = report({"pipeline", "--from", "2026-01-01"});
    const Json& bridge = pipeline.at("bridge");
    const auto part = [&](const char* key) { return bridge.at(key).get<std::int64_t>(); };
    CHECK(part("opening") + part("added") + part("grown") - part("shrunk") - part("won") -
              part("lost") ==
          part("closing"));
    CHECK(pipeline.at("open").at("amount") == bridge.at("closing"));
    CHECK(report({"pipeline"}).at("bridge").is_null());
}

TEST_CASE("a plan takes assumed rates, which may leave stages out")
{
    const Bench& bench = sample();
    const Json plan = bench.json({"plan", bench.book(), "--revenue", "300000", "--from",
                                  "2026-07-01", "--to", "2026-10-01", "--as-of", kNow, "--rate",
                                  "Contact:MQL=0.4", "--deal-size", "15000"});
    CHECK(plan.at("goal") == 30'000'000);
    CHECK(plan.at("deal_size").at("amount") == 1'500'000);
    CHECK(plan.at("deal_size").at("source") == "assumed");
    const Json step = rowWith(plan.at("steps"), "from", "Contact");
    CHECK(step.at("to") == "MQL");
    CHECK(step.at("rate") == 0.4);
    CHECK(step.at("source") == "assumed");
    CHECK(rowWith(plan.at("volumes"), "stage", "Customer").at("needed") == 20);
    CHECK(rowWith(plan.at("volumes"), "stage", "IQL").is_null());
    CHECK(bench
              .run({"plan", bench.book(), "--revenue", "1", "--from", "2026-07-01", "--to",
                    "2026-10-01", "--rate", "Contact:MQL=1.4"})
              .code == 2);
}

TEST_CASE("the formats agree: text has the same figures, CSV a row for each")
{
    const Bench& bench = sample();
    const std::vector<std::string> words{"report", bench.book(), "funnel", "--as-of", kNow};
    const std::string text = bench.done(words).out;
    CHECK(text.find("3,000") != std::string::npos);
    CHECK(text.find("Opportunity") != std::string::npos);
    std::vector<std::string> csv = words;
    csv.insert(csv.end(), {"--format", "csv"});
    const std::string rows = bench.done(csv).out;
    CHECK(std::ranges::count(rows, '\n') == 6);
    CHECK(rows.starts_with("from,to,n,converted,rate,low,high,median_days,maturing\r\n"));
}

TEST_CASE("every key of every answer is explained by help formats")
{
    const Bench& bench = sample();
    const std::string help = bench.done({"help", "formats"}).out;
    const std::string leads = bench.path("leads.csv");
    const std::vector<std::pair<std::string, Json>> answers{
        {"report FILE funnel", report({"funnel", "--from", "2026-01-01", "--to", "2026-04-01"})},
        {"report FILE funnel --view snapshot", report({"funnel", "--view", "snapshot"})},
        {"report FILE funnel --view flow", report({"funnel", "--view", "flow"})},
        {"report FILE stage-times", report({"stage-times"})},
        {"report FILE touches", report({"touches"})},
        {"report FILE responses", report({"responses"})},
        {"report FILE return", report({"return"})},
        {"report FILE pipeline", report({"pipeline", "--from", "2026-01-01"})},
        {"report FILE traits", report({"traits"})},
        {"report FILE pressure", report({"pressure"})},
        {"plan FILE", bench.json({"plan", bench.book(), "--revenue", "600000", "--from",
                                  "2026-07-01", "--to", "2026-10-01", "--as-of", kNow})},
        {"check FILE", bench.json({"check", bench.book()})},
        {"history FILE", bench.json({"history", bench.book()})},
        {"new FILE", bench.json({"new", bench.path("other.tandem")})},
        {"export FILE", bench.json({"export", bench.book(), "--what", "leads", "--to", leads})},
        {"import FILE",
         bench.json({"import", bench.path("other.tandem"), leads, "--kind", "leads"})},
    };
    for (const auto& [title, json] : answers) {
        const std::size_t at = help.find("tandemctl " + title);
        REQUIRE(at != std::string::npos);
        const std::string section = help.substr(at, help.find("\n\n", at) - at);
        std::set<std::string> keys;
        collectKeys(json, "", keys);
        for (const std::string& key : keys) {
            INFO(title << ": " << key);
            CHECK(section.find("\n  " + key + " ") != std::string::npos);
        }
    }
}

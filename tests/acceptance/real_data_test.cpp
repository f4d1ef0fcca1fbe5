// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Public data in the shapes that users bring, with the figures that must come out. It is not part
// of the sources: where it is missing these tests say so and pass.
#include "tests/acceptance/command_line.h"

using namespace tandem::test;

namespace {

/// n and converted of the one step that is asked for.
std::pair<int, int> step(const Bench& bench, const std::string& condition = {})
{
    std::vector<std::string> words{"report", bench.book(), "funnel", "--steps", "Contact:Customer"};
    if (!condition.empty()) {
        words.insert(words.end(), {"--where", condition});
    }
    const Json one = bench.json(words).at("steps").at(0);
    return {one.at("n"), one.at("converted")};
}

} // namespace

TEST_CASE("X Education: 3561 of 9240 leads converted, and the sources add up")
{
    const auto folder = realData("01-xeducation-leads");
    if (!folder) {
        return;
    }
    const Bench bench;
    bench.makeBook();
    const std::string data = (*folder / "Leads.csv").string();
    const Json result = bench.json({"import", bench.book(), data, "--kind", "leads"});
    CHECK(result.at("rows") == 9240);
    CHECK(result.at("created") == 9240);
    CHECK(result.at("rejected_count") == 0);

    using Counts = std::pair<int, int>;
    CHECK(step(bench) == Counts(9240, 3561));
    CHECK(step(bench, "source=Google") == Counts(2868, 1147));
    CHECK(step(bench, "source=Direct Traffic") == Counts(2543, 818));
    CHECK(step(bench, "source=Olark Chat") == Counts(1755, 448));
    CHECK(step(bench, "source=Organic Search") == Counts(1154, 436));
    CHECK(step(bench, "source=Reference") == Counts(534, 490));
    CHECK(step(bench, "source=Welingak Website") == Counts(142, 140));
    CHECK(step(bench, "source=Referral Sites") == Counts(125, 31));
    CHECK(step(bench, "source=Facebook") == Counts(55, 13));
    CHECK(step(bench, "source=") == Counts(36, 29));

    const Json traits =
        bench.json({"report", bench.book(), "traits", "--to-stage", "Customer"}).at("traits");
    const Json reference = rowWith(traits, "value", "Reference");
    CHECK(reference.at("leads") == 534);
    CHECK(reference.at("converted") == 490);
    CHECK(reference.at("significant") == true);

    const Json again = bench.json({"import", bench.book(), data, "--kind", "leads"});
    CHECK(again.at("unchanged") == 9240);
}

TEST_CASE("Maven: deals, win rate and revenue of the pipeline")
{
    const auto folder = realData("03-maven-crm-opportunities");
    if (!folder) {
        return;
    }
    const Bench bench;
    bench.makeBook();
    const Json result = bench.json(
        {"import", bench.book(), (*folder / "sales_pipeline.csv").string(), "--kind", "deals"});
    CHECK(result.at("created") == 8800);
    CHECK(result.at("undated") == 500);

    const Json pipeline = bench.json({"report", bench.book(), "pipeline"});
    CHECK(pipeline.at("won").at("deals") == 4238);
    CHECK(pipeline.at("won").at("amount") == 1'000'553'400);
    CHECK(pipeline.at("lost").at("deals") == 2473);
    CHECK(pipeline.at("open").at("deals") == 2089);
    CHECK(rowWith(pipeline.at("stages"), "stage", "Engaging").at("deals") == 1589);
    CHECK(rowWith(pipeline.at("stages"), "stage", "Prospecting").at("deals") == 500);
    CHECK(pipeline.at("win_rate").get<double>() == Approx(0.631501).epsilon(1e-6));
    CHECK(pipeline.at("average_won") == 236'091);
    CHECK(pipeline.at("median_days_to_win") == 57);
    const Json best = rowWith(pipeline.at("by_owner"), "owner", "Darcel Schlecht");
    CHECK(best.at("won") == 349);
    CHECK(best.at("won_amount") == 115'321'400);

    const std::vector<std::pair<std::string, std::int64_t>> quarters{{"2017-01-01", 1'134'672},
                                                                     {"2017-04-01", 3'086'111},
                                                                     {"2017-07-01", 2'982'255},
                                                                     {"2017-10-01", 2'802'496},
                                                                     {"2018-01-01", 0}};
    for (std::size_t i = 0; i + 1 < quarters.size(); ++i) {
        const Json quarter = bench.json({"report", bench.book(), "pipeline", "--from",
                                         quarters[i].first, "--to", quarters[i + 1].first});
        CHECK(quarter.at("won").at("amount") == quarters[i].second * 100);
    }
}

TEST_CASE("UCI bank marketing: rows without a key stay different people, and no row doubles")
{
    const auto folder = realData("04-uci-bank-marketing");
    if (!folder) {
        return;
    }
    const Bench bench;
    bench.makeBook();
    const std::string data = (*folder / "bank.csv").string();
    const Json result = bench.json({"import", bench.book(), data, "--kind", "leads"});
    CHECK(result.at("created") == 4521);
    CHECK(step(bench) == std::pair(4521, 521));
    const Json again = bench.json({"import", bench.book(), data, "--kind", "leads"});
    CHECK(again.at("created") == 0);
    CHECK(again.at("unchanged") == 4521);
}

TEST_CASE("Salesforce: the export of a real CRM is read by its own headers")
{
    const auto folder = realData("10-salesforce-dataloader");
    if (!folder) {
        return;
    }
    const Bench bench;
    bench.makeBook();
    const auto read = [&](const std::string& file, const std::string& kind) {
        return bench.json({"import", bench.book(), (*folder / file).string(), "--kind", kind});
    };
    CHECK(read("Campaign.csv", "campaigns").at("created") == 8);
    CHECK(read("Lead.csv", "leads").at("created") == 60);
    // The members that are contacts name people who are not there yet.
    const Json members = read("CampaignMember.csv", "touches");
    CHECK(members.at("created") == 34);
    CHECK(members.at("rejected_count") == 34);
    read("Contact.csv", "leads");
    const Json all = read("CampaignMember.csv", "touches");
    CHECK(all.at("unchanged").get<int>() + all.at("created").get<int>() == 68);

    CHECK(read("Opportunity.csv", "deals").at("created") == 50);
    const Json pipeline = bench.json({"report", bench.book(), "pipeline", "--as-of", "2100-01-01"});
    CHECK(pipeline.at("won").at("deals") == 12);
    CHECK(pipeline.at("won").at("amount") == 1'054'256'298);
    CHECK(pipeline.at("lost").at("deals") == 3);
    CHECK(pipeline.at("lost").at("amount") == 305'891'250);
    CHECK(pipeline.at("won").at("amount").get<std::int64_t>() +
              pipeline.at("lost").at("amount").get<std::int64_t>() +
              pipeline.at("open").at("amount").get<std::int64_t>() ==
          4'360'354'598);
}

TEST_CASE("hard CSV files are read or refused in one line, and never end otherwise")
{
    const auto folder = realData("14-hard-csv");
    if (!folder) {
        return;
    }
    const Bench bench;
    bench.makeBook();
    int read = 0;
    for (const auto& entry : fs::recursive_directory_iterator(*folder)) {
        if (entry.path().extension() != ".csv" && entry.path().extension() != ".tsv") {
            continue;
        }
        const Answer answer = bench.run({"import", bench.book(), entry.path().string(), "--kind",
                                         "leads", "--dry-run", "--json"});
        INFO(entry.path().string() << " " << answer.err);
        if (answer.code == 0) {
            const Json result = answer.json();
            CHECK(result.at("rows").get<int>() ==
                  result.at("created").get<int>() + result.at("updated").get<int>() +
                      result.at("unchanged").get<int>() + result.at("rejected_count").get<int>());
            ++read;
        } else {
            CHECK(answer.code == 1);
            CHECK(answer.oneLineOfError());
        }
    }
    CHECK(read > 40);
}

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Real files from other projects' test suites and CRM exports. They are no part of this repository:
// $TANDEM_DATA or ../shared/data beside the sources holds them, else these tests say so and skip.
#include "core/exchange/csv_table.h"
#include "core/exchange/date_format.h"
#include "core/exchange/dialect.h"
#include "core/exchange/number_format.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

using namespace tandem;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

using Rows = std::vector<std::vector<std::string>>;

// The folder of a data set; empty, with a message, if the data is not there.
std::optional<fs::path> dataSet(const std::string& name)
{
    const char* const stated = std::getenv("TANDEM_DATA");
    const fs::path root =
        stated != nullptr ? fs::path(stated) : fs::path(TANDEM_SOURCE_DIR) / "../shared/data";
    if (!fs::exists(root / name)) {
        WARN("skipped: no data at " << (root / name).string());
        return std::nullopt;
    }
    return root / name;
}

json parsed(const fs::path& path)
{
    std::ifstream file(path);
    return json::parse(file);
}

// Every line as a record, blank ones too, as csv-test-data counts them.
Rows rawRows(const fs::path& path)
{
    auto reader = CsvReader::open(path.string(), Encoding{}, CsvFormat{}, 3);
    REQUIRE(reader);
    Rows rows;
    for (;;) {
        const auto more = reader->next();
        REQUIRE(more);
        if (!*more) {
            return rows;
        }
        rows.emplace_back(reader->row().cells.begin(), reader->row().cells.end());
    }
}

struct Table {
    Dialect dialect;
    Rows rows;
    std::size_t surplus = 0;
    std::size_t missing = 0;
    std::size_t flawed = 0;
    std::size_t footers = 0;
    std::int64_t nuls = 0;
};

Table tableAt(const fs::path& path)
{
    CAPTURE(path);
    Table table;
    const auto dialect = detectDialect(path.string());
    REQUIRE(dialect);
    table.dialect = *dialect;
    auto reader = CsvTable::open(path.string(), *dialect);
    REQUIRE(reader);
    for (;;) {
        const auto more = reader->next();
        REQUIRE(more);
        if (!*more) {
            table.nuls = reader->stream().nulCharacters();
            return table;
        }
        const TableRow& row = reader->row();
        table.rows.emplace_back(row.cells.begin(), row.cells.end());
        table.surplus += row.surplus.empty() ? 0 : 1;
        table.missing += row.missing > 0 ? 1 : 0;
        table.flawed += row.flaw ? 1 : 0;
        table.footers += row.footer ? 1 : 0;
    }
}

json objects(const Table& table)
{
    json all = json::array();
    for (const auto& row : table.rows) {
        json one = json::object();
        for (std::size_t i = 0; i < row.size(); ++i) {
            one[table.dialect.columns[i]] = row[i];
        }
        all.push_back(one);
    }
    return all;
}

std::vector<std::string> columnAt(const Table& table, const std::string& name)
{
    const auto column = table.dialect.column(name);
    REQUIRE(column);
    std::vector<std::string> cells;
    for (const auto& row : table.rows) {
        cells.push_back(row[*column]);
    }
    return cells;
}

DateColumnProbe::Finding dates(const Table& table, const std::string& name, bool serials = false)
{
    DateColumnProbe probe(serials);
    std::int64_t row = 0;
    for (const std::string& cell : columnAt(table, name)) {
        probe.add(cell, ++row);
    }
    return probe.finding();
}

NumberColumnProbe::Finding numbers(const Table& table, const std::string& name)
{
    NumberColumnProbe probe;
    std::int64_t row = 0;
    for (const std::string& cell : columnAt(table, name)) {
        probe.add(cell, ++row);
    }
    return probe.finding();
}

} // namespace

TEST_CASE("csv-spectrum reads as its JSON says")
{
    const auto data = dataSet("14-hard-csv/csv-spectrum");
    if (!data) {
        return;
    }
    int compared = 0;
    for (const auto& entry : fs::directory_iterator(*data / "csvs")) {
        const fs::path name = entry.path().stem();
        CAPTURE(name);
        const Table table = tableAt(entry.path());
        CHECK(table.flawed == 0);
        if (name != "location_coordinates") { // its JSON is damaged upstream
            CHECK(objects(table) == parsed(*data / "json" / (name.string() + ".json")));
            ++compared;
        }
    }
    CHECK(compared >= 11);
}

TEST_CASE("csv-test-data reads as its JSON says")
{
    const auto data = dataSet("14-hard-csv/csv-test-data");
    if (!data) {
        return;
    }
    int compared = 0;
    for (const auto& entry : fs::directory_iterator(*data / "json")) {
        const std::string name = entry.path().stem().string();
        CAPTURE(name);
        const fs::path csv = *data / "csv" / (name + ".csv");
        const json expected = parsed(entry.path());
        if (name.starts_with("header-")) {
            CHECK(objects(tableAt(csv)) == expected);
        } else {
            CHECK(json(rawRows(csv)) == expected);
        }
        ++compared;
    }
    CHECK(compared >= 18);
}

TEST_CASE("each bad file of csv-test-data shows what is wrong and where")
{
    const auto data = dataSet("14-hard-csv/csv-test-data");
    if (!data) {
        return;
    }
    const fs::path folder = *data / "csv";
    const auto flawOf = [&](const std::string& name) {
        auto reader = CsvReader::open((folder / name).string(), Encoding{}, CsvFormat{});
        REQUIRE(reader);
        std::optional<CsvFlaw> flaw;
        while (*reader->next()) {
            if (reader->row().flaw) {
                CHECK(reader->row().line == 2);
                flaw = reader->row().flaw;
            }
        }
        return flaw;
    };
    CHECK(flawOf("bad-unescaped-quote.csv") == CsvFlaw::BareQuote);
    CHECK(flawOf("bad-quotes-with-unescaped-quote.csv") == CsvFlaw::TextAfterQuote);

    const auto open = detectDialect((folder / "bad-missing-quote.csv").string());
    REQUIRE(open);
    auto table = CsvTable::open((folder / "bad-missing-quote.csv").string(), *open);
    REQUIRE(table);
    const auto row = table->next();
    REQUIRE(!row);
    CHECK(row.error().detail.starts_with("line 2:"));

    CHECK(tableAt(folder / "bad-header-less-fields.csv").missing == 1);
    CHECK(tableAt(folder / "bad-header-more-fields.csv").surplus == 1);
    CHECK(detectDialect((folder / "bad-header-no-header.csv").string()).error().code ==
          ErrorCode::BadInput);
    CHECK(detectDialect((folder / "all-empty.csv").string()).error().code == ErrorCode::BadInput);
}

TEST_CASE("csvkit's examples are read whatever their encoding, line ends and titles")
{
    const auto data = dataSet("14-hard-csv/csvkit");
    if (!data) {
        return;
    }
    const Rows expected = {{"1", "2", "3"}, {"4", "5", "ʤ"}};
    CHECK(tableAt(*data / "test_utf8.csv").rows == expected);
    CHECK(tableAt(*data / "test_utf8_bom.csv").rows == expected);
    CHECK(tableAt(*data / "test_utf8_bom.csv").dialect.columns.front() == "foo");
    CHECK(tableAt(*data / "test_utf16_big.csv").rows == expected);
    CHECK(tableAt(*data / "test_utf16_little.csv").rows == expected);
    CHECK(tableAt(*data / "test_latin1.csv").rows.back().back() == "©");
    CHECK(tableAt(*data / "mac_newlines.csv").rows ==
          Rows{{"1", "2", "3"}, {"Once upon\ra time", "5", "6"}});
    CHECK(tableAt(*data / "test_skip_lines.csv").dialect.headerRow == 4);
    CHECK(tableAt(*data / "sniff_limit.csv").dialect.delimiter == ';');
    CHECK(tableAt(*data / "dummy.tsv").dialect.delimiter == '\t');
    CHECK(tableAt(*data / "optional_quote_characters.csv").rows == Rows{{"1", "2", "3"}});
    CHECK(tableAt(*data / "test_header_newline.csv").dialect.columns ==
          std::vector<std::string>{"start end", "b", "c"});
    CHECK(tableAt(*data / "test_no_leading_zeroes.csv").rows == Rows{{"01", "00.11", "0.1"}});

    const Table nul = tableAt(*data / "null_byte.csv");
    CHECK(nul.rows == Rows{{"", "2", "3"}});
    CHECK(nul.nuls == 1);
}

TEST_CASE("csvkit's ragged and padded examples keep every value")
{
    const auto data = dataSet("14-hard-csv/csvkit");
    if (!data) {
        return;
    }
    const Table bad = tableAt(*data / "bad.csv");
    CHECK(bad.rows.size() == 3);
    CHECK(bad.surplus == 1);
    CHECK(bad.missing == 1);
    CHECK(tableAt(*data / "bad_skip_lines.csv").dialect.headerRow == 4);
    CHECK(tableAt(*data / "test_extra_header.csv").missing == 1);
    CHECK(tableAt(*data / "test_empty_columns.csv").dialect.columns.size() == 3);
    CHECK(tableAt(*data / "dummy_col_shuffled_ragged.csv").rows == Rows{{"2", "3", "1", "4"}});

    const Table titled = tableAt(*data / "Datagov_FY10_EDU_recp_by_State.csv");
    CHECK(titled.dialect.headerRow == 3);
    CHECK(titled.dialect.columns.front() == "State Name");
    CHECK(titled.footers == 2);
    CHECK(tableAt(*data / "FY09_EDU_Recipients_by_State.csv").dialect.columns.size() == 9);
}

TEST_CASE("csvkit's dates and numbers are told apart by their columns")
{
    const auto data = dataSet("14-hard-csv/csvkit");
    if (!data) {
        return;
    }
    using Order = DateFormat::Order;
    const auto dayFirst = dates(tableAt(*data / "test_date_format.csv"), "a");
    CHECK(dayFirst.format == DateFormat(Order::DayFirst));
    CHECK(isoDay(dayFirst.format->read("02/01/2014")->day) == "2014-01-02");
    CHECK(dates(tableAt(*data / "test_numeric_date_format.csv"), "a").dates == 2);
    CHECK(dates(tableAt(*data / "date_like_number.csv"), "a", true).dates == 0);
    CHECK(dates(tableAt(*data / "ks_1033_data.csv"), "ship_date").format ==
          DateFormat(Order::MonthFirst));
    CHECK(dates(tableAt(*data / "ks_1033_data.csv"), "ship_date").badCount == 0);
    CHECK(dates(tableAt(*data / "test_geo.csv"), "last_seen_date").format ==
          DateFormat(Order::MonthFirst));

    const Table locale = tableAt(*data / "test_locale.csv");
    CHECK(numbers(locale, "a").sign == DecimalSign::Comma);
    CHECK(numbers(locale, "b").sign == DecimalSign::Comma);
    CHECK(readWhole(columnAt(locale, "b").front(), DecimalSign::Comma) == 200'000'000);
}

TEST_CASE("every file of the CRM exports is read with even rows")
{
    const auto data = dataSet("11-crm-export-fixtures");
    if (!data) {
        return;
    }
    for (const auto& entry : fs::recursive_directory_iterator(*data)) {
        if (entry.path().extension() != ".csv") {
            continue;
        }
        CAPTURE(entry.path());
        const Table table = tableAt(entry.path());
        CHECK(table.flawed == 0);
        CHECK(table.surplus == 0);
        CHECK(table.footers == 0);
        CHECK(table.dialect.delimiter == ',');
    }
    const Table linkedIn =
        tableAt(*data / "linkedin-header/linkedin-connections-preamble-header-only.csv");
    CHECK(linkedIn.dialect.headerRow == 4);
    CHECK(linkedIn.dialect.columns.back() == "Connected On");
    const Table hubSpot =
        tableAt(*data / "hubspot-headers/hubspot-contacts-with-company-header-only.csv");
    CHECK(hubSpot.dialect.column("Create Date (2)"));
}

TEST_CASE("the larger exports give the rows and columns that they have")
{
    if (const auto leads = dataSet("01-xeducation-leads")) {
        const Table table = tableAt(*leads / "Leads.csv");
        CHECK(table.rows.size() == 9240);
        CHECK(table.dialect.columns.size() == 37);
        CHECK(table.missing + table.surplus + table.flawed == 0);
    }
    if (const auto bank = dataSet("04-uci-bank-marketing")) {
        const Table table = tableAt(*bank / "bank.csv");
        CHECK(table.rows.size() == 4521);
        CHECK(table.dialect.delimiter == ';');
        CHECK(table.dialect.columns.size() == 17);
    }
    if (const auto paths = dataSet("05-channelattribution-pathdata")) {
        CHECK(tableAt(*paths / "Data.csv").rows.size() == 10'000);
    }
    if (const auto sales = dataSet("03-maven-crm-opportunities")) {
        CHECK(tableAt(*sales / "sales_pipeline.csv").rows.size() == 8800);
        CHECK(tableAt(*sales / "accounts.csv").rows.size() == 85);
    }
    if (const auto playbook = dataSet("07-dbt-attribution-playbook")) {
        const Table sessions = tableAt(*playbook / "sessions.csv");
        CHECK(sessions.rows.size() == 90);
        CHECK(dates(sessions, "started_at").badCount == 0);
        const Table conversions = tableAt(*playbook / "customer_conversions.csv");
        CHECK(dates(conversions, "converted_at").dates == 21);
    }
    if (const auto salesforce = dataSet("10-salesforce-dataloader")) {
        const Table lead = tableAt(*salesforce / "Lead.csv");
        CHECK(lead.rows.size() == 60);
        CHECK(lead.dialect.columns.size() == 55);
        CHECK(lead.dialect.columns.front() == "Id");
        CHECK(dates(lead, "CreatedDate").dates == 60);
        const Table deals = tableAt(*salesforce / "Opportunity.csv");
        CHECK(deals.rows.size() == 50);
        Money total;
        for (const std::string& cell : columnAt(deals, "Amount")) {
            total += *readMoney(cell, DecimalSign::Point, 2);
        }
        CHECK(total.minor == 4'360'354'598);
    }
}

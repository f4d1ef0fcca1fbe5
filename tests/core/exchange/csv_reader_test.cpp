// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/exchange/csv_reader.h"

#include <catch2/catch.hpp>

using namespace tandem;
using namespace std::string_literals;

namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Outcome {
    Rows rows; // without blank lines
    std::vector<std::int64_t> lines;
    std::vector<std::optional<CsvFlaw>> flaws;
    std::string error;

    bool operator==(const Outcome&) const = default;
};

Outcome readCsv(std::string_view bytes, const CsvFormat& format = {},
                std::size_t chunk = TextStream::kChunk)
{
    CsvReader reader = CsvReader::over(bytes, Encoding{}, format, chunk);
    Outcome outcome;
    for (;;) {
        const auto more = reader.next();
        if (!more) {
            outcome.error = more.error().detail;
            CHECK(more.error().code == ErrorCode::BadInput);
            CHECK(!*reader.next());
            return outcome;
        }
        if (!*more) {
            return outcome;
        }
        const CsvRow& row = reader.row();
        if (!row.blank) {
            outcome.rows.emplace_back(row.cells.begin(), row.cells.end());
            outcome.lines.push_back(row.line);
            outcome.flaws.push_back(row.flaw);
            CHECK(row.record == static_cast<std::int64_t>(outcome.rows.size()));
        }
    }
}

Rows rowsOf(std::string_view bytes)
{
    const Outcome outcome = readCsv(bytes);
    CHECK(outcome.error.empty());
    return outcome.rows;
}

} // namespace

TEST_CASE("a record is a line of cells, with or without a line end at the end of the file")
{
    const Rows expected = {{"a", "b"}, {"1", "2"}};
    CHECK(rowsOf("a,b\n1,2\n") == expected);
    CHECK(rowsOf("a,b\n1,2") == expected);
    CHECK(rowsOf("a,b\r\n1,2\r\n") == expected);
    CHECK(rowsOf("a,b\r1,2\r") == expected);
    CHECK(rowsOf("a,b\r\n\r\n\n1,2\r") == expected);
    CHECK(rowsOf("").empty());
    CHECK(rowsOf("\n\r\n\r").empty());
}

TEST_CASE("empty cells are kept, also at the end of a row and of the file")
{
    CHECK(rowsOf(",\n,,\na,") == Rows{{"", ""}, {"", "", ""}, {"a", ""}});
    CHECK(rowsOf("\"\"\n\"\",\"\"") == Rows{{""}, {"", ""}});
}

TEST_CASE("quoted cells hold delimiters, line ends and doubled quotes")
{
    CHECK(rowsOf("\"a,b\",\"c\"\"d\"\"\",\"e\r\nf\"\n1") ==
          Rows{{"a,b", "c\"d\"", "e\r\nf"}, {"1"}});
    CHECK(rowsOf("\"\"\"\"") == Rows{{"\""}});
    CHECK(rowsOf("\"a\" , \"b,c\" ,d") == Rows{{"a", "b,c", "d"}});
    CHECK(rowsOf(" a , b ") == Rows{{" a ", " b "}});
}

TEST_CASE("each row knows the physical line where it starts")
{
    CHECK(readCsv("a\n\n\"b\r\n\nc\"\nd\re\r\n\r\nf").lines ==
          std::vector<std::int64_t>{1, 3, 6, 7, 9});
}

TEST_CASE("a backslash is an ordinary character unless the format says otherwise")
{
    CHECK(rowsOf("\"a\\b\",c\\n") == Rows{{"a\\b", "c\\n"}});
    CsvFormat format;
    format.backslashEscapes = true;
    CHECK(readCsv("\"say \\\"hi\\\"\",\"C:\\\\x\\n\",\"\"\"\"", format).rows ==
          Rows{{"say \"hi\"", "C:\\x\\n", "\""}});
}

TEST_CASE("a quote that is never closed is an error that names the line where it opens")
{
    CHECK(readCsv("a,b\n1,\"open\n2,3\n").error.starts_with("line 2:"));
    CHECK(readCsv("a\n\"x\ny\",\"z").error.starts_with("line 3:"));
    CHECK(readCsv("a,b\n1,\"open\n2,3\n").rows.size() == 1);
}

TEST_CASE("quotes that RFC 4180 does not allow are flaws of the row")
{
    const Outcome bare = readCsv("1,This \"quotes\" must be escaped,3\n4,5,6");
    CHECK(bare.rows == Rows{{"1", "This \"quotes\" must be escaped", "3"}, {"4", "5", "6"}});
    CHECK(bare.flaws == std::vector<std::optional<CsvFlaw>>{CsvFlaw::BareQuote, std::nullopt});

    const Outcome after = readCsv("1,\"Hey, I missed \" it\",3");
    CHECK(after.rows == Rows{{"1", "Hey, I missed  it\"", "3"}});
    CHECK(after.flaws.front() == CsvFlaw::TextAfterQuote);

    CsvReader reader = CsvReader::over("1,2,x\"y", Encoding{}, CsvFormat{});
    REQUIRE(*reader.next());
    CHECK(reader.row().flawCell == 2);
}

TEST_CASE("inch marks after a digit are text and no flaw")
{
    const Outcome outcome = readCsv("24\" monitor,37.8\"N 2'17.9\"W");
    CHECK(outcome.rows == Rows{{"24\" monitor", "37.8\"N 2'17.9\"W"}});
    CHECK(!outcome.flaws.front());
}

TEST_CASE("a cell beyond the limit is an error that names the line")
{
    CsvFormat format;
    format.maxCell = 1000;
    const std::string longCell(1001, 'x');
    for (const std::size_t chunk : {7U, 256U, 100'000U}) {
        CAPTURE(chunk);
        CHECK(readCsv("a\n" + longCell + "\n", format, chunk).error.starts_with("line 2:"));
        CHECK(readCsv("a\nb\n1,\"" + longCell, format, chunk).error.starts_with("line 3:"));
        CHECK(readCsv("a\n" + longCell.substr(1) + "\n", format, chunk).error.empty());
    }
    format.maxCells = 10;
    CHECK(readCsv("a\n" + std::string(50, ',') + "\n", format).error.starts_with("line 2:"));
}

TEST_CASE("a cell of several megabytes is read whole")
{
    const std::string big(5'000'000, 'y');
    const Rows rows = rowsOf("a,b\n1,\"" + big + "\"\"\"\n2,3\n");
    REQUIRE(rows.size() == 3);
    CHECK(rows[1][1] == big + "\"");
    CHECK(rows[2] == std::vector<std::string>{"2", "3"});
}

TEST_CASE("a row of 382 columns has 382 cells")
{
    std::string line;
    for (int i = 0; i < 382; ++i) {
        line += (i > 0 ? "," : "") + std::to_string(i);
    }
    const Rows rows = rowsOf(line + "\n" + line);
    REQUIRE(rows.size() == 2);
    CHECK(rows[1].size() == 382);
    CHECK(rows[1].back() == "381");
}

TEST_CASE("NUL bytes are left out of the cells")
{
    CHECK(rowsOf("a,b\n\0,2\0003"s) == Rows{{"a", "b"}, {"", "23"}});
}

TEST_CASE("rows do not depend on how the file is cut into chunks")
{
    Random random(20260512);
    const std::string_view alphabet[] = {"a",  "1",    ",", "\"", "\"\"", "\n",
                                         "\r", "\r\n", " ", "ü",  "\\",   "\",\""};
    for (int round = 0; round < 400; ++round) {
        std::string text;
        const std::uint64_t length = random.below(40);
        for (std::uint64_t i = 0; i < length; ++i) {
            text += alphabet[random.below(std::size(alphabet))];
        }
        CsvFormat format;
        format.backslashEscapes = random.chance(0.3);
        const Outcome whole = readCsv(text, format);
        for (const std::size_t chunk : {1U, 2U, 3U, 7U}) {
            CAPTURE(text, chunk);
            REQUIRE(readCsv(text, format, chunk) == whole);
        }
    }
}

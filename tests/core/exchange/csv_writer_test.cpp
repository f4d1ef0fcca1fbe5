// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/exchange/csv_reader.h"
#include "core/exchange/csv_writer.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

using namespace tandem;
namespace fs = std::filesystem;

namespace {

class Folder {
public:
    Folder()
        : m_path(fs::temp_directory_path() / ("tandem-csv-writer-" + std::to_string(::getpid())))
    {
        fs::create_directories(m_path);
    }
    ~Folder() { fs::remove_all(m_path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string file(const std::string& name) const { return (m_path / name).string(); }
    std::size_t files() const
    {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(m_path), fs::directory_iterator{}));
    }

private:
    fs::path m_path;
};

std::string record(const std::vector<std::string_view>& cells, char delimiter = ',')
{
    std::string out;
    appendCsvRow(cells, delimiter, out);
    return out;
}

std::string content(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

TEST_CASE("cells are quoted only where they need it")
{
    CHECK(record({"a", "b c", ""}) == "a,b c,\r\n");
    CHECK(record({"a,b", "say \"hi\"", "x\ny", " z"}) ==
          "\"a,b\",\"say \"\"hi\"\"\",\"x\ny\",\" z\"\r\n");
    CHECK(record({"a,b"}, ';') == "a,b\r\n");
    CHECK(record({""}) == "\"\"\r\n");
}

TEST_CASE("texts that a spreadsheet would run get an apostrophe")
{
    for (const auto* text :
         {"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n1", "＝1", "＋1",
          "－1", "＠x", "-", "+", "=", "-1-2", "+44(0)20"}) {
        CAPTURE(text);
        CHECK(startsFormula(text));
        CHECK(defused(text) == std::string("'") + text);
    }
    for (const auto* text :
         {"", "a=1", "-12.5", "+44 20 7946 0958", "-1", "12", "'quoted'", "o'neil"}) {
        CAPTURE(text);
        CHECK(!startsFormula(text));
        CHECK(defused(text) == text);
    }
}

TEST_CASE("no defused text starts a formula and undefusing gives every text back")
{
    Random random(7);
    const std::string_view alphabet[] = {"'", "=", "+", "-", "@", "\t", "1", ".", " ", "a", "＝"};
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        const std::uint64_t length = random.below(6);
        for (std::uint64_t i = 0; i < length; ++i) {
            text += alphabet[random.below(std::size(alphabet))];
        }
        CAPTURE(text);
        REQUIRE(!startsFormula(defused(text)));
        REQUIRE(undefused(defused(text)) == text);
    }
}

TEST_CASE("what is written is read back as the same records")
{
    Random random(11);
    const std::string_view alphabet[] = {"a", "'",  "=",  "-", "\"", ",",
                                         ";", "\n", "\r", " ", "ü",  "\t"};
    for (int round = 0; round < 2'000; ++round) {
        std::vector<std::vector<std::string>> rows(1 + random.below(4));
        const std::uint64_t columns = 1 + random.below(4);
        const char delimiter = random.chance(0.5) ? ',' : ';';
        std::string text;
        for (auto& row : rows) {
            row.resize(columns);
            std::vector<std::string> safe;
            for (std::string& cell : row) {
                const std::uint64_t length = random.below(5);
                for (std::uint64_t i = 0; i < length; ++i) {
                    cell += alphabet[random.below(std::size(alphabet))];
                }
                safe.push_back(defused(cell));
            }
            appendCsvRow(std::vector<std::string_view>(safe.begin(), safe.end()), delimiter, text);
        }
        CAPTURE(text);
        CsvFormat format;
        format.delimiter = delimiter;
        CsvReader reader = CsvReader::over(text, Encoding{}, format, 3);
        for (const auto& row : rows) {
            REQUIRE(*reader.next());
            REQUIRE(!reader.row().flaw);
            REQUIRE(!reader.row().blank);
            std::vector<std::string> back;
            for (const std::string_view cell : reader.row().cells) {
                back.emplace_back(undefused(cell));
            }
            REQUIRE(back == row);
        }
        REQUIRE(!*reader.next());
    }
}

TEST_CASE("a written file appears whole, private and only on commit")
{
    const Folder folder;
    const std::string path = folder.file("out.csv");
    {
        auto writer = CsvWriter::create(path);
        REQUIRE(writer);
        writer->row(std::vector<std::string>{"name", "note"});
        writer->row(std::vector<std::string>{"Zoë", "=1+1"});
        CHECK(!fs::exists(path));
        REQUIRE(writer->commit());
    }
    CHECK(content(path) == "name,note\r\nZoë,'=1+1\r\n");
    struct stat about {};
    REQUIRE(::stat(path.c_str(), &about) == 0);
    CHECK((about.st_mode & 0777) == 0600);
    CHECK(folder.files() == 1);
}

TEST_CASE("a file that is not committed leaves the old one and nothing else")
{
    const Folder folder;
    const std::string path = folder.file("out.csv");
    std::ofstream(path) << "old";
    {
        auto writer = CsvWriter::create(path);
        REQUIRE(writer);
        writer->row(std::vector<std::string>{"new"});
    }
    CHECK(content(path) == "old");
    CHECK(folder.files() == 1);
}

TEST_CASE("the writer's options give the mark, the delimiter and raw cells")
{
    const Folder folder;
    const std::string path = folder.file("out.csv");
    CsvWriter::Options options;
    options.byteOrderMark = true;
    options.delimiter = ';';
    options.defuse = false;
    auto writer = CsvWriter::create(path, options);
    REQUIRE(writer);
    writer->row(std::vector<std::string>{"=a", "b;c"});
    REQUIRE(writer->commit());
    CHECK(content(path) == "\xEF\xBB\xBF=a;\"b;c\"\r\n");
}

TEST_CASE("writing into a folder that is not there is an error")
{
    const auto missing = CsvWriter::create("/nowhere/at/all/out.csv");
    REQUIRE(!missing);
    CHECK(missing.error().code == ErrorCode::NotFound);
}

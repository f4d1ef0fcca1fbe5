// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What opens and what does not; a file that does not open keeps every byte and its times.
#include "core/base/random.h"
#include "core/model/stage.h"
#include "core/store/database.h"
#include "core/store/records.h"
#include "core/store/schema.h"
#include "tests/support/workbooks.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

using namespace tandem;
using namespace tandem::test;

namespace {

void writeFile(const std::filesystem::path& file, std::string_view bytes)
{
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// Opening fails with `code` in both modes, and the folder holds nothing but the untouched file.
void expectRefused(const std::filesystem::path& file, ErrorCode code)
{
    const std::string bytes = bytesOf(file);
    const auto time = std::filesystem::last_write_time(file);
    for (const OpenMode mode : {OpenMode::ReadWrite, OpenMode::ReadOnly}) {
        const auto opened = Workbook::open(file, mode, {file.parent_path() / "backups", true});
        REQUIRE_FALSE(opened);
        CHECK(opened.error().code == code);
        CHECK(opened.error().subject.find(file.filename().string()) != std::string::npos);
    }
    CHECK((bytesOf(file) == bytes));
    CHECK((std::filesystem::last_write_time(file) == time));
    std::size_t others = 0;
    for (const auto& entry : std::filesystem::directory_iterator(file.parent_path())) {
        others += entry.path() != file ? 1 : 0;
    }
    CHECK(others == 0);
}

unsigned modeOf(const std::filesystem::path& file)
{
    struct stat status {};
    REQUIRE(::stat(file.c_str(), &status) == 0);
    return status.st_mode & 0777U;
}

void runSql(const std::filesystem::path& file, const std::string& sql)
{
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &db) == SQLITE_OK);
    char* message = nullptr;
    const int code = sqlite3_exec(db, sql.c_str(), nullptr, nullptr, &message);
    INFO(sql << ": " << (message != nullptr ? message : ""));
    sqlite3_free(message);
    sqlite3_close(db);
    REQUIRE(code == SQLITE_OK);
}

} // namespace

TEST_CASE("a new workbook has the default stages, its settings and mode 0600")
{
    const TempFolder folder;
    const ::mode_t mask = ::umask(0);
    const Workbook workbook = valueOf(
        Workbook::create(folder / "a.tandem", {"", "CHF", "Europe/Zurich"}, folder.place()));
    ::umask(mask);
    CHECK(workbook.info().name == "a");
    CHECK(workbook.info().currency == "CHF");
    CHECK(workbook.info().timeZone.name() == "Europe/Zurich");
    CHECK(workbook.info().uuid.size() == 36);
    std::vector<Stage> made = valueOf(stages(workbook.reader()));
    for (Stage& stage : made) {
        stage.id = {};
    }
    CHECK(made == defaultStages());
    CHECK(modeOf(folder / "a.tandem") == 0600);
    CHECK(modeOf(folder / "a.tandem-journal") == 0600);
    CHECK(modeOf(folder / "a.tandem.lock") == 0600);
    CHECK(valueOf(workbook.check()).empty());

    const std::string header =
        valueOf(Workbook::open(folder / "a.tandem", OpenMode::ReadOnly, folder.place()))
            .info()
            .uuid;
    CHECK(header == workbook.info().uuid);
}

TEST_CASE("the file says what it is: page size, room for checksums, application and version")
{
    const TempFolder folder;
    {
        const Workbook workbook = makeWorkbook(folder);
    }
    const std::string bytes = bytesOf(folder / "test.tandem");
    CHECK(bytes.substr(16, 2) == std::string("\x20\x00", 2));
    CHECK(bytes[20] == 8);
    CHECK(bytes.substr(68, 4) == "TNDM");
    CHECK(bytes.substr(60, 4) == std::string("\0\0\0\x01", 4));
    CHECK(newestVersion() == 1);
}

TEST_CASE("making a workbook spares what is there and refuses what it cannot keep")
{
    const TempFolder folder;
    writeFile(folder / "there.tandem", "mine");
    CHECK(Workbook::create(folder / "there.tandem", {}, folder.place()).error().code ==
          ErrorCode::Exists);
    CHECK(bytesOf(folder / "there.tandem") == "mine");
    CHECK(Workbook::create(folder / "b.tandem", {"", "euro", "UTC"}, {}).error().code ==
          ErrorCode::BadInput);
    CHECK(Workbook::create(folder / "b.tandem", {"", "EUR", "Europe/Atlantis"}, {}).error().code ==
          ErrorCode::BadInput);
    CHECK_FALSE(std::filesystem::exists(folder / "b.tandem"));
    CHECK(Workbook::create(folder / "no" / "b.tandem", {}, {}).error().code == ErrorCode::NotFound);
}

TEST_CASE("a file that is not there is not found")
{
    const TempFolder folder;
    CHECK(Workbook::open(folder / "none.tandem").error().code == ErrorCode::NotFound);
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("a folder and a pipe are no workbooks")
{
    const TempFolder folder;
    CHECK(Workbook::open(folder.path()).error().code == ErrorCode::NotAWorkbook);
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    CHECK(Workbook::open(folder / "pipe").error().code == ErrorCode::NotAWorkbook);
}

TEST_CASE("files of others are refused and left untouched")
{
    Random random(3);
    std::string noise(20'000, '\0');
    for (char& c : noise) {
        c = static_cast<char>(random.next());
    }
    for (const std::string& bytes :
         {std::string(), std::string("S"), std::string(5000, 'a'), noise,
          std::string("SQLite format 3\0", 16), std::string(100, '\0')}) {
        INFO(bytes.size() << " bytes");
        const TempFolder folder;
        writeFile(folder / "other", bytes);
        expectRefused(folder / "other", ErrorCode::NotAWorkbook);
    }
    for (const std::string sql :
         {"CREATE TABLE t (x); INSERT INTO t VALUES (1); PRAGMA user_version = 99",
          "PRAGMA journal_mode = WAL; CREATE TABLE t (x)"}) {
        INFO(sql);
        const TempFolder folder;
        runSql(folder / "other", sql);
        expectRefused(folder / "other", ErrorCode::NotAWorkbook);
    }
}

TEST_CASE("a workbook of a newer Tandem is refused and left untouched")
{
    const TempFolder folder;
    {
        const Workbook workbook = makeWorkbook(folder, "Ada");
    }
    runSql(folder / "test.tandem",
           "CREATE TABLE brand_new (x INTEGER) STRICT; PRAGMA user_version = 2");
    expectRefused(folder / "test.tandem", ErrorCode::Newer);
}

TEST_CASE("a truncated workbook is refused and left untouched")
{
    const TempFolder folder;
    {
        const Workbook workbook = makeWorkbook(folder, "Ada: Contact@1 | email@1");
    }
    const std::string whole = bytesOf(folder / "test.tandem");
    std::filesystem::remove(folder / "test.tandem");
    for (const std::size_t size : {std::size_t{100}, std::size_t{4096}, std::size_t{8192},
                                   whole.size() / 2, whole.size() - 8192, whole.size() - 100}) {
        INFO("cut to " << size);
        writeFile(folder / "cut.tandem", whole.substr(0, size));
        expectRefused(folder / "cut.tandem", ErrorCode::Damaged);
    }
}

TEST_CASE("a workbook with flipped bits opens as it was or is refused, and never crashes")
{
    const TempFolder folder;
    std::string content;
    {
        const Workbook workbook = makeWorkbook(folder, "Ada: Contact@1 | email@1\nBen\nCleo");
        content = contentOf(workbook);
    }
    const std::string whole = bytesOf(folder / "test.tandem");
    const std::filesystem::path file = folder / "flipped.tandem";
    Random random(5);
    int refused = 0;
    for (int round = 0; round < 400; ++round) {
        std::string bytes = whole;
        const std::uint64_t flips = 1 + random.below(30);
        for (std::uint64_t i = 0; i < flips; ++i) {
            char& byte = bytes[random.below(bytes.size())];
            byte = static_cast<char>(byte ^ (1 << random.below(8)));
        }
        writeFile(file, bytes);
        const auto opened = Workbook::open(file, OpenMode::ReadWrite, folder.place());
        if (!opened) {
            ++refused;
            CHECK((bytesOf(file) == bytes));
        } else {
            static_cast<void>(opened->check());
        }
    }
    CHECK(refused > 20);
}

TEST_CASE("a workbook with a foreign structure is refused and left untouched")
{
    const TempFolder folder;
    {
        const Workbook workbook = makeWorkbook(folder, "Ada");
    }
    const std::string statement = GENERATE(
        "CREATE TRIGGER t AFTER UPDATE ON lead BEGIN DELETE FROM touch; END",
        "CREATE VIEW v AS SELECT * FROM lead", "CREATE TABLE extra (x INTEGER) STRICT",
        "CREATE INDEX extra ON lead (name)", "DROP INDEX lead_by_email", "DROP TABLE deal",
        "ALTER TABLE deal ADD COLUMN more TEXT", "ALTER TABLE deal RENAME COLUMN product TO thing",
        "CREATE VIRTUAL TABLE f USING fts5 (x)", "ANALYZE",
        "ALTER TABLE lead ADD COLUMN g TEXT GENERATED ALWAYS AS (lower(name)) VIRTUAL",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', "
        "'') WHERE name = 'lead'");
    INFO(statement);
    runSql(folder / "test.tandem", statement);
    expectRefused(folder / "test.tandem", ErrorCode::Damaged);
}

TEST_CASE("a workbook that does not hold together is refused and left untouched")
{
    const TempFolder folder;
    {
        const Workbook workbook = makeWorkbook(folder, "Ada: Contact@1");
    }
    const std::string statement =
        GENERATE("DELETE FROM lead", "UPDATE meta SET value = '../../x' WHERE key = 'uuid'",
                 "DELETE FROM meta WHERE key = 'currency'",
                 "PRAGMA ignore_check_constraints = ON; UPDATE stage SET team = 7");
    INFO(statement);
    runSql(folder / "test.tandem", "PRAGMA foreign_keys = OFF; " + statement);
    expectRefused(folder / "test.tandem", ErrorCode::Damaged);
}

TEST_CASE("a file beside the workbook that is no lock note is left alone")
{
    const TempFolder folder;
    writeFile(folder / "test.tandem.lock", "a neighbour's file");
    {
        const Workbook workbook = makeWorkbook(folder, "Ada");
    }
    CHECK(bytesOf(folder / "test.tandem.lock") == "a neighbour's file");
    {
        const Workbook workbook = valueOf(Workbook::open(folder / "test.tandem"));
        CHECK(Workbook::open(folder / "test.tandem").error().detail ==
              "another program has it open");
    }
    CHECK(bytesOf(folder / "test.tandem.lock") == "a neighbour's file");
}

TEST_CASE("closing leaves the workbook alone in its folder")
{
    const TempFolder folder;
    {
        const Workbook workbook = makeWorkbook(folder, "Ada");
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        CHECK(entry.path().filename() == "test.tandem");
    }
}

TEST_CASE("every table of records belongs to the steps")
{
    const TempFolder folder;
    const Workbook workbook = makeWorkbook(folder);
    Statement rows = workbook.reader().query(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
        "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'journal%' ORDER BY name");
    std::vector<std::string> stored;
    while (rows.step()) {
        stored.emplace_back(rows.text(0));
    }
    std::vector<std::string> listed(kDomainTables.begin(), kDomainTables.end());
    std::sort(listed.begin(), listed.end());
    CHECK(stored == listed);
}

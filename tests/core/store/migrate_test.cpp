// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/connection.h"
#include "core/store/database.h"
#include "core/store/schema.h"
#include "tests/support/faulty_disk.h"
#include "tests/support/workbooks.h"

#include <catch2/catch.hpp>

using namespace tandem;
using namespace tandem::test;

namespace {

std::vector<EmbeddedFile> withMore(std::string_view sql)
{
    std::vector<EmbeddedFile> migrations = kSchemaFiles;
    migrations.push_back({"999_test.sql", sql});
    return migrations;
}

constexpr std::string_view kRebuild =
    "CREATE TABLE lead_note (id INTEGER NOT NULL PRIMARY KEY, lead INTEGER REFERENCES lead (id)) "
    "STRICT; INSERT INTO lead_note SELECT id, id FROM lead; ALTER TABLE deal ADD COLUMN note TEXT;";

DatabaseHandle openFile(const std::filesystem::path& file)
{
    DatabaseHandle db = openDatabase(file, SQLITE_OPEN_READWRITE);
    harden(db.get());
    lockExclusively(db.get(), "test");
    settle(db.get(), "test");
    return db;
}

} // namespace

TEST_CASE("a migration makes the structure of its version and keeps the records")
{
    const TempFolder folder;
    {
        const Workbook workbook = makeWorkbook(folder, "Ada\nBen");
    }
    const std::vector<EmbeddedFile> migrations = withMore(kRebuild);
    const DatabaseHandle db = openFile(folder / "test.tandem");
    migrate(db.get(), migrations);
    CHECK(versionOf(db.get()) == newestVersion() + 1);
    CHECK(structureOf(db.get()) == structureOfVersion(newestVersion() + 1, migrations));
    CHECK(structureOf(db.get()) != structureOfNewest());
    const Reader reader(db.get(), "test");
    Statement count = reader.query("SELECT count(*) FROM lead_note");
    count.step();
    CHECK(count.integer(0) == 2);
}

TEST_CASE("a migration that fails or leaves a dangling reference changes nothing")
{
    const TempFolder folder;
    {
        const Workbook workbook = makeWorkbook(folder, "Ada: Contact@1");
    }
    const std::string before = bytesOf(folder / "test.tandem");
    {
        const DatabaseHandle db = openFile(folder / "test.tandem");
        CHECK_THROWS_AS(
            migrate(db.get(), withMore("CREATE TABLE more (x INTEGER) STRICT; nonsense")), Failure);
        CHECK_THROWS_AS(migrate(db.get(), withMore("DELETE FROM lead")), Failure);
        CHECK(structureOf(db.get()) == structureOfNewest());
        CHECK(versionOf(db.get()) == newestVersion());
    }
    const Workbook workbook = valueOf(Workbook::open(folder / "test.tandem"));
    CHECK(leadNames(workbook) == "Ada");
}

TEST_CASE("an upgrade during which the disk fails is whole or has not begun")
{
    const TempFolder folder;
    {
        const Workbook workbook = makeWorkbook(folder, "Ada: Contact@1 | email@2");
    }
    const std::vector<EmbeddedFile> migrations = withMore(kRebuild);
    const std::string newer = structureOfVersion(newestVersion() + 1, migrations);
    const std::filesystem::path file = folder / "work.tandem";
    for (const bool forever : {false, true}) {
        for (int call = 1;; ++call) {
            INFO("call " << call << (forever ? " from then on" : " once"));
            std::filesystem::remove(folder / "work.tandem-journal");
            std::filesystem::copy_file(folder / "test.tandem", file,
                                       std::filesystem::copy_options::overwrite_existing);
            bool done = false;
            FaultyDisk disk({call, false, forever});
            try {
                const DatabaseHandle db = openFile(file);
                migrate(db.get(), migrations);
                done = true;
            } catch (const Failure&) {
            }
            const bool met = disk.met();
            disk.repair();
            const DatabaseHandle db = openFile(file);
            const int version = versionOf(db.get());
            CHECK((!done || version == newestVersion() + 1));
            CHECK(structureOf(db.get()) ==
                  (version == newestVersion() ? structureOfNewest() : newer));
            CHECK(integrityProblems(db.get(), false).empty());
            if (!met) {
                REQUIRE(done);
                break;
            }
        }
    }
}

TEST_CASE("the migrations are numbered without a gap")
{
    int number = 0;
    for (const EmbeddedFile& file : kSchemaFiles) {
        CHECK(std::stoi(std::string(file.name.substr(0, 3))) == ++number);
        CHECK(file.name[3] == '_');
    }
    CHECK(number >= 1);
}

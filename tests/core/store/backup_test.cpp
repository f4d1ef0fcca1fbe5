// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/backup.h"
#include "tests/support/faulty_disk.h"
#include "tests/support/workbooks.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

using namespace tandem;
using namespace tandem::test;

namespace {

Workbook::Work addNamed(const std::string& name)
{
    return [name](Writer& writer) { return addLeadsFrom(writer, name); };
}

} // namespace

TEST_CASE("a backup is a whole workbook of mode 0600 and shows what was there")
{
    const TempFolder folder;
    Workbook workbook = makeWorkbook(folder, "Ada: Contact@1 | email@1");
    const std::string content = contentOf(workbook);
    const ::mode_t mask = ::umask(0);
    const BackupFile backup = valueOf(makeBackup(workbook, folder.place(), "merge", onDay(3)));
    ::umask(mask);
    valueOf(workbook.edit({}, "Add", addNamed("Ben")));
    CHECK(backup.path.filename() == "20260104T000000Z-merge.tandem");
    CHECK(backup.path.parent_path() == folder / "backups" / workbook.info().uuid);
    struct stat status {};
    REQUIRE(::stat(backup.path.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0600U);

    const std::vector<BackupFile> listed = backupsOf(folder.place(), workbook.info().uuid);
    REQUIRE(listed.size() == 1);
    CHECK(listed[0].at == onDay(3));
    CHECK(listed[0].reason == "merge");
    const Workbook copy =
        valueOf(Workbook::open(listed[0].path, OpenMode::ReadWrite, folder.place()));
    CHECK(contentOf(copy) == content);
    CHECK(copy.info().uuid == workbook.info().uuid);
    CHECK(valueOf(copy.check()).empty());
}

TEST_CASE("a copy never takes the place of another file")
{
    const TempFolder folder;
    const Workbook workbook = makeWorkbook(folder, "Ada");
    std::ofstream(folder / "there") << "mine";
    CHECK(workbook.backupTo(folder / "there").error().code == ErrorCode::Exists);
    CHECK(bytesOf(folder / "there") == "mine");
    CHECK(workbook.backupTo(folder / "no" / "copy").error().code == ErrorCode::NotFound);
    valueOf(workbook.backupTo(folder / "copy"));
    CHECK(leadNames(valueOf(Workbook::open(folder / "copy"))) == "Ada");
}

TEST_CASE("a stopped copy leaves nothing behind")
{
    const TempFolder folder;
    const Workbook workbook = makeWorkbook(folder, "Ada");
    std::stop_source stop;
    stop.request_stop();
    CHECK(workbook.backupTo(folder / "copy", Progress({}, stop.get_token())).error().code ==
          ErrorCode::Stopped);
    CHECK_FALSE(std::filesystem::exists(folder / "copy"));
    CHECK_FALSE(std::filesystem::exists(folder / "copy.unfinished"));
}

TEST_CASE("a copy during which the disk fails leaves nothing behind, and the workbook as it was")
{
    const TempFolder folder;
    Workbook workbook = makeWorkbook(folder, "Ada");
    for (int call = 1;; ++call) {
        INFO("call " << call);
        FaultyDisk disk({call, call % 2 == 0, true});
        const Result<void> copied = workbook.backupTo(folder / "copy");
        if (!disk.met()) {
            REQUIRE(copied);
            break;
        }
        REQUIRE_FALSE(copied);
        CHECK_FALSE(std::filesystem::exists(folder / "copy"));
        CHECK_FALSE(std::filesystem::exists(folder / "copy.unfinished"));
        CHECK(leadNames(workbook) == "Ada");
    }
}

TEST_CASE("ten latest, seven daily, four weekly backups and all before upgrades stay")
{
    const TempFolder folder;
    const Workbook workbook = makeWorkbook(folder);
    const std::string uuid = workbook.info().uuid;
    valueOf(makeBackup(workbook, folder.place(), "upgrade", onDay(0)));
    // Twice a day for fifty days.
    for (int i = 0; i < 100; ++i) {
        valueOf(makeBackup(workbook, folder.place(), "daily", onDay(1 + i / 2.0)));
    }
    const std::vector<BackupFile> kept = backupsOf(folder.place(), uuid);
    std::vector<double> days;
    for (const BackupFile& backup : kept) {
        days.push_back(static_cast<double>(backup.at.seconds - onDay(0).seconds) / kSecondsPerDay);
    }
    // 2026-01-01 is a Thursday, so that day 4 is a Monday, and day 46 too.
    CHECK(days == std::vector<double>{50.5, 50, 49.5, 49, 48.5, 48, 47.5, 47, 46.5, 46, // latest
                                      45.5, 44.5,                                       // daily
                                      38.5, 31.5,                                       // weekly
                                      0});
    CHECK(kept.back().reason == "upgrade");
}

TEST_CASE("two backups of the same second are two files")
{
    const TempFolder folder;
    const Workbook workbook = makeWorkbook(folder);
    valueOf(makeBackup(workbook, folder.place(), "daily", onDay(1)));
    valueOf(makeBackup(workbook, folder.place(), "daily", onDay(1)));
    CHECK(backupsOf(folder.place(), workbook.info().uuid).size() == 2);
}

TEST_CASE("foreign files in the folder of backups are neither listed nor removed")
{
    const TempFolder folder;
    const Workbook workbook = makeWorkbook(folder);
    const std::filesystem::path backups = backupFolder(folder.place(), workbook.info().uuid);
    std::filesystem::create_directories(backups);
    std::ofstream(backups / "notes.txt") << "mine";
    std::ofstream(backups / "20260104-x.tandem") << "mine";
    for (int i = 0; i < 15; ++i) {
        valueOf(makeBackup(workbook, folder.place(), "import", onDay(i / 100.0)));
    }
    CHECK(backupsOf(folder.place(), workbook.info().uuid).size() == 10);
    CHECK(bytesOf(backups / "notes.txt") == "mine");
    CHECK(bytesOf(backups / "20260104-x.tandem") == "mine");
}

TEST_CASE("the day's first step and every bulk step make a backup first")
{
    const TempFolder folder;
    const WorkbookPlace place{folder / "backups", true};
    std::string uuid;
    const auto reasons = [&] {
        std::string text;
        for (const BackupFile& backup : backupsOf(place, uuid)) {
            text += backup.reason + " ";
        }
        return text;
    };
    {
        Workbook workbook = valueOf(Workbook::create(folder / "a.tandem", {}, place));
        uuid = workbook.info().uuid;
        // There is nothing to lose before the first step.
        valueOf(workbook.edit({}, "Add", addNamed("Ada")));
        CHECK(reasons().empty());
        valueOf(workbook.edit({}, "Add", addNamed("Ben")));
        CHECK(reasons() == "daily ");
        valueOf(workbook.edit({}, "Add", addNamed("Cleo")));
        CHECK(reasons() == "daily ");
        CHECK(leadNames(valueOf(Workbook::open(backupsOf(place, uuid).front().path,
                                               OpenMode::ReadOnly, place))) == "Ada");
    }
    Workbook workbook = valueOf(Workbook::open(folder / "a.tandem", OpenMode::ReadWrite, place));
    valueOf(workbook.edit({}, "Add", addNamed("Dora")));
    CHECK(reasons() == "daily ");
    valueOf(workbook.bulkEdit({}, "Import", addNamed("Emil")));
    CHECK(backupsOf(place, uuid).size() == 2);
    CHECK_FALSE(workbook.backupTrouble());
}

TEST_CASE("where no backup can be made a step goes on and says so, an import does not")
{
    const TempFolder folder;
    std::ofstream(folder / "blocked") << "a file where the folder should be";
    const WorkbookPlace place{folder / "blocked", true};
    Workbook workbook = valueOf(Workbook::create(folder / "a.tandem", {}, place));
    valueOf(workbook.edit({}, "Add", addNamed("Ada")));
    valueOf(workbook.edit({}, "Add", addNamed("Ben")));
    REQUIRE(workbook.backupTrouble());
    CHECK_FALSE(workbook.backupTrouble()->subject.empty());
    CHECK_FALSE(workbook.bulkEdit({}, "Import", addNamed("Cleo")));
    CHECK(leadNames(workbook) == "Ada Ben");
    std::filesystem::remove(folder / "blocked");
    valueOf(workbook.edit({}, "Add", addNamed("Dora")));
    CHECK_FALSE(workbook.backupTrouble());
}

TEST_CASE("backups go to the user's data folder by themselves")
{
    const char* before = std::getenv("XDG_DATA_HOME");
    const std::string saved = before != nullptr ? before : "";
    ::setenv("XDG_DATA_HOME", "/somewhere/data", 1);
    CHECK(backupFolder({}, "u") == "/somewhere/data/tandem/backups/u");
    ::unsetenv("XDG_DATA_HOME");
    CHECK(backupFolder({}, "u") ==
          std::filesystem::path(std::getenv("HOME")) / ".local/share/tandem/backups/u");
    if (before != nullptr) {
        ::setenv("XDG_DATA_HOME", saved.c_str(), 1);
    }
    CHECK(backupFolder({"/elsewhere", true}, "u") == "/elsewhere/u");
}

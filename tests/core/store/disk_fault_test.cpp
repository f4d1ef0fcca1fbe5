// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The disk is full or fails at every single call in turn: what was acknowledged is there, what was
// not is not there by half, and the workbook goes on when the disk does.
#include "core/store/bulk.h"
#include "core/store/database.h"
#include "core/store/records.h"
#include "tests/support/faulty_disk.h"
#include "tests/support/workbooks.h"

#include <catch2/catch.hpp>
#include <functional>

using namespace tandem;
using namespace tandem::test;

namespace {

using Action = std::function<Result<void>(Workbook&)>;

bool isDiskFailure(ErrorCode code)
{
    return code == ErrorCode::DiskFull || code == ErrorCode::Io || code == ErrorCode::ReadOnly;
}

/// Opens a workbook made of `leads` and does `action`, with every call failing in turn.
void failEverywhere(std::string_view leads, const Action& action)
{
    const TempFolder folder;
    std::string before;
    {
        Workbook workbook = makeWorkbook(folder, leads);
        before = contentOf(workbook);
    }
    const std::filesystem::path file = folder / "work.tandem";
    const auto fresh = [&] {
        std::filesystem::remove(folder / "work.tandem-journal");
        std::filesystem::copy_file(folder / "test.tandem", file,
                                   std::filesystem::copy_options::overwrite_existing);
    };
    int runs = 0;
    for (const bool full : {false, true}) {
        for (const bool forever : {false, true}) {
            for (int call = 1;; ++call, ++runs) {
                INFO("call " << call << (full ? " full" : " error")
                             << (forever ? " from then on" : " once"));
                fresh();
                bool acknowledged = false;
                std::string after;
                {
                    FaultyDisk disk({call, full, forever});
                    auto workbook = Workbook::open(file, OpenMode::ReadWrite, folder.place());
                    if (workbook) {
                        const Result<void> done = action(*workbook);
                        acknowledged = done.has_value();
                        if (!done) {
                            CHECK(isDiskFailure(done.error().code));
                            CHECK_FALSE(done.error().subject.empty());
                        }
                        if (!done) {
                            // The window stays open, and the disk recovers.
                            disk.repair();
                            const bool unsure =
                                done.error().detail.find("whether") != std::string::npos;
                            const bool unchanged = contentOf(*workbook) == before;
                            REQUIRE((unchanged || unsure));
                            if (unchanged) {
                                REQUIRE(action(*workbook));
                            }
                            acknowledged = true;
                        }
                        after = contentOf(*workbook);
                    } else {
                        CHECK(isDiskFailure(workbook.error().code));
                    }
                    if (!disk.met()) {
                        REQUIRE(acknowledged);
                        call = -1;
                    }
                }
                Workbook workbook =
                    valueOf(Workbook::open(file, OpenMode::ReadWrite, folder.place()));
                REQUIRE((contentOf(workbook) == (acknowledged ? after : before)));
                if (call < 0) {
                    break;
                }
            }
        }
    }
    CHECK(runs > 20);
}

} // namespace

TEST_CASE("a disk that is full or fails during a step leaves the file as it was")
{
    failEverywhere("Ada: Contact@1 | email@2\nBen", [](Workbook& workbook) -> Result<void> {
        const auto done = workbook.edit({}, "Add", [](Writer& writer) {
            return addLeadsFrom(writer, "Cleo: Contact@1 MQL@2 | email@1 phone@2");
        });
        return done ? Result<void>() : fail(done.error());
    });
}

TEST_CASE("a disk that is full or fails during a bulk step leaves the file as it was")
{
    failEverywhere("Ada", [](Workbook& workbook) -> Result<void> {
        const auto done = workbook.bulkEdit({}, "Import", [](Writer& writer) -> Result<void> {
            std::vector<Lead> leads(300);
            for (Lead& lead : leads) {
                lead.name = "Somebody";
            }
            const Result<LeadId> first = addLeads(writer, leads);
            return first ? Result<void>() : fail(first.error());
        });
        return done ? Result<void>() : fail(done.error());
    });
}

TEST_CASE("a disk that is full or fails during undo leaves the file as it was")
{
    failEverywhere("Ada: Contact@1 | email@2\nBen", [](Workbook& workbook) -> Result<void> {
        const auto done = workbook.undo();
        return done ? Result<void>() : fail(done.error());
    });
}

TEST_CASE("work that goes on after the disk failed is not saved bit by bit")
{
    const TempFolder folder;
    for (int call = 1;; ++call) {
        INFO("call " << call);
        Workbook workbook = valueOf(Workbook::create(folder / (std::to_string(call) + ".tandem"),
                                                     {"", "EUR", "UTC"}, folder.place()));
        const std::filesystem::path file = workbook.file();
        {
            const Workbook closed = std::move(workbook);
        }
        FaultyDisk disk({call, true, false});
        auto opened = Workbook::open(file, OpenMode::ReadWrite, folder.place());
        if (!opened) {
            continue;
        }
        const std::string before = contentOf(*opened);
        const auto done = opened->edit({}, "Many", [](Writer& writer) -> Result<void> {
            execute(writer.handle(), "PRAGMA cache_size = 5");
            for (int i = 0; i < 150; ++i) {
                Content content;
                content.title = std::string(2000, 'x');
                // A careless importer that takes every failure for a bad row.
                static_cast<void>(addContent(writer, content));
            }
            return {};
        });
        if (!disk.met()) {
            REQUIRE(done);
            break;
        }
        if (!done) {
            CHECK(contentOf(*opened) == before);
        }
    }
}

TEST_CASE("a workbook that cannot be made leaves no file behind")
{
    const TempFolder folder;
    const std::filesystem::path file = folder / "new.tandem";
    for (int call = 1;; ++call) {
        INFO("call " << call);
        FaultyDisk disk({call, call % 2 == 0, true});
        const auto made = Workbook::create(file, {"", "EUR", "UTC"}, folder.place());
        if (!disk.met()) {
            REQUIRE(made);
            break;
        }
        if (!made) {
            CHECK(isDiskFailure(made.error().code));
            CHECK(std::filesystem::is_empty(folder.path()));
        } else {
            disk.repair();
            std::filesystem::remove(file);
        }
    }
}

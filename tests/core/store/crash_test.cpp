// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Other processes: killed in the middle of their work, or holding the workbook.
#include "core/base/random.h"
#include "core/store/bulk.h"
#include "core/store/records.h"
#include "core/store/scan.h"
#include "tests/support/workbooks.h"

#include <array>
#include <catch2/catch.hpp>
#include <csignal>
#include <cstdint>
#include <fmt/format.h>
#include <functional>
#include <sys/wait.h>
#include <unistd.h>

using namespace tandem;
using namespace tandem::test;

namespace {

/// Another process that runs `work`; what it writes to the given descriptor is read here.
class Process {
public:
    explicit Process(const std::function<void(int)>& work)
    {
        std::array<int, 2> ends{};
        REQUIRE(::pipe(ends.data()) == 0);
        m_id = ::fork();
        REQUIRE(m_id >= 0);
        if (m_id == 0) {
            ::close(ends[0]);
            // Nothing of the test's own may run in the child, so no exception leaves it.
            try {
                work(ends[1]);
            } catch (...) {
                ::_exit(1);
            }
            ::_exit(0);
        }
        ::close(ends[1]);
        m_from = ends[0];
    }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;
    ~Process()
    {
        kill();
        ::close(m_from);
    }

    pid_t id() const { return m_id; }
    /// Waits for one number; empty at the end of the process.
    std::optional<std::int32_t> next()
    {
        std::int32_t number = 0;
        if (::read(m_from, &number, sizeof number) != sizeof number) {
            return std::nullopt;
        }
        return number;
    }
    /// Ends it as a power cut of its own would, if it still runs.
    void kill()
    {
        if (m_id > 0) {
            ::kill(m_id, SIGKILL);
            ::waitpid(m_id, nullptr, 0);
            m_id = 0;
        }
    }

private:
    pid_t m_id = 0;
    int m_from = -1;
};

void tell(int to, std::int32_t number)
{
    static_cast<void>(!::write(to, &number, sizeof number));
}

std::int64_t leadCount(const Workbook& workbook)
{
    return valueOf(recordCounts(workbook.reader())).leads;
}

} // namespace

TEST_CASE("every acknowledged step is there after kill -9, and none by half")
{
    const TempFolder folder;
    const std::filesystem::path file = folder / "test.tandem";
    {
        const Workbook made = makeWorkbook(folder);
    }
    Random random(7);
    std::int64_t known = 0;
    for (int round = 0; round < 60; ++round) {
        std::int32_t acknowledged = 0;
        {
            Process child([&](int out) {
                Workbook workbook =
                    valueOf(Workbook::open(file, OpenMode::ReadWrite, folder.place()));
                for (std::int32_t i = 1;; ++i) {
                    valueOf(workbook.edit({}, "Add", [](Writer& writer) {
                        return addLeadsFrom(writer, "Ada: Contact@1 MQL@2 | email@1 phone@2");
                    }));
                    tell(out, i);
                }
            });
            REQUIRE(child.next());
            acknowledged = 1;
            ::usleep(static_cast<useconds_t>(random.below(20'000)));
            child.kill();
            while (const auto number = child.next()) {
                acknowledged = *number;
            }
        }
        Workbook workbook = valueOf(Workbook::open(file, OpenMode::ReadWrite, folder.place()));
        const RecordCounts counts = valueOf(recordCounts(workbook.reader()));
        CHECK(counts.leads >= known + acknowledged);
        CHECK(counts.leads <= known + acknowledged + 1);
        CHECK(counts.touches == 2 * counts.leads);
        CHECK(counts.stageChanges == 2 * counts.leads);
        CHECK(valueOf(workbook.history(100'000)).size() == static_cast<std::size_t>(counts.leads));
        CHECK(valueOf(workbook.check()).empty());
        known = counts.leads;
    }
}

TEST_CASE("an import that is killed leaves nothing behind")
{
    const TempFolder folder;
    const std::filesystem::path file = folder / "test.tandem";
    {
        const Workbook made = makeWorkbook(folder, "Ada");
    }
    Random random(11);
    for (int round = 0; round < 15; ++round) {
        {
            Process child([&](int out) {
                Workbook workbook =
                    valueOf(Workbook::open(file, OpenMode::ReadWrite, folder.place()));
                tell(out, 0);
                valueOf(workbook.bulkEdit({}, "Import", [](Writer& writer) -> Result<void> {
                    const std::vector<Lead> leads(500);
                    for (int i = 0; i < 1000; ++i) {
                        valueOf(addLeads(writer, leads));
                    }
                    return {};
                }));
            });
            REQUIRE(child.next());
            ::usleep(static_cast<useconds_t>(random.below(100'000)));
        }
        Workbook workbook = valueOf(Workbook::open(file, OpenMode::ReadWrite, folder.place()));
        CHECK(leadCount(workbook) == 1);
        CHECK(valueOf(workbook.check()).empty());
    }
}

TEST_CASE("a second opener is told who has the workbook and may read a copy of it")
{
    const TempFolder folder;
    const std::filesystem::path file = folder / "test.tandem";
    {
        const Workbook made = makeWorkbook(folder, "Ada\nBen");
    }
    Process child([&](int out) {
        Workbook workbook = valueOf(Workbook::open(file, OpenMode::ReadWrite, folder.place()));
        tell(out, 0);
        ::pause();
    });
    REQUIRE(child.next());

    const auto second = Workbook::open(file, OpenMode::ReadWrite, folder.place());
    REQUIRE_FALSE(second);
    CHECK(second.error().code == ErrorCode::Busy);
    CHECK(second.error().detail.find(fmt::format("process {}", child.id())) != std::string::npos);
    {
        Workbook copy = valueOf(Workbook::open(file, OpenMode::ReadOnly, folder.place()));
        CHECK(copy.readOnly());
        CHECK(copy.file() == file);
        CHECK(leadNames(copy) == "Ada Ben");
        CHECK(copy.edit({}, "Add", [](Writer&) -> Result<void> { return {}; }).error().code ==
              ErrorCode::ReadOnly);
        CHECK(copy.undo().error().code == ErrorCode::ReadOnly);
    }
    child.kill();
    // The note that it left behind names a process that is no more.
    CHECK(std::filesystem::exists(folder / "test.tandem.lock"));
    {
        Workbook workbook = valueOf(Workbook::open(file, OpenMode::ReadWrite, folder.place()));
        CHECK(leadNames(workbook) == "Ada Ben");
    }
    CHECK_FALSE(std::filesystem::exists(folder / "test.tandem.lock"));
    CHECK_FALSE(std::filesystem::exists(folder / "test.tandem-journal"));
}

TEST_CASE("looking at a workbook in the same process does not open it to others")
{
    const TempFolder folder;
    const std::filesystem::path file = folder / "test.tandem";
    const Workbook workbook = makeWorkbook(folder, "Ada");
    CHECK(Workbook::open(file, OpenMode::ReadWrite, folder.place()).error().code ==
          ErrorCode::Busy);
    {
        const Workbook copy = valueOf(Workbook::open(file, OpenMode::ReadOnly, folder.place()));
        CHECK(leadNames(copy) == "Ada");
    }
    Process child([&](int out) {
        const auto opened = Workbook::open(file, OpenMode::ReadWrite, folder.place());
        tell(out, opened ? -1 : static_cast<std::int32_t>(opened.error().code));
    });
    CHECK(child.next() == static_cast<std::int32_t>(ErrorCode::Busy));
}

TEST_CASE("a copy for reading that is taken in the middle of a step shows the state before it")
{
    const TempFolder folder;
    const std::filesystem::path file = folder / "test.tandem";
    {
        const Workbook made = makeWorkbook(folder, "Ada");
    }
    Process child([&](int out) {
        Workbook workbook = valueOf(Workbook::open(file, OpenMode::ReadWrite, folder.place()));
        valueOf(workbook.bulkEdit({}, "Import", [&](Writer& writer) -> Result<void> {
            // Enough for pages to be written to the file before the end of the step.
            Lead lead;
            lead.nextStep = std::string(4000, 'x');
            const std::vector<Lead> leads(500, lead);
            for (int i = 0; i < 30; ++i) {
                valueOf(addLeads(writer, leads));
            }
            tell(out, 0);
            ::pause();
            return {};
        }));
    });
    REQUIRE(child.next());
    CHECK(std::filesystem::file_size(folder / "test.tandem-journal") > 0);
    const Workbook copy = valueOf(Workbook::open(file, OpenMode::ReadOnly, folder.place()));
    CHECK(leadNames(copy) == "Ada");
    child.kill();
    // What the killed step left is taken back by whoever opens next; for reading too, in the copy.
    const Workbook after = valueOf(Workbook::open(file, OpenMode::ReadOnly, folder.place()));
    CHECK(leadNames(after) == "Ada");
    CHECK(std::filesystem::file_size(folder / "test.tandem-journal") > 0);
}

TEST_CASE("a workbook that may not be written is refused, and opens for reading")
{
    const TempFolder folder;
    const std::filesystem::path file = folder / "test.tandem";
    {
        const Workbook made = makeWorkbook(folder, "Ada");
    }
    using std::filesystem::perms;
    const perms all = perms::owner_read | perms::group_read | perms::others_read;
    const perms write = perms::owner_write | perms::group_write | perms::others_write;
    const perms enter = perms::owner_exec | perms::group_exec | perms::others_exec;
    for (const bool ofTheFolder : {false, true}) {
        INFO((ofTheFolder ? "the folder" : "the file"));
        std::filesystem::permissions(file, ofTheFolder ? all | write : all);
        std::filesystem::permissions(folder.path(),
                                     ofTheFolder ? all | enter : all | write | enter);
        Process child([&](int out) {
            // The superuser may write everywhere; nobody may not.
            constexpr uid_t nobody = 65534;
            if (::geteuid() == 0 && ::seteuid(nobody) != 0) {
                return;
            }
            const auto opened = Workbook::open(file, OpenMode::ReadWrite, folder.place());
            tell(out, opened ? -1 : static_cast<std::int32_t>(opened.error().code));
            tell(out, static_cast<std::int32_t>(leadCount(
                          valueOf(Workbook::open(file, OpenMode::ReadOnly, folder.place())))));
        });
        CHECK(child.next() == static_cast<std::int32_t>(ErrorCode::ReadOnly));
        CHECK(child.next() == 1);
    }
    std::filesystem::permissions(folder.path(), perms::owner_all);
}

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/database_copy.h"

#include "core/store/connection.h"
#include "core/store/database.h"

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <thread>
#include <unistd.h>

namespace tandem {
namespace {

constexpr int kPagesAtOnce = 512;
constexpr std::size_t kBytesAtOnce = 1024 * 1024;
constexpr int kTries = 20;         // while the file changes
constexpr int kTriesIfDamaged = 3; // while it does not change but does not hold together
constexpr std::chrono::milliseconds kBetweenTries{50};

/// Removes a file again unless it is kept.
class Unfinished {
public:
    explicit Unfinished(std::filesystem::path file) : m_file(std::move(file)) {}
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;
    ~Unfinished()
    {
        if (!m_file.empty()) {
            std::error_code error;
            std::filesystem::remove(m_file, error);
        }
    }
    void keep() { m_file.clear(); }

private:
    std::filesystem::path m_file;
};

void runBackup(sqlite3* from, sqlite3* to, const std::string& subject, const Progress& progress)
{
    sqlite3_backup* backup = sqlite3_backup_init(to, "main", from, "main");
    if (backup == nullptr) {
        ensure(to, sqlite3_errcode(to), subject);
        return;
    }
    int code = SQLITE_OK;
    while (code == SQLITE_OK) {
        code = sqlite3_backup_step(backup, kPagesAtOnce);
        const double pages = std::max(1, sqlite3_backup_pagecount(backup));
        progress.report(0.5 * (1.0 - sqlite3_backup_remaining(backup) / pages), "copying");
        if (progress.stopRequested()) {
            sqlite3_backup_finish(backup);
            throw Failure({ErrorCode::Stopped, "the copy", {}});
        }
    }
    const int finished = sqlite3_backup_finish(backup);
    ensure(to, code == SQLITE_DONE ? finished : code, subject);
}

/// Gives the finished file its name, never over another file.
Result<void> nameFinished(const std::filesystem::path& from, const std::filesystem::path& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) {
        return {};
    }
    // Some file systems do not know this kind of renaming.
    if (errno != EINVAL && errno != ENOSYS) {
        return fail(systemError(errno, to));
    }
    if (std::filesystem::exists(to)) {
        return fail(systemError(EEXIST, to));
    }
    return std::rename(from.c_str(), to.c_str()) == 0 ? Result<void>()
                                                      : fail(systemError(errno, to));
}

/// Size and first bytes of a rollback journal: what tells whether a transaction ran.
std::string journalMark(const std::filesystem::path& journal)
{
    std::ifstream in(journal, std::ios::binary);
    std::string mark(28, '\0');
    in.read(mark.data(), static_cast<std::streamsize>(mark.size()));
    mark.resize(static_cast<std::size_t>(in.gcount()));
    return mark.find_first_not_of('\0') == std::string::npos ? std::string() : mark;
}

/// Copies the file as it is on the disk; false if it changed meanwhile.
bool copyOnce(sqlite3* from, const std::filesystem::path& journal, const std::filesystem::path& to)
{
    const std::filesystem::path journalCopy = std::filesystem::path(to) += "-journal";
    std::error_code error;
    std::filesystem::remove(journalCopy, error);
    const std::string headBefore = readBytes(from, 0, 100);
    const std::string markBefore = journalMark(journal);
    std::ofstream out(to, std::ios::binary | std::ios::trunc);
    for (std::int64_t offset = 0;;) {
        const std::string bytes = readBytes(from, offset, kBytesAtOnce);
        if (bytes.empty()) {
            break;
        }
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        offset += static_cast<std::int64_t>(bytes.size());
    }
    out.close();
    if (!out) {
        throw Failure(systemError(errno, to));
    }
    // The journal after the file: it holds the earlier content of every page changed until then.
    if (!markBefore.empty()) {
        std::filesystem::copy_file(journal, journalCopy, error);
    }
    return !error && headBefore == readBytes(from, 0, 100) && markBefore == journalMark(journal);
}

bool isSound(const std::filesystem::path& file)
{
    const auto problems = attempt([&] {
        const DatabaseHandle db = openDatabase(file, SQLITE_OPEN_READWRITE);
        harden(db.get());
        return integrityProblems(db.get(), true);
    });
    return problems && problems->empty();
}

} // namespace

Result<void> copyDatabase(sqlite3* from, const std::filesystem::path& to, const Progress& progress)
{
    if (std::filesystem::exists(to)) {
        return fail(ErrorCode::Exists, to.string());
    }
    const std::filesystem::path unfinished = std::filesystem::path(to) += ".unfinished";
    std::error_code error;
    std::filesystem::remove(unfinished, error);
    if (Result<void> made = makePrivateFile(unfinished); !made) {
        return made;
    }
    Unfinished guard(unfinished);
    const Result<void> copied = attempt([&]() -> Result<void> {
        const DatabaseHandle copy = openDatabase(unfinished, SQLITE_OPEN_READWRITE);
        // Nobody sees the file before it is whole and synced, so it needs no journal of its own.
        execute(copy.get(), "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
        runBackup(from, copy.get(), to.string(), progress);
        harden(copy.get());
        progress.report(0.5, "checking");
        const std::vector<std::string> problems = integrityProblems(copy.get(), false);
        if (!problems.empty()) {
            return fail(ErrorCode::Damaged, to.string(), problems.front());
        }
        return {};
    });
    if (!copied) {
        return copied;
    }
    if (Result<void> synced = syncFile(unfinished); !synced) {
        return synced;
    }
    if (Result<void> named = nameFinished(unfinished, to); !named) {
        return named;
    }
    guard.keep();
    progress.report(1.0, "checking");
    return syncFolderOf(to);
}

Result<PrivateCopy> PrivateCopy::make(const std::filesystem::path& workbook)
{
    std::error_code error;
    std::string name = (std::filesystem::temp_directory_path(error) / "tandem-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
        return fail(systemError(errno, name));
    }
    PrivateCopy copy{std::filesystem::path(name)};
    const std::filesystem::path journal = std::filesystem::path(workbook) += "-journal";
    return attempt([&]() -> Result<PrivateCopy> {
        const DatabaseHandle from = openDatabase(workbook, SQLITE_OPEN_READONLY);
        int damaged = 0;
        for (int i = 0; i < kTries && damaged < kTriesIfDamaged; ++i) {
            if (i > 0) {
                std::this_thread::sleep_for(kBetweenTries);
            }
            if (copyOnce(from.get(), journal, copy.file())) {
                if (isSound(copy.file())) {
                    return std::move(copy);
                }
                ++damaged;
            }
        }
        if (damaged > 0) {
            return fail(ErrorCode::Damaged, workbook.string(),
                        "its content does not hold together");
        }
        return fail(ErrorCode::Busy, workbook.string(), "it is being written all the time");
    });
}

PrivateCopy& PrivateCopy::operator=(PrivateCopy&& other) noexcept
{
    std::swap(m_folder, other.m_folder);
    return *this;
}

PrivateCopy::~PrivateCopy()
{
    if (!m_folder.empty()) {
        std::error_code error;
        std::filesystem::remove_all(m_folder, error);
    }
}

} // namespace tandem

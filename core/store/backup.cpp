// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/backup.h"

#include "core/store/connection.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <set>

namespace tandem {
namespace {

constexpr std::size_t kLatest = 10;
constexpr std::size_t kDays = 7;
constexpr std::size_t kWeeks = 4;
constexpr std::string_view kSuffix = ".tandem";
constexpr std::string_view kNeverRemoved = "upgrade";

std::filesystem::path dataFolder()
{
    if (const char* folder = std::getenv("XDG_DATA_HOME"); folder != nullptr && *folder == '/') {
        return folder;
    }
    const char* home = std::getenv("HOME");
    return std::filesystem::path(home != nullptr ? home : "/") / ".local" / "share";
}

/// "20260512T103000Z-daily.tandem"
std::string fileName(Instant at, const std::string& reason)
{
    std::string stamp = isoInstant(at);
    std::erase_if(stamp, [](char c) { return c == '-' || c == ':'; });
    return fmt::format("{}-{}{}", stamp, reason, kSuffix);
}

std::optional<BackupFile> backupFrom(const std::filesystem::path& path)
{
    const std::string name = path.filename().string();
    if (name.size() < 17 + kSuffix.size() || name[16] != '-' || !name.ends_with(kSuffix)) {
        return std::nullopt;
    }
    const auto at = instantFromIso(
        fmt::format("{}-{}-{}T{}:{}:{}Z", name.substr(0, 4), name.substr(4, 2), name.substr(6, 2),
                    name.substr(9, 2), name.substr(11, 2), name.substr(13, 2)));
    if (!at || name[15] != 'Z') {
        return std::nullopt;
    }
    return BackupFile{path, *at, name.substr(17, name.size() - 17 - kSuffix.size())};
}

std::int64_t dayOf(Instant at)
{
    return at.seconds / kSecondsPerDay;
}

/// Weeks begin on Monday; 1970-01-01 was a Thursday.
std::int64_t weekOf(Instant at)
{
    return (dayOf(at) + 3) / 7;
}

void thinOut(const std::vector<BackupFile>& newestFirst)
{
    std::set<std::int64_t> days;
    std::set<std::int64_t> weeks;
    for (std::size_t i = 0; i < newestFirst.size(); ++i) {
        const BackupFile& backup = newestFirst[i];
        bool keep = i < kLatest || backup.reason == kNeverRemoved;
        keep |= days.size() < kDays && days.insert(dayOf(backup.at)).second;
        keep |= weeks.size() < kWeeks && weeks.insert(weekOf(backup.at)).second;
        if (!keep) {
            std::error_code error;
            std::filesystem::remove(backup.path, error);
        }
    }
}

/// Makes the folder and those above it, for the user alone.
Result<void> makeFolder(const std::filesystem::path& folder)
{
    std::error_code error;
    if (std::filesystem::is_directory(folder, error)) {
        return {};
    }
    std::filesystem::create_directories(folder, error);
    if (error) {
        return fail(systemError(error.value(), folder));
    }
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    return {};
}

} // namespace

std::filesystem::path backupFolder(const WorkbookPlace& place, const std::string& uuid)
{
    return place.backups.empty() ? dataFolder() / "tandem" / "backups" / uuid
                                 : place.backups / uuid;
}

std::vector<BackupFile> backupsOf(const WorkbookPlace& place, const std::string& uuid)
{
    std::vector<BackupFile> backups;
    std::error_code error;
    std::filesystem::directory_iterator entry(backupFolder(place, uuid), error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        if (auto backup = backupFrom(entry->path())) {
            backups.push_back(std::move(*backup));
        }
    }
    std::sort(backups.begin(), backups.end(), [](const BackupFile& a, const BackupFile& b) {
        return a.at != b.at ? a.at > b.at : a.path > b.path;
    });
    return backups;
}

Result<BackupFile> makeBackup(const Workbook& workbook, const WorkbookPlace& place,
                              const std::string& reason, Instant now)
{
    const std::filesystem::path folder = backupFolder(place, workbook.info().uuid);
    if (const Result<void> made = makeFolder(folder); !made) {
        return fail(made.error());
    }
    // Two in one second: the later one takes the next free second.
    while (std::filesystem::exists(folder / fileName(now, reason))) {
        ++now.seconds;
    }
    BackupFile backup{folder / fileName(now, reason), now, reason};
    if (const Result<void> copied = workbook.backupTo(backup.path); !copied) {
        return fail(copied.error());
    }
    thinOut(backupsOf(place, workbook.info().uuid));
    return backup;
}

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/connection.h"

#include "core/store/database.h"
#include "core/store/schema.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <system_error>
#include <unistd.h>

namespace tandem {
namespace {

constexpr std::size_t kHeaderSize = 100;
constexpr int kBusyMilliseconds = 200;
constexpr int kLongestValue = 16 * 1024 * 1024;

std::uint32_t bigEndian(const std::string& bytes, std::size_t at)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        value = (value << 8) | static_cast<unsigned char>(bytes[at + i]);
    }
    return value;
}

std::vector<std::string> textRows(sqlite3* db, const char* sql, const char* format)
{
    const Reader reader(db, {});
    Statement rows = reader.query(sql);
    std::vector<std::string> found;
    while (rows.step()) {
        std::string first(rows.text(0));
        if (sqlite3_column_count(rows.raw()) > 1) {
            first = fmt::format(fmt::runtime(format), first, rows.text(1), rows.text(2));
        }
        if (first != "ok") {
            found.push_back(std::move(first));
        }
    }
    return found;
}

Result<void> syncPath(const std::filesystem::path& path, int flags)
{
    const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
    if (descriptor < 0) {
        return fail(systemError(errno, path));
    }
    const int failed = ::fsync(descriptor) != 0 ? errno : 0;
    ::close(descriptor);
    // Some file systems cannot sync a folder; there is nothing more to be done on them.
    if (failed != 0 && failed != EINVAL) {
        return fail(systemError(failed, path));
    }
    return {};
}

} // namespace

Error systemError(int number, const std::filesystem::path& file)
{
    ErrorCode code = ErrorCode::Io;
    switch (number) {
    case EEXIST:
        code = ErrorCode::Exists;
        break;
    case ENOENT:
    case ENOTDIR:
        code = ErrorCode::NotFound;
        break;
    case EACCES:
    case EPERM:
    case EROFS:
        code = ErrorCode::ReadOnly;
        break;
    case ENOSPC:
    case EDQUOT:
        code = ErrorCode::DiskFull;
        break;
    default:
        break;
    }
    return {code, file.string(), std::generic_category().message(number)};
}

DatabaseHandle openDatabase(const std::filesystem::path& file, int flags)
{
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    DatabaseHandle db(raw);
    ensure(raw, code, file.string());
    sqlite3_extended_result_codes(raw, 1);
    return db;
}

std::int64_t fileSize(sqlite3* db)
{
    sqlite3_file* file = nullptr;
    ensure(db, sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, &file));
    sqlite3_int64 size = 0;
    ensure(db, file->pMethods->xFileSize(file, &size));
    return size;
}

std::string readBytes(sqlite3* db, std::int64_t offset, std::size_t count)
{
    const std::int64_t size = fileSize(db);
    sqlite3_file* file = nullptr;
    ensure(db, sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, &file));
    std::string bytes;
    if (offset >= size) {
        return bytes;
    }
    bytes.resize(std::min(count, static_cast<std::size_t>(size - offset)));
    const int code =
        file->pMethods->xRead(file, bytes.data(), static_cast<int>(bytes.size()), offset);
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) {
        throw Failure({ErrorCode::Io, {}, sqlite3_errstr(code)});
    }
    return bytes;
}

Result<FileHeader> readHeader(const std::filesystem::path& file)
{
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(file, error);
    if (status.type() == std::filesystem::file_type::not_found) {
        return fail(ErrorCode::NotFound, file.string(), "there is no such file");
    }
    if (error) {
        return fail(systemError(error.value(), file));
    }
    if (status.type() != std::filesystem::file_type::regular) {
        return fail(ErrorCode::NotAWorkbook, file.string(), "it is no ordinary file");
    }
    if (::access(file.c_str(), R_OK) != 0) {
        return fail(ErrorCode::Io, file.string(), "you are not allowed to read it");
    }
    return attempt([&]() -> Result<FileHeader> {
        const DatabaseHandle db = openDatabase(file, SQLITE_OPEN_READONLY);
        FileHeader header;
        header.bytes = readBytes(db.get(), 0, kHeaderSize);
        if (header.bytes.empty()) {
            return fail(ErrorCode::NotAWorkbook, file.string(), "the file is empty");
        }
        if (header.bytes.size() < kHeaderSize ||
            std::memcmp(header.bytes.data(), "SQLite format 3", 16) != 0) {
            return fail(ErrorCode::NotAWorkbook, file.string());
        }
        header.version = static_cast<int>(bigEndian(header.bytes, 60));
        header.applicationId = bigEndian(header.bytes, 68);
        if (header.applicationId != kApplicationId) {
            return fail(ErrorCode::NotAWorkbook, file.string(),
                        "it is a database of another program");
        }
        if (header.version > newestVersion()) {
            return fail(ErrorCode::Newer, file.string(),
                        fmt::format("its format is {}, this Tandem knows up to {}", header.version,
                                    newestVersion()));
        }
        if (header.version < 1) {
            return fail(ErrorCode::Damaged, file.string(), "it has no format number");
        }
        return header;
    });
}

void harden(sqlite3* db)
{
    sqlite3_busy_timeout(db, kBusyMilliseconds);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, kLongestValue);
    sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
    execute(db, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY;"
                "PRAGMA foreign_keys = ON; PRAGMA cache_size = -32768");
}

void lockExclusively(sqlite3* db, const std::string& subject)
{
    // The lock of the first exclusive transaction is kept in this locking mode.
    execute(db, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT", subject);
}

void settle(sqlite3* db, const std::string& subject)
{
    execute(db,
            "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON",
            subject);
}

std::vector<std::string> integrityProblems(sqlite3* db, bool quick)
{
    return textRows(db, quick ? "PRAGMA quick_check" : "PRAGMA integrity_check", "{}");
}

std::vector<std::string> referenceProblems(sqlite3* db)
{
    return textRows(db,
                    "SELECT \"table\", coalesce(rowid, 0), parent FROM pragma_foreign_key_check",
                    "{} {} refers to a {} that is not there");
}

Result<void> makePrivateFile(const std::filesystem::path& file)
{
    const int descriptor = ::open(file.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return fail(systemError(errno, file));
    }
    ::close(descriptor);
    return {};
}

Result<void> syncFile(const std::filesystem::path& file)
{
    return syncPath(file, O_RDONLY);
}

Result<void> syncFolderOf(const std::filesystem::path& file)
{
    const std::filesystem::path folder = file.parent_path();
    return syncPath(folder.empty() ? std::filesystem::path(".") : folder, O_RDONLY | O_DIRECTORY);
}

} // namespace tandem

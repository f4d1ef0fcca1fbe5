// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Making, opening and looking after the file; what changes it is in edit.cpp.
#include "core/store/workbook.h"

#include "core/model/stage.h"
#include "core/store/backup.h"
#include "core/store/records.h"
#include "core/store/schema.h"
#include "core/store/search.h"
#include "core/store/workbook_state.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <random>

namespace tandem {
namespace {

constexpr int kPageSize = 8192;
constexpr int kReservedBytes = 8; // of every page: room for a checksum
/// Up to this size a file is read through at every opening, which takes a tenth of a second; a
/// larger one is checked as the copy that is made before the day's first step.
constexpr std::int64_t kCheckedAtOpening = 48'000'000;

std::string newUuid()
{
    std::random_device random;
    const auto bits = [&] { return static_cast<std::uint32_t>(random()); };
    // RFC 4122, version 4, variant 1.
    return fmt::format("{:08x}-{:04x}-4{:03x}-{:04x}-{:08x}{:04x}", bits(), bits() & 0xffffU,
                       bits() & 0xfffU, (bits() & 0x3fffU) | 0x8000U, bits(), bits() & 0xffffU);
}

bool isUuid(std::string_view text)
{
    if (text.size() != 36) {
        return false;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const char c = text[i];
        if (dash ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
            return false;
        }
    }
    return true;
}

bool isCurrency(std::string_view text)
{
    return text.size() == 3 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

void putMeta(Writer& writer, std::string_view key, std::string_view value)
{
    // Not REPLACE: an update of the same value leaves no trace in a session.
    writer
        .change("INSERT INTO meta (key, value) VALUES (?, ?) "
                "ON CONFLICT (key) DO UPDATE SET value = excluded.value")
        .bind(key, value)
        .run();
}

std::string getMeta(const Reader& reader, std::string_view key)
{
    Statement row = reader.query("SELECT value FROM meta WHERE key = ?");
    return row.bind(key).step() ? std::string(row.text(0)) : std::string();
}

void fillNew(Writer& writer, const WorkbookInfo& info)
{
    Transaction transaction(writer.handle(), writer.subject());
    putMeta(writer, "uuid", info.uuid);
    putMeta(writer, "name", info.name);
    putMeta(writer, "currency", info.currency);
    putMeta(writer, "time_zone", info.timeZone.name());
    for (const Stage& stage : defaultStages()) {
        if (const Result<StageId> added = addStage(writer, stage); !added) {
            throw Failure(added.error());
        }
    }
    transaction.commit();
}

/// Throws Damaged unless the structure is that of its version and the content holds together.
void ensureSound(sqlite3* db, const std::string& subject, int version)
{
    const std::string expected =
        version == newestVersion() ? structureOfNewest() : structureOfVersion(version);
    if (structureOf(db) != expected) {
        throw Failure({ErrorCode::Damaged, subject, "its structure is not that of a workbook"});
    }
    if (fileSize(db) > kCheckedAtOpening) {
        return;
    }
    std::vector<std::string> problems = integrityProblems(db, true);
    if (problems.empty()) {
        problems = referenceProblems(db);
    }
    if (!problems.empty()) {
        throw Failure({ErrorCode::Damaged, subject, problems.front()});
    }
}

} // namespace

Instant systemNow()
{
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::seconds>(since).count()};
}

WorkbookInfo readInfo(const Reader& reader)
{
    WorkbookInfo info{
        getMeta(reader, "name"), getMeta(reader, "uuid"), getMeta(reader, "currency"), {}};
    if (!isUuid(info.uuid) || !isCurrency(info.currency)) {
        throw Failure({ErrorCode::Damaged, reader.subject(), "what it says of itself is missing"});
    }
    Result<TimeZone> zone = TimeZone::named(getMeta(reader, "time_zone"));
    if (!zone) {
        throw Failure({ErrorCode::Unsupported, reader.subject(), zone.error().detail});
    }
    info.timeZone = *std::move(zone);
    return info;
}

Workbook::State::~State()
{
    // Nobody else has the file open while this connection lives. A journal with content is left: it
    // is what the next opening takes back.
    const std::filesystem::path journal = std::filesystem::path(file) += "-journal";
    std::error_code error;
    if (db && !readOnly && std::filesystem::file_size(journal, error) == 0 && !error) {
        std::filesystem::remove(journal, error);
    }
}

Workbook::Workbook(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Workbook::Workbook(Workbook&&) noexcept = default;
Workbook& Workbook::operator=(Workbook&&) noexcept = default;
Workbook::~Workbook() = default;

Result<Workbook> Workbook::create(const std::filesystem::path& file, const NewWorkbook& start,
                                  const WorkbookPlace& place)
{
    const std::filesystem::path path = std::filesystem::absolute(file);
    WorkbookInfo info{
        start.name.empty() ? path.stem().string() : start.name, newUuid(), start.currency, {}};
    if (!isCurrency(info.currency)) {
        return fail(ErrorCode::BadInput, "currency '" + info.currency + "'",
                    "a currency has three capital letters, such as EUR");
    }
    Result<TimeZone> zone = TimeZone::named(start.timeZone);
    if (!zone) {
        return fail(ErrorCode::BadInput, "time zone '" + start.timeZone + "'",
                    "a time zone has a name such as Europe/London");
    }
    info.timeZone = *std::move(zone);
    if (const Result<void> made = makePrivateFile(path); !made) {
        return fail(made.error());
    }
    Result<Workbook> workbook = attempt([&]() -> Result<Workbook> {
        const std::string subject = path.filename().string();
        DatabaseHandle db = openDatabase(path, SQLITE_OPEN_READWRITE);
        harden(db.get());
        execute(db.get(), fmt::format("PRAGMA page_size = {}", kPageSize), subject);
        int reserved = kReservedBytes;
        ensure(db.get(),
               sqlite3_file_control(db.get(), "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved),
               subject);
        lockExclusively(db.get(), subject);
        settle(db.get(), subject);
        auto state = std::make_unique<State>(path, place, std::move(db));
        migrate(state->db.get());
        fillNew(state->writer, info);
        Result<LockNote> note = LockNote::write(path);
        if (!note) {
            return fail(note.error());
        }
        state->note = *std::move(note);
        state->info = info;
        return Workbook(std::move(state));
    });
    if (!workbook) {
        std::error_code error;
        std::filesystem::remove(path, error);
        std::filesystem::remove(std::filesystem::path(path) += "-journal", error);
        return workbook;
    }
    if (const Result<void> synced = syncFolderOf(path); !synced) {
        return fail(synced.error());
    }
    return workbook;
}

Result<Workbook> Workbook::open(const std::filesystem::path& file, OpenMode mode,
                                const WorkbookPlace& place)
{
    const std::filesystem::path path = std::filesystem::absolute(file);
    const Result<FileHeader> header = readHeader(path);
    if (!header) {
        return fail(header.error());
    }
    std::optional<PrivateCopy> copy;
    if (mode == OpenMode::ReadOnly) {
        Result<PrivateCopy> made = PrivateCopy::make(path);
        if (!made) {
            return fail(made.error());
        }
        copy = *std::move(made);
    }
    const std::string subject = path.string();
    Result<Workbook> opened = attempt([&]() -> Result<Workbook> {
        DatabaseHandle db = openDatabase(copy ? copy->file() : path, SQLITE_OPEN_READWRITE);
        if (sqlite3_db_readonly(db.get(), "main") == 1) {
            return fail(ErrorCode::ReadOnly, subject, "you may read it, but not write to it");
        }
        harden(db.get());
        lockExclusively(db.get(), subject);
        ensureSound(db.get(), subject, header->version);
        auto state = std::make_unique<State>(path, place, std::move(db));
        state->readOnly = copy.has_value();
        if (copy) {
            state->copy = std::move(copy);
        } else {
            Result<LockNote> note = LockNote::write(path);
            if (!note) {
                return fail(note.error());
            }
            state->note = *std::move(note);
        }
        settle(state->db.get(), subject);
        state->info = readInfo(state->writer);
        Workbook workbook(std::move(state));
        if (header->version < newestVersion()) {
            if (!workbook.readOnly()) {
                const auto backup = makeBackup(workbook, place, "upgrade", systemNow());
                if (!backup) {
                    return fail(backup.error());
                }
            }
            migrate(workbook.m_state->db.get());
        }
        if (workbook.readOnly()) {
            execute(workbook.m_state->db.get(), "PRAGMA query_only = ON");
        }
        return workbook;
    });
    if (opened) {
        return opened;
    }
    Error error = opened.error();
    if (error.subject.empty()) {
        error.subject = subject;
    }
    if (error.code == ErrorCode::Busy) {
        error.detail = LockNote::holderOf(path).value_or("another program has it open");
    }
    // The header said that it is a workbook, so what cannot be read is a damaged one.
    if (error.code == ErrorCode::NotAWorkbook || error.code == ErrorCode::Internal) {
        error.code = ErrorCode::Damaged;
    }
    return fail(error);
}

const std::filesystem::path& Workbook::file() const
{
    return m_state->file;
}

bool Workbook::readOnly() const
{
    return m_state->readOnly;
}

const WorkbookInfo& Workbook::info() const
{
    return m_state->info;
}

const Reader& Workbook::reader() const
{
    return m_state->writer;
}

const std::optional<Error>& Workbook::backupTrouble() const
{
    return m_state->backupTrouble;
}

Result<Change> Workbook::setInfo(const Who& who, const WorkbookInfo& info)
{
    if (!isCurrency(info.currency)) {
        return fail(ErrorCode::BadInput, "currency '" + info.currency + "'",
                    "a currency has three capital letters, such as EUR");
    }
    return edit(who, "Change the workbook's settings", [&](Writer& writer) {
        return attempt([&] {
            putMeta(writer, "name", info.name);
            putMeta(writer, "currency", info.currency);
            putMeta(writer, "time_zone", info.timeZone.name());
        });
    });
}

Result<std::vector<std::string>> Workbook::check(const Progress& progress) const
{
    return attempt([&]() -> Result<std::vector<std::string>> {
        sqlite3* db = m_state->db.get();
        progress.report(0.0, "checking");
        // Every so often SQLite asks whether to go on.
        const auto stop = [](void* context) {
            return static_cast<const Progress*>(context)->stopRequested() ? 1 : 0;
        };
        sqlite3_progress_handler(db, 10'000, stop, const_cast<Progress*>(&progress));
        const auto found = attempt([&] {
            std::vector<std::string> problems = integrityProblems(db, false);
            progress.report(0.7, "checking");
            for (std::string& problem : referenceProblems(db)) {
                problems.push_back(std::move(problem));
            }
            for (std::string& problem : searchProblems(m_state->writer)) {
                problems.push_back(std::move(problem));
            }
            return problems;
        });
        sqlite3_progress_handler(db, 0, nullptr, nullptr);
        progress.report(1.0, "checking");
        return found;
    });
}

Result<void> Workbook::backupTo(const std::filesystem::path& copy, const Progress& progress) const
{
    if (m_state->working) {
        return fail(ErrorCode::Internal, copy.string(), "a step is being written");
    }
    return copyDatabase(m_state->db.get(), std::filesystem::absolute(copy), progress);
}

} // namespace tandem

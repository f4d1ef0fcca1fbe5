// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/database.h"

#include "core/store/connection.h"

#include <cerrno>
#include <random>

namespace tandem {
namespace {

constexpr int kCounterBits = 23;
constexpr std::int64_t kIdsOfABlock = std::int64_t{1} << kCounterBits;

ErrorCode constraintCode(int extended)
{
    switch (extended) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
        return ErrorCode::Conflict;
    case SQLITE_CONSTRAINT_FOREIGNKEY:
        return ErrorCode::NotFound;
    default:
        return ErrorCode::BadInput;
    }
}

ErrorCode systemCode(int systemError, ErrorCode otherwise)
{
    switch (systemError) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return ErrorCode::DiskFull;
    case EACCES:
    case EPERM:
    case EROFS:
        return ErrorCode::ReadOnly;
    default:
        return otherwise;
    }
}

ErrorCode codeOf(sqlite3* db, int extended)
{
    switch (extended & 0xff) {
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return systemCode(db != nullptr ? sqlite3_system_errno(db) : 0, ErrorCode::Io);
    case SQLITE_NOMEM:
    case SQLITE_PROTOCOL:
        return ErrorCode::Io;
    case SQLITE_CORRUPT:
        return ErrorCode::Damaged;
    case SQLITE_NOTADB:
        return ErrorCode::NotAWorkbook;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return ErrorCode::ReadOnly;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::Busy;
    case SQLITE_TOOBIG:
        return ErrorCode::BadInput;
    case SQLITE_INTERRUPT:
        return ErrorCode::Stopped;
    case SQLITE_CONSTRAINT:
        return constraintCode(extended);
    default:
        return ErrorCode::Internal;
    }
}

} // namespace

Error errorOf(sqlite3* db, int code, const std::string& subject)
{
    int extended = code;
    std::string detail = sqlite3_errstr(code);
    if (db != nullptr) {
        if ((sqlite3_extended_errcode(db) & 0xff) == (code & 0xff)) {
            extended = sqlite3_extended_errcode(db);
            detail = sqlite3_errmsg(db);
        }
    }
    return {codeOf(db, extended), subject, detail};
}

void ensure(sqlite3* db, int code, const std::string& subject)
{
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE) {
        throw Failure(errorOf(db, code, subject));
    }
}

void execute(sqlite3* db, const std::string& sql, const std::string& subject)
{
    ensure(db, sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr), subject);
}

Statement::~Statement()
{
    if (m_statement != nullptr) {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
        m_home->push_back(m_statement);
    }
}

void Statement::bindBlob(int index, std::string_view bytes)
{
    check(sqlite3_bind_blob64(raw(), index, bytes.data(), bytes.size(), SQLITE_STATIC));
}

std::string_view Statement::blob(int index)
{
    const auto* data = static_cast<const char*>(sqlite3_column_blob(raw(), index));
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(raw(), index))};
}

bool Statement::step()
{
    const int code = sqlite3_step(raw());
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code != SQLITE_DONE) {
        ensure(sqlite3_db_handle(raw()), code);
    }
    return false;
}

int Statement::run()
{
    while (step()) {
    }
    const int changed = sqlite3_changes(sqlite3_db_handle(raw()));
    reset();
    return changed;
}

Reader::~Reader()
{
    for (const auto& [sql, statements] : m_stock) {
        for (sqlite3_stmt* statement : statements) {
            sqlite3_finalize(statement);
        }
    }
}

Statement Reader::query(std::string_view sql) const
{
    auto found = m_stock.find(sql);
    if (found == m_stock.end()) {
        found = m_stock.emplace(sql, Statement::Stock()).first;
    }
    Statement::Stock& stock = found->second;
    if (!stock.empty()) {
        sqlite3_stmt* statement = stock.back();
        stock.pop_back();
        return {statement, stock};
    }
    sqlite3_stmt* statement = nullptr;
    ensure(m_db,
           sqlite3_prepare_v3(m_db, sql.data(), static_cast<int>(sql.size()),
                              SQLITE_PREPARE_PERSISTENT, &statement, nullptr),
           m_subject);
    return {statement, stock};
}

Statement Writer::change(std::string_view sql)
{
    if (sqlite3_get_autocommit(handle()) != 0) {
        throw Failure({ErrorCode::Io, subject(), "the step was given up after an earlier failure"});
    }
    return query(sql);
}

std::int64_t Writer::newIds(std::size_t count)
{
    const auto wanted = static_cast<std::int64_t>(count);
    if (m_end - m_next < wanted) {
        // A block of 0 would give the id 0, which stands for "none" in scans.
        std::random_device random;
        std::int64_t block = 0;
        while (block == 0) {
            block = static_cast<std::int64_t>(
                ((std::uint64_t{random()} << 32) | std::uint64_t{random()}) & 0xff'ffff'ffffULL);
        }
        m_next = block << kCounterBits;
        m_end = m_next + kIdsOfABlock;
    }
    const std::int64_t first = m_next;
    m_next += wanted;
    if (!m_given.empty() && m_given.back().last + 1 == first) {
        m_given.back().last = m_next - 1;
    } else {
        m_given.push_back({first, m_next - 1});
    }
    return first;
}

void Writer::beginStep(sqlite3_session* session, bool bulk)
{
    m_session = session;
    m_bulk = bulk;
    m_createdUnrecorded = false;
    m_given.clear();
}

std::vector<IdRange> Writer::endStep()
{
    m_session = nullptr;
    m_bulk = false;
    return std::exchange(m_given, {});
}

bool Writer::isNew(std::int64_t id) const
{
    for (const IdRange& range : m_given) {
        if (range.first <= id && id <= range.last) {
            return true;
        }
    }
    return false;
}

Writer::Unrecorded::Unrecorded(Writer& writer)
    : m_session(writer.m_bulk ? writer.m_session : nullptr)
{
    if (m_session != nullptr) {
        writer.m_createdUnrecorded = true;
        sqlite3session_enable(m_session, 0);
    }
}

Writer::Unrecorded::~Unrecorded()
{
    if (m_session != nullptr) {
        sqlite3session_enable(m_session, 1);
    }
}

Savepoint::Savepoint(Writer& writer) : m_writer(writer)
{
    m_writer.change("SAVEPOINT several").run();
}

Savepoint::~Savepoint()
{
    // Where the disk failed SQLite has given up the whole transaction, and there is none to end.
    if (m_open && sqlite3_get_autocommit(m_writer.handle()) == 0) {
        sqlite3_exec(m_writer.handle(), "ROLLBACK TO several; RELEASE several", nullptr, nullptr,
                     nullptr);
    }
}

void Savepoint::keep()
{
    m_writer.change("RELEASE several").run();
    m_open = false;
}

Transaction::Transaction(sqlite3* db, const std::string& subject) : m_db(db), m_subject(subject)
{
    execute(m_db, "BEGIN IMMEDIATE", m_subject);
}

Transaction::~Transaction()
{
    if (m_open && sqlite3_get_autocommit(m_db) == 0) {
        sqlite3_exec(m_db, "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

void Transaction::commit(const std::function<bool()>& landed)
{
    const int code = sqlite3_exec(m_db, "COMMIT", nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        const Failure failure(errorOf(m_db, code, m_subject));
        if (sqlite3_get_autocommit(m_db) == 0) {
            sqlite3_exec(m_db, "ROLLBACK", nullptr, nullptr, nullptr);
        }
        m_open = false;
        const Result<bool> inFile = attempt([&] { return landed && landed(); });
        if (inFile && !*inFile) {
            throw failure;
        }
        const std::string journal = std::string(sqlite3_db_filename(m_db, "main")) + "-journal";
        if (!inFile || !syncFile(journal)) {
            throw UnconfirmedCommit({failure.error().code, m_subject,
                                     "the disk does not tell whether the step was saved; the next "
                                     "step or opening finds out"});
        }
    }
    m_open = false;
}

} // namespace tandem

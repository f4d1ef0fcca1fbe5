// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What stands behind Reader and Writer. Only core/store/*.cpp includes this; everybody else passes
// the two on without looking inside. Functions here throw; the public ones catch with attempt().
#include "core/base/day.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/base/result.h"
#include "core/store/sqlite.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tandem {

/// An Error on its way to the public boundary.
class Failure : public std::runtime_error {
public:
    explicit Failure(Error error) : std::runtime_error(error.detail), m_error(std::move(error)) {}
    const Error& error() const { return m_error; }

private:
    Error m_error;
};

/// A commit of which the disk did not tell whether it happened.
class UnconfirmedCommit : public Failure {
public:
    using Failure::Failure;
};

/// What the last failure of the connection means, with `subject` as its subject.
Error errorOf(sqlite3* db, int code, const std::string& subject);

/// Throws a Failure unless `code` is SQLITE_OK, SQLITE_ROW or SQLITE_DONE.
void ensure(sqlite3* db, int code, const std::string& subject = {});

/// A prepared statement, lent from its Reader's stock and given back when it goes out of scope.
/// Texts are bound without copying: they must live until the statement has run.
class Statement {
public:
    using Stock = std::vector<sqlite3_stmt*>;

    Statement(sqlite3_stmt* statement, Stock& home) : m_statement(statement), m_home(&home) {}
    Statement(Statement&& other) noexcept
        : m_statement(std::exchange(other.m_statement, nullptr)), m_home(other.m_home)
    {
    }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    /// Binds the values to the parameters 1, 2, …; an absent optional is NULL.
    template <class... Values>
    Statement& bind(const Values&... values)
    {
        int index = 0;
        (bindOne(++index, values), ...);
        return *this;
    }

    void bindOne(int index, std::int64_t value) { check(sqlite3_bind_int64(raw(), index, value)); }
    void bindOne(int index, int value) { bindOne(index, std::int64_t{value}); }
    void bindOne(int index, bool value) { bindOne(index, std::int64_t{value}); }
    void bindOne(int index, double value) { check(sqlite3_bind_double(raw(), index, value)); }
    void bindOne(int index, std::string_view value)
    {
        // An empty view may have no data, which would bind NULL.
        check(sqlite3_bind_text64(raw(), index, value.empty() ? "" : value.data(), value.size(),
                                  SQLITE_STATIC, SQLITE_UTF8));
    }
    void bindOne(int index, const std::string& value) { bindOne(index, std::string_view(value)); }
    void bindOne(int index, const char* value) { bindOne(index, std::string_view(value)); }
    void bindOne(int index, Instant value) { bindOne(index, value.seconds); }
    void bindOne(int index, Day value) { bindOne(index, std::int64_t{value.number}); }
    void bindOne(int index, Money value) { bindOne(index, value.minor); }
    void bindOne(int index, std::nullopt_t) { check(sqlite3_bind_null(raw(), index)); }
    template <class Tag>
    void bindOne(int index, Id<Tag> value)
    {
        bindOne(index, value.value);
    }
    template <class Enum>
        requires std::is_enum_v<Enum>
    void bindOne(int index, Enum value)
    {
        bindOne(index, static_cast<std::int64_t>(value));
    }
    template <class Value>
    void bindOne(int index, const std::optional<Value>& value)
    {
        if (value) {
            bindOne(index, *value);
        } else {
            bindOne(index, std::nullopt);
        }
    }
    void bindBlob(int index, std::string_view bytes);

    /// The next row; false after the last.
    bool step();
    /// Runs a statement that gives no rows; the number of rows it changed.
    int run();
    /// Makes it ready to run again; the bound values stay.
    void reset() { sqlite3_reset(raw()); }

    /// Reads the columns 0, 1, … of the row into the fields.
    template <class... Fields>
    void into(Fields&... fields)
    {
        int index = 0;
        (read(index++, fields), ...);
    }

    bool isNull(int index) { return sqlite3_column_type(raw(), index) == SQLITE_NULL; }
    std::int64_t integer(int index) { return sqlite3_column_int64(raw(), index); }
    /// Lives until the next step.
    std::string_view text(int index)
    {
        const unsigned char* data = sqlite3_column_text(raw(), index);
        return {reinterpret_cast<const char*>(data),
                static_cast<std::size_t>(sqlite3_column_bytes(raw(), index))};
    }
    std::string_view blob(int index);

    void read(int index, std::int64_t& out) { out = integer(index); }
    void read(int index, int& out) { out = sqlite3_column_int(raw(), index); }
    void read(int index, bool& out) { out = integer(index) != 0; }
    void read(int index, double& out) { out = sqlite3_column_double(raw(), index); }
    void read(int index, std::string& out) { out = text(index); }
    void read(int index, std::string_view& out) { out = text(index); }
    void read(int index, Instant& out) { out = isNull(index) ? kUndated : Instant{integer(index)}; }
    void read(int index, Day& out) { out = {sqlite3_column_int(raw(), index)}; }
    void read(int index, Money& out) { out = {integer(index)}; }
    template <class Tag>
    void read(int index, Id<Tag>& out)
    {
        out = {integer(index)};
    }
    template <class Enum>
        requires std::is_enum_v<Enum>
    void read(int index, Enum& out)
    {
        out = static_cast<Enum>(integer(index));
    }
    template <class Value>
    void read(int index, std::optional<Value>& out)
    {
        if (isNull(index)) {
            out.reset();
        } else {
            read(index, out.emplace());
        }
    }

    sqlite3_stmt* raw() const { return m_statement; }

private:
    void check(int code)
    {
        if (code != SQLITE_OK) {
            ensure(sqlite3_db_handle(m_statement), code);
        }
    }

    sqlite3_stmt* m_statement;
    Stock* m_home;
};

/// The open file, for reading.
class Reader {
public:
    Reader(sqlite3* db, std::string subject) : m_db(db), m_subject(std::move(subject)) {}
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    ~Reader();

    /// The statement, prepared once and kept; ready to bind.
    Statement query(std::string_view sql) const;

    sqlite3* handle() const { return m_db; }
    /// The file's name, the subject of errors.
    const std::string& subject() const { return m_subject; }

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };

    sqlite3* m_db;
    std::string m_subject;
    mutable std::unordered_map<std::string, Statement::Stock, Hash, std::equal_to<>> m_stock;
};

/// Adds the function that the scans are made with to a connection. Throws.
void registerScans(sqlite3* db);

/// Consecutive ids.
struct IdRange {
    std::int64_t first = 0;
    std::int64_t last = 0; ///< the last one itself

    bool operator==(const IdRange&) const = default;
};

/// The open file inside a step: also writes, and gives out ids.
class Writer : public Reader {
public:
    using Reader::Reader;

    /// As query(), for a statement that writes. Throws outside a transaction: SQLite ends one by
    /// itself when the disk fails, and what is written after that must not be saved bit by bit.
    Statement change(std::string_view sql);

    /// A new id: 40 random bits that are chosen anew at every opening and a 23-bit counter, so that
    /// copies edited apart do not collide while rows made together lie together.
    std::int64_t newId() { return newIds(1); }
    /// The first of `count` consecutive new ids; `count` is at most 2^23.
    std::int64_t newIds(std::size_t count);

    /// A step begins that `session` records; a bulk step does not record what it creates.
    void beginStep(sqlite3_session* session, bool bulk);
    /// The ids that the step was given, as ranges.
    std::vector<IdRange> endStep();

    /// Whether the id was given out in this step.
    bool isNew(std::int64_t id) const;

    /// While it lives, a bulk step's session is blind: for inserting rows that undo finds by their
    /// new ids. Does nothing in other steps.
    class Unrecorded {
    public:
        explicit Unrecorded(Writer& writer);
        Unrecorded(const Unrecorded&) = delete;
        Unrecorded& operator=(const Unrecorded&) = delete;
        ~Unrecorded();

    private:
        sqlite3_session* m_session;
    };
    /// Whether rows were inserted Unrecorded in this step.
    bool createdUnrecorded() const { return m_createdUnrecorded; }

private:
    std::int64_t m_next = 0;
    std::int64_t m_end = 0;
    sqlite3_session* m_session = nullptr;
    bool m_bulk = false;
    bool m_createdUnrecorded = false;
    std::vector<IdRange> m_given;
};

/// A savepoint around several statements that must all happen or none; rolls back unless kept.
class Savepoint {
public:
    explicit Savepoint(Writer& writer);
    Savepoint(const Savepoint&) = delete;
    Savepoint& operator=(const Savepoint&) = delete;
    ~Savepoint();
    void keep();

private:
    Writer& m_writer;
    bool m_open = true;
};

/// A write transaction; rolls back unless committed.
class Transaction {
public:
    explicit Transaction(sqlite3* db, const std::string& subject);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    /// Throws if it fails, with everything as it was. The very last thing that a commit does is to
    /// bring the emptied journal to the disk; if only that fails the changes are in the file all
    /// the same, which `landed` finds out by looking for them.
    void commit(const std::function<bool()>& landed = {});

private:
    sqlite3* m_db;
    std::string m_subject;
    bool m_open = true;
};

/// While it lives, SQLite does not check references row by row: for work that checks them better as
/// a whole, since a row of many costs as much to check as to insert, and removing a campaign or
/// person reads a whole table each time.
class WithoutForeignKeys {
public:
    explicit WithoutForeignKeys(sqlite3* db) : m_db(db) { set(0); }
    WithoutForeignKeys(const WithoutForeignKeys&) = delete;
    WithoutForeignKeys& operator=(const WithoutForeignKeys&) = delete;
    ~WithoutForeignKeys() { set(1); }

private:
    // Unlike the pragma this also works inside a transaction.
    void set(int on) { sqlite3_db_config(m_db, SQLITE_DBCONFIG_ENABLE_FKEY, on, nullptr); }

    sqlite3* m_db;
};

/// Runs SQL text without parameters.
void execute(sqlite3* db, const std::string& sql, const std::string& subject = {});

template <class T>
struct AsResult {
    using Type = Result<T>;
};
template <class T>
struct AsResult<Result<T>> {
    using Type = Result<T>;
};

/// Calls `work`, which may throw and returns a value, nothing or a Result; gives a Result.
template <class Work>
auto attempt(Work&& work) -> typename AsResult<std::invoke_result_t<Work>>::Type
{
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (const Failure& failure) {
        return fail(failure.error());
    }
}

/// All rows of a query whose columns `fill` puts into a Value.
template <class Value, class Fill>
std::vector<Value> rowsOf(Statement& statement, Fill&& fill)
{
    std::vector<Value> rows;
    while (statement.step()) {
        fill(statement, rows.emplace_back());
    }
    return rows;
}

/// The failure of an update or removal that met no row.
inline void ensureFound(int changed, const char* what)
{
    if (changed == 0) {
        throw Failure({ErrorCode::NotFound, what, "it is no longer in the workbook"});
    }
}

} // namespace tandem

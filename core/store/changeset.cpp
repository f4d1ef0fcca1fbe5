// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/changeset.h"

#include "core/store/schema.h"

#include <algorithm>
#include <memory>

namespace tandem {
namespace {

/// More leads or deals than this are not worth following one by one.
constexpr std::size_t kMostListed = 20'000;

int onConflict(void* /*context*/, int /*kind*/, sqlite3_changeset_iter* /*at*/)
{
    return SQLITE_CHANGESET_ABORT;
}

struct FinalizeChangeset {
    void operator()(sqlite3_changeset_iter* iterator) const { sqlite3changeset_finalize(iterator); }
};

/// The change's value in the table's first column, which is in the key of every domain table.
std::int64_t firstColumn(sqlite3_changeset_iter* iterator, int operation)
{
    sqlite3_value* value = nullptr;
    ensure(nullptr, operation == SQLITE_INSERT ? sqlite3changeset_new(iterator, 0, &value)
                                               : sqlite3changeset_old(iterator, 0, &value));
    return value != nullptr ? sqlite3_value_int64(value) : 0;
}

// Columns by their place in the schema, as changesets number them.
constexpr int kCompanyName = 1;
constexpr int kLeadName = 2;
constexpr int kLeadEmail = 3;
constexpr int kLeadJobTitle = 6;
constexpr int kLeadCompany = 7;

/// Whether an update gives one of the columns a new value.
bool changesAny(sqlite3_changeset_iter* iterator, std::initializer_list<int> columns)
{
    return std::any_of(columns.begin(), columns.end(), [&](int column) {
        sqlite3_value* value = nullptr;
        ensure(nullptr, sqlite3changeset_new(iterator, column, &value));
        return value != nullptr;
    });
}

/// Calls `each(iterator, table, operation)` for every row of a changeset.
template <class Each>
void forEachRow(const std::string& changeset, Each&& each)
{
    if (changeset.empty()) {
        return;
    }
    sqlite3_changeset_iter* raw = nullptr;
    ensure(nullptr, sqlite3changeset_start(&raw, static_cast<int>(changeset.size()),
                                           const_cast<char*>(changeset.data())));
    const std::unique_ptr<sqlite3_changeset_iter, FinalizeChangeset> iterator(raw);
    while (sqlite3changeset_next(raw) == SQLITE_ROW) {
        const char* table = nullptr;
        int columns = 0;
        int operation = 0;
        int indirect = 0;
        ensure(nullptr, sqlite3changeset_op(raw, &table, &columns, &operation, &indirect));
        each(raw, std::string_view(table), operation);
    }
}

template <class IdType>
void sortUnique(std::vector<IdType>& ids)
{
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

} // namespace

Recording::Recording(sqlite3* db) : m_db(db)
{
    ensure(m_db, sqlite3session_create(m_db, "main", &m_session));
    for (const char* table : kDomainTables) {
        const int code = sqlite3session_attach(m_session, table);
        if (code != SQLITE_OK) {
            sqlite3session_delete(m_session);
            ensure(m_db, code);
        }
    }
}

Recording::~Recording()
{
    sqlite3session_delete(m_session);
}

std::string Recording::changeset()
{
    int size = 0;
    void* data = nullptr;
    ensure(m_db, sqlite3session_changeset(m_session, &size, &data));
    const std::unique_ptr<void, decltype(&sqlite3_free)> owned(data, sqlite3_free);
    return {static_cast<const char*>(data), static_cast<std::size_t>(size)};
}

void applyChangeset(sqlite3* db, const std::string& changeset, Apply direction)
{
    if (changeset.empty()) {
        return;
    }
    // The interface takes a pointer to changeable bytes but does not change them.
    const int code = sqlite3changeset_apply_v2(
        db, static_cast<int>(changeset.size()), const_cast<char*>(changeset.data()), nullptr,
        onConflict, nullptr, nullptr, nullptr,
        direction == Apply::Inverse ? SQLITE_CHANGESETAPPLY_INVERT : 0);
    if ((code & 0xff) == SQLITE_ABORT || (code & 0xff) == SQLITE_CONSTRAINT) {
        throw Failure(
            {ErrorCode::Conflict, "the step", "the records are no longer as it left them"});
    }
    ensure(db, code);
}

void describe(const std::string& changeset, Change& change)
{
    forEachRow(changeset, [&](sqlite3_changeset_iter* row, std::string_view table, int operation) {
        if (table == "lead" || table == "custom_value" || table == "stage_change" ||
            table == "touch") {
            change.leads.push_back({firstColumn(row, operation)});
        } else if (table == "deal") {
            change.deals.push_back({firstColumn(row, operation)});
        } else if (table == "cost") {
            change.costs = true;
        } else if (table == "audience") {
            change.audience = true;
        } else if (table != "mapping" && table != "import") {
            change.definitions = true;
        }
    });
    sortUnique(change.leads);
    sortUnique(change.deals);
    if (change.leads.size() > kMostListed || change.deals.size() > kMostListed) {
        change.bulk = true;
        change.leads.clear();
        change.deals.clear();
    }
}

SearchEffects searchEffects(const std::string& changeset)
{
    SearchEffects effects;
    forEachRow(changeset, [&](sqlite3_changeset_iter* row, std::string_view table, int operation) {
        const bool update = operation == SQLITE_UPDATE;
        if (table == "lead" &&
            (!update || changesAny(row, {kLeadName, kLeadEmail, kLeadJobTitle, kLeadCompany}))) {
            effects.leads.push_back(firstColumn(row, operation));
        } else if (table == "company" && update && changesAny(row, {kCompanyName})) {
            effects.companies.push_back(firstColumn(row, operation));
        }
    });
    return effects;
}

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/r1.h"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fmt/core.h>
#include <sqlite3.h>
#include <string>
#include <string_view>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <unordered_map>

namespace tandem::bench {
namespace {

[[noreturn]] void giveUp(const char* what)
{
    fmt::print(stderr, "reference loader: {}\n", what);
    std::exit(1);
}

void run(sqlite3* db, const char* sql)
{
    if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        giveUp(sqlite3_errmsg(db));
    }
}

int twoDigits(const char* p)
{
    return (p[0] - '0') * 10 + (p[1] - '0');
}

// "2023-01-01T10:00:00Z" to seconds, days by Hinnant's civil algorithm.
std::int64_t seconds(std::string_view text)
{
    int y = twoDigits(text.data()) * 100 + twoDigits(text.data() + 2);
    const int m = twoDigits(text.data() + 5);
    const int d = twoDigits(text.data() + 8);
    y -= m <= 2 ? 1 : 0;
    const int era = y / 400;
    const int yoe = y - era * 400;
    const int doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
    const int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    const std::int64_t days = era * 146'097LL + doe - 719'468;
    return days * 86'400 + twoDigits(text.data() + 11) * 3'600 + twoDigits(text.data() + 14) * 60 +
           twoDigits(text.data() + 17);
}

class Codes {
public:
    int operator()(std::string_view text)
    {
        if (text == m_last) {
            return m_lastCode;
        }
        const auto [at, added] = m_codes.try_emplace(std::string(text), int(m_codes.size()));
        m_last = at->first;
        return m_lastCode = at->second;
    }

private:
    std::unordered_map<std::string, int> m_codes;
    std::string_view m_last = "\x01";
    int m_lastCode = 0;
};

constexpr int kRows = 50;
constexpr int kColumns = 7;

std::string insertOf(int rows)
{
    std::string sql = "INSERT INTO touch VALUES ";
    for (int i = 0; i < rows; ++i) {
        sql += i == 0 ? "(?,?,?,?,?,?,?)" : ",(?,?,?,?,?,?,?)";
    }
    return sql;
}

} // namespace

void loadBare(const std::filesystem::path& touchesCsv, const std::filesystem::path& database)
{
    const int fd = open(touchesCsv.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat info {};
    if (fd < 0 || fstat(fd, &info) != 0) {
        giveUp("cannot open the CSV");
    }
    const auto size = static_cast<std::size_t>(info.st_size);
    void* const mapped = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (mapped == MAP_FAILED) {
        giveUp("cannot map the CSV");
    }
    std::filesystem::remove(database);
    sqlite3* db = nullptr;
    if (sqlite3_open(database.c_str(), &db) != SQLITE_OK) {
        giveUp("cannot open the database");
    }
    run(db,
        "PRAGMA page_size=8192; PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=FULL;"
        "PRAGMA cache_size=-65536; CREATE TABLE touch (lead INTEGER, at INTEGER, channel INTEGER,"
        " direction INTEGER, team INTEGER, campaign INTEGER, outcome INTEGER) STRICT; BEGIN");
    sqlite3_stmt* many = nullptr;
    sqlite3_stmt* one = nullptr;
    sqlite3_prepare_v2(db, insertOf(kRows).c_str(), -1, &many, nullptr);
    sqlite3_prepare_v2(db, insertOf(1).c_str(), -1, &one, nullptr);

    Codes channels;
    Codes outcomes;
    std::array<std::int64_t, std::size_t{kRows} * kColumns> batch{};
    std::size_t held = 0;
    const auto flush = [&](sqlite3_stmt* statement, std::size_t from, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            sqlite3_bind_int64(statement, int(i) + 1, batch[from + i]);
        }
        if (sqlite3_step(statement) != SQLITE_DONE) {
            giveUp(sqlite3_errmsg(db));
        }
        sqlite3_reset(statement);
    };
    const char* at = static_cast<const char*>(mapped);
    const char* const end = at + size;
    at = static_cast<const char*>(std::memchr(at, '\n', size)) + 1;
    while (at < end) {
        std::array<std::string_view, 8> cells;
        for (std::size_t c = 0; c < cells.size(); ++c) {
            const char stop = c + 1 < cells.size() ? ',' : '\n';
            const char* const next =
                static_cast<const char*>(std::memchr(at, stop, std::size_t(end - at)));
            cells[c] = {at, std::size_t(next - at)};
            at = next + 1;
        }
        std::int64_t* const row = &batch[held];
        row[0] = std::strtoll(cells[1].data() + 1, nullptr, 10);
        row[1] = seconds(cells[2]);
        row[2] = channels(cells[3]);
        row[3] = cells[4] == "in" ? 1 : 2;
        row[4] = cells[5] == "marketing" ? 1 : 2;
        row[5] = cells[6].empty() ? 0 : 1 + std::strtoll(cells[6].data() + 1, nullptr, 10);
        row[6] = outcomes(cells[7]);
        held += kColumns;
        if (held == batch.size()) {
            flush(many, 0, held);
            held = 0;
        }
    }
    for (std::size_t from = 0; from < held; from += kColumns) {
        flush(one, from, kColumns);
    }
    sqlite3_finalize(many);
    sqlite3_finalize(one);
    run(db, "CREATE INDEX touch_by_lead ON touch (lead, at, campaign, direction, team); COMMIT");
    sqlite3_close(db);
    munmap(mapped, size);
    close(fd);
}

} // namespace tandem::bench

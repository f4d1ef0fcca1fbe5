// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tandem {

/// What records are sorted by: lead, time, order of coming.
struct SortKey {
    std::int64_t lead = 0;
    std::int64_t at = 0;
    std::uint64_t order = 0;

    auto operator<=>(const SortKey&) const = default;
};

/// Sorts any number of small records in bounded memory: what does not fit goes, sorted, to a
/// temporary file without a name, and comes back merged.
class RunSorter {
public:
    static constexpr std::size_t kMemory = std::size_t{128} << 20;

    explicit RunSorter(std::size_t memory = kMemory) : m_memory(memory) {}

    /// DiskFull or Io if the temporary file cannot take more.
    Result<void> add(const SortKey& key, std::string_view record);
    /// After the last add(), before the first next().
    Result<void> sort();
    /// The next record in order; false after the last. `record` lives until the next call.
    Result<bool> next(SortKey& key, std::string_view& record);

    std::uint64_t size() const { return m_size; }

private:
    struct Entry {
        SortKey key;
        std::uint32_t begin = 0; // in m_records, which stays below 4 GB
        std::uint32_t length = 0;
    };
    struct CloseFile {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    /// A sorted stretch of the temporary file, read in pieces.
    struct Run {
        std::int64_t at = 0;
        std::int64_t end = 0;
        std::string piece;
        std::size_t place = 0;
        SortKey key;
        std::uint32_t length = 0;
    };

    void sortMemory();
    Result<void> spill();
    Result<bool> advance(Run& run);
    Result<void> fill(Run& run, std::size_t wanted);
    static bool later(const Run* a, const Run* b) { return b->key < a->key; }

    std::size_t m_memory;
    std::uint64_t m_size = 0;
    std::vector<Entry> m_entries;
    std::string m_records;
    std::size_t m_given = 0; // entries handed out, where nothing was spilled
    std::unique_ptr<std::FILE, CloseFile> m_file;
    std::int64_t m_fileEnd = 0;
    std::vector<Run> m_runs;
    std::vector<Run*> m_heap; // runs with a record at hand, the first one on top
    Run* m_last = nullptr;    // the run whose record was handed out
};

} // namespace tandem

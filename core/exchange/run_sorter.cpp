// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/run_sorter.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace tandem {
namespace {

constexpr std::size_t kHead = sizeof(SortKey) + sizeof(std::uint32_t);
constexpr std::size_t kPiece = std::size_t{1} << 20;
constexpr std::size_t kMany = 4'096; // records, from which on a sorter prepares for a big file

tl::unexpected<Error> fileFailure()
{
    return fail(errno == ENOSPC ? ErrorCode::DiskFull : ErrorCode::Io, "temporary file",
                std::strerror(errno));
}

} // namespace

Result<void> RunSorter::add(const SortKey& key, std::string_view record)
{
    const std::size_t used = m_records.size() + m_entries.size() * sizeof(Entry);
    if (!m_entries.empty() && used + record.size() + sizeof(Entry) > m_memory) {
        if (auto ok = spill(); !ok) {
            return ok;
        }
    }
    if (m_entries.size() == kMany && m_runs.empty()) {
        // Room for all at once: growing step by step would copy and hold everything twice. What is
        // not used takes no memory.
        m_entries.reserve(std::max(kMany, m_memory / 2 / sizeof(Entry)));
        m_records.reserve(m_memory);
    }
    m_entries.push_back({key, static_cast<std::uint32_t>(m_records.size()),
                         static_cast<std::uint32_t>(record.size())});
    m_records.append(record);
    ++m_size;
    return {};
}

void RunSorter::sortMemory()
{
    std::sort(m_entries.begin(), m_entries.end(),
              [](const Entry& a, const Entry& b) { return a.key < b.key; });
}

Result<void> RunSorter::spill()
{
    if (!m_file) {
        m_file.reset(std::tmpfile());
        if (!m_file) {
            return fileFailure();
        }
    }
    sortMemory();
    Run run;
    run.at = m_fileEnd;
    std::string out;
    const auto write = [&]() -> bool {
        const bool ok = std::fwrite(out.data(), 1, out.size(), m_file.get()) == out.size();
        m_fileEnd += static_cast<std::int64_t>(out.size());
        out.clear();
        return ok;
    };
    for (const Entry& entry : m_entries) {
        char head[kHead];
        std::memcpy(head, &entry.key, sizeof(SortKey));
        std::memcpy(head + sizeof(SortKey), &entry.length, sizeof(entry.length));
        out.append(head, kHead);
        out.append(m_records, entry.begin, entry.length);
        if (out.size() >= kPiece && !write()) {
            return fileFailure();
        }
    }
    if (!write() || std::fflush(m_file.get()) != 0) {
        return fileFailure();
    }
    run.end = m_fileEnd;
    m_runs.push_back(std::move(run));
    m_entries.clear();
    m_records.clear();
    return {};
}

Result<void> RunSorter::sort()
{
    if (m_runs.empty()) {
        sortMemory();
        return {};
    }
    if (!m_entries.empty()) {
        if (auto ok = spill(); !ok) {
            return ok;
        }
    }
    m_entries = {};
    m_records = {};
    for (Run& run : m_runs) {
        const auto more = advance(run);
        if (!more) {
            return fail(more.error());
        }
        if (*more) {
            m_heap.push_back(&run);
        }
    }
    std::make_heap(m_heap.begin(), m_heap.end(), later);
    return {};
}

Result<void> RunSorter::fill(Run& run, std::size_t wanted)
{
    if (run.piece.size() - run.place >= wanted) {
        return {};
    }
    run.piece.erase(0, run.place);
    run.place = 0;
    const std::size_t had = run.piece.size();
    const auto left = static_cast<std::size_t>(run.end - run.at);
    const std::size_t count = std::min(left, std::max(kPiece, wanted) - had);
    run.piece.resize(had + count);
    if (std::fseek(m_file.get(), run.at, SEEK_SET) != 0 ||
        std::fread(run.piece.data() + had, 1, count, m_file.get()) != count) {
        return fileFailure();
    }
    run.at += static_cast<std::int64_t>(count);
    return {};
}

Result<bool> RunSorter::advance(Run& run)
{
    run.place += run.length;
    run.length = 0;
    if (run.at == run.end && run.place == run.piece.size()) {
        return false;
    }
    if (auto ok = fill(run, kHead); !ok) {
        return fail(ok.error());
    }
    std::memcpy(&run.key, run.piece.data() + run.place, sizeof(SortKey));
    std::memcpy(&run.length, run.piece.data() + run.place + sizeof(SortKey), sizeof(run.length));
    run.place += kHead;
    if (auto ok = fill(run, run.length); !ok) {
        return fail(ok.error());
    }
    return true;
}

Result<bool> RunSorter::next(SortKey& key, std::string_view& record)
{
    if (m_runs.empty()) {
        if (m_given == m_entries.size()) {
            return false;
        }
        const Entry& entry = m_entries[m_given++];
        key = entry.key;
        record = std::string_view(m_records).substr(entry.begin, entry.length);
        return true;
    }
    if (m_last != nullptr) {
        const auto more = advance(*m_last);
        if (!more) {
            return fail(more.error());
        }
        if (*more) {
            m_heap.push_back(m_last);
            std::push_heap(m_heap.begin(), m_heap.end(), later);
        }
        m_last = nullptr;
    }
    if (m_heap.empty()) {
        return false;
    }
    std::pop_heap(m_heap.begin(), m_heap.end(), later);
    m_last = m_heap.back();
    m_heap.pop_back();
    key = m_last->key;
    record = std::string_view(m_last->piece).substr(m_last->place, m_last->length);
    return true;
}

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/key_index.h"

#include <utility>
#include <xxhash.h>

namespace tandem {

KeyIndex::Entry KeyIndex::hashOf(std::string_view text)
{
    const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
    const auto high = static_cast<std::uint32_t>(hash.high64);
    return {hash.low64 == 0 && high == 0 ? 1 : hash.low64, high, 0};
}

std::size_t KeyIndex::placeOf(const Entry& hash) const
{
    const std::size_t mask = m_entries.size() - 1;
    std::size_t place = static_cast<std::size_t>(hash.low) & mask;
    while (!m_entries[place].isFree() && !m_entries[place].isOf(hash)) {
        place = (place + 1) & mask;
    }
    return place;
}

std::optional<KeyIndex::Value> KeyIndex::find(std::string_view text) const
{
    const Entry& entry = m_entries[placeOf(hashOf(text))];
    return entry.isFree() ? std::nullopt : std::optional(entry.value);
}

std::pair<KeyIndex::Value, bool> KeyIndex::insert(std::string_view text, Value value)
{
    if ((m_size + 1) * 10 > m_entries.size() * 7) {
        grow(m_entries.size() * 2);
    }
    Entry hash = hashOf(text);
    Entry& entry = m_entries[placeOf(hash)];
    if (!entry.isFree()) {
        return {entry.value, false};
    }
    hash.value = value;
    entry = hash;
    ++m_size;
    return {value, true};
}

void KeyIndex::set(std::string_view text, Value value)
{
    if (!add(text, value)) {
        m_entries[placeOf(hashOf(text))].value = value;
    }
}

void KeyIndex::grow(std::size_t places)
{
    for (const Entry& old : std::exchange(m_entries, std::vector<Entry>(places))) {
        if (!old.isFree()) {
            m_entries[placeOf(old)] = old;
        }
    }
}

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/key_index.h"

#include <utility>
#include <xxhash.h>

namespace tandem {

KeyIndex::Hash KeyIndex::hashOf(std::string_view text)
{
    const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
    // All zeros mark a free place.
    return {hash.low64 == 0 && hash.high64 == 0 ? 1 : hash.low64, hash.high64};
}

std::size_t KeyIndex::placeOf(const Hash& hash) const
{
    const std::size_t mask = m_hashes.size() - 1;
    std::size_t place = static_cast<std::size_t>(hash.low) & mask;
    while (!m_hashes[place].isFree() && m_hashes[place] != hash) {
        place = (place + 1) & mask;
    }
    return place;
}

std::optional<KeyIndex::Value> KeyIndex::find(std::string_view text) const
{
    const std::size_t place = placeOf(hashOf(text));
    if (m_hashes[place].isFree()) {
        return std::nullopt;
    }
    return m_values[place];
}

bool KeyIndex::add(std::string_view text, Value value)
{
    const Hash hash = hashOf(text);
    std::size_t place = placeOf(hash);
    if (!m_hashes[place].isFree()) {
        return false;
    }
    if ((m_size + 1) * 10 > m_hashes.size() * 7) {
        grow(m_hashes.size() * 2);
        place = placeOf(hash);
    }
    m_hashes[place] = hash;
    m_values[place] = value;
    ++m_size;
    return true;
}

void KeyIndex::set(std::string_view text, Value value)
{
    if (!add(text, value)) {
        m_values[placeOf(hashOf(text))] = value;
    }
}

void KeyIndex::grow(std::size_t places)
{
    const std::vector<Hash> hashes = std::exchange(m_hashes, std::vector<Hash>(places));
    const std::vector<Value> values = std::exchange(m_values, std::vector<Value>(places));
    for (std::size_t old = 0; old < hashes.size(); ++old) {
        if (!hashes[old].isFree()) {
            const std::size_t place = placeOf(hashes[old]);
            m_hashes[place] = hashes[old];
            m_values[place] = values[old];
        }
    }
}

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace tandem {

/// From texts to numbers, in some 25 bytes a text however long it is: it keeps hashes of 96 bits,
/// of which two of ten million texts are alike with a chance below 10^-14.
class KeyIndex {
public:
    using Value = std::uint32_t;

    KeyIndex() { grow(64); }

    std::optional<Value> find(std::string_view text) const;
    /// The text's number, and whether it was added with this one just now.
    std::pair<Value, bool> insert(std::string_view text, Value value);
    /// Adds the text if it is not there; whether it was added.
    bool add(std::string_view text, Value value) { return insert(text, value).second; }
    /// Adds or replaces.
    void set(std::string_view text, Value value);
    std::size_t size() const { return m_size; }

private:
    /// A hash with its number, in one place of memory; low and high 0 is a free place.
    struct Entry {
        std::uint64_t low = 0;
        std::uint32_t high = 0;
        Value value = 0;

        bool isFree() const { return low == 0 && high == 0; }
        bool isOf(const Entry& other) const { return low == other.low && high == other.high; }
    };

    static Entry hashOf(std::string_view text);
    std::size_t placeOf(const Entry& hash) const;
    void grow(std::size_t places);

    std::vector<Entry> m_entries;
    std::size_t m_size = 0;
};

} // namespace tandem

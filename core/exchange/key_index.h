// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tandem {

/// From texts to numbers, in about 30 bytes a text however long it is: it keeps 128-bit hashes, of
/// which two of ten million texts are alike with a chance below 10^-24.
class KeyIndex {
public:
    using Value = std::uint32_t;

    KeyIndex() { grow(64); }

    std::optional<Value> find(std::string_view text) const;
    /// Adds the text if it is not there; whether it was added.
    bool add(std::string_view text, Value value);
    /// Adds or replaces.
    void set(std::string_view text, Value value);
    std::size_t size() const { return m_size; }

private:
    struct Hash {
        std::uint64_t low = 0;
        std::uint64_t high = 0;

        bool operator==(const Hash&) const = default;
        bool isFree() const { return low == 0 && high == 0; }
    };

    static Hash hashOf(std::string_view text);
    std::size_t placeOf(const Hash& hash) const;
    void grow(std::size_t places);

    std::vector<Hash> m_hashes;
    std::vector<Value> m_values;
    std::size_t m_size = 0;
};

} // namespace tandem

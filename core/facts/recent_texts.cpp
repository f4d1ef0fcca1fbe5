// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/facts/recent_texts.h"

#include <algorithm>
#include <cstring>

namespace tandem {
namespace {

/// A cheap number that tells most texts of a column apart.
std::size_t shortHash(std::string_view text)
{
    std::uint64_t head = 0;
    std::uint64_t tail = 0;
    const std::size_t bytes = std::min<std::size_t>(text.size(), 8);
    std::memcpy(&head, text.data(), bytes);
    std::memcpy(&tail, text.data() + text.size() - bytes, bytes);
    return static_cast<std::size_t>(((head ^ (tail << 1U) ^ text.size()) * 0x9e3779b97f4a7c15ULL) >>
                                    56U);
}

} // namespace

Code RecentTexts::codeOf(Dictionary& dictionary, std::string_view text)
{
    if (text.empty()) {
        return kBlank;
    }
    Code& recent = m_recent[shortHash(text)];
    if (recent == kBlank || dictionary.text(recent) != text) {
        recent = dictionary.add(text);
    }
    return recent;
}

} // namespace tandem

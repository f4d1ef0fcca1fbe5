// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/facts.h"

#include <array>

namespace tandem {

/// Codes texts of one dictionary, remembering those met last, so that most rows of a table need no
/// look-up.
class RecentTexts {
public:
    /// As dictionary.add(text); always the same dictionary.
    Code codeOf(Dictionary& dictionary, std::string_view text);

private:
    std::array<Code, 256> m_recent{};
};

} // namespace tandem

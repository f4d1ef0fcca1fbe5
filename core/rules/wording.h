// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/embedded_file.h"

#include <string>
#include <string_view>
#include <vector>

namespace tandem {

/// The word lists, resources/wording/<language>.json.
extern const std::vector<EmbeddedFile> kWordingFiles;

/// A place in a definition that two people would read differently.
struct VagueSpot {
    std::size_t begin = 0; ///< bytes [begin, end) of the text
    std::size_t end = 0;
    std::string word;       ///< as it stands in the text
    std::string why;        ///< "says when without saying how long"
    std::string suggestion; ///< "a number of working hours or days"

    bool operator==(const VagueSpot&) const = default;
};

/// The vague words and phrases of a definition, in the order of the text, without overlap: where
/// two begin at one place the longer counts. A vague word with a number close behind ("quickly,
/// within 4 hours") is no spot. An unknown language finds nothing.
std::vector<VagueSpot> vagueSpots(std::string_view text, std::string_view language = "en");

} // namespace tandem

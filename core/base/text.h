// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tandem {

/// Without white space (also U+00A0 and U+FEFF) at either end.
std::string_view trimmed(std::string_view text);

/// For comparing and searching: lower case, diacritics removed for Latin letters, white space runs
/// made one space, trimmed. Input is UTF-8; bytes that are not are passed through.
std::string folded(std::string_view text);

/// ASCII letters to lower case.
std::string lowerAscii(std::string_view text);

/// An e-mail address for matching: trimmed, "mailto:" and "Name <…>" taken off, lower case.
/// Empty if the text has no '@' with something on both sides.
std::string normalisedEmail(std::string_view text);

/// Whether the bytes are UTF-8.
bool isUtf8(std::string_view text);

/// Edit distance (Levenshtein 1966) counted in bytes.
std::size_t editDistance(std::string_view a, std::string_view b);

/// Up to `most` of `names` that look like `wanted`, the nearest first.
std::vector<std::string> nearNames(std::string_view wanted, const std::vector<std::string>& names,
                                   std::size_t most = 3);

std::vector<std::string_view> split(std::string_view text, char separator);
std::string joined(const std::vector<std::string>& parts, std::string_view separator);

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tandem {

/// What stands at the start of a text that begins with a byte >= 0x80.
struct Utf8Step {
    bool valid = false;     ///< a whole character of `length` bytes
    bool cut = false;       ///< so far valid, but the text ends within it
    std::size_t length = 1; ///< bytes to step over
};

/// The step over the first character of `text`, which is not empty. Overlong forms, surrogates and
/// numbers beyond U+10FFFF are not valid (RFC 3629).
Utf8Step utf8Step(std::string_view text);

/// How many bytes at the start of `text` are ASCII.
std::size_t asciiPrefix(std::string_view text);

/// Appends the character as UTF-8.
void appendUtf8(char32_t character, std::string& out);

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace tandem {

/// Walks over the text of a cell. Only ASCII letters and digits count as such.
class CellCursor {
public:
    explicit CellCursor(std::string_view text) : m_text(text) {}

    static bool isDigit(char c) { return c >= '0' && c <= '9'; }
    static bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

    bool atEnd() const { return m_text.empty(); }
    /// The next character, NUL at the end.
    char peek() const { return m_text.empty() ? '\0' : m_text.front(); }
    std::string_view rest() const { return m_text; }

    void skip(std::size_t count = 1) { m_text.remove_prefix(count); }

    /// Steps over `c` if it comes next.
    bool take(char c)
    {
        if (peek() != c || atEnd()) {
            return false;
        }
        skip();
        return true;
    }

    void skipSpaces()
    {
        while (!atEnd() && (peek() == ' ' || (peek() >= '\t' && peek() <= '\r'))) {
            skip();
        }
    }

    /// The digits that come next; perhaps none.
    std::string_view takeDigits() { return takeWhile(isDigit); }
    /// The letters that come next; perhaps none.
    std::string_view takeLetters() { return takeWhile(isLetter); }

private:
    std::string_view takeWhile(bool (*belongs)(char))
    {
        std::size_t length = 0;
        while (length < m_text.size() && belongs(m_text[length])) {
            ++length;
        }
        const std::string_view taken = m_text.substr(0, length);
        skip(length);
        return taken;
    }

    std::string_view m_text;
};

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/text.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

namespace tandem {
namespace {

struct CodePoint {
    char32_t value;
    std::size_t bytes;
};

/// The code point at the front of `text`; empty if the bytes are no shortest-form UTF-8.
std::optional<CodePoint> decoded(std::string_view text)
{
    const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) {
        return CodePoint{lead, 1};
    }
    std::size_t bytes = 0;
    char32_t value = 0;
    char32_t least = 0;
    if (lead >= 0xC2 && lead < 0xE0) {
        bytes = 2;
        value = lead & 0x1FU;
        least = 0x80;
    } else if (lead >= 0xE0 && lead < 0xF0) {
        bytes = 3;
        value = lead & 0x0FU;
        least = 0x800;
    } else if (lead >= 0xF0 && lead < 0xF5) {
        bytes = 4;
        value = lead & 0x07U;
        least = 0x10000;
    }
    if (bytes == 0 || text.size() < bytes) {
        return std::nullopt;
    }
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte(i) & 0xC0U) != 0x80) {
            return std::nullopt;
        }
        value = (value << 6U) | (byte(i) & 0x3FU);
    }
    const bool isSurrogate = value >= 0xD800 && value < 0xE000;
    if (value < least || value > 0x10FFFF || isSurrogate) {
        return std::nullopt;
    }
    return CodePoint{value, bytes};
}

void append(std::string& text, char32_t value)
{
    const auto put = [&text](char32_t byte) { text += static_cast<char>(byte); };
    if (value < 0x80) {
        put(value);
    } else if (value < 0x800) {
        put(0xC0U | (value >> 6U));
        put(0x80U | (value & 0x3FU));
    } else if (value < 0x10000) {
        put(0xE0U | (value >> 12U));
        put(0x80U | ((value >> 6U) & 0x3FU));
        put(0x80U | (value & 0x3FU));
    } else {
        put(0xF0U | (value >> 18U));
        put(0x80U | ((value >> 12U) & 0x3FU));
        put(0x80U | ((value >> 6U) & 0x3FU));
        put(0x80U | (value & 0x3FU));
    }
}

// The base letters of the Unicode blocks Latin-1 Supplement (its letters), Latin Extended-A and -B,
// and Latin Extended Additional, one character each; '.' stands for a letter that has none.
constexpr std::string_view kLatinFrom00C0 =
    "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
    "bb...............ffg...ikkl.....oo..pp.....ttttuu..yyzz........."
    "....dddlllnnnaaiioouuuuuuuuuu.aaaa....ggkkoooo..jdddgg..nnaa...."
    "aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............"
    "................";
constexpr std::string_view kLatinFrom1E00 =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwyasss..aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";
static_assert(kLatinFrom00C0.size() == 0x250 - 0xC0);
static_assert(kLatinFrom1E00.size() == 0x1F00 - 0x1E00);

/// Letters that are written with two; empty for all others.
std::string_view letterPair(char32_t c)
{
    switch (c) {
    case 0xC6: // Æ
    case 0xE6:
        return "ae";
    case 0xDE: // Þ
    case 0xFE:
        return "th";
    case 0xDF: // ß
    case 0x1E9E:
        return "ss";
    case 0x132: // Ĳ
    case 0x133:
        return "ij";
    case 0x152: // Œ
    case 0x153:
        return "oe";
    default:
        return {};
    }
}

/// The plain letter of a Latin letter beyond ASCII; 0 if it has none.
char latinBase(char32_t c)
{
    char base = '.';
    if (c >= 0xC0 && c < 0x250) {
        base = kLatinFrom00C0[c - 0xC0];
    } else if (c >= 0x1E00 && c < 0x1F00) {
        base = kLatinFrom1E00[c - 0x1E00];
    }
    return base == '.' ? '\0' : base;
}

char32_t lowerGreekOrCyrillic(char32_t c)
{
    if ((c >= 0x391 && c <= 0x3AB && c != 0x3A2) || (c >= 0x410 && c <= 0x42F)) {
        return c + 0x20;
    }
    if (c >= 0x400 && c <= 0x40F) {
        return c + 0x50;
    }
    return c == 0x3C2 ? 0x3C3 : c; // a final sigma is a sigma
}

bool isAsciiSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool isSpace(char32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
           c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool isCombiningMark(char32_t c)
{
    return c >= 0x300 && c <= 0x36F;
}

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool endsInLatin(const std::string& text)
{
    return !text.empty() && text.back() >= 'a' && text.back() <= 'z';
}

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

} // namespace

std::string_view trimmed(std::string_view text)
{
    for (std::size_t before = 0; before != text.size();) {
        before = text.size();
        if (text.empty()) {
            break;
        }
        if (isAsciiSpace(text.front())) {
            text.remove_prefix(1);
        } else if (text.starts_with(kNoBreakSpace)) {
            text.remove_prefix(kNoBreakSpace.size());
        } else if (text.starts_with(kByteOrderMark)) {
            text.remove_prefix(kByteOrderMark.size());
        } else if (isAsciiSpace(text.back())) {
            text.remove_suffix(1);
        } else if (text.ends_with(kNoBreakSpace)) {
            text.remove_suffix(kNoBreakSpace.size());
        } else if (text.ends_with(kByteOrderMark)) {
            text.remove_suffix(kByteOrderMark.size());
        }
    }
    return text;
}

std::string folded(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    bool spaceIsDue = false;
    while (!text.empty()) {
        const auto point = decoded(text);
        const std::size_t bytes = point ? point->bytes : 1;
        const char32_t c = point ? point->value : 0;
        if (point && isSpace(c)) {
            spaceIsDue = !out.empty();
        } else if (point && isCombiningMark(c) && !spaceIsDue && endsInLatin(out)) {
            // The diacritic of a decomposed letter goes like that of a composed one.
        } else {
            if (spaceIsDue) {
                out += ' ';
                spaceIsDue = false;
            }
            if (!point) {
                out += text.front();
            } else if (c < 0x80) {
                out += lowered(text.front());
            } else if (const auto pair = letterPair(c); !pair.empty()) {
                out += pair;
            } else if (const char base = latinBase(c); base != '\0') {
                out += base;
            } else {
                append(out, lowerGreekOrCyrillic(c));
            }
        }
        text.remove_prefix(bytes);
    }
    return out;
}

std::string lowerAscii(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(), lowered);
    return out;
}

std::string normalisedEmail(std::string_view text)
{
    text = trimmed(text);
    if (text.ends_with('>')) {
        if (const std::size_t open = text.rfind('<'); open != std::string_view::npos) {
            text = trimmed(text.substr(open + 1, text.size() - open - 2));
        }
    }
    std::string address = lowerAscii(text);
    constexpr std::string_view kScheme = "mailto:";
    if (address.starts_with(kScheme)) {
        address.erase(0, kScheme.size());
        address = trimmed(address.substr(0, address.find('?')));
    }
    const std::size_t at = address.rfind('@');
    if (at == std::string::npos || at == 0 || at + 1 == address.size()) {
        return {};
    }
    return address;
}

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const auto point = decoded(text);
        if (!point) {
            return false;
        }
        text.remove_prefix(point->bytes);
    }
    return true;
}

std::size_t editDistance(std::string_view a, std::string_view b)
{
    // One row of the table at a time: row[j] is the distance of a's first i bytes to b's first j.
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

std::vector<std::string> nearNames(std::string_view wanted, const std::vector<std::string>& names,
                                   std::size_t most)
{
    const std::string key = folded(wanted);
    std::vector<std::pair<std::size_t, const std::string*>> near;
    for (const std::string& name : names) {
        const std::string other = folded(name);
        // Near means: a third of the letters wrong at most, or one the beginning of the other.
        const std::size_t distance = editDistance(key, other);
        const std::size_t longer = std::max(key.size(), other.size());
        const bool begins =
            !key.empty() && !other.empty() && (other.starts_with(key) || key.starts_with(other));
        if (begins || distance * 3 <= longer) {
            near.emplace_back(distance, &name);
        }
    }
    std::ranges::stable_sort(near, {}, &std::pair<std::size_t, const std::string*>::first);
    std::vector<std::string> found;
    for (std::size_t i = 0; i < std::min(most, near.size()); ++i) {
        found.push_back(*near[i].second);
    }
    return found;
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(end + 1);
    }
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator)
{
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) {
            out += separator;
        }
        out += parts[i];
    }
    return out;
}

} // namespace tandem

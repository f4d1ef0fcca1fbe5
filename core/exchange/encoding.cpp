// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/encoding.h"

#include "core/exchange/utf8.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iconv.h>
#include <optional>
#include <utility>

namespace tandem {

namespace {

using HighHalf = std::array<char32_t, 128>;

constexpr HighHalf latin1()
{
    HighHalf high{};
    for (std::size_t i = 0; i < high.size(); ++i) {
        high[i] = static_cast<char32_t>(0x80 + i);
    }
    return high;
}

constexpr HighHalf latin9()
{
    HighHalf high = latin1();
    high[0x24] = 0x20AC;
    high[0x26] = 0x0160;
    high[0x28] = 0x0161;
    high[0x34] = 0x017D;
    high[0x38] = 0x017E;
    high[0x3C] = 0x0152;
    high[0x3D] = 0x0153;
    high[0x3E] = 0x0178;
    return high;
}

// The five bytes that windows-1252 leaves open stand for the C1 controls, as browsers read them
// (WHATWG Encoding, index windows-1252).
constexpr HighHalf windows1252()
{
    HighHalf high = latin1();
    constexpr std::array<char32_t, 32> kFirst = {
        0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    for (std::size_t i = 0; i < kFirst.size(); ++i) {
        high[i] = kFirst[i];
    }
    return high;
}

constexpr HighHalf kLatin1 = latin1();
constexpr HighHalf kLatin9 = latin9();
constexpr HighHalf kWindows1252 = windows1252();

struct Alias {
    std::string_view compact; // the name without anything but letters and digits
    std::string_view name;
};

constexpr Alias kAliases[] = {
    {"utf8", "utf-8"},          {"utf8sig", "utf-8"},
    {"ascii", "utf-8"},         {"usascii", "utf-8"},
    {"utf16le", "utf-16le"},    {"utf16be", "utf-16be"},
    {"utf16", "utf-16le"},      {"ucs2", "utf-16le"},
    {"unicode", "utf-16le"},    {"windows1252", "windows-1252"},
    {"cp1252", "windows-1252"}, {"ansi", "windows-1252"},
    {"latin1", "iso-8859-1"},   {"iso88591", "iso-8859-1"},
    {"latin9", "iso-8859-15"},  {"iso885915", "iso-8859-15"},
    {"utf32le", "utf-32le"},    {"utf32be", "utf-32be"},
};

std::string compactName(std::string_view name)
{
    std::string compact;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z') {
            compact.push_back(static_cast<char>(c - 'A' + 'a'));
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            compact.push_back(c);
        }
    }
    return compact;
}

std::string lowered(std::string_view name)
{
    std::string lower(name);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lower;
}

/// Looks at a text piece by piece and then says what encoding it is.
class EncodingProbe {
public:
    void add(std::string_view bytes)
    {
        if (m_head.size() < kHead) {
            m_head.append(bytes.substr(0, kHead - m_head.size()));
        }
        if (m_rest.empty()) {
            scan(bytes);
            return;
        }
        const std::string text = std::exchange(m_rest, {}) + std::string(bytes);
        scan(text);
    }

    Encoding result() const
    {
        const std::string_view head = m_head;
        if (head.starts_with("\xEF\xBB\xBF")) {
            return {"utf-8"};
        }
        if (head.starts_with(std::string_view("\xFF\xFE\0\0", 4))) {
            return {"utf-32le"};
        }
        if (head.starts_with(std::string_view("\0\0\xFE\xFF", 4))) {
            return {"utf-32be"};
        }
        if (head.starts_with("\xFF\xFE")) {
            return {"utf-16le"};
        }
        if (head.starts_with("\xFE\xFF")) {
            return {"utf-16be"};
        }
        // ASCII written as UTF-16 is valid UTF-8 full of NULs, so its zeros are looked at first.
        if (const auto wide = wideByZeros()) {
            return *wide;
        }
        const std::int64_t broken = m_broken + (m_rest.empty() ? 0 : 1);
        const bool mostlyUtf8 = m_multibyte >= 10 * broken;
        return {broken == 0 || mostlyUtf8 ? "utf-8" : "windows-1252"};
    }

private:
    static constexpr std::size_t kHead = 64 * 1024;

    void scan(std::string_view text)
    {
        std::size_t at = 0;
        while (at < text.size()) {
            at += asciiPrefix(text.substr(at));
            if (at == text.size()) {
                break;
            }
            const Utf8Step step = utf8Step(text.substr(at));
            if (step.cut) {
                m_rest = text.substr(at);
                return;
            }
            ++(step.valid ? m_multibyte : m_broken);
            at += step.length;
        }
    }

    // In UTF-16 at least the separators and line ends have a zero byte, always on the same side.
    std::optional<Encoding> wideByZeros() const
    {
        std::array<std::size_t, 2> zeros{};
        for (std::size_t i = 0; i + 1 < m_head.size(); i += 2) {
            zeros[0] += m_head[i] == '\0' ? 1 : 0;
            zeros[1] += m_head[i + 1] == '\0' ? 1 : 0;
        }
        const std::size_t pairs = m_head.size() / 2;
        const auto enough = [pairs](std::size_t count) {
            return count >= 3 && count * 12 >= pairs;
        };
        if (enough(zeros[1]) && zeros[0] == 0) {
            return Encoding{"utf-16le"};
        }
        if (enough(zeros[0]) && zeros[1] == 0) {
            return Encoding{"utf-16be"};
        }
        return std::nullopt;
    }

    std::string m_head;
    std::string m_rest;
    std::int64_t m_multibyte = 0;
    std::int64_t m_broken = 0;
};

} // namespace

Result<Encoding> encodingNamed(std::string_view name)
{
    const std::string compact = compactName(name);
    for (const Alias& alias : kAliases) {
        if (alias.compact == compact) {
            return Encoding{std::string(alias.name)};
        }
    }
    const std::string lower = lowered(name);
    // An unknown name makes iconv_open fail; "//IGNORE" and the like are no part of a name.
    if (!lower.empty() && lower.find('/') == std::string::npos) {
        const iconv_t handle = iconv_open("UTF-8", lower.c_str());
        if (handle != reinterpret_cast<iconv_t>(-1)) {
            iconv_close(handle);
            return Encoding{lower};
        }
    }
    return fail(ErrorCode::NotFound, "encoding '" + std::string(name) + "'",
                "known are utf-8, utf-16le, utf-16be, windows-1252, iso-8859-1, iso-8859-15 and "
                "the names that `iconv -l` lists");
}

Encoding detectEncoding(std::string_view bytes)
{
    EncodingProbe probe;
    probe.add(bytes);
    return probe.result();
}

Result<Encoding> detectFileEncoding(const std::string& path)
{
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"),
                                                         &std::fclose);
    if (!file) {
        return fail(errno == ENOENT ? ErrorCode::NotFound : ErrorCode::Io, path,
                    std::strerror(errno));
    }
    EncodingProbe probe;
    std::string bytes(256 * 1024, '\0');
    std::size_t count = 0;
    while ((count = std::fread(bytes.data(), 1, bytes.size(), file.get())) > 0) {
        probe.add(std::string_view(bytes).substr(0, count));
    }
    if (std::ferror(file.get()) != 0) {
        return fail(ErrorCode::Io, path, std::strerror(errno));
    }
    return probe.result();
}

class Decoder::Iconv {
public:
    explicit Iconv(const std::string& name) : m_handle(iconv_open("UTF-8", name.c_str())) {}
    ~Iconv()
    {
        if (valid()) {
            iconv_close(m_handle);
        }
    }
    Iconv(const Iconv&) = delete;
    Iconv& operator=(const Iconv&) = delete;

    bool valid() const { return m_handle != reinterpret_cast<iconv_t>(-1); }
    iconv_t handle() const { return m_handle; }

private:
    iconv_t m_handle;
};

Decoder::Decoder(const Encoding& encoding)
{
    if (encoding.name == "utf-16le") {
        m_kind = Kind::Utf16LittleEndian;
    } else if (encoding.name == "utf-16be") {
        m_kind = Kind::Utf16BigEndian;
    } else if (encoding.name == "windows-1252") {
        m_kind = Kind::SingleByte;
        m_high = kWindows1252.data();
    } else if (encoding.name == "iso-8859-1") {
        m_kind = Kind::SingleByte;
        m_high = kLatin1.data();
    } else if (encoding.name == "iso-8859-15") {
        m_kind = Kind::SingleByte;
        m_high = kLatin9.data();
    } else if (encoding.name != "utf-8") {
        m_iconv = std::make_unique<Iconv>(encoding.name);
        m_kind = m_iconv->valid() ? Kind::Iconv : Kind::Utf8;
    }
}

Decoder::~Decoder() = default;
Decoder::Decoder(Decoder&&) noexcept = default;
Decoder& Decoder::operator=(Decoder&&) noexcept = default;

void Decoder::replace(std::string& out)
{
    appendUtf8(0xFFFD, out);
    ++m_replaced;
}

void Decoder::decode(std::string_view bytes, bool last, std::string& out)
{
    const std::size_t before = out.size();
    std::string joined;
    if (!m_rest.empty()) {
        joined = std::exchange(m_rest, {});
        joined.append(bytes);
        bytes = joined;
    }
    switch (m_kind) {
    case Kind::Utf8:
        decodeUtf8(bytes, last, out);
        break;
    case Kind::Utf16LittleEndian:
    case Kind::Utf16BigEndian:
        decodeUtf16(bytes, last, out);
        break;
    case Kind::SingleByte:
        decodeSingleByte(bytes, out);
        break;
    case Kind::Iconv:
        decodeIconv(bytes, last, out);
        break;
    }
    if (m_atStart && out.size() > before) {
        m_atStart = false;
        if (std::string_view(out).substr(before).starts_with("\xEF\xBB\xBF")) {
            out.erase(before, 3);
        }
    }
}

void Decoder::decodeUtf8(std::string_view bytes, bool last, std::string& out)
{
    std::size_t good = 0; // bytes from here to `at` are valid and not yet copied
    std::size_t at = 0;
    while (at < bytes.size()) {
        at += asciiPrefix(bytes.substr(at));
        if (at == bytes.size()) {
            break;
        }
        const Utf8Step step = utf8Step(bytes.substr(at));
        if (step.valid) {
            at += step.length;
            continue;
        }
        out.append(bytes.substr(good, at - good));
        if (step.cut && !last) {
            m_rest = bytes.substr(at);
            return;
        }
        replace(out);
        at += step.length;
        good = at;
    }
    out.append(bytes.substr(good));
}

void Decoder::decodeUtf16(std::string_view bytes, bool last, std::string& out)
{
    const std::size_t low = m_kind == Kind::Utf16LittleEndian ? 0 : 1;
    const auto unit = [&](std::size_t at) {
        return static_cast<char32_t>(static_cast<unsigned char>(bytes[at + low]) |
                                     (static_cast<unsigned char>(bytes[at + 1 - low]) << 8));
    };
    std::size_t at = 0;
    for (; at + 1 < bytes.size(); at += 2) {
        const char32_t first = unit(at);
        if (first < 0xD800 || first > 0xDFFF) {
            appendUtf8(first, out);
            continue;
        }
        if (first <= 0xDBFF && at + 3 >= bytes.size() && !last) {
            break;
        }
        const char32_t second = at + 3 < bytes.size() ? unit(at + 2) : 0;
        if (first <= 0xDBFF && second >= 0xDC00 && second <= 0xDFFF) {
            appendUtf8(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00), out);
            at += 2;
        } else {
            replace(out);
        }
    }
    if (at < bytes.size() && last) {
        replace(out);
    } else {
        m_rest = bytes.substr(at);
    }
}

void Decoder::decodeSingleByte(std::string_view bytes, std::string& out) const
{
    while (!bytes.empty()) {
        const std::size_t ascii = asciiPrefix(bytes);
        out.append(bytes.substr(0, ascii));
        bytes.remove_prefix(ascii);
        if (!bytes.empty()) {
            appendUtf8(m_high[static_cast<unsigned char>(bytes.front()) - 0x80], out);
            bytes.remove_prefix(1);
        }
    }
}

void Decoder::decodeIconv(std::string_view bytes, bool last, std::string& out)
{
    std::string input(bytes); // iconv takes a pointer to non-const
    char* from = input.data();
    std::size_t left = input.size();
    std::array<char, 16 * 1024> buffer;
    while (left > 0) {
        char* to = buffer.data();
        std::size_t room = buffer.size();
        const std::size_t done = iconv(m_iconv->handle(), &from, &left, &to, &room);
        const int reason = errno;
        out.append(buffer.data(), buffer.size() - room);
        if (done != static_cast<std::size_t>(-1) || reason == E2BIG) {
            continue;
        }
        if (reason == EINVAL && !last) {
            m_rest.assign(from, left);
            return;
        }
        replace(out);
        ++from;
        --left;
    }
}

} // namespace tandem

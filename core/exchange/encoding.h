// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace tandem {

/// How the bytes of a file stand for characters: a name such as "utf-8", "utf-16le",
/// "windows-1252", "iso-8859-15", or any other name that iconv(3) knows ("shift_jis"). Lower case.
struct Encoding {
    std::string name = "utf-8";

    bool operator==(const Encoding&) const = default;
};

/// The encoding of that name in any spelling ("UTF8", "Latin-1", "cp1252"); NotFound for a name
/// that this machine cannot decode.
Result<Encoding> encodingNamed(std::string_view name);

/// The encoding that `bytes` look like: by byte order mark, else strict UTF-8, else UTF-16 by its
/// zero bytes, else windows-1252. A text that is UTF-8 but for a few broken bytes stays UTF-8.
Encoding detectEncoding(std::string_view bytes);

/// The same for a whole file, read once in constant memory. Fails as opening and reading do.
Result<Encoding> detectFileEncoding(const std::string& path);

/// Decodes bytes to UTF-8 piece by piece in constant memory. A byte order mark at the start is
/// dropped; what is no character becomes U+FFFD and is counted.
class Decoder {
public:
    /// `encoding` must come from encodingNamed or detectEncoding; another name decodes as UTF-8.
    explicit Decoder(const Encoding& encoding);
    ~Decoder();
    Decoder(Decoder&&) noexcept;
    Decoder& operator=(Decoder&&) noexcept;

    /// Appends the text of the next bytes to `out`. Bytes of a character cut at the end are kept
    /// for the next call, unless this is the `last`.
    void decode(std::string_view bytes, bool last, std::string& out);

    /// How many times U+FFFD was put in.
    std::int64_t replaced() const { return m_replaced; }

private:
    class Iconv;
    enum class Kind { Utf8, Utf16LittleEndian, Utf16BigEndian, SingleByte, Iconv };

    void decodeUtf8(std::string_view bytes, bool last, std::string& out);
    void decodeUtf16(std::string_view bytes, bool last, std::string& out);
    void decodeSingleByte(std::string_view bytes, std::string& out) const;
    void decodeIconv(std::string_view bytes, bool last, std::string& out);
    void replace(std::string& out);

    Kind m_kind = Kind::Utf8;
    const char32_t* m_high = nullptr; // the characters of 0x80…0xFF, for SingleByte
    std::unique_ptr<Iconv> m_iconv;
    std::string m_rest; // the bytes of a character that the last piece cut
    bool m_atStart = true;
    std::int64_t m_replaced = 0;
};

} // namespace tandem

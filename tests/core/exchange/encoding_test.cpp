// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/exchange/encoding.h"
#include "core/exchange/text_stream.h"

#include <catch2/catch.hpp>

using namespace tandem;
using namespace std::string_literals;

namespace {

std::string decoded(std::string_view bytes, const std::string& encoding, std::size_t step)
{
    Decoder decoder{Encoding{encoding}};
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += step) {
        decoder.decode(bytes.substr(at, step), false, text);
    }
    decoder.decode({}, true, text);
    return text;
}

std::string readAll(TextStream stream)
{
    std::string text;
    for (;;) {
        const auto more = stream.read(text);
        REQUIRE(more);
        if (!*more) {
            return text;
        }
    }
}

} // namespace

TEST_CASE("a byte order mark decides the encoding")
{
    CHECK(detectEncoding("\xEF\xBB\xBFname").name == "utf-8");
    CHECK(detectEncoding("\xFF\xFEn\0"s).name == "utf-16le");
    CHECK(detectEncoding("\xFE\xFF\0n"s).name == "utf-16be");
    CHECK(detectEncoding("\xFF\xFE\0\0n\0\0\0"s).name == "utf-32le");
    CHECK(detectEncoding("\0\0\xFE\xFF\0\0\0n"s).name == "utf-32be");
}

TEST_CASE("without a mark a text is UTF-8 if it can be, else windows-1252")
{
    CHECK(detectEncoding("").name == "utf-8");
    CHECK(detectEncoding("a,b\n1,2\n").name == "utf-8");
    CHECK(detectEncoding("Zo\xC3\xAB").name == "utf-8");
    CHECK(detectEncoding("Zo\xEB").name == "windows-1252");
    CHECK(detectEncoding("caf\xE9,\x80 5\n").name == "windows-1252");
    CHECK(detectEncoding("ends in the middle \xC3").name == "windows-1252");
}

TEST_CASE("one broken byte among many characters leaves a text UTF-8")
{
    std::string text;
    for (int i = 0; i < 20; ++i) {
        text += "ü";
    }
    CHECK(detectEncoding(text + "\xFF").name == "utf-8");
    CHECK(detectEncoding("ü\xFF").name == "windows-1252");
}

TEST_CASE("UTF-16 without a mark is known by its zero bytes, stray NULs are not")
{
    CHECK(detectEncoding("a\0,\0b\0\n\0001\0,\0002\0"s).name == "utf-16le");
    CHECK(detectEncoding("\0a\0,\0b\0\n\0001\0,\0002"s).name == "utf-16be");
    CHECK(detectEncoding("a,b,c\n\0,2,3"s).name == "utf-8");
}

TEST_CASE("encodings have names in many spellings")
{
    CHECK(encodingNamed("UTF8")->name == "utf-8");
    CHECK(encodingNamed("Latin-1")->name == "iso-8859-1");
    CHECK(encodingNamed("ISO_8859-15")->name == "iso-8859-15");
    CHECK(encodingNamed("CP1252")->name == "windows-1252");
    CHECK(encodingNamed("Shift_JIS")->name == "shift_jis");
    CHECK(encodingNamed("windows-1250")->name == "windows-1250");
    const auto unknown = encodingNamed("klingon");
    REQUIRE(!unknown);
    CHECK(unknown.error().code == ErrorCode::NotFound);
    CHECK(!encodingNamed(""));
    CHECK(!encodingNamed("utf-8//IGNORE"));
}

TEST_CASE("every way of cutting the bytes decodes to the same text")
{
    const std::string text = "Zoë €5, 名前 😎\r\nend";
    const auto step = GENERATE(1U, 2U, 3U, 5U, 100U);
    CAPTURE(step);
    CHECK(decoded(text, "utf-8", step) == text);
    CHECK(decoded("\xEF\xBB\xBF" + text, "utf-8", step) == text);
    CHECK(decoded("Z\0o\0\xEB\0=\xD8\x0E\xDE"s, "utf-16le", step) == "Zoë😎");
    CHECK(decoded("\xFE\xFF\0Z\0o\0\xEB\xD8=\xDE\x0E"s, "utf-16be", step) == "Zoë😎");
    CHECK(decoded("Zo\xEB \x80 \x93x\x94", "windows-1252", step) == "Zoë € “x”");
    CHECK(decoded("\xA4\xE9", "iso-8859-15", step) == "€é");
    CHECK(decoded("\xA4\xE9", "iso-8859-1", step) == "¤é");
    CHECK(decoded("\x96\xBC\x91O", "shift_jis", step) == "名前");
    CHECK(decoded("\xB3\xF3"
                  "d\x9F",
                  "windows-1250", step) == "łódź");
    CHECK(decoded("\xFF\xFE\0\0Z\0\0\0"s, "utf-32le", step) == "Z");
}

TEST_CASE("what is no character becomes the replacement character and is counted")
{
    Decoder decoder{Encoding{"utf-8"}};
    std::string text;
    decoder.decode("a\xFF"
                   "b\xED\xA0\x80"
                   "c\xC3",
                   true, text);
    CHECK(isUtf8(text));
    CHECK(text.starts_with("a\uFFFDb"));
    CHECK(text.ends_with("c\uFFFD"));
    CHECK(decoder.replaced() >= 3);

    Decoder wide{Encoding{"utf-16le"}};
    text.clear();
    wide.decode("\x3D\xD8x\0y"s, true, text);
    CHECK(text == "\uFFFDx\uFFFD");
}

TEST_CASE("random bytes decode to UTF-8 in every encoding")
{
    std::uint32_t state = 12345;
    std::string bytes;
    for (int i = 0; i < 5000; ++i) {
        state = state * 1664525 + 1013904223;
        bytes.push_back(static_cast<char>(state >> 24));
    }
    for (const auto* name :
         {"utf-8", "utf-16le", "utf-16be", "windows-1252", "iso-8859-15", "shift_jis", "gb18030"}) {
        CAPTURE(name);
        CHECK(isUtf8(decoded(bytes, name, 1)));
        CHECK(decoded(bytes, name, 1) == decoded(bytes, name, 4096));
    }
}

TEST_CASE("a stream leaves NUL characters out and counts them")
{
    const std::string bytes = "a\0b\0\0c"s;
    TextStream stream = TextStream::over(bytes, Encoding{}, 2);
    std::string text;
    while (*stream.read(text)) {
    }
    CHECK(text == "abc");
    CHECK(stream.nulCharacters() == 3);
    CHECK(stream.bytesRead() == 6);
    CHECK(stream.size() == 6);
}

TEST_CASE("a missing file and a folder are errors, not empty text")
{
    const auto missing = TextStream::open("/nowhere/at/all.csv", Encoding{});
    REQUIRE(!missing);
    CHECK(missing.error().code == ErrorCode::NotFound);
    CHECK(detectFileEncoding("/nowhere/at/all.csv").error().code == ErrorCode::NotFound);
    CHECK(detectFileEncoding("/").error().code == ErrorCode::Io);
}

TEST_CASE("an empty text ends at once")
{
    CHECK(readAll(TextStream::over("", Encoding{})).empty());
}

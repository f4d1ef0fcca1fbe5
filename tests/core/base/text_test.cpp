// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "core/base/text.h"

#include <catch2/catch.hpp>

using namespace tandem;

TEST_CASE("white space goes from both ends, the typographic kind too")
{
    CHECK(trimmed("  a b \t\r\n").compare("a b") == 0);
    CHECK(trimmed("\xEF\xBB\xBF\xC2\xA0 x \xC2\xA0").compare("x") == 0);
    CHECK(trimmed("").empty());
    CHECK(trimmed(" \xC2\xA0\t").empty());
    CHECK(trimmed("é").compare("é") == 0);
    CHECK(trimmed("\xC2").compare("\xC2") == 0);
}

TEST_CASE("folding lowers letters and takes their diacritics off")
{
    CHECK(folded("Ärzte ÜBER Öl") == "arzte uber ol");
    CHECK(folded("Straße GROẞ") == "strasse gross");
    CHECK(folded("Æsop Œuvre Þór Ĳssel") == "aesop oeuvre thor ijssel");
    CHECK(folded("Łódź Đorđević Øre Ħal") == "lodz dordevic ore hal");
    CHECK(folded("Čapek Škoda Žižkov Ůvod Ěva") == "capek skoda zizkov uvod eva");
    CHECK(folded("Ștefan Țepeș") == "stefan tepes");
    CHECK(folded("İstanbul ığdır") == "istanbul igdir");
    CHECK(folded("Nguyễn Việt Ðặng") == "nguyen viet dang");
    CHECK(folded("naïve façade crème brûlée") == "naive facade creme brulee");
}

TEST_CASE("a decomposed letter folds like a composed one")
{
    CHECK(folded("Mu\xCC\x88ller") == folded("Müller"));
    CHECK(folded("Vie\xCC\xA3\xCC\x82t") == "viet");
    // Not a Latin letter: the breve of й belongs to it.
    CHECK(folded("и\xCC\x86") == "и\xCC\x86");
}

TEST_CASE("folding lowers Greek and Cyrillic and leaves other scripts")
{
    CHECK(folded("МОСКВА Ёлка") == "москва ёлка");
    CHECK(folded("ΟΔΟΣ") == folded("οδος"));
    CHECK(folded("東京 tokyo") == "東京 tokyo");
    CHECK(folded("a × b ÷ c") == "a × b ÷ c");
    CHECK(folded("🙂 OK") == "🙂 ok");
}

TEST_CASE("folding makes runs of white space one space")
{
    CHECK(folded("  A\t\n B\xC2\xA0\xC2\xA0"
                 "C  ") == "a b c");
    CHECK(folded("\xEF\xBB\xBFName") == "name");
    CHECK(folded("a\xE2\x80\x89"
                 "b") == "a b");
    CHECK(folded("   ").empty());
}

TEST_CASE("folding passes bytes that are no UTF-8 through")
{
    CHECK(folded("A\xFF"
                 "B") == "a\xFF"
                         "b");
    CHECK(folded("\xC3") == "\xC3");
    CHECK(folded("\xE2\x82") == "\xE2\x82");
}

TEST_CASE("folding a folded text changes nothing, whatever the bytes")
{
    Random random(1);
    for (int round = 0; round < 3'000; ++round) {
        std::string text;
        const auto length = random.below(24);
        for (std::uint64_t i = 0; i < length; ++i) {
            text +=
                static_cast<char>(random.chance(0.5) ? 0xC3 + random.below(3) : random.below(256));
        }
        const std::string once = folded(text);
        if (folded(once) != once) {
            FAIL("round " << round);
        }
        CHECK(trimmed(once).size() == once.size());
    }
}

TEST_CASE("only ASCII letters are lowered by the ASCII fold")
{
    CHECK(lowerAscii("ABC xyz 1Z") == "abc xyz 1z");
    CHECK(lowerAscii("Ä") == "Ä");
}

TEST_CASE("an e-mail address is freed of what surrounds it")
{
    for (const char* text : {"ada@example.org", "  Ada@Example.ORG ", "mailto:ada@example.org",
                             "MAILTO:Ada@example.org?subject=Hi", "Ada Lovelace <ada@example.org>",
                             "\"Lovelace, Ada\" < Ada@Example.org >", "<mailto:ada@example.org>",
                             "\xC2\xA0"
                             "ada@example.org\xEF\xBB\xBF"}) {
        INFO(text);
        CHECK(normalisedEmail(text) == "ada@example.org");
    }
}

TEST_CASE("a text that is no e-mail address becomes empty")
{
    for (const char* text :
         {"", "   ", "ada", "@example.org", "ada@", "@", "<>", "mailto:", "<a@>"}) {
        INFO(text);
        CHECK(normalisedEmail(text).empty());
    }
}

TEST_CASE("UTF-8 is told from other bytes")
{
    CHECK(isUtf8(""));
    CHECK(isUtf8("plain, Größe, 東京, 🙂"));
    CHECK(isUtf8("\xF4\x8F\xBF\xBF"));
    CHECK_FALSE(isUtf8("Gr\xF6\xDF"
                       "e"));
    CHECK_FALSE(isUtf8("\xC0\xAF"));         // overlong
    CHECK_FALSE(isUtf8("\xE0\x80\xAF"));     // overlong
    CHECK_FALSE(isUtf8("\xF0\x80\x80\xAF")); // overlong
    CHECK_FALSE(isUtf8("\xED\xA0\x80"));     // a surrogate
    CHECK_FALSE(isUtf8("\xF4\x90\x80\x80")); // beyond Unicode
    CHECK_FALSE(isUtf8("\xE2\x82"));         // cut off
    CHECK_FALSE(isUtf8("\x80"));
}

TEST_CASE("the edit distance counts insertions, deletions and replacements")
{
    CHECK(editDistance("", "") == 0);
    CHECK(editDistance("abc", "") == 3);
    CHECK(editDistance("kitten", "sitting") == 3);
    CHECK(editDistance("flaw", "lawn") == 2);
}

TEST_CASE("the edit distance is symmetric and keeps the triangle inequality")
{
    Random random(2);
    const auto word = [&random] {
        std::string text(random.below(9), 'a');
        for (char& c : text) {
            c = static_cast<char>('a' + random.below(3));
        }
        return text;
    };
    for (int i = 0; i < 1'000; ++i) {
        const std::string a = word();
        const std::string b = word();
        const std::string c = word();
        CHECK(editDistance(a, b) == editDistance(b, a));
        CHECK(editDistance(a, c) <= editDistance(a, b) + editDistance(b, c));
        CHECK((editDistance(a, b) == 0) == (a == b));
    }
}

TEST_CASE("near names come with the nearest first and no more than wanted")
{
    const std::vector<std::string> names{"Lead", "MQL", "SQL", "Opportunity", "Customer", "Lead 2"};
    CHECK(nearNames("leed", names) == std::vector<std::string>{"Lead"});
    CHECK(nearNames("oportunity", names) == std::vector<std::string>{"Opportunity"});
    CHECK(nearNames("lead", names) == std::vector<std::string>{"Lead", "Lead 2"});
    CHECK(nearNames("lead", names, 1) == std::vector<std::string>{"Lead"});
    CHECK(nearNames("cust", names) == std::vector<std::string>{"Customer"});
    CHECK(nearNames("MQl", names, 2) == std::vector<std::string>{"MQL", "SQL"});
    CHECK(nearNames("zzzzzz", names).empty());
    CHECK(nearNames("x", {}).empty());
}

TEST_CASE("a text is split at each separator and joined again")
{
    using Parts = std::vector<std::string_view>;
    CHECK(split("a,b,,c", ',') == Parts{"a", "b", "", "c"});
    CHECK(split("", ',') == Parts{""});
    CHECK(split(",", ',') == Parts{"", ""});
    CHECK(joined({}, ", ").empty());
    CHECK(joined({"a"}, ", ") == "a");
    CHECK(joined({"a", "", "c"}, ", ") == "a, , c");
}

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/text_test.h"

#include <catch2/catch.hpp>
#include <limits>

using namespace tandem;

namespace {

constexpr Instant kNow{1'778'580'000}; // 2026-05-12

Truth test(Operator op, const std::string& value, std::string_view text)
{
    return testText(op, {value}, text, kNow);
}

} // namespace

TEST_CASE("numbers are read as people write them")
{
    constexpr double endless = std::numeric_limits<double>::infinity();
    CHECK(numberSpan("240") == NumberSpan{240, 240});
    CHECK(numberSpan("51-200 employees") == NumberSpan{51, 200});
    CHECK(numberSpan("51 \xe2\x80\x93 200") == NumberSpan{51, 200});
    CHECK(numberSpan("1,001 to 5,000") == NumberSpan{1'001, 5'000});
    CHECK(numberSpan("10,000+") == NumberSpan{10'000, endless});
    CHECK(numberSpan("about 12.5 t") == NumberSpan{12.5, 12.5});
    CHECK(numberSpan("-3") == NumberSpan{-3, -3});
    CHECK(numberSpan("< 50")->high < 50.0);
    CHECK(numberSpan("> 50")->low > 50.0);
    CHECK_FALSE(numberSpan("many"));
    CHECK_FALSE(numberSpan(""));
}

TEST_CASE("a limit that cuts a span leaves the truth unknown")
{
    CHECK(test(Operator::AtLeast, "200", "51-200") == Truth::NotKnown);
    CHECK(test(Operator::AtLeast, "51", "51-200") == Truth::Met);
    CHECK(test(Operator::AtLeast, "201", "51-200") == Truth::NotMet);
    CHECK(test(Operator::AtMost, "200", "51-200") == Truth::Met);
    CHECK(test(Operator::AtMost, "50", "51-200") == Truth::NotMet);
    CHECK(test(Operator::AtMost, "100", "51-200") == Truth::NotKnown);
}

TEST_CASE("a blank is not known, unless it is asked for")
{
    for (const Operator op : {Operator::Is, Operator::IsNot, Operator::Contains, Operator::AtLeast,
                              Operator::Before, Operator::WithinDays}) {
        CHECK(test(op, "5", "  ") == Truth::NotKnown);
    }
    CHECK(test(Operator::Is, "", "") == Truth::Met);
    CHECK(testText(Operator::Blank, {}, "", kNow) == Truth::Met);
    CHECK(testText(Operator::Known, {}, "", kNow) == Truth::NotMet);
    CHECK(testText(Operator::Known, {}, "x", kNow) == Truth::Met);
}

TEST_CASE("texts compare without regard to case, accents and spaces at the ends")
{
    CHECK(test(Operator::Is, "M\xc3\xbcller", " muller ") == Truth::Met);
    CHECK(test(Operator::IsNot, "search", "Search") == Truth::NotMet);
    CHECK(test(Operator::Contains, "plant", "Head of Plant operations") == Truth::Met);
    CHECK(test(Operator::StartsWith, "head", "Head of Plant operations") == Truth::Met);
    CHECK(test(Operator::StartsWith, "plant", "Head of Plant operations") == Truth::NotMet);
    CHECK(test(Operator::Contains, "", "anything") == Truth::NotMet);
}

TEST_CASE("dates compare by day")
{
    CHECK(test(Operator::Before, "2026-05-12", "2026-05-11") == Truth::Met);
    CHECK(test(Operator::Before, "2026-05-12", "2026-05-12") == Truth::NotMet);
    CHECK(test(Operator::After, "2026-05-11", "2026-05-12T08:00:00Z") == Truth::Met);
    CHECK(test(Operator::WithinDays, "30", "2026-04-12") == Truth::Met);
    CHECK(test(Operator::WithinDays, "30", "2026-04-11") == Truth::NotMet);
    CHECK(test(Operator::WithinDays, "30", "2026-05-13") == Truth::NotMet);
    CHECK(test(Operator::WithinDays, "30", "last week") == Truth::NotKnown);
}

TEST_CASE("counts compare exactly")
{
    CHECK(testNumber(Operator::AtLeast, {"2"}, 2) == Truth::Met);
    CHECK(testNumber(Operator::AtLeast, {"2"}, 1) == Truth::NotMet);
    CHECK(testNumber(Operator::AtMost, {"0"}, 0) == Truth::Met);
    CHECK(testNumber(Operator::Is, {"3", "4"}, 4) == Truth::Met);
    CHECK(testNumber(Operator::IsNot, {"3"}, 4) == Truth::Met);
}

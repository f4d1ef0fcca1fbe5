// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/number_format.h"

#include <catch2/catch.hpp>

using namespace tandem;

namespace {

using Fit = NumberColumnProbe::Fit;

std::optional<std::int64_t> cents(std::string_view cell, DecimalSign sign = DecimalSign::Point)
{
    const auto money = readMoney(cell, sign, 2);
    return money ? std::optional(money->minor) : std::nullopt;
}

std::optional<std::int64_t> commaCents(std::string_view cell)
{
    return cents(cell, DecimalSign::Comma);
}

NumberColumnProbe::Finding probe(const std::vector<std::string>& cells)
{
    NumberColumnProbe column;
    std::int64_t row = 0;
    for (const std::string& cell : cells) {
        column.add(cell, ++row);
    }
    return column.finding();
}

} // namespace

TEST_CASE("money is read with its sign, groups and suffix")
{
    CHECK(cents("0") == 0);
    CHECK(cents("5") == 500);
    CHECK(cents(" 1054 ") == 105'400);
    CHECK(cents("$22,700.00") == 2'270'000);
    CHECK(cents("$342.09K") == 34'209'000);
    CHECK(cents("$1,117.10K") == 111'710'000);
    CHECK(cents("1.5M") == 150'000'000);
    CHECK(cents("USD 2.5bn") == 250'000'000'000);
    CHECK(cents("US$ 12") == 1'200);
    CHECK(cents("12.34 EUR") == 1'234);
    CHECK(cents("EUR12.34") == 1'234);
    CHECK(cents("12,34,567.89") == 123'456'789);
    CHECK(cents("1'234.50") == 123'450);
    CHECK(cents("1\u202F234.50") == 123'450);
    CHECK(cents("100 kr") == 10'000);
    CHECK(cents(".5") == 50);
    CHECK(cents("1.2E+03") == 120'000);
    CHECK(commaCents("1.234,50") == 123'450);
    CHECK(commaCents("1.234,50 €") == 123'450);
    CHECK(commaCents("200.000.000") == 20'000'000'000);
    CHECK(commaCents("1,7") == 170);
    CHECK(commaCents("1 234,5") == 123'450);
    CHECK(commaCents("1\u00A0234,5") == 123'450);
}

TEST_CASE("negatives are written in many ways")
{
    for (const auto* cell :
         {"-12.50", "($12.50)", "-$12.50", "$-12.50", "12.50-", "\u221212.50", "$ (12.50)"}) {
        CAPTURE(cell);
        if (std::string_view(cell) == "$ (12.50)") {
            CHECK(!cents(cell));
        } else {
            CHECK(cents(cell) == -1'250);
        }
    }
    CHECK(cents("+12.50") == 1'250);
    CHECK(cents("-0.00") == 0);
}

TEST_CASE("surplus places are rounded half away from zero, exactly")
{
    CHECK(cents("0.005") == 1);
    CHECK(cents("-0.005") == -1);
    CHECK(cents("0.0049999999999999999999999") == 0);
    CHECK(cents("1.115") == 112);
    CHECK(cents("2.675") == 268);
    CHECK(cents("74802.971587") == 7'480'297);
    CHECK(readMoney("12.5", DecimalSign::Point, 0)->minor == 13);
    CHECK(readMoney("1.2345", DecimalSign::Point, 3)->minor == 1'235);
    CHECK(cents("0.001") == 0);
    CHECK(cents("0.00001") == 0);
    CHECK(cents("9999999999999999.99") == 999'999'999'999'999'999);
    CHECK(!cents("99999999999999999.99"));
    CHECK(!cents("1E+30"));
}

TEST_CASE("broken numbers are none")
{
    for (const auto* cell :
         {"",       "-",   "$",          "abc", "1.2.3", "1,23",      "12,3456",
          "1,,234", "1 2", "12 km",      "1-2", "--5",   "1.5.",      "0,123",
          "12%",    "1e",  "2021-04-15", "(5",  "$$5",   "1,234 567", "1234,567"}) {
        CAPTURE(cell);
        CHECK(!cents(cell));
    }
}

TEST_CASE("plain numbers are the nearest double, whole numbers are whole")
{
    CHECK(readNumber("0.1", DecimalSign::Point) == 0.1);
    CHECK(readNumber("2.793630", DecimalSign::Point) == 2.79363);
    CHECK(readNumber("-1.234,5", DecimalSign::Comma) == -1234.5);
    CHECK(readNumber("0.000123", DecimalSign::Point) == 0.000123);
    CHECK(readNumber("0", DecimalSign::Point) == 0.0);
    CHECK(readWhole("1,234", DecimalSign::Point) == 1234);
    CHECK(readWhole("12.00", DecimalSign::Point) == 12);
    CHECK(readWhole("100", DecimalSign::Point) == 100);
    CHECK(readWhole("1.5K", DecimalSign::Point) == 1500);
    CHECK(!readWhole("12.5", DecimalSign::Point));
    CHECK(readWhole("-3", DecimalSign::Point) == -3);
}

TEST_CASE("a number keeps the currency that stands beside it")
{
    CHECK(readDecimal("€5", DecimalSign::Point)->currency == "€");
    CHECK(readDecimal("5 USD", DecimalSign::Point)->currency == "USD");
    CHECK(readDecimal("5", DecimalSign::Point)->currency.empty());
}

TEST_CASE("one decisive cell tells a column's decimal sign")
{
    CHECK(probe({"1.234", "1.234,50"}).sign == DecimalSign::Comma);
    CHECK(probe({"1.234", "1.5"}).sign == DecimalSign::Point);
    CHECK(probe({"1,7", "200.000.000"}).sign == DecimalSign::Comma);
    CHECK(probe({"0.123"}).fit == Fit::One);
    CHECK(probe({"12", "5"}).fit == Fit::One);
    CHECK(probe({"1.234,50"}).fit == Fit::One);
}

TEST_CASE("a column of nothing but three digits behind one mark must be asked")
{
    const auto finding = probe({"12", "1.234", "5.678"});
    CHECK(finding.fit == Fit::Ambiguous);
    REQUIRE(finding.examples.size() == 1);
    CHECK(finding.examples.front().text == "1.234");
    CHECK(probe({"1,234"}).fit == Fit::Ambiguous);
}

TEST_CASE("a column that needs both decimal signs is a conflict")
{
    CHECK(probe({"1.5", "1,5"}).fit == Fit::Conflict);
    CHECK(probe({"x", "y"}).fit == Fit::None);
    CHECK(probe({"x", "y"}).badCount == 2);
    CHECK(probe({""}).fit == Fit::Empty);
}

TEST_CASE("yes and no have many words")
{
    CHECK(readYesNo(" Yes ") == true);
    CHECK(readYesNo("TRUE") == true);
    CHECK(readYesNo("0") == false);
    CHECK(readYesNo("No") == false);
    CHECK(!readYesNo("maybe"));
    CHECK(!readYesNo(""));
}

TEST_CASE("a mapping's decimal sign is a point or a comma")
{
    CHECK(*decimalSignNamed(".") == DecimalSign::Point);
    CHECK(*decimalSignNamed(",") == DecimalSign::Comma);
    CHECK(!decimalSignNamed(";"));
}

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/date_format.h"

#include <catch2/catch.hpp>

using namespace tandem;

namespace {

using Fit = DateColumnProbe::Fit;
using Order = DateFormat::Order;

// "2021-04-15", "2021-04-15 12:30:00", with " +7200" behind if an offset is stated; "none".
std::string shown(const std::optional<DateReading>& reading)
{
    if (!reading) {
        return "none";
    }
    std::string text = isoDay(reading->day);
    if (reading->second) {
        text += " " + isoInstant({*reading->second}).substr(11, 8);
    }
    if (reading->utcOffset) {
        text += " " + std::to_string(*reading->utcOffset);
    }
    return text;
}

std::string read(std::string_view cell, const std::string& format = "iso")
{
    const auto named = DateFormat::named(format);
    REQUIRE(named);
    return shown(named->read(cell));
}

DateColumnProbe::Finding probe(const std::vector<std::string>& cells, bool serials = false)
{
    DateColumnProbe column(serials);
    std::int64_t row = 0;
    for (const std::string& cell : cells) {
        column.add(cell, ++row);
    }
    return column.finding();
}

} // namespace

TEST_CASE("dates with the year first are read in any format")
{
    CHECK(read("2021-04-15") == "2021-04-15");
    CHECK(read(" 2021-04-15 ") == "2021-04-15");
    CHECK(read("2021/4/5") == "2021-04-05");
    CHECK(read("2021.04.15") == "2021-04-15");
    CHECK(read("20210415") == "2021-04-15");
    CHECK(read("2021-Apr-15") == "2021-04-15");
    CHECK(read("2020-02-04 4:30:21") == "2020-02-04 04:30:21");
    CHECK(read("2020-02-04T04:30") == "2020-02-04 04:30:00");
    CHECK(read("2024-01-22T16:14:25.000+0000") == "2024-01-22 16:14:25 0");
    CHECK(read("2024-01-22T16:14:25Z") == "2024-01-22 16:14:25 0");
    CHECK(read("2024-01-22 16:14:25.5+02:00") == "2024-01-22 16:14:25 7200");
    CHECK(read("2024-01-22 16:14:25 -05") == "2024-01-22 16:14:25 -18000");
    CHECK(read("2024-01-22 16:14:25 UTC") == "2024-01-22 16:14:25 0");
    CHECK(read("2024-01-22", "day-first") == "2024-01-22");
    CHECK(read("2024-01-22", "month-first") == "2024-01-22");
}

TEST_CASE("dates with an English month's name are read in any format")
{
    CHECK(read("15 Apr, 2021 00:03:00") == "2021-04-15 00:03:00");
    CHECK(read("15 Apr 2021") == "2021-04-15");
    CHECK(read("Apr 15, 2021") == "2021-04-15");
    CHECK(read("April 15 2021") == "2021-04-15");
    CHECK(read("15-Apr-21") == "2021-04-15");
    CHECK(read("15/APR/2021 3:05 PM") == "2021-04-15 15:05:00");
    CHECK(read("1 Sept 2021") == "2021-09-01");
    CHECK(read("Sep. 1, 2021") == "2021-09-01");
    CHECK(read("1st May 2021") == "2021-05-01");
    CHECK(read("Thu, 15 Apr 2021 10:00:00 +0200") == "2021-04-15 10:00:00 7200");
    CHECK(read("Apr 15, 2021 at 12:00 am") == "2021-04-15 00:00:00");
    CHECK(read("15 Foo 2021") == "none");
    CHECK(read("15 Ap 2021") == "none");
}

TEST_CASE("numbers in day or month order are read as the format says")
{
    CHECK(read("03/04/2021", "day-first") == "2021-04-03");
    CHECK(read("03/04/2021", "month-first") == "2021-03-04");
    CHECK(read("03/04/2021", "iso") == "none");
    CHECK(read("3.4.2021 7:05", "day-first") == "2021-04-03 07:05:00");
    CHECK(read("3-4-21", "day-first") == "2021-04-03");
    CHECK(read("5/19/2006 0:00:00", "month-first") == "2006-05-19 00:00:00");
    CHECK(read("3/30/12", "month-first") == "2012-03-30");
    CHECK(read("1/2/69", "day-first") == "1969-02-01");
    CHECK(read("1/2/68", "day-first") == "2068-02-01");
    CHECK(read("12/31/2021 11:59:59 PM", "month-first") == "2021-12-31 23:59:59");
    CHECK(read("31/12/2021", "month-first") == "none");
}

TEST_CASE("what only looks like a date is none")
{
    for (const auto* cell : {"",
                             "n/a",
                             "12",
                             "4.5",
                             "2021",
                             "10.0.0.1",
                             "1.2.3",
                             "2021-13-01",
                             "31/02/2021",
                             "29/02/2021",
                             "2021-04-15x",
                             "2021-04-15 25:00",
                             "2021-04-15 10:60",
                             "2021-04-15 13:00 PM",
                             "2021-04-15,",
                             "1/2-2021",
                             "2021-04-15 10:00 +99",
                             "12345678",
                             "2021-04-15T",
                             "00/04/2021",
                             "15 Apr 2021 10",
                             "1 2 2021",
                             "2021--04-15",
                             "44301"}) {
        CAPTURE(cell);
        CHECK(read(cell, "day-first") == "none");
    }
    CHECK(read("29/02/2024", "day-first") == "2024-02-29");
}

TEST_CASE("Excel serial numbers and epoch seconds are read when asked for")
{
    CHECK(read("44301", "excel") == "2021-04-15");
    CHECK(read("44301.5", "excel") == "2021-04-15 12:00:00");
    CHECK(read("44301.999999", "excel") == "2021-04-16 00:00:00");
    CHECK(read("25569.0", "excel") == "1970-01-01 00:00:00");
    CHECK(read("2021", "excel") == "none");
    CHECK(read("44301x", "excel") == "none");
    CHECK(read("2021-04-15", "excel") == "2021-04-15");
    CHECK(read("1618444800", "epoch") == "2021-04-15 00:00:00 0");
    CHECK(read("1618444800500", "epoch") == "2021-04-15 00:00:00 0");
    CHECK(read("-1", "epoch") == "1969-12-31 23:59:59 0");
}

TEST_CASE("an explicit pattern is obeyed")
{
    CHECK(read("03-04-2021 17:05", "dd-MM-yyyy HH:mm") == "2021-04-03 17:05:00");
    CHECK(read("3-4-2021 7:05", "dd-MM-yyyy HH:mm") == "2021-04-03 07:05:00");
    CHECK(read("03-04-2021", "dd-MM-yyyy HH:mm") == "2021-04-03");
    CHECK(read("03-04-2021 17:05:09", "dd-MM-yyyy HH:mm") == "2021-04-03 17:05:09");
    CHECK(read("03-04-2021 17:05", "dd-MM-yyyy") == "2021-04-03 17:05:00");
    CHECK(read("2021-15-04", "yyyy-dd-MM") == "2021-04-15");
    CHECK(read("21/04/15", "yy/MM/dd") == "2021-04-15");
    CHECK(read("15042021", "ddMMyyyy") == "2021-04-15");
    CHECK(read("April 5, 2021 3:07:09 pm", "MMMM d, yyyy h:mm:ss AP") == "2021-04-05 15:07:09");
    CHECK(read("5 de Apr de 2021", "d 'de' MMM 'de' yyyy") == "2021-04-05");
    CHECK(read("2021-04-05T10:00", "yyyy-MM-ddTHH:mm") == "2021-04-05 10:00:00");
    CHECK(read("31-04-2021", "dd-MM-yyyy") == "none");
    CHECK(read("03/04/2021", "dd-MM-yyyy") == "none");
    CHECK(read("03-04-2021 25:05", "dd-MM-yyyy HH:mm") == "none");
    CHECK(read("03-04-2021 rest", "dd-MM-yyyy") == "none");
    CHECK(read("", "dd-MM-yyyy") == "none");
}

TEST_CASE("a format that names no full date is refused")
{
    for (const auto* text : {"", "dd-MM", "yyyy", "european", "dd-MM-yyyy-yyyy", "'dd-MM-yyyy"}) {
        CAPTURE(text);
        const auto named = DateFormat::named(text);
        REQUIRE(!named);
        CHECK(named.error().code == ErrorCode::BadInput);
    }
    CHECK(DateFormat::named("Day-First")->name() == "day-first");
    CHECK(DateFormat::named("dd/MM/yyyy")->name() == "dd/MM/yyyy");
}

TEST_CASE("one day above 12 decides a column's order")
{
    CHECK(*probe({"02/01/2014", "31/12/2012"}).format == DateFormat(Order::DayFirst));
    CHECK(*probe({"4/2/12", "3/30/12", ""}).format == DateFormat(Order::MonthFirst));
    CHECK(*probe({"2020-02-04 4:30:21", "15 Apr 2021"}).format == DateFormat(Order::SelfEvident));
}

TEST_CASE("a column that fits both orders is ambiguous unless it means the same days")
{
    const auto both = probe({"01/01/2021", "03/04/2021"});
    CHECK(both.fit == Fit::Ambiguous);
    CHECK(both.candidates ==
          std::vector{DateFormat(Order::DayFirst), DateFormat(Order::MonthFirst)});
    REQUIRE(both.examples.size() == 1);
    CHECK(both.examples.front().text == "03/04/2021");
    CHECK(both.examples.front().row == 2);
    CHECK(!both.format);

    const auto same = probe({"01/01/2021", "03/03/2021"});
    CHECK(same.fit == Fit::One);
    CHECK(same.format->read("03/03/2021").has_value());
}

TEST_CASE("cells that need different orders are a conflict")
{
    const auto finding = probe({"31/12/2021", "12/31/2021"});
    CHECK(finding.fit == Fit::Conflict);
    CHECK(finding.examples.size() == 2);
}

TEST_CASE("cells that are no date are counted and do not decide")
{
    const auto finding = probe({"31/12/2021", "soon", "32/12/2021"});
    CHECK(finding.fit == Fit::One);
    CHECK(finding.dates == 1);
    CHECK(finding.badCount == 2);
    REQUIRE(finding.bad.size() == 2);
    CHECK(finding.bad.front().row == 2);
    CHECK(probe({"a", "b"}).fit == Fit::None);
    CHECK(probe({"", " "}).fit == Fit::Empty);
}

TEST_CASE("serial numbers are dates only in a column that is known to hold dates")
{
    CHECK(*probe({"44301.5", "44302"}, true).format == DateFormat(Order::Excel));
    CHECK(probe({"44301.5", "44302"}).fit == Fit::None);
}

TEST_CASE("a reading becomes an instant in the workbook's zone unless it states its own")
{
    const auto london = TimeZone::named("Europe/London");
    REQUIRE(london);
    const auto instant = [&](std::string_view cell) {
        return isoInstant(toInstant(*DateFormat(Order::DayFirst).read(cell), *london));
    };
    CHECK(instant("15/07/2021") == "2021-07-14T23:00:00Z");
    CHECK(instant("15/01/2021") == "2021-01-15T00:00:00Z");
    CHECK(instant("15/07/2021 12:00") == "2021-07-15T11:00:00Z");
    CHECK(instant("2021-07-15T12:00:00+05:30") == "2021-07-15T06:30:00Z");
}

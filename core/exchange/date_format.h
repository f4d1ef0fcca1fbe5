// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/result.h"
#include "core/base/time_zone.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tandem {

/// What a cell says about a point in time.
struct DateReading {
    Day day;
    std::optional<int> second;    ///< since midnight, 0…86399; absent for a date only
    std::optional<int> utcOffset; ///< seconds east of UTC, if the cell states one

    bool operator==(const DateReading&) const = default;
};

/// The instant of a reading: a date only is local midnight, a time without offset is local time.
Instant toInstant(const DateReading& reading, const TimeZone& zone);

/// How the dates of a column are written. A cell is always read if it says its order itself: the
/// year first (2020-02-04 4:30:21, 20210415, 2024-01-22T16:14:25.000+0000) or a month's English
/// name (15 Apr, 2021 00:03:00; Apr 15, 2021 3:30 PM). `order` decides about 03/04/2021 and 3.4.21
/// (years of two digits: 69…99 are 1969…1999, 00…68 are 2000…2068).
class DateFormat {
public:
    enum class Order {
        SelfEvident, ///< only cells that say it themselves ("iso")
        DayFirst,    ///< "day-first"
        MonthFirst,  ///< "month-first"
        Excel,       ///< also serial numbers: 44301.5 is 2021-04-15 12:00 ("excel")
        Epoch,       ///< seconds since 1970, of 12 and more digits milliseconds ("epoch")
        Pattern,     ///< as an explicit pattern says
    };

    DateFormat() = default;
    explicit DateFormat(Order order) : m_order(order) {}

    /// From a mapping's "dates": one of the words above, or a pattern of yyyy yy MMMM MMM MM M dd d
    /// HH H hh h mm m ss s AP and literal text ('quoted' if it has letters). dd, MM, HH … also read
    /// one digit; a pattern without a time also reads a time behind the date, one with a time also
    /// a date alone. BadInput if it names no full date.
    static Result<DateFormat> named(std::string_view text);

    /// The date in the cell, white space around it ignored; empty if it is none.
    std::optional<DateReading> read(std::string_view cell) const;

    /// The word or pattern that `named` takes.
    std::string name() const;

    bool operator==(const DateFormat&) const = default;

private:
    Order m_order = Order::SelfEvident;
    std::string m_pattern;
};

/// Finds the date format of a column from all its cells, one after the other, in constant memory.
class DateColumnProbe {
public:
    enum class Fit {
        Empty,     ///< no cell had text
        One,       ///< `format` reads every cell that is a date at all
        Ambiguous, ///< `candidates` all do, and mean different days: ask
        Conflict,  ///< some cells can only be read day first, others only month first: ask
        None,      ///< no cell is a date
    };

    struct Cell {
        std::string text;
        std::int64_t row = 0;
    };

    struct Finding {
        Fit fit = Fit::Empty;
        std::optional<DateFormat> format;
        std::vector<DateFormat> candidates;
        std::vector<Cell> examples; ///< for Ambiguous and Conflict: cells that show it
        std::vector<Cell> bad;      ///< the first cells that are no date in any format
        std::int64_t badCount = 0;
        std::int64_t dates = 0;
    };

    /// `serials`: whether numbers such as 44301.5 may be Excel dates (the field is known to be
    /// one).
    explicit DateColumnProbe(bool serials = false) : m_serials(serials) {}

    /// The next cell, of the row with that number. Blank cells do not count.
    void add(std::string_view cell, std::int64_t row);

    Finding finding() const;

private:
    static constexpr std::size_t kBadKept = 5;

    bool m_serials;
    bool m_sawSerial = false;
    bool m_sameBothWays = false; // a cell such as 03/03/2021
    std::optional<Cell> m_onlyDayFirst;
    std::optional<Cell> m_onlyMonthFirst;
    std::optional<Cell> m_differs; // both read it, as different days
    std::vector<Cell> m_bad;
    std::int64_t m_badCount = 0;
    std::int64_t m_dates = 0;
};

} // namespace tandem

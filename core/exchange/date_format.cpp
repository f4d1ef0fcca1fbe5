// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/date_format.h"

#include "core/base/text.h"
#include "core/exchange/date_cell.h"
#include "core/exchange/date_pattern.h"

#include <array>
#include <utility>

namespace tandem {

namespace {

struct Word {
    std::string_view name;
    DateFormat::Order order;
};

constexpr std::array<Word, 5> kWords = {{
    {"iso", DateFormat::Order::SelfEvident},
    {"day-first", DateFormat::Order::DayFirst},
    {"month-first", DateFormat::Order::MonthFirst},
    {"excel", DateFormat::Order::Excel},
    {"epoch", DateFormat::Order::Epoch},
}};

} // namespace

Instant toInstant(const DateReading& reading, const TimeZone& zone)
{
    if (reading.utcOffset) {
        return {reading.day.number * kSecondsPerDay + reading.second.value_or(0) -
                *reading.utcOffset};
    }
    return reading.second ? zone.at(reading.day, *reading.second) : zone.startOf(reading.day);
}

Result<DateFormat> DateFormat::named(std::string_view text)
{
    const std::string_view name = trimmed(text);
    for (const Word& word : kWords) {
        if (word.name == lowerAscii(name)) {
            return DateFormat(word.order);
        }
    }
    if (!namesFullDate(name)) {
        return fail(ErrorCode::BadInput, "date format '" + std::string(text) + "'",
                    "it must be iso, day-first, month-first, excel, epoch or a pattern such as "
                    "dd/MM/yyyy HH:mm with a day, a month and a year");
    }
    DateFormat format(Order::Pattern);
    format.m_pattern = name;
    return format;
}

std::string DateFormat::name() const
{
    for (const Word& word : kWords) {
        if (word.order == m_order) {
            return std::string(word.name);
        }
    }
    return m_pattern;
}

std::optional<DateReading> DateFormat::read(std::string_view cell) const
{
    const std::string_view text = trimmed(cell);
    switch (m_order) {
    case Order::SelfEvident:
        return readDateCell(text, NumericOrder::None);
    case Order::DayFirst:
        return readDateCell(text, NumericOrder::DayMonth);
    case Order::MonthFirst:
        return readDateCell(text, NumericOrder::MonthDay);
    case Order::Excel: {
        const auto serial = readSerialDate(text);
        return serial ? serial : readDateCell(text, NumericOrder::None);
    }
    case Order::Epoch: {
        const auto epoch = readEpoch(text);
        return epoch ? epoch : readDateCell(text, NumericOrder::None);
    }
    case Order::Pattern:
        return readByPattern(text, m_pattern);
    }
    return std::nullopt;
}

void DateColumnProbe::add(std::string_view cell, std::int64_t row)
{
    const std::string_view text = trimmed(cell);
    if (text.empty()) {
        return;
    }
    const auto note = [&](std::optional<Cell>& place) {
        if (!place) {
            place = Cell{std::string(text), row};
        }
    };
    if (readDateCell(text, NumericOrder::None)) { // it says its order itself
        ++m_dates;
        return;
    }
    const auto dayFirst = readDateCell(text, NumericOrder::DayMonth);
    const auto monthFirst = readDateCell(text, NumericOrder::MonthDay);
    if (!dayFirst && !monthFirst) {
        if (m_serials && readSerialDate(text)) {
            m_sawSerial = true;
            ++m_dates;
            return;
        }
        ++m_badCount;
        if (m_bad.size() < kBadKept) {
            m_bad.push_back({std::string(text), row});
        }
        return;
    }
    ++m_dates;
    if (!dayFirst) {
        note(m_onlyMonthFirst);
    } else if (!monthFirst) {
        note(m_onlyDayFirst);
    } else if (*dayFirst != *monthFirst) {
        note(m_differs);
    } else {
        m_sameBothWays = true;
    }
}

DateColumnProbe::Finding DateColumnProbe::finding() const
{
    using Order = DateFormat::Order;
    Finding finding;
    finding.bad = m_bad;
    finding.badCount = m_badCount;
    finding.dates = m_dates;
    const auto ask = [&](Fit fit, std::initializer_list<const std::optional<Cell>*> shown) {
        finding.fit = fit;
        finding.candidates = {DateFormat(Order::DayFirst), DateFormat(Order::MonthFirst)};
        for (const std::optional<Cell>* cell : shown) {
            finding.examples.push_back(**cell);
        }
    };
    const auto found = [&](Order order) {
        finding.fit = Fit::One;
        finding.format = DateFormat(order);
        finding.candidates = {*finding.format};
    };

    const bool ordered = m_sameBothWays || m_onlyDayFirst || m_onlyMonthFirst || m_differs;
    if (m_dates == 0) {
        finding.fit = m_badCount == 0 ? Fit::Empty : Fit::None;
    } else if (m_onlyDayFirst && m_onlyMonthFirst) {
        ask(Fit::Conflict, {&m_onlyDayFirst, &m_onlyMonthFirst});
    } else if (m_differs && !m_onlyDayFirst && !m_onlyMonthFirst) {
        ask(Fit::Ambiguous, {&m_differs});
    } else if (!ordered) {
        found(m_sawSerial ? Order::Excel : Order::SelfEvident);
    } else {
        found(m_onlyMonthFirst ? Order::MonthFirst : Order::DayFirst);
    }
    return finding;
}

} // namespace tandem

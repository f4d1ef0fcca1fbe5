// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/query.h"

#include <optional>
#include <QObject>
#include <QString>
#include <string>
#include <vector>

namespace tandem::ui {

class Settings;

enum class PeriodPreset {
    LastThreeMonths, ///< the three full calendar months before this one
    ThisQuarter,
    LastQuarter,
    LastTwelveMonths, ///< the twelve full calendar months before this one
    ThisYear,
    AnyTime,
    Custom,
};
inline constexpr int kPeriodPresets = 7;

/// Calendar days [from, to); an absent end is open.
struct DayRange {
    std::optional<Day> from;
    std::optional<Day> to;

    bool operator==(const DayRange&) const = default;
};

/// What the period picker says: a preset that moves on with the calendar, or days.
struct PeriodChoice {
    PeriodPreset preset = PeriodPreset::LastThreeMonths;
    DayRange custom; ///< for Custom

    bool operator==(const PeriodChoice&) const = default;
};

/// The days that a choice means on the day `today`.
DayRange daysOf(const PeriodChoice& choice, Day today);
/// As many days that end where `range` begins, with which the figures compare; empty where an end
/// is open.
std::optional<DayRange> rangeBefore(const DayRange& range);
/// How many full calendar months the range is made of; 0 if it is not.
int fullMonths(const DayRange& range);
/// "Last 3 months".
QString presetName(PeriodPreset preset);
/// "1 Feb – 30 Apr 2026", with the last day that counts; "Any time".
QString rangeWords(const DayRange& range);

/// Period and filters: what all pages ask their figures with. It outlives a change of page and is
/// remembered for each workbook.
class ViewState : public QObject {
    Q_OBJECT

public:
    /// `today` is the workbook's calendar day, asked whenever a preset is worked out.
    ViewState(TimeZone zone, std::function<Day()> today, QObject* parent = nullptr);

    const PeriodChoice& period() const { return m_period; }
    DayRange days() const { return daysOf(m_period, m_today()); }
    Day today() const { return m_today(); }
    void setPeriod(const PeriodChoice& period);

    const std::vector<Filter>& filters() const { return m_filters; }
    void setFilters(std::vector<Filter> filters);
    /// The values that a field may have; none takes the field's filter away.
    void setFilter(const std::string& field, std::vector<std::string> anyOf);
    /// The values chosen for a field; none if it is not filtered.
    std::vector<std::string> filterValues(const std::string& field) const;
    void clearFilters() { setFilters({}); }

    /// The question that the figures answer, as known now.
    Query query(Instant now) const;

    /// Writes it for the workbook of that uuid, and reads it; false if nothing was remembered.
    void save(Settings& settings, const std::string& uuid) const;
    bool restore(const Settings& settings, const std::string& uuid);

signals:
    void changed();

private:
    TimeZone m_zone;
    std::function<Day()> m_today;
    PeriodChoice m_period;
    std::vector<Filter> m_filters;
};

/// The choice for a workbook that is opened for the first time: the last three months if they hold
/// enough leads to say something, else the last twelve, else any time.
PeriodChoice firstPeriod(const Facts& facts, Day today);

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/view_state.h"

#include "ui/common/figures.h"
#include "ui/common/settings.h"

#include <algorithm>
#include <array>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tandem::ui {

namespace {

/// Names in the settings, in the order of PeriodPreset.
constexpr std::array<const char*, kPeriodPresets> kPresetIds = {
    "last-3-months", "this-quarter", "last-quarter", "last-12-months",
    "this-year",     "any-time",     "custom"};

/// The first of the month that lies `months` from the one of `day`.
Day monthStart(Day day, int months = 0)
{
    const CivilDay civil = civilFromDay(day);
    const int count = civil.year * 12 + civil.month - 1 + months;
    return *dayFromCivil({count / 12, count % 12 + 1, 1});
}

int monthsBetween(Day from, Day to)
{
    const CivilDay a = civilFromDay(from);
    const CivilDay b = civilFromDay(to);
    return (b.year - a.year) * 12 + b.month - a.month;
}

bool isMonthStart(Day day)
{
    return civilFromDay(day).day == 1;
}

QString isoOrEmpty(const std::optional<Day>& day)
{
    return day ? QString::fromStdString(isoDay(*day)) : QString();
}

std::vector<Filter> filtersFromJson(const QByteArray& json)
{
    std::vector<Filter> filters;
    const QJsonArray list = QJsonDocument::fromJson(json).array();
    for (const QJsonValue& each : list) {
        Filter filter{each[QLatin1String("field")].toString().toStdString(), {}};
        const QJsonArray values = each[QLatin1String("anyOf")].toArray();
        for (const QJsonValue& value : values) {
            filter.anyOf.push_back(value.toString().toStdString());
        }
        if (!filter.field.empty() && !filter.anyOf.empty()) {
            filters.push_back(std::move(filter));
        }
    }
    return filters;
}

QByteArray toJson(const std::vector<Filter>& filters)
{
    QJsonArray list;
    for (const Filter& filter : filters) {
        QJsonArray values;
        for (const std::string& value : filter.anyOf) {
            values.append(QString::fromStdString(value));
        }
        list.append(QJsonObject{{QStringLiteral("field"), QString::fromStdString(filter.field)},
                                {QStringLiteral("anyOf"), values}});
    }
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

} // namespace

DayRange daysOf(const PeriodChoice& choice, Day today)
{
    const int monthOfQuarter = (civilFromDay(today).month - 1) % 3;
    const int monthOfYear = civilFromDay(today).month - 1;
    const auto months = [today](int from, int to) {
        return DayRange{monthStart(today, from), monthStart(today, to)};
    };
    switch (choice.preset) {
    case PeriodPreset::LastThreeMonths:
        return months(-3, 0);
    case PeriodPreset::ThisQuarter:
        return months(-monthOfQuarter, 3 - monthOfQuarter);
    case PeriodPreset::LastQuarter:
        return months(-monthOfQuarter - 3, -monthOfQuarter);
    case PeriodPreset::LastTwelveMonths:
        return months(-12, 0);
    case PeriodPreset::ThisYear:
        return months(-monthOfYear, 12 - monthOfYear);
    case PeriodPreset::AnyTime:
        return {};
    case PeriodPreset::Custom:
        break;
    }
    return choice.custom;
}

std::optional<DayRange> rangeBefore(const DayRange& range)
{
    if (!range.from || !range.to) {
        return {};
    }
    return DayRange{*range.from + -(*range.to - *range.from), range.from};
}

int fullMonths(const DayRange& range)
{
    const bool full =
        range.from && range.to && isMonthStart(*range.from) && isMonthStart(*range.to);
    return full ? monthsBetween(*range.from, *range.to) : 0;
}

QString presetName(PeriodPreset preset)
{
    static const std::array<const char*, kPeriodPresets> names = {
        QT_TRANSLATE_NOOP("Period", "Last 3 months"), QT_TRANSLATE_NOOP("Period", "This quarter"),
        QT_TRANSLATE_NOOP("Period", "Last quarter"),  QT_TRANSLATE_NOOP("Period", "Last 12 months"),
        QT_TRANSLATE_NOOP("Period", "This year"),     QT_TRANSLATE_NOOP("Period", "Any time"),
        QT_TRANSLATE_NOOP("Period", "Other days")};
    return QCoreApplication::translate("Period", names.at(static_cast<std::size_t>(preset)));
}

QString rangeWords(const DayRange& range)
{
    if (!range.from && !range.to) {
        return presetName(PeriodPreset::AnyTime);
    }
    if (!range.to) {
        return QCoreApplication::translate("Period", "Since %1").arg(dayText(*range.from));
    }
    const Day last = *range.to + -1;
    if (!range.from) {
        return QCoreApplication::translate("Period", "Until %1").arg(dayText(last));
    }
    return dayRangeText(*range.from, last);
}

ViewState::ViewState(TimeZone zone, std::function<Day()> today, QObject* parent)
    : QObject(parent), m_zone(std::move(zone)), m_today(std::move(today))
{
}

void ViewState::setPeriod(const PeriodChoice& period)
{
    if (m_period == period) {
        return;
    }
    m_period = period;
    emit changed();
}

void ViewState::setFilters(std::vector<Filter> filters)
{
    if (m_filters == filters) {
        return;
    }
    m_filters = std::move(filters);
    emit changed();
}

void ViewState::setFilter(const std::string& field, std::vector<std::string> anyOf)
{
    std::vector<Filter> filters = m_filters;
    const auto place = std::find_if(filters.begin(), filters.end(),
                                    [&field](const Filter& each) { return each.field == field; });
    if (place != filters.end() && anyOf.empty()) {
        filters.erase(place);
    } else if (place != filters.end()) {
        place->anyOf = std::move(anyOf);
    } else if (!anyOf.empty()) {
        filters.push_back({field, std::move(anyOf)});
    }
    setFilters(std::move(filters));
}

std::vector<std::string> ViewState::filterValues(const std::string& field) const
{
    for (const Filter& filter : m_filters) {
        if (filter.field == field) {
            return filter.anyOf;
        }
    }
    return {};
}

Query ViewState::query(Instant now) const
{
    const DayRange range = days();
    return {m_zone.period(range.from, range.to), now, m_filters};
}

void ViewState::save(Settings& settings, const std::string& uuid) const
{
    const auto key = [&uuid](const char* name) {
        return Settings::workbookKey(uuid, QLatin1String(name));
    };
    settings.setValue(key("period"),
                      QLatin1String(kPresetIds.at(static_cast<std::size_t>(m_period.preset))));
    settings.setValue(key("period-from"), isoOrEmpty(m_period.custom.from));
    settings.setValue(key("period-to"), isoOrEmpty(m_period.custom.to));
    settings.setValue(key("filters"), QString::fromUtf8(toJson(m_filters)));
}

bool ViewState::restore(const Settings& settings, const std::string& uuid)
{
    const auto text = [&settings, &uuid](const char* name) {
        return settings.value(Settings::workbookKey(uuid, QLatin1String(name))).toString();
    };
    const QString id = text("period");
    const auto place = std::find(kPresetIds.begin(), kPresetIds.end(), id);
    if (place == kPresetIds.end()) {
        return false;
    }
    m_period.preset = static_cast<PeriodPreset>(place - kPresetIds.begin());
    m_period.custom = {dayFromIso(text("period-from").toStdString()),
                       dayFromIso(text("period-to").toStdString())};
    m_filters = filtersFromJson(text("filters").toUtf8());
    emit changed();
    return true;
}

PeriodChoice firstPeriod(const Facts& facts, Day today)
{
    constexpr std::ptrdiff_t kEnough = 100; // below, most steps of a funnel are too few to say
    for (const PeriodPreset preset :
         {PeriodPreset::LastThreeMonths, PeriodPreset::LastTwelveMonths}) {
        const DayRange range = daysOf({preset, {}}, today);
        const Period period = facts.timeZone.period(range.from, range.to);
        const auto created = std::count_if(facts.leadCreated.begin(), facts.leadCreated.end(),
                                           [&](Instant at) { return period.contains(at); });
        if (created >= kEnough) {
            return {preset, {}};
        }
    }
    return {PeriodPreset::AnyTime, {}};
}

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/filter_values.h"

#include "core/analytics/reach.h"
#include "core/base/text.h"

#include <algorithm>
#include <QCoreApplication>

namespace tandem::ui {

namespace {

using Counts = std::vector<std::int64_t>;

/// Leads by their value in a column.
Counts countColumn(const Facts& facts, const LeadColumn& column, const Selection& in)
{
    Counts counts(column.dictionary.size());
    for (LeadRow row = 0; row < facts.leadCount(); ++row) {
        counts[column.codes[row]] += in[row] ? 1 : 0;
    }
    return counts;
}

/// Leads by the codes that their touches have; a lead counts once for each.
template <class Column>
Counts countTouched(const Facts& facts, const Column& codes, std::size_t size, const Selection& in,
                    Instant asOf)
{
    Counts counts(size);
    std::vector<LeadRow> last(size, static_cast<LeadRow>(facts.leadCount()));
    for (LeadRow row = 0; row < facts.leadCount(); ++row) {
        if (!in[row]) {
            continue;
        }
        for (std::uint32_t i = facts.touchBegin[row];
             i < facts.touchBegin[row + 1] && facts.touchAt[i] <= asOf.seconds; ++i) {
            const auto code = static_cast<std::size_t>(codes[i]);
            if (last[code] != row) {
                last[code] = row;
                ++counts[code];
            }
        }
    }
    return counts;
}

template <class Name>
std::vector<FilterValue> listed(const Counts& counts, Name name)
{
    std::vector<FilterValue> values;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0) {
            values.push_back({name(i), counts[i]});
        }
    }
    std::stable_sort(values.begin(), values.end(), [](const FilterValue& a, const FilterValue& b) {
        return std::pair(a.value.empty(), -a.leads) < std::pair(b.value.empty(), -b.leads);
    });
    return values;
}

} // namespace

std::vector<FilterValue> filterValues(const Facts& facts, const std::string& field,
                                      const std::vector<Filter>& where, Instant asOf)
{
    std::vector<Filter> others = where;
    std::erase_if(others, [&field](const Filter& each) { return each.field == field; });
    const auto selected = select(facts, others, asOf);
    const Selection in = selected ? *selected : Selection();

    if (const LeadColumn* column = facts.column(field)) {
        return listed(countColumn(facts, *column, in),
                      [column](std::size_t code) { return column->dictionary.text(Code(code)); });
    }
    if (field == "stage") {
        const Reaches reached = reaches(facts, asOf);
        Counts counts(facts.stages.size());
        for (LeadRow row = 0; row < facts.leadCount(); ++row) {
            if (in[row] && reached.current[row] < counts.size()) {
                ++counts[reached.current[row]];
            }
        }
        std::vector<FilterValue> values;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            if (counts[i] > 0) {
                values.push_back({facts.stages[i].name, counts[i]}); // in the funnel's order
            }
        }
        return values;
    }
    if (field == "campaign") {
        return listed(
            countTouched(facts, facts.touchCampaign, facts.campaigns.size() + 1, in, asOf),
            [&](std::size_t code) {
                return code == 0 ? std::string() : facts.campaigns[code - 1].name;
            });
    }
    if (field == "channel") {
        return listed(countTouched(facts, facts.touchChannel, facts.channels.size(), in, asOf),
                      [&](std::size_t code) { return facts.channels.text(Code(code)); });
    }
    if (field == "team") {
        return listed(countTouched(facts, facts.touchTeam, 3, in, asOf), [](std::size_t code) {
            return std::string(teamWord(static_cast<Team>(code)));
        });
    }
    return {};
}

QString fieldTitle(const Facts& facts, const std::string& field)
{
    const LeadColumn* column = facts.column(field);
    QString title = QString::fromStdString(field);
    if (column != nullptr && column->custom) {
        return title;
    }
    // "companySize", "company_size" and "company size" all read "Company size".
    QString words;
    for (const QChar c : title) {
        if (c == u'_') {
            words += u' ';
        } else if (c.isUpper() && !words.isEmpty()) {
            words += u' ';
            words += c.toLower();
        } else {
            words += c;
        }
    }
    if (!words.isEmpty()) {
        words[0] = words[0].toUpper();
    }
    return words;
}

QString filterWords(const Facts& facts, const Filter& filter)
{
    const QString title = fieldTitle(facts, filter.field);
    if (filter.anyOf.size() > 2) {
        return QCoreApplication::translate("Filter", "%1: %n values", nullptr,
                                           static_cast<int>(filter.anyOf.size()))
            .arg(title);
    }
    QStringList values;
    for (const std::string& value : filter.anyOf) {
        values << (value.empty() ? QCoreApplication::translate("Filter", "blank")
                                 : QString::fromStdString(value));
    }
    return QStringLiteral("%1: %2").arg(title, values.join(QStringLiteral(", ")));
}

} // namespace tandem::ui

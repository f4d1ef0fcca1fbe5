// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/lead_list.h"

#include "core/analytics/reach.h"
#include "core/base/text.h"
#include "core/facts/standing.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <numeric>

namespace tandem {
namespace {

/// What rows are compared by; the greatest value stands for "no value".
using SortKey = std::uint64_t;
constexpr SortKey kNoValue = std::numeric_limits<SortKey>::max();

SortKey keyOf(std::int64_t number)
{
    return static_cast<SortKey>(number) ^ (SortKey{1} << 63U);
}

SortKey keyOf(Instant at)
{
    return at == kUndated ? kNoValue : keyOf(at.seconds);
}

std::optional<double> number(const std::string& text)
{
    double value = 0.0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return problem == std::errc{} && end == text.data() + text.size() ? std::optional(value)
                                                                      : std::nullopt;
}

/// A double's bits in an order that is the order of the numbers.
SortKey keyOf(double value)
{
    const auto bits = std::bit_cast<std::uint64_t>(value);
    return (bits >> 63U) != 0 ? ~bits : bits | (SortKey{1} << 63U);
}

/// The key of each code of a column.
std::vector<SortKey> keysOf(const Dictionary& dictionary)
{
    std::vector<SortKey> keys(dictionary.size(), kNoValue);
    bool allNumbers = true;
    for (Code code = 1; code < dictionary.size() && allNumbers; ++code) {
        const auto value = number(dictionary.text(code));
        allNumbers = value.has_value();
        keys[code] = value ? keyOf(*value) : kNoValue;
    }
    if (allNumbers) {
        return keys;
    }
    std::vector<std::string> texts(dictionary.size());
    std::vector<Code> order(dictionary.size());
    std::iota(order.begin(), order.end(), Code{0});
    for (const Code code : order) {
        texts[code] = folded(dictionary.text(code));
    }
    std::ranges::stable_sort(order, {},
                             [&](Code code) -> const std::string& { return texts[code]; });
    for (std::size_t place = 0; place < order.size(); ++place) {
        keys[order[place]] = texts[order[place]].empty() ? kNoValue : place;
    }
    return keys;
}

/// The key of a row, by what the list is sorted by.
template <class Use>
Result<void> withKeys(const Facts& facts, const LeadListQuery& asked, const NameOrder& names,
                      Use use)
{
    const Instant asOf = asked.query.asOf;
    switch (asked.sort) {
    case LeadSort::Name:
        use([&](LeadRow row) {
            if (names.size() != facts.leadCount()) {
                return SortKey{row};
            }
            return names.rank(row) >= names.firstBlank() ? kNoValue : SortKey{names.rank(row)};
        });
        return {};
    case LeadSort::Stage:
        use([&](LeadRow row) { return SortKey{standingOf(facts, row, asOf).stage}; });
        return {};
    case LeadSort::Since:
        use([&](LeadRow row) { return keyOf(standingOf(facts, row, asOf).since); });
        return {};
    case LeadSort::Created:
        use([&](LeadRow row) { return keyOf(facts.leadCreated[row]); });
        return {};
    case LeadSort::Touches:
        use([&](LeadRow row) { return SortKey{touchesUpTo(facts, row, asOf)}; });
        return {};
    case LeadSort::LastTouch:
        use([&](LeadRow row) {
            const std::uint32_t touches = touchesUpTo(facts, row, asOf);
            return touches == 0
                       ? kNoValue
                       : keyOf(Instant{facts.touchAt[facts.touchBegin[row] + touches - 1]});
        });
        return {};
    case LeadSort::Field:
        break;
    }
    const LeadColumn* column = facts.column(asked.field);
    if (column == nullptr) {
        return fail(ErrorCode::NotFound, "field '" + asked.field + "'",
                    "near names: " + joined(nearNames(asked.field, filterFields(facts)), ", "));
    }
    use([column, keys = keysOf(column->dictionary)](LeadRow row) {
        return keys[column->codes[row]];
    });
    return {};
}

} // namespace

NameOrder::NameOrder(const std::vector<std::string_view>& names) : m_rank(names.size())
{
    std::vector<std::string> texts(names.size());
    std::vector<LeadRow> order(names.size());
    std::iota(order.begin(), order.end(), LeadRow{0});
    std::ranges::transform(names, texts.begin(), folded);
    const auto blanks =
        std::ranges::stable_partition(order, [&](LeadRow row) { return !texts[row].empty(); });
    m_firstBlank = static_cast<std::uint32_t>(blanks.begin() - order.begin());
    std::sort(order.begin(), blanks.begin(), [&](LeadRow a, LeadRow b) {
        const int so = texts[a].compare(texts[b]);
        return so != 0 ? so < 0 : a < b;
    });
    for (std::uint32_t place = 0; place < order.size(); ++place) {
        m_rank[order[place]] = place;
    }
}

Result<std::vector<LeadRow>> listLeads(const Facts& facts, const LeadListQuery& asked,
                                       const NameOrder& names)
{
    const Result<Selection> selected = select(facts, asked.query.where, asked.query.asOf);
    if (!selected) {
        return fail(selected.error());
    }
    std::vector<std::pair<SortKey, LeadRow>> rows;
    rows.reserve(asked.only ? asked.only->size() : facts.leadCount());
    const auto sorted = withKeys(facts, asked, names, [&](auto&& key) {
        const auto add = [&](LeadRow row) {
            if ((*selected)[row] && existsAt(facts, row, asked.query.asOf)) {
                const SortKey k = key(row);
                rows.emplace_back(asked.descending && k != kNoValue ? kNoValue - 1 - k : k, row);
            }
        };
        if (asked.only) {
            std::ranges::for_each(*asked.only, add);
        } else {
            for (LeadRow row = 0; row < facts.leadCount(); ++row) {
                add(row);
            }
        }
    });
    if (!sorted) {
        return fail(sorted.error());
    }
    std::ranges::sort(rows);
    std::vector<LeadRow> order(rows.size());
    std::ranges::transform(rows, order.begin(), [](const auto& row) { return row.second; });
    return order;
}

} // namespace tandem

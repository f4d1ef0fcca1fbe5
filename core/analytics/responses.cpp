// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/responses.h"

#include "core/analytics/reach.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace tandem {
namespace {

/// What is counted of one campaign, channel and outcome; small, since it is met at random.
struct Counts {
    std::int64_t first = kUndated.seconds, last = kUndated.seconds;
    std::uint32_t touches = 0;
    std::uint32_t leads = 0;
    LeadRow lastLead = std::numeric_limits<LeadRow>::max(); ///< to count each lead once
};

/// Finds the counts of a campaign, channel and outcome: by a table with a cell for each
/// combination, where that is not too large, else by hashing.
class Groups {
public:
    explicit Groups(const Facts& facts)
        : m_channels(facts.channels.size()), m_outcomes(facts.outcomes.size())
    {
        constexpr std::size_t kMostCells = 1U << 20U;
        const std::size_t cells = (facts.campaigns.size() + 1) * m_channels * m_outcomes;
        if (cells <= kMostCells) {
            m_cells.resize(cells, kNone);
        }
    }

    Counts& of(const Facts& facts, std::uint32_t touch)
    {
        const std::uint64_t key =
            (std::uint64_t{facts.touchCampaign[touch]} * m_channels + facts.touchChannel[touch]) *
                m_outcomes +
            facts.touchOutcome[touch];
        std::uint32_t& group =
            m_cells.empty() ? m_hashed.try_emplace(key, kNone).first->second : m_cells[key];
        if (group == kNone) {
            group = static_cast<std::uint32_t>(m_counts.size());
            m_counts.emplace_back();
            m_keys.push_back(key);
        }
        return m_counts[group];
    }

    /// The most touches first, then in the order of campaign, channel and outcome.
    std::vector<Response> rows() const
    {
        std::vector<std::tuple<std::int64_t, std::uint64_t, std::size_t>> order;
        for (std::size_t i = 0; i < m_keys.size(); ++i) {
            order.emplace_back(-std::int64_t{m_counts[i].touches}, m_keys[i], i);
        }
        std::ranges::sort(order);
        std::vector<Response> rows;
        rows.reserve(order.size());
        for (const auto& [touches, key, i] : order) {
            const Counts& counts = m_counts[i];
            rows.push_back({static_cast<std::uint32_t>(key / m_outcomes / m_channels),
                            static_cast<std::uint16_t>(key / m_outcomes % m_channels),
                            static_cast<std::uint16_t>(key % m_outcomes), counts.touches,
                            counts.leads, Instant{counts.first}, Instant{counts.last}});
        }
        return rows;
    }

private:
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

    std::size_t m_channels;
    std::size_t m_outcomes;
    std::vector<std::uint32_t> m_cells;
    std::unordered_map<std::uint64_t, std::uint32_t> m_hashed;
    std::vector<Counts> m_counts;
    std::vector<std::uint64_t> m_keys;
};

/// Calls each(touch) for the responses of a lead that the query counts.
template <class Each>
void forEachResponse(const Facts& facts, LeadRow row, const Query& query, Each&& each)
{
    const bool everything = query.period.isAll();
    const std::uint32_t begin = facts.touchBegin[row];
    const std::uint32_t end = begin + touchesUpTo(facts, row, query.asOf);
    for (std::uint32_t i = begin; i < end; ++i) {
        if (facts.touchDirection[i] != Direction::In) {
            continue;
        }
        const Instant at{facts.touchAt[i]};
        if (everything || (at != kUndated && query.period.contains(at))) {
            each(i);
        }
    }
}

} // namespace

Result<std::vector<Response>> responses(const Facts& facts, const Query& query)
{
    const Result<Selection> selected = select(facts, query.where, query.asOf);
    if (!selected) {
        return fail(selected.error());
    }
    Groups groups(facts);
    for (LeadRow row = 0; row < facts.leadCount(); ++row) {
        if (!(*selected)[row]) {
            continue;
        }
        forEachResponse(facts, row, query, [&](std::uint32_t touch) {
            Counts& counts = groups.of(facts, touch);
            ++counts.touches;
            counts.leads += counts.lastLead != row ? 1 : 0;
            counts.lastLead = row;
            const std::int64_t at = facts.touchAt[touch];
            if (at != kUndated.seconds) {
                counts.first = counts.first == kUndated.seconds ? at : std::min(counts.first, at);
                counts.last = std::max(counts.last, at);
            }
        });
    }
    return groups.rows();
}

Result<std::vector<LeadRow>> leadsResponding(const Facts& facts, const Query& query,
                                             const Response& wanted)
{
    const Result<Selection> selected = select(facts, query.where, query.asOf);
    if (!selected) {
        return fail(selected.error());
    }
    std::vector<LeadRow> rows;
    for (LeadRow row = 0; row < facts.leadCount(); ++row) {
        if (!(*selected)[row]) {
            continue;
        }
        bool found = false;
        forEachResponse(facts, row, query, [&](std::uint32_t touch) {
            found = found || (facts.touchCampaign[touch] == wanted.campaign &&
                              facts.touchChannel[touch] == wanted.channel &&
                              facts.touchOutcome[touch] == wanted.outcome);
        });
        if (found) {
            rows.push_back(row);
        }
    }
    return rows;
}

} // namespace tandem

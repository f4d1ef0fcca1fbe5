// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/responses.h"

#include "core/analytics/reach.h"

#include <algorithm>
#include <tuple>

namespace tandem {
namespace {

/// Numbers the distinct keys of a long list in the order they are met: an open-addressing table,
/// some five times faster than std::unordered_map in this loop over every touch.
class Groups {
public:
    /// The key's number; the next free one if it is new.
    std::uint32_t of(std::uint64_t key)
    {
        if ((m_count + 1) * 2 > m_slots.size()) {
            grow();
        }
        Slot& slot = slotOf(key);
        if (!slot.used) {
            slot = {key, m_count++, true};
        }
        return slot.group;
    }

private:
    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t group = 0;
        bool used = false;
    };

    Slot& slotOf(std::uint64_t key)
    {
        // Fibonacci hashing (Knuth, TAOCP 3, 6.4) spreads keys that differ in a few bits only.
        std::size_t i =
            static_cast<std::size_t>((key * 0x9e3779b97f4a7c15ULL) >> 20U) & (m_slots.size() - 1);
        while (m_slots[i].used && m_slots[i].key != key) {
            i = (i + 1) & (m_slots.size() - 1);
        }
        return m_slots[i];
    }

    void grow()
    {
        std::vector<Slot> old(std::max<std::size_t>(256, m_slots.size() * 2));
        old.swap(m_slots);
        for (const Slot& slot : old) {
            if (slot.used) {
                slotOf(slot.key) = slot;
            }
        }
    }

    std::vector<Slot> m_slots;
    std::uint32_t m_count = 0;
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
    Groups groups;
    std::vector<Response> rows;
    std::vector<LeadRow> lastLead; // of each row, to count each lead once
    constexpr LeadRow kNobody = std::numeric_limits<LeadRow>::max();
    for (LeadRow row = 0; row < facts.leadCount(); ++row) {
        if (!(*selected)[row]) {
            continue;
        }
        forEachResponse(facts, row, query, [&](std::uint32_t touch) {
            const std::uint64_t key = std::uint64_t{facts.touchCampaign[touch]} << 32U |
                                      std::uint64_t{facts.touchChannel[touch]} << 16U |
                                      facts.touchOutcome[touch];
            const std::uint32_t group = groups.of(key);
            if (group == rows.size()) {
                rows.push_back({facts.touchCampaign[touch], facts.touchChannel[touch],
                                facts.touchOutcome[touch]});
                lastLead.push_back(kNobody);
            }
            Response& response = rows[group];
            ++response.touches;
            if (lastLead[group] != row) {
                lastLead[group] = row;
                ++response.leads;
            }
            const Instant at{facts.touchAt[touch]};
            if (at != kUndated) {
                response.first = response.first == kUndated ? at : std::min(response.first, at);
                response.last = std::max(response.last, at);
            }
        });
    }
    std::ranges::sort(rows, {}, [](const Response& row) {
        return std::tuple(-row.touches, row.campaign, row.channel, row.outcome);
    });
    return rows;
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

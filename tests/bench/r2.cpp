// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/r2.h"

#include <algorithm>
#include <limits>

namespace tandem::bench {

BareColumns bareColumns(const Facts& facts)
{
    BareColumns bare;
    bare.leads = static_cast<std::uint32_t>(facts.leadCount());
    bare.stages = facts.rankedStages();
    const auto narrow = [](std::int64_t at) {
        return at == kUndated.seconds ? 0 : static_cast<std::int32_t>(at);
    };
    for (const Instant t : facts.leadCreated) {
        bare.created.push_back(narrow(t.seconds));
    }
    bare.changeBegin = facts.changeBegin;
    bare.touchBegin = facts.touchBegin;
    bare.changeTo = facts.changeTo;
    std::ranges::transform(facts.changeAt, std::back_inserter(bare.changeAt), narrow);
    std::ranges::transform(facts.touchAt, std::back_inserter(bare.touchAt), narrow);
    for (std::size_t i = 0; i < facts.touchCount(); ++i) {
        bare.touchChannel.push_back(static_cast<std::uint8_t>(facts.touchChannel[i]));
        bare.touchIn.push_back(facts.touchDirection[i] == Direction::In ? 1 : 0);
        bare.touchCampaign.push_back(static_cast<std::uint16_t>(facts.touchCampaign[i]));
        bare.touchOutcome.push_back(facts.touchOutcome[i]);
    }
    return bare;
}

std::array<std::int64_t, 32> scanFunnel(const BareColumns& bare)
{
    constexpr std::int32_t never = std::numeric_limits<std::int32_t>::max();
    std::array<std::int64_t, 32> answer{};
    std::vector<std::vector<std::int32_t>> times(bare.stages);
    for (std::uint32_t lead = 0; lead < bare.leads; ++lead) {
        std::array<std::int32_t, 16> reach{};
        reach.fill(never);
        reach[1] = bare.created[lead];
        for (std::uint32_t i = bare.changeBegin[lead]; i < bare.changeBegin[lead + 1]; ++i) {
            const std::uint8_t to = bare.changeTo[i];
            if (to < bare.stages) {
                reach[to] = std::min(reach[to], bare.changeAt[i]);
            }
        }
        for (int s = bare.stages - 2; s >= 0; --s) {
            reach[std::size_t(s)] = std::min(reach[std::size_t(s)], reach[std::size_t(s) + 1]);
        }
        for (std::uint8_t s = 0; s < bare.stages; ++s) {
            if (reach[s] != never) {
                ++answer[s];
                if (s > 0 && reach[s - 1] != never) {
                    times[s].push_back(reach[s] - reach[s - 1]);
                }
            }
        }
    }
    for (std::uint8_t s = 0; s < bare.stages; ++s) {
        if (!times[s].empty()) {
            const auto middle = times[s].begin() + static_cast<std::ptrdiff_t>(times[s].size() / 2);
            std::nth_element(times[s].begin(), middle, times[s].end());
            answer[16U + s] = *middle;
        }
    }
    return answer;
}

std::array<std::int64_t, 64> scanTouches(const BareColumns& bare)
{
    std::array<std::int64_t, 64> answer{};
    const int goal = bare.stages - 2;
    for (std::uint32_t lead = 0; lead < bare.leads; ++lead) {
        std::int32_t reached = 0;
        for (std::uint32_t i = bare.changeBegin[lead]; i < bare.changeBegin[lead + 1]; ++i) {
            if (bare.changeTo[i] >= goal && bare.changeTo[i] < bare.stages) {
                reached = bare.changeAt[i];
                break;
            }
        }
        const std::uint32_t begin = bare.touchBegin[lead];
        const std::uint32_t end = bare.touchBegin[lead + 1];
        ++answer[std::min<std::uint32_t>(end - begin, 20)];
        if (reached != 0) {
            std::uint32_t before = begin;
            while (before < end && bare.touchAt[before] <= reached) {
                ++before;
            }
            ++answer[32 + std::min<std::uint32_t>(before - begin, 20)];
        }
    }
    return answer;
}

std::int64_t scanResponses(const BareColumns& bare)
{
    std::vector<std::uint32_t> cells(256UL * 16 * 8);
    std::vector<std::int32_t> first(cells.size(), std::numeric_limits<std::int32_t>::max());
    for (std::size_t i = 0; i < bare.touchAt.size(); ++i) {
        if (bare.touchIn[i] != 0) {
            const std::size_t cell =
                (bare.touchCampaign[i] % 256UL * 16 + bare.touchChannel[i] % 16) * 8 +
                bare.touchOutcome[i] % 8;
            ++cells[cell];
            first[cell] = std::min(first[cell], bare.touchAt[i]);
        }
    }
    return static_cast<std::int64_t>(std::ranges::count_if(cells, [](auto n) { return n > 0; }));
}

} // namespace tandem::bench

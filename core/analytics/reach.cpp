// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/reach.h"

#include "core/analytics/history.h"

#include <algorithm>

namespace tandem {
namespace {

// While the earliest is looked for, an unknown time stands just before "never", so that any known
// one wins over it.
constexpr std::int64_t kUnknown = kNever - 1;

std::int64_t ordered(std::int64_t at)
{
    return at == kUndated.seconds ? kUnknown : at;
}

} // namespace

bool existsAt(const Facts& facts, LeadRow row, Instant asOf)
{
    if (facts.leadCreated[row] <= asOf) {
        return true;
    }
    const std::uint32_t change = facts.changeBegin[row];
    if (change < facts.changeBegin[row + 1] && facts.changeAt[change] <= asOf.seconds) {
        return true;
    }
    const std::uint32_t touch = facts.touchBegin[row];
    return touch < facts.touchBegin[row + 1] && facts.touchAt[touch] <= asOf.seconds;
}

Reaches reaches(const Facts& facts, Instant asOf)
{
    const std::size_t leads = facts.leadCount();
    const StageIndex ranked = facts.rankedStages();
    const StageIndex first = facts.firstRecordStage();
    Reaches result;
    result.ranked = ranked;
    result.at.assign(leads * ranked, kNever);
    result.current.assign(leads, kNoStage);
    result.since.assign(leads, kNever);
    result.ended.assign(leads, kNever);
    result.entered.assign(leads, 0);
    if (ranked == 0) {
        return result;
    }
    for (LeadRow row = 0; row < leads; ++row) {
        if (!existsAt(facts, row, asOf)) {
            continue;
        }
        std::int64_t* const at = &result.at[static_cast<std::size_t>(row) * ranked];
        for (std::uint32_t i = facts.changeBegin[row]; i < facts.changeBegin[row + 1]; ++i) {
            if (facts.changeAt[i] > asOf.seconds) {
                break;
            }
            if (const StageIndex to = facts.changeTo[i]; to < ranked) {
                at[to] = std::min(at[to], ordered(facts.changeAt[i]));
            }
        }
        const Instant created = facts.leadCreated[row];
        at[first] = std::min(at[first], created <= asOf ? ordered(created.seconds) : kUnknown);

        std::uint64_t entered = 0;
        std::int64_t ended = kNever;
        StageIndex current = kNoStage;
        std::int64_t since = kNever;
        forEachEntry(facts, row, asOf, first, [&](std::int64_t when, StageIndex stage) {
            current = stage;
            since = when;
            if (stage < ranked && stage < 64) {
                entered |= std::uint64_t{1} << stage;
            }
            if (!facts.stages[stage].endsTheLead) {
                ended = kNever;
            } else if (ended == kNever) {
                ended = when;
            }
        });
        result.entered[row] = entered;
        result.ended[row] = ended;
        result.current[row] = current;
        result.since[row] = since;

        // Whoever reached a later stage has reached this one.
        std::int64_t earliest = kNever;
        for (StageIndex stage = ranked; stage-- > 0;) {
            earliest = std::min(earliest, at[stage]);
            at[stage] = earliest == kUnknown ? kUndated.seconds : earliest;
        }
    }
    return result;
}

std::vector<std::int64_t> reachesOf(const Facts& facts, StageIndex stage, Instant asOf)
{
    const StageIndex ranked = facts.rankedStages();
    const bool isFirst = stage <= facts.firstRecordStage();
    std::vector<std::int64_t> result(facts.leadCount(), kNever);
    for (LeadRow row = 0; row < result.size(); ++row) {
        if (!existsAt(facts, row, asOf)) {
            continue;
        }
        std::int64_t earliest = kNever;
        for (std::uint32_t i = facts.changeBegin[row]; i < facts.changeBegin[row + 1]; ++i) {
            if (facts.changeAt[i] > asOf.seconds) {
                break;
            }
            if (facts.changeTo[i] >= stage && facts.changeTo[i] < ranked) {
                earliest = std::min(earliest, ordered(facts.changeAt[i]));
            }
        }
        if (isFirst) {
            const Instant created = facts.leadCreated[row];
            earliest = std::min(earliest, created <= asOf ? ordered(created.seconds) : kUnknown);
        }
        result[row] = earliest == kUnknown ? kUndated.seconds : earliest;
    }
    return result;
}

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/deal_standing.h"

namespace tandem {

DealStanding standingAt(const DealFact& deal, Instant asOf)
{
    const bool closed =
        deal.outcome != DealOutcome::Open && deal.closedAt.value_or(kUndated) <= asOf;
    if (closed) {
        return deal.outcome == DealOutcome::Won ? DealStanding::Won : DealStanding::Lost;
    }
    return deal.openedAt.value_or(kUndated) <= asOf ? DealStanding::Open : DealStanding::NotYet;
}

bool isSelected(const DealFact& deal, const Selection& selection)
{
    return selection.all() || (deal.lead && selection[*deal.lead]);
}

Day monthOf(const TimeZone& zone, Instant at)
{
    const Day day = zone.dayOf(at);
    return day + -(civilFromDay(day).day - 1);
}

Day nextMonth(Day firstOfMonth)
{
    const Day later = firstOfMonth + 31;
    return later + -(civilFromDay(later).day - 1);
}

} // namespace tandem

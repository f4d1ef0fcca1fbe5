// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/query.h"

namespace tandem {

enum class DealStanding : std::uint8_t { NotYet, Open, Won, Lost };

/// How a deal stood at as_of: one that closed later was open, one that was opened later did not
/// exist. A closed one of unknown date stands as it is recorded.
DealStanding standingAt(const DealFact& deal, Instant asOf);

/// Whether a deal's lead is selected; one without a lead is, if everybody is.
bool isSelected(const DealFact& deal, const Selection& selection);

/// The first day of the month of an instant, on the calendar of the zone.
Day monthOf(const TimeZone& zone, Instant at);
/// The first day of the next month.
Day nextMonth(Day firstOfMonth);

} // namespace tandem

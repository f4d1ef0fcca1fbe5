// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/sample/sample_company.h"

#include <optional>
#include <vector>

namespace tandem {

/// How a lead came in: when, and by which campaign (position in campaigns).
struct SampleStart {
    Instant at = kUndated;
    std::optional<std::size_t> campaign;
};

/// About 3,000 arrivals in order of time, the undated ones first: more of them from year to year,
/// with the seasons, on working days and while a fair is on.
std::vector<SampleStart> sampleStarts(Day today, const TimeZone& zone, Random& random);

/// Some 250 plants.
std::vector<Company> sampleCompanies(Random& random);

/// A person who came in with `start`: name, company, persona, source, custom values; no owner yet.
Lead sampleLead(const SampleCompany&, const SampleStart& start, Random& random);

/// How good the lead's chances are against the average, from its company, persona and campaign.
double sampleOdds(const SampleCompany&, const Lead&, const SampleStart& start);

/// An instant of that day as people who sit at work make them: between 8 and 18 on a weekday (a
/// weekend's is moved to Monday); with `atHome`, one in eight in the evening or on the weekend.
Instant sampleInstant(Day day, const TimeZone& zone, bool atHome, Random& random);

} // namespace tandem

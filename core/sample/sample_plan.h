// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/sample/sample_company.h"

#include <span>
#include <string_view>

namespace tandem {

/// What a campaign of the demonstration company is, and how its leads fare.
struct SampleCampaignPlan {
    std::string_view key, name, objective, channel, source;
    std::string_view firstOutcome; ///< of the first touch of a lead it brings
    int startsDaysAgo = 0;
    int endsDaysAgo = 0; ///< negative: it goes on; kRunsOn: without an end
    int budget = 0;      ///< whole units of the currency, over all its days so far
    double weight = 0;   ///< share of new leads while it runs, against the others
    double quality = 1;  ///< multiplies the odds of each later step
    int persona = -1;    ///< position, -1: for all
    std::string_view leadClass;
    int marketingOwner = 0; ///< position in people
    int salesOwner = -1;    ///< -1: Sales has not agreed
};

inline constexpr int kRunsOn = -9'999;

std::span<const SampleCampaignPlan> sampleCampaigns();

inline constexpr std::size_t kSampleMarketers = 4;
inline constexpr std::size_t kSampleSellers = 5;

/// Minor units of `whole` units of a currency.
Money sampleMoney(double whole, std::string_view currency);

/// Id of a default stage in a SampleCompany.
StageId sampleStage(std::string_view name);

/// Adds people, personas, custom fields, companies, campaigns, contents, costs and audience counts.
void addSampleDefinitions(SampleCompany&, Day today, std::string_view currency, std::uint64_t seed);
/// Adds leads with their stage changes, touches and deals; the definitions must be there.
void addSampleJourneys(SampleCompany&, Instant now, const TimeZone& zone, std::string_view currency,
                       std::uint64_t seed);

/// How busy a month 1…12 is for people in food plants: above 1 before the summer peak and in
/// autumn, below in the holidays.
double sampleSeason(int month);

} // namespace tandem

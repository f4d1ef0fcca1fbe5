// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sample/sample_leads.h"

#include "core/base/text.h"
#include "core/sample/sample_names.h"
#include "core/sample/sample_plan.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace tandem {
namespace {

constexpr std::size_t kLeads = 3'000;
constexpr std::size_t kUndatedLeads = 14; // taken over from a notebook
constexpr std::size_t kCompanies = 250;

constexpr std::array kSizes =
    std::to_array<std::string_view>({"11-50", "51-200", "201-1000", "1001+"});
constexpr std::array kPlantSizes =
    std::to_array<std::string_view>({"one line", "two to four lines", "five lines or more"});
constexpr std::array kBands =
    std::to_array<std::string_view>({"under 50k", "50k to 150k", "150k to 500k", "over 500k"});

/// Position in `weights`, each as likely as its weight.
template <class Weights>
std::size_t weighted(const Weights& weights, Random& random)
{
    double all = 0;
    for (const double weight : weights) {
        all += weight;
    }
    double at = random.uniform() * all;
    std::size_t i = 0;
    while (i + 1 < std::size(weights) && at >= weights[i]) {
        at -= weights[i];
        ++i;
    }
    return i;
}

std::size_t positionOf(std::span<const std::string_view> names, std::string_view name)
{
    return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
}

bool runs(const SampleCampaignPlan& plan, int daysAgo)
{
    return plan.startsDaysAgo >= daysAgo && plan.endsDaysAgo < daysAgo;
}

std::vector<double> dayWeights(Day today)
{
    constexpr std::array<double, 7> kWeek{0.96, 1.16, 1.12, 1.08, 0.8, 0.17, 0.14};
    std::vector<double> weights;
    for (int daysAgo = kSampleDays - 1; daysAgo > 0; --daysAgo) {
        const Day day = today + -daysAgo;
        double weight = (1.55 - 1.2 * daysAgo / kSampleDays) *
                        kWeek[static_cast<std::size_t>(weekday(day))] *
                        sampleSeason(civilFromDay(day).month);
        for (const SampleCampaignPlan& plan : sampleCampaigns()) {
            if (plan.channel == "event" && runs(plan, daysAgo)) {
                weight *= 2.3;
            }
        }
        weights.push_back(weight);
    }
    return weights;
}

std::optional<std::size_t> campaignAt(int daysAgo, Random& random)
{
    constexpr double kNone = 10;
    std::vector<double> weights;
    for (const SampleCampaignPlan& plan : sampleCampaigns()) {
        weights.push_back(runs(plan, daysAgo) ? plan.weight : 0.0);
    }
    weights.push_back(kNone);
    const std::size_t chosen = weighted(weights, random);
    return chosen + 1 < weights.size() ? std::optional(chosen) : std::nullopt;
}

/// "Maëlle O’Hanlon" at "Valdoré Milk" → "maelle.ohanlon@valdore-milk.example".
std::string address(std::string_view name, std::string_view company)
{
    const auto plain = [](std::string_view text, char blank) {
        std::string out;
        for (const char c : folded(text)) {
            if (c == ' ') {
                out += blank;
            } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                out += c;
            }
        }
        return out;
    };
    return plain(name, '.') + "@" + plain(company, '-') + ".example";
}

std::string sourceWithoutCampaign(Random& random)
{
    constexpr std::array<double, 4> kWeights{0.4, 0.26, 0.14, 0.2};
    constexpr std::array kSources =
        std::to_array<std::string_view>({"direct", "search", "referral", ""});
    return std::string(kSources[weighted(kWeights, random)]);
}

/// What is known of budget, authority, need and timeline; more of it for better leads.
void addQualification(Lead& lead, Random& random)
{
    constexpr std::array kBudget =
        std::to_array<std::string_view>({"set aside", "to be asked for", "none yet"});
    constexpr std::array kAuthority =
        std::to_array<std::string_view>({"decides", "recommends", "asks for others"});
    constexpr std::array kNeed = std::to_array<std::string_view>(
        {"leaks at night", "proof for the audit", "water price", "rinse water"});
    constexpr std::array kTimeline =
        std::to_array<std::string_view>({"this quarter", "this year", "next year"});
    if (random.chance(0.42)) {
        lead.need = pick(kNeed, random);
    }
    if (random.chance(0.3)) {
        lead.authority = pick(kAuthority, random);
    }
    if (random.chance(0.22)) {
        lead.budget = pick(kBudget, random);
    }
    if (random.chance(0.25)) {
        lead.timeline = pick(kTimeline, random);
    }
}

} // namespace

std::vector<SampleStart> sampleStarts(Day today, const TimeZone& zone, Random& random)
{
    const std::vector<double> weights = dayWeights(today);
    std::vector<SampleStart> starts(kLeads);
    for (std::size_t i = kUndatedLeads; i < kLeads; ++i) {
        const int daysAgo = kSampleDays - 1 - static_cast<int>(weighted(weights, random));
        starts[i].campaign = campaignAt(daysAgo, random);
        starts[i].at = sampleInstant(today + -daysAgo, zone, true, random);
        // A weekend's arrival at work moves to Monday, which may be still to come.
        if (starts[i].at >= zone.startOf(today)) {
            starts[i].at = sampleInstant(today + -4, zone, false, random);
        }
    }
    std::ranges::stable_sort(starts, {}, &SampleStart::at);
    return starts;
}

std::vector<Company> sampleCompanies(Random& random)
{
    constexpr std::array<double, 4> kSizeWeights{0.28, 0.4, 0.24, 0.08};
    std::vector<Company> companies;
    std::set<std::string> taken;
    while (companies.size() < kCompanies) {
        const SampleIndustry& industry = pick(sampleIndustries(), random);
        Company company;
        company.name = std::string(pick(sampleCompanyStems(), random)) + " " +
                       std::string(pick(industry.endings, random));
        if (!taken.insert(company.name).second) {
            continue;
        }
        const SamplePlace& place = pick(samplePlaces(), random);
        company.id = CompanyId{static_cast<std::int64_t>(companies.size() + 1)};
        company.industry = industry.name;
        company.size = kSizes[weighted(kSizeWeights, random)];
        company.country = place.country;
        company.city = place.city;
        companies.push_back(std::move(company));
    }
    return companies;
}

Lead sampleLead(const SampleCompany& company, const SampleStart& start, Random& random)
{
    constexpr std::array<double, 5> kPersonaWeights{0.29, 0.25, 0.2, 0.15, 0.11};
    const SampleCampaignPlan* plan = start.campaign ? &sampleCampaigns()[*start.campaign] : nullptr;

    Lead lead;
    lead.name = std::string(pick(sampleFirstNames(), random)) + " " +
                std::string(pick(sampleLastNames(), random));
    // A few plants send many people, most send some.
    const auto which = static_cast<std::size_t>(std::pow(random.uniform(), 1.4) *
                                                static_cast<double>(company.companies.size()));
    const Company& employer = company.companies[which];
    lead.company = employer.id;
    lead.country = employer.country;
    lead.city = random.chance(0.75) ? employer.city : "";

    std::size_t persona = weighted(kPersonaWeights, random);
    if (plan && plan->persona >= 0 && random.chance(0.45)) {
        persona = static_cast<std::size_t>(plan->persona);
    }
    if (persona < company.personas.size()) {
        lead.persona = company.personas[persona].id;
    }
    lead.jobTitle = pick(sampleJobTitles(persona), random);
    lead.email = random.chance(0.975) ? address(lead.name, employer.name) : "";
    if (employer.country == "United Kingdom" && random.chance(0.6)) {
        // Numbers that are kept free for stories.
        lead.phone = "+44 1632 960" + std::to_string(100 + random.below(900));
    }
    lead.source = plan ? std::string(plan->source) : sourceWithoutCampaign(random);
    if (start.at != kUndated) {
        lead.createdAt = start.at;
    }
    addQualification(lead, random);

    const std::size_t size = positionOf(kSizes, employer.size);
    const std::size_t lines =
        std::min<std::size_t>(size / 2 + random.below(2), kPlantSizes.size() - 1);
    const std::size_t band = std::min<std::size_t>(size + random.below(2), kBands.size() - 1);
    const bool newsletter = random.chance(0.46);
    if (random.chance(0.82)) {
        lead.custom.push_back({CustomFieldId{1}, std::string(kPlantSizes[lines])});
    }
    if (random.chance(0.7)) {
        lead.custom.push_back({CustomFieldId{2}, std::string(kBands[band])});
    }
    lead.custom.push_back({CustomFieldId{3}, newsletter ? "yes" : "no"});
    lead.consent = newsletter ? "asked for the newsletter" : "";
    if (random.chance(0.08)) {
        lead.tags = random.chance(0.5) ? "fair" : "several plants";
    }
    return lead;
}

double sampleOdds(const SampleCompany& company, const Lead& lead, const SampleStart& start)
{
    constexpr std::array<double, 4> kByPersona{1.3, 1.1, 0.75, 1.0};
    constexpr std::array<double, 4> kBySize{0.65, 1.0, 1.35, 1.1};
    double odds = start.campaign ? sampleCampaigns()[*start.campaign].quality : 0.95;
    odds *= lead.persona ? kByPersona[static_cast<std::size_t>(lead.persona->value - 1)] : 0.7;
    const Company& employer = company.companies[static_cast<std::size_t>(lead.company->value - 1)];
    odds *= kBySize[positionOf(kSizes, employer.size)];
    return odds;
}

Instant sampleInstant(Day day, const TimeZone& zone, bool atHome, Random& random)
{
    constexpr int kHour = 3'600;
    if (atHome && random.chance(0.125)) {
        return zone.at(day, 18 * kHour + static_cast<int>(random.below(5 * kHour)));
    }
    while (weekday(day) > 4 && !(atHome && random.chance(0.5))) {
        day = day + (7 - weekday(day));
    }
    // Two busy spells, before and after lunch.
    const double hour =
        random.chance(0.56) ? 10.2 + 1.0 * random.normal() : 14.9 + 1.1 * random.normal();
    return zone.at(day, static_cast<int>(std::clamp(hour, 8.0, 17.9) * kHour));
}

} // namespace tandem

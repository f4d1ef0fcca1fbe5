// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sample/sample_plan.h"

#include <array>
#include <cmath>

namespace tandem {
namespace {

constexpr std::array kCampaigns = std::to_array<SampleCampaignPlan>({
    {"AC-01", "Find the leak", "Be found by those who search for water loss", "ads", "search ads",
     "clicked", 715, kRunsOn, 31'000, 13, 0.95, -1, "Basic", 0, 4},
    {"AC-02", "Water balance guide", "A name for an answer: the guide", "website", "search",
     "downloaded", 640, kRunsOn, 14'500, 15, 1.0, 3, "Basic", 1, 5},
    {"AC-03", "Leak audit webinar", "Plants that ask for an audit", "webinar", "webinar",
     "registered", 420, kRunsOn, 19'800, 19, 1.45, 0, "Profiled", 0, 6},
    {"AC-04", "Brewery print mailing", "Awareness in breweries", "mail", "mailing", "sent the card",
     330, 150, 26'400, 6, 0.35, 2, "Basic", 2, 7},
    {"AC-05", "Bottlers’ fair stand", "Meet plants in person", "event", "trade fair",
     "visited the stand", 415, 400, 13'500, 55, 1.4, 0, "Profiled", 1, 5},
    {"AC-06", "Bottlers’ fair stand, second year", "Meet plants in person", "event", "trade fair",
     "visited the stand", 52, 45, 14'900, 42, 1.4, 0, "Profiled", 1, 5},
    {"AC-07", "Dairy night-flow study", "Show dairies what runs at night", "webinar", "webinar",
     "registered", 260, 120, 9'600, 9, 1.2, 1, "Profiled", 3, 8},
    {"AC-08", "The Wet Ledger", "Stay in mind between projects", "email", "newsletter", "signed up",
     700, kRunsOn, 6'900, 7, 0.9, -1, "Basic", 3, 4},
    {"AC-09", "Pump fitters bring plants", "Introductions by those who are there anyway",
     "referral", "partner", "introduced", 560, kRunsOn, 12'200, 8, 1.5, 1, "BANT", 2, 6},
    {"AC-10", "Summer retargeting", "Bring visitors back", "ads", "display ads", "clicked", 118, 21,
     15'700, 13, 0.5, -1, "", 0, -1},
    {"AC-11", "Bottlers’ cold list", "A first call with every bottler", "phone", "cold list",
     "called", 500, 380, 8'800, 12, 0.5, 2, "Basic", 2, 7},
    {"AC-12", "Stories from the plant", "Customers tell it on video", "social", "social", "watched",
     205, kRunsOn, 10'400, 7, 0.9, 0, "Basic", 3, 8},
    {"AC-13", "Audit for two", "A customer names a neighbour", "referral", "customer", "introduced",
     185, kRunsOn, 5'200, 4, 1.6, 0, "BANT", 1, 6},
    {"AC-14", "Rinse water course", "Teach maintenance to measure rinse water", "webinar",
     "webinar", "registered", 92, -40, 7'400, 8, 1.0, 1, "Profiled", 3, 4},
});

struct PersonPlan {
    std::string_view name;
    std::string_view email;
};

constexpr std::array kPeople = std::to_array<PersonPlan>({
    {"Renske Oduya", "renske.oduya@aldervane.example"},
    {"Caspian Holt", "caspian.holt@aldervane.example"},
    {"Mirela Tudor", "mirela.tudor@aldervane.example"},
    {"Jonah Feldt", "jonah.feldt@aldervane.example"},
    {"Asa Bergström", "asa.bergstrom@aldervane.example"},
    {"Bram Okafor", "bram.okafor@aldervane.example"},
    {"Noemi Castell", "noemi.castell@aldervane.example"},
    {"Declan Rourke", "declan.rourke@aldervane.example"},
    {"Yusra Haddad", "yusra.haddad@aldervane.example"},
});

struct PersonaPlan {
    std::string_view name, quote, body;
};

constexpr std::array kPersonas = std::to_array<PersonaPlan>({
    {"Olga, head of operations", "Tell me when it leaks, not how your meter works.",
     R"({"role":"Head of operations, plant manager","industry":"Dairy, brewing",)"
     R"("company_size":"50-200","channels":"Phone, trade fairs","price_sensitivity":"Low",)"
     R"("goals":"No unplanned stop in the season. Savings that stand up before the board.",)"
     R"("fears":"Being the one who stopped the line for a meter.",)"
     R"("words":"night flow, shift, stop, audit"})"},
    {"Mateus, maintenance lead", "I mend what I can see. Show me the pipe.",
     R"({"role":"Maintenance lead, utilities engineer","industry":"Dairy, soft drinks",)"
     R"("channels":"Webinar, chat","goals":"Fewer call-outs at night, parts that are on the shelf.",)"
     R"("fears":"One more screen that nobody looks at.","words":"valve, pulse, pressure, spare"})"},
    {"Philippa, purchasing", "Three quotes, one payback, two years at most.",
     R"({"role":"Purchasing manager","channels":"E-mail","price_sensitivity":"High",)"
     R"("goals":"Comparable offers, fixed prices.","fears":"Licences that grow.",)"
     R"("words":"payback, frame contract, warranty"})"},
    {"Stefan, sustainability lead", "The auditor wants litres per hectolitre, and so do I.",
     R"({"role":"Sustainability lead","channels":"Search, newsletter",)"
     R"("goals":"Figures that an auditor believes.","fears":"Gaps in the log.",)"
     R"("words":"water balance, litres per hectolitre, proof"})"},
});

struct ContentPlan {
    std::string_view title, kind, stage;
    int persona;
};

constexpr std::array kContents = std::to_array<ContentPlan>({
    {"The water balance of a plant, in 12 pages", "guide", "IQL", 3},
    {"What a leak costs in a year", "calculator", "IQL", 0},
    {"Night flow: how to read it", "article", "IQL", 1},
    {"Five places where dairies lose water", "article", "Contact", 0},
    {"Leak audit, what happens on the day", "webinar", "MQL", 0},
    {"Rinse water, measured", "webinar", "MQL", 1},
    {"Night-flow study: eleven dairies", "study", "MQL", 1},
    {"Case: a creamery saves 6 %", "case study", "SQL", 0},
    {"Case: a brewery finds the third main", "case study", "SQL", 0},
    {"Case: a bottler and its auditor", "case study", "SQL", 3},
    {"Audit checklist", "checklist", "MQL", 1},
    {"Fitting without a stop", "video", "SQL", 0},
    {"Pulse meters, which ones work", "data sheet", "SQL", 1},
    {"Payback sheet", "calculator", "Opportunity", 2},
    {"Terms on one page", "data sheet", "Opportunity", 2},
    {"Warranty and spares", "data sheet", "Opportunity", 2},
    {"Questions an auditor asks", "article", "IQL", 3},
    {"Litres per hectolitre, explained", "article", "Contact", 3},
    {"Water prices in eleven countries", "study", "Contact", 2},
    {"From the plant: Hamar", "video", "MQL", 0},
    {"From the plant: Aveiro", "video", "MQL", 3},
    {"Your first year with meters", "guide", "Customer", 1},
    {"The second hall", "article", "Customer", 0},
    {"How we keep your data on site", "data sheet", "SQL", 3},
    {"Six mistakes with boundary meters", "article", "Contact", 1},
});

void addTeams(SampleCompany& company)
{
    for (std::size_t i = 0; i < kPeople.size(); ++i) {
        const Team team = i < kSampleMarketers ? Team::Marketing : Team::Sales;
        company.people.push_back({PersonId{static_cast<std::int64_t>(i + 1)},
                                  std::string(kPeople[i].name), std::string(kPeople[i].email), team,
                                  true});
    }
    for (std::size_t i = 0; i < kPersonas.size(); ++i) {
        company.personas.push_back({PersonaId{static_cast<std::int64_t>(i + 1)},
                                    std::string(kPersonas[i].name), std::string(kPersonas[i].quote),
                                    "", std::string(kPersonas[i].body)});
    }
    company.customFields = {{CustomFieldId{1}, "Plant size", FieldType::Text},
                            {CustomFieldId{2}, "Water bill band", FieldType::Text},
                            {CustomFieldId{3}, "Newsletter", FieldType::YesNo}};
}

void addCampaigns(SampleCompany& company, Day today, std::string_view currency)
{
    for (std::size_t i = 0; i < kCampaigns.size(); ++i) {
        const SampleCampaignPlan& plan = kCampaigns[i];
        Campaign campaign;
        campaign.id = CampaignId{static_cast<std::int64_t>(i + 1)};
        campaign.key = plan.key;
        campaign.name = plan.name;
        campaign.objective = plan.objective;
        campaign.channel = plan.channel;
        campaign.starts = today + -plan.startsDaysAgo;
        if (plan.endsDaysAgo != kRunsOn) {
            campaign.ends = today + -plan.endsDaysAgo;
        }
        campaign.budget = sampleMoney(plan.budget, currency);
        if (plan.persona >= 0) {
            campaign.persona = PersonaId{plan.persona + 1};
        }
        campaign.wantedLeadClass = plan.leadClass;
        campaign.marketingOwner = PersonId{plan.marketingOwner + 1};
        if (plan.salesOwner >= 0) {
            campaign.salesOwner = PersonId{plan.salesOwner + 1};
        }
        company.campaigns.push_back(std::move(campaign));
    }
}

void addContents(SampleCompany& company, Random& random)
{
    for (std::size_t i = 0; i < kContents.size(); ++i) {
        const ContentPlan& plan = kContents[i];
        Content content;
        content.id = ContentId{static_cast<std::int64_t>(i + 1)};
        content.key = "C-" + std::to_string(101 + i);
        content.title = plan.title;
        content.kind = plan.kind;
        content.link = "https://aldervane.example/read/" + std::to_string(101 + i);
        content.persona = PersonaId{plan.persona + 1};
        content.stage = sampleStage(plan.stage);
        content.owner = PersonId{static_cast<std::int64_t>(random.below(kSampleMarketers)) + 1};
        company.contents.push_back(std::move(content));
    }
}

void addCost(SampleCompany& company, std::optional<CampaignId> campaign, Day day, Money amount,
             Team team, std::string note)
{
    CostEntry cost;
    cost.id = CostId{static_cast<std::int64_t>(company.costs.size() + 1)};
    cost.key = "K-" + std::to_string(1000 + company.costs.size());
    cost.campaign = campaign;
    cost.at = Instant{static_cast<std::int64_t>(day.number) * kSecondsPerDay + 43'200};
    cost.amount = amount;
    cost.team = team;
    cost.note = std::move(note);
    company.costs.push_back(std::move(cost));
}

/// One entry a month for every campaign that ran in it, and each team's own standing costs.
void addCosts(SampleCompany& company, Day today, std::string_view currency, Random& random)
{
    for (int daysAgo = kSampleDays - 15; daysAgo > 0; --daysAgo) {
        const Day day = today + -daysAgo;
        if (civilFromDay(day).day != 25) {
            continue;
        }
        for (std::size_t i = 0; i < kCampaigns.size(); ++i) {
            const SampleCampaignPlan& plan = kCampaigns[i];
            const int end = std::max(plan.endsDaysAgo, 0);
            const double days = plan.startsDaysAgo - end;
            // The bill of a month comes on the 25th for the thirty days before.
            const double from = std::max(end, daysAgo),
                         to = std::min(plan.startsDaysAgo, daysAgo + 30);
            if (to <= from) {
                continue;
            }
            const double due = plan.budget * (to - from) / days * (0.85 + 0.25 * random.uniform());
            addCost(company, company.campaigns[i].id, day, sampleMoney(due, currency),
                    plan.key == "AC-11" ? Team::Sales : Team::Marketing, "");
        }
        addCost(company, {}, day, sampleMoney(640 + 40 * random.uniform(), currency),
                Team::Marketing, "Tools and pictures");
        addCost(company, {}, day, sampleMoney(1'150 + 500 * random.uniform(), currency),
                Team::Sales, "Travel");
    }
}

struct ChannelCount {
    std::string_view channel;
    double visitors; ///< a day, on average, at the end of the story
};

constexpr std::array kVisits = std::to_array<ChannelCount>({{"search", 228},
                                                            {"ads", 103},
                                                            {"website", 114},
                                                            {"social", 50},
                                                            {"referral", 30},
                                                            {"email", 36}});

void addAudience(SampleCompany& company, Day today, Random& random)
{
    constexpr std::array<double, 7> kWeek{1.12, 1.2, 1.18, 1.15, 0.98, 0.62, 0.6};
    for (int daysAgo = kSampleDays - 1; daysAgo > 0; --daysAgo) {
        const Day day = today + -daysAgo;
        const double growth = 1.0 - 0.45 * daysAgo / kSampleDays;
        const double busy = growth * sampleSeason(civilFromDay(day).month) *
                            kWeek[static_cast<std::size_t>(weekday(day))];
        for (const ChannelCount& visits : kVisits) {
            const double value = visits.visitors * busy * std::exp(0.16 * random.normal());
            company.audience.push_back({std::nullopt, std::string(visits.channel), day,
                                        AudienceMeasure::Visitors, std::llround(value)});
        }
        for (std::size_t i = 0; i < kCampaigns.size(); ++i) {
            const SampleCampaignPlan& plan = kCampaigns[i];
            if (plan.channel == "ads" && plan.startsDaysAgo >= daysAgo &&
                plan.endsDaysAgo < daysAgo) {
                const double shown = 3'900 * busy * std::exp(0.2 * random.normal());
                company.audience.push_back({company.campaigns[i].id, "ads", day,
                                            AudienceMeasure::Impressions, std::llround(shown)});
            }
        }
        if (weekday(day) == 0) {
            const double followers = 820.0 + 2.1 * (kSampleDays - daysAgo);
            company.audience.push_back({std::nullopt, "social", day, AudienceMeasure::Followers,
                                        std::llround(followers + 12 * random.normal())});
        }
    }
}

} // namespace

std::span<const SampleCampaignPlan> sampleCampaigns()
{
    return kCampaigns;
}

Money sampleMoney(double whole, std::string_view currency)
{
    return {std::llround(whole * std::pow(10.0, minorDigits(currency)))};
}

StageId sampleStage(std::string_view name)
{
    static const std::vector<Stage> stages = defaultStages();
    for (std::size_t i = 0; i < stages.size(); ++i) {
        if (stages[i].name == name) {
            return StageId{static_cast<std::int64_t>(i + 1)};
        }
    }
    return StageId{1};
}

double sampleSeason(int month)
{
    constexpr std::array<double, 12> kSeason{0.96, 1.03, 1.1,  1.08, 1.05, 0.98,
                                             0.88, 0.86, 1.06, 1.09, 1.04, 0.82};
    return kSeason[static_cast<std::size_t>(month - 1)];
}

void addSampleDefinitions(SampleCompany& company, Day today, std::string_view currency,
                          std::uint64_t seed)
{
    // Each part has numbers of its own, so that a change in one leaves the others as they were.
    Random contentNumbers(seed ^ 0xc0);
    Random costNumbers(seed ^ 0xc1);
    Random audienceNumbers(seed ^ 0xc2);
    addTeams(company);
    addCampaigns(company, today, currency);
    addContents(company, contentNumbers);
    addCosts(company, today, currency, costNumbers);
    addAudience(company, today, audienceNumbers);
}

} // namespace tandem

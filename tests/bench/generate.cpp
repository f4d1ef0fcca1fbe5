// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/generate.h"

#include "core/base/day.h"
#include "core/base/random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/os.h>
#include <string_view>
#include <vector>

namespace tandem::bench {
namespace {

constexpr std::array<std::string_view, 24> kFirst{
    "Mara",  "Owen",  "Aino", "Rui",   "Greta", "Noor",  "Ebbe", "Ilse",
    "Tomas", "Hanne", "Piet", "Clara", "Johan", "Bea",   "Yann", "Sofia",
    "Kaja",  "Mirko", "Edda", "Lena",  "Priya", "Marit", "Ines", "Daniel"};
constexpr std::array<std::string_view, 24> kLast{
    "Ellingsen", "Tasker", "Virtala",  "Sarmento", "Holzer", "Haddar",   "Kruse",   "Wouter",
    "Rehak",     "Dahlby", "Molenaar", "Benito",   "Ekroth", "Lindholm", "Kerriou", "Marchetti",
    "Veldre",    "Talan",  "Frisch",   "Rothe",    "Müller", "Sterling", "Calder",  "Adeyar"};
constexpr std::array<std::string_view, 8> kChannels{"email", "website", "phone",   "webinar",
                                                    "form",  "event",   "meeting", "social"};
constexpr std::array<double, 8> kChannelWeight{0.38, 0.24, 0.14, 0.07, 0.06, 0.05, 0.04, 0.02};
constexpr std::array<std::string_view, 6> kSources{"search", "referral", "trade fair",
                                                   "social", "partner",  ""};
constexpr std::array<std::string_view, 5> kStages{"IQL", "MQL", "SQL", "Opportunity", "Customer"};
constexpr std::array<double, 5> kStep{0.60, 0.40, 0.45, 0.60, 0.28};
constexpr std::int64_t kStart = 1'672'531'200; // 2023-01-01
constexpr std::int64_t kSpan = 3 * 365 * kSecondsPerDay;
constexpr int kCampaigns = 200;

std::size_t weighted(Random& random, const std::array<double, 8>& weights)
{
    double left = random.uniform();
    for (std::size_t i = 0; i + 1 < weights.size(); ++i) {
        if (left < weights[i]) {
            return i;
        }
        left -= weights[i];
    }
    return weights.size() - 1;
}

struct Event {
    std::int64_t at;
    std::uint32_t lead;
    std::uint32_t what; // of a touch: random bits; of a stage: its position
};

void sortByTime(std::vector<Event>& events)
{
    std::ranges::sort(events, [](const Event& a, const Event& b) {
        return a.at != b.at ? a.at < b.at : a.lead < b.lead;
    });
}

void writeCampaigns(const std::filesystem::path& folder)
{
    auto out = fmt::output_file((folder / "campaigns.csv").string());
    out.print("key,name,objective,channel,starts\n");
    for (int c = 0; c < kCampaigns; ++c) {
        out.print("C{:03},Campaign {},lead generation,{},{}\n", c, c, kChannels[c % 8],
                  isoDay(Day{static_cast<std::int32_t>(kStart / kSecondsPerDay) + c * 5}));
    }
}

void writeTouches(const std::filesystem::path& folder, const std::vector<Event>& touches)
{
    auto out = fmt::output_file((folder / "touches.csv").string());
    out.print("key,lead,at,channel,direction,team,campaign,outcome\n");
    std::int64_t number = 0;
    for (const Event& e : touches) {
        Random random(e.what);
        const std::size_t channel = weighted(random, kChannelWeight);
        const bool in = random.chance(channel == 2 || channel == 6 ? 0.2 : 0.55);
        const bool sales = channel == 2 || channel == 6 || random.chance(0.15);
        out.print("T{:08},L{:07},{},{},{},{},", number++, e.lead, isoInstant(Instant{e.at}),
                  kChannels[channel], in ? "in" : "out", sales ? "sales" : "marketing");
        if (random.chance(0.7)) {
            const double u = random.uniform();
            out.print("C{:03}", static_cast<int>(u * u * kCampaigns));
        }
        out.print(",{}\n", in ? "responded" : random.chance(0.3) ? "no answer" : "");
    }
}

} // namespace

void generate(const std::filesystem::path& folder, std::int64_t leads, std::uint64_t seed)
{
    std::filesystem::create_directories(folder);
    Random random(seed);
    std::vector<Event> touches;
    std::vector<Event> stages;
    touches.reserve(static_cast<std::size_t>(leads) * 10);
    auto out = fmt::output_file((folder / "leads.csv").string());
    out.print("key,name,email,company,job_title,country,source,created_at,Plant size\n");
    writeCampaigns(folder);
    for (std::uint32_t lead = 0; lead < leads; ++lead) {
        const auto created = kStart + static_cast<std::int64_t>(random.uniform() * kSpan);
        const std::string_view first = kFirst[random.below(kFirst.size())];
        const std::string_view last = kLast[random.below(kLast.size())];
        const std::uint64_t company = random.below(static_cast<std::uint64_t>(leads) / 8 + 1);
        out.print("L{:07},{} {},{}.{}{}@example.com,Firm {},{},{},{},{},{}\n", lead, first, last,
                  first, last, lead, company, random.chance(0.5) ? "Plant manager" : "Buyer",
                  random.chance(0.6) ? "NO" : "SE", kSources[random.below(kSources.size())],
                  isoInstant(Instant{created}), 20 * (1 + random.below(30)));
        // A log-normal number of touches: the median is about 6, the mean about 10.
        const auto count = static_cast<int>(std::min(400.0, std::exp(1.8 + random.normal())));
        std::int64_t at = created;
        for (int i = 0; i < count; ++i) {
            touches.push_back({at, lead, static_cast<std::uint32_t>(random.next())});
            at += static_cast<std::int64_t>(random.exponential(11.0 * kSecondsPerDay));
        }
        std::int64_t reached = created;
        for (std::uint32_t s = 0; s < kStages.size() && random.chance(kStep[s]); ++s) {
            reached += static_cast<std::int64_t>(random.exponential(18.0 * kSecondsPerDay));
            stages.push_back({reached, lead, s});
        }
    }
    sortByTime(touches);
    sortByTime(stages);
    writeTouches(folder, touches);
    auto changes = fmt::output_file((folder / "stages.csv").string());
    changes.print("lead,at,stage\n");
    for (const Event& e : stages) {
        changes.print("L{:07},{},{}\n", e.lead, isoInstant(Instant{e.at}), kStages[e.what]);
    }
}

} // namespace tandem::bench

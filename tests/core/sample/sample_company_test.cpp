// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sample/sample_company.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

using namespace tandem;

namespace {

const Instant kNow = *instantFromIso("2026-05-12T10:30:00Z");

const SampleCompany& company()
{
    static const SampleCompany made =
        sampleCompany(kNow, TimeZone::named("Europe/London").value(), "EUR");
    return made;
}

StageId stage(std::string_view name)
{
    const std::vector<Stage> all = defaultStages();
    const auto at = std::ranges::find(all, name, &Stage::name);
    return StageId{at - all.begin() + 1};
}

/// When each lead first entered the stage or a later one, by metrics: "Stages".
std::map<LeadId, Instant> reached(std::string_view name)
{
    const StageId wanted = stage(name);
    const StageId last = stage("Customer");
    std::map<LeadId, Instant> at;
    for (const StageChange& change : company().stageChanges) {
        if (change.to >= wanted && change.to <= last && change.at != kUndated) {
            at.emplace(change.lead, change.at);
        }
    }
    return at;
}

struct Step {
    int n = 0;
    int converted = 0;
    double rate() const { return static_cast<double>(converted) / n; }
};

/// The step among leads that came in [from, to), as known at `asOf`.
Step step(std::string_view from, std::string_view to, Instant begin, Instant end, Instant asOf)
{
    const auto contact = reached("Contact"), a = reached(from), b = reached(to);
    Step result;
    for (const auto& [lead, at] : contact) {
        const auto entered = a.find(lead);
        if (at < begin || at >= end || entered == a.end() || entered->second > asOf) {
            continue;
        }
        ++result.n;
        const auto further = b.find(lead);
        result.converted += further != b.end() && further->second <= asOf;
    }
    return result;
}

Instant daysBefore(int days)
{
    return Instant{kNow.seconds - days * kSecondsPerDay};
}

} // namespace

TEST_CASE("the sample company is the same for the same seed and another for another seed")
{
    const TimeZone zone = TimeZone::named("Europe/London").value();
    const SampleCompany again = sampleCompany(kNow, zone, "EUR");
    CHECK(again.leads == company().leads);
    CHECK(again.stageChanges == company().stageChanges);
    CHECK(again.touches == company().touches);
    CHECK(again.deals == company().deals);
    CHECK(again.costs == company().costs);
    CHECK(again.audience == company().audience);
    CHECK_FALSE(sampleCompany(kNow, zone, "EUR", 7).leads == company().leads);
}

TEST_CASE("the sample company has the size it is announced with")
{
    CHECK(company().leads.size() == 3'000);
    CHECK(company().people.size() == 9);
    CHECK(std::ranges::count(company().people, Team::Marketing, &Person::team) == 4);
    CHECK(company().personas.size() == 4);
    CHECK(company().companies.size() == 250);
    CHECK(company().campaigns.size() == 14);
    CHECK(company().contents.size() == 25);
    CHECK(company().customFields.size() == 3);
    CHECK(company().touches.size() > 19'000);
    CHECK(company().touches.size() < 25'000);
    CHECK(company().deals.size() > 150);
}

TEST_CASE("nothing of the sample company lies after now or before its story")
{
    const Instant begin = daysBefore(kSampleDays + 1);
    const auto within = [&](Instant at) { return at < kNow && at >= begin; };
    CHECK(std::ranges::all_of(company().touches, within, &Touch::at));
    CHECK(std::ranges::all_of(company().stageChanges, [&](const StageChange& change) {
        return change.at == kUndated || within(change.at);
    }));
    CHECK(std::ranges::all_of(company().deals, [&](const Deal& deal) {
        return within(*deal.openedAt) && (!deal.closedAt || within(*deal.closedAt));
    }));
    CHECK(std::ranges::all_of(company().costs, within, &CostEntry::at));
    CHECK(std::ranges::all_of(company().leads, [&](const Lead& lead) {
        return !lead.createdAt || within(*lead.createdAt);
    }));
}

TEST_CASE("everything that the sample company's records name exists")
{
    const auto exists = [](const auto& list, auto id) {
        return id.value >= 1 && id.value <= static_cast<std::int64_t>(list.size());
    };
    const auto& c = company();
    CHECK(std::ranges::all_of(c.deals, [&](const Deal& deal) {
        return deal.lead && exists(c.leads, *deal.lead) && exists(c.companies, *deal.company);
    }));
    CHECK(std::ranges::all_of(c.touches, [&](const Touch& touch) {
        return exists(c.leads, touch.lead) &&
               (!touch.campaign || exists(c.campaigns, *touch.campaign)) &&
               (!touch.content || exists(c.contents, *touch.content));
    }));
    std::set<LeadId> placed;
    for (const StageChange& change : c.stageChanges) {
        placed.insert(change.lead);
    }
    CHECK(placed.size() == c.leads.size());
}

TEST_CASE("stage changes of a sample lead go forward in time and join up")
{
    const StageChange* before = nullptr;
    for (const StageChange& change : company().stageChanges) {
        if (before && before->lead == change.lead) {
            REQUIRE(change.at > before->at);
            REQUIRE(change.from == before->to);
        } else {
            REQUIRE_FALSE(change.from);
        }
        before = &change;
    }
}

TEST_CASE("in the sample's last three months fewer MQLs become SQLs than in the three before")
{
    const Step before = step("MQL", "SQL", daysBefore(180), daysBefore(90), daysBefore(90));
    const Step now = step("MQL", "SQL", daysBefore(90), kNow, kNow);
    INFO(before.converted << "/" << before.n << " then " << now.converted << "/" << now.n);
    CHECK(before.rate() > 0.36);
    CHECK(before.rate() < 0.43);
    CHECK(now.rate() > 0.26);
    CHECK(now.rate() < 0.33);
}

TEST_CASE(
    "the sample's opportunities took about eight touches, and more touches go with more of them")
{
    const auto opportunity = reached("Opportunity");
    std::map<LeadId, int> before, all;
    for (const Touch& touch : company().touches) {
        ++all[touch.lead];
        const auto at = opportunity.find(touch.lead);
        if (at != opportunity.end()) {
            before[touch.lead] += touch.at <= at->second;
        }
    }
    std::vector<int> counts;
    for (const auto& [lead, count] : before) {
        counts.push_back(count);
    }
    std::ranges::sort(counts);
    CHECK(counts[counts.size() / 2] >= 7);
    CHECK(counts[counts.size() / 2] <= 9);

    const auto rate = [&](int atLeast) {
        int n = 0, converted = 0;
        for (const auto& [lead, count] : all) {
            n += count >= atLeast;
            converted += count >= atLeast && opportunity.contains(lead);
        }
        return static_cast<double>(converted) / n;
    };
    CHECK(rate(4) > rate(1));
    CHECK(rate(8) > 1.5 * rate(4));
}

TEST_CASE("the sample's won deals are of believable size, some deals are open and some lost")
{
    std::vector<Money> won;
    int open = 0, lost = 0;
    for (const Deal& deal : company().deals) {
        open += deal.outcome == DealOutcome::Open;
        lost += deal.outcome == DealOutcome::Lost;
        if (deal.outcome == DealOutcome::Won) {
            won.push_back(*deal.amount);
        }
    }
    std::ranges::sort(won);
    REQUIRE(won.size() > 60);
    CHECK(won[won.size() / 2] > Money{800'000});
    CHECK(won[won.size() / 2] < Money{2'000'000});
    CHECK(open > 20);
    CHECK(lost > 60);
}

TEST_CASE("one sample campaign clearly pays, one clearly does not, one has no agreement with Sales")
{
    const auto& c = company();
    std::map<CampaignId, std::int64_t> cost, won;
    for (const CostEntry& entry : c.costs) {
        if (entry.campaign) {
            cost[*entry.campaign] += entry.amount.minor;
        }
    }
    for (const Deal& deal : c.deals) {
        if (deal.outcome == DealOutcome::Won && deal.campaign) {
            won[*deal.campaign] += deal.amount->minor;
        }
    }
    const auto named = [&](std::string_view key) {
        return std::ranges::find(c.campaigns, key, &Campaign::key)->id;
    };
    CHECK(won[named("AC-03")] > 5 * cost[named("AC-03")]);
    CHECK(won[named("AC-04")] < cost[named("AC-04")]);
    CHECK(std::ranges::count_if(c.campaigns, [](const Campaign& one) { return !one.salesOwner; }) ==
          1);
}

TEST_CASE("about fifty thousand visitors were counted in the sample's last quarter")
{
    std::int64_t visitors = 0;
    for (const AudienceCount& count : company().audience) {
        if (count.measure == AudienceMeasure::Visitors &&
            count.day >= dayFromIso("2026-05-12").value() + -91) {
            visitors += count.value;
        }
    }
    CHECK(visitors > 42'000);
    CHECK(visitors < 58'000);
}

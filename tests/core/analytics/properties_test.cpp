// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What must hold for any leads whatever, tried on many made at random.
#include "core/analytics/funnel.h"
#include "core/analytics/responses.h"
#include "core/analytics/stage_times.h"
#include "core/analytics/touches.h"
#include "core/base/random.h"
#include "tests/support/facts_text.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace tandem;
using namespace tandem::test;

namespace {

constexpr double kCut = 50; ///< the as_of that later events must not change

struct RandomText {
    std::string early; ///< what happened up to kCut
    std::string all;
};

/// Some leads with stage changes, touches, sources and creation dates between the days 0 and 100.
RandomText randomLeads(std::uint64_t seed, int leads)
{
    constexpr const char* kStages[]{"Lead", "MQL", "SQL", "Opp", "Won", "Nurture", "Lost"};
    constexpr const char* kSources[]{"", "Google", "Fair", "Partner"};
    Random random(seed);
    RandomText text{"campaign spring\ncampaign autumn\n", "campaign spring\ncampaign autumn\n"};
    for (int lead = 0; lead < leads; ++lead) {
        std::string early = fmt::format("L{}: ", lead);
        std::string all = early;
        const double created = random.uniform() * 100;
        const bool dated = random.chance(0.7);
        double first = dated ? created : 1e9;
        const auto add = [&](const std::string& word, std::optional<double> at) {
            const std::string event = at ? fmt::format("{}@{} ", word, *at) : word + "? ";
            all += event;
            early += !at || *at <= kCut ? event : "";
            first = at ? std::min(first, *at) : -1;
        };
        const auto when = [&]() -> std::optional<double> {
            return random.chance(0.1) ? std::nullopt : std::optional(random.uniform() * 100);
        };
        for (std::uint64_t i = random.below(5); i > 0; --i) {
            add(kStages[random.below(7)], when());
        }
        early += "| email ";
        all += "| email ";
        for (std::uint64_t i = random.below(8); i > 0; --i) {
            const auto at = when();
            const std::string campaign =
                random.chance(0.5) ? "campaign:spring " : "campaign:autumn ";
            add(random.chance(0.5) ? "in" : "out", at);
            all += campaign;
            early += !at || *at <= kCut ? campaign : "";
        }
        const char* source = kSources[random.below(4)];
        const std::string fields = fmt::format("| source={} {}\n", source,
                                               dated ? fmt::format("created={}", created) : "");
        text.all += all + fields;
        // A lead of which nothing is known before the cut would not be in the file then.
        if (!dated || first <= kCut) {
            text.early += early + fields;
        }
    }
    return text;
}

Query cut(Period period = {}, std::vector<Filter> where = {})
{
    return {period, onDay(kCut), std::move(where)};
}

std::vector<Query> someQueries()
{
    return {cut(),
            cut(days(10, 30)),
            cut(days(25, 90)),
            cut({}, {{"source", {"Google", ""}}}),
            cut(days(0, 45), {{"campaign", {"spring"}}}),
            cut({}, {{"stage", {"MQL", "Lost"}}})};
}

bool sameFunnel(const CohortFunnel& a, const CohortFunnel& b)
{
    return a.cohortSize == b.cohortSize && a.stages == b.stages && a.steps == b.steps &&
           a.undated == b.undated;
}

} // namespace

TEST_CASE("a later event never changes an earlier as_of")
{
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        const RandomText text = randomLeads(seed, 40);
        const Facts early = factsFrom(text.early);
        const Facts all = factsFrom(text.all);
        for (const Query& query : someQueries()) {
            INFO("seed " << seed);
            CHECK(sameFunnel(*cohortFunnel(early, query), *cohortFunnel(all, query)));
            CHECK(*snapshotFunnel(early, query) == *snapshotFunnel(all, query));
            CHECK(flowFunnel(early, query)->stages == flowFunnel(all, query)->stages);
            CHECK(*stageTimes(early, query) == *stageTimes(all, query));
            CHECK(*touchFigures(early, query) == *touchFigures(all, query));
            CHECK(*weeklyReach(early, query) == *weeklyReach(all, query));
            CHECK(*responses(early, query) == *responses(all, query));
        }
    }
}

TEST_CASE("reach is monotone: in stages, and in as_of")
{
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        const Facts facts = factsFrom(randomLeads(seed, 40).all);
        const Reaches before = reaches(facts, onDay(kCut));
        const Reaches after = reaches(facts, onDay(kCut + 20));
        for (LeadRow row = 0; row < facts.leadCount(); ++row) {
            for (StageIndex stage = 0; stage < before.ranked; ++stage) {
                const std::int64_t at = before(row, stage);
                if (stage > 0) {
                    // A later stage is not reached before an earlier one; unknown times tell
                    // nothing.
                    const bool known = at != kUndated.seconds;
                    CHECK((!known || before(row, static_cast<StageIndex>(stage - 1)) <= at));
                    CHECK((at == kNever ||
                           before(row, static_cast<StageIndex>(stage - 1)) != kNever));
                }
                CHECK((at == kNever || after(row, stage) != kNever));
                CHECK((at == kNever || at == kUndated.seconds || after(row, stage) == at));
            }
        }
    }
}

TEST_CASE("the reach of one stage is that of all stages")
{
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        const Facts facts = factsFrom("stages Visitor- Lead MQL SQL Opp Won / Nurture Lost!\n" +
                                      randomLeads(seed, 40).all);
        const Reaches all = reaches(facts, onDay(kCut));
        for (StageIndex stage = 0; stage < all.ranked; ++stage) {
            const std::vector<std::int64_t> one = reachesOf(facts, stage, onDay(kCut));
            for (LeadRow row = 0; row < facts.leadCount(); ++row) {
                CHECK(one[row] == all(row, stage));
            }
        }
    }
}

TEST_CASE("a filter's parts sum to the whole")
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Facts facts = factsFrom(randomLeads(seed, 60).all);
        for (const Period& period : {Period{}, days(10, 40)}) {
            const auto whole = cohortFunnel(facts, cut(period));
            const auto touches = touchFigures(facts, cut(period));
            const auto snapshot = snapshotFunnel(facts, cut(period));
            std::int64_t size = 0;
            std::vector<std::int64_t> reached(whole->stages.size(), 0);
            std::vector<std::int64_t> standing(snapshot->size(), 0);
            std::int64_t leads = 0;
            std::int64_t touchCount = 0;
            for (const char* source : {"", "Google", "Fair", "Partner"}) {
                const Query part = cut(period, {{"source", {source}}});
                const auto funnel = cohortFunnel(facts, part);
                size += funnel->cohortSize;
                for (std::size_t i = 0; i < reached.size(); ++i) {
                    reached[i] += funnel->stages[i].reached;
                }
                const auto figures = touchFigures(facts, part);
                leads += figures->leads;
                touchCount += figures->touches;
                const auto partSnapshot = snapshotFunnel(facts, part);
                for (std::size_t i = 0; i < standing.size(); ++i) {
                    standing[i] += (*partSnapshot)[i].leads;
                }
            }
            CHECK(size == whole->cohortSize);
            CHECK(leads == touches->leads);
            CHECK(touchCount == touches->touches);
            for (std::size_t i = 0; i < reached.size(); ++i) {
                CHECK(reached[i] == whole->stages[i].reached);
            }
            for (std::size_t i = 0; i < standing.size(); ++i) {
                CHECK(standing[i] == (*snapshot)[i].leads);
            }
        }
    }
}

TEST_CASE("every number of the cohort funnel opens a list of exactly that length")
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Facts facts = factsFrom(randomLeads(seed, 60).all);
        FunnelOptions within;
        within.withinDays = 15;
        for (const FunnelOptions& options : {FunnelOptions{}, within}) {
            for (const Query& query : someQueries()) {
                const auto funnel = cohortFunnel(facts, query, options);
                for (const CohortStage& stage : funnel->stages) {
                    const auto rows = cohortMembers(facts, query, options, stage.stage, {}, {});
                    CHECK(static_cast<std::int64_t>(rows->size()) == stage.reached);
                }
                for (const CohortStep& step : funnel->steps) {
                    const auto did = cohortMembers(facts, query, options, step.from, step.to, true);
                    const auto not_ =
                        cohortMembers(facts, query, options, step.from, step.to, false);
                    CHECK(static_cast<std::int64_t>(did->size()) == step.converted);
                    CHECK(static_cast<std::int64_t>(did->size() + not_->size()) == step.n);
                }
            }
        }
    }
}

TEST_CASE("every bar of the touch histogram opens a list of exactly that length")
{
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const Facts facts = factsFrom(randomLeads(seed, 60).all);
        for (const Query& query : someQueries()) {
            const auto figures = touchFigures(facts, query);
            std::int64_t leads = 0;
            for (int k = 0; k <= kMostTouches; ++k) {
                const auto rows = leadsWithTouches(facts, query, k);
                CHECK(static_cast<std::int64_t>(rows->size()) ==
                      figures->histogram[static_cast<std::size_t>(k)]);
                leads += static_cast<std::int64_t>(rows->size());
            }
            CHECK(leads == figures->leads);
            const auto rows = responses(facts, query);
            for (const Response& row : *rows) {
                CHECK(static_cast<std::int64_t>(leadsResponding(facts, query, row)->size()) ==
                      row.leads);
            }
        }
    }
}

TEST_CASE("the snapshot counts each existing lead once, and the flow enters each at least once")
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Facts facts = factsFrom(randomLeads(seed, 60).all);
        std::int64_t standing = 0;
        const auto snapshot = snapshotFunnel(facts, cut());
        for (const StageCount& stage : *snapshot) {
            standing += stage.leads;
        }
        std::int64_t entries = 0;
        const auto flow = flowFunnel(facts, cut());
        for (const StageCount& stage : flow->stages) {
            entries += stage.leads;
        }
        CHECK(standing == touchFigures(facts, cut())->leads);
        CHECK(standing == cohortFunnel(facts, cut())->cohortSize);
        CHECK(entries >= standing);
        // Flows of periods that follow each other add up to the flow of both.
        const auto first = flowFunnel(facts, cut(days(0, 20)));
        const auto second = flowFunnel(facts, cut(days(20, 50)));
        const auto both = flowFunnel(facts, cut(days(0, 50)));
        for (std::size_t i = 0; i < both->stages.size(); ++i) {
            CHECK(first->stages[i].leads + second->stages[i].leads == both->stages[i].leads);
        }
    }
}

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/traits.h"
#include "tests/support/facts_text.h"
#include "tests/support/real_data.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace tandem;
using namespace tandem::test;

namespace {

const Trait* find(const std::vector<Trait>& list, std::string_view field, std::string_view value)
{
    for (const Trait& trait : list) {
        if (trait.field == field && trait.value == value) {
            return &trait;
        }
    }
    return nullptr;
}

/// Leads of which the first so many converted.
std::string leads(int from, int count, int converted, std::string_view fields)
{
    std::string text;
    for (int i = 0; i < count; ++i) {
        text += fmt::format("L{}: {} | {}\n", from + i, i < converted ? "Won@5" : "Lead@1", fields);
    }
    return text;
}

} // namespace

TEST_CASE("the procedure of Benjamini and Hochberg rejects what it did in their paper")
{
    // The fifteen p values of their example (1995): the first four are significant at 5 %.
    const std::vector<double> p{0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                                0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000};
    const std::vector<bool> significant = benjaminiHochberg(p, 0.05);
    for (std::size_t i = 0; i < p.size(); ++i) {
        CHECK(significant[i] == (i < 4));
    }
    CHECK(benjaminiHochberg({0.9, 0.01}, 0.05) == std::vector<bool>{false, true});
    CHECK(benjaminiHochberg({}, 0.05).empty());
    // One that misses its own limit counts if a later one meets its.
    CHECK(benjaminiHochberg({0.04, 0.045}, 0.05) == std::vector<bool>{true, true});
}

TEST_CASE("a trait has its rate, lift, interval and p against the rest")
{
    const Facts facts = factsFrom(leads(0, 30, 20, "source=Fair") +
                                  leads(100, 60, 10, "source=Web") + leads(200, 5, 5, ""));
    const auto result = traits(facts, {{}, onDay(50), {}}, "Won");
    REQUIRE(result);
    CHECK(result->leads == 95);
    CHECK(result->converted == 35);
    const Trait* fair = find(result->traits, "source", "Fair");
    REQUIRE(fair != nullptr);
    CHECK(fair->rate == Approx(2.0 / 3));
    CHECK(*fair->lift == Approx(2.0 / 3 / (35.0 / 95)));
    CHECK(fair->interval == wilson(20, 30));
    CHECK(fair->p == fisherExact(20, 10, 15, 50));
    CHECK(fair->significant);
    REQUIRE(find(result->tooFew, "source", "") != nullptr);
    CHECK(find(result->tooFew, "source", "")->leads == 5);
}

TEST_CASE("the channel of the first touch is a trait, too")
{
    const Facts facts = factsFrom(leads(0, 25, 20, "mail in? phone out@1 email in@2") +
                                  leads(100, 25, 5, "email in@1"));
    const auto result = traits(facts, {{}, onDay(50), {}});
    CHECK(find(result->traits, "first touch channel", "phone")->converted == 20);
    CHECK(find(result->traits, "first touch channel", "email")->converted == 5);
}

TEST_CASE("a field with nearly as many values as leads is no trait, nor one with a single value")
{
    std::string text;
    for (int i = 0; i < 80; ++i) {
        text += leads(i, 1, i % 2, fmt::format("custom:code={} country=UK", i));
    }
    const auto result = traits(factsFrom(text), {{}, onDay(50), {}});
    CHECK(find(result->tooFew, "code", "3") == nullptr);
    CHECK(find(result->traits, "country", "UK") == nullptr);
    CHECK(result->notCategorical == std::vector<std::string>{"lead", "code"});
}

TEST_CASE("where nobody converts there is no lift")
{
    const Facts facts = factsFrom(leads(0, 25, 0, "source=a") + leads(100, 25, 0, "source=b"));
    const auto result = traits(facts, {{}, onDay(50), {}});
    CHECK_FALSE(find(result->traits, "source", "a")->lift);
    CHECK_FALSE(find(result->traits, "source", "a")->significant);
    CHECK_FALSE(traits(facts, {}, "Wonn"));
    CHECK_FALSE(traits(factsFrom(""), {})->rate);
}

TEST_CASE("the leads of an education company convert by source as published")
{
    const auto data = realData();
    if (!data) {
        return;
    }
    const auto rows = tableRows(*data / "01-xeducation-leads/Leads.csv", ',');
    // The columns used here come before any quoted one: key, number, origin, source, …, converted.
    const auto column = [&](std::string_view name) {
        return static_cast<std::size_t>(std::ranges::find(rows[0], name) - rows[0].begin());
    };
    Facts facts = factsFrom("stages Lead Customer");
    LeadColumn source{"source", false, {}, {}};
    for (std::size_t i = 1; i < rows.size(); ++i) {
        facts.leadIds.push_back({static_cast<std::int64_t>(i)});
        facts.leadCreated.push_back(kUndated);
        source.codes.push_back(source.dictionary.add(rows[i][column("Lead Source")]));
        if (rows[i][column("Converted")] == "1") {
            facts.changeAt.push_back(kUndated.seconds);
            facts.changeTo.push_back(1);
        }
        facts.changeBegin.push_back(static_cast<std::uint32_t>(facts.changeAt.size()));
        facts.touchBegin.push_back(0);
    }
    facts.leadColumns = {source};
    const auto result = traits(facts, {}, "customer");
    CHECK(result->leads == 9240);
    CHECK(result->converted == 3561);
    CHECK(*result->rate == Approx(0.38539).margin(5e-6));
    struct Expected {
        const char* source;
        int leads, converted;
        bool above;
    };
    const Expected kExpected[]{{"Google", 2868, 1147, true},
                               {"Direct Traffic", 2543, 818, false},
                               {"Olark Chat", 1755, 448, false},
                               {"Organic Search", 1154, 436, false},
                               {"Reference", 534, 490, true},
                               {"Welingak Website", 142, 140, true},
                               {"Referral Sites", 125, 31, false},
                               {"Facebook", 55, 13, false},
                               {"", 36, 29, true}};
    for (const Expected& expected : kExpected) {
        const Trait* trait = find(result->traits, "source", expected.source);
        REQUIRE(trait != nullptr);
        CHECK(trait->leads == expected.leads);
        CHECK(trait->converted == expected.converted);
        CHECK((*trait->lift > 1.0) == expected.above);
    }
    CHECK(result->traits[0].value == "Reference");
    CHECK(result->traits[0].significant);
    CHECK(find(result->traits, "source", "Welingak Website")->significant);
    CHECK(find(result->tooFew, "source", "google") != nullptr);
}

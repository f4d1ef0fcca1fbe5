// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/facts/facts.h"
#include "tests/support/facts_text.h"

#include <catch2/catch.hpp>

using namespace tandem;
using namespace tandem::test;

TEST_CASE("a dictionary numbers texts in the order it meets them, blank first")
{
    Dictionary dictionary;
    CHECK(dictionary.add("") == kBlank);
    CHECK(dictionary.add("Google") == 1);
    CHECK(dictionary.add("google") == 2);
    CHECK(dictionary.add("Google") == 1);
    CHECK(dictionary.text(2) == "google");
    CHECK(dictionary.find("Google") == Code{1});
    CHECK_FALSE(dictionary.find("Bing"));
    CHECK(dictionary.size() == 3);
}

TEST_CASE("a copied dictionary answers by itself")
{
    auto first = std::make_unique<Dictionary>();
    first->add("a");
    Dictionary copy = *first;
    first.reset();
    CHECK(copy.find("a") == Code{1});
    CHECK(copy.add("b") == 2);
}

TEST_CASE("leads, columns and stages are found")
{
    const Facts facts = factsFrom(R"(
        stages Visitor- Contact MQL / Nurture Lost!
        A: Contact@1 | source=Google custom:Favourite_colour=red
        B: MQL?
    )");
    CHECK(facts.leadCount() == 2);
    CHECK(facts.rowOf({2}) == LeadRow{1});
    CHECK_FALSE(facts.rowOf({3}));
    REQUIRE(facts.column("SOURCE") != nullptr);
    CHECK(facts.column("SOURCE")->dictionary.text(facts.column("source")->codes[0]) == "Google");
    CHECK(facts.column("favourite colour")->custom);
    CHECK(facts.column("favourite colour")->codes[1] == kBlank);
    CHECK(facts.column("colour") == nullptr);
    CHECK(facts.stageNamed("mql") == StageIndex{2});
    CHECK_FALSE(facts.stageNamed("SQL"));
    CHECK(facts.rankedStages() == 3);
    CHECK(facts.firstRecordStage() == 1);
    CHECK(facts.changeAt[1] == kUndated.seconds);
}

TEST_CASE("a stage in use wins over a retired one of the same name")
{
    Facts facts = factsFrom("stages MQL SQL mql");
    facts.stages[0].retired = true;
    CHECK(facts.stageNamed("MQL") == StageIndex{2});
    CHECK(facts.firstRecordStage() == 1);
}

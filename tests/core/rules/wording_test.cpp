// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/model/stage.h"
#include "core/rules/wording.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

using namespace tandem;

namespace {

std::string wordsIn(std::string_view text)
{
    std::vector<std::string> words;
    for (const VagueSpot& spot : vagueSpots(text)) {
        CHECK(text.substr(spot.begin, spot.end - spot.begin) == spot.word);
        CHECK_FALSE(spot.why.empty());
        CHECK_FALSE(spot.suggestion.empty());
        words.push_back(spot.word);
    }
    return joined(words, "|");
}

} // namespace

TEST_CASE("vague words are found with their place, whole and without regard to case")
{
    CHECK(wordsIn("Sales calls Soon.") == "Soon");
    CHECK(wordsIn("An interested buyer who visits regularly") == "interested|regularly");
    CHECK(wordsIn("The sooner state of uninterested soonness") == "");
}

TEST_CASE("the longer of two phrases that begin together counts")
{
    CHECK(wordsIn("Call as soon as possible") == "as soon as possible");
    CHECK(wordsIn("A good fit") == "good fit");
}

TEST_CASE("a number close behind says what the word leaves open")
{
    CHECK(wordsIn("Sales answers promptly, within 4 working hours") == "");
    CHECK(wordsIn("Sales answers promptly. Within 4 hours Marketing hears of it") == "promptly");
    CHECK(wordsIn("several (at least 3) visits") == "");
}

TEST_CASE("a definition that can be counted has no vague spot")
{
    CHECK(wordsIn("Company of 50 people or more, at least 2 inbound touches in 30 days.") == "");
    CHECK(wordsIn("") == "");
}

TEST_CASE("the definitions that a new workbook starts with are not vague")
{
    for (const Stage& stage : defaultStages()) {
        INFO(stage.name << ": " << stage.definition);
        CHECK(wordsIn(stage.definition) == "");
    }
}

TEST_CASE("a language without a list finds nothing")
{
    CHECK(vagueSpots("soon", "xx").empty());
}

TEST_CASE("every phrase of every list is found by itself and stands in one list once")
{
    for (const EmbeddedFile& file : kWordingFiles) {
        const nlohmann::json json = nlohmann::json::parse(file.text);
        const std::string language = json.at("language");
        std::set<std::string> seen;
        for (const auto& group : json.at("groups")) {
            for (const std::string word : group.at("words")) {
                INFO(word);
                CHECK(seen.insert(word).second);
                const auto spots = vagueSpots(word, language);
                REQUIRE(spots.size() == 1);
                CHECK(spots.front().word == word);
            }
        }
    }
}

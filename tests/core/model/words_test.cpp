// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/campaign.h"
#include "core/model/deal.h"
#include "core/model/stage.h"
#include "core/model/touch.h"

#include <catch2/catch.hpp>

using namespace tandem;

TEST_CASE("every word that is written is read back")
{
    for (const Team team : {Team::Marketing, Team::Sales}) {
        CHECK(teamFromWord(teamWord(team)) == team);
    }
    for (const Direction direction : {Direction::In, Direction::Out}) {
        CHECK(directionFromWord(directionWord(direction)) == direction);
    }
    for (const DealOutcome outcome : {DealOutcome::Open, DealOutcome::Won, DealOutcome::Lost}) {
        CHECK(outcomeFromWord(outcomeWord(outcome)) == outcome);
    }
    for (const AudienceMeasure measure :
         {AudienceMeasure::Visitors, AudienceMeasure::Followers, AudienceMeasure::Impressions,
          AudienceMeasure::Contacts}) {
        CHECK(audienceFromWord(audienceWord(measure)) == measure);
    }
}

TEST_CASE("words are read without regard to case and nonsense is not read")
{
    CHECK(outcomeFromWord(" Closed Won ") == DealOutcome::Won);
    CHECK(directionFromWord("INBOUND") == Direction::In);
    CHECK_FALSE(teamFromWord("finance"));
    CHECK_FALSE(outcomeFromWord(""));
}

TEST_CASE("a new workbook's stages run from visitor to customer, with four states beside")
{
    const std::vector<Stage> stages = defaultStages();
    std::string ranked;
    int side = 0;
    int expected = 0;
    for (const Stage& stage : stages) {
        if (stage.rank) {
            CHECK(*stage.rank == expected++);
            ranked += stage.name + " ";
        } else {
            ++side;
        }
        CHECK_FALSE(stage.definition.empty());
    }
    CHECK(ranked == "Visitor Contact IQL MQL SQL Opportunity Customer ");
    CHECK(side == 4);
    CHECK_FALSE(stages.front().hasRecords);
}

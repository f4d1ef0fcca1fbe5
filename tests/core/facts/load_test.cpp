// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/facts/load.h"
#include "core/store/records.h"
#include "tests/support/facts_described.h"
#include "tests/support/workbooks.h"

#include <catch2/catch.hpp>

using namespace tandem;
using namespace tandem::test;

namespace {

std::string field(const Facts& facts, std::string_view column, LeadRow row)
{
    const LeadColumn* found = facts.column(column);
    REQUIRE(found != nullptr);
    return found->dictionary.text(found->codes[row]);
}

} // namespace

TEST_CASE("an empty workbook has facts: stages, columns, no leads")
{
    const TempFolder folder;
    const Workbook workbook = makeWorkbook(folder);
    const Facts facts = valueOf(loadFacts(workbook));
    CHECK(facts.currency == "EUR");
    CHECK(facts.leadCount() == 0);
    CHECK(facts.changeBegin == std::vector<std::uint32_t>{0});
    CHECK(facts.touchBegin == std::vector<std::uint32_t>{0});
    CHECK(facts.leadColumns.size() == 15);
    CHECK(facts.rankedStages() == 7);
    CHECK(facts.stages[facts.firstRecordStage()].name == "Contact");
    CHECK(facts.stages[*facts.stageNamed("Lost")].endsTheLead);
}

TEST_CASE("a lead's stage changes and touches lie side by side, undated ones first")
{
    const TempFolder folder;
    const Workbook workbook =
        makeWorkbook(folder, "Ada: MQL@3 Contact@1 SQL? | email@4 phone? web@2\n"
                             "Ben: | mail@1\n"
                             "Cy: IQL@5\n");
    const Facts facts = valueOf(loadFacts(workbook));
    REQUIRE(facts.leadCount() == 3);
    CHECK(facts.changeBegin == std::vector<std::uint32_t>{0, 3, 3, 4});
    CHECK(facts.touchBegin == std::vector<std::uint32_t>{0, 3, 4, 4});
    CHECK(facts.changeAt[0] == kUndated.seconds);
    CHECK(facts.stages[facts.changeTo[0]].name == "SQL");
    CHECK(facts.changeAt[1] == onDay(1).seconds);
    CHECK(facts.touchAt[0] == kUndated.seconds);
    CHECK(facts.channels.text(facts.touchChannel[1]) == "web");
    CHECK(facts.channels.text(facts.touchChannel[3]) == "mail");
}

TEST_CASE("ids become names, and a company tells what its lead does not")
{
    const TempFolder folder;
    Workbook workbook = makeWorkbook(folder);
    valueOf(workbook.edit({}, "Make", [](Writer& writer) -> Result<void> {
        const PersonId ines = valueOf(addPerson(writer, {{}, "Ines", "", Team::Sales, true}));
        const PersonaId dana = valueOf(addPersona(writer, {{}, "Dana", "", "", ""}));
        const CompanyId acme =
            valueOf(addCompany(writer, {{}, "Acme", "Steel", "51-200", "UK", "Leeds"}));
        const CustomFieldId colour =
            valueOf(addCustomField(writer, {{}, "Colour", FieldType::Text}));
        Campaign spring;
        spring.key = "S";
        spring.name = "Spring";
        spring.persona = dana;
        const CampaignId campaign = valueOf(addCampaign(writer, spring));
        Content guide;
        guide.title = "Guide";
        const ContentId content = valueOf(addContent(writer, guide));
        Lead lead;
        lead.name = "Ada";
        lead.company = acme;
        lead.persona = dana;
        lead.owner = ines;
        lead.city = "York";
        lead.source = "Google";
        lead.createdAt = onDay(1);
        lead.custom = {{colour, "red"}};
        const LeadId ada = valueOf(addLead(writer, lead));
        valueOf(addLead(writer, Lead{}));
        Touch touch;
        touch.lead = ada;
        touch.at = onDay(2);
        touch.channel = "email";
        touch.direction = Direction::In;
        touch.team = Team::Marketing;
        touch.campaign = campaign;
        touch.content = content;
        touch.person = ines;
        touch.outcome = "clicked";
        valueOf(addTouch(writer, touch));
        Deal deal;
        deal.name = "First";
        deal.lead = ada;
        deal.campaign = campaign;
        deal.company = acme;
        deal.owner = ines;
        deal.amount = Money{900};
        valueOf(addDeal(writer, deal));
        CostEntry cost;
        cost.campaign = campaign;
        cost.amount = Money{50};
        valueOf(addCost(writer, cost));
        return setAudienceCount(writer, {campaign, "web", Day{9}, AudienceMeasure::Visitors, 7});
    }));
    const Facts facts = valueOf(loadFacts(workbook));
    const LeadRow ada = 0;
    CHECK(field(facts, "owner", ada) == "Ines");
    CHECK(field(facts, "persona", ada) == "Dana");
    CHECK(field(facts, "company", ada) == "Acme");
    CHECK(field(facts, "industry", ada) == "Steel");
    CHECK(field(facts, "company_size", ada) == "51-200");
    CHECK(field(facts, "country", ada) == "UK");
    CHECK(field(facts, "city", ada) == "York");
    CHECK(field(facts, "Colour", ada) == "red");
    CHECK(field(facts, "Colour", 1).empty());
    CHECK(field(facts, "company", 1).empty());
    CHECK(facts.leadCreated[ada] == onDay(1));
    CHECK(facts.leadCreated[1] == kUndated);
    CHECK(facts.touchCampaign[0] == 1);
    CHECK(facts.campaigns[0].key == "S");
    CHECK(facts.column("persona")->dictionary.text(facts.campaigns[0].persona) == "Dana");
    CHECK(facts.contents.text(facts.touchContent[0]) == "Guide");
    CHECK(facts.persons.text(facts.touchPerson[0]) == "Ines");
    CHECK(facts.outcomes.text(facts.touchOutcome[0]) == "clicked");
    CHECK(facts.touchTeam[0] == Team::Marketing);
    REQUIRE(facts.deals.size() == 1);
    CHECK(facts.deals[0].lead == ada);
    CHECK(facts.deals[0].campaign == 1);
    CHECK(facts.deals[0].owner == "Ines");
    CHECK(facts.deals[0].company == "Acme");
    CHECK(facts.costs[0].campaign == 1);
    CHECK(facts.audience[0].value == 7);
}

TEST_CASE("more outcomes than two bytes can number are counted together")
{
    const TempFolder folder;
    Workbook workbook = makeWorkbook(folder);
    valueOf(workbook.edit({}, "Make", [](Writer& writer) -> Result<void> {
        Touch touch;
        touch.lead = valueOf(addLead(writer, Lead{}));
        touch.channel = "email";
        for (int i = 0; i < 66'000; ++i) {
            touch.at = Instant{i};
            touch.outcome = "note " + std::to_string(i);
            valueOf(addTouch(writer, touch));
        }
        return {};
    }));
    const Facts facts = valueOf(loadFacts(workbook));
    CHECK(facts.outcomes.text(facts.touchOutcome[65'000]) == "note 65000");
    CHECK(facts.outcomes.text(facts.touchOutcome[65'999]) == "(other)");
}

TEST_CASE("loading can be stopped")
{
    const TempFolder folder;
    std::string leads;
    for (int i = 0; i < 70'000; ++i) {
        leads += "A:\n";
    }
    const Workbook workbook = makeWorkbook(folder, leads);
    std::stop_source stop;
    const Progress progress([](double, std::string_view) {}, stop.get_token());
    CHECK(loadFacts(workbook, progress).has_value());
    stop.request_stop();
    const auto stopped = loadFacts(workbook, progress);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == ErrorCode::Stopped);
}

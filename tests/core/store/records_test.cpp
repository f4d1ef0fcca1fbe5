// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/bulk.h"
#include "core/store/database.h"
#include "core/store/records.h"
#include "core/store/scan.h"
#include "tests/support/workbooks.h"

#include <catch2/catch.hpp>
#include <functional>
#include <set>
#include <stdexcept>

using namespace tandem;
using namespace tandem::test;

namespace {

/// Does work in a step that must succeed.
void doing(Workbook& workbook, const std::function<void(Writer&)>& work)
{
    valueOf(workbook.edit({}, "Step", [&](Writer& writer) -> Result<void> {
        work(writer);
        return {};
    }));
}

} // namespace

TEST_CASE("every field of every record comes back as it was saved")
{
    const TempFolder folder;
    Workbook workbook = makeWorkbook(folder);
    Person person{{}, "Ines Calder", "ines@x.org", Team::Sales, false};
    Persona persona{{}, "Mara", "Show me.", "[]", "{}"};
    Company company{{}, "Norsk Lys", "Energy", "51-200", "Norway", "Oslo"};
    CustomField field{{}, "Region", FieldType::Number};
    Stage stage{{}, "Trial", 9, false, true, Team::Sales, "Tries it.", "[1]", true};
    Campaign campaign;
    Content content;
    CostEntry cost;
    Deal deal;
    Lead saved;
    AudienceCount audience;
    doing(workbook, [&](Writer& writer) {
        person.id = valueOf(addPerson(writer, person));
        persona.id = valueOf(addPersona(writer, persona));
        company.id = valueOf(addCompany(writer, company));
        field.id = valueOf(addCustomField(writer, field));
        stage.id = valueOf(addStage(writer, stage));
        campaign = {{},      "c1",       "Spring",   "Leads", "email",   Day{1},
                    Day{30}, Money{500}, persona.id, "A",     person.id, person.id};
        campaign.id = valueOf(addCampaign(writer, campaign));
        content = {{}, "n1", "Guide", "pdf", "https://x.org", persona.id, stage.id, person.id};
        content.id = valueOf(addContent(writer, content));
        cost = {{}, "k1", campaign.id, onDay(2), Money{-120}, Team::Marketing, "Stand"};
        cost.id = valueOf(addCost(writer, cost));
        saved = {{},         "l1",      "Ada Zoë",  "Ada@X.org", "+47 1",  "CEO",
                 company.id, "Light",   "7",        "Norway",    "Bergen", "web",
                 persona.id, person.id, onDay(1.5), 12.5,        "yes",    "some",
                 "light",    "Q3",      "given",    "a; b",      "call",   {{field.id, "007"}}};
        saved.id = valueOf(addLead(writer, saved));
        deal = {{},       "d1",      saved.id, company.id,       campaign.id, "Lamps",
                Money{1}, "renewal", "late",   DealOutcome::Won, onDay(3),    Day{4},
                onDay(5), person.id, "price",  "lamp",           0.5};
        deal.id = valueOf(addDeal(writer, deal));
        audience = {campaign.id, "web", Day{3}, AudienceMeasure::Followers, 77};
        valueOf(setAudienceCount(writer, audience));
    });
    const Reader& reader = workbook.reader();
    CHECK(valueOf(people(reader)) == std::vector<Person>{person});
    CHECK(valueOf(personas(reader)) == std::vector<Persona>{persona});
    CHECK(valueOf(companies(reader)) == std::vector<Company>{company});
    CHECK(valueOf(tandem::company(reader, company.id)) == company);
    CHECK(valueOf(customFields(reader)) == std::vector<CustomField>{field});
    CHECK(valueOf(campaigns(reader)) == std::vector<Campaign>{campaign});
    CHECK(valueOf(contents(reader)) == std::vector<Content>{content});
    CHECK(valueOf(costs(reader)) == std::vector<CostEntry>{cost});
    CHECK(valueOf(lead(reader, saved.id)) == saved);
    CHECK(valueOf(deals(reader)) == std::vector<Deal>{deal});
    CHECK(valueOf(dealsOf(reader, saved.id)) == std::vector<Deal>{deal});
    CHECK(valueOf(tandem::deal(reader, deal.id)) == deal);
    CHECK(valueOf(audienceCounts(reader)) == std::vector<AudienceCount>{audience});
    const std::vector<Stage> all = valueOf(stages(reader));
    CHECK(std::count(all.begin(), all.end(), stage) == 1);

    person.team = Team::Marketing;
    persona.quote = "Why?";
    company.city = "Tromsø";
    field.type = FieldType::Date;
    stage.retired = false;
    campaign = {campaign.id, "", "Spring", "", "", {}, {}, {}, {}, "", {}, {}};
    content = {content.id, "", "Guide", "", "", {}, {}, {}};
    cost = {cost.id, "", {}, kUndated, Money{3}, Team::None, ""};
    deal = Deal{};
    deal.id = valueOf(deals(reader)).front().id;
    audience.value = 78;
    Lead bare;
    bare.id = saved.id;
    doing(workbook, [&](Writer& writer) {
        valueOf(updatePerson(writer, person));
        valueOf(updatePersona(writer, persona));
        valueOf(updateCompany(writer, company));
        valueOf(updateCustomField(writer, field));
        valueOf(updateStage(writer, stage));
        valueOf(updateCampaign(writer, campaign));
        valueOf(updateContent(writer, content));
        valueOf(updateCost(writer, cost));
        valueOf(updateDeal(writer, deal));
        valueOf(updateLead(writer, bare));
        valueOf(setAudienceCount(writer, audience));
    });
    CHECK(valueOf(people(reader)).front() == person);
    CHECK(valueOf(campaigns(reader)).front() == campaign);
    CHECK(valueOf(contents(reader)).front() == content);
    CHECK(valueOf(costs(reader)).front() == cost);
    CHECK(valueOf(deals(reader)).front() == deal);
    CHECK(valueOf(lead(reader, saved.id)) == bare);
    CHECK(valueOf(audienceCounts(reader)).front() == audience);
}

TEST_CASE("stages come by rank, side states in the order they were made")
{
    const TempFolder folder;
    for (int opening = 0; opening < 5; ++opening) {
        // Ids of different openings are in no order.
        Workbook workbook = opening == 0
                                ? makeWorkbook(folder)
                                : valueOf(Workbook::open(folder / "test.tandem",
                                                         OpenMode::ReadWrite, folder.place()));
        doing(workbook, [&](Writer& writer) {
            Stage stage;
            stage.name = "Side " + std::to_string(opening);
            valueOf(addStage(writer, stage));
            valueOf(
                addCustomField(writer, {{}, "Field " + std::to_string(opening), FieldType::Text}));
        });
        const std::vector<Stage> all = valueOf(stages(workbook.reader()));
        CHECK(all.front().name == "Visitor");
        CHECK(all.back().name == "Side " + std::to_string(opening));
        CHECK(valueOf(customFields(workbook.reader())).back().name ==
              "Field " + std::to_string(opening));
    }
}

TEST_CASE("a lead's touches and stage changes come oldest first, undated ones before")
{
    const TempFolder folder;
    Workbook workbook = makeWorkbook(folder, "Ada: MQL@3 Contact? SQL@2 | phone@5 email? form@1");
    LeadId ada;
    valueOf(scanLeads(workbook.reader(), [&](const LeadRecord& found) {
        ada.value = found.id;
        return true;
    }));
    std::string channels;
    for (const Touch& touch : valueOf(touchesOf(workbook.reader(), ada))) {
        channels += touch.channel + " ";
    }
    CHECK(channels == "email form phone ");
    std::vector<Instant> instants;
    for (const StageChange& change : valueOf(stageChangesOf(workbook.reader(), ada))) {
        instants.push_back(change.at);
    }
    CHECK(instants == std::vector<Instant>{kUndated, onDay(2), onDay(3)});
}

TEST_CASE("what is not there is not found, and a key is taken once")
{
    const TempFolder folder;
    Workbook workbook = makeWorkbook(folder, "Ada");
    doing(workbook, [&](Writer& writer) {
        CHECK(updateLead(writer, {}).error().code == ErrorCode::NotFound);
        CHECK(removeLead(writer, {5}).error().code == ErrorCode::NotFound);
        CHECK(removePersona(writer, {5}).error().code == ErrorCode::NotFound);
        CHECK(updateDeal(writer, {}).error().code == ErrorCode::NotFound);
        CHECK(removeTouch(writer, {}).error().code == ErrorCode::NotFound);
        CHECK(updateTouch(writer, {}, {}).error().code == ErrorCode::NotFound);
        CHECK(removeStageChange(writer, {}).error().code == ErrorCode::NotFound);
        Touch touch;
        touch.lead = {5};
        CHECK(addTouch(writer, touch).error().code == ErrorCode::NotFound);
        Lead keyed;
        keyed.key = "k";
        valueOf(addLead(writer, keyed));
        CHECK(addLead(writer, keyed).error().code == ErrorCode::Conflict);
        Deal deal;
        deal.key = "k";
        valueOf(addDeal(writer, deal));
        CHECK(addDeal(writer, deal).error().code == ErrorCode::Conflict);
    });
    CHECK_FALSE(valueOf(lead(workbook.reader(), {5})));
    CHECK_FALSE(valueOf(deal(workbook.reader(), {5})));
    CHECK_FALSE(valueOf(company(workbook.reader(), {5})));
}

TEST_CASE("many rows with a reference to nothing are refused as a few are")
{
    const TempFolder folder;
    Workbook workbook = makeWorkbook(folder, "Ada");
    std::int64_t ada = 0;
    valueOf(scanLeads(workbook.reader(), [&](const LeadRecord& found) {
        ada = found.id;
        return true;
    }));
    const std::string before = contentOf(workbook);
    for (const std::size_t count : {std::size_t{3}, std::size_t{60}, std::size_t{3000}}) {
        std::vector<Touch> touches(count);
        for (Touch& touch : touches) {
            touch.lead = {ada};
        }
        touches.back().campaign = CampaignId{12};
        CHECK(workbook
                  .bulkEdit({}, "Import",
                            [&](Writer& writer) -> Result<void> {
                                const auto added = addTouches(writer, touches);
                                return added ? Result<void>() : fail(added.error());
                            })
                  .error()
                  .code == ErrorCode::NotFound);
        CHECK(contentOf(workbook) == before);
        touches.back().campaign.reset();
        valueOf(workbook.bulkEdit({}, "Import", [&](Writer& writer) -> Result<void> {
            valueOf(addTouches(writer, touches));
            // References are looked after again for whatever comes next.
            Deal deal;
            deal.lead = LeadId{5};
            CHECK(addDeal(writer, deal).error().code == ErrorCode::NotFound);
            return {};
        }));
        CHECK(valueOf(recordCounts(workbook.reader())).touches == static_cast<int>(count));
        REQUIRE(valueOf(workbook.undo()));
        CHECK(contentOf(workbook) == before);
    }
}

TEST_CASE("ids are positive, never given twice, and of other blocks in other openings")
{
    const TempFolder folder;
    std::set<std::int64_t> seen;
    std::set<std::int64_t> blocks;
    {
        const Workbook made = makeWorkbook(folder);
    }
    for (int opening = 0; opening < 4; ++opening) {
        Workbook workbook =
            valueOf(Workbook::open(folder / "test.tandem", OpenMode::ReadWrite, folder.place()));
        doing(workbook, [&](Writer& writer) {
            for (int i = 0; i < 100; ++i) {
                const std::int64_t id = writer.newId();
                CHECK(id > 0);
                CHECK(seen.insert(id).second);
                blocks.insert(id >> 23);
            }
            // The rest of the block is too small for this; it starts a new one.
            const std::int64_t first = writer.newIds((std::size_t{1} << 23) - 5);
            CHECK((first & 0x7fffff) == 0);
            CHECK(blocks.insert(first >> 23).second);
            CHECK(writer.newIds(10) >> 23 != first >> 23);
        });
    }
    CHECK(blocks.size() == 8);
}

TEST_CASE("a removed persona leaves its leads, campaigns and content without one")
{
    const TempFolder folder;
    Workbook workbook = makeWorkbook(folder);
    LeadId ada;
    doing(workbook, [&](Writer& writer) {
        const PersonaId mara = valueOf(addPersona(writer, {{}, "Mara", "", "", ""}));
        Lead made;
        made.persona = mara;
        ada = valueOf(addLead(writer, made));
        Campaign campaign;
        campaign.persona = mara;
        valueOf(addCampaign(writer, campaign));
        valueOf(removePersona(writer, mara));
    });
    CHECK_FALSE(valueOf(lead(workbook.reader(), ada))->persona);
    CHECK_FALSE(valueOf(campaigns(workbook.reader())).front().persona);
    CHECK(valueOf(personas(workbook.reader())).empty());
}

TEST_CASE("a mapping is saved once a name and kind")
{
    const TempFolder folder;
    Workbook workbook = makeWorkbook(folder);
    doing(workbook, [&](Writer& writer) {
        valueOf(saveMapping(writer, {"HubSpot", "leads", "a", "1"}));
        valueOf(saveMapping(writer, {"HubSpot", "deals", "b", "2"}));
        valueOf(saveMapping(writer, {"HubSpot", "leads", "c", "3"}));
        CHECK(valueOf(noteImport(writer, "leads.csv", "leads", "{}", "{}")).value > 0);
    });
    CHECK(
        valueOf(savedMappings(workbook.reader())) ==
        std::vector<SavedMapping>{{"HubSpot", "deals", "b", "2"}, {"HubSpot", "leads", "c", "3"}});
}

TEST_CASE("a scan gives the rows in the order of their keys, of one lead only, until told to stop")
{
    const TempFolder folder;
    Workbook workbook =
        makeWorkbook(folder, "Ada: Contact@1 | email@2 phone@1\nBen: | chat@1\nCleo");
    std::vector<std::int64_t> leads;
    valueOf(scanLeads(workbook.reader(), [&](const LeadRecord& found) {
        leads.push_back(found.id);
        CHECK(found.createdAt == kUndated);
        CHECK_FALSE(found.score);
        CHECK(found.company == 0);
        return true;
    }));
    REQUIRE(leads.size() == 3);
    CHECK(std::is_sorted(leads.begin(), leads.end()));
    std::string channels;
    const auto note = [&](const TouchRecord& touch) {
        channels += std::string(touch.channel) + " ";
        return channels.size() < 8;
    };
    valueOf(scanTouches(workbook.reader(), note));
    CHECK(channels == "phone email ");
    channels.clear();
    valueOf(scanTouches(workbook.reader(), note, LeadId{leads[1]}));
    CHECK(channels == "chat ");
    int changes = 0;
    valueOf(scanStageChanges(
        workbook.reader(),
        [&](const StageChangeRecord& change) {
            ++changes;
            CHECK(change.at == onDay(1));
            return true;
        },
        LeadId{leads[0]}));
    CHECK(changes == 1);
    const RecordCounts counts = valueOf(recordCounts(workbook.reader()));
    CHECK(counts.leads == 3);
    CHECK(counts.touches == 3);
    CHECK_THROWS_AS(scanLeads(workbook.reader(),
                              [](const LeadRecord&) -> bool { throw std::logic_error("thrown"); }),
                    std::logic_error);
    // One scan inside another.
    int inner = 0;
    valueOf(scanLeads(workbook.reader(), [&](const LeadRecord& outer) {
        valueOf(scanTouches(
            workbook.reader(),
            [&](const TouchRecord& touch) {
                CHECK(touch.lead == outer.id);
                ++inner;
                return true;
            },
            LeadId{outer.id}));
        return true;
    }));
    CHECK(inner == 3);
}

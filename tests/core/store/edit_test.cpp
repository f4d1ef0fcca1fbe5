// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/bulk.h"
#include "core/store/database.h"
#include "core/store/records.h"
#include "core/store/scan.h"
#include "tests/support/workbooks.h"

#include <catch2/catch.hpp>

using namespace tandem;
using namespace tandem::test;

namespace {

const Who kInes{{}, "Ines Calder"};

Workbook::Work addNamed(const std::string& name)
{
    return [name](Writer& writer) { return addLeadsFrom(writer, name); };
}

LeadId idNamed(const Workbook& workbook, std::string_view name)
{
    LeadId id;
    valueOf(scanLeads(workbook.reader(), [&](const LeadRecord& lead) {
        if (lead.name == name) {
            id.value = lead.id;
        }
        return true;
    }));
    return id;
}

} // namespace

TEST_CASE("a step is taken back and done again, also after opening the file anew")
{
    const TempFolder folder;
    std::string empty;
    std::string withAda;
    {
        Workbook workbook = makeWorkbook(folder);
        empty = contentOf(workbook);
        valueOf(
            workbook.edit(kInes, "Add Ada", addNamed("Ada: Contact@1 MQL@2 | email@1 phone@3")));
        withAda = contentOf(workbook);
        CHECK(workbook.undoTitle() == "Add Ada");
        CHECK_FALSE(workbook.redoTitle());
    }
    {
        Workbook workbook =
            valueOf(Workbook::open(folder / "test.tandem", OpenMode::ReadWrite, folder.place()));
        CHECK(contentOf(workbook) == withAda);
        const auto undone = valueOf(workbook.undo());
        REQUIRE(undone);
        CHECK(undone->title == "Add Ada");
        CHECK(undone->leads.size() == 1);
        CHECK(contentOf(workbook) == empty);
        CHECK_FALSE(valueOf(workbook.undo()));
    }
    Workbook workbook =
        valueOf(Workbook::open(folder / "test.tandem", OpenMode::ReadWrite, folder.place()));
    CHECK(workbook.redoTitle() == "Add Ada");
    REQUIRE(valueOf(workbook.redo()));
    CHECK(contentOf(workbook) == withAda);
    CHECK_FALSE(valueOf(workbook.redo()));
}

TEST_CASE("a new step gives up what was undone before it")
{
    const TempFolder folder;
    Workbook workbook = makeWorkbook(folder);
    valueOf(workbook.edit(kInes, "Add Ada", addNamed("Ada")));
    valueOf(workbook.edit(kInes, "Add Ben", addNamed("Ben")));
    REQUIRE(valueOf(workbook.undo()));
    valueOf(workbook.edit(kInes, "Add Cleo", addNamed("Cleo")));
    CHECK_FALSE(workbook.redoTitle());
    REQUIRE(valueOf(workbook.undo()));
    CHECK(workbook.redoTitle() == "Add Cleo");
    CHECK(workbook.undoTitle() == "Add Ada");
    REQUIRE(valueOf(workbook.redo()));
    CHECK(leadNames(workbook) == "Ada Cleo");

    const std::vector<JournalEntry> history = valueOf(workbook.history(10));
    REQUIRE(history.size() == 3);
    CHECK(history[0].title == "Add Cleo");
    CHECK(history[0].who == "Ines Calder");
    CHECK_FALSE(history[0].undone);
    CHECK(history[1].title == "Add Ben");
    CHECK(history[1].undone);
}

TEST_CASE("work that fails changes nothing and tells nobody")
{
    const TempFolder folder;
    Workbook workbook = makeWorkbook(folder, "Ada: Contact@1");
    const std::string before = contentOf(workbook);
    int told = 0;
    const Connection connection = workbook.changed.connect([&](const Change&) { ++told; });
    const auto failed = workbook.edit(kInes, "Add", [](Writer& writer) -> Result<void> {
        valueOf(addLeadsFrom(writer, "Ben: Contact@1"));
        return fail(ErrorCode::BadInput, "row 2", "no");
    });
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == ErrorCode::BadInput);
    CHECK_THROWS(workbook.edit(
        kInes, "Add", [](Writer&) -> Result<void> { throw std::runtime_error("thrown"); }));
    CHECK(contentOf(workbook) == before);
    CHECK(workbook.undoTitle() == "Make");
    CHECK(told == 0);
    valueOf(workbook.edit(kInes, "Add", addNamed("Cleo")));
    CHECK(told == 1);
}

TEST_CASE("a step that changes nothing leaves no trace")
{
    const TempFolder folder;
    Workbook workbook = makeWorkbook(folder, "Ada: Contact@1");
    int told = 0;
    const Connection connection = workbook.changed.connect([&](const Change&) { ++told; });
    valueOf(workbook.edit(kInes, "Same", [&](Writer& writer) {
        return updateLead(writer, *valueOf(lead(writer, idNamed(workbook, "Ada"))));
    }));
    valueOf(workbook.edit(kInes, "To and fro", [&](Writer& writer) -> Result<void> {
        const LeadId id = valueOf(addLead(writer, {}));
        return removeLead(writer, id);
    }));
    valueOf(workbook.bulkEdit(kInes, "Nothing", [](Writer&) -> Result<void> { return {}; }));
    CHECK(workbook.undoTitle() == "Make");
    CHECK(valueOf(workbook.history(5)).size() == 1);
    CHECK(told == 0);
}

TEST_CASE("a step inside a step is refused")
{
    const TempFolder folder;
    Workbook workbook = makeWorkbook(folder);
    valueOf(workbook.edit(kInes, "Outer", [&](Writer& writer) -> Result<void> {
        const auto inner = workbook.edit(kInes, "Inner", addNamed("Ben"));
        CHECK(inner.error().code == ErrorCode::Internal);
        CHECK(workbook.undo().error().code == ErrorCode::Internal);
        return addLeadsFrom(writer, "Ada");
    }));
    CHECK(leadNames(workbook) == "Ada");
}

TEST_CASE("a change tells which leads and deals it touched and what else")
{
    const TempFolder folder;
    Workbook workbook = makeWorkbook(folder, "Ada: Contact@1 | email@1\nBen: Contact@1");
    const LeadId ada = idNamed(workbook, "Ada");
    const LeadId ben = idNamed(workbook, "Ben");

    Change change = valueOf(workbook.edit(kInes, "Move", [&](Writer& writer) {
        const Touch before = valueOf(touchesOf(writer, ada)).front();
        Touch after = before;
        after.lead = ben;
        return updateTouch(writer, before, after);
    }));
    CHECK(change.leads == std::vector<LeadId>{std::min(ada, ben), std::max(ada, ben)});
    CHECK_FALSE(change.definitions);

    DealId deal;
    change = valueOf(workbook.edit(kInes, "Deal", [&](Writer& writer) -> Result<void> {
        Deal made;
        made.lead = ada;
        deal = valueOf(addDeal(writer, made));
        return {};
    }));
    CHECK(change.deals == std::vector<DealId>{deal});
    CHECK(change.leads.empty());

    change = valueOf(workbook.edit(kInes, "Person", [&](Writer& writer) -> Result<void> {
        valueOf(addPerson(writer, {{}, "Ines", "", Team::Sales, true}));
        valueOf(setAudienceCount(writer, {{}, "web", {1}, AudienceMeasure::Visitors, 3}));
        valueOf(addCost(writer, {}));
        return {};
    }));
    CHECK(change.definitions);
    CHECK(change.costs);
    CHECK(change.audience);
    CHECK(change.leads.empty());
    CHECK_FALSE(change.bulk);
}

TEST_CASE("name, currency and time zone change by a step like any other")
{
    const TempFolder folder;
    Workbook workbook = makeWorkbook(folder);
    const std::string uuid = workbook.info().uuid;
    WorkbookInfo info = workbook.info();
    info.name = "Bergmann & Söhne";
    info.currency = "JPY";
    info.timeZone = valueOf(TimeZone::named("Asia/Tokyo"));
    CHECK(valueOf(workbook.setInfo(kInes, info)).definitions);
    CHECK(workbook.info().name == "Bergmann & Söhne");
    CHECK(workbook.info().timeZone.name() == "Asia/Tokyo");
    REQUIRE(valueOf(workbook.undo()));
    CHECK(workbook.info().name == "Test");
    CHECK(workbook.info().currency == "EUR");
    CHECK(workbook.info().uuid == uuid);
    info.currency = "euro";
    CHECK(workbook.setInfo(kInes, info).error().code == ErrorCode::BadInput);
}

TEST_CASE("removing a lead can be undone with all that hung on it")
{
    const TempFolder folder;
    Workbook workbook =
        makeWorkbook(folder, "Ada <ada@x.org>: Contact@1 MQL? | email@1 phone?\nBen");
    const LeadId ada = idNamed(workbook, "Ada");
    valueOf(workbook.edit(kInes, "More", [&](Writer& writer) -> Result<void> {
        Lead changed = *valueOf(lead(writer, ada));
        changed.company = valueOf(addCompany(writer, {{}, "Norsk Lys", "", "", "", ""}));
        changed.custom = {{valueOf(addCustomField(writer, {{}, "Region", FieldType::Text})), "N"}};
        Deal deal;
        deal.lead = ada;
        valueOf(addDeal(writer, deal));
        return updateLead(writer, changed);
    }));
    const std::string before = contentOf(workbook);
    valueOf(
        workbook.edit(kInes, "Remove", [&](Writer& writer) { return removeLead(writer, ada); }));
    CHECK_FALSE(valueOf(lead(workbook.reader(), ada)));
    CHECK(valueOf(deals(workbook.reader())).size() == 1);
    CHECK_FALSE(valueOf(deals(workbook.reader())).front().lead);
    CHECK(valueOf(searchLeads(workbook.reader(), "norsk", 5)).empty());
    REQUIRE(valueOf(workbook.undo()));
    CHECK(contentOf(workbook) == before);
    CHECK(valueOf(searchLeads(workbook.reader(), "norsk", 5)).size() == 1);
    CHECK(valueOf(workbook.check()).empty());
}

TEST_CASE("a bulk step is taken back to the very content before and done again")
{
    const TempFolder folder;
    Workbook workbook =
        makeWorkbook(folder, "Ada <ada@x.org>: Contact@1 | email@1\nBen: Contact@1");
    const LeadId ada = idNamed(workbook, "Ada");
    const std::string before = contentOf(workbook);

    const Change change =
        valueOf(workbook.bulkEdit(kInes, "Import", [&](Writer& writer) -> Result<void> {
            const CustomFieldId region =
                valueOf(addCustomField(writer, {{}, "Region", FieldType::Text}));
            const CompanyId company =
                valueOf(addCompany(writer, {{}, "Norsk Lys", "", "", "", ""}));
            std::vector<Lead> leads(120);
            for (std::size_t i = 0; i < leads.size(); ++i) {
                leads[i].key = "k" + std::to_string(i);
                leads[i].name = "Lead " + std::to_string(i);
                leads[i].company = company;
                leads[i].custom = {{region, "North"}};
            }
            const LeadId first = valueOf(addLeads(writer, leads));
            std::vector<Touch> touches(170);
            for (std::size_t i = 0; i < touches.size(); ++i) {
                touches[i].lead = i < 50 ? ada : LeadId{first.value + static_cast<int>(i) % 120};
                touches[i].at = onDay(static_cast<double>(i));
                touches[i].channel = "email";
            }
            valueOf(addTouches(writer, touches));
            // What was there before is updated, and what was just made is changed again.
            Lead old = *valueOf(lead(writer, ada));
            old.company = company;
            old.custom = {{region, "South"}};
            valueOf(updateLead(writer, old));
            Lead fresh = *valueOf(lead(writer, first));
            fresh.name = "Renamed";
            fresh.custom.clear();
            valueOf(updateLead(writer, fresh));
            const Touch touch = valueOf(touchesOf(writer, ada)).back();
            Touch later = touch;
            later.at = onDay(900);
            valueOf(updateTouch(writer, touch, later));
            valueOf(removeLead(writer, LeadId{first.value + 7}));
            valueOf(removeLead(writer, idNamed(workbook, "Ben")));
            valueOf(addCustomValues(writer,
                                    std::vector<LeadValue>{{LeadId{first.value}, region, "W"}}));
            valueOf(noteImport(writer, "leads.csv", "leads", "{}", "{}"));
            return {};
        }));
    CHECK(change.bulk);
    const std::string after = contentOf(workbook);
    CHECK(valueOf(workbook.check()).empty());
    for (int round = 0; round < 2; ++round) {
        REQUIRE(valueOf(workbook.undo()));
        CHECK(contentOf(workbook) == before);
        CHECK(valueOf(workbook.check()).empty());
        REQUIRE(valueOf(workbook.redo()));
        CHECK(contentOf(workbook) == after);
        CHECK(valueOf(workbook.check()).empty());
    }
}

TEST_CASE("a call that adds many rows adds none of them if one fails")
{
    const TempFolder folder;
    Workbook workbook = makeWorkbook(folder, "Ada");
    valueOf(workbook.bulkEdit(kInes, "Import", [&](Writer& writer) -> Result<void> {
        std::vector<Lead> leads(60);
        leads[3].key = "same";
        leads[57].key = "same";
        const auto added = addLeads(writer, leads);
        CHECK(added.error().code == ErrorCode::Conflict);
        return addLeadsFrom(writer, "Ben");
    }));
    CHECK(leadNames(workbook) == "Ada Ben");
    REQUIRE(valueOf(workbook.undo()));
    CHECK(leadNames(workbook) == "Ada");
}

TEST_CASE("a stopped undo of a bulk step changes nothing")
{
    const TempFolder folder;
    Workbook workbook = makeWorkbook(folder);
    valueOf(
        workbook.bulkEdit(kInes, "Import", addNamed("Ada: Contact@1\nBen: Contact@1 | email@2")));
    const std::string before = contentOf(workbook);
    std::stop_source stop;
    stop.request_stop();
    CHECK(workbook.undo(Progress({}, stop.get_token())).error().code == ErrorCode::Stopped);
    CHECK(contentOf(workbook) == before);
    CHECK(workbook.undoTitle() == "Import");
}

TEST_CASE("a changeset larger than a part comes back whole")
{
    const TempFolder folder;
    Workbook workbook = makeWorkbook(folder, "Ada");
    const std::string before = contentOf(workbook);
    valueOf(workbook.edit(kInes, "Long", [&](Writer& writer) -> Result<void> {
        for (int i = 0; i < 3; ++i) {
            Content content;
            content.title = std::string(6'000'000, static_cast<char>('a' + i));
            valueOf(addContent(writer, content));
        }
        return {};
    }));
    const std::string after = contentOf(workbook);
    REQUIRE(valueOf(workbook.undo()));
    CHECK(contentOf(workbook) == before);
    REQUIRE(valueOf(workbook.redo()));
    CHECK(contentOf(workbook) == after);
}

TEST_CASE("a value too long for the file is refused and nothing is changed")
{
    const TempFolder folder;
    Workbook workbook = makeWorkbook(folder, "Ada");
    const auto edited = workbook.edit(kInes, "Long", [&](Writer& writer) -> Result<void> {
        Content content;
        content.title = std::string(20'000'000, 'x');
        const auto added = addContent(writer, content);
        return added ? Result<void>() : fail(added.error());
    });
    REQUIRE_FALSE(edited);
    CHECK(edited.error().code == ErrorCode::BadInput);
    CHECK(workbook.undoTitle() == "Make");
}

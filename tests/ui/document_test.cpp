// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/records.h"
#include "tests/support/workbooks.h"
#include "ui/common/document.h"
#include "ui/common/settings.h"
#include "ui/common/view_state.h"

#include <catch2/catch.hpp>
#include <QSignalSpy>
#include <QTest>
#include <thread>

using namespace tandem;
using namespace tandem::ui;

namespace {

/// A document over a workbook with three leads, with settings of its own.
struct Opened {
    explicit Opened(
        std::string_view leads = "Ada: Contact@1 MQL@3\nBen: Contact@2\nCleo: Contact@4\n")
        : settings(QString::fromStdString((folder / "tandem.ini").string())),
          document(open(leads), settings)
    {
    }

    OpenedWorkbook open(std::string_view leads)
    {
        Workbook workbook = test::makeWorkbook(folder, leads);
        Facts facts = test::valueOf(loadFacts(workbook));
        return {std::move(workbook), std::move(facts)};
    }

    test::TempFolder folder;
    Settings settings;
    Document document;
};

Result<void> addNamed(Writer& writer, const char* name)
{
    Lead lead;
    lead.name = name;
    if (auto added = addLead(writer, lead); !added) {
        return fail(added.error());
    }
    return {};
}

} // namespace

TEST_CASE("an edit brings the facts up to date and tells what it changed")
{
    Opened opened;
    std::vector<Change> told;
    QObject::connect(&opened.document, &Document::changed, &opened.document,
                     [&told](const Change& change) { told.push_back(change); });
    const auto change = opened.document.edit(
        QStringLiteral("Add Dora"), [](Writer& writer) { return addNamed(writer, "Dora"); });
    REQUIRE(change);
    CHECK(opened.document.facts()->leadCount() == 4);
    REQUIRE(told.size() == 1);
    CHECK(told.front().leads.size() == 1);
    CHECK(opened.document.undoTitle() == QStringLiteral("Add Dora"));
}

TEST_CASE("facts that somebody computes with stay as they were")
{
    Opened opened;
    const auto before = opened.document.facts();
    REQUIRE(opened.document.edit(QStringLiteral("Add Dora"),
                                 [](Writer& writer) { return addNamed(writer, "Dora"); }));
    CHECK(before->leadCount() == 3);
    CHECK(opened.document.facts()->leadCount() == 4);
}

TEST_CASE("an edit that fails changes nothing and is told in words")
{
    Opened opened;
    int failures = 0;
    QObject::connect(&opened.document, &Document::failed, &opened.document,
                     [&failures](const Error&) { ++failures; });
    const auto change =
        opened.document.edit(QStringLiteral("Go wrong"), [](Writer& writer) -> Result<void> {
            (void)addNamed(writer, "Dora");
            return fail(ErrorCode::BadInput, "Dora");
        });
    CHECK_FALSE(change);
    CHECK(failures == 1);
    CHECK(opened.document.facts()->leadCount() == 3);
    CHECK(opened.document.undoTitle() != QStringLiteral("Go wrong"));
}

TEST_CASE("undo and redo come back as changes that the facts follow")
{
    Opened opened;
    REQUIRE(opened.document.edit(QStringLiteral("Add Dora"),
                                 [](Writer& writer) { return addNamed(writer, "Dora"); }));
    opened.document.undo();
    REQUIRE(QTest::qWaitFor([&] { return opened.document.facts()->leadCount() == 3; }));
    CHECK(opened.document.redoTitle() == QStringLiteral("Add Dora"));
    opened.document.redo();
    CHECK(QTest::qWaitFor([&] { return opened.document.facts()->leadCount() == 4; }));
}

TEST_CASE("a workbook that is lent can neither be read nor edited, its facts can")
{
    Opened opened;
    std::atomic<bool> mayEnd = false;
    bool done = false;
    REQUIRE(opened.document.lend(
        [&mayEnd](Workbook&, const Progress&) -> Result<void> {
            while (!mayEnd) {
                std::this_thread::yield();
            }
            return {};
        },
        [&done](const Result<void>&) { done = true; }));
    CHECK(opened.document.reader() == nullptr);
    CHECK(opened.document.facts()->leadCount() == 3);
    const auto change = opened.document.edit(
        QStringLiteral("Add Dora"), [](Writer& writer) { return addNamed(writer, "Dora"); });
    REQUIRE_FALSE(change);
    CHECK(change.error().code == ErrorCode::Busy);
    mayEnd = true;
    REQUIRE(QTest::qWaitFor([&done] { return done; }));
    CHECK(opened.document.reader() != nullptr);
}

TEST_CASE("an errand that was stopped has changed nothing")
{
    Opened opened;
    Result<void> outcome;
    bool done = false;
    REQUIRE(opened.document.lend(
        [](Workbook&, const Progress& progress) -> Result<void> {
            while (!progress.stopRequested()) {
                std::this_thread::yield();
            }
            return fail(ErrorCode::Stopped, "import");
        },
        [&](const Result<void>& result) {
            outcome = result;
            done = true;
        }));
    opened.document.stopErrand();
    REQUIRE(QTest::qWaitFor([&done] { return done; }));
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().code == ErrorCode::Stopped);
    CHECK(opened.document.facts()->leadCount() == 3);
}

TEST_CASE("what an errand changed is shown when it has ended")
{
    Opened opened;
    const Who who = opened.document.who();
    bool done = false;
    REQUIRE(opened.document.lend(
        [who](Workbook& workbook, const Progress&) -> Result<void> {
            auto change = workbook.edit(who, "Add Dora",
                                        [](Writer& writer) { return addNamed(writer, "Dora"); });
            if (!change) {
                return fail(change.error());
            }
            return {};
        },
        [&done](const Result<void>& outcome) { done = outcome.has_value(); }));
    REQUIRE(QTest::qWaitFor([&done] { return done; }));
    CHECK(opened.document.facts()->leadCount() == 4);
    CHECK(opened.document.undoTitle() == QStringLiteral("Add Dora"));
}

TEST_CASE("who acts is remembered for each workbook and stands in the journal")
{
    Opened opened;
    std::optional<PersonId> ines;
    REQUIRE(opened.document.edit(QStringLiteral("Add Ines"), [&](Writer& writer) -> Result<void> {
        Person person;
        person.name = "Ines Calder";
        person.team = Team::Marketing;
        auto id = addPerson(writer, person);
        if (!id) {
            return fail(id.error());
        }
        ines = *id;
        return {};
    }));
    opened.document.setActingAs(ines);
    REQUIRE(opened.document.actingAs() != nullptr);
    CHECK(opened.document.who().name == "Ines Calder");
    CHECK(
        opened.settings
            .value(Settings::workbookKey(opened.document.info().uuid, QStringLiteral("acting-as")))
            .toLongLong() == ines->value);
}

TEST_CASE("of questions that come faster than answers only the newest waits")
{
    LiveAnswer live;
    std::atomic<bool> first = true;
    std::atomic<bool> mayEnd = false;
    std::vector<int> answers;
    int computed = 0;
    for (int i = 0; i < 20; ++i) {
        live.ask<int>(
            [&, i] {
                ++computed;
                while (first && !mayEnd) {
                    std::this_thread::yield();
                }
                first = false;
                return i;
            },
            [&answers](int answer) { answers.push_back(answer); });
    }
    mayEnd = true;
    REQUIRE(QTest::qWaitFor([&live] { return !live.waiting(); }));
    REQUIRE_FALSE(answers.empty());
    CHECK(answers.back() == 19);
    CHECK(computed <= 2);
}

TEST_CASE("an answer to a forgotten question never comes")
{
    LiveAnswer live;
    bool answered = false;
    live.ask<int>([] { return 1; }, [&answered](int) { answered = true; });
    live.forget();
    REQUIRE(QTest::qWaitFor([&live] { return !live.waiting(); }));
    CHECK_FALSE(answered);
}

TEST_CASE("presets mean whole calendar months around today")
{
    const Day today = *dayFromCivil({2026, 5, 12});
    const auto days = [today](PeriodPreset preset) {
        const DayRange range = daysOf({preset, {}}, today);
        return isoDay(*range.from) + " " + isoDay(*range.to);
    };
    CHECK(days(PeriodPreset::LastThreeMonths) == "2026-02-01 2026-05-01");
    CHECK(days(PeriodPreset::ThisQuarter) == "2026-04-01 2026-07-01");
    CHECK(days(PeriodPreset::LastQuarter) == "2026-01-01 2026-04-01");
    CHECK(days(PeriodPreset::LastTwelveMonths) == "2025-05-01 2026-05-01");
    CHECK(days(PeriodPreset::ThisYear) == "2026-01-01 2027-01-01");
    CHECK(daysOf({PeriodPreset::AnyTime, {}}, today) == DayRange{});
    CHECK(rangeWords(daysOf({PeriodPreset::LastThreeMonths, {}}, today)) ==
          QStringLiteral("1 Feb – 30 Apr 2026"));
}

TEST_CASE("the period and the filters come back for the same workbook")
{
    const test::TempFolder folder;
    Settings settings(QString::fromStdString((folder / "tandem.ini").string()));
    const auto today = [] { return *dayFromCivil({2026, 5, 12}); };
    ViewState before(TimeZone(), today);
    before.setPeriod({PeriodPreset::Custom, {Day{100}, Day{200}}});
    before.setFilter("source", {"Search", "Fair, \"spring\""});
    before.save(settings, "u-1");

    ViewState after(TimeZone(), today);
    REQUIRE(after.restore(settings, "u-1"));
    CHECK(after.period() == before.period());
    CHECK(after.filters() == before.filters());
    CHECK_FALSE(after.restore(settings, "u-2"));
}

TEST_CASE("taking the last value of a filter takes the filter away")
{
    ViewState view(TimeZone(), [] { return Day{0}; });
    view.setFilter("source", {"Search"});
    view.setFilter("source", {});
    CHECK(view.filters().empty());
}

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/facts_text.h"
#include "tests/support/workbooks.h"
#include "ui/charts/funnel_chart.h"
#include "ui/common/buttons.h"
#include "ui/common/document.h"
#include "ui/common/settings.h"
#include "ui/funnel/drill.h"
#include "ui/funnel/findings.h"
#include "ui/funnel/funnel_page.h"
#include "ui/funnel/stage_words.h"

#include <catch2/catch.hpp>
#include <QTest>

using namespace tandem;
using namespace tandem::ui;

namespace {

StageFact stage(const char* name, Team team = Team::Marketing)
{
    StageFact fact;
    fact.name = name;
    fact.ranked = true;
    fact.team = team;
    return fact;
}

/// Contact, MQL, SQL with 2,410, 376 and 113 leads, from 1 February to 30 April 2026.
FunnelFigures someFigures()
{
    FunnelFigures figures;
    figures.stages = {stage("Contact"), stage("MQL"), stage("SQL", Team::Sales)};
    figures.question.days = {dayFromCivil({2026, 2, 1}), dayFromCivil({2026, 5, 1})};
    figures.question.query.period =
        TimeZone().period(figures.question.days.from, figures.question.days.to);
    figures.asOf = *instantFromIso("2026-05-12T10:00:00Z");
    figures.cohort.cohortSize = 2410;
    figures.cohort.stages = {{0, 2410, 0}, {1, 376, 0}, {2, 113, 0}};
    CohortStep first;
    first.from = 0;
    first.to = 1;
    first.n = 2410;
    first.converted = 376;
    first.rate = 376.0 / 2410.0;
    CohortStep second;
    second.from = 1;
    second.to = 2;
    second.n = 376;
    second.converted = 113;
    second.rate = 113.0 / 376.0;
    figures.cohort.steps = {first, second};
    return figures;
}

StepChange change(StageIndex from, double difference, bool beyond)
{
    StepChange step;
    step.from = from;
    step.to = static_cast<StageIndex>(from + 1);
    step.before = 0.4;
    step.difference = difference;
    step.beyondChance = beyond;
    return step;
}

} // namespace

TEST_CASE("the finding names the step that moved beyond chance, in points")
{
    FunnelFigures figures = someFigures();
    figures.changes = {change(0, 0.01, false), change(1, -0.091, true)};
    const Finding finding = funnelFinding(figures);
    CHECK(finding.title.toStdString() ==
          "30% of MQLs became SQLs, 9 points fewer than in the three months before");
    CHECK(finding.caption.toStdString() ==
          "No other step moved beyond chance. Grey tick: the period before, 4 Nov 2025 – 31 Jan "
          "2026.");
    CHECK(finding.step == 1);
}

TEST_CASE("where no step moved beyond chance the finding says how far the cohort came")
{
    FunnelFigures figures = someFigures();
    figures.changes = {change(0, 0.01, false), change(1, -0.02, false)};
    const Finding finding = funnelFinding(figures);
    CHECK(finding.title.toStdString() == "Of 2,410 Contacts 113 became SQLs");
    CHECK(finding.caption.startsWith(QStringLiteral("No step moved beyond chance.")));
    CHECK_FALSE(finding.step);
}

TEST_CASE("a cohort of a handful of leads is too few to say more")
{
    FunnelFigures figures = someFigures();
    figures.cohort.cohortSize = 12;
    figures.cohort.stages = {{0, 12, 0}, {1, 3, 0}, {2, 0, 0}};
    figures.changes = {change(0, 0.5, true)};
    const Finding finding = funnelFinding(figures);
    CHECK(finding.title.toStdString() == "Of 12 Contacts none became SQLs");
    CHECK(finding.caption.contains(QStringLiteral("too few")));
    CHECK_FALSE(finding.step);
}

TEST_CASE("a handoff to the other team is told as waiting for it")
{
    FunnelFigures figures = someFigures();
    StageTime time;
    time.from = 1;
    time.to = 2;
    time.time.n = 376;
    time.time.median = 14 * kSecondsPerDay;
    figures.times = {StageTime{}, time};
    StepChange moved = change(1, -0.091, true);
    moved.timeBefore.median = 8 * kSecondsPerDay;
    figures.changes = {moved};
    CHECK(timesFinding(figures, {{}, {}, 1}).title.toStdString() ==
          "MQLs wait 14 days for Sales, 6 more than before");
}

TEST_CASE("the touches' finding speaks of the own median")
{
    FunnelFigures figures = someFigures();
    figures.stages[2].name = "Opportunity";
    figures.goal = 2;
    figures.touches.toOpportunity.leads = 68;
    figures.touches.toOpportunity.median = 8.0;
    const Finding finding = touchesFinding(figures);
    CHECK(finding.title.toStdString() == "Half of the opportunities took 8 touches or more");
    CHECK(finding.caption.toStdString() ==
          "Touches before the lead became an opportunity · 68 leads");
}

TEST_CASE("chances that level off are told with the number of touches where they do")
{
    FunnelFigures figures = someFigures();
    for (int k = 0; k <= kMostTouches; ++k) {
        ConversionByTouches& point = figures.touches.conversion[static_cast<std::size_t>(k)];
        point.atLeast = k;
        point.leads = 1000 - 20 * k;
        point.rate = std::min(0.02 + 0.02 * k, 0.16);
        point.interval = {*point.rate - 0.01, *point.rate + 0.01};
    }
    const ConversionFinding finding = conversionFinding(figures);
    CHECK(finding.title.toStdString() == "Chances rise up to seven touches, then level off");
    CHECK(finding.at == 7);
}

TEST_CASE("a lasting fall of a team's reach is dated by its week")
{
    FunnelFigures figures = someFigures();
    const Day monday = *dayFromCivil({2026, 2, 2}); // week 6
    for (int i = 0; i < 12; ++i) {
        figures.weeks.push_back(
            {monday + 7 * i, 480 + (i % 3) * 10, i < 7 ? 160 + i % 2 : 115 + i % 2});
    }
    const ReachFinding finding = reachFinding(figures);
    CHECK(finding.title.toStdString() == "Since week 13 Sales has reached fewer people");
    CHECK(finding.week == 7);
    CHECK(finding.team == Team::Sales);
}

TEST_CASE("an even reach is told by its level")
{
    FunnelFigures figures = someFigures();
    for (int i = 0; i < 12; ++i) {
        figures.weeks.push_back({Day{19'000 + 7 * i}, 480 + i % 3, 130 - i % 2});
    }
    CHECK(reachFinding(figures).title.toStdString() ==
          "In a week Marketing reaches 481 people, Sales 130");
}

TEST_CASE("words for stages take their article and plural")
{
    CHECK(oneOf("Contact").toStdString() == "a Contact");
    CHECK(oneOf("SQL").toStdString() == "an SQL");
    CHECK(oneOf("IQL").toStdString() == "an IQL");
    CHECK(oneOf("Opportunity").toStdString() == "an Opportunity");
    CHECK(pluralOf("Opportunity").toStdString() == "Opportunities");
    CHECK(pluralOf("MQL").toStdString() == "MQLs");
}

TEST_CASE("the leads behind each mark are those that its figure counts")
{
    const Facts facts =
        test::factsFrom("A: Lead@1 MQL@3 Opp@9 | email in@2 phone out@4 | source=Fair\n"
                        "B: Lead@2 MQL@5 | email in@3\n"
                        "C: Lead@4\n"
                        "D: Lead@6 MQL@8 Opp@12 | email in@7\n");
    Query query;
    const auto figures = measureFunnel(facts, {query, {}, FunnelView::Cohort});
    REQUIRE(figures);
    const StageIndex mql = *facts.stageNamed("MQL");
    const StageIndex opp = *facts.stageNamed("Opp");
    for (std::size_t i = 0; i < figures->cohort.stages.size(); ++i) {
        const CohortStage& counted = figures->cohort.stages[i];
        CHECK(static_cast<std::int64_t>(
                  cohortLeads(facts, query, counted.stage, {}, {}).leads.size()) ==
              counted.reached);
    }
    const LeadList stuck = cohortLeads(facts, query, mql, *facts.stageNamed("SQL"), false);
    CHECK(stuck.leads == std::vector<LeadId>{LeadId{2}});
    CHECK(stuck.title.toStdString() == "1 MQLs that did not become SQLs (yet)");
    const auto& histogram = figures->touches.toOpportunity.histogram;
    for (int k = 0; k <= kMostTouches; ++k) {
        CHECK(static_cast<std::int64_t>(goalLeads(facts, query, opp, k).leads.size()) ==
              histogram[static_cast<std::size_t>(k)]);
        CHECK(static_cast<std::int64_t>(touchedLeads(facts, query, k).leads.size()) ==
              figures->touches.conversion[static_cast<std::size_t>(k)].leads);
    }
    CHECK(standingLeads(facts, query, mql).leads == std::vector<LeadId>{LeadId{2}});
    CHECK(enteredLeads(facts, query, mql).leads.size() == 3);
}

TEST_CASE("a click on a bar asks for exactly the leads behind it")
{
    test::TempFolder folder;
    Settings settings(QString::fromStdString((folder / "tandem.ini").string()));
    Workbook workbook = test::makeWorkbook(folder, "Ada: Contact@1 IQL@2 MQL@3\n"
                                                   "Ben: Contact@2 IQL@4\n"
                                                   "Cleo: Contact@4\n");
    Facts facts = test::valueOf(loadFacts(workbook));
    Document document({std::move(workbook), std::move(facts)}, settings);
    ViewState view(TimeZone(), [] { return *dayFromCivil({2026, 5, 12}); });
    view.setPeriod({PeriodPreset::AnyTime, {}});
    FunnelPage page({document, view, settings});
    page.resize(1256, 840);
    page.show();
    REQUIRE(QTest::qWaitFor([&page] { return !page.figures().cohort.stages.empty(); }));

    auto* chart = page.findChild<FunnelChart*>();
    LeadList asked;
    QObject::connect(&page, &Page::leadsRequested, &page,
                     [&asked](const LeadList& list) { asked = list; });
    for (const Mark& mark : chart->marks()) {
        if (mark.is(MarkKind::NotYet, 1)) { // reached IQL, not MQL
            QTest::mouseClick(chart, Qt::LeftButton, {}, mark.area.center().toPoint());
        }
    }
    REQUIRE(asked.leads.size() == 1);
    const auto ben = lead(*document.reader(), asked.leads.front());
    REQUIRE(ben);
    CHECK((*ben)->name == "Ben");

    page.findChild<SegmentedSwitch*>()->setCurrentIndex(1);
    REQUIRE(
        QTest::qWaitFor([&page] { return page.figures().question.view == FunnelView::Snapshot; }));
    CHECK(page.figures().counts.size() >= 3);
}

TEST_CASE("a workbook without leads offers to import some")
{
    test::TempFolder folder;
    Settings settings(QString::fromStdString((folder / "tandem.ini").string()));
    Workbook workbook = test::makeWorkbook(folder);
    Facts facts = test::valueOf(loadFacts(workbook));
    Document document({std::move(workbook), std::move(facts)}, settings);
    ViewState view(TimeZone(), [] { return *dayFromCivil({2026, 5, 12}); });
    FunnelPage page({document, view, settings});
    page.resize(1256, 840);
    page.show();
    bool asked = false;
    QObject::connect(&page, &Page::importRequested, &page, [&asked] { asked = true; });
    QPushButton* button = nullptr;
    REQUIRE(QTest::qWaitFor([&] {
        for (QPushButton* each : page.findChildren<QPushButton*>()) {
            if (each->isVisible() && each->text().contains(QStringLiteral("Import"))) {
                button = each;
            }
        }
        return button != nullptr;
    }));
    QTest::mouseClick(button, Qt::LeftButton);
    CHECK(asked);
}

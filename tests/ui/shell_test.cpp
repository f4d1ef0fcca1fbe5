// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/records.h"
#include "tests/support/workbooks.h"
#include "ui/common/filter_values.h"
#include "ui/common/marks.h"
#include "ui/common/messages.h"
#include "ui/common/theme.h"
#include "ui/shell/filter_panel.h"
#include "ui/shell/main_window.h"
#include "ui/shell/palette.h"
#include "ui/shell/range_calendar.h"
#include "ui/shell/recent_files.h"
#include "ui/shell/timeline_strip.h"
#include "ui/shell/workspace.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace tandem;
using namespace tandem::ui;

namespace {

constexpr const char* kLeads = "Ada <ada@example.org>: Contact@1 MQL@3 | email@2\n"
                               "Ben: Contact@2 | phone@3\n"
                               "Cleo: Contact@4\n";

/// A window with folders and settings of its own.
struct Shown {
    explicit Shown(bool open = true)
        : settings(QString::fromStdString((folder / "tandem.ini").string())),
          window(settings, folder.place())
    {
        window.resize(1440, 900);
        window.show();
        if (open) {
            {
                const Workbook made = test::makeWorkbook(folder, kLeads);
            }
            openFile();
        }
    }

    QString file() const { return QString::fromStdString((folder / "test.tandem").string()); }

    void openFile()
    {
        window.openFile(file());
        REQUIRE(QTest::qWaitFor([this] { return !window.opening(); }));
    }

    template <class T>
    T* part(const char* name)
    {
        return window.findChild<T*>(QLatin1String(name));
    }

    test::TempFolder folder;
    Settings settings;
    MainWindow window;
};

QMessageBox* shownError()
{
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        auto* box = qobject_cast<QMessageBox*>(widget);
        if (box != nullptr && box->isVisible()) {
            return box;
        }
    }
    return nullptr;
}

} // namespace

TEST_CASE("a file is opened in its workspace and remembered as recent")
{
    Shown shown;
    REQUIRE(shown.window.workspace() != nullptr);
    CHECK(shown.window.windowTitle().endsWith(QStringLiteral("[*] — Tandem")));
    const auto recent = recentFiles(shown.settings);
    REQUIRE(recent.size() == 1);
    CHECK(recent.front().path == shown.file());
    CHECK(recent.front().leads == 3);
    shown.window.closeWorkbook();
    CHECK(shown.window.workspace() == nullptr);
}

TEST_CASE("a file that is no workbook is refused in three parts")
{
    Shown shown(false);
    const auto path = shown.folder / "letter.tandem";
    std::ofstream(path) << "Dear Sir or Madam,";
    shown.window.openFile(QString::fromStdString(path.string()));
    REQUIRE(QTest::qWaitFor([] { return shownError() != nullptr; }));
    QMessageBox* box = shownError();
    CHECK(box->textFormat() == Qt::PlainText);
    CHECK(box->text().contains(QStringLiteral("letter.tandem")));
    CHECK(box->informativeText().contains(QStringLiteral("not touched")));
    box->close();
    CHECK(shown.window.workspace() == nullptr);
}

TEST_CASE("the second opener of a file is offered a read-only copy")
{
    Shown shown;
    Settings other(QString::fromStdString((shown.folder / "other.ini").string()));
    MainWindow second(other, shown.folder.place());
    second.show();
    second.openFile(shown.file());
    REQUIRE(QTest::qWaitFor([] { return shownError() != nullptr; }));
    QPushButton* copy = nullptr;
    for (QAbstractButton* button : shownError()->buttons()) {
        if (button->text().remove(u'&').startsWith(QStringLiteral("Open a read-only copy"))) {
            copy = qobject_cast<QPushButton*>(button);
        }
    }
    REQUIRE(copy != nullptr);
    QTest::mouseClick(copy, Qt::LeftButton);
    REQUIRE(QTest::qWaitFor([&second] { return second.workspace() != nullptr; }));
    CHECK(second.workspace()->document().readOnly());
}

TEST_CASE("the undo button names the step and takes it back")
{
    Shown shown;
    Document& document = shown.window.workspace()->document();
    REQUIRE(document.edit(QStringLiteral("Add <b>Dora</b>"), [](Writer& writer) -> Result<void> {
        Lead lead;
        lead.name = "Dora";
        if (auto added = addLead(writer, lead); !added) {
            return fail(added.error());
        }
        return {};
    }));
    QToolButton* undo = nullptr;
    for (QToolButton* button : shown.window.findChildren<QToolButton*>()) {
        if (button->toolTip().contains(QStringLiteral("Undo “Add"))) {
            undo = button;
        }
    }
    REQUIRE(undo != nullptr);
    CHECK_FALSE(undo->toolTip().contains(QStringLiteral("<b>"))); // plain, not markup
    QTest::mouseClick(undo, Qt::LeftButton);
    CHECK(QTest::qWaitFor([&document] { return document.facts()->leadCount() == 3; }));
}

TEST_CASE("Ctrl+K finds a lead by its name and a command by its words")
{
    Shown shown;
    QTest::keyClick(&shown.window, Qt::Key_K, Qt::ControlModifier);
    auto* palette = shown.part<Palette>("palette");
    REQUIRE(palette != nullptr);
    REQUIRE(palette->isVisible());
    auto* field = palette->findChild<QLineEdit*>();
    auto* list = palette->findChild<QListWidget*>();
    QTest::keyClicks(field, QStringLiteral("ada"));
    REQUIRE(list->count() >= 2);
    CHECK(list->item(1)->text() == QStringLiteral("Ada"));

    field->clear();
    const Mode before = appliedMode(*qApp);
    QTest::keyClicks(field, QStringLiteral("dark"));
    QTest::keyClick(field, Qt::Key_Return);
    CHECK_FALSE(palette->isVisible());
    CHECK(QTest::qWaitFor([] { return appliedMode(*qApp) == Mode::Dark; }));
    applyTheme(*qApp, before);
}

TEST_CASE("a filter is ticked in its panel, shown as a chip, and taken away by its cross")
{
    Shown shown;
    Workspace& workspace = *shown.window.workspace();
    QTest::mouseClick(shown.part<Chip>("add-filter"), Qt::LeftButton);
    auto* panel = shown.part<FilterPanel>("filter-panel");
    REQUIRE(panel != nullptr);
    panel->showField("stage");
    const auto lists = panel->findChildren<QListWidget*>();
    QListWidget* values = lists.back();
    REQUIRE(values->count() == 2); // Contact and MQL
    values->item(1)->setCheckState(Qt::Checked);
    REQUIRE(workspace.view().filters().size() == 1);
    CHECK(workspace.view().filters().front() == Filter{"stage", {"MQL"}});
    panel->hide();

    Chip* chip = nullptr;
    for (Chip* each : shown.window.findChildren<Chip*>()) {
        if (each->isVisible() && each->text() == QStringLiteral("Stage: MQL")) {
            chip = each;
        }
    }
    REQUIRE(chip != nullptr);
    chip->setFocus();
    QTest::keyClick(chip, Qt::Key_Delete);
    CHECK(workspace.view().filters().empty());
}

TEST_CASE("the values of a filter come with their leads, the other filters applied")
{
    Shown shown;
    const auto facts = shown.window.workspace()->document().facts();
    const auto channels = filterValues(*facts, "channel", {}, kEndOfTime);
    CHECK(channels == std::vector<FilterValue>{{"email", 1}, {"phone", 1}});
    const auto ofMql = filterValues(*facts, "channel", {{"stage", {"MQL"}}}, kEndOfTime);
    CHECK(ofMql == std::vector<FilterValue>{{"email", 1}});
    CHECK(fieldTitle(*facts, "company_size") == QStringLiteral("Company size"));
}

TEST_CASE("two clicks in the calendar are the first and the last day")
{
    RangeCalendar calendar;
    calendar.resize(calendar.sizeHint());
    calendar.setRange({}, *dayFromCivil({2026, 5, 12}));
    calendar.show();
    DayRange picked;
    QObject::connect(&calendar, &RangeCalendar::picked, &calendar,
                     [&picked](const DayRange& range) { picked = range; });
    // April 2026 at the left: the 1st is a Wednesday, in the first row.
    QTest::mouseClick(&calendar, Qt::LeftButton, {}, QPoint(2 * 32 + 16, 60 + 16));
    QTest::mouseClick(&calendar, Qt::LeftButton, {}, QPoint(4 * 32 + 16, 60 + 16));
    CHECK(picked == DayRange{dayFromCivil({2026, 4, 1}), dayFromCivil({2026, 4, 4})});
}

TEST_CASE("the timeline's window moves by months while it is dragged")
{
    TimelineStrip strip;
    strip.resize(480, 72);
    std::vector<MonthCount> months;
    for (int month = 1; month <= 12; ++month) {
        months.push_back({*dayFromCivil({2025, month, 1}), month});
    }
    strip.setMonths(months);
    strip.setRange({dayFromCivil({2025, 3, 1}), dayFromCivil({2025, 6, 1})});
    strip.show();
    std::vector<DayRange> seen;
    QObject::connect(&strip, &TimelineStrip::dragged, &strip,
                     [&seen](const DayRange& range) { seen.push_back(range); });
    QTest::mousePress(&strip, Qt::LeftButton, {}, QPoint(140, 20)); // in the window, April
    QTest::mouseMove(&strip, QPoint(180, 20));
    QTest::mouseMove(&strip, QPoint(220, 20));
    QTest::mouseRelease(&strip, Qt::LeftButton, {}, QPoint(220, 20));
    REQUIRE(seen.size() == 2);
    CHECK(seen.back() == DayRange{dayFromCivil({2025, 5, 1}), dayFromCivil({2025, 8, 1})});
    QTest::keyClick(&strip, Qt::Key_Left);
    CHECK(seen.back() == DayRange{dayFromCivil({2025, 4, 1}), dayFromCivil({2025, 7, 1})});
}

TEST_CASE("recent files that are gone stay in the list")
{
    test::TempFolder folder;
    Settings settings(QString::fromStdString((folder / "tandem.ini").string()));
    rememberRecent(settings, {QStringLiteral("/nowhere/a.tandem"), QStringLiteral("A"), "u", 12,
                              false, QDateTime::currentDateTime()});
    const auto files = recentFiles(settings);
    REQUIRE(files.size() == 1);
    CHECK_FALSE(files.front().exists());
    forgetRecent(settings, QStringLiteral("/nowhere/a.tandem"));
    CHECK(recentFiles(settings).empty());
}

TEST_CASE("days near today are told in words")
{
    const QDateTime now(QDate(2026, 5, 12), QTime(10, 30));
    CHECK(whenWords(QDateTime(QDate(2026, 5, 12), QTime(8, 58)), now) ==
          QStringLiteral("today, 8:58"));
    CHECK(whenWords(QDateTime(QDate(2026, 5, 11), QTime(17, 40)), now) ==
          QStringLiteral("yesterday, 17:40"));
    CHECK(whenWords(QDateTime(QDate(2026, 1, 14), QTime(9, 0)), now) ==
          QStringLiteral("14 January"));
    CHECK(whenWords(QDateTime(QDate(2025, 1, 14), QTime(9, 0)), now) ==
          QStringLiteral("14 January 2025"));
}

TEST_CASE("whatever the Tab key reaches has a name")
{
    Shown shown;
    for (QWidget* widget : shown.window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0) {
            continue;
        }
        const QAbstractButton* button = qobject_cast<QAbstractButton*>(widget);
        const bool named =
            !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
        INFO(widget->metaObject()->className() << " " << widget->objectName().toStdString());
        CHECK(named);
    }
}

TEST_CASE("below 1300 px the rail shows icons only, and the period survives a restart")
{
    Shown shown;
    shown.window.workspace()->view().setPeriod({PeriodPreset::LastQuarter, {}});
    auto* rail = shown.part<QWidget>("rail");
    CHECK(rail->width() == tokens().widthRail);
    shown.window.resize(1280, 800);
    REQUIRE(QTest::qWaitFor([rail] { return rail->width() == tokens().widthRailCollapsed; }));
    shown.window.closeWorkbook();
    shown.openFile();
    CHECK(shown.window.workspace()->view().period().preset == PeriodPreset::LastQuarter);
}

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/records.h"
#include "tests/support/workbooks.h"
#include "ui/common/buttons.h"
#include "ui/common/document.h"
#include "ui/common/labels.h"
#include "ui/common/marks.h"
#include "ui/common/notices.h"
#include "ui/common/settings.h"
#include "ui/common/view_state.h"
#include "ui/leads/lead_dialog.h"
#include "ui/leads/lead_fields.h"
#include "ui/leads/leads_page.h"
#include "ui/leads/leads_table.h"
#include "ui/leads/stage_dialog.h"
#include "ui/leads/timeline_view.h"
#include "ui/leads/touch_form.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>
#include <QUrl>
#include <thread>

using namespace tandem;
using namespace tandem::ui;

namespace {

constexpr const char* kLeads = "Ben Bauer <ben@example.org>: Contact@2 | phone@3\n"
                               "Ada Adler <ada@example.org>: Contact@1 MQL@3 | email@2 phone@5\n"
                               "Cleo Calder: Contact@4\n";

/// The page over a workbook of its own.
struct Shown {
    explicit Shown(std::string_view leads = kLeads, OpenMode mode = OpenMode::ReadWrite)
    {
        {
            const Workbook made = test::makeWorkbook(folder, leads);
        }
        settings.emplace(QString::fromStdString((folder / "tandem.ini").string()));
        document.emplace(
            test::valueOf(openWorkbook(folder / "test.tandem", mode, {}, folder.place())),
            *settings);
        view.emplace(document->info().timeZone, [] { return Day{}; });
        makePage();
    }

    void makePage()
    {
        page = std::make_unique<LeadsPage>(PageContext{*document, *view, *settings});
        QObject::connect(page.get(), &Page::noticed,
                         [this](const Notice& notice) { notices.push_back(notice); });
        page->resize(1256, 820);
        page->show();
        page->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(page.get()));
        settle();
    }

    /// Waits until what was asked for is shown.
    void settle()
    {
        QCoreApplication::processEvents();
        REQUIRE(QTest::qWaitFor([this] { return !page->busy() && !document->lent(); }));
        QCoreApplication::processEvents();
        REQUIRE(QTest::qWaitFor([this] { return !page->busy() && !document->lent(); }));
    }

    LeadsTable& table() { return *page->findChild<LeadsTable*>(); }
    QString cell(int row, int column = 0)
    {
        return table().model()->index(row, column).data().toString();
    }

    QString names()
    {
        QStringList all;
        for (int row = 0; row < table().model()->rowCount(); ++row) {
            all << cell(row).section(u' ', 0, 0);
        }
        return all.join(u' ');
    }

    void clickHead(const char* id)
    {
        const int column = static_cast<LeadsModel*>(table().model())->columnOf(QLatin1String(id));
        REQUIRE(column >= 0);
        QHeaderView* head = table().horizontalHeader();
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {},
                          QPoint(head->sectionViewportPosition(column) + 20, 16));
        settle();
    }

    void clickRow(int row, Qt::KeyboardModifiers modifiers = {})
    {
        const QRect cellRect = table().visualRect(table().model()->index(row, 0));
        QTest::mouseClick(table().viewport(), Qt::LeftButton, modifiers, cellRect.center());
    }

    QString shownLead() { return page->findChild<QLabel*>("leadName")->text(); }
    QAction* command(const char* name) { return page->findChild<QAction*>(QLatin1String(name)); }

    /// The row of the lead called so, or the end of the test.
    Lead record(const std::string& name)
    {
        for (const LeadId id : document->facts()->leadIds) {
            const auto found = test::valueOf(lead(*document->reader(), id));
            if (found && found->name == name) {
                return *found;
            }
        }
        FAIL("no lead called " << name);
        return {};
    }

    test::TempFolder folder;
    std::optional<Settings> settings;
    std::optional<Document> document;
    std::optional<ViewState> view;
    std::vector<Notice> notices;
    std::unique_ptr<LeadsPage> page;
};

template <class Dialog>
Dialog* shownDialog(QWidget* parent)
{
    auto* dialog = parent->findChild<Dialog*>();
    REQUIRE(dialog != nullptr);
    REQUIRE(dialog->isVisible());
    return dialog;
}

} // namespace

TEST_CASE("the table of leads obeys the rules of item models")
{
    Shown shown;
    const QAbstractItemModelTester tester(shown.table().model(),
                                          QAbstractItemModelTester::FailureReportingMode::Warning);
    CHECK(shown.table().model()->rowCount() == 3);
    shown.clickHead("lead");
    shown.clickHead("touches");
    CHECK(shown.table().model()->rowCount() == 3);
}

TEST_CASE("a click on a head sorts, another turns the order round, and both are remembered")
{
    Shown shown;
    CHECK(shown.names().toStdString() == "Ada Ben Cleo"); // the last touch first
    shown.clickHead("lead");
    CHECK(shown.names().toStdString() == "Ada Ben Cleo");
    shown.clickHead("lead");
    CHECK(shown.names().toStdString() == "Cleo Ben Ada");
    shown.page.reset();
    shown.makePage();
    CHECK(shown.names().toStdString() == "Cleo Ben Ada");
    shown.clickHead("touches");
    CHECK(shown.names().toStdString() == "Cleo Ben Ada");
}

TEST_CASE("a change of a name moves the lead where the table is sorted by names")
{
    Shown shown;
    shown.clickHead("lead");
    Lead lead = shown.record("Ada Adler");
    lead.name = "Zoe Adler";
    REQUIRE(
        shown.document->edit("Rename", [&](Writer& writer) { return updateLead(writer, lead); }));
    shown.settle();
    CHECK(shown.names().toStdString() == "Ben Cleo Zoe");
}

TEST_CASE("typing in the search narrows the table, Esc gives all leads back")
{
    Shown shown;
    REQUIRE(shown.page->focusSearch());
    auto* search = shown.page->findChild<QLineEdit*>("search");
    QTest::keyClicks(search, "adl");
    shown.settle();
    CHECK(shown.names().toStdString() == "Ada");
    CHECK(shown.shownLead() == "Ada Adler");
    CHECK(shown.page->findChild<QLabel*>("caption")->text() == "1 lead");
    REQUIRE(shown.page->goBack());
    shown.settle();
    CHECK(shown.names().toStdString() == "Ada Ben Cleo");
}

TEST_CASE("a search that finds nobody offers all leads")
{
    Shown shown;
    auto* search = shown.page->findChild<QLineEdit*>("search");
    QTest::keyClicks(search, "nobody");
    shown.settle();
    CHECK_FALSE(shown.table().isVisible());
    QPushButton* all = nullptr;
    for (QPushButton* button : shown.page->findChildren<QPushButton*>()) {
        all = button->isVisible() && button->text() == "Show all leads" ? button : all;
    }
    REQUIRE(all != nullptr);
    QTest::mouseClick(all, Qt::LeftButton);
    shown.settle();
    CHECK(shown.names().toStdString() == "Ada Ben Cleo");
}

TEST_CASE("the table follows the filters of the bar")
{
    Shown shown;
    shown.view->setFilter("stage", {"MQL"});
    shown.settle();
    CHECK(shown.names().toStdString() == "Ada");
    shown.view->clearFilters();
    shown.settle();
    CHECK(shown.names().toStdString() == "Ada Ben Cleo");
}

TEST_CASE("a view shows those that its criterion holds for, with their number")
{
    Shown shown;
    auto* views = shown.page->findChild<SegmentedSwitch*>("views");
    views->setCurrentIndex(3);
    shown.settle();
    CHECK(shown.names().toStdString() == "Ada Ben Cleo"); // nobody has an owner
    views->setCurrentIndex(1);
    shown.settle();
    CHECK_FALSE(shown.table().isVisible()); // all are older than a week
}

TEST_CASE("leads that another page asked for are shown alone until their chip is closed")
{
    Shown shown;
    const LeadId ben = shown.record("Ben Bauer").id;
    const LeadId cleo = shown.record("Cleo Calder").id;
    REQUIRE(shown.page->showLeads({"2 who wait", {cleo, ben}}));
    shown.settle();
    CHECK(shown.names().toStdString() == "Ben Cleo");
    auto* chip = shown.page->findChild<Chip*>("given");
    CHECK(chip->isVisible());
    CHECK(chip->text() == "2 who wait");
    shown.table().setFocus();
    REQUIRE(shown.page->goBack());
    shown.settle();
    CHECK_FALSE(chip->isVisible());
    CHECK(shown.names().toStdString() == "Ada Ben Cleo");
}

TEST_CASE("one lead is shown by its id though the table leaves it out")
{
    Shown shown;
    shown.view->setFilter("stage", {"MQL"});
    shown.settle();
    REQUIRE(shown.page->showLead(shown.record("Cleo Calder").id));
    shown.settle();
    CHECK(shown.shownLead() == "Cleo Calder");
}

TEST_CASE("arrow keys move through the leads and the lead page follows")
{
    Shown shown;
    shown.table().setFocus();
    CHECK(shown.shownLead() == "Ada Adler");
    QTest::keyClick(&shown.table(), Qt::Key_Down);
    CHECK(shown.shownLead() == "Ben Bauer");
    QTest::keyClick(&shown.table(), Qt::Key_End);
    CHECK(shown.shownLead() == "Cleo Calder");
    QTest::keyClick(&shown.table(), Qt::Key_Home);
    CHECK(shown.shownLead() == "Ada Adler");
    QTest::keyClick(&shown.table(), Qt::Key_Return);
    CHECK(shown.page->findChild<TimelineView*>()->hasFocus());
}

TEST_CASE("L and Ctrl+Enter log a touch, and the notice takes it back")
{
    Shown shown;
    shown.table().setFocus();
    QTest::keyClick(&shown.table(), Qt::Key_L);
    auto* form = shown.page->findChild<TouchForm*>();
    REQUIRE(form->isVisible());
    QTest::keyClicks(form->findChild<QLineEdit*>("outcome"), "reached");
    QTest::keyClick(form->findChild<QLineEdit*>("outcome"), Qt::Key_Return, Qt::ControlModifier);
    shown.settle();
    CHECK_FALSE(form->isVisible());
    const LeadId ada = shown.record("Ada Adler").id;
    auto touches = test::valueOf(touchesOf(*shown.document->reader(), ada));
    REQUIRE(touches.size() == 3);
    CHECK(touches.back().outcome == "reached");
    CHECK(touches.back().channel == "phone");
    CHECK(touches.back().team == Team::Sales);
    CHECK(shown.page->findChild<TimelineView*>()->entry(0).title.contains("reached"));

    REQUIRE(shown.notices.size() == 1);
    CHECK(shown.notices.front().action == "Undo");
    shown.notices.front().act();
    shown.settle();
    touches = test::valueOf(touchesOf(*shown.document->reader(), ada));
    CHECK(touches.size() == 2);
}

TEST_CASE("Esc closes the form of a touch and what was typed comes back with L")
{
    Shown shown;
    shown.table().setFocus();
    QTest::keyClick(&shown.table(), Qt::Key_L);
    auto* form = shown.page->findChild<TouchForm*>();
    auto* outcome = form->findChild<QLineEdit*>("outcome");
    QTest::keyClicks(outcome, "half a sen");
    QTest::keyClick(outcome, Qt::Key_Escape);
    CHECK_FALSE(form->isVisible());
    shown.table().setFocus();
    QTest::keyClick(&shown.table(), Qt::Key_L);
    CHECK(form->isVisible());
    CHECK(outcome->text() == "half a sen");
}

TEST_CASE("a touch that cannot be saved stays in the form with what was typed")
{
    Shown shown;
    shown.table().setFocus();
    QTest::keyClick(&shown.table(), Qt::Key_L);
    auto* form = shown.page->findChild<TouchForm*>();
    auto* outcome = form->findChild<QLineEdit*>("outcome");
    QTest::keyClicks(outcome, "reached");
    std::atomic<bool> go = false;
    REQUIRE(shown.document->lend(
        [&go](Workbook&, const Progress&) -> Result<void> {
            while (!go) {
                std::this_thread::yield();
            }
            return {};
        },
        [](const Result<void>&) {}));
    QTest::keyClick(outcome, Qt::Key_Return, Qt::ControlModifier);
    CHECK(form->isVisible());
    CHECK(outcome->text() == "reached");
    CHECK(form->findChild<ErrorCard*>()->isVisible());
    go = true;
    shown.settle();
    QTest::keyClick(outcome, Qt::Key_Return, Qt::ControlModifier);
    shown.settle();
    CHECK_FALSE(form->isVisible());
    CHECK(shown.page->findChild<TimelineView*>()->entry(0).title.contains("reached"));
}

TEST_CASE("a custom field called as a built-in one has a column of its own")
{
    Shown shown("Ada: Contact@1\n");
    Lead lead = shown.record("Ada");
    lead.source = "Fair";
    REQUIRE(shown.document->edit("Add a field", [&](Writer& writer) -> Result<void> {
        CustomField field;
        field.name = "source";
        const auto added = addCustomField(writer, field);
        if (!added) {
            return fail(added.error());
        }
        lead.custom = {{*added, "a letter"}};
        return updateLead(writer, lead);
    }));
    shown.settle();
    auto* model = static_cast<LeadsModel*>(shown.table().model());
    std::vector<TableColumn> columns = LeadsModel::allColumns(*shown.document->facts());
    std::erase_if(columns, [](const TableColumn& c) { return c.title.toLower() != "source"; });
    REQUIRE(columns.size() == 2);
    CHECK(columns[0].sortable);
    CHECK_FALSE(columns[1].sortable);
    model->setColumns(columns);
    CHECK(shown.cell(0, 0) == "Fair");
    CHECK(shown.cell(0, 1) == "a letter");
}

TEST_CASE("a touch without a date stays without one when it is edited")
{
    Shown shown("Ada: Contact@1 | email?\n");
    auto* timeline = shown.page->findChild<TimelineView*>();
    timeline->setFocus();
    int touch = 0;
    while (!timeline->entry(touch).touch) {
        ++touch;
    }
    emit timeline->activated(touch);
    auto* form = shown.page->findChild<TouchForm*>();
    REQUIRE(form->isVisible());
    QTest::keyClicks(form->findChild<QLineEdit*>("outcome"), "opened");
    QTest::mouseClick(form->findChild<QPushButton*>("saveTouch"), Qt::LeftButton);
    shown.settle();
    const auto touches =
        test::valueOf(touchesOf(*shown.document->reader(), shown.record("Ada").id));
    REQUIRE(touches.size() == 1);
    CHECK(touches[0].outcome == "opened");
    CHECK(touches[0].at == kUndated);
    CHECK(touches[0].team == Team::None);
    CHECK(touches[0].direction == Direction::None);
}

TEST_CASE("a touch is deleted in the timeline and comes back by Undo")
{
    Shown shown;
    auto* timeline = shown.page->findChild<TimelineView*>();
    timeline->setFocus();
    const int before = timeline->count();
    REQUIRE(timeline->entry(0).touch);
    QTest::keyClick(timeline, Qt::Key_Delete);
    shown.settle();
    CHECK(timeline->count() == before - 1);
    REQUIRE(shown.notices.size() == 1);
    shown.notices.front().act();
    shown.settle();
    CHECK(timeline->count() == before);
}

TEST_CASE("S changes the stage with a reason")
{
    Shown shown;
    shown.table().setFocus();
    QTest::keyClick(&shown.table(), Qt::Key_S);
    auto* dialog = shownDialog<StageDialog>(shown.page.get());
    auto* stages = dialog->findChild<QListWidget*>("stages");
    const auto sql = stages->findItems("SQL", Qt::MatchExactly);
    REQUIRE(sql.size() == 1);
    stages->setCurrentItem(sql.front());
    QTest::keyClicks(dialog->findChild<QLineEdit*>("reason"), "budget is there");
    QTest::mouseClick(dialog->findChild<QPushButton*>("changeStage"), Qt::LeftButton);
    shown.settle();
    CHECK(shown.page->findChild<QLabel*>("leadStage")->text() == "SQL");
    const auto changes =
        test::valueOf(stageChangesOf(*shown.document->reader(), shown.record("Ada Adler").id));
    REQUIRE(changes.size() == 3);
    CHECK(changes.back().reason == "budget is there");
    CHECK(changes.back().from == changes[1].to);
}

TEST_CASE("a lead is edited in its dialog, and an address that is none is refused there")
{
    Shown shown;
    shown.table().setFocus();
    shown.command("edit")->trigger();
    auto* dialog = shownDialog<LeadDialog>(shown.page.get());
    auto* email = dialog->findChild<QLineEdit*>("email");
    email->setText("no address");
    auto* save = dialog->findChild<QPushButton*>("save");
    QTest::mouseClick(save, Qt::LeftButton);
    REQUIRE(dialog->isVisible());
    CHECK(email->property("invalid").toBool());
    CHECK(email->text() == "no address");
    email->setText("ada@example.com");
    dialog->findChild<QLineEdit*>("name")->setText("Ada Adler-Stone");
    QTest::mouseClick(save, Qt::LeftButton);
    shown.settle();
    CHECK(shown.shownLead() == "Ada Adler-Stone");
    CHECK(shown.record("Ada Adler-Stone").email == "ada@example.com");
    CHECK(shown.cell(0) == "Ada Adler-Stone");
}

TEST_CASE("a new lead is added and shown")
{
    Shown shown;
    shown.command("newLead")->trigger();
    auto* dialog = shownDialog<LeadDialog>(shown.page.get());
    dialog->findChild<QLineEdit*>("name")->setText("Dora Dahl");
    QTest::mouseClick(dialog->findChild<QPushButton*>("save"), Qt::LeftButton);
    shown.settle();
    CHECK(shown.shownLead() == "Dora Dahl");
    CHECK(shown.table().model()->rowCount() == 4);
    CHECK(shown.record("Dora Dahl").createdAt.has_value());
}

TEST_CASE("several leads are deleted together and come back together")
{
    Shown shown;
    shown.table().setFocus();
    shown.clickRow(0);
    shown.clickRow(1, Qt::ControlModifier);
    CHECK(shown.page->findChild<QLabel*>("status")->text() == "2 of 3 selected");
    QTest::keyClick(&shown.table(), Qt::Key_Delete);
    shown.settle();
    CHECK(shown.names().toStdString() == "Cleo");
    REQUIRE(shown.notices.size() == 1);
    CHECK(shown.notices.front().text == "2 leads deleted");
    shown.notices.front().act();
    shown.settle();
    CHECK(shown.names().toStdString() == "Ada Ben Cleo");
}

TEST_CASE("after one lead is deleted its neighbour is the current one")
{
    Shown shown;
    shown.table().setFocus();
    shown.clickRow(1);
    QTest::keyClick(&shown.table(), Qt::Key_Delete);
    shown.settle();
    CHECK(shown.names().toStdString() == "Ada Cleo");
    CHECK(shown.shownLead() == "Cleo Calder");
}

TEST_CASE("columns that were chosen and widened come back")
{
    Shown shown;
    QTest::mouseClick(shown.page->findChild<QToolButton*>("columns"), Qt::LeftButton);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    REQUIRE(menu != nullptr);
    auto* since = menu->findChild<QAction*>("since");
    REQUIRE(since != nullptr);
    since->trigger();
    menu->close();
    auto* model = static_cast<LeadsModel*>(shown.table().model());
    const int column = model->columnOf("since");
    REQUIRE(column >= 0);
    shown.table().setColumnWidth(column, 133);
    shown.page.reset();
    shown.makePage();
    model = static_cast<LeadsModel*>(shown.table().model());
    REQUIRE(model->columnOf("since") == column);
    CHECK(shown.table().columnWidth(column) == 133);
}

TEST_CASE("the selected rows are copied as a table")
{
    Shown shown;
    shown.table().setFocus();
    QTest::keyClick(&shown.table(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&shown.table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    REQUIRE(lines.size() == 4);
    CHECK(lines[0].startsWith("Lead\tStage"));
    CHECK(lines[1].startsWith("Ada Adler\tMQL"));
    CHECK(QApplication::clipboard()->mimeData()->hasFormat("text/csv"));
}

TEST_CASE("names that look like markup are shown as text")
{
    Shown shown("Ada: Contact@1\n");
    Lead lead = shown.record("Ada");
    lead.name = "<b>x</b><img src=/etc/passwd>";
    lead.nextStep = "<a href=\"file:///etc/passwd\">call</a>";
    lead.email = "x@example.org?subject=<b>";
    REQUIRE(
        shown.document->edit("Rename", [&](Writer& writer) { return updateLead(writer, lead); }));
    shown.settle();
    CHECK(shown.cell(0) == "<b>x</b><img src=/etc/passwd>");
    CHECK(shown.shownLead() == "<b>x</b><img src=/etc/passwd>");
    for (const QLabel* label : shown.page->findChildren<QLabel*>()) {
        INFO(label->text().toStdString());
        CHECK(label->textFormat() == Qt::PlainText);
    }
}

TEST_CASE("an address opens the mail program, a number the telephone, and nothing else opens")
{
    CHECK(contactUrl("mailto", "ada@example.org").toString() == "mailto:ada@example.org");
    CHECK(contactUrl("tel", "+44 20 7946 0000").toString() == "tel:+442079460000");
    CHECK(contactUrl("mailto", "file:///etc/passwd").isEmpty());
    CHECK(contactUrl("tel", "n/a").isEmpty());
    CHECK(contactUrl("file", "/etc/passwd").isEmpty());
    CHECK(contactUrl("mailto", "x@example.org?subject=hi").query().isEmpty());
}

TEST_CASE("a read-only copy can be looked at but not edited, and says why")
{
    Shown shown(kLeads, OpenMode::ReadOnly);
    CHECK(shown.names().toStdString() == "Ada Ben Cleo");
    auto* log = shown.page->findChild<QPushButton*>("logTouch");
    CHECK_FALSE(log->isEnabled());
    CHECK(log->toolTip().contains("read-only"));
    shown.table().setFocus();
    QTest::keyClick(&shown.table(), Qt::Key_Delete);
    QTest::keyClick(&shown.table(), Qt::Key_L);
    shown.settle();
    CHECK(shown.names().toStdString() == "Ada Ben Cleo");
    CHECK_FALSE(shown.page->findChild<TouchForm*>()->isVisible());
}

TEST_CASE("a workbook without leads says so on the Leads page and offers to import some")
{
    Shown shown("");
    bool asked = false;
    QObject::connect(shown.page.get(), &Page::importRequested, [&asked] { asked = true; });
    for (QPushButton* button : shown.page->findChildren<QPushButton*>()) {
        if (button->isVisible() && button->text().startsWith("Import")) {
            QTest::mouseClick(button, Qt::LeftButton);
        }
    }
    CHECK(asked);
}

TEST_CASE("a table of 100,000 leads scrolls to its end by fetching only what is seen")
{
    std::string leads;
    for (int i = 0; i < 100'000; ++i) {
        leads += "Lead " + std::to_string(i) + "\n";
    }
    Shown shown(leads);
    auto* model = static_cast<LeadsModel*>(shown.table().model());
    REQUIRE(model->rowCount() == 100'000);
    shown.table().verticalScrollBar()->setValue(shown.table().verticalScrollBar()->maximum());
    shown.table().viewport()->repaint();
    QTest::keyClick(&shown.table(), Qt::Key_End);
    QTest::keyClick(&shown.table(), Qt::Key_A, Qt::ControlModifier);
    QCoreApplication::processEvents();
    CHECK(shown.page->findChild<QLabel*>("status")->text() == "100,000 of 100,000 selected");
    CHECK(model->fetches() > 10);
    CHECK(model->fetches() < 200);
}

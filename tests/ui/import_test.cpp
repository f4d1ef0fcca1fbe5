// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/workbooks.h"
#include "ui/common/buttons.h"
#include "ui/common/labels.h"
#include "ui/common/notices.h"
#include "ui/exchange/answer_card.h"
#include "ui/exchange/answers.h"
#include "ui/exchange/column_block.h"
#include "ui/exchange/draft.h"
#include "ui/exchange/import_page.h"
#include "ui/exchange/words.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workspace.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

using namespace tandem;
using namespace tandem::ui;

namespace {

constexpr const char* kPeople = "Lead ID,Name,Email,Lead Status,Create Date,Notes\n"
                                "1,Ada Byron,ada@example.org,Contact,2026-01-17,first\n"
                                "2,Ben Kent,ben@example.org,MQL,2026-02-28,\n"
                                "3,Cleo Ash,cleo@example.org,MQL,2026-03-30,third\n";

/// A window on a new workbook, with an import page to bring files into it.
struct Wizard {
    Wizard()
        : settings(QString::fromStdString((folder / "tandem.ini").string())),
          window(settings, folder.place())
    {
        {
            const Workbook made = test::makeWorkbook(folder);
        }
        window.resize(1440, 900);
        window.show();
        window.openFile(QString::fromStdString((folder / "test.tandem").string()));
        REQUIRE(QTest::qWaitFor([this] { return !window.opening(); }));
    }

    QString write(const char* name, const std::string& text) const
    {
        std::ofstream(folder / name, std::ios::binary) << text;
        return QString::fromStdString((folder / name).string());
    }

    void bring(const QStringList& files) { window.workspace()->importFiles(files); }

    /// Brings a file and waits until all of it was read.
    void bring(const char* name, const std::string& text)
    {
        bring({write(name, text)});
        waitUntilRead();
    }

    void waitUntilRead() const
    {
        waitFor("next", true);
        REQUIRE(QTest::qWaitFor([this] { return !part<LinkButton>("stop")->isVisible(); }));
    }

    template <class T>
    T* part(const char* name) const
    {
        return window.findChild<T*>(QLatin1String(name));
    }

    QPushButton* button(const char* name) const { return part<QPushButton>(name); }

    void waitFor(const char* name, bool enabled) const
    {
        INFO(name << " is " << button(name)->isEnabled() << ": "
                  << part<QLabel>("reason")->text().toStdString());
        REQUIRE(QTest::qWaitFor([&] { return button(name)->isEnabled() == enabled; }));
    }

    void click(const char* name) const
    {
        REQUIRE(button(name)->isVisible());
        QTest::mouseClick(button(name), Qt::LeftButton);
    }

    QString text(const char* name) const { return part<QLabel>(name)->text(); }

    /// From the first step to the tried-out last one, where nothing is asked.
    void goToWrite() const
    {
        waitFor("next", true);
        for (int step = 0; step < 3 && button("next")->text() != "Import"; ++step) {
            waitFor("next", true);
            click("next");
        }
        REQUIRE(button("next")->text() == "Import");
        waitFor("next", true);
    }

    void import() const
    {
        click("next");
        REQUIRE(QTest::qWaitFor([this] { return text("state") == "Everything is written"; }));
    }

    std::shared_ptr<const Facts> facts() { return window.workspace()->document().facts(); }

    test::TempFolder folder;
    Settings settings;
    MainWindow window;
};

void choose(QComboBox* box, const QString& text)
{
    REQUIRE(box != nullptr);
    const int wanted = box->findText(text);
    REQUIRE(wanted >= 0);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    QTest::keyClick(box->view(), Qt::Key_Home);
    for (int at = 0; at < wanted; ++at) {
        QTest::keyClick(box->view(), Qt::Key_Down);
    }
    QTest::keyClick(box->view(), Qt::Key_Return);
}

FileLook lookAt(const test::TempFolder& folder, const char* name, const std::string& text)
{
    std::ofstream(folder / name, std::ios::binary) << text;
    return test::valueOf(lookAtFile((folder / name).string(), {}, {}));
}

} // namespace

TEST_CASE("a file of leads comes in by four steps and is undone by one")
{
    Wizard wizard;
    wizard.bring("people.csv", kPeople);
    CHECK(wizard.window.workspace()->currentPage() == "import");
    CHECK(wizard.part<QAbstractButton>("kind-leads")->isChecked());
    wizard.goToWrite();
    CHECK(wizard.text("counts") == "3 new");
    CHECK(wizard.text("state") == "Nothing is written yet");
    CHECK(wizard.facts()->leadCount() == 0);
    wizard.import();
    CHECK(wizard.facts()->leadCount() == 3);
    CHECK(wizard.button("show-leads")->isVisible());

    wizard.click("undo-import");
    REQUIRE(QTest::qWaitFor([&] { return wizard.text("state") == "Nothing of it is left"; }));
    CHECK(wizard.facts()->leadCount() == 0);
    wizard.click("next");
    CHECK(wizard.window.workspace()->currentPage() == "funnel");
}

TEST_CASE("the same file again changes nothing and says so")
{
    Wizard wizard;
    wizard.bring("people.csv", kPeople);
    wizard.goToWrite();
    wizard.import();
    wizard.click("next");
    wizard.bring("people.csv", kPeople);
    for (int step = 0; step < 3 && wizard.button("next")->text() != "Import"; ++step) {
        wizard.waitFor("next", true);
        wizard.click("next");
    }
    REQUIRE(QTest::qWaitFor([&] { return wizard.text("reason") == "Nothing would change"; }));
    CHECK(wizard.text("counts") == "3 unchanged");
    CHECK_FALSE(wizard.button("next")->isEnabled());
}

TEST_CASE("dates that can be read in two ways are asked about, and nothing is chosen beforehand")
{
    Wizard wizard;
    wizard.bring("people.csv", "Lead ID,Name,Create Date\n1,Ada,04/03/2026\n2,Ben,06/05/2026\n");
    wizard.click("next");
    CHECK_FALSE(wizard.button("next")->isEnabled());
    CHECK(wizard.text("reason") == "First choose a date order");
    auto* day = wizard.part<QAbstractButton>("answer-day-first");
    auto* month = wizard.part<QAbstractButton>("answer-month-first");
    REQUIRE(day != nullptr);
    CHECK_FALSE(day->isChecked());
    CHECK_FALSE(month->isChecked());
    QTest::keyClick(wizard.part<QWidget>("import"), Qt::Key_F8);
    CHECK(day->hasFocus());
    QTest::keyClick(day, Qt::Key_Space);
    CHECK(day->isChecked());
    CHECK(wizard.button("next")->isEnabled());
    wizard.goToWrite();
    CHECK(wizard.text("counts") == "2 new");
}

TEST_CASE("a word that stands for no stage is asked about in the step with the values")
{
    Wizard wizard;
    wizard.bring("people.csv", "Lead ID,Name,Lead Status\n1,Ada,MQL\n2,Ben,MQL\n3,Cleo,Contact\n"
                               "4,Dan,Simmering\n");
    wizard.click("next");
    wizard.click("next");
    CHECK(wizard.text("reason") == "One value is still open");
    QTest::keyClick(wizard.part<QWidget>("import"), Qt::Key_F8);
    auto* box = qobject_cast<QComboBox*>(QApplication::focusWidget());
    REQUIRE(box != nullptr);
    CHECK(box->accessibleName().contains("Simmering"));
    CHECK(box->currentIndex() == -1);
    choose(box, "Leave blank");
    REQUIRE(QTest::qWaitFor([&] { return wizard.button("next")->isEnabled(); }));
    wizard.goToWrite();
    CHECK(wizard.text("counts") == "4 new");
}

TEST_CASE("a column can be made another field by the keys alone")
{
    Wizard wizard;
    wizard.bring("people.csv", kPeople);
    QTest::keyClick(wizard.button("next"), Qt::Key_Space);
    auto* notes = wizard.part<QComboBox>("becomes-5");
    CHECK(notes->currentText() == "Custom column");
    choose(notes, "Need");
    CHECK(notes->currentText() == "Need");
    choose(notes, "Leave out");
    CHECK(wizard.text("columns-title") == "5 of 6 columns have found their place");
}

TEST_CASE("rows that cannot be taken are listed by reason and saved as a file")
{
    Wizard wizard;
    wizard.bring("people.csv", "Lead ID,Name,Create Date\n1,Ada,2026-01-17\n2,Ben,2026-31-31\n"
                               "3,Cleo,2026-02-11\n");
    wizard.goToWrite();
    CHECK(wizard.text("counts") == "2 new · 1 not taken");
    CHECK(wizard.text("problems-title") == "1 of 3 rows cannot be taken");
    QTest::mouseClick(wizard.part<LinkButton>("save-rejected"), Qt::LeftButton);
    auto* dialog = wizard.part<QFileDialog>("save-not-taken");
    REQUIRE(dialog != nullptr);
    const auto file = wizard.folder / "not taken.csv";
    dialog->selectFile(QString::fromStdString(file.string()));
    QMetaObject::invokeMethod(dialog, "accept");
    REQUIRE(QTest::qWaitFor([&] { return std::filesystem::exists(file); }));
    CHECK(test::bytesOf(file).find("2,Ben,2026-31-31,Create Date: is no date") !=
          std::string::npos);
}

TEST_CASE("Stop while it is tried out or written leaves everything as it was")
{
    Wizard wizard;
    std::string many = "Lead ID,Name,Email\n";
    for (int i = 0; i < 30'000; ++i) {
        const std::string n = std::to_string(i);
        many += n + ",Person " + n + ",p" + n + "@example.org\n";
    }
    wizard.bring("many.csv", many);
    wizard.goToWrite();
    wizard.click("next");
    QTest::mouseClick(wizard.part<LinkButton>("stop"), Qt::LeftButton);
    REQUIRE(QTest::qWaitFor([&] { return !wizard.window.workspace()->document().lent(); }, 20'000));
    CHECK(wizard.facts()->leadCount() == 0);
    CHECK(wizard.window.workspace()->document().undoTitle().isEmpty());
    CHECK(wizard.part<ErrorCard>("write-error")->isVisible());
    CHECK_FALSE(wizard.button("next")->isEnabled());
}

TEST_CASE("Esc leaves the import and nothing has changed")
{
    Wizard wizard;
    wizard.bring("people.csv", kPeople);
    wizard.goToWrite();
    QTest::keyClick(wizard.button("next"), Qt::Key_Escape);
    CHECK(wizard.window.workspace()->currentPage() == "funnel");
    CHECK(wizard.facts()->leadCount() == 0);
}

TEST_CASE("hostile names are shown as the text that they are")
{
    Wizard wizard;
    std::ofstream(wizard.folder / "<b>bold<b>.csv")
        << "Name,<u>Col&umn</u>\n<script>alert(1)</script>,=1+1|calc\n"
           "\xE2\x80\xAE"
           "desrever,b\n";
    wizard.bring({QString::fromStdString((wizard.folder / "<b>bold<b>.csv").string())});
    wizard.waitUntilRead();
    for (const QLabel* label : wizard.part<QWidget>("import")->findChildren<QLabel*>()) {
        INFO(label->text().toStdString());
        CHECK(label->textFormat() == Qt::PlainText);
    }
    CHECK(shownText("\xE2\x80\xAE"
                    "a\nb")
              .toStdString() == "·a↵b");
    wizard.goToWrite();
    CHECK(wizard.text("counts") == "2 new");
}

TEST_CASE("an empty file, a binary one and one that is not there are told in three parts")
{
    Wizard wizard;
    const auto [name, text, words] = GENERATE(table<const char*, std::string, const char*>(
        {{"empty.csv", "", "empty"}, {"binary.csv", std::string(4096, '\x01'), "text"}}));
    wizard.bring({wizard.write(name, text)});
    auto* card = wizard.part<ErrorCard>("file-error");
    REQUIRE(QTest::qWaitFor([&] { return card->isVisible(); }));
    CHECK(card->accessibleName().contains(name));
    CHECK(card->accessibleName().contains(words));
    CHECK_FALSE(card->accessibleDescription().isEmpty());
    CHECK_FALSE(wizard.button("next")->isEnabled());
    wizard.click("cancel");
    CHECK(wizard.window.workspace()->currentPage() == "funnel");
}

TEST_CASE("another separator or heading line reads the file anew at once")
{
    Wizard wizard;
    wizard.bring("people.csv", "Name;Email\nAda;ada@example.org\nBen;ben@example.org\n");
    choose(wizard.part<QComboBox>("separator"), "Comma");
    wizard.waitUntilRead();
    wizard.click("next");
    CHECK(wizard.part<QComboBox>("becomes-0") != nullptr);
    CHECK(wizard.part<QComboBox>("becomes-1") == nullptr);
}

TEST_CASE("several files follow each other in the order in which they refer to each other")
{
    Wizard wizard;
    const QString touches = wizard.write(
        "activities.csv", "Lead,Date,Channel,Direction\nada@example.org,2026-02-01,email,out\n");
    const QString people = wizard.write("leads.csv", kPeople);
    wizard.bring({touches, people});
    REQUIRE(QTest::qWaitFor([&] {
        return wizard.part<QAbstractButton>("kind-leads")->isChecked() &&
               wizard.button("next")->isEnabled();
    }));
    CHECK(wizard.text("file-caption").contains("then activities.csv"));
    wizard.goToWrite();
    wizard.import();
    CHECK(wizard.button("next")->text() == "Next file");
    wizard.click("next");
    REQUIRE(QTest::qWaitFor([&] {
        return wizard.part<QAbstractButton>("kind-touches")->isChecked() &&
               wizard.button("next")->isEnabled();
    }));
    wizard.goToWrite();
    CHECK(wizard.text("counts") == "1 new");
}

TEST_CASE("a draft takes a field from the column that had it")
{
    const test::TempFolder folder;
    const FileLook look = lookAt(folder, "p.csv", "Name,Alias,Email\nAda,A,a@b.c\nBen,B,b@b.c\n");
    ImportDraft draft(look, RecordKind::Leads, defaultStages());
    const ColumnTarget name{ColumnTarget::Kind::Field, "name"};
    REQUIRE(draft.targets(0) == std::vector{name});
    draft.setTarget(1, name);
    CHECK(draft.targets(0).empty());
    CHECK(draft.targets(1) == std::vector{name});
    CHECK(draft.placedCount() == 2);
}

TEST_CASE("of two readings the one without dates to come is the likely one")
{
    const test::TempFolder folder;
    const FileLook look =
        lookAt(folder, "p.csv", "Name,Created\nAda,04/03/2026\nBen,06/05/2026\nCleo,07/01/2026\n");
    ImportDraft draft(look, RecordKind::Leads, defaultStages());
    draft.setSurvey(test::valueOf(surveyFile(look, {})));
    REQUIRE(draft.asksDateOrder(1));
    const Day today = *dayFromIso("2026-05-12");
    const AnswerSheet sheet = dateAnswers(draft, 1, today);
    CHECK(sheet.one.likely);
    CHECK_FALSE(sheet.other.likely);
    CHECK(sheet.other.warning == "2 would lie in the future");
    CHECK(sheet.reason == "All 3 dates fit both, so you decide. Line: today.");
}

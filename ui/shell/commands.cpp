// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commands.h"

#include "ui/common/labels.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QDialog>
#include <QGridLayout>
#include <QKeySequence>
#include <QMenu>
#include <QMessageBox>
#include <QVBoxLayout>

namespace tandem::ui {

namespace {

QString plainText(const QAction* action)
{
    return action->text().remove(u'&').remove(QStringLiteral("…"));
}

} // namespace

Commands::Commands(QWidget* window)
    : QObject(window), m_window(window), m_looks(new QActionGroup(this))
{
    newWorkbook = add(QStringLiteral("new"), tr("&New workbook…"), QKeySequence::New);
    open = add(QStringLiteral("open"), tr("&Open…"), QKeySequence::Open);
    demonstration = add(QStringLiteral("demonstration"), tr("&Demonstration"),
                        QKeySequence(Qt::CTRL | Qt::Key_D));
    importFiles = add(QStringLiteral("import"), tr("&Import…"), QKeySequence(Qt::CTRL | Qt::Key_I));
    saveCopy = add(QStringLiteral("save-copy"), tr("Save a &copy…"),
                   QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    openBackup = add(QStringLiteral("open-backup"), tr("Open a &backup…"));
    closeWorkbook = add(QStringLiteral("close"), tr("C&lose workbook"), QKeySequence::Close);
    quit = add(QStringLiteral("quit"), tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));
    undo = add(QStringLiteral("undo"), tr("&Undo"), QKeySequence::Undo);
    redo = add(QStringLiteral("redo"), tr("&Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    find = add(QStringLiteral("find"), tr("&Find anything…"), QKeySequence(Qt::CTRL | Qt::Key_K));
    filter = add(QStringLiteral("filter"), tr("Fi&lter"), QKeySequence::Find);
    clearFilters = add(QStringLiteral("clear-filters"), tr("&Clear all filters"));
    period =
        add(QStringLiteral("period"), tr("Choose the &period"), QKeySequence(Qt::CTRL | Qt::Key_P));
    nextPane = add(QStringLiteral("next-pane"), tr("Next &part of the window"), Qt::Key_F6);
    light = add(QStringLiteral("light"), tr("&Light"));
    dark = add(QStringLiteral("dark"), tr("&Dark"));
    system = add(QStringLiteral("system"), tr("As the &system"));
    for (QAction* look : {light, dark, system}) {
        look->setCheckable(true);
        m_looks->addAction(look);
    }
    shortcuts = add(QStringLiteral("shortcuts"), tr("&Keys"), QKeySequence::HelpContents);
    about = add(QStringLiteral("about"), tr("&About Tandem"));
    menu = add(QStringLiteral("menu"), tr("Menu"), Qt::Key_F10);
    setWorkbookOpen(false);
}

QAction* Commands::add(const QString& name, const QString& text, const QKeySequence& key)
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    m_window->addAction(action);
    return action;
}

void Commands::setWorkbookOpen(bool workbookOpen)
{
    for (QAction* action : {importFiles, saveCopy, openBackup, closeWorkbook, find, filter,
                            clearFilters, period, nextPane}) {
        action->setEnabled(workbookOpen);
    }
    undo->setEnabled(false);
    redo->setEnabled(false);
}

QList<QAction*> Commands::all() const
{
    return {newWorkbook,   open, demonstration, importFiles, saveCopy,     openBackup,
            closeWorkbook, undo, redo,          filter,      clearFilters, period,
            light,         dark, system,        shortcuts,   about,        quit};
}

QMenu* Commands::makeMenu(const QList<QAction*>& go, const QList<QAction*>& page,
                          QWidget* parent) const
{
    auto* whole = new QMenu(parent);
    whole->setObjectName(QStringLiteral("menu"));
    QMenu* file = whole->addMenu(tr("&File"));
    file->addActions({newWorkbook, open, demonstration});
    file->addSeparator();
    file->addActions({importFiles, saveCopy, openBackup});
    file->addSeparator();
    file->addActions({closeWorkbook, quit});
    QMenu* edit = whole->addMenu(tr("&Edit"));
    edit->addActions({undo, redo});
    edit->addSeparator();
    edit->addActions({find, filter, clearFilters});
    if (!page.isEmpty()) {
        edit->addSeparator();
        edit->addActions(page);
    }
    QMenu* view = whole->addMenu(tr("&View"));
    view->addActions(go);
    view->addSeparator();
    view->addActions({period, nextPane});
    view->addSeparator();
    view->addActions({light, dark, system});
    QMenu* help = whole->addMenu(tr("&Help"));
    help->addActions({shortcuts, about});
    return whole;
}

void showShortcuts(QWidget* parent, const QList<QAction*>& actions)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Commands::tr("Keys"));
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(24, 20, 24, 24);
    column->setSpacing(16);
    column->addWidget(new TitleLabel(Commands::tr("Keys")));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(32);
    grid->setVerticalSpacing(8);
    int count = 0;
    const auto put = [&](const QString& what, const QString& key) {
        const int at = count / 2;
        const int side = count % 2 * 2;
        grid->addWidget(new TextLabel(key, TextSize::Body, Weight::Semibold), at, side);
        grid->addWidget(new TextLabel(what, TextSize::Body), at, side + 1);
        ++count;
    };
    for (const QAction* action : actions) {
        if (!action->shortcut().isEmpty()) {
            put(plainText(action), action->shortcut().toString(QKeySequence::NativeText));
        }
    }
    put(Commands::tr("Areas"), Commands::tr("Ctrl+1 … Ctrl+9"));
    put(Commands::tr("One step back"), Commands::tr("Esc"));
    put(Commands::tr("Inside lists and charts"), Commands::tr("Arrows, Enter"));
    column->addLayout(grid);
    dialog->open();
}

void showAbout(QWidget* parent)
{
    auto* box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(Commands::tr("About Tandem"));
    box->setTextFormat(Qt::PlainText);
    box->setText(Commands::tr("Tandem %1").arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(
        Commands::tr("Sales and Marketing work from one file. It stays on this computer.\n\n"
                     "Free software under the GNU General Public License, version 3 or later."));
    box->open();
}

} // namespace tandem::ui

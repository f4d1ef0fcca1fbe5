// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "core/store/backup.h"
#include "ui/common/messages.h"
#include "ui/common/theme.h"
#include "ui/shell/commands.h"
#include "ui/shell/new_workbook_dialog.h"
#include "ui/shell/openings.h"
#include "ui/shell/recent_files.h"
#include "ui/shell/start_page.h"
#include "ui/shell/workspace.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QStackedWidget>
#include <QStandardPaths>

namespace tandem::ui {

namespace {

std::filesystem::path toPath(const QString& path)
{
    return std::filesystem::path(path.toStdString());
}

QString workbookFilter()
{
    return MainWindow::tr("Workbooks (*.tandem);;All files (*)");
}

QStringList droppedFiles(const QMimeData* data)
{
    QStringList files;
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile()) {
            files << url.toLocalFile();
        }
    }
    return files;
}

} // namespace

MainWindow::MainWindow(Settings& settings, const WorkbookPlace& place, QWidget* parent)
    : QMainWindow(parent), m_settings(settings), m_place(place), m_commands(new Commands(this)),
      m_stack(new QStackedWidget),
      m_start((connectCommands(), new StartPage(settings, *m_commands)))
{
    m_stack->addWidget(m_start);
    setCentralWidget(m_stack);
    setAcceptDrops(true);
    setMinimumSize(1024, 600);
    resize(1440, 900);
    restoreGeometry(m_settings.value(QStringLiteral("geometry")).toByteArray());
    setWindowTitle(QApplication::applicationDisplayName());

    connect(m_start, &StartPage::fileChosen, this, [this](const QString& path) { openFile(path); });
    connect(m_start, &StartPage::findRequested, this, [this](const QString& path) {
        const QString found =
            QFileDialog::getOpenFileName(this, tr("Where is %1?").arg(QFileInfo(path).fileName()),
                                         QFileInfo(path).absolutePath(), workbookFilter());
        if (!found.isEmpty()) {
            forgetRecent(m_settings, path);
            openFile(found);
        }
    });
    connect(m_start, &StartPage::stopRequested, &m_task, &Task::stop);
    connect(&m_task, &Task::progressed, m_start, &StartPage::showProgress);
}

MainWindow::~MainWindow()
{
    delete m_workspace; // before the settings go
}

void MainWindow::connectCommands()
{
    connect(m_commands->newWorkbook, &QAction::triggered, this, &MainWindow::askForNew);
    connect(m_commands->open, &QAction::triggered, this, &MainWindow::askForFile);
    connect(m_commands->demonstration, &QAction::triggered, this, &MainWindow::openDemonstration);
    connect(m_commands->saveCopy, &QAction::triggered, this, &MainWindow::askForCopy);
    connect(m_commands->openBackup, &QAction::triggered, this, &MainWindow::askForBackup);
    connect(m_commands->closeWorkbook, &QAction::triggered, this, &MainWindow::closeWorkbook);
    connect(m_commands->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_commands->shortcuts, &QAction::triggered, this,
            [this] { showShortcuts(this, m_commands->all()); });
    connect(m_commands->about, &QAction::triggered, this, [this] { showAbout(this); });
    for (const auto& [action, mode] :
         {std::pair(m_commands->light, Mode::Light), std::pair(m_commands->dark, Mode::Dark),
          std::pair(m_commands->system, Mode::System)}) {
        action->setChecked(appliedMode(*qApp) == mode);
        connect(action, &QAction::triggered, this, [this, mode = mode] {
            m_settings.setValue(QStringLiteral("look"), static_cast<int>(mode));
            applyTheme(*qApp, mode);
        });
    }
}

void MainWindow::openFile(const QString& path, OpenMode mode)
{
    begin(path, [file = toPath(path), mode, place = m_place](const Progress& progress) {
        return openWorkbook(file, mode, progress, place);
    });
}

void MainWindow::createFile(const QString& path, const NewWorkbook& start)
{
    begin(path, [file = toPath(path), start, place = m_place](const Progress& progress) {
        return createWorkbook(file, start, progress, place);
    });
}

void MainWindow::openDemonstration()
{
    const QString path = demonstrationFile();
    begin(path, [file = toPath(path), place = m_place](const Progress& progress) {
        return tandem::ui::openDemonstration(file, progress, place);
    });
}

void MainWindow::begin(const QString& path, Opening work)
{
    if (m_task.running()) {
        return;
    }
    if (m_workspace != nullptr && m_workspace->document().lent()) {
        showError(this, {ErrorCode::Busy, m_workspace->document().name().toStdString(),
                         tr("A longer job is still at work in it.").toStdString()});
        return;
    }
    // One process never has a file open twice: the one that is open goes first.
    closeWorkbook();
    m_start->showOpening(QFileInfo(path).completeBaseName());
    m_task.start<Result<OpenedWorkbook>>(std::move(work),
                                         [this, path](Result<OpenedWorkbook> opened) {
                                             m_start->showOpening({});
                                             showOpened(path, std::move(opened));
                                             emit openingEnded();
                                         });
}

void MainWindow::showOpened(const QString& path, Result<OpenedWorkbook> opened)
{
    if (!opened) {
        m_toImport.clear();
        if (opened.error().code == ErrorCode::Busy) {
            showError(this, opened.error(), tr("Open a read-only copy"),
                      [this, path] { openFile(path, OpenMode::ReadOnly); });
        } else {
            showError(this, opened.error());
        }
        return;
    }
    m_workspace = new Workspace(std::move(*opened), m_settings, *m_commands);
    m_stack->addWidget(m_workspace);
    m_stack->setCurrentWidget(m_workspace);
    m_workspace->setFocus(); // its page, not the first button that Tab would reach
    const Document& document = m_workspace->document();
    setWindowTitle(tr("%1[*] — Tandem").arg(document.name()));
    rememberRecent(m_settings,
                   {QFileInfo(path).absoluteFilePath(), document.name(), document.info().uuid,
                    static_cast<qint64>(document.facts()->leadCount()), document.readOnly(),
                    QDateTime::currentDateTime()});
    if (!m_toImport.isEmpty()) {
        m_workspace->importFiles(std::exchange(m_toImport, {}));
    }
}

void MainWindow::closeWorkbook()
{
    if (m_workspace == nullptr) {
        return;
    }
    m_stack->setCurrentWidget(m_start);
    delete std::exchange(m_workspace, nullptr);
    m_commands->setWorkbookOpen(false);
    setWindowTitle(QApplication::applicationDisplayName());
    m_start->refresh();
}

void MainWindow::askForFile()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open a workbook"),
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), workbookFilter());
    if (!path.isEmpty()) {
        openFile(path);
    }
}

void MainWindow::askForNew()
{
    auto* dialog = new NewWorkbookDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { createFile(dialog->file(), dialog->start()); });
    dialog->open();
}

void MainWindow::askForCopy()
{
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save a copy"),
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), workbookFilter());
    if (path.isEmpty() || m_workspace == nullptr) {
        return;
    }
    std::error_code ignored;
    std::filesystem::remove(toPath(path), ignored); // the dialog has asked whether to replace it
    m_workspace->document().lend(
        [file = toPath(path)](Workbook& workbook, const Progress& progress) {
            return workbook.backupTo(file, progress);
        },
        [this, path](const Result<void>& done) {
            if (done) {
                m_workspace->showNotice({tr("A copy was saved as %1").arg(path), {}, {}});
            } else {
                showError(this, done.error());
            }
        });
}

void MainWindow::askForBackup()
{
    if (m_workspace == nullptr) {
        return;
    }
    const auto folder = backupFolder(m_place, m_workspace->document().info().uuid);
    const QString path = QFileDialog::getOpenFileName(this, tr("Look into a backup"),
                                                      QString::fromStdString(folder.string()));
    if (!path.isEmpty()) {
        openFile(path, OpenMode::ReadOnly);
    }
}

bool MainWindow::mayLeave()
{
    if (m_workspace == nullptr || !m_workspace->document().lent()) {
        return true;
    }
    showError(this, {ErrorCode::Busy, m_workspace->document().name().toStdString(),
                     tr("A longer job is still at work in it.").toStdString()});
    return false;
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!mayLeave()) {
        event->ignore();
        return;
    }
    m_settings.setValue(QStringLiteral("geometry"), saveGeometry());
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedFiles(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event)
{
    QStringList tables;
    for (const QString& file : droppedFiles(event->mimeData())) {
        if (file.endsWith(QStringLiteral(".tandem"), Qt::CaseInsensitive)) {
            openFile(file);
            return;
        }
        tables << file;
    }
    if (m_workspace != nullptr) {
        m_workspace->importFiles(tables);
    } else {
        m_toImport = tables; // after a workbook was made for them
        askForNew();
    }
    event->acceptProposedAction();
}

} // namespace tandem::ui

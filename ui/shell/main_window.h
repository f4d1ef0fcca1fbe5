// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/document.h"
#include "ui/common/settings.h"

#include <QMainWindow>

class QStackedWidget;

namespace tandem::ui {

class Commands;
class StartPage;
class Workspace;

/// The one window: the start page, or an open workbook.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// `place` says where backups go; tests give folders of their own.
    explicit MainWindow(Settings& settings, const WorkbookPlace& place = {},
                        QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens a workbook in place of the one that is open; comes back when it is shown, or with a
    /// message.
    void openFile(const QString& path, OpenMode mode = OpenMode::ReadWrite);
    /// Opens the demonstration company, and makes it first if there is none.
    void openDemonstration();
    /// Makes a workbook at `path` and opens it.
    void createFile(const QString& path, const NewWorkbook& start);
    /// Goes back to the start page.
    void closeWorkbook();

    /// The open workbook; nullptr at the start page and while one is being opened.
    Workspace* workspace() const { return m_workspace; }
    bool opening() const { return m_task.running(); }

signals:
    /// After openFile() and its like, whether it went well or not.
    void openingEnded();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    using Opening = std::function<Result<OpenedWorkbook>(const Progress&)>;

    void connectCommands();
    void askForFile();
    void askForNew();
    void askForCopy();
    void askForBackup();
    void applyLook(int mode);
    void begin(const QString& path, Opening work);
    void showOpened(const QString& path, Result<OpenedWorkbook> opened);
    bool mayLeave();

    Settings& m_settings;
    WorkbookPlace m_place;
    Commands* m_commands;
    QStackedWidget* m_stack;
    StartPage* m_start;
    Workspace* m_workspace = nullptr;
    QStringList m_toImport; ///< dropped before a workbook was open
    Task m_task;
};

} // namespace tandem::ui

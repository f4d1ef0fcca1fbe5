// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/recent_files.h"

#include <QWidget>

class QAction;
class QLineEdit;
class QProgressBar;
class QVBoxLayout;

namespace tandem::ui {

class Commands;
class RecentRow;
class TextLabel;

/// What is shown without a workbook: new, open, demonstration, the files that were open before, the
/// last backup, and the look.
class StartPage : public QWidget {
    Q_OBJECT

public:
    StartPage(Settings& settings, Commands& commands, QWidget* parent = nullptr);

    /// Reads the list of recent files anew.
    void refresh();
    /// Shows that a file is being opened; a name of "" ends it.
    void showOpening(const QString& name);
    void showProgress(double fraction, const QString& what);

signals:
    void fileChosen(const QString& path);
    /// A recent file that is no longer there is to be looked for.
    void findRequested(const QString& path);
    void stopRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void showBackup(const std::vector<RecentFile>& files);
    void filterRows(const QString& words);

    Settings& m_settings;
    Commands& m_commands;
    QWidget* m_content;
    QWidget* m_recent; ///< heading, field and rows
    QLineEdit* m_find;
    QVBoxLayout* m_rows;
    std::vector<RecentRow*> m_all;
    QWidget* m_backup;
    TextLabel* m_backupTitle;
    QWidget* m_opening;
    TextLabel* m_openingTitle;
    QProgressBar* m_openingBar;
};

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QAction;
class QActionGroup;
class QMenu;
class QWidget;

namespace tandem::ui {

/// Every command of the window with its words and keys; who carries it out connects to triggered.
/// Commands of one page are the page's own QActions.
class Commands : public QObject {
    Q_OBJECT

public:
    /// The keys hold in `window`.
    explicit Commands(QWidget* window);

    // File
    QAction* newWorkbook;
    QAction* open;
    QAction* demonstration;
    QAction* importFiles;
    QAction* saveCopy;
    QAction* openBackup;
    QAction* closeWorkbook;
    QAction* quit;
    // Edit
    QAction* undo;
    QAction* redo;
    QAction* find;
    QAction* filter;
    QAction* clearFilters;
    // View
    QAction* period;
    QAction* nextPane;
    QAction* light;
    QAction* dark;
    QAction* system;
    // Help
    QAction* shortcuts;
    QAction* about;
    QAction* menu;

    /// Turns on or off what needs an open workbook.
    void setWorkbookOpen(bool open);
    /// Everything that the palette offers.
    QList<QAction*> all() const;
    /// The menu behind the logo; `go` are the areas, `page` the commands of the page shown.
    QMenu* makeMenu(const QList<QAction*>& go, const QList<QAction*>& page, QWidget* parent) const;

private:
    QAction* add(const QString& name, const QString& text, const QKeySequence& key = {});

    QWidget* m_window;
    QActionGroup* m_looks;
};

/// A list of all keys, in a dialog over `parent`.
void showShortcuts(QWidget* parent, const QList<QAction*>& actions);
/// What this program is, in a dialog over `parent`.
void showAbout(QWidget* parent);

} // namespace tandem::ui

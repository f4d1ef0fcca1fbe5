// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/document.h"
#include "ui/common/page.h"
#include "ui/common/settings.h"
#include "ui/common/view_state.h"

#include <QPointer>
#include <vector>

class QStackedWidget;
class QVBoxLayout;

namespace tandem::ui {

class Commands;
class NoticeBar;
class Palette;
class ProgressLine;
class Rail;
class TopBar;

/// An open workbook on the screen: rail, bar, and the pages. Lives as long as the workbook is open.
class Workspace : public QWidget {
    Q_OBJECT

public:
    Workspace(OpenedWorkbook opened, Settings& settings, Commands& commands,
              QWidget* parent = nullptr);
    ~Workspace() override;

    Document& document() { return m_document; }
    ViewState& view() { return m_view; }

    /// Shows a page by its id; nothing if there is none.
    void showPage(const QString& id);
    QString currentPage() const;
    /// The page of that id, made if it was not yet; nullptr if there is none.
    Page* page(const QString& id);
    /// Begins to import files; an empty list asks for one.
    void importFiles(const QStringList& files);
    bool canImport() const;
    void openPalette();
    void showNotice(const Notice& notice);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Shown {
        PageEntry entry;
        Page* page = nullptr; ///< made at the first visit
    };

    void connectCommands();
    void fillPalette();
    void openMenu();
    Page* make(Shown& shown);
    void goTo(std::size_t number);
    void followSteps();
    void followFile();
    void showLeads(const LeadList& list);
    void showLead(LeadId lead);
    void focusNextPane();

    Settings& m_settings;
    Commands& m_commands;
    Document m_document;
    ViewState m_view;
    std::vector<Shown> m_pages;
    std::size_t m_current = 0;
    std::size_t m_before = 0; ///< shown before the current one
    QList<QAction*> m_go;     ///< "Funnel", Ctrl+1
    Rail* m_rail;
    TopBar* m_bar;
    ProgressLine* m_progress;
    QVBoxLayout* m_column;
    QStackedWidget* m_stack;
    QPointer<NoticeBar> m_notice;
    Palette* m_palette = nullptr;
};

} // namespace tandem::ui

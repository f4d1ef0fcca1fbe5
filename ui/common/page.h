// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "ui/common/icons.h"

#include <functional>
#include <QString>
#include <QStringList>
#include <QWidget>
#include <vector>

namespace tandem::ui {

class Document;
class Settings;
class ViewState;

/// What the shell lends to every page. All of it outlives the page.
struct PageContext {
    Document& document; ///< the open workbook, its facts, and the one way to change it
    ViewState& view;    ///< period and filters, shared by all pages
    Settings& settings; ///< what is remembered between starts
};

/// Leads that one page asks another to list, under a title that says which they are.
struct LeadList {
    QString title; ///< "263 MQLs that did not become SQLs (yet)"
    std::vector<LeadId> leads;

    bool operator==(const LeadList&) const = default;
};

/// A line over the page that goes away by itself, with at most one thing to do about it.
struct Notice {
    QString text;   ///< "3 leads deleted"
    QString action; ///< "Undo"; empty for none
    std::function<void()> act;
};

/// One area of the window. The shell makes a page when it is first visited and keeps it as long as
/// the workbook is open; a page that is not shown may let its figures wait until it is. Commands
/// are QActions given to addAction(): they appear in the palette and in the menu.
class Page : public QWidget {
    Q_OBJECT

public:
    explicit Page(const PageContext& context, QWidget* parent = nullptr)
        : QWidget(parent), m_context(context)
    {
    }

    /// Whether the period picker and the filter chips say something about this page.
    virtual bool usesPeriod() const { return true; }
    virtual bool usesFilters() const { return true; }

    /// Ctrl+F: moves the focus to what narrows the page; false if there is nothing of the kind and
    /// the shell shall open its filter menu.
    virtual bool focusSearch() { return false; }
    /// Esc: takes one step back inside the page; false if there is none.
    virtual bool goBack() { return false; }
    /// The parts between which F6 moves, in order of reading.
    virtual QList<QWidget*> panes() const { return {}; }

    /// Lists exactly these leads until the person asks for something else; false if the page
    /// lists no leads. The shell asks each page in the rail's order and shows the one that does.
    virtual bool showLeads(const LeadList&) { return false; }
    /// Shows one lead with its timeline; false if the page shows none.
    virtual bool showLead(LeadId) { return false; }
    /// Begins to import the files (CSV); an empty list asks the person for one. False if the page
    /// imports nothing.
    virtual bool importFiles(const QStringList&) { return false; }

signals:
    /// To the page that lists leads.
    void leadsRequested(const tandem::ui::LeadList& list);
    void leadRequested(tandem::LeadId lead);
    /// File → Import…, as from an empty state.
    void importRequested();
    /// To the page that was shown before this one, as at the end of an import.
    void left();
    void noticed(const tandem::ui::Notice& notice);
    void failed(const tandem::Error& error);

protected:
    Document& document() const { return m_context.document; }
    ViewState& view() const { return m_context.view; }
    Settings& settings() const { return m_context.settings; }

private:
    PageContext m_context;
};

/// How the shell knows a page before it is made. The list stands in ui/shell/pages.cpp, in the
/// order of the rail.
struct PageEntry {
    QString id;    ///< "funnel": in the settings, never shown
    QString title; ///< "Funnel"
    Icon icon;
    bool inRail; ///< false for a page that is only reached by a command, as the import
    Page* (*make)(const PageContext&, QWidget* parent);
};

/// The `make` of a page that is constructed from its context.
template <class P>
Page* makePage(const PageContext& context, QWidget* parent)
{
    return new P(context, parent);
}

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"
#include "ui/common/task.h"
#include "ui/leads/lead_listing.h"
#include "ui/leads/lead_pane.h"

class QHBoxLayout;
class QLineEdit;
class QSplitter;
class QStackedWidget;

namespace tandem::ui {

class CaptionLabel;
class Chip;
class EmptyState;
class LeadsModel;
class LeadsTable;
class SegmentedSwitch;

/// Every lead in a table that is searched, filtered and sorted, and the one that is chosen with
/// its timeline beside it.
class LeadsPage : public Page {
    Q_OBJECT

public:
    explicit LeadsPage(const PageContext& context, QWidget* parent = nullptr);
    ~LeadsPage() override;

    bool usesPeriod() const override { return false; }
    bool focusSearch() override;
    bool goBack() override;
    QList<QWidget*> panes() const override;
    bool showLeads(const LeadList& list) override;
    bool showLead(LeadId lead) override;

    /// Whether an order is being computed or names are being read.
    bool busy() const { return m_live.waiting() || m_readingNames; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void makeCommands();
    QWidget* makeTableSide();
    QHBoxLayout* makeTop();
    QWidget* makeTable();
    void connectTable();
    void connectDocument();
    QAction* addCommand(const char* name, const QString& text, const QKeySequence& key,
                        void (LeadsPage::*act)());
    void followCommands();

    void ask();
    void showListing(Result<Listing> listing);
    void restoreSelection(const std::vector<LeadId>& selected);
    void showState();
    void showStatus();
    void follow(const Change& change);
    void readNames();
    bool searched() const;
    std::vector<LeadId> wanted() const;

    void addLead();
    void editLead();
    void logTouch();
    void changeStage();
    void removeLeads();
    void copyLeads();
    void openMenu(const QPoint& at);
    void chooseView(int index);
    void find();
    void search();
    void leaveList();
    void clearAll();

    std::optional<LeadList> m_list; ///< exactly these, as another page asked
    std::optional<std::vector<LeadId>> m_found;
    bool m_foundTooMany = false;
    std::optional<LeadId> m_go; ///< to be shown once it is listed
    std::vector<LeadView> m_viewList;
    std::vector<Filter> m_filters; ///< as last asked
    std::size_t m_view = 0;
    bool m_stale = true; ///< asked again when the page is shown
    bool m_countStale = true;
    bool m_toTop = true; ///< another order or set: begin at its top
    std::shared_ptr<LeadNames> m_names;
    std::shared_ptr<const NameOrder> m_nameOrder;
    bool m_readingNames = false;

    LeadCommands m_commands{};
    QAction* m_add = nullptr;
    QAction* m_copy = nullptr;
    LeadsModel* m_model;
    LeadsTable* m_table;
    SegmentedSwitch* m_views;
    Chip* m_chip;
    QLineEdit* m_search;
    CaptionLabel* m_caption;
    CaptionLabel* m_status;
    QStackedWidget* m_states; ///< table, no lead at all, none that fits
    EmptyState* m_noMatch;
    LeadPane* m_pane;
    QSplitter* m_splitter;
    LiveAnswer m_live; // last: an answer must not find a half-destroyed page
};

} // namespace tandem::ui

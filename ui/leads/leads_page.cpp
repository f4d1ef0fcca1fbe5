// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/leads_page.h"

#include "core/store/records.h"
#include "ui/common/buttons.h"
#include "ui/common/document.h"
#include "ui/common/figures.h"
#include "ui/common/labels.h"
#include "ui/common/marks.h"
#include "ui/common/notices.h"
#include "ui/common/settings.h"
#include "ui/common/view_state.h"
#include "ui/leads/leads_table.h"
#include "ui/leads/timeline_view.h"

#include <algorithm>
#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tandem::ui {
namespace {

constexpr int kMargin = 24;
constexpr int kNarrowestTable = 600;
constexpr int kWidestChip = 380;
constexpr std::size_t kMostFound = 500;
constexpr std::size_t kMostReselected = 10'000;
/// "83k" from ten thousand on, so that the views stay on one line.
QString shortCount(std::size_t count)
{
    const auto number = static_cast<qint64>(count);
    return number < 10'000 ? countText(number)
                           : LeadsPage::tr("%1k").arg(countText(number / 1'000));
}

const QString kSplitter = QStringLiteral("leads/splitter");

} // namespace

LeadsPage::LeadsPage(const PageContext& context, QWidget* parent)
    : Page(context, parent), m_viewList(standardViews(*document().facts())),
      m_model(new LeadsModel(document(), this)), m_views(new SegmentedSwitch),
      m_chip(new Chip({}, Chip::Look::Selected)), m_search(new QLineEdit),
      m_caption(new CaptionLabel), m_status(new CaptionLabel), m_states(new QStackedWidget),
      m_noMatch(new EmptyState(tr("No lead fits"), tr("Nobody passes the filters and the search."),
                               tr("Show all leads"))),
      m_splitter(new QSplitter)
{
    makeCommands();
    m_table = new LeadsTable(*m_model, document(), settings());
    m_pane = new LeadPane(document(), m_commands);

    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(makeTableSide());
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(0, 51);
    m_splitter->setStretchFactor(1, 49);
    m_splitter->setSizes({641, 615});
    m_splitter->restoreState(settings().value(kSplitter).toByteArray());
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_splitter);
    setFocusProxy(m_table);

    connectTable();
    connectDocument();
    m_table->restore();
    followCommands();
}

LeadsPage::~LeadsPage()
{
    settings().setValue(kSplitter, m_splitter->saveState());
}

QAction* LeadsPage::addCommand(const char* name, const QString& text, const QKeySequence& key,
                               void (LeadsPage::*act)())
{
    auto* action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, act);
    addAction(action);
    return action;
}

void LeadsPage::makeCommands()
{
    m_add = addCommand("newLead", tr("&New lead\u2026"), Qt::CTRL | Qt::SHIFT | Qt::Key_N,
                       &LeadsPage::addLead);
    m_commands.log = addCommand("log", tr("&Log a touch"), Qt::Key_L, &LeadsPage::logTouch);
    m_commands.stage =
        addCommand("stage", tr("Change &stage\u2026"), Qt::Key_S, &LeadsPage::changeStage);
    m_commands.edit =
        addCommand("edit", tr("&Edit lead\u2026"), Qt::CTRL | Qt::Key_E, &LeadsPage::editLead);
    m_copy = addCommand("copy", tr("&Copy leads as a table"), {}, &LeadsPage::copyLeads);
    // Delete works in the table only: in the timeline it deletes a touch.
    m_commands.remove = addCommand("delete", tr("&Delete leads"), {}, &LeadsPage::removeLeads);
}

QHBoxLayout* LeadsPage::makeTop()
{
    m_views->setAccessibleName(tr("View"));
    m_views->setObjectName("views");
    for (const LeadView& view : m_viewList) {
        m_views->addSegment(view.title);
    }
    const QString remembered =
        settings()
            .value(Settings::workbookKey(document().info().uuid, QStringLiteral("leads/view")))
            .toString();
    for (std::size_t i = 0; i < m_viewList.size(); ++i) {
        if (m_viewList[i].id == remembered) {
            m_view = i;
            m_views->setCurrentIndex(static_cast<int>(i));
        }
    }
    m_chip->setRemovable(true);
    m_chip->setObjectName("given");
    m_chip->hide();
    QToolButton* const columns = makeIconButton(Icon::Columns, tr("Columns"));
    columns->setObjectName("columns");
    columns->setProperty("kind", "secondary");
    columns->setFixedSize(tokens().heightControl, tokens().heightControl);
    connect(columns, &QToolButton::clicked, this, [this, columns] {
        auto* menu = new QMenu(columns);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_table->fillColumnMenu(*menu);
        menu->popup(columns->mapToGlobal(QPoint(0, columns->height() + 4)));
    });
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_views);
    top->addWidget(m_chip);
    top->addStretch(1);
    top->addWidget(columns);
    return top;
}

QWidget* LeadsPage::makeTable()
{
    auto* nobody = new EmptyState(
        tr("Your leads will be here"),
        tr("Bring in the export of your CRM or of a form, or add the first one with Ctrl+Shift+N. "
           "Ctrl+D opens the demonstration company."),
        tr("Import\u2026"));
    connect(nobody, &EmptyState::actionTriggered, this, &Page::importRequested);
    connect(m_noMatch, &EmptyState::actionTriggered, this, &LeadsPage::clearAll);
    m_states->addWidget(m_table);
    for (EmptyState* card : {nobody, m_noMatch}) {
        auto* holder = new QWidget;
        auto* column = new QVBoxLayout(holder);
        column->setContentsMargins(0, 16, 0, 0);
        column->addWidget(card);
        column->addStretch();
        m_states->addWidget(holder);
    }
    return m_states;
}

QWidget* LeadsPage::makeTableSide()
{
    m_search->setProperty("search", true);
    m_search->setObjectName("search");
    m_search->setPlaceholderText(tr("Name, e-mail, company or job title"));
    m_search->setAccessibleName(tr("Search in leads"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(Icon::Search, Colour::TextTertiary), QLineEdit::LeadingPosition);
    m_status->setObjectName("status");
    m_caption->setObjectName("caption");

    auto* side = new QWidget;
    side->setMinimumWidth(kNarrowestTable);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(kMargin, 16, kMargin, 12);
    column->setSpacing(0);
    column->addLayout(makeTop());
    column->addSpacing(8);
    auto* narrowing = new QHBoxLayout;
    narrowing->setSpacing(8);
    narrowing->addWidget(m_search, 1);
    narrowing->addWidget(m_caption);
    QToolButton* const add = makeIconButton(Icon::Plus, tr("New lead (Ctrl+Shift+N)"));
    add->setObjectName("addLead");
    add->setProperty("kind", "secondary");
    add->setFixedSize(tokens().heightControl, tokens().heightControl);
    connect(m_add, &QAction::changed, add, [add, this] { add->setEnabled(m_add->isEnabled()); });
    connect(add, &QToolButton::clicked, m_add, &QAction::trigger);
    narrowing->addWidget(add);
    column->addLayout(narrowing);
    column->addSpacing(4);
    column->addWidget(makeTable(), 1);
    column->addSpacing(8);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_status);
    foot->addStretch();
    foot->setSpacing(16);
    for (const QString& hint :
         {tr("\u2191 \u2193 move"), tr("Enter open"), tr("L log touch"), tr("S stage")}) {
        foot->addWidget(new CaptionLabel(hint));
    }
    column->addLayout(foot);
    return side;
}

void LeadsPage::connectTable()
{
    connect(m_views, &SegmentedSwitch::currentChanged, this, &LeadsPage::chooseView);
    connect(m_chip, &Chip::removeRequested, this, &LeadsPage::leaveList);
    connect(m_search, &QLineEdit::textChanged, this, &LeadsPage::search);
    connect(m_table, &LeadsTable::orderWanted, this, [this] {
        m_toTop = true;
        ask();
    });
    connect(m_table, &LeadsTable::opened, this, [this] { m_pane->timeline()->setFocus(); });
    connect(m_table, &LeadsTable::deleteRequested, this, [this] {
        if (m_commands.remove->isEnabled()) {
            removeLeads();
        }
    });
    connect(m_table, &LeadsTable::resized, this, &LeadsPage::showStatus);
    connect(m_table, &QWidget::customContextMenuRequested, this,
            [this](const QPoint& at) { openMenu(m_table->viewport()->mapToGlobal(at)); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                if (now.isValid()) {
                    m_pane->showLead(m_model->leadAt(now.row()));
                }
            });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        showStatus();
        followCommands();
    });
    connect(m_pane, &LeadPane::noticed, this, &Page::noticed);
}

void LeadsPage::connectDocument()
{
    connect(&view(), &ViewState::changed, this, [this] {
        if (view().filters() != m_filters) {
            m_list.reset(); // the person asks for something else
            m_countStale = true;
            m_toTop = true;
            ask();
        }
    });
    connect(&document(), &Document::changed, this, &LeadsPage::follow);
    // Queued, since what the errand did is followed only after this is told.
    connect(
        &document(), &Document::lentChanged, this,
        [this] {
            followCommands();
            if (!document().lent()) {
                m_model->refresh();
                m_pane->refresh();
                find();
                ask();
            }
        },
        Qt::QueuedConnection);
}

void LeadsPage::followCommands()
{
    const bool writable = !document().readOnly() && !document().lent();
    const QString why = document().readOnly()
                            ? tr("This is a read-only copy of the workbook")
                            : (document().lent() ? tr("A longer job is at work") : QString());
    const bool any = m_pane->lead().has_value() || m_table->selectedCount() > 0;
    m_add->setEnabled(writable);
    for (QAction* action : {m_commands.log, m_commands.stage, m_commands.edit, m_commands.remove}) {
        action->setEnabled(writable && any);
        action->setToolTip(why);
    }
    m_commands.log->setToolTip(why.isEmpty() ? tr("Log a touch (L)") : why);
    m_commands.edit->setToolTip(why.isEmpty() ? tr("Edit lead (Ctrl+E)") : why);
    m_copy->setEnabled(m_table->selectedCount() > 0);
}

// Which leads, in which order

void LeadsPage::ask()
{
    if (!isVisible()) {
        m_stale = true;
        return;
    }
    m_stale = false;
    const auto facts = document().facts();
    ListingQuestion question;
    question.list = LeadsModel::sortedBy(*facts, m_table->order().column);
    question.list.descending = m_table->order().descending;
    question.list.query = view().query(currentInstant());
    question.facts = facts;
    question.views = m_viewList;
    question.view = m_list || searched() ? 0 : m_view;
    question.count = m_countStale;
    if (m_list) {
        question.given = m_list->leads;
    }
    question.found = m_found;
    question.names = m_names;
    question.order = m_nameOrder;
    m_filters = question.list.query.where;
    if (question.list.sort == LeadSort::Name && !m_names) {
        readNames(); // asks again when they are there
    }
    m_live.ask<Result<Listing>>(
        [question = std::move(question)] { return listed(question); },
        [this](Result<Listing> listing) { showListing(std::move(listing)); });
}

void LeadsPage::showListing(Result<Listing> listing)
{
    if (!listing) {
        emit failed(listing.error());
        return;
    }
    if (!listing->counts.empty()) {
        m_countStale = false;
        for (std::size_t i = 0; i < listing->counts.size(); ++i) {
            m_views->setSegmentText(
                static_cast<int>(i),
                QStringLiteral("%1 %2").arg(m_viewList[i].title, shortCount(listing->counts[i])));
        }
    }
    m_nameOrder = listing->order;
    std::vector<LeadId> selected;
    if (m_table->selectedCount() <= static_cast<int>(kMostReselected)) {
        selected = m_table->selectedLeads();
    }
    if (const auto current = m_table->currentLead()) {
        std::erase(selected, *current);
        selected.insert(selected.begin(), *current);
    }
    const int scrolled = m_table->verticalScrollBar()->value();
    m_model->show(std::move(listing->leads), listing->asOf);
    m_table->verticalScrollBar()->setValue(m_toTop ? 0 : scrolled);
    restoreSelection(selected);
    m_toTop = false;
    showState();
    showStatus();
    followCommands();
}

void LeadsPage::restoreSelection(const std::vector<LeadId>& selected)
{
    std::vector<int> rows;
    if (m_go) {
        if (const int row = m_model->rowOf(*m_go); row >= 0) {
            rows.push_back(row);
        }
        m_pane->showLead(m_go); // also where the filters leave it out
    } else {
        std::vector<LeadId> sorted = selected;
        std::ranges::sort(sorted);
        int current = -1;
        for (int row = 0; row < m_model->rowCount() && rows.size() < selected.size(); ++row) {
            const LeadId lead = m_model->leadAt(row);
            if (std::ranges::binary_search(sorted, lead)) {
                rows.push_back(row);
                current = lead == selected.front() ? row : current;
            }
        }
        if (current >= 0) {
            std::erase(rows, current);
            rows.insert(rows.begin(), current);
        }
        if (rows.empty() && m_model->rowCount() > 0) {
            // What was shown is gone: its neighbour, or the first.
            rows.push_back(0);
        }
    }
    if (m_model->rowCount() == 0 && !m_go) {
        m_pane->showLead(std::nullopt);
    }
    m_go.reset();
    m_table->selectRows(rows);
    if (!rows.empty()) {
        m_table->scrollTo(m_model->index(rows.front(), 0));
    }
}

void LeadsPage::showState()
{
    const bool none = document().facts()->leadCount() == 0;
    m_states->setCurrentIndex(none ? 1 : m_model->rowCount() == 0 ? 2 : 0);
    m_views->setVisible(!m_list);
    m_chip->setVisible(m_list.has_value());
    if (m_list) {
        m_chip->setText(
            m_chip->fontMetrics().elidedText(m_list->title, Qt::ElideRight, kWidestChip));
        m_chip->setToolTip(plainToolTip(m_list->title));
    }
    m_noMatch->setText(tr("No lead fits"),
                       searched()
                           ? tr("Nobody is called \u201c%1\u201d, works there or writes from "
                                "there.")
                                 .arg(m_search->text().trimmed())
                           : tr("Nobody passes the view and the filters."));
}

void LeadsPage::showStatus()
{
    const int rows = m_model->rowCount();
    const int selected = m_table->selectedCount();
    m_status->setText(
        selected > 1
            ? tr("%1 of %2 selected").arg(countText(selected), countText(rows))
            : tr("%1 of %2 shown").arg(countText(m_table->visibleRows()), countText(rows)));
    m_caption->setText(!searched()      ? QString()
                       : m_foundTooMany ? tr("first %1").arg(countText(kMostFound))
                       : rows == 1      ? tr("1 lead")
                                        : tr("%1 leads").arg(countText(rows)));
    m_caption->setVisible(!m_caption->text().isEmpty());
}

void LeadsPage::follow(const Change& change)
{
    m_live.forget(); // it would be of facts that are no more
    m_countStale = true;
    if (change.bulk || change.definitions) {
        m_viewList = standardViews(*document().facts());
        m_table->restore();
    }
    if (change.bulk) {
        m_names.reset();
        m_nameOrder.reset();
    } else if (m_names && !change.leads.empty() && document().reader() != nullptr) {
        if (m_names.use_count() > 1) {
            m_names = std::make_shared<LeadNames>(*m_names);
        }
        if (!m_names->follow(*document().reader(), change.leads)) {
            m_names.reset();
        }
        m_nameOrder.reset();
    }
    m_model->follow(change);
    m_pane->follow(change);
    find();
    ask();
}

void LeadsPage::readNames()
{
    if (m_readingNames) {
        return;
    }
    auto names = std::make_shared<LeadNames>();
    const QPointer<LeadsPage> page(this);
    m_readingNames = document().lend(
        [names](Workbook& workbook, const Progress&) -> Result<void> {
            auto all = LeadNames::read(workbook.reader());
            if (!all) {
                return fail(all.error());
            }
            *names = std::move(*all);
            return {};
        },
        [page, names](const Result<void>& outcome) {
            if (!page) {
                return;
            }
            page->m_readingNames = false;
            if (!outcome) {
                emit page->failed(outcome.error());
                return;
            }
            page->m_names = names;
            page->m_nameOrder.reset();
            page->ask();
        });
}

bool LeadsPage::searched() const
{
    return m_found.has_value();
}

void LeadsPage::find()
{
    const std::string words = m_search->text().trimmed().toStdString();
    const Reader* const reader = document().reader();
    if (words.empty()) {
        m_found.reset();
    } else if (reader != nullptr) {
        auto found = searchLeads(*reader, words, kMostFound + 1);
        if (!found) {
            emit failed(found.error());
            return;
        }
        m_foundTooMany = found->size() > kMostFound;
        found->resize(std::min(found->size(), kMostFound));
        m_found = std::move(*found);
    }
}

void LeadsPage::search()
{
    find();
    m_toTop = true;
    ask();
}

void LeadsPage::chooseView(int index)
{
    m_view = static_cast<std::size_t>(std::max(index, 0));
    settings().setValue(Settings::workbookKey(document().info().uuid, QStringLiteral("leads/view")),
                        m_viewList[m_view].id);
    m_search->clear();
    m_toTop = true;
    ask();
}

void LeadsPage::leaveList()
{
    m_list.reset();
    m_toTop = true;
    ask();
    m_table->setFocus();
}

void LeadsPage::clearAll()
{
    m_list.reset();
    m_views->setCurrentIndex(0);
    m_search->clear();
    view().clearFilters();
    m_toTop = true;
    ask();
    m_table->setFocus();
}

bool LeadsPage::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
    return true;
}

bool LeadsPage::goBack()
{
    if (m_pane->closeForm()) {
        return true;
    }
    if (!m_table->hasFocus()) {
        if (m_search->hasFocus() && !m_search->text().isEmpty()) {
            m_search->clear();
        }
        m_table->setFocus();
        return true;
    }
    if (!m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    if (m_list) {
        leaveList();
        return true;
    }
    return false;
}

QList<QWidget*> LeadsPage::panes() const
{
    return {m_splitter->widget(0), m_pane};
}

bool LeadsPage::showLeads(const LeadList& list)
{
    m_search->clear();
    m_list = list;
    m_toTop = true;
    ask();
    return true;
}

bool LeadsPage::showLead(LeadId lead)
{
    const bool listed = m_model->rowOf(lead) >= 0;
    if (!listed) {
        m_list.reset();
        m_views->setCurrentIndex(0);
        m_search->clear();
    }
    m_go = lead;
    ask();
    return true;
}

void LeadsPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    if (m_stale) {
        ask();
    }
}

} // namespace tandem::ui

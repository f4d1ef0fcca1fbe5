// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workspace.h"

#include "ui/common/messages.h"
#include "ui/common/notices.h"
#include "ui/shell/commands.h"
#include "ui/shell/filter_bar.h"
#include "ui/shell/pages.h"
#include "ui/shell/palette.h"
#include "ui/shell/palette_sources.h"
#include "ui/shell/period_picker.h"
#include "ui/shell/progress_line.h"
#include "ui/shell/rail.h"
#include "ui/shell/recent_files.h"
#include "ui/shell/top_bar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace tandem::ui {

namespace {

constexpr int kCollapseBelow = 1300; ///< px of the window, under which the rail shows icons only
constexpr int kNoticeTime = 8000;    ///< ms

QString fileName(const Document& document)
{
    return QString::fromStdString(document.file().filename().string());
}

} // namespace

Workspace::Workspace(OpenedWorkbook opened, Settings& settings, Commands& commands, QWidget* parent)
    : QWidget(parent), m_settings(settings), m_commands(commands),
      m_document(std::move(opened), settings),
      m_view(m_document.info().timeZone,
             [this] { return m_document.info().timeZone.dayOf(currentInstant()); }),
      m_rail(new Rail), m_column(new QVBoxLayout), m_stack(new QStackedWidget)
{
    if (!m_view.restore(m_settings, m_document.info().uuid)) {
        m_view.setPeriod(firstPeriod(*m_document.facts(), m_view.today()));
    }
    m_bar = new TopBar(m_document, m_view, m_commands.undo, m_commands.redo);
    for (PageEntry& entry : pages()) {
        if (entry.inRail) {
            const std::size_t number = m_pages.size();
            m_rail->addArea(entry.title, entry.icon);
            auto* go = new QAction(entry.title, this);
            go->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + number)));
            connect(go, &QAction::triggered, this, [this, number] { goTo(number); });
            addAction(go);
            m_go << go;
        }
        m_pages.push_back({std::move(entry), nullptr});
    }

    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_bar);
    m_column->addWidget(m_stack, 1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addLayout(m_column, 1);
    m_progress = new ProgressLine(this);

    connect(m_rail, &Rail::areaChosen, this,
            [this](int area) { goTo(static_cast<std::size_t>(area)); });
    connect(m_rail, &Rail::menuRequested, this, &Workspace::openMenu);
    connect(m_bar, &TopBar::findRequested, this, &Workspace::openPalette);
    connect(&m_document, &Document::failed, this,
            [this](const Error& error) { showError(this, error); });
    connect(&m_document, &Document::changed, this, [this] {
        followSteps();
        followFile();
    });
    connect(&m_document, &Document::lentChanged, this, [this](bool lent) {
        m_progress->setActive(lent);
        followSteps();
    });
    connect(&m_document, &Document::progressed, m_progress, &ProgressLine::setFraction);
    connect(&m_view, &ViewState::changed, this,
            [this] { m_view.save(m_settings, m_document.info().uuid); });
    connectCommands();
    followSteps();
    followFile();
    if (m_document.readOnly()) {
        auto* bar = new NoticeBar(NoticeBar::Tone::Info,
                                  tr("A read-only copy of the workbook as it was when you opened "
                                     "it. Changes cannot be made here."));
        m_column->insertWidget(1, bar);
    }

    showPage(m_pages.front().entry.id);
    showPage(m_settings.value(QStringLiteral("page")).toString());
}

Workspace::~Workspace()
{
    m_settings.setValue(QStringLiteral("page"), currentPage());
    m_view.save(m_settings, m_document.info().uuid);
    // Pages use the document, so they go first.
    for (Shown& shown : m_pages) {
        delete shown.page;
    }
}

void Workspace::connectCommands()
{
    m_commands.setWorkbookOpen(true);
    m_commands.importFiles->setEnabled(canImport() && !m_document.readOnly());
    connect(m_commands.undo, &QAction::triggered, &m_document, &Document::undo);
    connect(m_commands.redo, &QAction::triggered, &m_document, &Document::redo);
    connect(m_commands.find, &QAction::triggered, this, &Workspace::openPalette);
    connect(m_commands.importFiles, &QAction::triggered, this, [this] { importFiles({}); });
    connect(m_commands.clearFilters, &QAction::triggered, &m_view, &ViewState::clearFilters);
    connect(m_commands.period, &QAction::triggered, this, [this] { m_bar->period()->openPanel(); });
    connect(m_commands.nextPane, &QAction::triggered, this, &Workspace::focusNextPane);
    connect(m_commands.menu, &QAction::triggered, this, &Workspace::openMenu);
    connect(m_commands.filter, &QAction::triggered, this, [this] {
        Page* page = m_pages[m_current].page;
        if (!page->focusSearch() && page->usesFilters()) {
            m_bar->filters()->openPanel();
        }
    });
}

bool Workspace::canImport() const
{
    return std::any_of(m_pages.begin(), m_pages.end(),
                       [](const Shown& shown) { return !shown.entry.inRail; });
}

QString Workspace::currentPage() const
{
    return m_pages[m_current].entry.id;
}

void Workspace::showPage(const QString& id)
{
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        if (m_pages[i].entry.id == id) {
            goTo(i);
        }
    }
}

Page* Workspace::page(const QString& id)
{
    for (Shown& shown : m_pages) {
        if (shown.entry.id == id) {
            return make(shown);
        }
    }
    return nullptr;
}

Page* Workspace::make(Shown& shown)
{
    if (shown.page != nullptr) {
        return shown.page;
    }
    Page* page = shown.entry.make({m_document, m_view, m_settings}, nullptr);
    shown.page = page;
    page->setObjectName(shown.entry.id);
    m_stack->addWidget(page);
    connect(page, &Page::leadsRequested, this, &Workspace::showLeads);
    connect(page, &Page::leadRequested, this, &Workspace::showLead);
    connect(page, &Page::importRequested, m_commands.importFiles, &QAction::trigger);
    connect(page, &Page::left, this, [this] { goTo(m_before); });
    connect(page, &Page::noticed, this, &Workspace::showNotice);
    connect(page, &Page::failed, this, [this](const Error& error) { showError(this, error); });
    return page;
}

void Workspace::goTo(std::size_t number)
{
    if (number >= m_pages.size()) {
        return;
    }
    Shown& shown = m_pages[number];
    Page* page = make(shown);
    if (m_current != number) {
        m_before = m_current;
    }
    m_current = number;
    m_rail->setCurrent(shown.entry.inRail ? static_cast<int>(number) : -1);
    m_bar->setPage(shown.entry.title, *page);
    m_stack->setCurrentWidget(page);
    setFocusProxy(page);
    page->setFocus();
}

void Workspace::showLeads(const LeadList& list)
{
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        if (make(m_pages[i])->showLeads(list)) {
            goTo(i);
            return;
        }
    }
}

void Workspace::showLead(LeadId lead)
{
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        if (make(m_pages[i])->showLead(lead)) {
            goTo(i);
            return;
        }
    }
}

void Workspace::importFiles(const QStringList& files)
{
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        if (!m_pages[i].entry.inRail && make(m_pages[i])->importFiles(files)) {
            goTo(i);
            return;
        }
    }
}

void Workspace::followSteps()
{
    const auto word = [](QAction* action, const QString& title, const QString& what,
                         const QString& none) {
        action->setEnabled(!title.isEmpty());
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        // A step's title may hold a file's name, so it must not be read as markup.
        action->setToolTip((title.isEmpty() ? none : what.arg(title).toHtmlEscaped()) +
                           QStringLiteral(" (%1)").arg(keys));
    };
    word(m_commands.undo, m_document.undoTitle(), tr("Undo “%1”"), tr("Nothing to undo"));
    word(m_commands.redo, m_document.redoTitle(), tr("Redo “%1”"), tr("Nothing to redo"));
}

void Workspace::followFile()
{
    const QDateTime saved = m_document.savedAt();
    const QDateTime now = QDateTime::currentDateTime();
    QString words = tr("Saved %1")
                        .arg(saved.date() == now.date()
                                 ? QLocale().toString(saved.time(), QStringLiteral("H:mm"))
                                 : whenWords(saved, now));
    if (m_document.readOnly()) {
        words = tr("Read-only copy");
    }
    m_rail->setFile(fileName(m_document), words,
                    QString::fromStdString(m_document.file().string()));
}

void Workspace::openMenu()
{
    QMenu* menu = m_commands.makeMenu(m_go, m_pages[m_current].page->actions(), this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(m_rail->logo()->mapToGlobal(QPoint(8, m_rail->logo()->height() - 4)));
}

void Workspace::openPalette()
{
    if (m_palette == nullptr) {
        m_palette = new Palette(this);
        fillPalette();
    }
    m_palette->open();
}

void Workspace::fillPalette()
{
    m_palette->addSource(tr("Leads"), [this](const QString& words) {
        return leadItems(m_document, words, [this](LeadId lead) { showLead(lead); });
    });
    m_palette->addSource(tr("Personas, campaigns, content"), [this](const QString& words) {
        return definitionItems(m_document, m_view, words,
                               [this](const LeadList& list) { showLeads(list); });
    });
    m_palette->addSource(tr("Areas"), [this](const QString& words) {
        std::vector<PaletteItem> items = commandItems(m_go, words);
        for (PaletteItem& item : items) {
            for (const Shown& shown : m_pages) {
                item.icon = shown.entry.title == item.title ? shown.entry.icon : item.icon;
            }
        }
        return items;
    });
    m_palette->addSource(tr("Commands"), [this](const QString& words) {
        return commandItems(m_pages[m_current].page->actions() + m_commands.all(), words);
    });
}

void Workspace::showNotice(const Notice& notice)
{
    delete m_notice;
    m_notice = new NoticeBar(NoticeBar::Tone::Success, notice.text, notice.action);
    m_notice->setClosable();
    m_column->insertWidget(1, m_notice);
    QPointer<NoticeBar> bar = m_notice;
    const auto close = [bar] {
        if (bar) {
            bar->deleteLater();
        }
    };
    connect(m_notice, &NoticeBar::actionTriggered, this, [act = notice.act, close] {
        close();
        if (act) {
            act();
        }
    });
    connect(m_notice, &NoticeBar::closed, this, close);
    QTimer::singleShot(kNoticeTime, this, close);
}

void Workspace::focusNextPane()
{
    QList<QWidget*> panes{m_rail, m_bar};
    const QList<QWidget*> own = m_pages[m_current].page->panes();
    if (own.isEmpty()) {
        panes << m_pages[m_current].page;
    } else {
        panes << own;
    }
    const QWidget* focused = focusWidget();
    qsizetype at = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (focused != nullptr && (panes[i] == focused || panes[i]->isAncestorOf(focused))) {
            at = i;
        }
    }
    // The next pane that has something to focus.
    for (qsizetype step = 1; step <= panes.size(); ++step) {
        QWidget* pane = panes[(at + step) % panes.size()];
        QList<QWidget*> inside{pane};
        inside << pane->findChildren<QWidget*>();
        for (QWidget* each : inside) {
            if (each->isVisible() && each->isEnabled() &&
                (each->focusPolicy() & Qt::TabFocus) != 0) {
                each->setFocus(Qt::TabFocusReason);
                return;
            }
        }
    }
}

void Workspace::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_rail->setCollapsed(width() < kCollapseBelow);
    const int left = m_rail->width();
    m_progress->setGeometry(left, m_bar->height() - 2, width() - left, 2);
    m_progress->raise();
}

void Workspace::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_pages[m_current].page->goBack()) {
        return;
    }
    QWidget::keyPressEvent(event);
}

bool Workspace::event(QEvent* event)
{
    // The file's "Saved" line speaks of days, and so it is worded anew when the window comes back.
    if (event->type() == QEvent::WindowActivate) {
        followFile();
    }
    return QWidget::event(event);
}

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/funnel/funnel_page.h"

#include "ui/common/buttons.h"
#include "ui/common/document.h"
#include "ui/common/labels.h"
#include "ui/common/notices.h"
#include "ui/common/settings.h"
#include "ui/funnel/chart_data.h"
#include "ui/funnel/drill.h"
#include "ui/funnel/why_panel.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tandem::ui {

namespace {

constexpr int kMargin = 24;
constexpr int kTimesWidth = 344;
constexpr int kTimesWidthNarrow = 328;

ElidedLabel* heading()
{
    return new ElidedLabel({}, TextSize::Body, Weight::Semibold);
}

ElidedLabel* caption()
{
    return new ElidedLabel({}, TextSize::Small, Weight::Regular, Colour::TextTertiary);
}

/// A lower chart under the sentence that says what it shows.
QVBoxLayout* titled(ElidedLabel* title, QWidget* chart)
{
    auto* column = new QVBoxLayout;
    column->setSpacing(12);
    column->addWidget(title);
    column->addWidget(chart, 1);
    return column;
}

} // namespace

FunnelPage::FunnelPage(const PageContext& context, QWidget* parent)
    : Page(context, parent), m_views(new SegmentedSwitch), m_counted(caption()),
      m_title(new ElidedLabel({}, TextSize::Title, Weight::Semibold)),
      m_why(new LinkButton(tr("why this number"))), m_caption(caption()), m_timesTitle(heading()),
      m_funnel(new FunnelChart), m_counts(new BarListChart), m_times(new StageTimesChart),
      m_timesSide(new QWidget), m_main(new QStackedWidget), m_touchesTitle(heading()),
      m_touches(new HistogramChart), m_conversionTitle(heading()), m_conversion(new CurveChart),
      m_reachTitle(heading()), m_reach(new LinesChart), m_states(new QStackedWidget),
      m_empty(new EmptyState(
          tr("The funnel of your leads will be here"),
          tr("How many leads reach each stage, where they stall, and how many touches it takes. "
             "Bring in the exports of your CRM, or look at the demonstration first."),
          tr("Import…"))),
      m_error(new ErrorCard({}, tr("Clear all filters"))), m_whyPanel(new WhyPanel(this))
{
    m_views->addSegment(tr("Cohort"));
    m_views->addSegment(tr("Snapshot"));
    m_views->addSegment(tr("Flow"));
    m_views->setAccessibleName(tr("View"));
    m_views->setCurrentIndex(settings().value(QStringLiteral("funnel/view"), 0).toInt());

    auto* top = new QHBoxLayout;
    top->setSpacing(16);
    top->addWidget(m_views);
    top->addWidget(m_counted, 1);

    auto* figuresWidget = new QWidget;
    auto* figuresColumn = new QVBoxLayout(figuresWidget);
    figuresColumn->setContentsMargins(kMargin, 16, kMargin, 20);
    figuresColumn->setSpacing(0);
    figuresColumn->addLayout(top);
    figuresColumn->addSpacing(16);
    figuresColumn->addWidget(makeUpper(), 5);
    figuresColumn->addSpacing(12);
    figuresColumn->addWidget(new Hairline);
    figuresColumn->addSpacing(16);
    figuresColumn->addWidget(makeLower(), 3);

    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(figuresWidget);
    scroll->setFocusPolicy(Qt::NoFocus);

    m_states->addWidget(scroll);
    for (QWidget* card : {static_cast<QWidget*>(m_empty), static_cast<QWidget*>(m_error)}) {
        auto* holder = new QWidget;
        auto* column = new QVBoxLayout(holder);
        column->setContentsMargins(kMargin, 40, kMargin, 40);
        card->setMaximumWidth(640);
        column->addWidget(card, 0, Qt::AlignTop | Qt::AlignLeft);
        m_states->addWidget(holder);
    }
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_states);

    connectCharts();
    connect(m_views, &SegmentedSwitch::currentChanged, this, [this](int index) {
        settings().setValue(QStringLiteral("funnel/view"), index);
        ask();
    });
    connect(m_why, &LinkButton::clicked, this, [this] {
        explain(m_why, m_figures.question.view == FunnelView::Cohort
                           ? std::vector<std::string_view>{"funnel.cohort", "funnel.rate",
                                                           "funnel.interval", "funnel.change"}
                       : m_figures.question.view == FunnelView::Snapshot
                           ? std::vector<std::string_view>{"funnel.snapshot"}
                           : std::vector<std::string_view>{"funnel.flow"});
    });
    connect(m_empty, &EmptyState::actionTriggered, this, &Page::importRequested);
    connect(m_error, &ErrorCard::actionTriggered, this, [this] { view().clearFilters(); });
    connect(&view(), &ViewState::changed, this, &FunnelPage::ask);
    connect(&document(), &Document::changed, this, [this] {
        m_live.forget(); // it would be of facts that are no more
        ask();
    });
}

QWidget* FunnelPage::makeUpper()
{
    auto* titleRow = new QHBoxLayout;
    titleRow->setSpacing(12);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    titleRow->addWidget(m_title);
    titleRow->addWidget(m_why, 0, Qt::AlignVCenter);
    titleRow->addStretch();
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    left->addLayout(titleRow);
    left->addSpacing(4);
    left->addWidget(m_caption);
    left->addSpacing(16);
    left->addWidget(m_main, 1);
    m_main->addWidget(m_funnel);
    m_main->addWidget(m_counts);

    auto* side = new QHBoxLayout(m_timesSide);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(0);
    auto* lineColumn = new QVBoxLayout;
    lineColumn->setContentsMargins(0, 52, 0, 0);
    lineColumn->addWidget(new Hairline(Qt::Vertical));
    auto* right = new QVBoxLayout;
    right->setContentsMargins(16, 4, 0, 0);
    right->setSpacing(0);
    right->addWidget(m_timesTitle);
    // The heads of both charts stand on one line.
    right->addSpacing(tokens().lineTitle + 4 + tokens().lineSmall + 16 - 4 - tokens().lineBody);
    right->addWidget(m_times, 1);
    side->addLayout(lineColumn);
    side->addLayout(right, 1);

    auto* upper = new QWidget;
    auto* row = new QHBoxLayout(upper);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(24);
    row->addLayout(left, 1);
    row->addWidget(m_timesSide);
    return upper;
}

QWidget* FunnelPage::makeLower()
{
    auto* lower = new QWidget;
    auto* row = new QHBoxLayout(lower);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(40);
    row->addLayout(titled(m_touchesTitle, m_touches), 1);
    row->addLayout(titled(m_conversionTitle, m_conversion), 1);
    row->addLayout(titled(m_reachTitle, m_reach), 1);
    return lower;
}

void FunnelPage::connectCharts()
{
    m_funnel->setEmptyText(tr("Nobody is in this cohort"),
                           tr("Choose a longer period or fewer filters."));
    m_counts->setEmptyText(tr("Nobody to count"), tr("Choose a longer period or fewer filters."));
    m_times->setEmptyText(tr("Too few to say"), tr("A time needs at least 20 leads."));
    m_touches->setEmptyText(tr("Nobody got that far in the period"),
                            tr("Touches before the opportunity will be here."));
    m_conversion->setEmptyText(tr("Too few to say"), tr("A rate needs at least 20 leads."));
    m_reach->setEmptyText(tr("No two full weeks in the period"),
                          tr("Leads reached in each week will be here."));

    connect(m_funnel, &Chart::activated, this, [this](MarkKind kind, int index) {
        const auto& stages = m_figures.cohort.stages;
        const auto at = static_cast<std::size_t>(index);
        if (at >= stages.size()) {
            return;
        }
        std::optional<StageIndex> next;
        std::optional<bool> reached;
        if (kind != MarkKind::Bar && at + 1 < stages.size()) {
            next = stages[at + 1].stage;
            reached = kind == MarkKind::WentOn;
        }
        list(cohortLeads(*document().facts(), m_figures.question.query, stages[at].stage, next,
                         reached));
    });
    connect(m_counts, &Chart::activated, this, [this](MarkKind, int index) {
        const std::vector<StageIndex> stages = countedStages(m_figures);
        if (static_cast<std::size_t>(index) >= stages.size()) {
            return;
        }
        const StageIndex stage = stages[static_cast<std::size_t>(index)];
        const auto facts = document().facts();
        const Query& query = m_figures.question.query;
        list(m_figures.question.view == FunnelView::Flow ? enteredLeads(*facts, query, stage)
                                                         : standingLeads(*facts, query, stage));
    });
    connect(m_times, &Chart::activated, this, [this](MarkKind, int index) {
        const auto at = static_cast<std::size_t>(index);
        if (at < m_figures.times.size()) {
            const StageTime& time = m_figures.times[at];
            list(cohortLeads(*document().facts(), m_figures.question.query, time.from, time.to,
                             false));
        }
    });
    connect(m_touches, &Chart::activated, this, [this](MarkKind, int index) {
        list(goalLeads(*document().facts(), m_figures.question.query, m_figures.goal, index));
    });
    connect(m_conversion, &Chart::activated, this, [this](MarkKind, int index) {
        const auto& points = m_conversion->data().points;
        if (static_cast<std::size_t>(index) < points.size()) {
            list(touchedLeads(*document().facts(), m_figures.question.query,
                              points[static_cast<std::size_t>(index)].x));
        }
    });
    connect(m_reach, &Chart::activated, this, [this](MarkKind, int index) {
        const auto at = static_cast<std::size_t>(index);
        if (at < m_figures.weeks.size()) {
            list(weekLeads(*document().facts(), m_figures.question.query,
                           m_figures.weeks[at].monday));
        }
    });
    for (Chart* chart : std::initializer_list<Chart*>{m_funnel, m_counts, m_times, m_touches,
                                                      m_conversion, m_reach}) {
        connect(chart, &Chart::failed, this, &Page::failed);
    }
}

QList<QWidget*> FunnelPage::panes() const
{
    return {m_views, m_main->currentWidget(), m_times, m_touches, m_conversion, m_reach};
}

void FunnelPage::ask()
{
    if (!isVisible()) {
        m_stale = true;
        return;
    }
    m_stale = false;
    const FunnelQuestion question{view().query(currentInstant()), view().days(),
                                  static_cast<FunnelView>(m_views->currentIndex())};
    m_live.ask<Result<FunnelFigures>>(
        [facts = document().facts(), question] { return measureFunnel(*facts, question); },
        [this](Result<FunnelFigures> figures) { take(std::move(figures)); });
}

void FunnelPage::take(Result<FunnelFigures> figures)
{
    if (!figures) {
        m_error->setWords(wordsFor(figures.error()));
        m_states->setCurrentIndex(2);
        return;
    }
    m_figures = std::move(*figures);
    m_states->setCurrentIndex(m_figures.allLeads == 0 ? 1 : 0);
    if (m_figures.allLeads > 0) {
        showFigures();
    }
}

void FunnelPage::showFigures()
{
    const bool cohort = m_figures.question.view == FunnelView::Cohort;
    m_counted->setText(whoIsCounted(m_figures));
    const Finding finding = cohort ? funnelFinding(m_figures) : countsFinding(m_figures);
    m_title->setText(finding.title);
    m_caption->setText(finding.caption);
    m_timesSide->setVisible(cohort);
    m_main->setCurrentWidget(cohort ? static_cast<QWidget*>(m_funnel) : m_counts);
    if (cohort) {
        const Finding times = timesFinding(m_figures, finding);
        m_timesTitle->setText(times.title);
        m_funnel->setData(cohortChart(m_figures, finding));
        m_times->setData(timesChart(m_figures, finding));
    } else {
        m_counts->setData(countsChart(m_figures));
    }
    const Finding touches = touchesFinding(m_figures);
    m_touchesTitle->setText(touches.title);
    m_touches->setData(touchesChart(m_figures, touches));
    const ConversionFinding conversion = conversionFinding(m_figures);
    m_conversionTitle->setText(conversion.title);
    m_conversion->setData(conversionChart(m_figures, conversion));
    const ReachFinding reach = reachFinding(m_figures);
    m_reachTitle->setText(reach.title);
    m_reach->setData(reachChart(m_figures, reach));
}

void FunnelPage::explain(QWidget* anchor, const std::vector<std::string_view>& measures)
{
    m_whyPanel->explain(anchor, measures, whoIsCounted(m_figures));
}

void FunnelPage::list(const LeadList& leads)
{
    if (!leads.leads.empty()) {
        emit leadsRequested(leads);
    }
}

void FunnelPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    if (m_stale) {
        ask();
    }
}

void FunnelPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_timesSide->setFixedWidth((width() < 1240 ? kTimesWidthNarrow : kTimesWidth) + 17);
}

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/lead_pane.h"

#include "core/facts/standing.h"
#include "core/store/records.h"
#include "ui/common/buttons.h"
#include "ui/common/document.h"
#include "ui/common/figures.h"
#include "ui/common/labels.h"
#include "ui/common/notices.h"
#include "ui/leads/lead_fields.h"
#include "ui/leads/lead_names.h"
#include "ui/leads/timeline_view.h"
#include "ui/leads/touch_form.h"
#include "ui/leads/undo_notice.h"

#include <algorithm>
#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tandem::ui {
namespace {

constexpr int kMargin = 24;
constexpr int kNarrowestSide = 152;
constexpr int kWidestSide = 280;

/// Says which colour is whose.
class TeamLegend : public QWidget {
public:
    TeamLegend() { setFixedHeight(lineHeight(TextSize::Small)); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme theme = Theme::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(textFont(TextSize::Small, Weight::Medium));
        const QFontMetrics metrics = painter.fontMetrics();
        double left = kTimelineText;
        for (const auto& [whose, name] : {std::pair(Whose::Marketing, LeadPane::tr("Marketing")),
                                          std::pair(Whose::Sales, LeadPane::tr("Sales"))}) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.teamFill(whose));
            painter.drawEllipse(QRectF(left, height() / 2.0 - 4, 8, 8));
            painter.setPen(theme.teamText(whose));
            painter.drawText(QRectF(left + 13, 0, width(), height()),
                             Qt::AlignLeft | Qt::AlignVCenter, name);
            left += 13 + metrics.horizontalAdvance(name) + 16;
        }
    }
};

/// A button that carries out an action and follows whether it can be.
void bind(QAbstractButton* button, QAction* action)
{
    const auto follow = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
    };
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
    follow();
}

/// "3 Mar", in other years "Mar 2025".
QString nearDay(const TimeZone& zone, Instant at)
{
    const Day day = zone.dayOf(at);
    const Day today = zone.dayOf(currentInstant());
    const CivilDay civil = civilFromDay(day);
    return civil.year == civilFromDay(today).year
               ? shortDayText(day)
               : QStringLiteral("%1 %2")
                     .arg(QLocale().standaloneMonthName(civil.month, QLocale::ShortFormat))
                     .arg(civil.year);
}

template <class Key>
QString nameIn(const std::map<Key, QString>& names, const Key& id)
{
    const auto found = names.find(id);
    return found == names.end() ? missingText() : found->second;
}

template <class Key, class Record, class NameOf>
void readNames(std::map<Key, QString>& names, const Result<std::vector<Record>>& records,
               NameOf nameOf)
{
    names.clear();
    if (records) {
        for (const Record& record : *records) {
            names[record.id] = QString::fromStdString(nameOf(record));
        }
    }
}

} // namespace

LeadPane::LeadPane(Document& document, const LeadCommands& commands, QWidget* parent)
    : QWidget(parent), m_document(document), m_states(new QStackedWidget),
      m_form(new TouchForm(document))
{
    auto* shown = new QWidget;
    auto* column = new QVBoxLayout(shown);
    column->setContentsMargins(kMargin, 16, kMargin, 12);
    column->setSpacing(0);
    column->addWidget(makeHead(commands));
    column->addSpacing(16);
    column->addWidget(makeFacts());
    column->addSpacing(16);
    column->addWidget(new Hairline);
    column->addWidget(m_form);
    auto* lower = new QHBoxLayout;
    lower->setSpacing(0);
    lower->addWidget(makeTimeline(), 1);
    m_side = new QWidget;
    auto* side = new QHBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(12);
    m_fields = new LeadFields;
    side->addWidget(new Hairline(Qt::Vertical));
    auto* fields = new QVBoxLayout;
    fields->setContentsMargins(0, 16, 0, 0);
    fields->addWidget(m_fields);
    side->addLayout(fields, 1);
    lower->addWidget(m_side);
    column->addLayout(lower, 1);
    m_form->hide();

    auto* nobody = new QWidget;
    auto* nobodyColumn = new QVBoxLayout(nobody);
    nobodyColumn->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    nobodyColumn->addWidget(new EmptyState(tr("No lead is chosen"),
                                           tr("Who it is and what both teams did will be here.")));
    nobodyColumn->addStretch();
    m_states->addWidget(nobody);
    m_states->addWidget(shown);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_states);

    connect(m_form, &TouchForm::closed, this, [this] { closeForm(); });
    connect(m_form, &TouchForm::saved, this, [this](const QString& title) {
        closeForm();
        m_timeline->setFocus();
        emit noticed(undoNotice(m_document, tr("Touch saved"), title));
    });
    readDefinitions();
}

QWidget* LeadPane::makeHead(const LeadCommands& commands)
{
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_name = new ElidedLabel({}, TextSize::Title, Weight::Semibold);
    m_name->setObjectName("leadName");
    m_job = new ElidedLabel({}, TextSize::Body, Weight::Regular, Colour::TextSecondary);
    auto* who = new QVBoxLayout;
    who->setSpacing(0);
    who->addWidget(m_name);
    who->addWidget(m_job);
    row->addLayout(who, 1);
    QPushButton* const edit = makeButton(tr("Edit\u2026"));
    QPushButton* const log = makeButton(tr("Log touch"), ButtonKind::Primary);
    QToolButton* const more = makeIconButton(Icon::More, tr("More"));
    more->setProperty("kind", "secondary");
    more->setFixedSize(tokens().heightControl, tokens().heightControl);
    edit->setObjectName("editLead");
    log->setObjectName("logTouch");
    bind(edit, commands.edit);
    bind(log, commands.log);
    auto* menu = new QMenu(more);
    menu->addActions({commands.stage, commands.edit});
    menu->addSeparator();
    menu->addAction(commands.remove);
    more->setMenu(menu);
    more->setPopupMode(QToolButton::InstantPopup);
    for (QWidget* button :
         {static_cast<QWidget*>(more), static_cast<QWidget*>(edit), static_cast<QWidget*>(log)}) {
        row->addWidget(button, 0, Qt::AlignTop);
    }
    return head;
}

QWidget* LeadPane::makeFacts()
{
    auto* facts = new QWidget;
    auto* row = new QHBoxLayout(facts);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    const auto add = [row](const QString& name, int share) {
        auto* column = new QVBoxLayout;
        column->setSpacing(1);
        Fact fact{new ElidedLabel({}, TextSize::Body, Weight::Semibold),
                  new ElidedLabel({}, TextSize::Small, Weight::Regular, Colour::TextTertiary)};
        fact.value->setAccessibleName(name);
        column->addWidget(
            new ElidedLabel(name, TextSize::Small, Weight::Regular, Colour::TextTertiary));
        column->addWidget(fact.value);
        column->addWidget(fact.detail);
        row->addLayout(column, share);
        return fact;
    };
    m_stage = add(tr("Stage"), 22);
    m_persona = add(tr("Persona"), 30);
    m_owner = add(tr("Owner"), 24);
    m_source = add(tr("Source"), 26);
    m_stage.value->setObjectName("leadStage");
    return facts;
}

QWidget* LeadPane::makeTimeline()
{
    auto* left = new QWidget;
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 16, 12, 0);
    column->setSpacing(0);
    m_finding = new ElidedLabel({}, TextSize::Body, Weight::Semibold);
    m_whose = new SegmentedSwitch;
    m_whose->setAccessibleName(tr("Whose touches"));
    m_whose->addSegment(tr("All"));
    m_whose->addSegment(tr("Marketing"));
    m_whose->addSegment(tr("Sales"));
    m_timeline = new TimelineView;
    m_noTouch = new CaptionLabel;
    m_noTouch->setWordWrap(true);
    column->addWidget(m_finding);
    column->addSpacing(8);
    column->addWidget(m_whose);
    column->addSpacing(4);
    column->addWidget(m_noTouch);
    column->addWidget(m_timeline, 1);
    column->addSpacing(8);
    column->addWidget(new TeamLegend);
    connect(m_whose, &SegmentedSwitch::currentChanged, this, &LeadPane::showEntries);
    connect(m_timeline, &TimelineView::activated, this, &LeadPane::editEntry);
    connect(m_timeline, &TimelineView::deleteRequested, this, &LeadPane::removeEntry);
    connect(m_timeline, &TimelineView::menuRequested, this, &LeadPane::openMenu);
    return left;
}

void LeadPane::readDefinitions()
{
    const Reader* const reader = m_document.reader();
    if (reader == nullptr) {
        return;
    }
    m_names.people.clear();
    for (const Person& person : m_document.people()) {
        m_names.people[person.id] = person;
    }
    const auto named = [](const auto& record) { return record.name; };
    readNames(m_names.personas, personas(*reader), named);
    readNames(m_names.campaigns, campaigns(*reader), named);
    readNames(m_names.stages, stages(*reader), named);
    readNames(m_names.contents, contents(*reader), [](const Content& c) { return c.title; });
    if (auto fields = customFields(*reader)) {
        m_names.fields = std::move(*fields);
    }
}

void LeadPane::showLead(std::optional<LeadId> lead)
{
    if (lead != m_lead) {
        m_lead = lead;
        m_form->hide();
        m_timeline->restart();
        refresh();
    }
}

void LeadPane::follow(const Change& change)
{
    if (change.definitions || change.bulk) {
        readDefinitions();
    }
    if (m_lead &&
        (change.definitions || change.bulk || std::ranges::binary_search(change.leads, *m_lead))) {
        refresh();
    }
}

void LeadPane::refresh()
{
    const Reader* const reader = m_document.reader();
    if (reader == nullptr && m_lead) {
        return; // the page asks again when the workbook is back
    }
    const auto record = m_lead ? tandem::lead(*reader, *m_lead) : Result<std::optional<Lead>>();
    if (!record || !*record) {
        m_states->setCurrentIndex(0);
        return;
    }
    m_record = **record;
    m_touches = touchesOf(*reader, *m_lead).value_or(std::vector<Touch>());
    m_changes = stageChangesOf(*reader, *m_lead).value_or(std::vector<StageChange>());
    showHead(m_record);
    showEntries();
    m_fields->showFields(m_record, m_names.fields, m_touches);
    m_states->setCurrentIndex(1);
}

void LeadPane::showHead(const Lead& lead)
{
    const auto facts = m_document.facts();
    const TimeZone& zone = facts->timeZone;
    m_name->setText(QString::fromStdString(shownName(lead)));
    QStringList job;
    if (!lead.jobTitle.empty()) {
        job << QString::fromStdString(lead.jobTitle);
    }
    const auto row = facts->rowOf(lead.id);
    if (const LeadColumn* company = facts->column("company"); company != nullptr && row) {
        if (const std::string& name = company->dictionary.text(company->codes[*row]);
            !name.empty()) {
            job << QString::fromStdString(name);
        }
    }
    m_job->setText(job.join(QStringLiteral(", ")));
    if (row) {
        const Standing standing = standingOf(*facts, *row, currentInstant());
        m_stage.value->setText(QString::fromStdString(facts->stages[standing.stage].name));
        const int days = standing.since == kUndated
                             ? 0
                             : zone.dayOf(currentInstant()) - zone.dayOf(standing.since);
        m_stage.detail->setText(standing.since == kUndated ? tr("no date known")
                                : days < 1                 ? tr("since today")
                                           : tr("since %1").arg(nearDay(zone, standing.since)));
    }
    m_persona.value->setText(lead.persona ? nameIn(m_names.personas, *lead.persona)
                                          : missingText());
    m_persona.detail->setText(lead.persona ? QString() : tr("none chosen"));
    const auto owner = lead.owner ? m_names.people.find(*lead.owner) : m_names.people.end();
    const bool owned = owner != m_names.people.end();
    m_owner.value->setText(owned ? QString::fromStdString(owner->second.name) : tr("Nobody"));
    const Team team = owned ? owner->second.team : Team::None;
    m_owner.detail->setText(team == Team::Sales       ? tr("Sales")
                            : team == Team::Marketing ? tr("Marketing")
                                                      : QString());
    m_source.value->setText(lead.source.empty() ? missingText()
                                                : QString::fromStdString(lead.source));
    const auto dated =
        std::ranges::find_if(m_touches, [](const Touch& t) { return t.at != kUndated; });
    m_source.detail->setText(dated != m_touches.end()
                                 ? tr("first touch %1").arg(nearDay(zone, dated->at))
                             : lead.createdAt ? tr("created %1").arg(nearDay(zone, *lead.createdAt))
                                              : QString());
}

void LeadPane::showEntries()
{
    const TimelineNames names{
        [this](CampaignId id) { return nameIn(m_names.campaigns, id); },
        [this](ContentId id) { return nameIn(m_names.contents, id); },
        [this](PersonId id) {
            const auto person = m_names.people.find(id);
            return person == m_names.people.end() ? missingText()
                                                  : QString::fromStdString(person->second.name);
        },
        [this](StageId id) { return nameIn(m_names.stages, id); },
    };
    m_finding->setText(timelineFinding(m_touches));
    m_whose->setVisible(!m_touches.empty());
    const auto count = [this](Team team) {
        return countText(std::ranges::count(m_touches, team, &Touch::team));
    };
    m_whose->setSegmentText(1, tr("Marketing %1").arg(count(Team::Marketing)));
    m_whose->setSegmentText(2, tr("Sales %1").arg(count(Team::Sales)));

    const int whose = m_whose->currentIndex();
    const Team team = whose == 1 ? Team::Marketing : Team::Sales;
    std::vector<Touch> touches = m_touches;
    if (whose > 0) {
        std::erase_if(touches, [team](const Touch& touch) { return touch.team != team; });
    }
    const bool all = whose <= 0;
    m_timeline->setEntries(timelineOf(touches, all ? m_changes : std::vector<StageChange>(), names),
                           m_document.info().timeZone);
    m_noTouch->setVisible(m_timeline->count() == 0);
    m_noTouch->setText(all ? tr("Press L to log the first touch.")
                           : tr("This team has not touched the lead."));
}

void LeadPane::openForm()
{
    m_form->show();
}

void LeadPane::logTouch()
{
    if (m_lead) {
        openForm();
        m_form->logFor(*m_lead);
    }
}

bool LeadPane::closeForm()
{
    if (!m_form->isVisible()) {
        return false;
    }
    m_form->hide();
    m_timeline->setFocus();
    return true;
}

void LeadPane::editEntry(int index)
{
    const TimelineEntry& entry = m_timeline->entry(index);
    if (entry.touch && !m_document.readOnly()) {
        openForm();
        m_form->edit(*entry.touch);
    }
}

void LeadPane::removeEntry(int index)
{
    if (m_document.readOnly()) {
        return;
    }
    const TimelineEntry entry = m_timeline->entry(index); // it goes when the step is followed
    const QString title = entry.touch ? tr("Delete a touch") : tr("Delete a change of stage");
    const auto done = m_document.edit(title, [&entry](Writer& writer) {
        return entry.touch ? removeTouch(writer, *entry.touch)
                           : removeStageChange(writer, *entry.change);
    });
    if (done) {
        emit noticed(undoNotice(
            m_document, entry.touch ? tr("Touch deleted") : tr("Change of stage deleted"), title));
    }
}

void LeadPane::openMenu(int index, const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool isTouch = m_timeline->entry(index).touch.has_value();
    if (isTouch) {
        menu->addAction(tr("Edit touch\u2026"), this, [this, index] { editEntry(index); });
    }
    menu->addAction(isTouch ? tr("Delete touch") : tr("Delete change of stage"), this,
                    [this, index] { removeEntry(index); });
    for (QAction* action : menu->actions()) {
        action->setEnabled(!m_document.readOnly());
    }
    menu->popup(at);
}

void LeadPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_side->setFixedWidth(std::clamp(width() * 3 / 10, kNarrowestSide, kWidestSide));
}

} // namespace tandem::ui

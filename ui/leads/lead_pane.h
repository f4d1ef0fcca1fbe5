// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/campaign.h"
#include "core/model/content.h"
#include "core/model/lead.h"
#include "core/model/persona.h"
#include "core/model/stage.h"
#include "core/model/touch.h"
#include "core/store/workbook.h"
#include "ui/common/page.h"

#include <map>
#include <optional>
#include <QWidget>

class QAction;
class QStackedWidget;

namespace tandem::ui {

class CaptionLabel;
class ElidedLabel;
class HeadingLabel;
class LeadFields;
class SegmentedSwitch;
class TimelineView;
class TouchForm;

/// What can be done with the lead that is shown; the page's own commands.
struct LeadCommands {
    QAction* log;
    QAction* stage;
    QAction* edit;
    QAction* remove;
};

/// One lead: who it is, where it stands, what both teams did, and what is known of it.
class LeadPane : public QWidget {
    Q_OBJECT

public:
    LeadPane(Document& document, const LeadCommands& commands, QWidget* parent = nullptr);

    /// Shows another lead, or none.
    void showLead(std::optional<LeadId> lead);
    std::optional<LeadId> lead() const { return m_lead; }
    /// Shows what a step has changed.
    void follow(const Change& change);
    /// Reads the lead anew.
    void refresh();

    /// Opens the form for a new touch of the lead.
    void logTouch();
    /// Closes the form; false if it is not open.
    bool closeForm();
    TimelineView* timeline() const { return m_timeline; }

signals:
    void noticed(const tandem::ui::Notice& notice);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Fact {
        ElidedLabel* value;
        ElidedLabel* detail;
    };
    struct Definitions {
        std::map<PersonId, Person> people;
        std::map<PersonaId, QString> personas;
        std::map<CampaignId, QString> campaigns;
        std::map<ContentId, QString> contents;
        std::map<StageId, QString> stages;
        std::vector<CustomField> fields;
    };

    QWidget* makeHead(const LeadCommands& commands);
    QWidget* makeFacts();
    QWidget* makeTimeline();
    void readDefinitions();
    void showHead(const Lead& lead);
    void showEntries();
    void openMenu(int index, const QPoint& at);
    void editEntry(int index);
    void removeEntry(int index);
    void openForm();

    Document& m_document;
    std::optional<LeadId> m_lead;
    Lead m_record;
    std::vector<Touch> m_touches;
    std::vector<StageChange> m_changes;
    Definitions m_names;

    QStackedWidget* m_states;
    ElidedLabel* m_name;
    ElidedLabel* m_job;
    Fact m_stage;
    Fact m_persona;
    Fact m_owner;
    Fact m_source;
    TouchForm* m_form;
    ElidedLabel* m_finding;
    SegmentedSwitch* m_whose;
    TimelineView* m_timeline;
    CaptionLabel* m_noTouch;
    QWidget* m_side;
    LeadFields* m_fields;
};

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the Leads page does with the leads that are chosen.
#include "core/facts/standing.h"
#include "core/store/records.h"
#include "ui/common/document.h"
#include "ui/common/figures.h"
#include "ui/leads/lead_dialog.h"
#include "ui/leads/leads_page.h"
#include "ui/leads/leads_table.h"
#include "ui/leads/stage_dialog.h"
#include "ui/leads/undo_notice.h"

#include <QMenu>

namespace tandem::ui {

std::vector<LeadId> LeadsPage::wanted() const
{
    std::vector<LeadId> leads = m_table->selectedLeads();
    if (leads.empty() && m_pane->lead()) {
        leads.push_back(*m_pane->lead());
    }
    return leads;
}

void LeadsPage::addLead()
{
    Lead lead;
    if (const Person* person = document().actingAs()) {
        lead.owner = person->id;
    }
    auto* dialog = new LeadDialog(document(), lead, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { showLead(dialog->savedLead()); });
    dialog->open();
}

void LeadsPage::editLead()
{
    const Reader* const reader = document().reader();
    if (reader == nullptr || !m_pane->lead()) {
        return;
    }
    const auto record = lead(*reader, *m_pane->lead());
    if (!record) {
        emit failed(record.error());
    } else if (*record) {
        auto* dialog = new LeadDialog(document(), **record, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    }
}

void LeadsPage::logTouch()
{
    m_pane->logTouch();
}

void LeadsPage::changeStage()
{
    const std::vector<LeadId> leads = wanted();
    if (leads.empty()) {
        return;
    }
    std::optional<StageId> current;
    if (leads.size() == 1) {
        const auto facts = document().facts();
        if (const auto row = facts->rowOf(leads.front())) {
            current = facts->stages[standingOf(*facts, *row, currentInstant()).stage].id;
        }
    }
    auto* dialog = new StageDialog(document(), leads, current, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        emit noticed(undoNotice(document(), tr("Stage changed"), dialog->stepTitle()));
    });
    dialog->open();
}

void LeadsPage::removeLeads()
{
    const std::vector<LeadId> leads = wanted();
    if (leads.empty()) {
        return;
    }
    const QString count = countText(static_cast<qint64>(leads.size()));
    const bool one = leads.size() == 1;
    const QString title = one ? tr("Delete a lead") : tr("Delete %1 leads").arg(count);
    // Its neighbour takes its place, so that Delete may be pressed again.
    const int after = m_table->currentIndex().row() + 1;
    if (one && after < m_model->rowCount()) {
        m_go = m_model->leadAt(after);
    }
    const auto done = document().edit(title, [&leads](Writer& writer) -> Result<void> {
        for (const LeadId lead : leads) {
            if (const auto removed = removeLead(writer, lead); !removed) {
                return removed;
            }
        }
        return {};
    });
    if (!done) {
        m_go.reset();
    } else {
        emit noticed(undoNotice(
            document(), one ? tr("Lead deleted") : tr("%1 leads deleted").arg(count), title));
    }
}

void LeadsPage::copyLeads()
{
    m_table->copySelection();
}

void LeadsPage::openMenu(const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_commands.log, m_commands.stage, m_commands.edit});
    menu->addSeparator();
    menu->addAction(m_copy);
    menu->addSeparator();
    menu->addAction(m_commands.remove);
    menu->popup(at);
}

} // namespace tandem::ui

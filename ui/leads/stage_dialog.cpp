// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/stage_dialog.h"

#include "core/facts/standing.h"
#include "ui/common/buttons.h"
#include "ui/common/document.h"
#include "ui/common/labels.h"

#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace tandem::ui {

StageDialog::StageDialog(Document& document, std::vector<LeadId> leads,
                         std::optional<StageId> current, QWidget* parent)
    : QDialog(parent), m_document(document), m_leads(std::move(leads)), m_current(current),
      m_stages(new QListWidget), m_at(new InstantEdit(document.info().timeZone)),
      m_reason(new QLineEdit), m_error(new ErrorCard({}))
{
    m_stages->setObjectName("stages");
    m_reason->setObjectName("reason");
    const auto count = static_cast<int>(m_leads.size());
    setWindowTitle(tr("Change stage"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(8);
    column->addWidget(new TitleLabel(count == 1 ? tr("Change stage")
                                                : tr("Change the stage of %1 leads").arg(count)));
    m_stages->setAccessibleName(tr("Stage"));
    for (const StageFact& stage : document.facts()->stages) {
        if (stage.retired || !stage.hasRecords) {
            continue;
        }
        auto* item = new QListWidgetItem(QString::fromStdString(stage.name), m_stages);
        item->setData(Qt::UserRole, QVariant::fromValue<qlonglong>(stage.id.value));
        if (m_current == stage.id) {
            m_stages->setCurrentItem(item);
        }
    }
    column->addWidget(m_stages);
    const auto add = [&](const QString& name, QWidget* field) {
        auto* label = new CaptionLabel(name);
        label->setBuddy(field);
        field->setAccessibleName(name);
        column->addWidget(label);
        column->addWidget(field);
    };
    add(tr("When"), m_at);
    add(tr("Why"), m_reason);
    m_at->setInstant(currentInstant());
    m_reason->setPlaceholderText(tr("What the other team should know"));
    m_error->hide();
    column->addWidget(m_error);

    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    QPushButton* const cancel = makeButton(tr("Cancel"));
    QPushButton* const move = makeButton(tr("Change stage"), ButtonKind::Primary);
    move->setDefault(true);
    move->setObjectName("changeStage");
    buttons->addWidget(cancel);
    buttons->addWidget(move);
    column->addSpacing(8);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(move, &QPushButton::clicked, this, &StageDialog::save);
    connect(m_stages, &QListWidget::itemActivated, this, &StageDialog::save);
    resize(420, 560);
    m_stages->setFocus();
}

std::vector<StageChange> StageDialog::changesTo(StageId to) const
{
    const auto facts = m_document.facts();
    StageChange change;
    change.at = m_at->instant();
    change.to = to;
    change.person = m_document.who().person;
    change.reason = m_reason->text().trimmed().toStdString();
    std::vector<StageChange> changes;
    for (const LeadId lead : m_leads) {
        if (const auto row = facts->rowOf(lead)) {
            change.lead = lead;
            change.from = facts->stages[standingOf(*facts, *row, change.at).stage].id;
            if (change.from != to) {
                changes.push_back(change);
            }
        }
    }
    return changes;
}

void StageDialog::save()
{
    const QListWidgetItem* const item = m_stages->currentItem();
    if (item == nullptr) {
        return;
    }
    const StageId to{item->data(Qt::UserRole).toLongLong()};
    if (m_current == to) {
        reject(); // it stands there already
        return;
    }
    m_title = tr("Change stage to %1").arg(item->text());
    const std::vector<StageChange> changes = changesTo(to);
    const auto done = m_document.edit(m_title, [&changes](Writer& writer) -> Result<void> {
        for (const StageChange& change : changes) {
            if (const auto added = addStageChange(writer, change); !added) {
                return fail(added.error());
            }
        }
        return {};
    });
    if (!done) {
        m_error->setWords(wordsFor(done.error()));
        m_error->show();
        return;
    }
    accept();
}

} // namespace tandem::ui

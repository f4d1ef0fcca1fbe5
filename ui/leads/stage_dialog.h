// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/lead.h"
#include "ui/common/notices.h"
#include "ui/leads/record_fields.h"

#include <QDialog>

class QListWidget;
class QLineEdit;

namespace tandem::ui {

class Document;

/// Moves leads to another stage: which, when, why. Stays open with what was typed if saving fails.
class StageDialog : public QDialog {
    Q_OBJECT

public:
    /// `current` is the stage in which a single lead stands; none for several.
    StageDialog(Document& document, std::vector<LeadId> leads, std::optional<StageId> current,
                QWidget* parent);

    /// The step that was made, as undo calls it.
    QString stepTitle() const { return m_title; }

private:
    /// Of those leads that do not stand there already.
    std::vector<StageChange> changesTo(StageId to) const;
    void save();

    Document& m_document;
    std::vector<LeadId> m_leads;
    std::optional<StageId> m_current;
    QListWidget* m_stages;
    InstantEdit* m_at;
    QLineEdit* m_reason;
    ErrorCard* m_error;
    QString m_title;
};

} // namespace tandem::ui

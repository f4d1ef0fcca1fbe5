// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/lead.h"
#include "ui/common/notices.h"
#include "ui/leads/record_fields.h"

#include <QDialog>
#include <utility>

class QFormLayout;
class QLineEdit;

namespace tandem::ui {

class Document;

/// Adds a lead or edits one: who, company, what is known of budget, authority, need and time, and
/// the workbook's own fields. Stays open with what was typed if saving fails.
class LeadDialog : public QDialog {
    Q_OBJECT

public:
    /// A lead with id 0 is a new one.
    LeadDialog(Document& document, Lead lead, QWidget* parent);

    /// The lead that was saved.
    LeadId savedLead() const { return m_lead.id; }

private:
    /// A text of the lead and the field in which it is edited.
    using TextField = std::pair<std::string Lead::*, QLineEdit*>;

    void addHead(QFormLayout& form, const QString& title);
    QLineEdit* addText(QFormLayout& form, const QString& name, std::string Lead::*text);
    void addRecord(QFormLayout& form, const QString& name, RecordCombo* combo);
    void fillChoices();
    void addCustom(QFormLayout& form);
    Lead entered() const;
    Result<void> write(Writer& writer);
    bool refuse(const ErrorWords& words, QWidget* field);
    bool isValid();
    void save();

    Document& m_document;
    Lead m_lead;
    std::vector<TextField> m_texts;
    std::vector<std::pair<CustomFieldId, QLineEdit*>> m_custom;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_email = nullptr;
    RecordCombo* m_company;
    RecordCombo* m_persona;
    RecordCombo* m_owner;
    InstantEdit* m_created;
    ErrorCard* m_error;
};

} // namespace tandem::ui

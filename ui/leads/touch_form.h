// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/touch.h"
#include "ui/common/notices.h"
#include "ui/leads/record_fields.h"

#include <QWidget>

class QLineEdit;

namespace tandem::ui {

class CaptionLabel;
class Document;

/// Logs a touch, or edits one, in place above the timeline. Ctrl+Enter saves, Esc closes; what was
/// typed stays in the form until it is saved or a touch of another lead is begun.
class TouchForm : public QWidget {
    Q_OBJECT

public:
    explicit TouchForm(Document& document, QWidget* parent = nullptr);

    /// A new touch of the lead, now, by the person acting. A form half filled in for it comes back.
    void logFor(LeadId lead);
    void edit(const Touch& touch);
    void save();

signals:
    /// With the title of the step.
    void saved(const QString& title);
    void closed();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fillChoices();
    void fill(const Touch& touch);
    void refuse(const ErrorWords& words, QWidget* field);
    Touch entered() const;

    Document& m_document;
    Touch m_before;
    bool m_isNew = true;
    CaptionLabel* m_title;
    QComboBox* m_channel;
    QComboBox* m_direction;
    QComboBox* m_team;
    CaptionLabel* m_when;
    InstantEdit* m_at;
    QLineEdit* m_outcome;
    RecordCombo* m_person;
    RecordCombo* m_campaign;
    RecordCombo* m_content;
    QLineEdit* m_note;
    ErrorCard* m_error;
};

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/lead_dialog.h"

#include "core/base/text.h"
#include "ui/common/buttons.h"
#include "ui/common/document.h"
#include "ui/common/labels.h"

#include <algorithm>
#include <QFormLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

namespace tandem::ui {
namespace {

/// A label that is never read as markup, for the workbook's own names too.
TextLabel* nameLabel(const QString& name, QWidget* field)
{
    auto* label = new TextLabel(name, TextSize::Body, Weight::Regular, Colour::TextSecondary);
    label->setWordWrap(true);
    label->setFixedWidth(136);
    field->setAccessibleName(name);
    return label;
}

void setInvalid(QWidget* field, bool invalid)
{
    field->setProperty("invalid", invalid);
    field->style()->unpolish(field);
    field->style()->polish(field);
}

template <class Tag>
std::optional<std::int64_t> valueOf(const std::optional<Id<Tag>>& id)
{
    return id ? std::optional(id->value) : std::nullopt;
}

template <class Tag>
std::optional<Id<Tag>> idOf(std::optional<std::int64_t> value)
{
    return value ? std::optional(Id<Tag>{*value}) : std::nullopt;
}

} // namespace

LeadDialog::LeadDialog(Document& document, Lead lead, QWidget* parent)
    : QDialog(parent), m_document(document), m_lead(std::move(lead)),
      m_company(new RecordCombo(tr("no company"))), m_persona(new RecordCombo(tr("no persona"))),
      m_owner(new RecordCombo(tr("nobody"))), m_created(new InstantEdit(document.info().timeZone)),
      m_error(new ErrorCard({}))
{
    const bool isNew = m_lead.id.value == 0;
    setWindowTitle(isNew ? tr("New lead") : tr("Edit lead"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 0, 20);
    column->setSpacing(12);
    column->addWidget(new TitleLabel(windowTitle()));

    auto* fields = new QWidget;
    auto* form = new QFormLayout(fields);
    form->setContentsMargins(0, 4, 12, 8);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_name = addText(*form, tr("Name"), &Lead::name);
    m_name->setObjectName("name");
    m_email = addText(*form, tr("E-mail"), &Lead::email);
    m_email->setObjectName("email");
    addText(*form, tr("Phone"), &Lead::phone);
    addText(*form, tr("Job title"), &Lead::jobTitle);
    fillChoices();
    addRecord(*form, tr("Company"), m_company);
    addRecord(*form, tr("Persona"), m_persona);
    addRecord(*form, tr("Owner"), m_owner);
    addText(*form, tr("Source"), &Lead::source);
    m_created->setInstant(isNew ? currentInstant() : m_lead.createdAt.value_or(kUndated));
    form->addRow(
        nameLabel(isNew || m_lead.createdAt ? tr("Created") : tr("Created (no date so far)"),
                  m_created),
        m_created);
    addText(*form, tr("Next step"), &Lead::nextStep);
    addHead(*form, tr("Company and place"));
    addText(*form, tr("Industry"), &Lead::industry);
    addText(*form, tr("Company size"), &Lead::companySize);
    addText(*form, tr("Country"), &Lead::country);
    addText(*form, tr("City"), &Lead::city);
    addHead(*form, tr("What we know of the deal"));
    addText(*form, tr("Budget"), &Lead::budget);
    addText(*form, tr("Authority"), &Lead::authority);
    addText(*form, tr("Need"), &Lead::need);
    addText(*form, tr("Time"), &Lead::timeline);
    addHead(*form, tr("Other"));
    addText(*form, tr("Consent"), &Lead::consent);
    addText(*form, tr("Tags"), &Lead::tags);
    addCustom(*form);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(fields);
    column->addWidget(scroll, 1);
    m_error->hide();
    column->addWidget(m_error);

    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 0, 24, 0);
    buttons->addStretch();
    QPushButton* const cancel = makeButton(tr("Cancel"));
    QPushButton* const saveButton =
        makeButton(isNew ? tr("Add lead") : tr("Save"), ButtonKind::Primary);
    saveButton->setDefault(true);
    saveButton->setObjectName("save");
    buttons->addWidget(cancel);
    buttons->addWidget(saveButton);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(saveButton, &QPushButton::clicked, this, &LeadDialog::save);
    resize(560, 680);
}

void LeadDialog::addHead(QFormLayout& form, const QString& title)
{
    auto* head = new HeadingLabel(title);
    head->setContentsMargins(0, 12, 0, 0);
    form.addRow(head);
}

QLineEdit* LeadDialog::addText(QFormLayout& form, const QString& name, std::string Lead::*text)
{
    auto* edit = new QLineEdit(QString::fromStdString(m_lead.*text));
    form.addRow(nameLabel(name, edit), edit);
    m_texts.emplace_back(text, edit);
    return edit;
}

void LeadDialog::addRecord(QFormLayout& form, const QString& name, RecordCombo* combo)
{
    form.addRow(nameLabel(name, combo), combo);
}

void LeadDialog::fillChoices()
{
    if (const Reader* const reader = m_document.reader()) {
        fillRecords(*m_company, companies(*reader), [](const Company& c) { return c.name; });
        fillRecords(*m_persona, personas(*reader), [](const Persona& p) { return p.name; });
        fillRecords(*m_owner, people(*reader), [](const Person& p) { return p.name; });
    }
    m_company->choose(valueOf(m_lead.company));
    m_persona->choose(valueOf(m_lead.persona));
    m_owner->choose(valueOf(m_lead.owner));
}

void LeadDialog::addCustom(QFormLayout& form)
{
    const Reader* const reader = m_document.reader();
    const auto fields =
        reader != nullptr ? customFields(*reader) : Result<std::vector<CustomField>>{};
    if (!fields) {
        return;
    }
    for (const CustomField& field : *fields) {
        const auto value = std::ranges::find(m_lead.custom, field.id, &CustomValue::field);
        auto* edit = new QLineEdit(
            value == m_lead.custom.end() ? QString() : QString::fromStdString(value->value));
        form.addRow(nameLabel(QString::fromStdString(field.name), edit), edit);
        m_custom.emplace_back(field.id, edit);
    }
}

Lead LeadDialog::entered() const
{
    Lead lead = m_lead;
    for (const auto& [text, edit] : m_texts) {
        lead.*text = edit->text().trimmed().toStdString();
    }
    for (const auto& [field, edit] : m_custom) {
        const CustomFieldId id = field;
        std::erase_if(lead.custom, [id](const CustomValue& value) { return value.field == id; });
        if (const std::string value = edit->text().trimmed().toStdString(); !value.empty()) {
            lead.custom.push_back({id, value});
        }
    }
    std::ranges::sort(lead.custom, {}, &CustomValue::field);
    lead.persona = idOf<PersonaTag>(m_persona->chosen());
    lead.owner = idOf<PersonTag>(m_owner->chosen());
    lead.company = idOf<CompanyTag>(m_company->chosen());
    const Instant created = m_created->instant();
    lead.createdAt = created == kUndated ? std::nullopt : std::optional(created);
    return lead;
}

Result<void> LeadDialog::write(Writer& writer)
{
    Lead lead = entered();
    if (const QString typed = m_company->unknownText(); !typed.isEmpty()) {
        Company company;
        company.name = typed.toStdString();
        const auto added = addCompany(writer, company);
        if (!added) {
            return fail(added.error());
        }
        lead.company = *added;
    }
    if (lead.id.value != 0) {
        return updateLead(writer, lead);
    }
    const auto added = addLead(writer, lead);
    if (!added) {
        return fail(added.error());
    }
    m_lead.id = *added;
    return {};
}

bool LeadDialog::refuse(const ErrorWords& words, QWidget* field)
{
    m_error->setWords(words);
    m_error->show();
    setInvalid(field, true);
    field->setFocus();
    return false;
}

bool LeadDialog::isValid()
{
    for (QWidget* field : std::initializer_list<QWidget*>{m_name, m_email, m_persona, m_owner}) {
        setInvalid(field, false);
    }
    const std::string kept = tr("What you typed is still here.").toStdString();
    const QString email = m_email->text().trimmed();
    if (m_name->text().trimmed().isEmpty() && email.isEmpty()) {
        return refuse({tr("The lead has neither a name nor an e-mail.").toStdString(), kept,
                       tr("Type one of the two.").toStdString()},
                      m_name);
    }
    if (!email.isEmpty() && normalisedEmail(email.toStdString()).empty()) {
        return refuse({tr("\u201c%1\u201d is no e-mail address.").arg(email).toStdString(), kept,
                       tr("Write it as name@company, or leave it empty.").toStdString()},
                      m_email);
    }
    for (RecordCombo* combo : {m_persona, m_owner}) {
        if (const QString typed = combo->unknownText(); !typed.isEmpty()) {
            return refuse(
                {tr("There is no \u201c%1\u201d to choose.").arg(typed).toStdString(), kept,
                 tr("Choose a name of the list, or leave the field empty.").toStdString()},
                combo);
        }
    }
    return true;
}

void LeadDialog::save()
{
    if (!isValid()) {
        return;
    }
    const LeadId before = m_lead.id;
    const QString who =
        m_name->text().trimmed().isEmpty() ? m_email->text().trimmed() : m_name->text().trimmed();
    const QString title = before.value == 0 ? tr("Add %1").arg(who) : tr("Edit %1").arg(who);
    const auto done = m_document.edit(title, [this](Writer& writer) { return write(writer); });
    if (!done) {
        m_lead.id = before;
        m_error->setWords(wordsFor(done.error()));
        m_error->show();
        return;
    }
    accept();
}

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/person_dialog.h"

#include "ui/common/buttons.h"
#include "ui/common/labels.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace tandem::ui {

PersonDialog::PersonDialog(QWidget* parent)
    : QDialog(parent), m_name(new QLineEdit), m_email(new QLineEdit), m_team(new SegmentedSwitch)
{
    setWindowTitle(tr("Add a person"));
    m_team->addSegment(tr("Marketing"));
    m_team->addSegment(tr("Sales"));
    m_team->addSegment(tr("Neither"));
    m_team->setAccessibleName(tr("Team"));

    auto* form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(12);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&E-mail"), m_email);
    form->addRow(tr("Team"), m_team);

    auto* buttons = new QDialogButtonBox;
    QPushButton* add = makeButton(tr("Add"), ButtonKind::Primary);
    add->setEnabled(false);
    add->setDefault(true);
    buttons->addButton(add, QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    connect(m_name, &QLineEdit::textChanged, this,
            [add](const QString& text) { add->setEnabled(!text.trimmed().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(16);
    column->addWidget(new TitleLabel(tr("Who works with this workbook?")));
    column->addLayout(form);
    column->addWidget(buttons);
    setMinimumWidth(420);
}

Person PersonDialog::person() const
{
    Person person;
    person.name = m_name->text().trimmed().toStdString();
    person.email = m_email->text().trimmed().toStdString();
    person.team = m_team->currentIndex() == 0   ? Team::Marketing
                  : m_team->currentIndex() == 1 ? Team::Sales
                                                : Team::None;
    return person;
}

} // namespace tandem::ui

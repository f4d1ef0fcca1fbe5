// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/new_workbook_dialog.h"

#include "ui/common/buttons.h"
#include "ui/common/labels.h"

#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTimeZone>
#include <QVBoxLayout>

namespace tandem::ui {

NewWorkbookDialog::NewWorkbookDialog(QWidget* parent)
    : QDialog(parent), m_name(new QLineEdit), m_file(new QLineEdit), m_currency(new QComboBox),
      m_zone(new QComboBox), m_create(makeButton(tr("Create"), ButtonKind::Primary))
{
    setWindowTitle(tr("New workbook"));
    setObjectName(QStringLiteral("new-workbook"));
    m_name->setPlaceholderText(tr("Your company"));
    m_name->setObjectName(QStringLiteral("name"));
    m_file->setObjectName(QStringLiteral("file"));

    const QString own = QLocale().currencySymbol(QLocale::CurrencyIsoCode);
    QStringList currencies{QStringLiteral("EUR"), QStringLiteral("USD"), QStringLiteral("GBP"),
                           QStringLiteral("CHF"), QStringLiteral("SEK"), QStringLiteral("NOK"),
                           QStringLiteral("DKK"), QStringLiteral("PLN"), QStringLiteral("CZK"),
                           QStringLiteral("CAD"), QStringLiteral("AUD"), QStringLiteral("JPY"),
                           QStringLiteral("INR"), QStringLiteral("BRL")};
    if (own.size() == 3 && !currencies.contains(own)) {
        currencies.prepend(own);
    }
    m_currency->addItems(currencies);
    m_currency->setEditable(true);
    m_currency->setCurrentText(own.size() == 3 ? own : QStringLiteral("EUR"));

    for (const QByteArray& zone : QTimeZone::availableTimeZoneIds()) {
        if (zone.contains('/') && !zone.startsWith("Etc/")) {
            m_zone->addItem(QString::fromLatin1(zone));
        }
    }
    m_zone->setEditable(true);
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    const int here = m_zone->findText(QString::fromLatin1(QTimeZone::systemTimeZoneId()));
    m_zone->setCurrentIndex(here >= 0 ? here : m_zone->findText(QStringLiteral("Europe/London")));

    auto* place = new QHBoxLayout;
    place->setSpacing(8);
    place->addWidget(m_file, 1);
    QPushButton* choose = makeButton(tr("Choose…"));
    place->addWidget(choose);

    auto* form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(12);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&File"), place);
    form->addRow(tr("&Currency"), m_currency);
    form->addRow(tr("&Time zone"), m_zone);

    auto* buttons = new QDialogButtonBox;
    m_create->setDefault(true);
    buttons->addButton(m_create, QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(16);
    column->addWidget(new TitleLabel(tr("New workbook")));
    column->addWidget(new CaptionLabel(
        tr("Days and working hours are counted in the time zone; it and the currency can be "
           "changed later.")));
    column->addLayout(form);
    column->addWidget(buttons);
    setMinimumWidth(520);

    connect(m_name, &QLineEdit::textChanged, this, &NewWorkbookDialog::follow);
    connect(m_file, &QLineEdit::textEdited, this, [this] {
        m_fileChosen = true;
        follow();
    });
    connect(choose, &QPushButton::clicked, this, &NewWorkbookDialog::chooseFile);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    follow();
}

void NewWorkbookDialog::chooseFile()
{
    const QString chosen = QFileDialog::getSaveFileName(this, tr("Where the workbook goes"),
                                                        m_file->text(), tr("Workbooks (*.tandem)"));
    if (!chosen.isEmpty()) {
        m_file->setText(chosen);
        m_fileChosen = true;
        follow();
    }
}

void NewWorkbookDialog::follow()
{
    if (!m_fileChosen) {
        QString name = m_name->text().trimmed();
        name.replace(QRegularExpression(QStringLiteral("[/\\\\:*?\"<>|]")), QStringLiteral("-"));
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        m_file->setText(name.isEmpty() ? QString()
                                       : QDir(folder).filePath(name + QStringLiteral(".tandem")));
    }
    m_create->setEnabled(!m_name->text().trimmed().isEmpty() && !m_file->text().isEmpty());
}

NewWorkbook NewWorkbookDialog::start() const
{
    return {m_name->text().trimmed().toStdString(),
            m_currency->currentText().trimmed().toUpper().toStdString(),
            m_zone->currentText().trimmed().toStdString()};
}

QString NewWorkbookDialog::file() const
{
    const QString path = m_file->text().trimmed();
    return path.endsWith(QStringLiteral(".tandem")) ? path : path + QStringLiteral(".tandem");
}

} // namespace tandem::ui

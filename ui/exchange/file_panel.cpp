// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/file_panel.h"

#include "ui/common/figures.h"
#include "ui/common/labels.h"
#include "ui/exchange/choice_box.h"
#include "ui/exchange/file_preview.h"
#include "ui/exchange/problem_list.h"
#include "ui/exchange/words.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace tandem::ui {

namespace {

constexpr const char* kEncodings[] = {"utf-8",       "windows-1252", "windows-1250", "windows-1251",
                                      "iso-8859-15", "utf-16le",     "utf-16be",     "macintosh",
                                      "shift_jis",   "gb18030"};
constexpr char kDelimiters[] = {',', ';', '\t', '|'};
constexpr int kHeaderLines = 30;

QVBoxLayout* labelled(const QString& title, QComboBox* box, CaptionLabel* note)
{
    auto* column = new QVBoxLayout;
    column->setSpacing(4);
    auto* label = new TextLabel(title, TextSize::Small, Weight::Regular, Colour::TextSecondary);
    label->setBuddy(box);
    box->setAccessibleName(title);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(4);
    column->addWidget(label);
    column->addWidget(box);
    note->setMinimumWidth(10);
    column->addWidget(note);
    return column;
}

/// What beyond ASCII stands in the first lines, as a proof that it is read right.
QString proof(const FileLook& look)
{
    QString found;
    for (const RawLine& line : look.head) {
        for (const QChar c : QString::fromStdString(line.text)) {
            if (c == QChar::ReplacementCharacter) {
                return FilePanel::tr("some signs cannot be read");
            }
            if (c.unicode() > 127 && c.isLetter() && !found.contains(c) && found.size() < 2) {
                found += c;
            }
        }
    }
    if (found.isEmpty()) {
        return FilePanel::tr("plain letters so far");
    }
    return found.size() == 1
               ? FilePanel::tr("“%1” reads right").arg(found)
               : FilePanel::tr("“%1” and “%2” read right").arg(found[0]).arg(found[1]);
}

} // namespace

FilePanel::FilePanel(QWidget* parent)
    : QWidget(parent), m_encoding(new ChoiceBox), m_delimiter(new ChoiceBox),
      m_header(new ChoiceBox), m_counts(new CaptionLabel), m_encodingNote(new CaptionLabel),
      m_delimiterNote(new CaptionLabel), m_headerNote(new CaptionLabel), m_preview(new FilePreview),
      m_problems(new ProblemList)
{
    m_encoding->setObjectName(QStringLiteral("encoding"));
    m_delimiter->setObjectName(QStringLiteral("separator"));
    m_header->setObjectName(QStringLiteral("heading-line"));
    for (const char delimiter : kDelimiters) {
        m_delimiter->addItem(delimiterTitle(delimiter), QChar(QLatin1Char(delimiter)));
    }
    m_header->addItem(tr("none"), 0);
    for (int line = 1; line <= kHeaderLines; ++line) {
        m_header->addItem(QString::number(line), line);
    }

    auto* head = new QHBoxLayout;
    head->addWidget(new HeadingLabel(tr("The file, as it is")));
    head->addStretch();
    head->addWidget(m_counts);
    auto* choices = new QHBoxLayout;
    choices->setSpacing(8);
    choices->addLayout(labelled(tr("Encoding"), m_encoding, m_encodingNote), 137);
    choices->addLayout(labelled(tr("Separator"), m_delimiter, m_delimiterNote), 120);
    choices->addLayout(labelled(tr("Heading in line"), m_header, m_headerNote), 120);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 13, 24, 16);
    column->setSpacing(0);
    column->addLayout(head);
    column->addSpacing(10);
    column->addLayout(choices);
    column->addSpacing(10);
    column->addWidget(m_preview, 1);
    column->addSpacing(14);
    column->addWidget(m_problems);

    for (QComboBox* box : {m_encoding, m_delimiter, m_header}) {
        connect(box, &QComboBox::activated, this, &FilePanel::ask);
    }
}

void FilePanel::ask()
{
    auto* box = qobject_cast<QComboBox*>(sender());
    if (box == m_encoding) {
        m_wishes.encoding = m_encoding->currentData().toString().toStdString();
    } else if (box == m_delimiter) {
        m_wishes.delimiter = m_delimiter->currentData().toChar().toLatin1();
    } else {
        m_wishes.headerRow = m_header->currentData().toInt();
    }
    emit wishesChanged(m_wishes);
}

void FilePanel::setLook(const FileLook& look)
{
    m_wishes = look.wishes;
    m_encoding->clear();
    for (const char* encoding : kEncodings) {
        m_encoding->addItem(encodingTitle(encoding), QString::fromLatin1(encoding));
    }
    const QString name = QString::fromStdString(look.dialect.encoding.name);
    if (m_encoding->findData(name) < 0) {
        m_encoding->addItem(encodingTitle(look.dialect.encoding.name), name);
    }
    m_encoding->setCurrentIndex(m_encoding->findData(name));
    const QChar delimiter{QLatin1Char(look.dialect.delimiter)};
    if (m_delimiter->findData(delimiter) < 0) {
        m_delimiter->addItem(delimiterTitle(look.dialect.delimiter), delimiter);
    }
    m_delimiter->setCurrentIndex(m_delimiter->findData(delimiter));
    const int header = static_cast<int>(look.dialect.headerRow);
    if (m_header->findData(header) < 0) {
        m_header->addItem(QString::number(header), header);
    }
    m_header->setCurrentIndex(m_header->findData(header));

    m_encodingNote->setText(proof(look));
    m_delimiterNote->setText(tr("%1 columns").arg(countText(std::ssize(look.dialect.columns))));
    m_headerNote->setText(header == 0   ? tr("columns by number")
                          : header == 1 ? tr("nothing above it")
                          : header == 2 ? tr("1 is left out")
                                        : tr("1–%1 are left out").arg(header - 1));
    m_counts->setText(sizeText(look.bytes));
    m_preview->setLook(look);
}

void FilePanel::setSurvey(const FileSurvey& survey)
{
    m_counts->setText(tr("%1 lines, %2 rows").arg(countText(survey.lines), countText(survey.rows)));
    m_preview->setSurvey(survey);
}

void FilePanel::setChangeable(bool changeable)
{
    for (QComboBox* box : {m_encoding, m_delimiter, m_header}) {
        box->setEnabled(changeable);
    }
}

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/touch_form.h"

#include "core/model/stage.h"
#include "ui/common/buttons.h"
#include "ui/common/document.h"
#include "ui/common/labels.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QShortcut>

namespace tandem::ui {
namespace {

constexpr int kColumns = 3;

CaptionLabel* addField(QGridLayout& grid, int row, int column, const QString& name, QWidget* field)
{
    auto* label = new CaptionLabel(name);
    label->setBuddy(field);
    field->setAccessibleName(name);
    grid.addWidget(label, row, column);
    grid.addWidget(field, row + 1, column);
    grid.setRowMinimumHeight(row + 2, tokens().space2);
    return label;
}

/// "Not known" is offered only where it is what stands in the touch.
template <class Value>
void setChoice(QComboBox& combo, Value value, const QString& none)
{
    const int last = combo.count() - 1;
    if (combo.itemData(last).toInt() == 0) {
        combo.removeItem(last);
    }
    if (value == Value::None) {
        combo.addItem(none, 0);
    }
    combo.setCurrentIndex(combo.findData(static_cast<int>(value)));
}

template <class Value>
Value choiceOf(const QComboBox& combo)
{
    return static_cast<Value>(combo.currentData().toInt());
}

template <class Tag>
void chooseRecord(RecordCombo& combo, const std::optional<Id<Tag>>& id)
{
    combo.choose(id ? std::optional(id->value) : std::nullopt);
}

template <class Tag>
void takeRecord(const RecordCombo& combo, std::optional<Id<Tag>>& id)
{
    const auto chosen = combo.chosen();
    id = chosen ? std::optional(Id<Tag>{*chosen}) : std::nullopt;
}

} // namespace

TouchForm::TouchForm(Document& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_title(new CaptionLabel), m_channel(new QComboBox),
      m_direction(new QComboBox), m_team(new QComboBox),
      m_at(new InstantEdit(document.info().timeZone)), m_outcome(new QLineEdit),
      m_person(new RecordCombo(tr("nobody"))), m_campaign(new RecordCombo(tr("no campaign"))),
      m_content(new RecordCombo(tr("no content"))), m_note(new QLineEdit),
      m_error(new ErrorCard({}))
{
    m_channel->setObjectName("channel");
    m_outcome->setObjectName("outcome");
    m_channel->setEditable(true);
    m_channel->setInsertPolicy(QComboBox::NoInsert);
    for (const std::string& channel : defaultChannels()) {
        m_channel->addItem(QString::fromStdString(channel));
    }
    m_direction->addItem(tr("We contacted them"), static_cast<int>(Direction::Out));
    m_direction->addItem(tr("They came to us"), static_cast<int>(Direction::In));
    m_team->addItem(tr("Marketing"), static_cast<int>(Team::Marketing));
    m_team->addItem(tr("Sales"), static_cast<int>(Team::Sales));
    for (QComboBox* combo : {m_channel, m_direction, m_team}) {
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(8);
    }
    m_outcome->setPlaceholderText(tr("reached, no answer\u2026"));
    m_error->hide();

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, tokens().space2, 0, tokens().space4);
    grid->setHorizontalSpacing(tokens().space3);
    grid->setVerticalSpacing(tokens().space1);
    addField(*grid, 0, 0, tr("Channel"), m_channel);
    addField(*grid, 0, 1, tr("Outcome"), m_outcome);
    m_when = addField(*grid, 0, 2, tr("When"), m_at);
    addField(*grid, 3, 0, tr("Direction"), m_direction);
    addField(*grid, 3, 1, tr("Team"), m_team);
    addField(*grid, 3, 2, tr("By"), m_person);
    addField(*grid, 6, 0, tr("Campaign"), m_campaign);
    addField(*grid, 6, 1, tr("Content"), m_content);
    addField(*grid, 6, 2, tr("Note"), m_note);
    for (int column = 0; column < kColumns; ++column) {
        grid->setColumnStretch(column, 1);
    }
    grid->addWidget(m_error, 9, 0, 1, kColumns);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(tokens().space2);
    QPushButton* const cancel = makeButton(tr("Close"), ButtonKind::Quiet);
    QPushButton* const save = makeButton(tr("Save touch"), ButtonKind::Primary);
    save->setObjectName("saveTouch");
    buttons->addWidget(m_title, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    grid->addLayout(buttons, 10, 0, 1, kColumns);
    connect(cancel, &QPushButton::clicked, this, &TouchForm::closed);
    connect(save, &QPushButton::clicked, this, &TouchForm::save);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &TouchForm::save);
    }
}

void TouchForm::fillChoices()
{
    if (const Reader* const reader = m_document.reader()) {
        fillRecords(*m_person, people(*reader), [](const Person& p) { return p.name; });
        fillRecords(*m_campaign, campaigns(*reader), [](const Campaign& c) { return c.name; });
        fillRecords(*m_content, contents(*reader), [](const Content& c) { return c.title; });
    }
}

void TouchForm::fill(const Touch& touch)
{
    fillChoices();
    m_before = touch;
    m_channel->setCurrentText(QString::fromStdString(touch.channel));
    setChoice(*m_direction, touch.direction, tr("Not known"));
    setChoice(*m_team, touch.team, tr("Not known"));
    m_when->setText(touch.at == kUndated ? tr("When (no date so far)") : tr("When"));
    m_at->setInstant(touch.at);
    m_outcome->setText(QString::fromStdString(touch.outcome));
    m_note->setText(QString::fromStdString(touch.note));
    chooseRecord(*m_person, touch.person);
    chooseRecord(*m_campaign, touch.campaign);
    chooseRecord(*m_content, touch.content);
    m_title->setText(m_isNew ? tr("Ctrl+Enter saves, Esc keeps it for later")
                             : tr("Ctrl+Enter saves the touch, Esc closes"));
    m_error->hide();
}

void TouchForm::logFor(LeadId lead)
{
    if (!m_isNew || m_before.lead != lead) {
        m_isNew = true;
        Touch touch;
        touch.lead = lead;
        touch.at = currentInstant();
        touch.direction = Direction::Out;
        touch.team = Team::Sales;
        if (const Person* person = m_document.actingAs()) {
            touch.person = person->id;
            touch.team = person->team == Team::None ? Team::Sales : person->team;
        }
        touch.channel = touch.team == Team::Sales ? "phone" : "email";
        fill(touch);
    }
    m_channel->setFocus();
    m_channel->lineEdit()->selectAll();
}

void TouchForm::edit(const Touch& touch)
{
    m_isNew = false;
    fill(touch);
    m_channel->setFocus();
    m_channel->lineEdit()->selectAll();
}

Touch TouchForm::entered() const
{
    Touch touch = m_before;
    touch.channel = m_channel->currentText().trimmed().toStdString();
    touch.direction = choiceOf<Direction>(*m_direction);
    touch.team = choiceOf<Team>(*m_team);
    touch.at = m_at->instant();
    touch.outcome = m_outcome->text().trimmed().toStdString();
    touch.note = m_note->text().trimmed().toStdString();
    takeRecord(*m_person, touch.person);
    takeRecord(*m_campaign, touch.campaign);
    takeRecord(*m_content, touch.content);
    return touch;
}

void TouchForm::refuse(const ErrorWords& words, QWidget* field)
{
    m_error->setWords(words);
    m_error->show();
    if (field != nullptr) {
        field->setFocus();
    }
}

void TouchForm::save()
{
    for (RecordCombo* combo : {m_person, m_campaign, m_content}) {
        if (const QString typed = combo->unknownText(); !typed.isEmpty()) {
            refuse({tr("There is no \u201c%1\u201d to choose.").arg(typed).toStdString(),
                    tr("What you typed is still here.").toStdString(),
                    tr("Choose a name of the list, or leave the field empty.").toStdString()},
                   combo);
            return;
        }
    }
    const Touch touch = entered();
    if (touch.channel.empty()) {
        refuse({tr("The touch has no channel.").toStdString(),
                tr("What you typed is still here.").toStdString(),
                tr("Say how the contact was made, such as phone or email.").toStdString()},
               m_channel);
        return;
    }
    const QString title = m_isNew ? tr("Log a touch") : tr("Edit a touch");
    const auto done = m_document.edit(title, [&](Writer& writer) -> Result<void> {
        if (!m_isNew) {
            return updateTouch(writer, m_before, touch);
        }
        const auto added = addTouch(writer, touch);
        return added ? Result<void>{} : fail(added.error());
    });
    if (!done) {
        refuse(wordsFor(done.error()), nullptr);
        return;
    }
    m_before = {};
    m_isNew = true;
    emit saved(title);
}

bool TouchForm::event(QEvent* event)
{
    // A letter chooses in a list here; the page's commands by one letter wait.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() == Qt::NoModifier && !key->text().isEmpty() &&
            key->text().front().isPrint()) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void TouchForm::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        emit closed();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace tandem::ui

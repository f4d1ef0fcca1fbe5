// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/top_bar.h"

#include "ui/common/buttons.h"
#include "ui/common/labels.h"
#include "ui/common/marks.h"
#include "ui/common/page.h"
#include "ui/shell/filter_bar.h"
#include "ui/shell/period_picker.h"
#include "ui/shell/person_dialog.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QWidgetAction>

namespace tandem::ui {

namespace {

/// Looks like a field; opens the palette, where the typing is done.
class FindButton : public QAbstractButton {
public:
    explicit FindButton(QWidget* parent) : QAbstractButton(parent)
    {
        setText(TopBar::tr("Find"));
        setAccessibleName(TopBar::tr("Find anything, Ctrl+K"));
        setObjectName(QStringLiteral("find"));
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::TabFocus);
        setFixedHeight(tokens().heightControl);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override { return {184, tokens().heightControl}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme theme = Theme::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.colour(underMouse() ? Colour::LineStrong : Colour::LineHair), 1));
        painter.setBrush(theme.colour(Colour::SurfaceSunken));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5),
                                tokens().radiusControl, tokens().radiusControl);
        drawIcon(painter, QRectF(10, height() / 2.0 - 8, 16, 16), Icon::Search,
                 theme.colour(Colour::TextSecondary));
        painter.setFont(textFont(TextSize::Body));
        painter.setPen(theme.colour(Colour::TextSecondary));
        painter.drawText(rect().adjusted(33, 0, 0, 0), Qt::AlignVCenter, text());
        painter.setFont(textFont(TextSize::Small));
        painter.setPen(theme.colour(Colour::TextTertiary));
        painter.drawText(rect().adjusted(0, 0, -10, 0), Qt::AlignVCenter | Qt::AlignRight,
                         TopBar::tr("Ctrl K"));
    }
};

QToolButton* stepButton(QAction* action, Icon picture)
{
    QToolButton* button = makeIconButton(picture, action->text());
    // Not setDefaultAction(): the icon is the bar's, the words stay in the tool tip.
    const auto follow = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
    };
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &QToolButton::clicked, action, &QAction::trigger);
    follow();
    return button;
}

std::optional<Whose> whoseOf(Team team)
{
    switch (team) {
    case Team::Marketing:
        return Whose::Marketing;
    case Team::Sales:
        return Whose::Sales;
    case Team::None:
        break;
    }
    return {};
}

} // namespace

PersonButton::PersonButton(QWidget* parent) : QAbstractButton(parent), m_avatar(new Avatar)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setObjectName(QStringLiteral("acting-as"));
    m_avatar->setParent(this);
    m_avatar->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_avatar->setGeometry(8, 4, 24, 24);
}

void PersonButton::setPerson(const QString& name, Team team)
{
    m_chosen = !name.isEmpty();
    m_avatar->setVisible(m_chosen);
    m_avatar->setPerson(name, whoseOf(team));
    setText(m_chosen ? name : tr("Who are you?"));
    setAccessibleName(m_chosen ? tr("Acting as %1").arg(name) : text());
    setToolTip(m_chosen ? plainToolTip(tr("What you do is recorded as done by %1").arg(name))
                        : tr("Choose in whose name changes are recorded"));
    updateGeometry();
    update();
}

QSize PersonButton::sizeHint() const
{
    const QFontMetrics metrics(textFont(TextSize::Body, Weight::Medium));
    return {(m_chosen ? 40 : 8) + std::min(180, metrics.horizontalAdvance(text())) + 32,
            tokens().heightControl};
}

void PersonButton::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(Colour::SurfaceHover));
        painter.drawRoundedRect(rect(), tokens().radiusControl, tokens().radiusControl);
    }
    const QFont font = textFont(TextSize::Body, Weight::Medium);
    const int left = m_chosen ? 40 : 8;
    const QRect room(left, 0, width() - left - 30, height());
    painter.setFont(font);
    painter.setPen(theme.colour(m_chosen ? Colour::TextPrimary : Colour::TextSecondary));
    painter.drawText(room, Qt::AlignVCenter,
                     QFontMetrics(font).elidedText(text(), Qt::ElideRight, room.width()));
    drawIcon(painter, QRectF(width() - 24, height() / 2.0 - 8, 16, 16), Icon::ChevronDown,
             theme.colour(Colour::TextSecondary));
}

TopBar::TopBar(Document& document, ViewState& view, QAction* undo, QAction* redo, QWidget* parent)
    : QWidget(parent), m_document(document), m_title(new TitleLabel),
      m_period(new PeriodPicker(view, [&document] { return document.facts(); })),
      m_filters(new FilterBar(document, view)), m_person(new PersonButton)
{
    setFixedHeight(tokens().heightBar);
    auto* find = new FindButton(this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(tokens().space6, 0, tokens().space4, 1);
    row->setSpacing(0);
    row->addWidget(m_title);
    row->addSpacing(20);
    row->addWidget(m_period);
    row->addSpacing(8);
    row->addWidget(m_filters, 1);
    row->addSpacing(8);
    row->addWidget(find);
    row->addSpacing(8);
    row->addWidget(stepButton(undo, Icon::Undo));
    row->addWidget(stepButton(redo, Icon::Redo));
    row->addSpacing(8);
    row->addWidget(m_person);

    connect(find, &QAbstractButton::clicked, this, &TopBar::findRequested);
    connect(m_person, &QAbstractButton::clicked, this, &TopBar::choosePerson);
    connect(&m_document, &Document::actingAsChanged, this, &TopBar::showPerson);
    connect(&m_document, &Document::changed, this, [this](const Change& change) {
        if (change.definitions || change.bulk) {
            showPerson();
        }
    });
    showPerson();
}

void TopBar::setPage(const QString& title, const Page& page)
{
    m_title->setText(title);
    m_period->setVisible(page.usesPeriod());
    m_filters->setEnabled(page.usesFilters());
    m_filters->setMaximumHeight(page.usesFilters() ? QWIDGETSIZE_MAX : 0);
}

void TopBar::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.colour(Colour::SurfaceWindow));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.colour(Colour::LineHair));
}

void TopBar::showPerson()
{
    const Person* person = m_document.actingAs();
    m_person->setPerson(person ? QString::fromStdString(person->name) : QString(),
                        person ? person->team : Team::None);
}

void TopBar::choosePerson()
{
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("people"));
    for (const auto& [team, title] :
         {std::pair(Team::Marketing, tr("Marketing")), std::pair(Team::Sales, tr("Sales")),
          std::pair(Team::None, tr("Without a team"))}) {
        bool first = true;
        for (const Person& person : m_document.people()) {
            if (person.team != team || !person.active) {
                continue;
            }
            if (first) {
                // QMenu::addSection() shows its words in few styles.
                auto* label = new CaptionLabel(title);
                label->setContentsMargins(12, 8, 12, 2);
                auto* heading = new QWidgetAction(&menu);
                heading->setDefaultWidget(label);
                menu.addAction(heading);
                first = false;
            }
            QString name = QString::fromStdString(person.name);
            QAction* action = menu.addAction(name.replace(u'&', QStringLiteral("&&")));
            action->setCheckable(true);
            action->setChecked(m_document.actingAs() && m_document.actingAs()->id == person.id);
            connect(action, &QAction::triggered, this,
                    [this, id = person.id] { m_document.setActingAs(id); });
        }
    }
    menu.addSeparator();
    QAction* add = menu.addAction(tr("Add a person…"));
    add->setEnabled(!m_document.readOnly());
    connect(add, &QAction::triggered, this, &TopBar::addPersonByDialog);
    if (m_document.actingAs() != nullptr) {
        connect(menu.addAction(tr("Nobody in particular")), &QAction::triggered, this,
                [this] { m_document.setActingAs({}); });
    }
    menu.exec(m_person->mapToGlobal(QPoint(0, m_person->height() + 4)));
}

void TopBar::addPersonByDialog()
{
    auto* dialog = new PersonDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const Person person = dialog->person();
        std::optional<PersonId> added;
        const auto change = m_document.edit(tr("Add %1").arg(QString::fromStdString(person.name)),
                                            [&](Writer& writer) -> Result<void> {
                                                auto id = addPerson(writer, person);
                                                if (!id) {
                                                    return fail(id.error());
                                                }
                                                added = *id;
                                                return {};
                                            });
        if (change && added) {
            m_document.setActingAs(added);
        }
    });
    dialog->open();
}

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/import_page.h"

#include "ui/common/document.h"
#include "ui/common/labels.h"
#include "ui/common/marks.h"
#include "ui/common/notices.h"
#include "ui/exchange/columns_step.h"
#include "ui/exchange/file_panel.h"
#include "ui/exchange/file_step.h"
#include "ui/exchange/problem_list.h"
#include "ui/exchange/values_step.h"
#include "ui/exchange/wizard_foot.h"
#include "ui/exchange/words.h"
#include "ui/exchange/write_step.h"

#include <algorithm>
#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tandem::ui {

namespace {

constexpr int kPanelWidth = 440; ///< of the file, with its margins
constexpr int kPanelWidthNarrow = 392;
constexpr int kNarrow = 1100; ///< px of the page

ErrorCard* placed(ErrorCard* card, QWidget* holder)
{
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(24, 24, 24, 24);
    card->setMaximumWidth(640);
    column->addWidget(card);
    column->addStretch();
    return card;
}

} // namespace

ImportPage::ImportPage(const PageContext& context, QWidget* parent)
    : Page(context, parent), m_steps(new StepLine), m_main(new QStackedWidget),
      m_panel(new FilePanel), m_right(new QStackedWidget), m_file(new FileStep),
      m_columns(new ColumnsStep), m_values(new ValuesStep), m_write(new WriteStep),
      m_foot(new WizardFoot)
{
    setFocusPolicy(Qt::StrongFocus);
    auto* drop = new DropPlace;
    auto* unreadable = new QWidget;
    m_pageError = placed(new ErrorCard({}, tr("Choose another file…")), unreadable);
    m_pageError->setObjectName(QStringLiteral("file-error"));
    m_main->addWidget(drop);
    m_main->addWidget(unreadable);
    m_main->addWidget(makeBody());

    auto* top = new QHBoxLayout;
    top->setContentsMargins(24, 0, 24, 0);
    top->addWidget(m_steps);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(new Hairline);
    column->addWidget(m_main, 1);
    column->addWidget(m_foot);

    connect(drop, &DropPlace::chooseRequested, this, &ImportPage::askForFiles);
    connect(m_pageError, &ErrorCard::actionTriggered, this, &ImportPage::askForFiles);
    connectParts();
    reset();
}

ImportPage::~ImportPage() = default;

QWidget* ImportPage::makeBody()
{
    auto* failed = new QWidget;
    m_stepError = placed(new ErrorCard({}, tr("Read it as it was found")), failed);
    m_stepError->setObjectName(QStringLiteral("reading-error"));
    for (QWidget* face : std::initializer_list<QWidget*>{m_file, m_columns, m_values, m_write}) {
        m_right->addWidget(face);
    }
    m_right->addWidget(failed);
    auto* body = new QWidget;
    auto* row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_panel);
    row->addWidget(new Hairline(Qt::Vertical));
    row->addWidget(m_right, 1);
    return body;
}

void ImportPage::connectParts()
{
    connect(&m_task, &Task::progressed, this, &ImportPage::showProgress);
    connect(&m_task, &Task::runningChanged, this, [this](bool running) {
        if (!running && m_afterTask) {
            // The result of what was stopped comes first.
            QMetaObject::invokeMethod(
                this,
                [this] {
                    if (const auto next = std::exchange(m_afterTask, {})) {
                        next();
                    }
                },
                Qt::QueuedConnection);
        }
    });
    connect(&document(), &Document::progressed, this, [this](double fraction, const QString& what) {
        if (m_writing == Writing::Trying || m_writing == Writing::Writing) {
            showProgress(fraction, what);
        }
    });
    connect(&document(), &Document::changed, this, &ImportPage::followUndo);
    connect(&document(), &Document::lentChanged, this, [this](bool lent) {
        if (!lent) {
            followUndo();
        }
    });

    connect(m_panel, &FilePanel::wishesChanged, this, [this](const DialectWishes& wishes) {
        if (m_look) {
            read(m_look->path, wishes);
        }
    });
    connect(m_panel->problems(), &ProblemList::saveRequested, this, &ImportPage::saveRejected);
    connect(m_file, &FileStep::kindChosen, this, &ImportPage::setKind);
    connect(m_file, &FileStep::otherFileRequested, this, &ImportPage::askForFiles);
    connect(m_stepError, &ErrorCard::actionTriggered, this, [this] { read(m_look->path, {}); });
    connect(m_columns, &ColumnsStep::targetChosen, this,
            [this](std::size_t column, const ColumnTarget& target) {
                m_draft.setTarget(column, target);
                draftChanged();
            });
    connect(m_columns, &ColumnsStep::answered, this,
            [this](std::size_t column, const std::string& value) {
                if (m_draft.asksDateOrder(column)) {
                    m_draft.setDateOrder(column, value);
                } else {
                    m_draft.setDecimalSign(value.front());
                }
                draftChanged();
            });
    connect(m_columns, &ColumnsStep::mappingChosen, this, [this](const Mapping& mapping) {
        if (mapping.kind != m_draft.kind()) {
            setKind(mapping.kind);
        }
        m_draft.setMapping(mapping);
        draftChanged();
    });
    connect(m_columns, &ColumnsStep::createMissingChosen, this, [this](bool create) {
        m_draft.setCreateMissing(create);
        draftChanged();
    });
    connect(m_values, &ValuesStep::valueChosen, this,
            [this](const std::string& field, const std::string& text, const std::string& becomes) {
                m_draft.setValue(field, text, becomes);
                draftChanged();
            });
    connect(m_values, &ValuesStep::restLeftBlank, this, [this](const std::string& field) {
        m_draft.leaveRestBlank(field);
        draftChanged();
    });
    connect(m_write, &WriteStep::mappingNamed, this,
            [this](const QString& name) { m_draft.setName(name.trimmed().toStdString()); });
    connect(m_write, &WriteStep::undoRequested, this, [this] { document().undo(); });
    connect(m_write, &WriteStep::leadsRequested, this, &ImportPage::showNewLeads);
    connect(m_write, &WriteStep::againRequested, this, [this] { run(true); });
    connect(m_foot, &WizardFoot::stopRequested, this, &ImportPage::stop);
    connect(m_foot, &WizardFoot::cancelRequested, this, &ImportPage::leave);
    connect(m_foot, &WizardFoot::backRequested, this, &ImportPage::stepBack);
    connect(m_foot, &WizardFoot::nextRequested, this, &ImportPage::goOn);

    auto* next = new QAction(tr("Next question"), this);
    next->setShortcut(Qt::Key_F8);
    next->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(next, &QAction::triggered, this, [this] {
        if (m_step == Step::Values && m_values->focusNextQuestion()) {
            return;
        }
        if (m_look && m_step != Step::Columns && m_writing == Writing::Nothing &&
            !columnsReason(m_draft).isEmpty()) {
            go(Step::Columns);
        }
        if (m_step == Step::Columns && !m_columns->focusNextQuestion() && hasValues() &&
            !valuesReason(m_draft).isEmpty()) {
            go(Step::Values);
            m_values->focusNextQuestion();
        }
    });
    addAction(next);
    auto* forward = new QAction(tr("Continue"), this);
    forward->setShortcut(Qt::CTRL | Qt::Key_Return);
    forward->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(forward, &QAction::triggered, this, [this] { m_foot->next()->click(); });
    addAction(forward);
}

void ImportPage::showProgress(double fraction, const QString& what)
{
    m_progress = fraction;
    m_progressText = what.left(1).toUpper() + what.mid(1);
    followFoot();
}

void ImportPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    const int left = width() < kNarrow ? kPanelWidthNarrow : kPanelWidth;
    m_panel->setFixedWidth(left);
    m_foot->setLeftWidth(left + 1);
}

QList<QWidget*> ImportPage::panes() const
{
    return m_main->currentIndex() == kBody ? QList<QWidget*>{m_panel, m_right, m_foot}
                                           : QList<QWidget*>{m_main->currentWidget(), m_foot};
}

// What becomes of it

void ImportPage::setKind(RecordKind kind)
{
    std::vector<Stage> known = defaultStages();
    if (const Reader* reader = document().reader()) {
        known = stages(*reader).value_or(known);
    }
    m_draft = ImportDraft(*m_look, kind, std::move(known));
    if (m_survey) {
        m_draft.setSurvey(*m_survey);
    }
    QStringList waiting;
    for (const QString& file : m_queue) {
        waiting << fileTitle(file.toStdString());
    }
    m_file->setLook(*m_look, kind, waiting);
    draftChanged();
}

void ImportPage::draftChanged()
{
    m_result.reset();
    m_writing = Writing::Nothing;
    follow();
}

bool ImportPage::hasValues() const
{
    return !m_draft.translated().empty();
}

void ImportPage::go(Step step)
{
    m_step = step;
    follow();
    if (step == Step::Write && m_writing == Writing::Nothing) {
        run(true);
    }
    QWidget* face = m_right->currentWidget();
    if (step == Step::Columns && m_columns->focusNextQuestion()) {
        return;
    }
    if (step == Step::Values && m_values->focusNextQuestion()) {
        return;
    }
    face->setFocus();
    if (m_foot->next()->isEnabled()) {
        m_foot->next()->setFocus(Qt::OtherFocusReason);
    }
}

void ImportPage::goOn()
{
    switch (m_step) {
    case Step::File:
        go(Step::Columns);
        break;
    case Step::Columns:
        go(hasValues() ? Step::Values : Step::Write);
        break;
    case Step::Values:
        go(Step::Write);
        break;
    case Step::Write:
        if (m_writing == Writing::Tried) {
            run(false);
        } else if (!m_queue.isEmpty()) {
            beginNext();
        } else {
            leave();
        }
        break;
    }
}

void ImportPage::stepBack()
{
    if (m_writing == Writing::Trying) {
        document().stopErrand();
    }
    if (m_writing != Writing::Nothing) {
        m_writing = Writing::Nothing;
        m_result.reset();
    }
    switch (m_step) {
    case Step::File:
    case Step::Columns:
        go(Step::File);
        break;
    case Step::Values:
        go(Step::Columns);
        break;
    case Step::Write:
        go(hasValues() ? Step::Values : Step::Columns);
        break;
    }
}

bool ImportPage::goBack()
{
    if (m_writing == Writing::Writing) {
        stop();
        return true;
    }
    leave();
    return true;
}

void ImportPage::stop()
{
    if (m_task.running()) {
        m_task.stop();
    } else if (m_writing == Writing::Trying || m_writing == Writing::Writing) {
        document().stopErrand();
    }
}

void ImportPage::leave()
{
    if (m_task.running()) {
        m_afterTask = [] {};
        m_task.stop();
    }
    if (m_writing == Writing::Trying) {
        document().stopErrand();
    }
    if (m_writing == Writing::Written && !m_undoTitle.isEmpty() && m_result) {
        const QString title = m_undoTitle;
        emit noticed({resultTitle(*m_result), tr("Undo"), [&file = document(), title] {
                          // Another step may have come in between.
                          if (file.undoTitle() == title) {
                              file.undo();
                          }
                      }});
    }
    reset();
    emit left();
}

void ImportPage::reset()
{
    m_queue.clear();
    m_step = Step::File;
    m_writing = Writing::Nothing;
    m_fileFailed = false;
    m_look.reset();
    m_survey.reset();
    m_result.reset();
    m_draft = {};
    m_newLeads.clear();
    m_undoTitle.clear();
    m_progressText.clear();
    m_folder.reset();
    m_main->setCurrentIndex(kDrop);
    follow();
}

} // namespace tandem::ui

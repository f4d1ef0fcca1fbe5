// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of ImportPage that tries an import out, writes it, and shows how it stands.
#include "core/exchange/importer.h"
#include "ui/common/document.h"
#include "ui/common/figures.h"
#include "ui/common/marks.h"
#include "ui/exchange/columns_step.h"
#include "ui/exchange/file_panel.h"
#include "ui/exchange/import_page.h"
#include "ui/exchange/problem_list.h"
#include "ui/exchange/values_step.h"
#include "ui/exchange/wizard_foot.h"
#include "ui/exchange/words.h"
#include "ui/exchange/write_step.h"

#include <algorithm>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>
#include <QStackedWidget>
#include <QStandardPaths>

namespace tandem::ui {

namespace {

/// What the right side shows if the file cannot be read as the person wishes; after the steps.
constexpr int kStepError = 4;

} // namespace

std::string ImportPage::rejectedFile() const
{
    return m_folder ? m_folder->filePath(QStringLiteral("not-taken.csv")).toStdString()
                    : std::string();
}

void ImportPage::run(bool dryRun)
{
    if (!m_look) {
        return;
    }
    m_folder = std::make_unique<QTemporaryDir>();
    auto result = std::make_shared<std::optional<ImportResult>>();
    const auto errand = [result, dryRun, path = m_look->path, mapping = m_draft.mapping(),
                         who = document().who(), rejectedTo = rejectedFile()](
                            Workbook& workbook, const Progress& progress) -> Result<void> {
        ImportOptions options;
        options.dryRun = dryRun;
        options.now = currentInstant();
        options.progress = progress;
        options.rejectedTo = rejectedTo;
        auto done = importFile(workbook, who, path, mapping, options);
        if (!done) {
            return fail(done.error());
        }
        *result = std::move(*done);
        return {};
    };
    m_newLeads = dryRun ? std::vector<LeadId>() : document().facts()->leadIds;
    m_writing = dryRun ? Writing::Trying : Writing::Writing;
    m_progress = 0;
    m_progressText = dryRun ? tr("Trying it out") : tr("Writing");
    const bool lent = document().lend(
        errand, [self = QPointer<ImportPage>(this), dryRun, result](const Result<void>& done) {
            if (self) {
                self->ran(dryRun, done, *result);
            }
        });
    if (!lent) {
        m_writing = Writing::Nothing;
        m_progressText.clear();
        m_write->showError(wordsFor({ErrorCode::Busy, document().name().toStdString(),
                                     tr("A longer job is still at work in it.").toStdString()}));
        followFoot();
        return;
    }
    m_write->showWork(!dryRun);
    follow();
}

void ImportPage::ran(bool dryRun, const Result<void>& done,
                     const std::optional<ImportResult>& result)
{
    m_progressText.clear();
    if (m_writing != (dryRun ? Writing::Trying : Writing::Writing)) {
        return; // the person has gone elsewhere meanwhile
    }
    if (!done) {
        m_writing = Writing::Nothing;
        m_result.reset();
        m_write->showError(wordsFor(done.error()));
        follow();
        return;
    }
    m_result = result;
    if (dryRun) {
        m_writing = Writing::Tried;
        m_write->showPlan(*result, QString::fromStdString(m_draft.mapping().name));
    } else {
        m_writing = Writing::Written;
        const std::vector<LeadId> before = std::exchange(m_newLeads, {});
        const std::vector<LeadId> after = document().facts()->leadIds;
        std::set_difference(after.begin(), after.end(), before.begin(), before.end(),
                            std::back_inserter(m_newLeads));
        m_undoTitle = result->created + result->updated > 0 ? document().undoTitle() : QString();
        m_write->showDone(*result, !m_newLeads.empty());
    }
    follow();
}

void ImportPage::followUndo()
{
    if (document().lent() || m_undoTitle.isEmpty() || !m_result) {
        return;
    }
    const bool undone =
        document().undoTitle() != m_undoTitle && document().redoTitle() == m_undoTitle;
    if (m_writing == Writing::Written && undone) {
        m_writing = Writing::Undone;
        m_write->showUndone(*m_result);
        follow();
    } else if (m_writing == Writing::Undone && document().undoTitle() == m_undoTitle) {
        m_writing = Writing::Written;
        m_write->showDone(*m_result, !m_newLeads.empty());
        follow();
    }
}

void ImportPage::showNewLeads()
{
    const LeadList list{tr("%1 that came in with %2")
                            .arg(countText(std::ssize(m_newLeads)) + ' ' +
                                     kindNoun(RecordKind::Leads, std::ssize(m_newLeads)),
                                 QFileInfo(QString::fromStdString(m_look->path)).fileName()),
                        m_newLeads};
    emit leadsRequested(list);
}

void ImportPage::saveRejected()
{
    const QFileInfo source(QString::fromStdString(m_look->path));
    auto* dialog = new QFileDialog(this, tr("Save the rows that were not taken"),
                                   source.absolutePath(), tr("CSV files (*.csv)"));
    dialog->setObjectName(QStringLiteral("save-not-taken"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(source.completeBaseName() + tr(" not taken") + QStringLiteral(".csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        QFile::remove(path); // the dialog has asked whether to replace it
        QFile rows(QString::fromStdString(rejectedFile()));
        if (rows.copy(path)) {
            emit noticed({tr("The rows were saved as %1").arg(path), {}, {}});
        } else {
            emit failed({ErrorCode::Io, path.toStdString(), rows.errorString().toStdString()});
        }
    });
    dialog->open();
}

// How it stands

void ImportPage::follow()
{
    if (m_look) {
        m_columns->follow(m_draft, m_survey);
        m_values->follow(m_draft);
        const bool failed = m_fileFailed && m_step != Step::Write;
        m_right->setCurrentIndex(failed ? kStepError : static_cast<int>(m_step));
    }
    m_panel->setChangeable(m_writing == Writing::Nothing || m_writing == Writing::Tried);
    followSteps();
    followProblems();
    followFoot();
}

void ImportPage::followSteps()
{
    std::vector<StepLine::Step> steps{{tr("File"), tr("choose or drop")},
                                      {tr("Columns"), {}},
                                      {tr("Values"), {}},
                                      {tr("Write"), tr("one step, can be undone")}};
    if (m_look) {
        const QString name = QFileInfo(QString::fromStdString(m_look->path)).fileName();
        steps[0].note = QFontMetrics(textFont(TextSize::Small))
                            .elidedText(shownText(name.toStdString()), Qt::ElideMiddle, 150) +
                        QStringLiteral(", ") + sizeText(m_look->bytes);
        steps[1].note = tr("%1 of %2 placed")
                            .arg(countText(static_cast<qint64>(m_draft.placedCount())),
                                 countText(static_cast<qint64>(m_draft.columnCount())));
        const auto fields = m_draft.translated();
        if (fields.empty()) {
            steps[2].note = tr("nothing to place");
        } else if (m_draft.surveyed()) {
            const auto values = m_draft.values(fields.front().first);
            const auto open = std::count_if(values.begin(), values.end(),
                                            [](const auto& value) { return value.open; });
            const QString field = targetTitle({ColumnTarget::Kind::Field, fields.front().first});
            steps[2].note = open > 0
                                ? tr("%1, %2 of %3 open")
                                      .arg(field, countText(open), countText(std::ssize(values)))
                                : tr("%1, all known").arg(field);
        }
    }
    const bool written = m_writing == Writing::Written;
    if (written) {
        steps[3].note = tr("done, can be undone");
    } else if (m_writing == Writing::Undone) {
        steps[3].note = tr("undone");
    }
    m_steps->setSteps(std::move(steps), written ? 4 : static_cast<int>(m_step));
}

void ImportPage::followProblems()
{
    ProblemList* list = m_panel->problems();
    if (m_result && m_result->rejectedCount > 0) {
        const QString title =
            tr("%1 of %2 rows cannot be taken")
                .arg(countText(m_result->rejectedCount), countText(m_result->rows));
        const std::string key = m_draft.mapping().keyColumn();
        list->setProblems(
            title, problemGroups(m_result->rejected),
            key.empty() ? tr("Put them right in the file and import it again: rows that are known "
                             "already are not entered twice.")
                        : tr("Put them right in the file and import it again: the same %1 is "
                             "updated, never entered twice.")
                              .arg(shownText(key)),
            true);
    } else if (!m_result && m_survey && m_step != Step::File) {
        list->setProblems(tr("Seen so far: rows that cannot be taken"),
                          foreseenProblems(m_draft, *m_survey),
                          tr("All of them are listed when the import is tried out."), false);
    } else {
        list->setProblems({}, {}, {}, false);
    }
}

void ImportPage::followFoot()
{
    m_foot->setProgress(m_progressText, m_progress);
    const bool busy = m_writing == Writing::Trying || m_writing == Writing::Writing;
    const bool written = m_writing == Writing::Written;
    m_foot->setState(written                         ? tr("Everything is written")
                     : m_writing == Writing::Writing ? tr("Being written, all or nothing")
                     : m_writing == Writing::Undone  ? tr("Nothing of it is left")
                                                     : tr("Nothing is written yet"),
                     m_result ? countsLine(*m_result) : QString(), written);
    const bool after = written || m_writing == Writing::Undone;
    m_foot->setCancel(after ? QString() : m_writing == Writing::Writing ? QString() : tr("Cancel"));
    m_foot->setBack(m_step != Step::File && !after && m_writing != Writing::Writing);

    QString word = tr("Continue");
    QString reason;
    if (!m_look || m_fileFailed) {
        reason = m_task.running() ? tr("Looking at the file") : tr("First choose a file");
    } else if (m_step == Step::Columns) {
        reason = columnsReason(m_draft);
    } else if (m_step == Step::Values) {
        reason = columnsReason(m_draft);
        reason = reason.isEmpty() ? valuesReason(m_draft) : reason;
    } else if (m_step == Step::Write) {
        word = after ? (m_queue.isEmpty() ? tr("Done") : tr("Next file")) : tr("Import");
        if (busy) {
            reason = m_writing == Writing::Trying ? tr("It is being tried out") : tr("One moment");
        } else if (!after && !m_result) {
            reason = tr("It could not be tried out");
        } else if (!after && m_result->created + m_result->updated == 0) {
            reason = tr("Nothing would change");
        }
    }
    m_foot->setNext(word, reason);
}

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/import_result.h"
#include "core/store/records.h"
#include "ui/common/page.h"
#include "ui/common/task.h"
#include "ui/exchange/draft.h"

#include <memory>
#include <optional>
#include <QTemporaryDir>

class QStackedWidget;

namespace tandem::ui {

class ColumnsStep;
class ErrorCard;
class FilePanel;
class FileStep;
class StepLine;
class ValuesStep;
class WizardFoot;
class WriteStep;

/// The import: File → Columns → Values → Write. Nothing is written before the last step, which is
/// tried out first; the import is one step with undo.
class ImportPage : public Page {
    Q_OBJECT

public:
    explicit ImportPage(const PageContext& context, QWidget* parent = nullptr);
    ~ImportPage() override;

    bool usesPeriod() const override { return false; }
    bool usesFilters() const override { return false; }
    bool goBack() override;
    QList<QWidget*> panes() const override;
    bool importFiles(const QStringList& files) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    enum MainFace { kDrop, kUnreadable, kBody };
    enum class Step { File, Columns, Values, Write };
    enum class Writing { Nothing, Trying, Tried, Writing, Written, Undone };

    QWidget* makeBody();
    void connectParts();
    void askForFiles();
    void enqueue(const QStringList& files);
    void beginNext();
    void read(const std::string& path, const DialectWishes& wishes);
    void looked(Result<FileLook> look);
    void startSurvey();
    void surveyed(Result<FileSurvey> survey);
    void setKind(RecordKind kind);
    void draftChanged();
    void go(Step step);
    void goOn();
    void stepBack();
    void stop();
    void showProgress(double fraction, const QString& what);
    void leave();
    void reset();

    void run(bool dryRun);
    void ran(bool dryRun, const Result<void>& done, const std::optional<ImportResult>& result);
    void saveRejected();
    void showNewLeads();
    void followUndo();

    void showFileError(const Error& error);
    void follow();
    void followSteps();
    void followFoot();
    void followProblems();
    bool hasValues() const;
    std::string rejectedFile() const;

    StepLine* m_steps;
    QStackedWidget* m_main;
    FilePanel* m_panel;
    QStackedWidget* m_right;
    FileStep* m_file;
    ColumnsStep* m_columns;
    ValuesStep* m_values;
    WriteStep* m_write;
    ErrorCard* m_pageError;
    ErrorCard* m_stepError;
    WizardFoot* m_foot;

    QStringList m_queue;
    Step m_step = Step::File;
    Writing m_writing = Writing::Nothing;
    bool m_fileFailed = false; ///< the file as it was wished cannot be read
    std::optional<FileLook> m_look;
    std::optional<FileSurvey> m_survey;
    ImportDraft m_draft;
    std::optional<ImportResult> m_result;
    std::vector<LeadId> m_newLeads;
    QString m_undoTitle; ///< of the import, for as long as it is the last step
    QString m_progressText;
    double m_progress = 0;
    std::unique_ptr<QTemporaryDir> m_folder; ///< with the rejected rows
    std::function<void()> m_afterTask;       ///< what to begin when the reading has stopped
    Task m_task;                             ///< reads files
};

} // namespace tandem::ui

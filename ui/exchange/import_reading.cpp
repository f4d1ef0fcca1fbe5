// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of ImportPage that takes files, one after the other, and reads them.
#include "ui/common/document.h"
#include "ui/common/notices.h"
#include "ui/exchange/columns_step.h"
#include "ui/exchange/file_panel.h"
#include "ui/exchange/import_page.h"
#include "ui/exchange/words.h"

#include <algorithm>
#include <QFileDialog>
#include <QStackedWidget>
#include <QStandardPaths>

namespace tandem::ui {

namespace {

/// Files in the order in which they refer to each other; those that cannot be read go last.
QStringList inOrder(const QStringList& files)
{
    std::vector<std::pair<int, QString>> ordered;
    for (const QString& file : files) {
        const auto look = lookAtFile(file.toStdString(), {}, {});
        ordered.emplace_back(look ? importOrder(look->kind) : 99, file);
    }
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    QStringList out;
    for (const auto& [order, file] : ordered) {
        out << file;
    }
    return out;
}

} // namespace

bool ImportPage::importFiles(const QStringList& files)
{
    if (m_writing == Writing::Writing) {
        m_queue << files; // they follow when this one is done
        return true;
    }
    if (m_writing == Writing::Written || m_writing == Writing::Undone) {
        reset();
    }
    if (files.isEmpty()) {
        QMetaObject::invokeMethod(this, &ImportPage::askForFiles, Qt::QueuedConnection);
        return true;
    }
    enqueue(files);
    return true;
}

void ImportPage::askForFiles()
{
    auto* dialog =
        new QFileDialog(this, tr("Files to import"),
                        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                        tr("Tables as text (*.csv *.tsv *.txt *.tab);;All files (*)"));
    dialog->setObjectName(QStringLiteral("choose-import"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &ImportPage::enqueue);
    dialog->open();
}

void ImportPage::enqueue(const QStringList& files)
{
    if (m_task.running()) {
        m_afterTask = [this, files] { enqueue(files); };
        m_task.stop();
        return;
    }
    reset();
    if (files.size() == 1) {
        m_queue = files;
        beginNext();
        return;
    }
    m_progressText = tr("Looking at the files");
    m_task.start<QStringList>([files](const Progress&) { return inOrder(files); },
                              [this](const QStringList& ordered) {
                                  m_queue = ordered;
                                  QMetaObject::invokeMethod(this, &ImportPage::beginNext,
                                                            Qt::QueuedConnection);
                              });
}

void ImportPage::beginNext()
{
    const QStringList rest = m_queue;
    reset();
    if (rest.isEmpty()) {
        return;
    }
    m_queue = rest.mid(1);
    read(rest.first().toStdString(), {});
}

void ImportPage::read(const std::string& path, const DialectWishes& wishes)
{
    if (m_task.running()) {
        m_afterTask = [this, path, wishes] { read(path, wishes); };
        m_task.stop();
        return;
    }
    m_survey.reset();
    m_result.reset();
    m_writing = Writing::Nothing;
    m_progressText = tr("Looking at %1").arg(fileTitle(path));
    m_progress = 0;
    SuggestContext context;
    if (const Reader* reader = document().reader()) {
        context.stages = stages(*reader).value_or(defaultStages());
        context.saved = savedMappings(*reader).value_or(std::vector<SavedMapping>());
    }
    m_columns->setSaved(context.saved);
    m_task.start<Result<FileLook>>(
        [path, wishes, context](const Progress&) { return lookAtFile(path, wishes, context); },
        [this](Result<FileLook> look) { looked(std::move(look)); });
    followFoot();
}

void ImportPage::looked(Result<FileLook> look)
{
    m_progressText.clear();
    if (m_afterTask) {
        return; // nobody waits for it any more
    }
    if (!look) {
        showFileError(look.error());
        return;
    }
    m_fileFailed = false;
    const bool again = m_look && m_look->path == look->path;
    const RecordKind kind = again ? m_draft.kind() : look->kind;
    m_look = std::move(*look);
    m_main->setCurrentIndex(kBody);
    m_panel->setLook(*m_look);
    const Day today = document().info().timeZone.dayOf(currentInstant());
    m_columns->setFile(*m_look, today);
    if (!again) {
        m_step = Step::File;
    }
    setKind(kind);
    startSurvey();
}

void ImportPage::startSurvey()
{
    if (!m_look || m_task.running()) {
        return;
    }
    m_progressText = tr("Reading through the file");
    m_task.start<Result<FileSurvey>>(
        [look = *m_look](const Progress& progress) { return surveyFile(look, progress); },
        [this](Result<FileSurvey> survey) { surveyed(std::move(survey)); });
    followFoot();
}

void ImportPage::surveyed(Result<FileSurvey> survey)
{
    m_progressText.clear();
    if (m_afterTask) {
        return;
    }
    if (!survey) {
        showFileError(survey.error());
        return;
    }
    m_survey = std::move(*survey);
    m_panel->setSurvey(*m_survey);
    m_draft.setSurvey(*m_survey);
    if (!m_survey->trouble.empty()) {
        showFileError(
            {ErrorCode::BadInput, fileTitle(m_look->path).toStdString(), m_survey->trouble});
        return;
    }
    follow();
}

void ImportPage::showFileError(const Error& error)
{
    if (error.code == ErrorCode::Stopped) {
        leave();
        return;
    }
    m_fileFailed = true;
    if (m_look) {
        m_stepError->setWords(wordsFor(error));
    } else {
        m_pageError->setWords(wordsFor(error));
        m_main->setCurrentIndex(kUnreadable);
    }
    follow();
}

} // namespace tandem::ui

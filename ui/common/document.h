// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/load.h"
#include "core/store/records.h"
#include "ui/common/task.h"

#include <functional>
#include <memory>
#include <optional>
#include <QDateTime>
#include <QObject>
#include <vector>

namespace tandem::ui {

class Settings;

/// A workbook with its facts, on its way from the thread that opened it to a Document.
struct OpenedWorkbook {
    Workbook workbook;
    Facts facts;
};

/// Opens the file and loads its facts; fails as Workbook::open() and loadFacts(). May run on any
/// thread.
Result<OpenedWorkbook> openWorkbook(const std::filesystem::path& file, OpenMode mode,
                                    const Progress& progress = {}, const WorkbookPlace& place = {});

/// This moment.
Instant currentInstant();

/// The open workbook as the window sees it: its facts, what may be read, and the one way to change
/// it. For the window's thread.
///
/// A long job borrows the workbook for a while (lend()); facts stay readable meanwhile, the file
/// does not: reader() is null and edits fail with Busy.
class Document : public QObject {
    Q_OBJECT

public:
    Document(OpenedWorkbook opened, Settings& settings, QObject* parent = nullptr);
    ~Document() override;

    /// The facts as they are now. Keep them for the length of one computation, not longer: what
    /// nobody else holds is patched in place, what somebody holds is copied first.
    std::shared_ptr<const Facts> facts() const { return m_facts; }
    /// For short indexed look-ups; null while the workbook is lent.
    const Reader* reader() const;

    std::filesystem::path file() const { return m_file; }
    const WorkbookInfo& info() const { return m_info; }
    /// The name shown: the workbook's own, else the file's.
    QString name() const;
    bool readOnly() const { return m_readOnly; }
    /// When the file was last written.
    QDateTime savedAt() const { return m_savedAt; }
    /// The workbook's people, in the order of menus.
    const std::vector<Person>& people() const { return m_people; }

    /// The person in whose name steps are recorded; remembered for each workbook.
    const Person* actingAs() const;
    /// Empty: the login name.
    void setActingAs(std::optional<PersonId> person);

    /// Runs `work` as one step with undo, brings the facts up to date and tells changed(). A
    /// failure is told by failed() too; nothing is changed then.
    Result<Change> edit(const QString& title, const Workbook::Work& work);

    /// Takes a step back, or does it again; comes back by changed() or failed(). Does nothing while
    /// the workbook is lent or where there is no such step.
    void undo();
    void redo();
    /// What undo() or redo() would take, "Import leads.csv"; empty if nothing or while lent.
    QString undoTitle() const;
    QString redoTitle() const;

    /// What a thread does with the workbook; changes it makes are shown when it has ended.
    using Errand = std::function<Result<void>(Workbook&, const Progress&)>;
    /// Lends the workbook to `errand` on a thread of its own, then calls `done` here with what came
    /// of it. False, and nothing is done, if it is lent already.
    bool lend(Errand errand, std::function<void(Result<void>)> done);
    bool lent() const { return m_task.running(); }
    /// Asks the errand to stop; it answers Stopped and has changed nothing.
    void stopErrand() { m_task.stop(); }
    /// Who does a step that is recorded now; for errands, taken before they are sent.
    Who who() const;

signals:
    /// The facts follow already.
    void changed(const tandem::Change& change);
    void failed(const tandem::Error& error);
    void actingAsChanged();
    /// While lent, as far as the errand tells.
    void progressed(double fraction, const QString& what);
    void lentChanged(bool lent);

private:
    struct ErrandResult;

    void step(Result<std::optional<Change>> (Workbook::*which)(const Progress&));
    void follow(const Change& change);
    void readDefinitions();

    Settings& m_settings;
    Workbook m_workbook;
    std::shared_ptr<Facts> m_facts;
    std::filesystem::path m_file;
    bool m_readOnly;
    WorkbookInfo m_info;
    std::vector<Person> m_people;
    std::optional<PersonId> m_actingAs;
    QDateTime m_savedAt;
    Task m_task; // last: its thread uses the workbook
};

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/document.h"

#include "ui/common/settings.h"

#include <algorithm>
#include <QFileInfo>
#include <QProcessEnvironment>

namespace tandem::ui {

namespace {

QString loginName()
{
    const auto environment = QProcessEnvironment::systemEnvironment();
    const QString user = environment.value(QStringLiteral("USER"));
    return user.isEmpty() ? environment.value(QStringLiteral("USERNAME")) : user;
}

QString actingAsKey(const WorkbookInfo& info)
{
    return Settings::workbookKey(info.uuid, QStringLiteral("acting-as"));
}

} // namespace

struct Document::ErrandResult {
    Result<void> outcome;
    std::vector<Change> changes;
    std::shared_ptr<Facts> facts; ///< null if nothing changed
};

Result<OpenedWorkbook> openWorkbook(const std::filesystem::path& file, OpenMode mode,
                                    const Progress& progress, const WorkbookPlace& place)
{
    auto workbook = Workbook::open(file, mode, place);
    if (!workbook) {
        return fail(workbook.error());
    }
    auto facts = loadFacts(*workbook, progress);
    if (!facts) {
        return fail(facts.error());
    }
    return OpenedWorkbook{std::move(*workbook), std::move(*facts)};
}

Instant currentInstant()
{
    return {QDateTime::currentSecsSinceEpoch()};
}

Document::Document(OpenedWorkbook opened, Settings& settings, QObject* parent)
    : QObject(parent), m_settings(settings), m_workbook(std::move(opened.workbook)),
      m_facts(std::make_shared<Facts>(std::move(opened.facts))), m_file(m_workbook.file()),
      m_readOnly(m_workbook.readOnly()),
      m_savedAt(QFileInfo(QString::fromStdString(m_file.string())).lastModified())
{
    readDefinitions();
    if (const auto id = m_settings.value(actingAsKey(m_info)); id.isValid()) {
        m_actingAs = PersonId{id.toLongLong()};
    }
    connect(&m_task, &Task::progressed, this, &Document::progressed);
    connect(&m_task, &Task::runningChanged, this, &Document::lentChanged);
}

Document::~Document() = default;

const Reader* Document::reader() const
{
    return lent() ? nullptr : &m_workbook.reader();
}

QString Document::name() const
{
    if (!m_info.name.empty()) {
        return QString::fromStdString(m_info.name);
    }
    return QString::fromStdString(m_file.stem().string());
}

const Person* Document::actingAs() const
{
    const auto found = std::find_if(m_people.begin(), m_people.end(), [this](const Person& person) {
        return m_actingAs && person.id == *m_actingAs;
    });
    return found == m_people.end() ? nullptr : &*found;
}

void Document::setActingAs(std::optional<PersonId> person)
{
    m_actingAs = person;
    if (person) {
        m_settings.setValue(actingAsKey(m_info), qlonglong{person->value});
    } else {
        m_settings.remove(actingAsKey(m_info));
    }
    emit actingAsChanged();
}

Who Document::who() const
{
    if (const Person* person = actingAs()) {
        return {person->id, person->name};
    }
    return {std::nullopt, loginName().toStdString()};
}

Result<Change> Document::edit(const QString& title, const Workbook::Work& work)
{
    if (lent()) {
        Error error{ErrorCode::Busy, name().toStdString(),
                    tr("A longer job is still at work in it.").toStdString()};
        emit failed(error);
        return fail(std::move(error));
    }
    auto change = m_workbook.edit(who(), title.toStdString(), work);
    if (!change) {
        emit failed(change.error());
        return change;
    }
    // What somebody still computes with stays as it is; else the arrays are patched where they are.
    if (m_facts.use_count() > 1) {
        m_facts = std::make_shared<Facts>(*m_facts);
    }
    if (auto patched = patchFacts(*m_facts, m_workbook, *change); !patched) {
        emit failed(patched.error());
    }
    follow(*change);
    return change;
}

void Document::follow(const Change& change)
{
    m_savedAt = QDateTime::currentDateTime();
    if (change.definitions || change.bulk) {
        readDefinitions();
    }
    emit changed(change);
}

void Document::readDefinitions()
{
    m_info = m_workbook.info();
    if (auto all = tandem::people(m_workbook.reader())) {
        m_people = std::move(*all);
    }
}

void Document::undo()
{
    step(&Workbook::undo);
}

void Document::redo()
{
    step(&Workbook::redo);
}

void Document::step(Result<std::optional<Change>> (Workbook::*which)(const Progress&))
{
    // Taking back an import may last, so every step goes the same way.
    lend(
        [which](Workbook& workbook, const Progress& progress) -> Result<void> {
            auto change = (workbook.*which)(progress);
            if (!change) {
                return fail(change.error());
            }
            return {};
        },
        [this](const Result<void>& outcome) {
            if (!outcome) {
                emit failed(outcome.error());
            }
        });
}

QString Document::undoTitle() const
{
    return lent() ? QString() : QString::fromStdString(m_workbook.undoTitle().value_or(""));
}

QString Document::redoTitle() const
{
    return lent() ? QString() : QString::fromStdString(m_workbook.redoTitle().value_or(""));
}

bool Document::lend(Errand errand, std::function<void(Result<void>)> done)
{
    if (lent()) {
        return false;
    }
    const auto work = [workbook = &m_workbook, before = facts(),
                       errand = std::move(errand)](const Progress& progress) {
        ErrandResult result;
        const Connection watching = workbook->changed.connect(
            [&result](const Change& change) { result.changes.push_back(change); });
        result.outcome = errand(*workbook, progress);
        if (result.changes.empty()) {
            return result;
        }
        // The window goes on reading the old facts, so the new ones are made beside them.
        const bool bulk = std::any_of(result.changes.begin(), result.changes.end(),
                                      [](const Change& change) { return change.bulk; });
        Result<void> patched;
        if (bulk) {
            result.facts = std::make_shared<Facts>();
            auto loaded = loadFacts(*workbook);
            if (loaded) {
                *result.facts = std::move(*loaded);
            } else {
                patched = fail(loaded.error());
            }
        } else {
            result.facts = std::make_shared<Facts>(*before);
            for (const Change& change : result.changes) {
                if (patched) {
                    patched = patchFacts(*result.facts, *workbook, change);
                }
            }
        }
        if (!patched) {
            result.facts.reset();
            result.outcome = patched;
        }
        return result;
    };
    m_task.start<ErrandResult>(work, [this, done = std::move(done)](const ErrandResult& result) {
        if (result.facts) {
            m_facts = result.facts;
        }
        for (const Change& change : result.changes) {
            follow(change);
        }
        done(result.outcome);
    });
    return true;
}

} // namespace tandem::ui

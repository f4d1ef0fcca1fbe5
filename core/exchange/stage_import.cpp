// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Rows that become stage changes: sorted by lead and time, then fitted into each lead's history.
#include "core/exchange/import_job.h"
#include "core/exchange/run_sorter.h"
#include "core/store/bulk.h"
#include "core/store/records.h"
#include "core/store/scan.h"

#include <algorithm>
#include <cstring>
#include <unordered_set>

namespace tandem {
namespace {

constexpr std::size_t kBatch = 5'000;

class StageImport final : public RecordImport {
public:
    explicit StageImport(ImportJob& job)
        : m_job(job), m_lead(job.plan.slot("lead")), m_at(job.plan.slot("at")),
          m_stage(job.plan.slot("stage")), m_person(job.plan.slot("person")),
          m_reason(job.plan.slot("reason"))
    {
    }

    Result<void> load() override
    {
        if (auto ok = m_job.leads.load(m_job.reader); !ok) {
            return ok;
        }
        return scanStageChanges(m_job.reader, [this](const StageChangeRecord& record) {
            m_withHistory.insert(record.lead);
            return true;
        });
    }

    Result<RowOutcome> take(const ImportRow& row) override
    {
        std::optional<Instant> at;
        std::optional<StageId> stage;
        std::optional<LeadId> lead;
        std::optional<PersonId> person;
        if (row.text(m_stage).empty()) {
            row.reject(m_stage, "a stage change needs its stage");
            return RowOutcome::Rejected;
        }
        if (row.text(m_lead).empty()) {
            row.reject(m_lead, "a stage change needs its lead");
            return RowOutcome::Rejected;
        }
        if (!row.read(m_at, at) || !row.read(m_stage, stage) || !row.read(m_lead, lead) ||
            !row.read(m_person, person)) {
            return RowOutcome::Rejected;
        }
        m_job.result.undated += at ? 0 : 1;
        m_packed.resize(2 * sizeof(std::int64_t));
        const std::int64_t personNumber = person ? person->value : 0;
        std::memcpy(m_packed.data(), &stage->value, sizeof(std::int64_t));
        std::memcpy(m_packed.data() + sizeof(std::int64_t), &personNumber, sizeof personNumber);
        m_packed += row.text(m_reason);
        const SortKey key{lead->value, at.value_or(kUndated).seconds, m_sorter.size()};
        if (auto ok = m_sorter.add(key, m_packed); !ok) {
            return fail(ok.error());
        }
        return RowOutcome::Later;
    }

    Result<void> finish() override
    {
        if (auto ok = m_sorter.sort(); !ok) {
            return ok;
        }
        std::vector<StageChange> ofLead;
        SortKey key;
        std::string_view record;
        while (true) {
            const auto more = m_sorter.next(key, record);
            if (!more) {
                return fail(more.error());
            }
            if (!ofLead.empty() && (!*more || ofLead.front().lead.value != key.lead)) {
                if (auto ok = settle(ofLead); !ok) {
                    return ok;
                }
                ofLead.clear();
            }
            if (!*more) {
                return flush();
            }
            ofLead.push_back(unpack(key, record));
        }
    }

private:
    static StageChange unpack(const SortKey& key, std::string_view record)
    {
        StageChange change;
        std::int64_t person = 0;
        std::memcpy(&change.to.value, record.data(), sizeof(std::int64_t));
        std::memcpy(&person, record.data() + sizeof(std::int64_t), sizeof person);
        change.lead = {key.lead};
        change.at = {key.at};
        if (person != 0) {
            change.person = PersonId{person};
        }
        change.reason = record.substr(2 * sizeof(std::int64_t));
        return change;
    }

    /// Takes the rows of one lead, which are in order of time. The n-th row of an instant and stage
    /// is the n-th such change of the history, so equal rows stay different and come back
    /// unchanged.
    Result<void> settle(const std::vector<StageChange>& rows)
    {
        std::vector<StageChange> history;
        if (m_withHistory.contains(rows.front().lead.value)) {
            auto read = stageChangesOf(m_job.reader, rows.front().lead);
            if (!read) {
                return fail(read.error());
            }
            history = std::move(*read);
        }
        std::vector<char> matched(history.size(), 0);
        std::vector<const StageChange*> fresh;
        for (const StageChange& row : rows) {
            const std::size_t same = find(history, matched, row);
            if (same == history.size()) {
                fresh.push_back(&row);
                continue;
            }
            matched[same] = 1;
            if (auto ok = adopt(history[same], row); !ok) {
                return ok;
            }
        }
        if (auto ok = dropPlaceholders(history, matched, fresh); !ok) {
            return ok;
        }
        return add(history, fresh);
    }

    /// The first change not matched yet that is the row's, one with the same words if possible.
    static std::size_t find(const std::vector<StageChange>& history,
                            const std::vector<char>& matched, const StageChange& row)
    {
        std::size_t best = history.size();
        for (std::size_t i = 0; i < history.size(); ++i) {
            if (matched[i] != 0 || history[i].at != row.at || history[i].to != row.to) {
                continue;
            }
            if (history[i].reason == row.reason && history[i].person == row.person) {
                return i;
            }
            best = std::min(best, i);
        }
        return best;
    }

    /// Takes over person and reason where the row has them and they differ.
    Result<void> adopt(StageChange& known, const StageChange& row)
    {
        StageChange after = known;
        if (row.person) {
            after.person = row.person;
        }
        // The placeholder's words are no one's: a history that has none takes them away.
        const bool placeholder = known.reason == kStageToldReason && m_job.plan.takes(m_reason);
        if (!row.reason.empty() || placeholder) {
            after.reason = row.reason;
        }
        if (after == known) {
            ++m_job.result.unchanged;
            return {};
        }
        if (auto ok = removeStageChange(m_job.writer, known); !ok) {
            return ok;
        }
        const auto id = addStageChange(m_job.writer, after);
        if (!id) {
            return fail(id.error());
        }
        after.id = *id;
        known = std::move(after);
        ++m_job.result.updated;
        return {};
    }

    /// A stage that a leads file told without its date gives way once the date is known.
    Result<void> dropPlaceholders(std::vector<StageChange>& history, std::vector<char>& matched,
                                  const std::vector<const StageChange*>& fresh)
    {
        for (std::size_t i = history.size(); i-- > 0;) {
            const StageChange& told = history[i];
            const bool known =
                std::any_of(fresh.begin(), fresh.end(), [&told](const StageChange* row) {
                    return row->at != kUndated && row->to == told.to;
                });
            if (matched[i] == 0 && known && told.at == kUndated &&
                told.reason == kStageToldReason) {
                if (auto ok = removeStageChange(m_job.writer, told); !ok) {
                    return ok;
                }
                history.erase(history.begin() + static_cast<std::ptrdiff_t>(i));
                matched.erase(matched.begin() + static_cast<std::ptrdiff_t>(i));
            }
        }
        return {};
    }

    Result<void> add(const std::vector<StageChange>& history,
                     const std::vector<const StageChange*>& fresh)
    {
        // Both are in order of time: walk them side by side to know where each change comes from.
        auto old = history.begin();
        std::optional<StageId> stage;
        for (const StageChange* row : fresh) {
            for (; old != history.end() && old->at <= row->at; ++old) {
                stage = old->to;
            }
            StageChange change = *row;
            change.from = stage;
            stage = change.to;
            m_new.push_back(std::move(change));
        }
        m_job.result.created += std::ssize(fresh);
        return m_new.size() < kBatch ? Result<void>() : flush();
    }

    Result<void> flush()
    {
        if (m_job.progress.stopRequested()) {
            return fail(ErrorCode::Stopped, m_job.plan.file());
        }
        const auto added = addStageChanges(m_job.writer, m_new);
        if (!added) {
            return fail(added.error());
        }
        m_new.clear();
        return {};
    }

    ImportJob& m_job;
    FieldSlot m_lead, m_at, m_stage, m_person, m_reason;
    std::unordered_set<std::int64_t> m_withHistory; // leads
    std::string m_packed;
    RunSorter m_sorter;
    std::vector<StageChange> m_new;
};

} // namespace

std::unique_ptr<RecordImport> makeStageImport(ImportJob& job)
{
    return std::make_unique<StageImport>(job);
}

} // namespace tandem

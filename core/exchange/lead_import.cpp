// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Rows that become leads, with their custom values and stage changes.
#include "core/base/text.h"
#include "core/exchange/import_job.h"
#include "core/store/bulk.h"
#include "core/store/records.h"

#include <algorithm>

namespace tandem {
namespace {

constexpr std::size_t kBatch = 4'000;

/// What a row says about stages.
struct ToldStages {
    std::vector<StageChange> dated; ///< in order of time
    std::optional<StageId> now;     ///< the current one

    bool empty() const { return dated.empty() && !now; }
};

bool earlier(const StageChange& a, const StageChange& b)
{
    return a.at < b.at;
}

class LeadImport final : public RecordImport {
public:
    explicit LeadImport(ImportJob& job) : m_job(job), m_slots(job.plan) {}

    Result<void> load() override
    {
        if (auto ok = m_job.leads.load(m_job.reader); !ok) {
            return ok;
        }
        m_flushed = m_job.leads.size();
        return loadFields();
    }

    Result<RowOutcome> take(const ImportRow& row) override
    {
        std::optional<LeadIndex::Number> known;
        Lead lead;
        if (!identify(row, known, lead.key)) {
            return RowOutcome::Rejected;
        }
        if (!known) {
            return create(row, std::move(lead));
        }
        return update(row, *known);
    }

    Result<void> finish() override { return flush(); }

private:
    struct Slots {
        explicit Slots(const ImportPlan& plan)
            : key(plan.slot("key")), name(plan.slot("name")), firstName(plan.slot("first_name")),
              lastName(plan.slot("last_name")), email(plan.slot("email")),
              phone(plan.slot("phone")), jobTitle(plan.slot("job_title")),
              company(plan.slot("company")), industry(plan.slot("industry")),
              companySize(plan.slot("company_size")), country(plan.slot("country")),
              city(plan.slot("city")), source(plan.slot("source")), persona(plan.slot("persona")),
              owner(plan.slot("owner")), stage(plan.slot("stage")),
              createdAt(plan.slot("created_at")), score(plan.slot("score")),
              budget(plan.slot("budget")), authority(plan.slot("authority")),
              need(plan.slot("need")), timeline(plan.slot("timeline")),
              consent(plan.slot("consent")), tags(plan.slot("tags")),
              nextStep(plan.slot("next_step"))
        {
        }
        FieldSlot key, name, firstName, lastName, email, phone, jobTitle, company, industry,
            companySize, country, city, source, persona, owner, stage, createdAt, score, budget,
            authority, need, timeline, consent, tags, nextStep;
    };

    /// The lead that the row is about, or the key of a new one. The key decides; without one the
    /// e-mail does, and without that the place in the file. False if the row was rejected.
    bool identify(const ImportRow& row, std::optional<LeadIndex::Number>& known,
                  std::string& newKey) const
    {
        if (const std::string_view key = row.text(m_slots.key); !key.empty()) {
            known = m_job.leads.byKey(key);
            newKey = key;
            return true;
        }
        if (const std::string email = normalisedEmail(row.text(m_slots.email)); !email.empty()) {
            const LeadIndex::Found found = m_job.leads.byEmail(email);
            if (found.match == LeadIndex::Match::Several) {
                row.reject(m_slots.email,
                           "several leads have this e-mail; a key must tell which one is meant");
                return false;
            }
            if (found.match == LeadIndex::Match::One) {
                known = found.lead;
            }
            return true;
        }
        newKey = row.rowKey();
        known = m_job.leads.byKey(newKey);
        return true;
    }

    Result<RowOutcome> create(const ImportRow& row, Lead lead)
    {
        ToldStages stages;
        if (!readStages(row, stages) || !read(row, lead)) {
            return RowOutcome::Rejected;
        }
        countDate(lead, stages);
        const LeadIndex::Number number = m_job.leads.add(lead, {});
        std::optional<StageId> from;
        for (StageChange& change : stages.dated) {
            change.from = from;
            from = change.to;
            m_newChanges.push_back({number, std::move(change)});
        }
        if (stages.now && stages.now != from) {
            // It stands in this stage since its latest date at the earliest.
            StageChange told;
            told.at = stages.dated.empty() ? kUndated : stages.dated.back().at;
            told.from = from;
            told.to = *stages.now;
            told.reason = kStageToldReason;
            m_newChanges.push_back({number, std::move(told)});
        }
        m_new.push_back(std::move(lead));
        if (m_new.size() == kBatch) {
            if (auto ok = flush(); !ok) {
                return fail(ok.error());
            }
        }
        return RowOutcome::Created;
    }

    Result<RowOutcome> update(const ImportRow& row, LeadIndex::Number number)
    {
        if (number >= m_flushed) {
            if (auto ok = flush(); !ok) {
                return fail(ok.error());
            }
        }
        const LeadId id = m_job.leads.id(number);
        const auto before = tandem::lead(m_job.reader, id);
        if (!before) {
            return fail(before.error());
        }
        if (!*before) {
            return fail(ErrorCode::Internal, m_job.plan.file(), "a lead was lost while importing");
        }
        Lead after = **before;
        ToldStages stages;
        if (!readStages(row, stages) || !read(row, after)) {
            return RowOutcome::Rejected;
        }
        countDate(after, stages);
        const auto moved = applyStages(id, stages);
        if (!moved) {
            return fail(moved.error());
        }
        if (after == **before) {
            return *moved ? RowOutcome::Updated : RowOutcome::Unchanged;
        }
        if (auto ok = updateLead(m_job.writer, after); !ok) {
            return fail(ok.error());
        }
        m_job.leads.noteEmail(number, after.email);
        return RowOutcome::Updated;
    }

    /// What can be wrong comes first: a rejected row should not leave companies and people behind.
    bool read(const ImportRow& row, Lead& lead)
    {
        if (!row.read(m_slots.createdAt, lead.createdAt) ||
            !row.readNumber(m_slots.score, lead.score)) {
            return false;
        }
        readName(row, lead);
        row.read(m_slots.email, lead.email);
        row.read(m_slots.phone, lead.phone);
        row.read(m_slots.jobTitle, lead.jobTitle);
        row.read(m_slots.industry, lead.industry);
        row.read(m_slots.companySize, lead.companySize);
        row.read(m_slots.country, lead.country);
        row.read(m_slots.city, lead.city);
        row.read(m_slots.source, lead.source);
        row.read(m_slots.budget, lead.budget);
        row.read(m_slots.authority, lead.authority);
        row.read(m_slots.need, lead.need);
        row.read(m_slots.timeline, lead.timeline);
        row.read(m_slots.consent, lead.consent);
        row.read(m_slots.tags, lead.tags);
        row.read(m_slots.nextStep, lead.nextStep);
        return row.read(m_slots.company, lead.company) && row.read(m_slots.persona, lead.persona) &&
               row.read(m_slots.owner, lead.owner) && readCustom(row, lead);
    }

    void readName(const ImportRow& row, Lead& lead) const
    {
        if (const std::string_view name = row.text(m_slots.name); !name.empty()) {
            lead.name = name;
            return;
        }
        const std::string_view first = row.text(m_slots.firstName);
        const std::string_view last = row.text(m_slots.lastName);
        if (!first.empty() || !last.empty()) {
            lead.name = first;
            lead.name += first.empty() || last.empty() ? "" : " ";
            lead.name += last;
        }
    }

    bool readStages(const ImportRow& row, ToldStages& stages) const
    {
        if (!row.read(m_slots.stage, stages.now)) {
            return false;
        }
        const std::vector<std::size_t>& columns = m_job.plan.stageDateColumns();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            std::optional<Instant> at;
            if (!row.readColumn(columns[i], at)) {
                return false;
            }
            if (at) {
                StageChange change;
                change.at = *at;
                change.to = m_datedStages[i];
                stages.dated.push_back(std::move(change));
            }
        }
        std::stable_sort(stages.dated.begin(), stages.dated.end(), earlier);
        return true;
    }

    bool readCustom(const ImportRow& row, Lead& lead)
    {
        const std::vector<std::size_t>& columns = m_job.plan.customColumns();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const std::string_view value = row.cell(columns[i]);
            if (value.empty()) {
                continue;
            }
            if (!m_fields[i]) {
                const auto made =
                    addCustomField(m_job.writer, {{}, m_job.plan.columns()[columns[i]]});
                if (!made) {
                    return m_job.broken(made.error());
                }
                m_fields[i] = *made;
                m_job.names.countField();
            }
            setCustom(lead, *m_fields[i], value);
        }
        return true;
    }

    static void setCustom(Lead& lead, CustomFieldId field, std::string_view value)
    {
        const auto place = std::lower_bound(
            lead.custom.begin(), lead.custom.end(), field,
            [](const CustomValue& one, CustomFieldId id) { return one.field < id; });
        if (place != lead.custom.end() && place->field == field) {
            place->value = value;
        } else {
            lead.custom.insert(place, {field, std::string(value)});
        }
    }

    /// Adds to a lead's history what it does not say yet; whether that was anything.
    Result<bool> applyStages(LeadId id, const ToldStages& stages)
    {
        if (stages.empty()) {
            return false;
        }
        auto history = stageChangesOf(m_job.reader, id);
        if (!history) {
            return fail(history.error());
        }
        const bool hadHistory = !history->empty();
        bool changed = false;
        for (StageChange change : stages.dated) {
            const auto same = [&change](const StageChange& one) {
                return one.at == change.at && one.to == change.to;
            };
            if (std::any_of(history->begin(), history->end(), same)) {
                continue;
            }
            if (auto ok = dropPlaceholder(*history, change.to); !ok) {
                return fail(ok.error());
            }
            change.lead = id;
            if (auto ok = addInOrder(*history, change); !ok) {
                return fail(ok.error());
            }
            changed = true;
        }
        // Where it stands now, after what the dates say.
        if (stages.now && (history->empty() || history->back().to != *stages.now)) {
            StageChange told;
            told.lead = id;
            told.to = *stages.now;
            told.reason = kStageToldReason;
            if (hadHistory) {
                told.at = std::max(m_job.now, history->back().at);
                told.reason.clear();
            } else if (!stages.dated.empty()) {
                told.at = stages.dated.back().at;
            }
            if (auto ok = addInOrder(*history, told); !ok) {
                return fail(ok.error());
            }
            changed = true;
        }
        return changed;
    }

    /// A stage told without its date gives way once the date is known.
    Result<void> dropPlaceholder(std::vector<StageChange>& history, StageId stage)
    {
        const auto told =
            std::find_if(history.begin(), history.end(), [stage](const StageChange& one) {
                return one.at == kUndated && one.to == stage && one.reason == kStageToldReason;
            });
        if (told == history.end()) {
            return {};
        }
        if (auto ok = removeStageChange(m_job.writer, *told); !ok) {
            return ok;
        }
        history.erase(told);
        return {};
    }

    Result<void> addInOrder(std::vector<StageChange>& history, StageChange change)
    {
        const auto place = std::upper_bound(history.begin(), history.end(), change, earlier);
        if (place != history.begin()) {
            change.from = std::prev(place)->to;
        }
        const auto id = addStageChange(m_job.writer, change);
        if (!id) {
            return fail(id.error());
        }
        change.id = *id;
        history.insert(place, std::move(change));
        return {};
    }

    void countDate(const Lead& lead, const ToldStages& stages)
    {
        const bool wanted =
            m_job.plan.takes(m_slots.createdAt) || !m_job.plan.stageDateColumns().empty();
        if (wanted && !lead.createdAt && stages.dated.empty()) {
            ++m_job.result.undated;
        }
    }

    Result<void> loadFields()
    {
        const auto known = customFields(m_job.reader);
        if (!known) {
            return fail(known.error());
        }
        for (const std::size_t column : m_job.plan.customColumns()) {
            const std::string name = folded(m_job.plan.columns()[column]);
            std::optional<CustomFieldId> id;
            for (const CustomField& field : *known) {
                if (folded(field.name) == name) {
                    id = field.id;
                }
            }
            m_fields.push_back(id);
        }
        for (const auto& [stage, column] : m_job.plan.mapping().stageDates) {
            const Stage* dated = m_job.names.stage(stage);
            if (dated == nullptr && m_job.plan.mapping().createMissing) {
                const auto made = m_job.names.stageOrNew(m_job.writer, stage);
                if (!made) {
                    return fail(made.error());
                }
                dated = *made;
            }
            if (dated == nullptr) {
                return fail(ErrorCode::BadInput, "mapping",
                            "'stage_dates' names the stage '" + stage +
                                "', which does not exist; the stages are " +
                                m_job.names.stageNames());
            }
            m_datedStages.push_back(dated->id);
        }
        return {};
    }

    Result<void> flush()
    {
        const auto first = addLeads(m_job.writer, m_new);
        if (!first) {
            return fail(first.error());
        }
        for (std::size_t i = 0; i < m_new.size(); ++i) {
            m_job.leads.tellId(static_cast<LeadIndex::Number>(m_flushed + i),
                               {first->value + static_cast<std::int64_t>(i)});
        }
        std::vector<StageChange> changes;
        changes.reserve(m_newChanges.size());
        for (NewChange& one : m_newChanges) {
            one.change.lead = m_job.leads.id(one.lead);
            changes.push_back(std::move(one.change));
        }
        if (auto ok = addStageChanges(m_job.writer, changes); !ok) {
            return fail(ok.error());
        }
        m_flushed = m_job.leads.size();
        m_new.clear();
        m_newChanges.clear();
        return {};
    }

    struct NewChange {
        LeadIndex::Number lead = 0;
        StageChange change;
    };

    ImportJob& m_job;
    Slots m_slots;
    std::vector<std::optional<CustomFieldId>> m_fields; // by custom column, made at the first value
    std::vector<StageId> m_datedStages;                 // by column of stage_dates
    std::vector<Lead> m_new;
    std::vector<NewChange> m_newChanges;
    std::size_t m_flushed = 0; // leads before this number are in the store
};

} // namespace

std::unique_ptr<RecordImport> makeLeadImport(ImportJob& job)
{
    return std::make_unique<LeadImport>(job);
}

} // namespace tandem

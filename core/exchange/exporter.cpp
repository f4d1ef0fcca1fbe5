// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/exporter.h"

#include "core/base/text.h"
#include "core/exchange/csv_writer.h"
#include "core/exchange/import_job.h"
#include "core/store/records.h"
#include "core/store/scan.h"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_map>

namespace tandem {
namespace {

std::string keyOf(std::string_view key, std::int64_t id)
{
    return key.empty() ? recordReference(id) : std::string(key);
}

std::string textOf(Instant at)
{
    return at == kUndated ? std::string() : isoInstant(at);
}

std::string textOf(const std::optional<Instant>& at)
{
    return at ? isoInstant(*at) : std::string();
}

std::string textOf(const std::optional<Day>& day)
{
    return day ? isoDay(*day) : std::string();
}

std::string textOf(const std::optional<double>& number)
{
    return number ? fmt::format("{}", *number) : std::string(); // the shortest that reads the same
}

/// The texts of one row, in the order of the fields. Empties itself when it is written.
class Row {
public:
    explicit Row(CsvWriter& writer) : m_writer(writer) {}

    Row& operator<<(std::string text)
    {
        m_cells.push_back(std::move(text));
        return *this;
    }
    Row& operator<<(std::string_view text) { return *this << std::string(text); }
    void write()
    {
        m_writer.row(m_cells);
        m_cells.clear();
        ++m_rows;
    }
    std::int64_t rows() const { return m_rows; }

private:
    CsvWriter& m_writer;
    std::vector<std::string> m_cells;
    std::int64_t m_rows = 0;
};

class Export {
public:
    Export(const Workbook& workbook, CsvWriter& writer, const Progress& progress)
        : m_workbook(workbook), m_reader(workbook.reader()), m_row(writer), m_progress(progress)
    {
    }

    Result<std::int64_t> write(RecordKind what)
    {
        if (auto ok = loadNames(what); !ok) {
            return fail(ok.error());
        }
        for (const Field& field : fieldsOf(what)) {
            // The whole name is written; its parts are only for reading.
            if (field.name != "first_name" && field.name != "last_name") {
                m_row << field.name;
            }
        }
        Result<void> done;
        switch (what) {
        case RecordKind::Leads:
            done = leads();
            break;
        case RecordKind::Touches:
            done = touches();
            break;
        case RecordKind::Stages:
            done = stageChanges();
            break;
        case RecordKind::Campaigns:
            done = campaigns();
            break;
        case RecordKind::Costs:
            done = costs();
            break;
        case RecordKind::Deals:
            done = deals();
            break;
        case RecordKind::Content:
            done = contents();
            break;
        case RecordKind::Audience:
            done = audience();
            break;
        }
        if (!done) {
            return fail(done.error());
        }
        if (m_stopped) {
            return fail(ErrorCode::Stopped, std::string(kindWord(what)));
        }
        return m_row.rows() - 1;
    }

private:
    using Names = std::unordered_map<std::int64_t, std::string>;

    template <class Records, class Text>
    static Result<void> take(const Records& records, Names& names, Text&& text)
    {
        if (!records) {
            return fail(records.error());
        }
        for (const auto& record : *records) {
            names.emplace(record.id.value, text(record));
        }
        return {};
    }

    Result<void> loadNames(RecordKind what)
    {
        const auto byName = [](const auto& record) { return record.name; };
        const auto byKey = [](const auto& record) { return keyOf(record.key, record.id.value); };
        Result<void> ok = loadPeople();
        if (ok) {
            ok = take(personas(m_reader), m_personas, byName);
        }
        if (ok) {
            ok = take(stages(m_reader), m_stages, byName);
        }
        if (ok) {
            ok = take(companies(m_reader), m_companies, byName);
        }
        if (ok) {
            ok = take(tandem::campaigns(m_reader), m_campaigns, byKey);
        }
        if (ok) {
            ok = take(tandem::contents(m_reader), m_contents, byKey);
        }
        const bool naming =
            what == RecordKind::Touches || what == RecordKind::Stages || what == RecordKind::Deals;
        if (ok && naming) {
            ok = scanLeads(m_reader, [this](const LeadRecord& lead) {
                m_leads.emplace(lead.id, keyOf(lead.key, lead.id));
                return true;
            });
        }
        return ok;
    }

    // Two people may have one name: then the e-mail tells them apart.
    Result<void> loadPeople()
    {
        const auto all = people(m_reader);
        if (!all) {
            return fail(all.error());
        }
        std::unordered_map<std::string, int> same;
        for (const Person& person : *all) {
            ++same[folded(person.name)];
        }
        for (const Person& person : *all) {
            const bool plain = same[folded(person.name)] == 1 || person.email.empty();
            m_people.emplace(person.id.value, plain ? person.name : person.email);
        }
        return {};
    }

    static std::string_view in(const Names& names, std::int64_t id)
    {
        const auto found = names.find(id);
        return found == names.end() ? std::string_view() : std::string_view(found->second);
    }

    template <class Id>
    static std::string_view in(const Names& names, const std::optional<Id>& id)
    {
        return id ? in(names, id->value) : std::string_view();
    }

    std::string amount(const std::optional<Money>& money) const
    {
        return money ? plainAmount(*money, m_workbook.info().currency) : std::string();
    }

    /// Whether to go on; asks now and then.
    bool goOn()
    {
        m_stopped = m_stopped || (m_row.rows() % 1024 == 0 && m_progress.stopRequested());
        return !m_stopped;
    }

    Result<void> leads()
    {
        const auto fields = customFields(m_reader);
        if (!fields) {
            return fail(fields.error());
        }
        std::unordered_map<std::int64_t, std::size_t> place;
        for (const CustomField& field : *fields) {
            place.emplace(field.id.value, place.size());
            m_row << field.name;
        }
        m_row.write();

        std::unordered_map<std::int64_t, std::int64_t> stageOf;
        auto scanned = scanStageChanges(m_reader, [&stageOf](const StageChangeRecord& change) {
            stageOf[change.lead] = change.to;
            return true;
        });
        if (!scanned) {
            return scanned;
        }
        // A scan cannot run inside another, so the values are laid out first; both go by lead.
        struct Value {
            std::int64_t lead;
            std::size_t place, begin, length;
        };
        std::vector<Value> values;
        std::string texts;
        scanned = scanCustomValues(m_reader, [&](const CustomRecord& value) {
            values.push_back({value.lead, place.at(value.field), texts.size(), value.value.size()});
            texts += value.value;
            return true;
        });
        if (!scanned) {
            return scanned;
        }
        auto next = values.begin();
        std::vector<std::string> ofLead(fields->size());
        return scanLeads(m_reader, [&](const LeadRecord& lead) {
            std::fill(ofLead.begin(), ofLead.end(), std::string());
            for (; next != values.end() && next->lead <= lead.id; ++next) {
                ofLead[next->place] = texts.substr(next->begin, next->length);
            }
            const auto stage = stageOf.find(lead.id);
            m_row << keyOf(lead.key, lead.id) << lead.name << lead.email << lead.phone
                  << lead.jobTitle << in(m_companies, lead.company) << lead.industry
                  << lead.companySize << lead.country << lead.city << lead.source
                  << in(m_personas, lead.persona) << in(m_people, lead.owner)
                  << (stage == stageOf.end() ? std::string_view() : in(m_stages, stage->second))
                  << textOf(lead.createdAt) << textOf(lead.score) << lead.budget << lead.authority
                  << lead.need << lead.timeline << lead.consent << lead.tags << lead.nextStep;
            for (std::string& value : ofLead) {
                m_row << std::move(value);
            }
            m_row.write();
            return goOn();
        });
    }

    Result<void> touches()
    {
        m_row.write();
        return scanTouches(m_reader, [this](const TouchRecord& touch) {
            m_row << keyOf(touch.key, touch.id) << in(m_leads, touch.lead) << textOf(touch.at)
                  << touch.channel << directionWord(touch.direction) << teamWord(touch.team)
                  << in(m_campaigns, touch.campaign) << in(m_contents, touch.content)
                  << in(m_people, touch.person) << touch.outcome << touch.note;
            m_row.write();
            return goOn();
        });
    }

    Result<void> stageChanges()
    {
        m_row.write();
        return scanStageChanges(m_reader, [this](const StageChangeRecord& change) {
            m_row << in(m_leads, change.lead) << textOf(change.at) << in(m_stages, change.to)
                  << in(m_people, change.person) << change.reason;
            m_row.write();
            return goOn();
        });
    }

    Result<void> campaigns()
    {
        m_row.write();
        const auto all = tandem::campaigns(m_reader);
        if (!all) {
            return fail(all.error());
        }
        for (const Campaign& one : *all) {
            m_row << keyOf(one.key, one.id.value) << one.name << one.objective << one.channel
                  << textOf(one.starts) << textOf(one.ends) << amount(one.budget)
                  << in(m_personas, one.persona) << one.wantedLeadClass
                  << in(m_people, one.marketingOwner) << in(m_people, one.salesOwner);
            m_row.write();
        }
        return {};
    }

    Result<void> costs()
    {
        m_row.write();
        const auto all = tandem::costs(m_reader);
        if (!all) {
            return fail(all.error());
        }
        for (const CostEntry& one : *all) {
            m_row << keyOf(one.key, one.id.value) << in(m_campaigns, one.campaign) << textOf(one.at)
                  << amount(one.amount) << teamWord(one.team) << one.note;
            m_row.write();
        }
        return {};
    }

    Result<void> deals()
    {
        m_row.write();
        const auto all = tandem::deals(m_reader);
        if (!all) {
            return fail(all.error());
        }
        for (const Deal& one : *all) {
            m_row << keyOf(one.key, one.id.value) << in(m_leads, one.lead)
                  << in(m_companies, one.company) << in(m_campaigns, one.campaign) << one.name
                  << amount(one.amount) << one.saleType << one.stage << outcomeWord(one.outcome)
                  << textOf(one.openedAt) << textOf(one.expectedClose) << textOf(one.closedAt)
                  << in(m_people, one.owner) << one.lossReason << one.product
                  << textOf(one.probability);
            m_row.write();
        }
        return {};
    }

    Result<void> contents()
    {
        m_row.write();
        const auto all = tandem::contents(m_reader);
        if (!all) {
            return fail(all.error());
        }
        for (const Content& one : *all) {
            m_row << keyOf(one.key, one.id.value) << one.title << one.kind << one.link
                  << in(m_personas, one.persona) << in(m_stages, one.stage)
                  << in(m_people, one.owner);
            m_row.write();
        }
        return {};
    }

    Result<void> audience()
    {
        m_row.write();
        const auto all = audienceCounts(m_reader);
        if (!all) {
            return fail(all.error());
        }
        for (const AudienceCount& one : *all) {
            m_row << in(m_campaigns, one.campaign) << one.channel << isoDay(one.day)
                  << audienceWord(one.measure) << std::to_string(one.value);
            m_row.write();
        }
        return {};
    }

    const Workbook& m_workbook;
    const Reader& m_reader;
    Row m_row;
    const Progress& m_progress;
    bool m_stopped = false;
    Names m_people, m_personas, m_stages, m_companies, m_campaigns, m_contents, m_leads;
};

} // namespace

Result<std::int64_t> exportCsv(const Workbook& workbook, RecordKind what, const std::string& path,
                               const Progress& progress)
{
    auto writer = CsvWriter::create(path);
    if (!writer) {
        return fail(writer.error());
    }
    const auto rows = Export(workbook, *writer, progress).write(what);
    if (!rows) {
        return rows;
    }
    if (auto ok = writer->commit(); !ok) {
        return fail(ok.error());
    }
    return rows;
}

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/facts/coder.h"

#include "core/store/records.h"

#include <algorithm>

namespace tandem {
namespace {

/// The built-in columns, in the order of Facts::leadColumns.
enum BuiltIn : std::size_t {
    Source,
    PersonaName,
    OwnerName,
    CompanyName,
    Industry,
    CompanySize,
    Country,
    City,
    JobTitle,
    Budget,
    Authority,
    Need,
    Timeline,
    Consent,
    Tags,
    BuiltInCount
};
constexpr std::array<const char*, BuiltInCount> kBuiltIn{
    "source",    "persona", "owner",     "company", "industry", "company_size", "country", "city",
    "job_title", "budget",  "authority", "need",    "timeline", "consent",      "tags"};

// Channels and outcomes are kept in two bytes; a workbook with more different texts (a note mapped
// as outcome) has its last ones counted together.
constexpr Code kMostShortCodes = 0xFFFF;
constexpr std::string_view kOtherText = "(other)";

std::uint64_t print(std::string_view text, std::uint64_t seed)
{
    return seed * 0x9e3779b97f4a7c15ULL + std::hash<std::string_view>{}(text);
}

} // namespace

Result<Coder> Coder::of(const Workbook& workbook, Facts& facts)
{
    facts.currency = workbook.info().currency;
    facts.timeZone = workbook.info().timeZone;
    Coder coder(workbook.reader(), facts);
    for (const auto read :
         {&Coder::readStages, &Coder::readColumns, &Coder::readNames, &Coder::readCampaigns}) {
        if (const Result<void> done = (coder.*read)(); !done) {
            return fail(done.error());
        }
    }
    return coder;
}

Result<Coder> Coder::forRows(const Workbook& workbook, Facts& facts)
{
    Coder coder(workbook.reader(), facts);
    for (std::size_t i = 0; i < facts.stages.size(); ++i) {
        coder.m_stages[facts.stages[i].id.value] = static_cast<StageIndex>(i);
    }
    for (std::size_t i = 0; i < facts.campaigns.size(); ++i) {
        coder.m_campaigns[facts.campaigns[i].id.value] = static_cast<Code>(i + 1);
    }
    for (std::size_t i = BuiltInCount; i < facts.leadColumns.size(); ++i) {
        coder.m_columns[facts.leadColumns[i].field.value] = i;
    }
    coder.m_columnTexts.resize(facts.leadColumns.size());
    if (const Result<void> done = coder.readNames(); !done) {
        return fail(done.error());
    }
    return coder;
}

Result<void> Coder::readStages()
{
    const auto list = stages(*m_reader);
    if (!list) {
        return fail(list.error());
    }
    m_facts->stages.clear();
    for (const Stage& stage : *list) {
        m_stages[stage.id.value] = static_cast<StageIndex>(m_facts->stages.size());
        m_facts->stages.push_back({stage.id, stage.name, stage.rank.has_value(), stage.hasRecords,
                                   stage.endsTheLead, stage.retired, stage.team});
    }
    return {};
}

/// Keeps the columns that are there, with their codes, in the order of the fields.
Result<void> Coder::readColumns()
{
    const auto fields = customFields(*m_reader);
    if (!fields) {
        return fail(fields.error());
    }
    std::vector<LeadColumn> old = std::move(m_facts->leadColumns);
    std::vector<LeadColumn> columns;
    for (std::size_t i = 0; i < BuiltInCount; ++i) {
        columns.push_back(old.empty() ? LeadColumn{kBuiltIn[i], false, {}, {}} : std::move(old[i]));
    }
    for (const CustomField& field : *fields) {
        const auto same = std::ranges::find_if(old, [&](const LeadColumn& column) {
            return column.custom && column.field == field.id;
        });
        m_columns[field.id.value] = columns.size();
        if (same != old.end()) {
            columns.push_back(std::move(*same));
        } else {
            columns.push_back(
                {"", true, std::vector<Code>(m_facts->leadCount(), kBlank), {}, field.id});
        }
        columns.back().name = field.name;
    }
    m_facts->leadColumns = std::move(columns);
    m_columnTexts.resize(m_facts->leadColumns.size());
    return {};
}

Result<void> Coder::readNames()
{
    const auto personaList = personas(*m_reader);
    if (!personaList) {
        return fail(personaList.error());
    }
    for (const Persona& persona : *personaList) {
        m_personas[persona.id.value] = {persona.name};
    }
    const auto personList = people(*m_reader);
    if (!personList) {
        return fail(personList.error());
    }
    for (const Person& person : *personList) {
        m_owners[person.id.value] = {person.name};
    }
    m_persons = m_owners;
    const auto contentList = contents(*m_reader);
    if (!contentList) {
        return fail(contentList.error());
    }
    for (const Content& content : *contentList) {
        m_contents[content.id.value] = {content.title.empty() ? content.key : content.title};
    }
    return {};
}

Result<void> Coder::readCampaigns()
{
    const auto list = campaigns(*m_reader);
    if (!list) {
        return fail(list.error());
    }
    m_facts->campaigns.clear();
    Dictionary& personaTexts = m_facts->leadColumns[PersonaName].dictionary;
    for (const Campaign& campaign : *list) {
        m_facts->campaigns.push_back(
            {campaign.id, campaign.key, campaign.name, campaign.objective, campaign.channel,
             campaign.starts, campaign.ends, campaign.budget,
             codeOf(m_personas, campaign.persona ? campaign.persona->value : 0, personaTexts)});
        m_campaigns[campaign.id.value] = static_cast<Code>(m_facts->campaigns.size());
    }
    return {};
}

Coder::CompanyNames Coder::namesOf(const Company& company)
{
    return {{Name{company.name}, Name{company.industry}, Name{company.size}, Name{company.country},
             Name{company.city}}};
}

Result<void> Coder::preloadCompanies()
{
    const auto list = companies(*m_reader);
    if (!list) {
        return fail(list.error());
    }
    m_companies.reserve(list->size());
    for (const Company& company : *list) {
        m_companies.emplace(company.id.value, namesOf(company));
    }
    return {};
}

Result<Coder::CompanyNames*> Coder::companyOf(std::int64_t id)
{
    if (const auto known = m_companies.find(id); known != m_companies.end()) {
        return &known->second;
    }
    const auto found = company(*m_reader, CompanyId{id});
    if (!found) {
        return fail(found.error());
    }
    return &m_companies.emplace(id, *found ? namesOf(**found) : CompanyNames{}).first->second;
}

std::vector<DefinitionPrint> Coder::prints() const
{
    std::vector<DefinitionPrint> prints;
    for (const Names* names : {&m_personas, &m_owners, &m_contents}) {
        for (const auto& [id, name] : *names) {
            prints.push_back({id, print(name.text, 0)});
        }
    }
    for (const auto& [id, names] : m_companies) {
        std::uint64_t all = 0;
        for (const Name& name : names.of) {
            all = print(name.text, all);
        }
        prints.push_back({id, all});
    }
    std::ranges::sort(prints);
    return prints;
}

Code Coder::codeOf(Name& name, Dictionary& dictionary)
{
    if (name.code == kUncoded) {
        name.code = dictionary.add(name.text);
    }
    return name.code;
}

Code Coder::codeOf(Names& names, std::int64_t id, Dictionary& dictionary)
{
    if (id == 0) {
        return kBlank;
    }
    const auto found = names.find(id);
    return found == names.end() ? kBlank : codeOf(found->second, dictionary);
}

Result<void> Coder::addLead(const LeadRecord& record, Facts& into)
{
    into.leadIds.push_back({record.id});
    into.leadCreated.push_back(record.createdAt);
    const auto put = [&](std::size_t column, Code code) {
        into.leadColumns[column].codes.push_back(code);
    };
    const auto putText = [&](std::size_t column, std::string_view text) {
        put(column, m_columnTexts[column].codeOf(m_facts->leadColumns[column].dictionary, text));
    };
    const auto dictionary = [&](std::size_t column) -> Dictionary& {
        return m_facts->leadColumns[column].dictionary;
    };
    putText(Source, record.source);
    put(PersonaName, codeOf(m_personas, record.persona, dictionary(PersonaName)));
    put(OwnerName, codeOf(m_owners, record.owner, dictionary(OwnerName)));
    CompanyNames* company = nullptr;
    if (record.company != 0) {
        const Result<CompanyNames*> found = companyOf(record.company);
        if (!found) {
            return fail(found.error());
        }
        company = *found;
    }
    put(CompanyName, company != nullptr ? codeOf(company->of[0], dictionary(CompanyName)) : kBlank);
    // What the lead itself does not tell, its company may.
    const std::array own{record.industry, record.companySize, record.country, record.city};
    for (std::size_t i = 0; i < own.size(); ++i) {
        if (own[i].empty() && company != nullptr) {
            put(Industry + i, codeOf(company->of[i + 1], dictionary(Industry + i)));
        } else {
            putText(Industry + i, own[i]);
        }
    }
    putText(JobTitle, record.jobTitle);
    putText(Budget, record.budget);
    putText(Authority, record.authority);
    putText(Need, record.need);
    putText(Timeline, record.timeline);
    putText(Consent, record.consent);
    putText(Tags, record.tags);
    for (std::size_t i = BuiltInCount; i < into.leadColumns.size(); ++i) {
        put(i, kBlank);
    }
    return {};
}

void Coder::addCustom(const CustomRecord& record, Facts& into, LeadRow row)
{
    if (const auto column = m_columns.find(record.field); column != m_columns.end()) {
        into.leadColumns[column->second].codes[row] = m_columnTexts[column->second].codeOf(
            m_facts->leadColumns[column->second].dictionary, record.value);
    }
}

void Coder::addTouch(const TouchRecord& record, Facts& into)
{
    const auto shortCode = [](RecentTexts& texts, Dictionary& dictionary, std::string_view text) {
        if (dictionary.size() >= kMostShortCodes && !dictionary.find(text)) {
            text = kOtherText;
        }
        return static_cast<std::uint16_t>(texts.codeOf(dictionary, text));
    };
    const auto campaign =
        record.campaign == 0 ? m_campaigns.end() : m_campaigns.find(record.campaign);
    into.touchAt.push_back(record.at.seconds);
    into.touchChannel.push_back(shortCode(m_channelTexts, m_facts->channels, record.channel));
    into.touchOutcome.push_back(shortCode(m_outcomeTexts, m_facts->outcomes, record.outcome));
    into.touchCampaign.push_back(campaign == m_campaigns.end() ? 0 : campaign->second);
    into.touchContent.push_back(codeOf(m_contents, record.content, m_facts->contents));
    into.touchPerson.push_back(codeOf(m_persons, record.person, m_facts->persons));
    into.touchDirection.push_back(record.direction);
    into.touchTeam.push_back(record.team);
}

Result<void> Coder::append(Facts& into, std::optional<LeadId> only, const Progress& progress)
{
    const auto first = static_cast<LeadRow>(into.leadCount());
    Result<void> trouble{};
    std::uint64_t rows = 0;
    const auto goesOn = [&] {
        constexpr std::uint64_t kBetweenLooks = 0xFFFF;
        if ((++rows & kBetweenLooks) == 0 && progress.stopRequested()) {
            trouble = fail(ErrorCode::Stopped, "reading the workbook");
        }
        return trouble.has_value();
    };
    Result<void> read = scanCountedLeads(
        *m_reader,
        [&](const LeadRecord& record) {
            trouble = addLead(record, into);
            return trouble && goesOn();
        },
        only);
    // All other tables come in the order of their lead, so one row follows them.
    LeadRow row = first;
    const auto rowFor = [&](std::int64_t lead) {
        while (row < into.leadCount() && into.leadIds[row].value < lead) {
            ++row;
        }
        return row < into.leadCount() && into.leadIds[row].value == lead;
    };
    if (read && trouble) {
        progress.report(0.2, "reading the fields of leads");
        read = scanCustomValues(
            *m_reader,
            [&](const CustomRecord& record) {
                if (rowFor(record.lead)) {
                    addCustom(record, into, row);
                }
                return goesOn();
            },
            only);
    }
    // A lead's slice begins where that of the lead before ended.
    const auto beginAt = [](std::vector<std::uint32_t>& begins, LeadRow lead, std::size_t at) {
        while (begins.size() <= lead) {
            begins.push_back(static_cast<std::uint32_t>(at));
        }
    };
    row = first;
    if (read && trouble) {
        progress.report(0.3, "reading stage changes");
        read = scanStageChanges(
            *m_reader,
            [&](const StageChangeRecord& record) {
                const auto stage = m_stages.find(record.to);
                if (rowFor(record.lead) && stage != m_stages.end()) {
                    beginAt(into.changeBegin, row, into.changeAt.size());
                    into.changeAt.push_back(record.at.seconds);
                    into.changeTo.push_back(stage->second);
                }
                return goesOn();
            },
            only);
    }
    row = first;
    if (read && trouble) {
        progress.report(0.4, "reading touch points");
        read = scanCountedTouches(
            *m_reader,
            [&](const TouchRecord& record) {
                if (rowFor(record.lead)) {
                    beginAt(into.touchBegin, row, into.touchAt.size());
                    addTouch(record, into);
                }
                return goesOn();
            },
            only);
    }
    const auto leads = static_cast<LeadRow>(into.leadCount());
    beginAt(into.changeBegin, leads, into.changeAt.size());
    beginAt(into.touchBegin, leads, into.touchAt.size());
    return read ? trouble : read;
}

} // namespace tandem

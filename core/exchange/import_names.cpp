// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/import_names.h"

#include "core/base/text.h"
#include "core/exchange/import_job.h"
#include "core/store/records.h"

#include <algorithm>

namespace tandem {
namespace {

/// Finds the record, or makes it by `make` and counts it.
template <class Id, class Make>
Result<Id> findOrMake(NameTable<Id>& table, std::string_view text, std::int64_t& made, Make&& make)
{
    auto found = table.find(text);
    if (!found) {
        return fail(found.error());
    }
    if (*found) {
        return **found;
    }
    Result<Id> id = make();
    if (id) {
        ++made;
        table.add({}, text, *id);
    }
    return id;
}

} // namespace

template <class Id>
void NameTable<Id>::add(std::string_view key, std::string_view name, Id id)
{
    if (!key.empty()) {
        m_keys.emplace(key, id);
    }
    m_keys.emplace(recordReference(id.value), id);
    std::vector<Id>& same = m_names[folded(name)];
    if (std::find(same.begin(), same.end(), id) == same.end()) {
        same.push_back(id);
    }
    m_asked.clear();
}

template <class Id>
Result<std::optional<Id>> NameTable<Id>::find(std::string_view text)
{
    if (const auto known = m_asked.find(text); known != m_asked.end()) {
        return known->second;
    }
    std::optional<Id> id;
    if (const auto byKey = m_keys.find(text); byKey != m_keys.end()) {
        id = byKey->second;
    } else if (const auto byName = m_names.find(folded(text)); byName != m_names.end()) {
        if (byName->second.size() > 1) {
            return fail(ErrorCode::Ambiguous, std::string(text),
                        "fits several records of that name; name it by its key");
        }
        id = byName->second.front();
    }
    if (id) {
        m_asked.emplace(text, *id);
    }
    return id;
}

Result<void> ImportNames::load(const Reader& reader)
{
    const auto everybody = people(reader);
    if (!everybody) {
        return fail(everybody.error());
    }
    for (const Person& one : *everybody) {
        m_people.add(one.email, one.name, one.id);
    }
    const auto allPersonas = personas(reader);
    if (!allPersonas) {
        return fail(allPersonas.error());
    }
    for (const Persona& one : *allPersonas) {
        m_personas.add({}, one.name, one.id);
    }
    const auto allCompanies = companies(reader);
    if (!allCompanies) {
        return fail(allCompanies.error());
    }
    for (const Company& one : *allCompanies) {
        m_companies.add({}, one.name, one.id);
    }
    const auto allCampaigns = campaigns(reader);
    if (!allCampaigns) {
        return fail(allCampaigns.error());
    }
    for (const Campaign& one : *allCampaigns) {
        m_campaigns.add(one.key, one.name, one.id);
    }
    const auto allContents = contents(reader);
    if (!allContents) {
        return fail(allContents.error());
    }
    for (const Content& one : *allContents) {
        m_contents.add(one.key, one.title, one.id);
    }
    auto allStages = stages(reader);
    if (!allStages) {
        return fail(allStages.error());
    }
    m_stages = std::move(*allStages);
    return {};
}

Result<PersonId> ImportNames::person(Writer& writer, std::string_view text)
{
    return findOrMake(m_people, text, m_newPeople, [&] {
        Person one;
        one.name = text;
        one.email = normalisedEmail(text);
        return addPerson(writer, one);
    });
}

Result<PersonaId> ImportNames::persona(Writer& writer, std::string_view text)
{
    return findOrMake(m_personas, text, m_newPersonas, [&] {
        Persona one;
        one.name = text;
        return addPersona(writer, one);
    });
}

Result<CompanyId> ImportNames::company(Writer& writer, std::string_view text)
{
    return findOrMake(m_companies, text, m_newCompanies, [&] {
        Company one;
        one.name = text;
        return addCompany(writer, one);
    });
}

Result<CampaignId> ImportNames::campaign(Writer& writer, std::string_view text)
{
    return findOrMake(m_campaigns, text, m_newCampaigns, [&] {
        Campaign one;
        one.name = text;
        return addCampaign(writer, one);
    });
}

Result<ContentId> ImportNames::content(Writer& writer, std::string_view text)
{
    return findOrMake(m_contents, text, m_newContents, [&] {
        Content one;
        one.title = text;
        return addContent(writer, one);
    });
}

const Stage* ImportNames::stage(std::string_view name) const
{
    for (const Stage& stage : m_stages) {
        if (stage.name == name) {
            return &stage;
        }
    }
    const std::string wanted = folded(name);
    for (const Stage& stage : m_stages) {
        if (folded(stage.name) == wanted) {
            return &stage;
        }
    }
    return nullptr;
}

const Stage* ImportNames::stage(StageId id) const
{
    const auto found = std::find_if(m_stages.begin(), m_stages.end(),
                                    [id](const Stage& stage) { return stage.id == id; });
    return found == m_stages.end() ? nullptr : &*found;
}

Result<const Stage*> ImportNames::stageOrNew(Writer& writer, std::string_view name)
{
    if (const Stage* known = stage(name)) {
        return known;
    }
    Stage made;
    made.name = name;
    const auto id = addStage(writer, made);
    if (!id) {
        return fail(id.error());
    }
    made.id = *id;
    m_stages.push_back(std::move(made));
    ++m_newStages;
    return &m_stages.back();
}

std::string ImportNames::stageNames() const
{
    std::vector<std::string> names;
    for (const Stage& stage : m_stages) {
        if (stage.hasRecords && !stage.retired) {
            names.push_back(stage.name);
        }
    }
    return joined(names, ", ");
}

std::vector<std::pair<std::string, std::int64_t>> ImportNames::made() const
{
    std::vector<std::pair<std::string, std::int64_t>> out{
        {"leads", m_leads},          {"campaigns", m_newCampaigns}, {"content", m_newContents},
        {"personas", m_newPersonas}, {"people", m_newPeople},       {"companies", m_newCompanies},
        {"stages", m_newStages},     {"fields", m_fields},
    };
    std::erase_if(out, [](const auto& one) { return one.second == 0; });
    return out;
}

} // namespace tandem

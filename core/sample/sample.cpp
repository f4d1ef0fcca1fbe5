// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sample/sample.h"

#include "core/store/records.h"
#include "core/store/scan.h"

#include <unordered_map>

namespace tandem {
namespace {

/// Writes a sample company, giving its records the workbook's ids in place of their positions.
class SampleWriter {
public:
    SampleWriter(Writer& to, SampleCompany company, std::vector<StageId> stages,
                 const Progress& progress)
        : m_to(to), m_company(std::move(company)), m_stages(std::move(stages)), m_progress(progress)
    {
    }

    Result<void> write()
    {
        using Part = Result<void> (SampleWriter::*)();
        constexpr Part kParts[]{&SampleWriter::writeDefinitions, &SampleWriter::writeCampaigns,
                                &SampleWriter::writeLeads,       &SampleWriter::writeStageChanges,
                                &SampleWriter::writeTouches,     &SampleWriter::writeDeals};
        for (const Part part : kParts) {
            if (m_progress.stopRequested()) {
                return fail(ErrorCode::Stopped, "the demonstration company");
            }
            if (Result<void> done = (this->*part)(); !done) {
                return done;
            }
            m_done += 1.0 / std::size(kParts);
            m_progress.report(m_done, "writing the demonstration company");
        }
        return {};
    }

private:
    template <class IdType>
    static IdType given(const std::vector<IdType>& ids, IdType position)
    {
        return ids[static_cast<std::size_t>(position.value - 1)];
    }

    template <class IdType>
    static void give(const std::vector<IdType>& ids, std::optional<IdType>& id)
    {
        if (id) {
            id = given(ids, *id);
        }
    }

    /// Adds every record of a list and keeps the ids that they got.
    template <class Record, class IdType>
    Result<void> addAll(const std::vector<Record>& records,
                        Result<IdType> (*add)(Writer&, const Record&), std::vector<IdType>& ids)
    {
        ids.reserve(records.size());
        for (const Record& record : records) {
            const Result<IdType> id = add(m_to, record);
            if (!id) {
                return fail(id.error());
            }
            ids.push_back(*id);
        }
        return {};
    }

    Result<void> writeDefinitions()
    {
        return addAll(m_company.people, addPerson, m_people)
            .and_then([this] { return addAll(m_company.personas, addPersona, m_personas); })
            .and_then([this] { return addAll(m_company.companies, addCompany, m_companies); })
            .and_then([this] { return addAll(m_company.customFields, addCustomField, m_fields); });
    }

    Result<void> writeCampaigns()
    {
        for (Campaign& campaign : m_company.campaigns) {
            give(m_personas, campaign.persona);
            give(m_people, campaign.marketingOwner);
            give(m_people, campaign.salesOwner);
        }
        for (Content& content : m_company.contents) {
            give(m_personas, content.persona);
            give(m_stages, content.stage);
            give(m_people, content.owner);
        }
        if (auto done = addAll(m_company.campaigns, addCampaign, m_campaigns).and_then([this] {
                return addAll(m_company.contents, addContent, m_contents);
            });
            !done) {
            return done;
        }
        std::vector<CostId> costIds;
        for (CostEntry& cost : m_company.costs) {
            give(m_campaigns, cost.campaign);
        }
        if (auto done = addAll(m_company.costs, addCost, costIds); !done) {
            return done;
        }
        for (AudienceCount& count : m_company.audience) {
            give(m_campaigns, count.campaign);
            if (auto done = setAudienceCount(m_to, count); !done) {
                return done;
            }
        }
        return {};
    }

    Result<void> writeLeads()
    {
        for (Lead& lead : m_company.leads) {
            give(m_companies, lead.company);
            give(m_personas, lead.persona);
            give(m_people, lead.owner);
            for (CustomValue& value : lead.custom) {
                value.field = given(m_fields, value.field);
            }
        }
        return addAll(m_company.leads, addLead, m_leads);
    }

    Result<void> writeStageChanges()
    {
        for (StageChange& change : m_company.stageChanges) {
            change.lead = given(m_leads, change.lead);
            give(m_stages, change.from);
            change.to = given(m_stages, change.to);
            give(m_people, change.person);
        }
        std::vector<StageChangeId> ids;
        return addAll(m_company.stageChanges, addStageChange, ids);
    }

    Result<void> writeTouches()
    {
        for (Touch& touch : m_company.touches) {
            touch.lead = given(m_leads, touch.lead);
            give(m_campaigns, touch.campaign);
            give(m_contents, touch.content);
            give(m_people, touch.person);
        }
        std::vector<TouchId> ids;
        return addAll(m_company.touches, addTouch, ids);
    }

    Result<void> writeDeals()
    {
        for (Deal& deal : m_company.deals) {
            give(m_leads, deal.lead);
            give(m_companies, deal.company);
            give(m_campaigns, deal.campaign);
            give(m_people, deal.owner);
        }
        std::vector<DealId> ids;
        return addAll(m_company.deals, addDeal, ids);
    }

    Writer& m_to;
    SampleCompany m_company;
    std::vector<StageId> m_stages;
    const Progress& m_progress;
    double m_done = 0;
    std::vector<PersonId> m_people;
    std::vector<PersonaId> m_personas;
    std::vector<CompanyId> m_companies;
    std::vector<CustomFieldId> m_fields;
    std::vector<CampaignId> m_campaigns;
    std::vector<ContentId> m_contents;
    std::vector<LeadId> m_leads;
};

/// The workbook's stages in the order of defaultStages().
Result<std::vector<StageId>> stagesByDefault(const Reader& reader)
{
    const Result<std::vector<Stage>> present = stages(reader);
    if (!present) {
        return fail(present.error());
    }
    std::unordered_map<std::string, StageId> byName;
    for (const Stage& stage : *present) {
        byName.emplace(stage.name, stage.id);
    }
    std::vector<StageId> ids;
    for (const Stage& stage : defaultStages()) {
        const auto found = byName.find(stage.name);
        if (found == byName.end()) {
            return fail(ErrorCode::Conflict, "the demonstration company",
                        "this workbook has no stage '" + stage.name + "'");
        }
        ids.push_back(found->second);
    }
    return ids;
}

} // namespace

Result<void> makeSample(Workbook& book, const Who& who, Instant now, const Progress& progress,
                        std::uint64_t seed)
{
    const Result<RecordCounts> counts = recordCounts(book.reader());
    if (!counts) {
        return fail(counts.error());
    }
    if (counts->leads > 0) {
        return fail(ErrorCode::Conflict, "the demonstration company",
                    "this workbook has leads already");
    }
    const Result<std::vector<StageId>> stageIds = stagesByDefault(book.reader());
    if (!stageIds) {
        return fail(stageIds.error());
    }
    progress.report(0, "making up the demonstration company");
    const WorkbookInfo& info = book.info();
    const auto write = [&](Writer& writer) {
        return SampleWriter(writer, sampleCompany(now, info.timeZone, info.currency, seed),
                            *stageIds, progress)
            .write();
    };
    const Result<Change> change = book.bulkEdit(who, "Add the demonstration company", write);
    if (!change) {
        return fail(change.error());
    }
    return {};
}

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/facts/facts.h"
#include "core/facts/recent_texts.h"
#include "core/model/deal.h"
#include "core/model/lead.h"
#include "core/store/scan.h"
#include "core/store/workbook.h"

#include <array>
#include <unordered_map>

namespace tandem {

/// Turns records into rows of facts: ids become positions, texts become codes. It codes with the
/// dictionaries of one Facts and may append to another one of the same columns.
class Coder {
public:
    /// Takes currency, time zone, stages, campaigns and columns from the workbook into `facts`, and
    /// learns the names of what its rows refer to. Companies are read when first met;
    /// preloadCompanies() reads all.
    static Result<Coder> of(const Workbook& workbook, Facts& facts);
    /// For facts whose stages, campaigns and columns are up to date: reads names only.
    static Result<Coder> forRows(const Workbook& workbook, Facts& facts);
    Result<void> preloadCompanies();

    /// What rows take from people, personas, contents and (if preloaded) companies, sorted.
    std::vector<DefinitionPrint> prints() const;

    /// Appends all leads, or the one of that id if there is one, with their values, stage changes
    /// and touches. Stopped if the person stopped it.
    Result<void> append(Facts& into, std::optional<LeadId> only = {},
                        const Progress& progress = {});

    DealFact deal(const Deal& deal);
    CostFact cost(const CostEntry& cost) const;

private:
    /// A name and its code in one dictionary, given when the first row needs it.
    struct Name {
        std::string text;
        Code code = kUncoded;
    };
    struct CompanyNames {
        std::array<Name, 5> of; ///< name, industry, size, country, city
    };
    using Names = std::unordered_map<std::int64_t, Name>;

    static constexpr Code kUncoded = 0xFFFF'FFFF;

    Coder(const Reader& reader, Facts& facts) : m_reader(&reader), m_facts(&facts) {}

    Result<void> readStages();
    Result<void> readNames();
    Result<void> readCampaigns();
    Result<void> readColumns();
    Result<CompanyNames*> companyOf(std::int64_t id);
    static CompanyNames namesOf(const Company& company);
    static Code codeOf(Name& name, Dictionary& dictionary);
    static Code codeOf(Names& names, std::int64_t id, Dictionary& dictionary);

    Result<void> addLead(const LeadRecord& record, Facts& into);
    void addCustom(const CustomRecord& record, Facts& into, LeadRow row);
    void addTouch(const TouchRecord& record, Facts& into);

    const Reader* m_reader;
    Facts* m_facts; // whose dictionaries are used
    std::unordered_map<std::int64_t, StageIndex> m_stages;
    std::unordered_map<std::int64_t, Code> m_campaigns;
    std::unordered_map<std::int64_t, std::size_t> m_columns; // of custom fields
    Names m_personas, m_owners, m_persons, m_contents;
    std::unordered_map<std::int64_t, CompanyNames> m_companies;
    std::vector<RecentTexts> m_columnTexts;
    RecentTexts m_channelTexts, m_outcomeTexts;
};

} // namespace tandem

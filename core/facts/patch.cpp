// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/facts/coder.h"
#include "core/facts/load.h"
#include "core/facts/money_rows.h"
#include "core/store/records.h"

#include <algorithm>

namespace tandem {
namespace {

/// Positions [begin, end) of an array that give way to those [freshBegin, freshEnd) of another.
struct Cut {
    std::size_t begin = 0, end = 0;
    std::size_t freshBegin = 0, freshEnd = 0;

    bool keepsSize() const { return end - begin == freshEnd - freshBegin; }
};

template <class T>
void splice(std::vector<T>& values, const std::vector<Cut>& cuts, const std::vector<T>& fresh)
{
    const auto at = [](auto& list, std::size_t i) {
        return list.begin() + static_cast<std::ptrdiff_t>(i);
    };
    if (std::ranges::all_of(cuts, &Cut::keepsSize)) {
        for (const Cut& cut : cuts) {
            std::copy(at(fresh, cut.freshBegin), at(fresh, cut.freshEnd), at(values, cut.begin));
        }
        return;
    }
    if (cuts.size() == 1) {
        const Cut& cut = cuts.front();
        const std::size_t same = std::min(cut.end - cut.begin, cut.freshEnd - cut.freshBegin);
        std::copy(at(fresh, cut.freshBegin), at(fresh, cut.freshBegin + same),
                  at(values, cut.begin));
        values.erase(at(values, cut.begin + same), at(values, cut.end));
        values.insert(at(values, cut.begin + same), at(fresh, cut.freshBegin + same),
                      at(fresh, cut.freshEnd));
        return;
    }
    std::vector<T> result;
    result.reserve(values.size() + fresh.size());
    std::size_t done = 0;
    for (const Cut& cut : cuts) {
        result.insert(result.end(), at(values, done), at(values, cut.begin));
        result.insert(result.end(), at(fresh, cut.freshBegin), at(fresh, cut.freshEnd));
        done = cut.end;
    }
    result.insert(result.end(), at(values, done), values.end());
    values = std::move(result);
}

/// The cuts that the leads' cuts make in an array of slices, of which these are the beginnings.
std::vector<Cut> sliceCuts(const std::vector<Cut>& leads, const std::vector<std::uint32_t>& begin,
                           const std::vector<std::uint32_t>& freshBegin)
{
    std::vector<Cut> cuts;
    for (const Cut& lead : leads) {
        cuts.push_back({begin[lead.begin], begin[lead.end], freshBegin[lead.freshBegin],
                        freshBegin[lead.freshEnd]});
    }
    return cuts;
}

/// The beginnings after the leads' cuts.
void spliceBegins(std::vector<std::uint32_t>& begin, const std::vector<Cut>& leads,
                  const std::vector<std::uint32_t>& freshBegin)
{
    if (leads.size() == 1 && leads.front().keepsSize()) {
        // By far the most frequent: one lead's slice grew or shrank. Differences wrap, and so do
        // sums.
        const Cut& lead = leads.front();
        const std::uint32_t shift = freshBegin[lead.freshEnd] - freshBegin[lead.freshBegin] -
                                    (begin[lead.end] - begin[lead.begin]);
        for (std::size_t i = lead.end; shift != 0 && lead.end > lead.begin && i < begin.size();
             ++i) {
            begin[i] += shift;
        }
        return;
    }
    std::vector<std::uint32_t> result{0};
    result.reserve(begin.size() + freshBegin.size());
    const auto append = [&](const std::vector<std::uint32_t>& from, std::size_t first,
                            std::size_t end) {
        const std::uint32_t shift = result.back() - from[first];
        for (std::size_t i = first + 1; i <= end; ++i) {
            result.push_back(from[i] + shift);
        }
    };
    std::size_t done = 0;
    for (const Cut& lead : leads) {
        append(begin, done, lead.begin);
        append(freshBegin, lead.freshBegin, lead.freshEnd);
        done = lead.end;
    }
    append(begin, done, begin.size() - 1);
    begin = std::move(result);
}

/// Reads the leads anew and puts their rows and slices in the place of the old ones.
Result<void> patchLeads(Facts& facts, Coder& coder, const std::vector<LeadId>& leads)
{
    Facts fresh;
    fresh.leadColumns.resize(facts.leadColumns.size());
    fresh.changeBegin.push_back(0);
    fresh.touchBegin.push_back(0);
    std::vector<Cut> cuts;
    bool moved = false;
    for (const LeadId lead : leads) {
        const auto place = std::ranges::lower_bound(facts.leadIds, lead);
        Cut cut;
        cut.begin = static_cast<std::size_t>(place - facts.leadIds.begin());
        cut.end = cut.begin + (place != facts.leadIds.end() && *place == lead ? 1 : 0);
        cut.freshBegin = fresh.leadCount();
        if (const Result<void> read = coder.append(fresh, lead); !read) {
            return fail(read.error());
        }
        cut.freshEnd = fresh.leadCount();
        moved = moved || !cut.keepsSize();
        cuts.push_back(cut);
    }
    std::vector<std::optional<LeadId>> leadsOfDeals;
    if (moved) {
        for (const DealFact& deal : facts.deals) {
            leadsOfDeals.push_back(deal.lead ? std::optional(facts.leadIds[*deal.lead])
                                             : std::nullopt);
        }
    }
    const std::vector<Cut> changeCuts = sliceCuts(cuts, facts.changeBegin, fresh.changeBegin);
    splice(facts.changeAt, changeCuts, fresh.changeAt);
    splice(facts.changeTo, changeCuts, fresh.changeTo);
    spliceBegins(facts.changeBegin, cuts, fresh.changeBegin);

    const std::vector<Cut> touchCuts = sliceCuts(cuts, facts.touchBegin, fresh.touchBegin);
    splice(facts.touchAt, touchCuts, fresh.touchAt);
    splice(facts.touchChannel, touchCuts, fresh.touchChannel);
    splice(facts.touchOutcome, touchCuts, fresh.touchOutcome);
    splice(facts.touchCampaign, touchCuts, fresh.touchCampaign);
    splice(facts.touchContent, touchCuts, fresh.touchContent);
    splice(facts.touchPerson, touchCuts, fresh.touchPerson);
    splice(facts.touchDirection, touchCuts, fresh.touchDirection);
    splice(facts.touchTeam, touchCuts, fresh.touchTeam);
    spliceBegins(facts.touchBegin, cuts, fresh.touchBegin);

    splice(facts.leadIds, cuts, fresh.leadIds);
    splice(facts.leadCreated, cuts, fresh.leadCreated);
    for (std::size_t i = 0; i < facts.leadColumns.size(); ++i) {
        splice(facts.leadColumns[i].codes, cuts, fresh.leadColumns[i].codes);
    }
    for (std::size_t i = 0; i < leadsOfDeals.size(); ++i) {
        facts.deals[i].lead = leadsOfDeals[i] ? facts.rowOf(*leadsOfDeals[i]) : std::nullopt;
    }
    return {};
}

Result<void> patchDeals(Facts& facts, const Reader& reader, Coder& coder,
                        const std::vector<DealId>& changed)
{
    for (const DealId id : changed) {
        const auto now = deal(reader, id);
        if (!now) {
            return fail(now.error());
        }
        const auto place = std::ranges::lower_bound(facts.deals, id, {}, &DealFact::id);
        const bool was = place != facts.deals.end() && place->id == id;
        if (*now && was) {
            *place = coder.deal(**now);
        } else if (*now) {
            facts.deals.insert(place, coder.deal(**now));
        } else if (was) {
            facts.deals.erase(place);
        }
    }
    return {};
}

/// Follows new positions of stages or campaigns: old ones, by id, in terms of the new.
template <class Fact, class Code>
std::vector<Code> positions(const std::vector<Fact>& old, const std::vector<Fact>& now)
{
    std::vector<Code> map;
    for (const Fact& fact : old) {
        const auto found = std::ranges::find(now, fact.id, &Fact::id);
        map.push_back(static_cast<Code>(found == now.end() ? 0 : found - now.begin()));
    }
    return map;
}

void followStages(Facts& facts, const std::vector<StageFact>& old)
{
    const auto map = positions<StageFact, StageIndex>(old, facts.stages);
    for (StageIndex& stage : facts.changeTo) {
        stage = map[stage];
    }
}

void followCampaigns(Facts& facts, const std::vector<CampaignFact>& old)
{
    const auto map = positions<CampaignFact, Code>(old, facts.campaigns);
    const auto follow = [&map](Code& campaign) {
        campaign = campaign == 0 ? 0 : map[campaign - 1] + 1;
    };
    std::ranges::for_each(facts.touchCampaign, follow);
    std::ranges::for_each(facts.deals, follow, &DealFact::campaign);
    std::ranges::for_each(facts.costs, follow, &CostFact::campaign);
}

template <class Fact>
bool sameOrder(const std::vector<Fact>& a, const std::vector<Fact>& b)
{
    return std::ranges::equal(a, b, {}, &Fact::id, &Fact::id);
}

/// Whether something that rows name is called otherwise now. What is gone is named by changed rows
/// only.
bool anyRenamed(const std::vector<DefinitionPrint>& before, const std::vector<DefinitionPrint>& now)
{
    return std::ranges::any_of(before, [&](const DefinitionPrint& old) {
        const auto found = std::ranges::lower_bound(now, old.id, {}, &DefinitionPrint::id);
        return found != now.end() && found->id == old.id && found->print != old.print;
    });
}

/// Brings rows in line with the definitions read by `coder`; false if they name something that was
/// renamed.
Result<bool> followDefinitions(Facts& facts, Coder& coder, const std::vector<StageFact>& oldStages,
                               const std::vector<CampaignFact>& oldCampaigns)
{
    if (const Result<void> read = coder.preloadCompanies(); !read) {
        return fail(read.error());
    }
    std::vector<DefinitionPrint> prints = coder.prints();
    if (anyRenamed(facts.prints, prints)) {
        return false;
    }
    facts.prints = std::move(prints);
    if (!sameOrder(oldStages, facts.stages)) {
        followStages(facts, oldStages);
    }
    if (!sameOrder(oldCampaigns, facts.campaigns)) {
        followCampaigns(facts, oldCampaigns);
    }
    return true;
}

Result<void> reload(Facts& facts, const Workbook& workbook)
{
    Result<Facts> all = loadFacts(workbook);
    if (!all) {
        return fail(all.error());
    }
    facts = std::move(*all);
    return {};
}

} // namespace

Result<void> patchFacts(Facts& facts, const Workbook& workbook, const Change& change)
{
    // Reading a lead by itself takes some ten times as long as reading it among all.
    if (change.bulk || change.leads.size() > 100 + facts.leadCount() / 10) {
        return reload(facts, workbook);
    }
    std::vector<StageFact> oldStages;
    std::vector<CampaignFact> oldCampaigns;
    if (change.definitions) {
        oldStages = facts.stages;
        oldCampaigns = facts.campaigns;
    }
    Result<Coder> coder =
        change.definitions ? Coder::of(workbook, facts) : Coder::forRows(workbook, facts);
    if (!coder) {
        return fail(coder.error());
    }
    if (change.definitions) {
        const Result<bool> followed = followDefinitions(facts, *coder, oldStages, oldCampaigns);
        if (!followed) {
            return fail(followed.error());
        }
        if (!*followed) {
            return reload(facts, workbook);
        }
    }
    if (!change.leads.empty()) {
        if (const Result<void> done = patchLeads(facts, *coder, change.leads); !done) {
            return done;
        }
    }
    if (!change.deals.empty()) {
        const Result<void> done = patchDeals(facts, workbook.reader(), *coder, change.deals);
        if (!done) {
            return done;
        }
    }
    if (change.costs) {
        if (const Result<void> done = readCosts(facts, workbook.reader(), *coder); !done) {
            return done;
        }
    }
    return change.audience ? readAudience(facts, workbook.reader()) : Result<void>{};
}

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/traits.h"

#include "core/analytics/cohort.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace tandem {
namespace {

// A field tells groups apart if its groups are of some size on average, or if it has few values.
constexpr std::size_t kFewValues = 50;
constexpr std::size_t kLeadsPerValue = 10;

struct Group {
    std::int64_t leads = 0;
    std::int64_t converted = 0;
};

/// The channel of each lead's first touch up to as_of, undated ones after the dated.
std::vector<Code> firstChannels(const Facts& facts, Instant asOf)
{
    std::vector<Code> codes(facts.leadCount(), kBlank);
    for (LeadRow row = 0; row < facts.leadCount(); ++row) {
        const std::uint32_t begin = facts.touchBegin[row];
        const std::uint32_t end = begin + touchesUpTo(facts, row, asOf);
        std::uint32_t first = begin;
        while (first < end && facts.touchAt[first] == kUndated.seconds) {
            ++first;
        }
        if (first == end) {
            first = begin;
        }
        codes[row] = first < end ? facts.touchChannel[first] : kBlank;
    }
    return codes;
}

class Search {
public:
    Search(const Cohort& cohort, StageIndex goal) : m_cohort(cohort)
    {
        for (const LeadRow row : cohort.members) {
            m_converted.push_back(cohort.reaches(row, goal) != kNever ? 1 : 0);
        }
        m_result.leads = static_cast<std::int64_t>(cohort.members.size());
        m_result.converted =
            std::accumulate(m_converted.begin(), m_converted.end(), std::int64_t{0});
        if (m_result.leads > 0) {
            m_result.rate =
                static_cast<double>(m_result.converted) / static_cast<double>(m_result.leads);
        }
    }

    void addField(const std::string& name, const std::vector<Code>& codes,
                  const Dictionary& dictionary)
    {
        std::vector<Group> groups(dictionary.size());
        for (std::size_t i = 0; i < m_cohort.members.size(); ++i) {
            Group& group = groups[codes[m_cohort.members[i]]];
            ++group.leads;
            group.converted += m_converted[i];
        }
        const auto values = static_cast<std::size_t>(
            std::ranges::count_if(groups, [](const Group& group) { return group.leads > 0; }));
        if (values < 2) {
            return; // everybody is alike
        }
        if (values > kFewValues && values * kLeadsPerValue > m_cohort.members.size()) {
            m_result.notCategorical.push_back(name);
            return;
        }
        for (Code code = 0; code < groups.size(); ++code) {
            if (groups[code].leads > 0) {
                addTrait(name, dictionary.text(code), groups[code]);
            }
        }
    }

    Traits finish()
    {
        std::vector<double> p;
        for (const Trait& trait : m_result.traits) {
            p.push_back(trait.p);
        }
        const std::vector<bool> significant = benjaminiHochberg(p, 0.05);
        for (std::size_t i = 0; i < p.size(); ++i) {
            m_result.traits[i].significant = significant[i];
        }
        std::ranges::stable_sort(m_result.traits, {}, [](const Trait& trait) {
            return std::tuple(trait.p, -trait.leads);
        });
        return std::move(m_result);
    }

private:
    void addTrait(const std::string& field, const std::string& value, const Group& group)
    {
        Trait trait;
        trait.field = field;
        trait.value = value;
        trait.leads = group.leads;
        trait.converted = group.converted;
        trait.rate = static_cast<double>(group.converted) / static_cast<double>(group.leads);
        if (m_result.converted > 0) {
            trait.lift = trait.rate / *m_result.rate;
        }
        trait.interval = wilson(group.converted, group.leads);
        if (group.leads < kFewestLeads) {
            m_result.tooFew.push_back(trait);
            return;
        }
        const std::int64_t others = m_result.leads - group.leads;
        const std::int64_t othersConverted = m_result.converted - group.converted;
        trait.p = fisherExact(group.converted, group.leads - group.converted, othersConverted,
                              others - othersConverted);
        m_result.traits.push_back(trait);
    }

    const Cohort& m_cohort;
    std::vector<std::uint8_t> m_converted; // by member
    Traits m_result;
};

} // namespace

std::vector<bool> benjaminiHochberg(const std::vector<double>& p, double rate)
{
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&p](std::size_t i) { return p[i]; });
    std::size_t significant = 0; // the largest rank k with p(k) <= k / m * rate
    for (std::size_t k = 1; k <= order.size(); ++k) {
        const double limit = rate * static_cast<double>(k) / static_cast<double>(order.size());
        if (p[order[k - 1]] <= limit) {
            significant = k;
        }
    }
    std::vector<bool> result(p.size(), false);
    for (std::size_t k = 0; k < significant; ++k) {
        result[order[k]] = true;
    }
    return result;
}

Result<Traits> traits(const Facts& facts, const Query& query,
                      const std::optional<std::string>& toStage)
{
    const Result<Cohort> cohort = cohortOf(facts, query, {});
    if (!cohort) {
        return fail(cohort.error());
    }
    auto goal = static_cast<StageIndex>(facts.rankedStages() - 1);
    if (toStage) {
        const Result<StageIndex> stage = rankedStageByName(facts, *toStage);
        if (!stage) {
            return fail(stage.error());
        }
        goal = *stage;
    }
    Search search(*cohort, goal);
    for (const LeadColumn& column : facts.leadColumns) {
        search.addField(column.name, column.codes, column.dictionary);
    }
    search.addField("first touch channel", firstChannels(facts, query.asOf), facts.channels);
    return search.finish();
}

} // namespace tandem

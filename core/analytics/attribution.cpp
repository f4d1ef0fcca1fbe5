// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/attribution.h"

#include "core/analytics/deal_standing.h"
#include "core/analytics/markov.h"
#include "core/analytics/reach.h"

#include <algorithm>
#include <map>

namespace tandem {
namespace {

/// The touches of a path: when, and of which campaign (position in Facts::campaigns).
struct Path {
    std::vector<std::int64_t> at;
    std::vector<std::uint32_t> campaigns;
};

/// What a campaign gets in a month.
struct MonthSums {
    Money cost, credit;
    double weight = 0.0; ///< its part in the deals of the month, to spread Markov's credit
};

class Account {
public:
    Account(const Facts& facts, const Query& query, const AttributionOptions& options)
        : m_facts(facts), m_query(query), m_options(options), m_months(facts.campaigns.size()),
          m_chain(options.model == CreditModel::Markov ? facts.campaigns.size() : 0)
    {
        m_result.model = options.model;
        m_result.campaigns.resize(facts.campaigns.size());
        for (std::size_t i = 0; i < facts.campaigns.size(); ++i) {
            m_result.campaigns[i].campaign = static_cast<std::uint32_t>(i + 1);
        }
    }

    Attribution settle(const Selection& selection)
    {
        const bool needsReaches = m_options.model == CreditModel::W;
        const Reaches reach = needsReaches ? reaches(m_facts, m_query.asOf) : Reaches{};
        const auto stageAt = [&](const char* name, LeadRow lead) {
            const std::optional<StageIndex> stage = m_facts.stageNamed(name);
            return stage && *stage < reach.ranked ? reach(lead, *stage) : kNever;
        };
        std::vector<std::uint8_t> hasWin(m_facts.leadCount(), 0);
        for (const DealFact& deal : m_facts.deals) {
            if (!isSelected(deal, selection)) {
                continue;
            }
            const DealStanding standing = standingAt(deal, m_query.asOf);
            if (standing == DealStanding::Open) {
                addInfluence(deal);
            } else if (standing == DealStanding::Won) {
                if (deal.lead) {
                    hasWin[*deal.lead] = 1;
                }
                PathMarks marks;
                marks.halfLifeDays = m_options.halfLifeDays;
                if (deal.lead && m_options.model == CreditModel::W) {
                    marks.mql = stageAt("MQL", *deal.lead);
                    marks.opportunity = stageAt("Opportunity", *deal.lead);
                }
                addWin(deal, marks);
            }
        }
        if (m_options.model == CreditModel::Markov) {
            addJourneysWithoutWin(selection, hasWin);
            shareByRemoval();
        }
        addCosts();
        for (std::size_t i = 0; i < m_months.size(); ++i) {
            finish(i);
        }
        return std::move(m_result);
    }

private:
    Path pathOf(LeadRow lead, Instant end)
    {
        Path path;
        const std::int64_t from =
            end.seconds - static_cast<std::int64_t>(m_options.lookbackDays) * kSecondsPerDay;
        const std::uint32_t begin = m_facts.touchBegin[lead];
        const std::uint32_t stop = begin + touchesUpTo(m_facts, lead, std::min(end, m_query.asOf));
        for (std::uint32_t i = begin; i < stop; ++i) {
            if (m_facts.touchCampaign[i] == 0) {
                continue;
            }
            if (m_facts.touchAt[i] == kUndated.seconds) {
                ++m_result.undatedTouches;
            } else if (m_facts.touchAt[i] >= from) {
                path.at.push_back(m_facts.touchAt[i]);
                path.campaigns.push_back(m_facts.touchCampaign[i] - 1);
            }
        }
        return path;
    }

    void addWin(const DealFact& deal, const PathMarks& marks)
    {
        const bool dated = deal.closedAt && *deal.closedAt != kUndated;
        m_result.undated += dated ? 0 : 1;
        if (!m_query.period.isAll() && !(dated && m_query.period.contains(*deal.closedAt))) {
            return;
        }
        ++m_result.deals;
        const Money amount = deal.amount.value_or(Money{});
        m_result.totalRevenue += amount;
        if (m_options.model == CreditModel::Recorded) {
            if (deal.campaign == kBlank) {
                creditNobody(amount);
            } else {
                credit(deal.campaign - 1, amount, 1.0, deal.closedAt);
            }
            return;
        }
        const Path path = deal.lead && dated ? pathOf(*deal.lead, *deal.closedAt) : Path{};
        m_result.touches += static_cast<std::int64_t>(path.at.size());
        if (path.at.empty()) {
            creditNobody(amount);
            return;
        }
        if (m_options.model == CreditModel::Markov) {
            m_chain.add(path.campaigns, true);
            m_pathRevenue += amount;
            m_pathDeals += 1.0;
            const Day month = monthOf(m_facts.timeZone, *deal.closedAt);
            m_winsByMonth[month] += 1.0;
            for (const std::uint32_t campaign : path.campaigns) {
                m_months[campaign][month].weight +=
                    1.0 / static_cast<double>(path.campaigns.size());
            }
            return;
        }
        const std::vector<double> shares = pathShares(m_options.model, path.at, marks);
        const std::vector<Money> parts = share(amount, shares);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            credit(path.campaigns[i], parts[i], shares[i], deal.closedAt);
        }
    }

    void credit(std::size_t campaign, Money amount, double conversions,
                std::optional<Instant> closedAt)
    {
        m_result.campaigns[campaign].credit += amount;
        m_result.campaigns[campaign].conversions += conversions;
        if (closedAt && *closedAt != kUndated) {
            m_months[campaign][monthOf(m_facts.timeZone, *closedAt)].credit += amount;
        }
    }

    void creditNobody(Money amount)
    {
        m_result.noCampaignCredit += amount;
        m_result.noCampaignConversions += 1.0;
    }

    void addInfluence(const DealFact& deal)
    {
        if (!deal.lead) {
            return;
        }
        const std::uint32_t begin = m_facts.touchBegin[*deal.lead];
        const std::uint32_t end = begin + touchesUpTo(m_facts, *deal.lead, m_query.asOf);
        std::vector<std::uint32_t> met(m_facts.touchCampaign.begin() + begin,
                                       m_facts.touchCampaign.begin() + end);
        std::ranges::sort(met);
        const auto repeated = std::ranges::unique(met);
        met.erase(repeated.begin(), repeated.end());
        for (const std::uint32_t campaign : met) {
            if (campaign != 0) {
                ++m_result.campaigns[campaign - 1].openDeals;
                m_result.campaigns[campaign - 1].openAmount += deal.amount.value_or(Money{});
            }
        }
    }

    void addJourneysWithoutWin(const Selection& selection, const std::vector<std::uint8_t>& hasWin)
    {
        const std::int64_t undated = m_result.undatedTouches;
        for (LeadRow lead = 0; lead < m_facts.leadCount(); ++lead) {
            const std::uint32_t count = touchesUpTo(m_facts, lead, m_query.asOf);
            if (hasWin[lead] != 0 || !selection[lead] || count == 0) {
                continue;
            }
            // The window ends at the last touch of a campaign.
            std::uint32_t last = m_facts.touchBegin[lead] + count;
            while (last > m_facts.touchBegin[lead] && m_facts.touchCampaign[last - 1] == 0) {
                --last;
            }
            if (last == m_facts.touchBegin[lead] || m_facts.touchAt[last - 1] == kUndated.seconds) {
                continue;
            }
            m_chain.add(pathOf(lead, Instant{m_facts.touchAt[last - 1]}).campaigns, false);
        }
        m_result.undatedTouches = undated; // only those of the deals' leads are told
    }

    void shareByRemoval()
    {
        const std::vector<double> effects = m_chain.removalEffects();
        double sum = 0.0;
        for (const double effect : effects) {
            sum += effect;
        }
        if (sum <= 0.0) {
            return; // no deal has a path
        }
        const std::vector<Money> parts = share(m_pathRevenue, effects);
        for (std::size_t i = 0; i < effects.size(); ++i) {
            m_result.campaigns[i].credit += parts[i];
            m_result.campaigns[i].conversions += m_pathDeals * effects[i] / sum;
            spreadOverMonths(i, parts[i]);
        }
    }

    /// A campaign may be credited for leading to others although it is on no converting path
    /// itself; then its credit falls in the months of all wins.
    void spreadOverMonths(std::size_t campaign, Money credit)
    {
        std::vector<Day> months;
        std::vector<double> weights;
        for (const auto& [month, sums] : m_months[campaign]) {
            months.push_back(month);
            weights.push_back(sums.weight);
        }
        if (months.empty()) {
            for (const auto& [month, wins] : m_winsByMonth) {
                months.push_back(month);
                weights.push_back(wins);
            }
        }
        const std::vector<Money> parts = share(credit, weights);
        for (std::size_t k = 0; k < months.size(); ++k) {
            m_months[campaign][months[k]].credit += parts[k];
        }
    }

    void addCosts()
    {
        for (const CostFact& cost : m_facts.costs) {
            const bool dated = cost.at != kUndated;
            if (cost.at > m_query.asOf ||
                (!m_query.period.isAll() && !(dated && m_query.period.contains(cost.at)))) {
                continue;
            }
            if (cost.campaign == kBlank) {
                m_result.noCampaignCost += cost.amount;
                continue;
            }
            m_result.campaigns[cost.campaign - 1].cost += cost.amount;
            if (dated) {
                m_months[cost.campaign - 1][monthOf(m_facts.timeZone, cost.at)].cost += cost.amount;
            }
        }
    }

    void finish(std::size_t i)
    {
        CampaignReturn& result = m_result.campaigns[i];
        if (result.cost.minor != 0) {
            result.roi = static_cast<double>((result.credit - result.cost).minor) /
                         static_cast<double>(result.cost.minor);
        }
        std::map<Day, MonthSums>& months = m_months[i];
        if (months.empty()) {
            return;
        }
        Day month = months.begin()->first;
        const Day last = months.rbegin()->first;
        if (const auto starts = m_facts.campaigns[i].starts; starts && m_query.period.isAll()) {
            month = std::min(month, *starts + -(civilFromDay(*starts).day - 1));
        }
        ReturnMonth sums;
        for (; month <= last; month = nextMonth(month)) {
            const auto found = months.find(month);
            sums.month = month;
            sums.cost = found == months.end() ? Money{} : found->second.cost;
            sums.credit = found == months.end() ? Money{} : found->second.credit;
            sums.cumulativeCost += sums.cost;
            sums.cumulativeCredit += sums.credit;
            result.months.push_back(sums);
            if (!result.paybackMonth && sums.cumulativeCost.minor > 0 &&
                sums.cumulativeCredit >= sums.cumulativeCost) {
                result.paybackMonth = month;
            }
        }
    }

    const Facts& m_facts;
    const Query& m_query;
    const AttributionOptions& m_options;
    Attribution m_result;
    std::vector<std::map<Day, MonthSums>> m_months;
    MarkovChain m_chain;
    std::map<Day, double> m_winsByMonth;
    Money m_pathRevenue;
    double m_pathDeals = 0.0;
};

} // namespace

Result<Attribution> attribution(const Facts& facts, const Query& query,
                                const AttributionOptions& options)
{
    if (options.lookbackDays <= 0) {
        return fail(ErrorCode::BadInput, "look-back window", "it must be at least a day");
    }
    if (!(options.halfLifeDays > 0.0)) {
        return fail(ErrorCode::BadInput, "half-life", "it must be longer than nothing");
    }
    const Result<Selection> selected = select(facts, query.where, query.asOf);
    if (!selected) {
        return fail(selected.error());
    }
    return Account(facts, query, options).settle(*selected);
}

} // namespace tandem

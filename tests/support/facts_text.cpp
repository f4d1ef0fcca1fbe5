// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/facts_text.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <stdexcept>

namespace tandem::test {
namespace {

constexpr std::array kBuiltIn{"source",       "persona", "owner",    "company",   "industry",
                              "company_size", "country", "city",     "job_title", "budget",
                              "authority",    "need",    "timeline", "consent",   "tags"};

double number(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) {
        throw std::invalid_argument("no number: " + std::string(text));
    }
    return value;
}

std::string spaced(std::string_view text)
{
    std::string result(text);
    std::ranges::replace(result, '_', ' ');
    return result;
}

std::vector<std::string_view> words(std::string_view text)
{
    std::vector<std::string_view> result;
    for (const std::string_view word : split(text, ' ')) {
        if (!trimmed(word).empty()) {
            result.push_back(trimmed(word));
        }
    }
    return result;
}

/// What stands before and after a character; empty if it is not there.
std::optional<std::pair<std::string_view, std::string_view>> cut(std::string_view text, char at)
{
    const std::size_t place = text.find(at);
    if (place == std::string_view::npos) {
        return std::nullopt;
    }
    return std::pair{text.substr(0, place), text.substr(place + 1)};
}

Money money(std::string_view text)
{
    return Money{std::llround(number(text) * 100)};
}

struct TouchText {
    Instant at = kUndated;
    std::string channel, outcome, content, person;
    Direction direction = Direction::None;
    Team team = Team::None;
    std::uint32_t campaign = 0;
};

/// Reads the text line by line into facts.
class Builder {
public:
    Facts build(std::string_view text)
    {
        m_facts.currency = "EUR";
        for (const char* name : kBuiltIn) {
            m_facts.leadColumns.push_back({name, false, {}, {}});
        }
        m_facts.leadColumns.push_back({"lead", true, {}, {}});
        m_facts.changeBegin.push_back(0);
        m_facts.touchBegin.push_back(0);
        for (const std::string_view line : split(text, '\n')) {
            if (!trimmed(line).empty()) {
                readLine(trimmed(line));
            }
        }
        if (m_facts.stages.empty()) {
            defaultStages();
        }
        return std::move(m_facts);
    }

private:
    void readLine(std::string_view line)
    {
        const std::vector<std::string_view> parts = words(line);
        if (parts[0] == "stages") {
            readStages(parts);
        } else if (parts[0] == "campaign") {
            readCampaign(parts);
        } else if (parts[0] == "cost") {
            const auto amount = cut(parts[2], '@');
            m_facts.costs.push_back(
                {campaign(parts[1]), onDay(number(amount->second)), money(amount->first)});
        } else {
            defaultStages();
            readLead(line);
        }
    }

    void defaultStages()
    {
        if (m_facts.stages.empty()) {
            readStages(words("stages Lead MQL SQL Opp Won / Nurture Disqualified! Lost!"));
        }
    }

    void readStages(const std::vector<std::string_view>& parts)
    {
        bool ranked = true;
        for (std::size_t i = 1; i < parts.size(); ++i) {
            if (parts[i] == "/") {
                ranked = false;
                continue;
            }
            StageFact stage;
            stage.id = {static_cast<std::int64_t>(m_facts.stages.size() + 1)};
            stage.hasRecords = !parts[i].ends_with('-');
            stage.endsTheLead = parts[i].ends_with('!');
            const bool marked = !stage.hasRecords || stage.endsTheLead;
            stage.name = spaced(parts[i].substr(0, parts[i].size() - (marked ? 1 : 0)));
            stage.ranked = ranked;
            m_facts.stages.push_back(stage);
        }
    }

    Code campaign(std::string_view key)
    {
        for (std::size_t i = 0; i < m_facts.campaigns.size(); ++i) {
            if (m_facts.campaigns[i].key == key) {
                return static_cast<Code>(i + 1);
            }
        }
        CampaignFact fact;
        fact.id = {static_cast<std::int64_t>(m_facts.campaigns.size() + 1)};
        fact.key = fact.name = key;
        m_facts.campaigns.push_back(fact);
        return static_cast<Code>(m_facts.campaigns.size());
    }

    void readCampaign(const std::vector<std::string_view>& parts)
    {
        const Code code = campaign(parts[1]);
        for (std::size_t i = 2; i < parts.size(); ++i) {
            const auto pair = cut(parts[i], '=');
            CampaignFact& fact = m_facts.campaigns[code - 1];
            if (pair->first == "name") {
                fact.name = spaced(pair->second);
            } else if (pair->first == "budget") {
                fact.budget = money(pair->second);
            } else if (pair->first == "starts") {
                fact.starts = m_facts.timeZone.dayOf(onDay(number(pair->second)));
            } else {
                throw std::invalid_argument(std::string(parts[i]));
            }
        }
    }

    LeadColumn& column(std::string_view name)
    {
        const bool custom = name.starts_with("custom:");
        const std::string plain = spaced(custom ? name.substr(7) : name);
        for (LeadColumn& column : m_facts.leadColumns) {
            if (column.custom == custom && spaced(column.name) == plain) {
                return column;
            }
        }
        if (!custom) {
            throw std::invalid_argument("no such field: " + plain);
        }
        m_facts.leadColumns.push_back(
            {plain, true, std::vector<Code>(m_facts.leadIds.size(), kBlank), {}});
        return m_facts.leadColumns.back();
    }

    void set(LeadColumn& column, std::string_view value)
    {
        column.codes.back() = column.dictionary.add(spaced(value));
    }

    void readLead(std::string_view line)
    {
        const auto named = cut(line, ':');
        if (!named) {
            throw std::invalid_argument("a lead's line begins with its name and a colon");
        }
        m_facts.leadIds.push_back({static_cast<std::int64_t>(m_facts.leadIds.size() + 1)});
        m_facts.leadCreated.push_back(kUndated);
        for (LeadColumn& column : m_facts.leadColumns) {
            column.codes.push_back(kBlank);
        }
        set(column("custom:lead"), trimmed(named->first));
        for (const std::string_view part : split(named->second, '|')) {
            readPart(words(part));
        }
        finishLead();
    }

    void readPart(const std::vector<std::string_view>& parts)
    {
        if (parts.empty()) {
            return;
        }
        if (parts[0].find('=') != std::string_view::npos) {
            for (const std::string_view word : parts) {
                const auto pair = cut(word, '=');
                if (pair->first == "created") {
                    m_facts.leadCreated.back() = onDay(number(pair->second));
                } else {
                    set(column(pair->first), pair->second);
                }
            }
        } else if (parts[0] == "won" || parts[0] == "lost" || parts[0] == "open") {
            readDeals(parts);
        } else if (parts[0].find('@') != std::string_view::npos || parts[0].ends_with('?')) {
            for (const std::string_view word : parts) {
                const auto [name, at] = timed(word);
                const auto stage = m_facts.stageNamed(spaced(name));
                if (!stage) {
                    throw std::invalid_argument("no such stage: " + std::string(name));
                }
                m_changes.emplace_back(at, *stage);
            }
        } else {
            readTouches(parts);
        }
    }

    /// "MQL@3" or "MQL?".
    static std::pair<std::string_view, Instant> timed(std::string_view word)
    {
        if (word.ends_with('?')) {
            return {word.substr(0, word.size() - 1), kUndated};
        }
        const auto pair = cut(word, '@');
        return {pair->first, onDay(number(pair->second))};
    }

    void readTouches(const std::vector<std::string_view>& parts)
    {
        std::string channel;
        for (const std::string_view word : parts) {
            if (const auto pair = cut(word, ':')) {
                TouchText& touch = m_touches.back();
                const std::string value = spaced(pair->second);
                if (pair->first == "campaign") {
                    touch.campaign = campaign(pair->second);
                } else if (pair->first == "team") {
                    touch.team = teamFromWord(value).value();
                } else if (pair->first == "outcome") {
                    touch.outcome = value;
                } else if (pair->first == "content") {
                    touch.content = value;
                } else if (pair->first == "person") {
                    touch.person = value;
                } else {
                    throw std::invalid_argument(std::string(word));
                }
            } else if (word.ends_with('?') || word.find('@') != std::string_view::npos) {
                const auto [direction, at] = timed(word);
                TouchText touch;
                touch.at = at;
                touch.channel = channel;
                touch.direction = directionFromWord(direction).value_or(Direction::None);
                m_touches.push_back(touch);
            } else {
                channel = spaced(word);
            }
        }
    }

    void readDeals(const std::vector<std::string_view>& parts)
    {
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (const auto pair = cut(parts[i], ':')) {
                setDealField(m_facts.deals.back(), pair->first, pair->second);
                continue;
            }
            DealFact deal;
            deal.id = {static_cast<std::int64_t>(m_facts.deals.size() + 1)};
            deal.lead = static_cast<LeadRow>(m_facts.leadIds.size() - 1);
            deal.outcome = outcomeFromWord(parts[i]).value();
            ++i;
            if (const auto pair = cut(parts[i], '@')) {
                deal.amount = money(pair->first);
                deal.closedAt = onDay(number(pair->second));
            } else {
                deal.amount = money(parts[i]);
            }
            m_facts.deals.push_back(deal);
        }
    }

    void setDealField(DealFact& deal, std::string_view name, std::string_view value)
    {
        if (name == "campaign") {
            deal.campaign = campaign(value);
        } else if (name == "opened") {
            deal.openedAt = onDay(number(value));
        } else if (name == "expected") {
            deal.expectedClose = m_facts.timeZone.dayOf(onDay(number(value)));
        } else if (name == "probability") {
            deal.probability = number(value);
        } else if (name == "stage") {
            deal.stage = spaced(value);
        } else if (name == "owner") {
            deal.owner = spaced(value);
        } else if (name == "product") {
            deal.product = spaced(value);
        } else {
            throw std::invalid_argument(std::string(name));
        }
    }

    void finishLead()
    {
        std::ranges::stable_sort(m_changes, {}, &std::pair<Instant, StageIndex>::first);
        for (const auto& [at, stage] : m_changes) {
            m_facts.changeAt.push_back(at.seconds);
            m_facts.changeTo.push_back(stage);
        }
        m_changes.clear();
        m_facts.changeBegin.push_back(static_cast<std::uint32_t>(m_facts.changeAt.size()));

        std::ranges::stable_sort(m_touches, {}, &TouchText::at);
        for (const TouchText& touch : m_touches) {
            m_facts.touchAt.push_back(touch.at.seconds);
            m_facts.touchChannel.push_back(
                static_cast<std::uint16_t>(m_facts.channels.add(touch.channel)));
            m_facts.touchOutcome.push_back(
                static_cast<std::uint16_t>(m_facts.outcomes.add(touch.outcome)));
            m_facts.touchCampaign.push_back(touch.campaign);
            m_facts.touchContent.push_back(m_facts.contents.add(touch.content));
            m_facts.touchPerson.push_back(m_facts.persons.add(touch.person));
            m_facts.touchDirection.push_back(touch.direction);
            m_facts.touchTeam.push_back(touch.team);
        }
        m_touches.clear();
        m_facts.touchBegin.push_back(static_cast<std::uint32_t>(m_facts.touchAt.size()));
    }

    Facts m_facts;
    std::vector<std::pair<Instant, StageIndex>> m_changes;
    std::vector<TouchText> m_touches;
};

} // namespace

Facts factsFrom(std::string_view text)
{
    return Builder().build(text);
}

LeadRow rowNamed(const Facts& facts, std::string_view name)
{
    const LeadColumn* column = facts.column("lead");
    for (LeadRow row = 0; row < facts.leadCount(); ++row) {
        if (column->dictionary.text(column->codes[row]) == name) {
            return row;
        }
    }
    throw std::invalid_argument("no such lead: " + std::string(name));
}

std::string namesOf(const Facts& facts, const std::vector<LeadRow>& rows)
{
    std::vector<std::string> names;
    const LeadColumn* column = facts.column("lead");
    for (const LeadRow row : rows) {
        names.push_back(column->dictionary.text(column->codes[row]));
    }
    return joined(names, " ");
}

} // namespace tandem::test

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/evaluate.h"

#include "core/base/text.h"
#include "core/facts/standing.h"
#include "core/rules/text_test.h"

#include <algorithm>
#include <fmt/format.h>

namespace tandem {

/// A condition with everything looked up that does not depend on the lead.
struct Rule::Node {
    using Mask = std::vector<std::uint8_t>; // by code; empty: everything passes

    const Facts* facts = nullptr;
    Instant asOf;
    Criterion criterion; // of a group without its parts
    std::vector<Node> parts;
    enum class Subject : std::uint8_t {
        Group,
        Column,
        Stage,
        DaysInStage,
        DaysKnown,
        Touches,
        Deals
    };
    Subject subject = Subject::Group;

    const LeadColumn* column = nullptr;
    std::vector<Truth> byCode; // of a column's codes, or of the stages
    Mask channels, outcomes, contents, campaigns;
    std::int64_t since = kUndated.seconds; // touches and deals: not before this
    std::vector<std::uint32_t> dealCounts; // by lead

    Truth test(LeadRow row) const;
    Explanation explain(LeadRow row) const;

    std::optional<double> days(LeadRow row) const;
    std::int64_t countTouches(LeadRow row) const;
};

namespace {

using Node = Rule::Node;

bool passes(const Node::Mask& mask, std::size_t code)
{
    return mask.empty() || mask[code] != 0;
}

Node::Mask maskOf(const Dictionary& dictionary, const std::vector<std::string>& wanted)
{
    Node::Mask mask;
    if (wanted.empty()) {
        return mask;
    }
    mask.resize(dictionary.size());
    for (Code code = 0; code < dictionary.size(); ++code) {
        mask[code] = std::ranges::any_of(wanted, [&](const std::string& text) {
            return folded(text) == folded(dictionary.text(code));
        });
    }
    return mask;
}

/// Campaigns are meant by key or by name; code 0 is "none".
Result<Node::Mask> campaignMask(const Facts& facts, const std::vector<std::string>& wanted)
{
    Node::Mask mask;
    if (wanted.empty()) {
        return mask;
    }
    mask.resize(facts.campaigns.size() + 1);
    for (const std::string& text : wanted) {
        bool found = false;
        for (std::size_t c = 0; c < facts.campaigns.size(); ++c) {
            const CampaignFact& campaign = facts.campaigns[c];
            if (campaign.key == text || folded(campaign.name) == folded(text)) {
                mask[c + 1] = 1;
                found = true;
            }
        }
        if (!found) {
            std::vector<std::string> names;
            for (const CampaignFact& campaign : facts.campaigns) {
                names.push_back(campaign.name);
            }
            return fail(ErrorCode::NotFound, fmt::format("campaign '{}'", text),
                        "near names: " + joined(nearNames(text, names), ", "));
        }
    }
    return mask;
}

bool among(const std::vector<std::string>& wanted, std::string_view text)
{
    return wanted.empty() || std::ranges::any_of(wanted, [&](const std::string& one) {
               return folded(one) == folded(text);
           });
}

Result<void> compileField(Node& node, const Facts& facts)
{
    const Criterion& c = node.criterion;
    const std::string field = folded(c.field);
    if (field == "stage") {
        for (const std::string& value : c.values) {
            if (!facts.stageNamed(value)) {
                std::vector<std::string> names;
                for (const StageFact& stage : facts.stages) {
                    names.push_back(stage.name);
                }
                return fail(ErrorCode::NotFound, fmt::format("stage '{}'", value),
                            "near names: " + joined(nearNames(value, names), ", "));
            }
        }
        node.subject = Node::Subject::Stage;
        for (const StageFact& stage : facts.stages) {
            node.byCode.push_back(testText(c.op, c.values, stage.name, node.asOf));
        }
        return {};
    }
    if (field == "days in stage" || field == "days known") {
        node.subject =
            field == "days known" ? Node::Subject::DaysKnown : Node::Subject::DaysInStage;
        return {};
    }
    node.column = facts.column(c.field);
    if (node.column == nullptr) {
        return fail(ErrorCode::NotFound, fmt::format("field '{}'", c.field),
                    "near names: " + joined(nearNames(c.field, criterionFields(facts)), ", "));
    }
    node.subject = Node::Subject::Column;
    for (Code code = 0; code < node.column->dictionary.size(); ++code) {
        node.byCode.push_back(
            testText(c.op, c.values, node.column->dictionary.text(code), node.asOf));
    }
    return {};
}

void countDeals(Node& node, const Facts& facts)
{
    node.dealCounts.resize(facts.leadCount());
    const DealTest& test = node.criterion.deals;
    for (const DealFact& deal : facts.deals) {
        const Instant last = deal.closedAt.value_or(deal.openedAt.value_or(kUndated));
        const bool counted = deal.lead && last <= node.asOf && last.seconds >= node.since &&
                             among(test.outcomes, outcomeWord(deal.outcome)) &&
                             among(test.stages, deal.stage) && among(test.products, deal.product) &&
                             among(test.saleTypes, deal.saleType);
        if (counted) {
            ++node.dealCounts[*deal.lead];
        }
    }
}

Result<Node> compileNode(const Criterion& criterion, const Facts& facts, Instant asOf)
{
    Node node;
    node.facts = &facts;
    node.asOf = asOf;
    for (const Criterion& part : criterion.parts) {
        auto compiled = compileNode(part, facts, asOf);
        if (!compiled) {
            return compiled;
        }
        node.parts.push_back(std::move(*compiled));
    }
    node.criterion = criterion;
    node.criterion.parts.clear();
    const auto firstDay = [&](std::optional<int> days) {
        return days ? asOf.seconds - *days * kSecondsPerDay : kUndated.seconds;
    };
    switch (criterion.kind) {
    case Criterion::Kind::Field:
        if (auto field = compileField(node, facts); !field) {
            return fail(field.error());
        }
        break;
    case Criterion::Kind::Touches: {
        node.subject = Node::Subject::Touches;
        auto campaigns = campaignMask(facts, criterion.touches.campaigns);
        if (!campaigns) {
            return fail(campaigns.error());
        }
        node.campaigns = std::move(*campaigns);
        node.channels = maskOf(facts.channels, criterion.touches.channels);
        node.outcomes = maskOf(facts.outcomes, criterion.touches.outcomes);
        node.contents = maskOf(facts.contents, criterion.touches.contents);
        node.since = firstDay(criterion.touches.withinDays);
        break;
    }
    case Criterion::Kind::Deals:
        node.subject = Node::Subject::Deals;
        node.since = firstDay(criterion.deals.withinDays);
        countDeals(node, facts);
        break;
    default:
        break;
    }
    return node;
}

std::string counted(std::int64_t count, std::string_view one, std::string_view many)
{
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

} // namespace

std::optional<double> Rule::Node::days(LeadRow row) const
{
    const Instant from = subject == Subject::DaysKnown ? facts->leadCreated[row]
                                                       : standingOf(*facts, row, asOf).since;
    if (from == kUndated || from > asOf) {
        return std::nullopt;
    }
    return static_cast<double>((asOf.seconds - from.seconds) / kSecondsPerDay);
}

std::int64_t Rule::Node::countTouches(LeadRow row) const
{
    const TouchTest& asked = criterion.touches;
    std::int64_t count = 0;
    for (std::uint32_t i = facts->touchBegin[row]; i < facts->touchBegin[row + 1]; ++i) {
        const std::int64_t at = facts->touchAt[i];
        if (at > asOf.seconds) {
            break;
        }
        const bool fits =
            at >= since &&
            (asked.direction == Direction::None || facts->touchDirection[i] == asked.direction) &&
            (asked.team == Team::None || facts->touchTeam[i] == asked.team) &&
            passes(channels, facts->touchChannel[i]) &&
            passes(campaigns, facts->touchCampaign[i]) &&
            passes(outcomes, facts->touchOutcome[i]) && passes(contents, facts->touchContent[i]);
        count += fits ? 1 : 0;
    }
    return count;
}

Truth Rule::Node::test(LeadRow row) const
{
    switch (subject) {
    case Subject::Column:
        return byCode[column->codes[row]];
    case Subject::Stage:
        return byCode[standingOf(*facts, row, asOf).stage];
    case Subject::DaysInStage:
    case Subject::DaysKnown: {
        const auto count = days(row);
        if (criterion.op == Operator::Known || criterion.op == Operator::Blank) {
            return count.has_value() == (criterion.op == Operator::Known) ? Truth::Met
                                                                          : Truth::NotMet;
        }
        return count ? testNumber(criterion.op, criterion.values, *count) : Truth::NotKnown;
    }
    case Subject::Touches:
        return testNumber(criterion.op, criterion.values, static_cast<double>(countTouches(row)));
    case Subject::Deals:
        return testNumber(criterion.op, criterion.values, dealCounts[row]);
    case Subject::Group:
        break;
    }
    if (criterion.kind == Criterion::Kind::Not) {
        return static_cast<Truth>(2 - static_cast<int>(parts.front().test(row)));
    }
    const bool all = criterion.kind == Criterion::Kind::All;
    Truth so = all ? Truth::Met : Truth::NotMet;
    for (const Node& part : parts) {
        const Truth truth = part.test(row);
        so = all ? std::min(so, truth) : std::max(so, truth);
    }
    return so;
}

Explanation Rule::Node::explain(LeadRow row) const
{
    Explanation explanation;
    explanation.truth = test(row);
    switch (subject) {
    case Subject::Column:
        explanation.actual = column->dictionary.text(column->codes[row]);
        break;
    case Subject::Stage:
        explanation.actual = facts->stages[standingOf(*facts, row, asOf).stage].name;
        break;
    case Subject::DaysInStage:
    case Subject::DaysKnown:
        if (const auto count = days(row)) {
            explanation.actual = counted(static_cast<std::int64_t>(*count), "day", "days");
        }
        break;
    case Subject::Touches:
        explanation.actual = counted(countTouches(row), "touch", "touches");
        break;
    case Subject::Deals:
        explanation.actual = counted(dealCounts[row], "deal", "deals");
        break;
    case Subject::Group:
        explanation.words = criterion.kind == Criterion::Kind::Not   ? "not"
                            : criterion.kind == Criterion::Kind::All ? "all of"
                                                                     : "any of";
        for (const Node& part : parts) {
            explanation.parts.push_back(part.explain(row));
        }
        return explanation;
    }
    explanation.words = inWords(criterion);
    return explanation;
}

Result<Rule> Rule::compile(const Criterion& criterion, const Facts& facts, Instant asOf)
{
    auto root = compileNode(criterion, facts, asOf);
    if (!root) {
        return fail(root.error());
    }
    return Rule(std::make_unique<Node>(std::move(*root)), facts.leadCount());
}

Rule::Rule(std::unique_ptr<Node> root, std::size_t leads) : m_root(std::move(root)), m_leads(leads)
{
}
Rule::Rule(Rule&&) noexcept = default;
Rule& Rule::operator=(Rule&&) noexcept = default;
Rule::~Rule() = default;

Truth Rule::operator()(LeadRow row) const
{
    return m_root->test(row);
}

Explanation Rule::explain(LeadRow row) const
{
    return m_root->explain(row);
}

std::vector<Truth> Rule::all() const
{
    std::vector<Truth> truths(m_leads);
    for (LeadRow row = 0; row < m_leads; ++row) {
        truths[row] = m_root->test(row);
    }
    return truths;
}

std::vector<std::string> criterionFields(const Facts& facts)
{
    std::vector<std::string> names{"stage", "days in stage", "days known"};
    for (const LeadColumn& column : facts.leadColumns) {
        names.push_back(column.name);
    }
    return names;
}

} // namespace tandem

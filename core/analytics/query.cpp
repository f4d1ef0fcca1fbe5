// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/query.h"

#include "core/analytics/reach.h"
#include "core/base/text.h"

#include <algorithm>

namespace tandem {
namespace {

using Mask = std::vector<std::uint8_t>;

enum class FieldKind { Column, Stage, Campaign, Channel, Team };

struct Field {
    FieldKind kind = FieldKind::Column;
    const LeadColumn* column = nullptr;
};

constexpr std::string_view kCustomPrefix = "custom:";
constexpr std::string_view kOwnWords[]{"stage", "campaign", "channel", "team"};

/// A field's name for comparing: the same for "Company size", "company_size" and "COMPANY-SIZE".
std::string plainName(std::string_view name)
{
    std::string text(name);
    std::ranges::replace(text, '_', ' ');
    std::ranges::replace(text, '-', ' ');
    return folded(text);
}

std::string nearDetail(std::string_view wanted, const std::vector<std::string>& names)
{
    const std::vector<std::string> near = nearNames(wanted, names);
    return near.empty() ? "" : "near names: " + joined(near, ", ");
}

const LeadColumn* columnNamed(const Facts& facts, std::string_view name, bool customOnly)
{
    const LeadColumn* alike = nullptr;
    const std::string plain = plainName(name);
    for (const LeadColumn& column : facts.leadColumns) {
        if (customOnly && !column.custom) {
            continue;
        }
        if (column.name == name) {
            return &column;
        }
        if (alike == nullptr && plainName(column.name) == plain) {
            alike = &column;
        }
    }
    return alike;
}

Result<Field> fieldNamed(const Facts& facts, const std::string& name)
{
    if (lowerAscii(name).starts_with(kCustomPrefix)) {
        const std::string_view bare = std::string_view(name).substr(kCustomPrefix.size());
        if (const LeadColumn* column = columnNamed(facts, bare, true)) {
            return Field{FieldKind::Column, column};
        }
    } else {
        const std::string plain = plainName(name);
        const bool hasTouches = facts.touchCount() > 0;
        const LeadColumn* column = columnNamed(facts, name, false);
        if (plain == "stage") {
            return Field{FieldKind::Stage};
        }
        if (hasTouches || column == nullptr) {
            if (plain == "campaign") {
                return Field{FieldKind::Campaign};
            }
            if (plain == "channel") {
                return Field{FieldKind::Channel};
            }
            if (plain == "team") {
                return Field{FieldKind::Team};
            }
        }
        if (column != nullptr) {
            return Field{FieldKind::Column, column};
        }
    }
    return fail(ErrorCode::NotFound, "field '" + name + "'", nearDetail(name, filterFields(facts)));
}

bool hasTag(std::string_view tags, std::string_view wanted)
{
    return std::ranges::any_of(split(tags, ';'),
                               [wanted](std::string_view tag) { return folded(tag) == wanted; });
}

/// Which codes of a column stand for one of the values.
Mask codesOf(const LeadColumn& column, const std::vector<std::string>& values)
{
    Mask wanted(column.dictionary.size(), 0);
    for (const std::string& value : values) {
        const std::optional<Code> exact = column.dictionary.find(value);
        if (exact &&
            (*exact == kBlank || std::ranges::find(column.codes, *exact) != column.codes.end())) {
            wanted[*exact] = 1;
            if (column.name != "tags") {
                continue;
            }
        }
        const std::string plain = folded(value);
        if (plain.empty()) {
            wanted[kBlank] = 1;
            continue;
        }
        for (Code code = 1; code < column.dictionary.size(); ++code) {
            const std::string& text = column.dictionary.text(code);
            if (folded(text) == plain || (column.name == "tags" && hasTag(text, plain))) {
                wanted[code] = 1;
            }
        }
    }
    return wanted;
}

void keepColumn(const LeadColumn& column, const std::vector<std::string>& values, Mask& in)
{
    const Mask wanted = codesOf(column, values);
    for (std::size_t row = 0; row < in.size(); ++row) {
        in[row] &= wanted[column.codes[row]];
    }
}

void keepStage(const Facts& facts, const Reaches& reach, const std::vector<std::string>& values,
               Mask& in)
{
    Mask wanted(256, 0);
    for (const std::string& value : values) {
        if (const std::optional<StageIndex> stage = facts.stageNamed(value)) {
            wanted[*stage] = 1;
        }
    }
    for (std::size_t row = 0; row < in.size(); ++row) {
        in[row] &= wanted[reach.current[row]];
    }
}

/// Keeps the leads with a touch of a wanted code; or, if blank is wanted, without any code at all.
template <class CodeOf>
void keepTouched(const Facts& facts, Instant asOf, const Mask& wanted, CodeOf&& codeOf, Mask& in)
{
    for (LeadRow row = 0; row < in.size(); ++row) {
        if (in[row] == 0) {
            continue;
        }
        const std::uint32_t begin = facts.touchBegin[row];
        const std::uint32_t end = begin + touchesUpTo(facts, row, asOf);
        bool keep = false;
        bool none = true;
        for (std::uint32_t i = begin; i < end && !keep; ++i) {
            const std::size_t code = codeOf(i);
            none = none && code == 0;
            keep = code != 0 && wanted[code] != 0;
        }
        in[row] = keep || (none && wanted[0] != 0) ? 1 : 0;
    }
}

Mask campaignsOf(const Facts& facts, const std::vector<std::string>& values)
{
    Mask wanted(facts.campaigns.size() + 1, 0);
    for (const std::string& value : values) {
        const std::string plain = folded(value);
        wanted[0] |= plain.empty() ? 1 : 0;
        bool exact = false;
        for (std::size_t i = 0; i < facts.campaigns.size() && !plain.empty(); ++i) {
            if (facts.campaigns[i].key == value || facts.campaigns[i].name == value) {
                wanted[i + 1] = 1;
                exact = true;
            }
        }
        for (std::size_t i = 0; i < facts.campaigns.size() && !plain.empty() && !exact; ++i) {
            if (folded(facts.campaigns[i].key) == plain ||
                folded(facts.campaigns[i].name) == plain) {
                wanted[i + 1] = 1;
            }
        }
    }
    return wanted;
}

Mask channelsOf(const Facts& facts, const std::vector<std::string>& values)
{
    Mask wanted(facts.channels.size(), 0);
    for (const std::string& value : values) {
        if (const std::optional<Code> exact = facts.channels.find(value)) {
            wanted[*exact] = 1;
            continue;
        }
        const std::string plain = folded(value);
        for (Code code = 0; code < facts.channels.size(); ++code) {
            wanted[code] |= folded(facts.channels.text(code)) == plain ? 1 : 0;
        }
    }
    return wanted;
}

Mask teamsOf(const std::vector<std::string>& values)
{
    Mask wanted(3, 0);
    for (const std::string& value : values) {
        if (folded(value).empty()) {
            wanted[0] = 1;
        } else if (const std::optional<Team> team = teamFromWord(value)) {
            wanted[static_cast<std::size_t>(*team)] = 1;
        }
    }
    return wanted;
}

} // namespace

std::size_t Selection::count(const Facts& facts) const
{
    return m_all ? facts.leadCount()
                 : static_cast<std::size_t>(std::ranges::count(m_in, std::uint8_t{1}));
}

Result<Selection> select(const Facts& facts, std::span<const Filter> where, Instant asOf,
                         const Reaches* known)
{
    if (where.empty()) {
        return Selection();
    }
    std::vector<Field> fields;
    for (const Filter& filter : where) {
        const Result<Field> field = fieldNamed(facts, filter.field);
        if (!field) {
            return fail(field.error());
        }
        fields.push_back(*field);
    }
    Mask in(facts.leadCount(), 1);
    for (std::size_t i = 0; i < where.size(); ++i) {
        const std::vector<std::string>& values = where[i].anyOf;
        switch (fields[i].kind) {
        case FieldKind::Column:
            keepColumn(*fields[i].column, values, in);
            break;
        case FieldKind::Stage:
            keepStage(facts, known != nullptr ? *known : reaches(facts, asOf), values, in);
            break;
        case FieldKind::Campaign:
            keepTouched(
                facts, asOf, campaignsOf(facts, values),
                [&](std::uint32_t touch) { return facts.touchCampaign[touch]; }, in);
            break;
        case FieldKind::Channel:
            keepTouched(
                facts, asOf, channelsOf(facts, values),
                [&](std::uint32_t touch) { return facts.touchChannel[touch]; }, in);
            break;
        case FieldKind::Team:
            keepTouched(
                facts, asOf, teamsOf(values),
                [&](std::uint32_t touch) {
                    return static_cast<std::size_t>(facts.touchTeam[touch]);
                },
                in);
            break;
        }
    }
    return Selection(std::move(in));
}

std::vector<std::string> filterFields(const Facts& facts)
{
    std::vector<std::string> names(std::begin(kOwnWords), std::end(kOwnWords));
    const std::size_t own = names.size();
    for (const LeadColumn& column : facts.leadColumns) {
        const std::string plain = plainName(column.name);
        const bool taken =
            column.custom &&
            (std::any_of(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(own),
                         [&](const std::string& name) { return name == plain; }) ||
             columnNamed(facts, column.name, false) != &column);
        names.push_back(taken ? std::string(kCustomPrefix) + column.name : column.name);
    }
    return names;
}

Result<StageIndex> stageByName(const Facts& facts, const std::string& name)
{
    if (const std::optional<StageIndex> stage = facts.stageNamed(name)) {
        return *stage;
    }
    std::vector<std::string> names;
    for (const StageFact& stage : facts.stages) {
        names.push_back(stage.name);
    }
    return fail(ErrorCode::NotFound, "stage '" + name + "'", nearDetail(name, names));
}

Result<StageIndex> rankedStageByName(const Facts& facts, const std::string& name)
{
    const Result<StageIndex> stage = stageByName(facts, name);
    if (stage && !facts.stages[*stage].ranked) {
        return fail(ErrorCode::BadInput, "stage '" + name + "'",
                    "it stands beside the funnel and has no rank in it");
    }
    return stage;
}

std::uint32_t touchesUpTo(const Facts& facts, LeadRow row, Instant asOf)
{
    const std::uint32_t begin = facts.touchBegin[row];
    const std::uint32_t end = facts.touchBegin[row + 1];
    if (begin == end || facts.touchAt[end - 1] <= asOf.seconds) {
        return end - begin;
    }
    const auto first = facts.touchAt.begin() + begin;
    return static_cast<std::uint32_t>(
        std::upper_bound(first, facts.touchAt.begin() + end, asOf.seconds) - first);
}

} // namespace tandem

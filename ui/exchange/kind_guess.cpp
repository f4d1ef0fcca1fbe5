// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/exchange/presets.h"
#include "ui/exchange/survey.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace tandem::ui {

namespace {

struct Hint {
    RecordKind kind;
    std::vector<std::string_view> words;     ///< in a file's name
    std::vector<std::string_view> essential; ///< fields without which a row says little
};

const std::vector<Hint>& hints()
{
    static const std::vector<Hint> list{
        {RecordKind::Leads, {"lead", "contact", "people", "prospect"}, {}},
        {RecordKind::Touches,
         {"touch", "task", "activit", "session", "event", "call", "member", "interaction"},
         {"lead", "at"}},
        {RecordKind::Stages, {"stage", "historychange"}, {"lead", "at", "stage"}},
        {RecordKind::Campaigns, {"campaign"}, {"name"}},
        {RecordKind::Costs, {"cost", "spend", "expense"}, {"amount", "campaign"}},
        {RecordKind::Deals, {"deal", "opportunit", "pipeline", "sales"}, {"amount"}},
        {RecordKind::Content, {"content", "asset"}, {"title"}},
        {RecordKind::Audience, {"audience", "visitor", "follower"}, {"day", "value"}},
    };
    return list;
}

bool serves(const Mapping& mapping, std::string_view field)
{
    return textOf(mapping.columns, field) != nullptr ||
           std::any_of(mapping.values.begin(), mapping.values.end(),
                       [field](const auto& value) { return value.first == field; });
}

/// How many columns of the file find a field of their own.
std::size_t placed(const Mapping& mapping)
{
    std::set<std::string> used;
    for (const auto& [field, column] : mapping.columns) {
        used.insert(column);
    }
    for (const auto& [field, source] : mapping.values) {
        used.insert(source.column);
    }
    if (!mapping.key.empty()) {
        used.insert(mapping.key);
    }
    return used.size();
}

double scoreOf(const Hint& hint, const std::string& name, const TableSample& sample,
               const Mapping& mapping)
{
    double score = 10.0 * static_cast<double>(placed(mapping)) /
                   static_cast<double>(
                       std::max<std::size_t>(4, std::min<std::size_t>(20, sample.columns.size())));
    for (const std::string_view field : hint.essential) {
        score += serves(mapping, field) ? 2.0 : -6.0;
    }
    for (const std::string_view word : hint.words) {
        if (name.find(word) != std::string::npos) {
            score += 5.0;
            break;
        }
    }
    if (hint.kind == RecordKind::Leads) {
        const bool named =
            serves(mapping, "email") || serves(mapping, "name") || serves(mapping, "last_name");
        score += named ? 4.0 : 0.0;
    }
    return score;
}

} // namespace

RecordKind guessKind(const std::string& path, const TableSample& sample,
                     const std::array<Mapping, kKinds>& suggestions)
{
    const std::string name = headerWord(std::filesystem::path(path).stem().string());
    RecordKind best = RecordKind::Leads;
    double most = -1000.0;
    for (const Hint& hint : hints()) {
        const double score =
            scoreOf(hint, name, sample, suggestions[static_cast<std::size_t>(hint.kind)]);
        if (score > most) {
            most = score;
            best = hint.kind;
        }
    }
    return best;
}

int importOrder(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Campaigns:
        return 0;
    case RecordKind::Content:
        return 1;
    case RecordKind::Leads:
        return 2;
    case RecordKind::Stages:
        return 3;
    case RecordKind::Touches:
        return 4;
    case RecordKind::Deals:
        return 5;
    case RecordKind::Costs:
        return 6;
    case RecordKind::Audience:
        return 7;
    }
    return 8;
}

} // namespace tandem::ui

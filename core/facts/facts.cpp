// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/facts/facts.h"

#include "core/base/text.h"

#include <algorithm>

namespace tandem {

Dictionary::Dictionary()
{
    m_texts.emplace_back();
    m_codes.emplace("", kBlank);
}

Code Dictionary::add(std::string_view text)
{
    if (const auto found = m_codes.find(text); found != m_codes.end()) {
        return found->second;
    }
    const auto code = static_cast<Code>(m_texts.size());
    m_texts.emplace_back(text);
    m_codes.emplace(text, code);
    return code;
}

std::optional<Code> Dictionary::find(std::string_view text) const
{
    const auto found = m_codes.find(text);
    return found == m_codes.end() ? std::nullopt : std::optional(found->second);
}

std::optional<LeadRow> Facts::rowOf(LeadId id) const
{
    const auto found = std::ranges::lower_bound(leadIds, id);
    if (found == leadIds.end() || *found != id) {
        return std::nullopt;
    }
    return static_cast<LeadRow>(found - leadIds.begin());
}

const LeadColumn* Facts::column(std::string_view name) const
{
    const LeadColumn* alike = nullptr;
    for (const LeadColumn& column : leadColumns) {
        if (column.name == name) {
            return &column;
        }
        if (alike == nullptr && folded(column.name) == folded(name)) {
            alike = &column;
        }
    }
    return alike;
}

std::optional<StageIndex> Facts::stageNamed(std::string_view name) const
{
    std::optional<StageIndex> alike;
    for (std::size_t i = 0; i < stages.size(); ++i) {
        if (stages[i].name == name && !stages[i].retired) {
            return static_cast<StageIndex>(i);
        }
        // A stage in use wins over a retired one of the same name.
        if (folded(stages[i].name) == folded(name) && (!alike || stages[*alike].retired)) {
            alike = static_cast<StageIndex>(i);
        }
    }
    return alike;
}

StageIndex Facts::rankedStages() const
{
    const auto end = std::ranges::find(stages, false, &StageFact::ranked);
    return static_cast<StageIndex>(end - stages.begin());
}

StageIndex Facts::firstRecordStage() const
{
    const StageIndex ranked = rankedStages();
    for (StageIndex i = 0; i < ranked; ++i) {
        if (stages[i].hasRecords && !stages[i].retired) {
            return i;
        }
    }
    return 0;
}

} // namespace tandem

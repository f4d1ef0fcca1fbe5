// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/facts/facts.h"

#include "core/base/text.h"

#include <algorithm>
#include <functional>

namespace tandem {

Dictionary::Dictionary() : m_texts(1), m_slots(16, kBlank) {}

Code Dictionary::add(std::string_view text)
{
    if (text.empty()) {
        return kBlank;
    }
    std::size_t slot = slotOf(text);
    if (m_slots[slot] == kBlank) {
        if (m_texts.size() * 2 > m_slots.size()) {
            grow();
            slot = slotOf(text);
        }
        m_slots[slot] = static_cast<Code>(m_texts.size());
        m_texts.emplace_back(text);
    }
    return m_slots[slot];
}

std::optional<Code> Dictionary::find(std::string_view text) const
{
    if (text.empty()) {
        return kBlank;
    }
    const Code code = m_slots[slotOf(text)];
    return code == kBlank ? std::nullopt : std::optional(code);
}

/// Where the text is, or where it would go.
std::size_t Dictionary::slotOf(std::string_view text) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = std::hash<std::string_view>{}(text)&mask;
    while (m_slots[slot] != kBlank && m_texts[m_slots[slot]] != text) {
        slot = (slot + 1) & mask;
    }
    return slot;
}

void Dictionary::grow()
{
    m_slots.assign(m_slots.size() * 2, kBlank);
    for (Code code = 1; code < m_texts.size(); ++code) {
        m_slots[slotOf(m_texts[code])] = code;
    }
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

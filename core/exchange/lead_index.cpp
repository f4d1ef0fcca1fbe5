// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/lead_index.h"

#include "core/base/text.h"
#include "core/exchange/import_job.h"
#include "core/store/scan.h"

#include <algorithm>

namespace tandem {

Result<void> LeadIndex::load(const Reader& reader)
{
    auto done = scanLeads(reader, [this](const LeadRecord& lead) {
        const auto number = static_cast<Number>(m_ids.size());
        m_ids.push_back(lead.id);
        if (!lead.key.empty()) {
            m_keys.add(lead.key, number);
        }
        if (!lead.emailKey.empty()) {
            put(m_emails, lead.emailKey, number);
        }
        return true;
    });
    m_before = m_ids.size();
    return done;
}

std::optional<LeadIndex::Number> LeadIndex::byId(std::string_view text) const
{
    const auto id = recordIdIn(text);
    if (!id) {
        return std::nullopt;
    }
    const auto end = m_ids.begin() + static_cast<std::ptrdiff_t>(m_before);
    const auto place = std::lower_bound(m_ids.begin(), end, *id);
    if (place == end || *place != *id) {
        return std::nullopt;
    }
    return static_cast<Number>(place - m_ids.begin());
}

std::optional<LeadIndex::Number> LeadIndex::byKey(std::string_view key) const
{
    if (const auto number = m_keys.find(key)) {
        return number;
    }
    return byId(key);
}

LeadIndex::Found LeadIndex::found(const KeyIndex& index, std::string_view text)
{
    const auto number = index.find(text);
    if (!number) {
        return {};
    }
    return *number == kSeveral ? Found{Match::Several, 0} : Found{Match::One, *number};
}

LeadIndex::Found LeadIndex::byEmail(std::string_view normalised) const
{
    return found(m_emails, normalised);
}

Result<LeadIndex::Found> LeadIndex::byReference(const Reader& reader, std::string_view text)
{
    if (const auto number = byKey(text)) {
        return Found{Match::One, *number};
    }
    if (const std::string email = normalisedEmail(text); !email.empty()) {
        if (const Found lead = byEmail(email); lead.match != Match::None) {
            return lead;
        }
    }
    if (!m_names) {
        if (auto ok = loadNames(reader); !ok) {
            return fail(ok.error());
        }
    }
    return found(*m_names, folded(text));
}

Result<void> LeadIndex::loadNames(const Reader& reader)
{
    m_names.emplace();
    Number number = 0;
    return scanLeads(reader, [&](const LeadRecord& lead) {
        // Leads added meanwhile lie among the others: their numbers are found by id.
        if (number < m_before && m_ids[number] == lead.id) {
            put(*m_names, folded(lead.name), number++);
            return true;
        }
        const auto added =
            std::find(m_ids.begin() + static_cast<std::ptrdiff_t>(m_before), m_ids.end(), lead.id);
        if (added != m_ids.end()) {
            put(*m_names, folded(lead.name), static_cast<Number>(added - m_ids.begin()));
        }
        return true;
    });
}

void LeadIndex::put(KeyIndex& index, std::string_view text, Number lead)
{
    if (!text.empty() && !index.add(text, lead) && index.find(text) != lead) {
        index.set(text, kSeveral);
    }
}

void LeadIndex::noteEmail(Number lead, std::string_view email)
{
    put(m_emails, normalisedEmail(email), lead);
}

LeadIndex::Number LeadIndex::add(const Lead& lead, LeadId id)
{
    const auto number = static_cast<Number>(m_ids.size());
    m_ids.push_back(id.value);
    if (!lead.key.empty()) {
        m_keys.add(lead.key, number);
    }
    put(m_emails, normalisedEmail(lead.email), number);
    if (m_names) {
        put(*m_names, folded(lead.name), number);
    }
    return number;
}

} // namespace tandem

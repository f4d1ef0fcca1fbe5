// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/lead_names.h"

#include "core/store/records.h"
#include "core/store/scan.h"

#include <algorithm>

namespace tandem::ui {
namespace {

template <class Record>
std::string nameOf(const Record& lead)
{
    return std::string(!lead.name.empty()    ? lead.name
                       : !lead.email.empty() ? lead.email
                                             : lead.key);
}

} // namespace

std::string shownName(const Lead& lead)
{
    return nameOf(lead);
}

Result<LeadNames> LeadNames::read(const Reader& reader)
{
    LeadNames names;
    const auto done = scanLeads(reader, [&names](const LeadRecord& lead) {
        names.m_ids.push_back({lead.id});
        names.m_names.push_back(nameOf(lead));
        return true;
    });
    if (!done) {
        return fail(done.error());
    }
    return names;
}

Result<void> LeadNames::follow(const Reader& reader, const std::vector<LeadId>& changed)
{
    for (const LeadId id : changed) {
        const auto record = lead(reader, id);
        if (!record) {
            return fail(record.error());
        }
        const auto place = std::ranges::lower_bound(m_ids, id);
        const auto name = m_names.begin() + (place - m_ids.begin());
        const bool known = place != m_ids.end() && *place == id;
        if (*record && known) {
            *name = nameOf(**record);
        } else if (*record) {
            m_names.insert(name, nameOf(**record));
            m_ids.insert(place, id);
        } else if (known) {
            m_names.erase(name);
            m_ids.erase(place);
        }
    }
    return {};
}

NameOrder LeadNames::orderFor(const Facts& facts) const
{
    std::vector<std::string_view> names(facts.leadCount());
    std::size_t at = 0;
    for (LeadRow row = 0; row < facts.leadCount(); ++row) {
        while (at < m_ids.size() && m_ids[at] < facts.leadIds[row]) {
            ++at;
        }
        if (at < m_ids.size() && m_ids[at] == facts.leadIds[row]) {
            names[row] = m_names[at];
        }
    }
    return NameOrder(names);
}

} // namespace tandem::ui

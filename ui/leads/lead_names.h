// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/lead_list.h"
#include "core/model/lead.h"

#include <string>
#include <vector>

namespace tandem {
class Reader;
}

namespace tandem::ui {

/// What a lead is called: its name, else its e-mail, else the key of its row in a file.
std::string shownName(const Lead& lead);

/// What every lead is called, sorted by id; facts hold no names.
class LeadNames {
public:
    /// Reads all of them; takes time that grows with the leads.
    static Result<LeadNames> read(const Reader& reader);

    /// Reads those of the changed leads anew.
    Result<void> follow(const Reader& reader, const std::vector<LeadId>& changed);
    /// Their places in the alphabet, by the rows of `facts`.
    NameOrder orderFor(const Facts& facts) const;

private:
    std::vector<LeadId> m_ids;
    std::vector<std::string> m_names;
};

} // namespace tandem::ui

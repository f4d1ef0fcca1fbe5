// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/exchange/key_index.h"
#include "core/model/lead.h"

#include <optional>
#include <string_view>
#include <vector>

namespace tandem {

class Reader;

/// Finds leads by key, e-mail or name without asking the store row by row. A lead is known here by
/// its number: those of the workbook first, then those that the import adds.
class LeadIndex {
public:
    using Number = KeyIndex::Value;
    enum class Match { None, One, Several };

    struct Found {
        Match match = Match::None;
        Number lead = 0;
    };

    /// Reads the keys and e-mails of all leads.
    Result<void> load(const Reader& reader);

    /// By key, or by "#<id>" for a lead that was in the workbook before.
    std::optional<Number> byKey(std::string_view key) const;
    /// By normalised e-mail.
    Found byEmail(std::string_view normalised) const;
    /// By key, else by e-mail, else by name without regard to case. Names are read at the first
    /// need.
    Result<Found> byReference(const Reader& reader, std::string_view text);

    /// Adds a lead; its id may be told later.
    Number add(const Lead& lead, LeadId id);
    void tellId(Number lead, LeadId id) { m_ids[lead] = id.value; }
    /// An import gave the lead another e-mail.
    void noteEmail(Number lead, std::string_view email);
    LeadId id(Number lead) const { return {m_ids[lead]}; }
    std::size_t size() const { return m_ids.size(); }

private:
    static constexpr Number kSeveral = ~Number{0};

    std::optional<Number> byId(std::string_view text) const;
    Result<void> loadNames(const Reader& reader);
    static void put(KeyIndex& index, std::string_view text, Number lead);
    static Found found(const KeyIndex& index, std::string_view text);

    std::vector<std::int64_t> m_ids;
    std::size_t m_before = 0; // so many leads were in the workbook, sorted by id
    KeyIndex m_keys;
    KeyIndex m_emails;
    std::optional<KeyIndex> m_names;
};

} // namespace tandem

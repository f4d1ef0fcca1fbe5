// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/id.h"
#include "core/base/money.h"

#include <optional>
#include <string>
#include <string_view>

namespace tandem {

enum class DealOutcome : std::uint8_t { Open, Won, Lost };

/// "open", "won", "lost".
std::string_view outcomeWord(DealOutcome outcome);
/// Reads an outcome's word, also "Closed Won", "lost deal" …; empty for anything else.
std::optional<DealOutcome> outcomeFromWord(std::string_view word);

struct Deal {
    DealId id;
    std::string key;
    std::optional<LeadId> lead;
    std::optional<CompanyId> company;
    std::optional<CampaignId> campaign; ///< the deal's own, as the CRM recorded it
    std::string name;
    std::optional<Money> amount;
    std::string saleType; ///< "new", "cross-sell", "up-sell", "renewal", "win-back" or as imported
    std::string stage;    ///< the sales process's own word
    DealOutcome outcome = DealOutcome::Open;
    std::optional<Instant> openedAt;
    std::optional<Day> expectedClose;
    std::optional<Instant> closedAt;
    std::optional<PersonId> owner;
    std::string lossReason;
    std::string product;
    std::optional<double> probability; ///< own entry, 0…1

    bool operator==(const Deal&) const = default;
};

} // namespace tandem

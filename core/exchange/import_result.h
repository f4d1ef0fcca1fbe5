// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/exchange/fields.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tandem {

/// A row that did not become a record, and why.
struct RejectedRow {
    std::int64_t row = 0; ///< from 1 after the header
    std::string column;   ///< the column at fault; empty if it is the row as a whole
    std::string value;
    std::string reason;

    bool operator==(const RejectedRow&) const = default;
};

/// What an import did: rows = created + updated + unchanged + rejectedCount.
struct ImportResult {
    /// How many rejected rows are listed; `rejectedCount` has them all.
    static constexpr std::size_t kListed = 1'000;

    RecordKind kind = RecordKind::Leads;
    std::int64_t rows = 0;
    std::int64_t created = 0;
    std::int64_t updated = 0;
    std::int64_t unchanged = 0;
    std::int64_t rejectedCount = 0;
    std::vector<RejectedRow> rejected;
    /// Records that rows named and that were not there: "campaigns", "people", … in that order.
    std::vector<std::pair<std::string, std::int64_t>> createdOther;
    std::int64_t undated = 0; ///< rows taken without a date
    std::int64_t blank = 0; ///< rows without any text, which are skipped and not counted in `rows`
    std::optional<ImportId> importId; ///< none if nothing was changed
    bool dryRun = false;

    bool operator==(const ImportResult&) const = default;
};

/// The result in the JSON of the command line.
std::string importResultJson(const ImportResult& result);

/// "1,391 new, 402 updated, 7 rejected"; what is zero is left out, "nothing new" if all is.
std::string importSummary(const ImportResult& result);

} // namespace tandem

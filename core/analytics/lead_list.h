// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/query.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tandem {

/// What a list of leads is sorted by.
enum class LeadSort {
    Name,
    Stage, ///< in the order of the funnel, side states after
    Since, ///< when it entered its stage
    Created,
    Touches, ///< number up to as_of
    LastTouch,
    Field, ///< a lead column: as numbers if all its values are, else as folded texts
};

/// The place of each lead's name in the alphabet, by row. Made once from all names, away from the
/// window's thread, since facts hold no names.
class NameOrder {
public:
    NameOrder() = default;
    /// `names` by row; compared folded, blank names last.
    explicit NameOrder(const std::vector<std::string_view>& names);

    bool empty() const { return m_rank.empty(); }
    std::size_t size() const { return m_rank.size(); }
    std::uint32_t rank(LeadRow row) const { return m_rank[row]; }
    /// Names that are blank have this rank or more.
    std::uint32_t firstBlank() const { return m_firstBlank; }

private:
    std::vector<std::uint32_t> m_rank;
    std::uint32_t m_firstBlank = 0;
};

struct LeadListQuery {
    Query query;                              ///< filters and as_of; the period does not count
    std::optional<std::vector<LeadRow>> only; ///< of these rows, as of a search or a chart's mark
    LeadSort sort = LeadSort::Created;
    std::string field; ///< for LeadSort::Field
    bool descending = false;
};

/// The rows of the leads that pass, in order; leads without a value come last either way, equal
/// ones in the order of their ids. By name only if `names` fits the facts, else by id. NotFound for
/// a field that no lead has.
Result<std::vector<LeadRow>> listLeads(const Facts&, const LeadListQuery&, const NameOrder& names);

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/leads/lead_names.h"
#include "ui/leads/lead_views.h"

#include <memory>
#include <optional>
#include <vector>

namespace tandem::ui {

/// Everything that decides which leads the table shows and in which order. A value that is
/// answered on another thread.
struct ListingQuestion {
    std::shared_ptr<const Facts> facts;
    LeadListQuery list; ///< filters, as_of and the order; `only` is filled in by the answer
    std::vector<LeadView> views;
    std::size_t view = 0;                     ///< which of them holds
    bool count = false;                       ///< whether to count all of them
    std::optional<std::vector<LeadId>> given; ///< exactly these, instead of view and filters
    std::optional<std::vector<LeadId>> found; ///< of these, as of a search
    std::shared_ptr<const LeadNames> names;   ///< null if they were not read yet
    std::shared_ptr<const NameOrder> order;   ///< made of them before; null if it was not
};

struct Listing {
    std::vector<LeadId> leads;
    Instant asOf;
    std::vector<std::size_t> counts; ///< by view, if asked for
    std::shared_ptr<const NameOrder> order;
};

/// Answers it; fails as listLeads() and Rule::compile().
Result<Listing> listed(const ListingQuestion& question);

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/query.h"

#include <QString>
#include <string>
#include <vector>

namespace tandem::ui {

/// A value that a filter may ask for, and how many leads have it.
struct FilterValue {
    std::string value; ///< "" stands for blank
    std::int64_t leads = 0;

    bool operator==(const FilterValue&) const = default;
};

/// The values of a field among the leads for which the other filters of `where` hold, most leads
/// first; blank last. Empty for a field that there is not.
std::vector<FilterValue> filterValues(const Facts& facts, const std::string& field,
                                      const std::vector<Filter>& where, Instant asOf);

/// A field's name as shown: "companySize" is "Company size". Custom fields keep theirs.
QString fieldTitle(const Facts& facts, const std::string& field);
/// "Source: Search", "Source: Search, Fair", "Source: 4 values".
QString filterWords(const Facts& facts, const Filter& filter);

} // namespace tandem::ui

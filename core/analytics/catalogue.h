// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace tandem {

/// A number that Tandem shows: what it is called, what it counts, in which unit. The same text
/// stands on the page, in a report and in the meeting.
struct Measure {
    std::string_view id;         ///< "funnel.rate"; never changed once published
    std::string_view name;       ///< "Step rate"
    std::string_view definition; ///< plain English: which rows are counted, and how
    std::string_view unit;       ///< "leads", "share", "seconds", "touches", "entries", "money"
};

/// Every measure, in the order of the pages.
std::span<const Measure> catalogue();
/// The measure of that id; nullptr if there is none.
const Measure* measure(std::string_view id);

} // namespace tandem

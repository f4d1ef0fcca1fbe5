// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tandem::ctl {

/// How the value of a key is shown to people.
enum class Shown {
    Text,
    Count, ///< whole number
    Number,
    Share,  ///< 0…1, shown in per cent
    Points, ///< a difference of shares, in points
    Days,   ///< days with a fraction
    Chance, ///< a p value
    Money,  ///< minor units of the document's currency
    YesNo,
    Group, ///< an object or a list
};

/// One key of a JSON document.
struct Key {
    std::string_view path; ///< "steps[].rate"
    Shown shown = Shown::Text;
    std::string_view meaning; ///< one line
};

/// The keys of one kind of document.
struct DocumentKeys {
    std::string_view kind; ///< "report funnel cohort"
    std::string_view about;
    std::span<const Key> keys;
};

/// All documents, in the order of the help.
const std::vector<DocumentKeys>& allKeys();
/// The key at the path in that kind of document; nullptr if it is not described.
const Key* keyAt(std::string_view kind, std::string_view path);

/// Every key with its line of meaning, for `tandemctl help formats`.
std::string formatsHelp();

} // namespace tandem::ctl

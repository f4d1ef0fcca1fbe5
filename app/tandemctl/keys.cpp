// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tandemctl/keys.h"

#include "app/tandemctl/keys/parts.h"

#include <algorithm>
#include <fmt/format.h>

namespace tandem::ctl {

const std::vector<DocumentKeys>& allKeys()
{
    static const std::vector<DocumentKeys> all = [] {
        std::vector<DocumentKeys> joined;
        for (const auto part : {funnelKeys(), moneyKeys(), verbKeys()}) {
            joined.insert(joined.end(), part.begin(), part.end());
        }
        return joined;
    }();
    return all;
}

const Key* keyAt(std::string_view kind, std::string_view path)
{
    const auto document = std::ranges::find(allKeys(), kind, &DocumentKeys::kind);
    if (document == allKeys().end()) {
        return nullptr;
    }
    const auto key = std::ranges::find(document->keys, path, &Key::path);
    return key == document->keys.end() ? nullptr : &*key;
}

std::string formatsHelp()
{
    std::string out =
        "JSON: rates are fractions from 0 to 1, money is in minor units of \"currency\", days are\n"
        "YYYY-MM-DD in the workbook's time zone, instants ISO 8601 in UTC, what is not known is "
        "null.\n"
        "Periods are half-open: --to is the day after the last one. CSV holds the list that the "
        "text\n"
        "form shows, with the JSON's values.\n";
    for (const DocumentKeys& document : allKeys()) {
        out += fmt::format("\n{}\n", document.about);
        for (const Key& key : document.keys) {
            out += fmt::format("  {:<36} {}\n", key.path, key.meaning);
        }
    }
    return out;
}

} // namespace tandem::ctl

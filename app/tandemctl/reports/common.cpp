// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tandemctl/reports/reports.h"

namespace tandem::ctl {

Document begun(std::string kind, const Asked& asked)
{
    Document document;
    document.kind = std::move(kind);
    document.json["from"] = jsonDay(asked.from);
    document.json["to"] = jsonDay(asked.to);
    document.json["as_of"] = jsonInstant(asked.query.asOf);
    return document;
}

std::string periodWords(const Asked& asked)
{
    if (!asked.from && !asked.to) {
        return "at any time";
    }
    if (!asked.to) {
        return "since " + isoDay(*asked.from);
    }
    const std::string last = isoDay(*asked.to + -1);
    return asked.from ? "from " + isoDay(*asked.from) + " up to " + last : "up to " + last;
}

Json jsonMonth(Day anyDayOfIt)
{
    return isoDay(anyDayOfIt).substr(0, 7);
}

std::string stageName(const Facts& facts, StageIndex index)
{
    return facts.stages[index].name;
}

} // namespace tandem::ctl

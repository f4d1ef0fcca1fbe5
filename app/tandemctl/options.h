// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tandemctl/document.h"
#include "core/analytics/query.h"
#include "core/base/result.h"
#include "core/store/workbook.h"

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace tandem::ctl {

/// `--format` and `--json`.
struct FormatOptions {
    std::string word = "text";
    bool json = false;

    Format format() const;
};
void addFormat(CLI::App& verb, FormatOptions& options, bool csv);

/// `--from --to --as-of --where`: the question that measures are asked.
struct QueryOptions {
    std::string from, to, asOf;
    std::vector<std::string> where;

    /// The query in a workbook's time zone. Texts were checked when they were read.
    Query query(const TimeZone& zone, Instant now) const;
    std::optional<Day> fromDay() const { return dayFromIso(from); }
    std::optional<Day> toDay() const { return dayFromIso(to); }
};
void addQuery(CLI::App& verb, QueryOptions& options);

/// Checks "2026-05-12".
CLI::Validator dayText();
/// Checks a day or an instant.
CLI::Validator momentText();
/// A day means its last second in the zone, an instant itself; `now` for an empty text.
Instant momentFrom(const std::string& text, const TimeZone& zone, Instant now);

/// The machine's clock; the only place that asks it.
Instant now();
/// The login name.
Who whoIsThere();

/// A line on standard error; the exit code 1.
int complain(const std::string& line);
/// The error in one line on standard error; the exit code 1.
int complain(const Error& error);
/// A line on standard error; the exit code 2.
int misuse(const std::string& line);
/// Prints the document; the exit code.
int show(const Document& document, const FormatOptions& options);

} // namespace tandem::ctl

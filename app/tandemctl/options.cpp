// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tandemctl/options.h"

#include "core/base/error_words.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <pwd.h>
#include <unistd.h>

namespace tandem::ctl {

Format FormatOptions::format() const
{
    if (json || word == "json") {
        return Format::AsJson;
    }
    return word == "csv" ? Format::AsCsv : Format::AsText;
}

void addFormat(CLI::App& verb, FormatOptions& options, bool csv)
{
    const std::vector<std::string> words = csv ? std::vector<std::string>{"text", "json", "csv"}
                                               : std::vector<std::string>{"text", "json"};
    verb.add_option("--format", options.word, "How to print the answer")
        ->check(CLI::IsMember(words))
        ->capture_default_str();
    verb.add_flag("--json", options.json, "The same as --format json");
}

Query QueryOptions::query(const TimeZone& zone, Instant now) const
{
    Query query;
    query.period = zone.period(fromDay(), toDay());
    query.asOf = momentFrom(asOf, zone, now);
    for (const std::string& text : where) {
        const std::size_t sign = text.find('=');
        query.where.push_back({text.substr(0, sign), {text.substr(sign + 1)}});
    }
    return query;
}

void addQuery(CLI::App& verb, QueryOptions& options)
{
    verb.add_option("--from", options.from, "First day of the period, in the workbook's time zone")
        ->type_name("YYYY-MM-DD")
        ->check(dayText());
    verb.add_option("--to", options.to, "The day after the period's last one: [from, to)")
        ->type_name("YYYY-MM-DD")
        ->check(dayText());
    verb.add_option("--as-of", options.asOf,
                    "Leave out what came later: a day (to its end) or an instant such as "
                    "2026-05-12T10:30:00Z; default now")
        ->type_name("TIME")
        ->check(momentText());
    verb.add_option("--where", options.where,
                    "Count only leads with this value; may be repeated, all must hold; nothing "
                    "after = means blank")
        ->type_name("FIELD=VALUE")
        ->allow_extra_args(false)
        ->check(CLI::Validator(
            [](std::string& text) {
                const std::size_t sign = text.find('=');
                return sign == std::string::npos || sign == 0 ? "'" + text + "' is not FIELD=VALUE"
                                                              : std::string();
            },
            ""));
}

CLI::Validator dayText()
{
    return CLI::Validator(
        [](std::string& text) {
            return dayFromIso(text) ? std::string() : "'" + text + "' is no day (YYYY-MM-DD)";
        },
        "");
}

CLI::Validator momentText()
{
    return CLI::Validator(
        [](std::string& text) {
            return dayFromIso(text) || instantFromIso(text)
                       ? std::string()
                       : "'" + text + "' is neither a day (YYYY-MM-DD) nor an instant";
        },
        "");
}

Instant momentFrom(const std::string& text, const TimeZone& zone, Instant now)
{
    if (const auto day = dayFromIso(text)) {
        return Instant{zone.startOf(*day + 1).seconds - 1};
    }
    return instantFromIso(text).value_or(now);
}

Instant now()
{
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return Instant{std::chrono::duration_cast<std::chrono::seconds>(since).count()};
}

Who whoIsThere()
{
    if (const passwd* entry = getpwuid(getuid()); entry && entry->pw_name) {
        return {std::nullopt, entry->pw_name};
    }
    const char* name = std::getenv("USER");
    return {std::nullopt, name ? name : "somebody"};
}

namespace {

void say(const std::string& line)
{
    std::string out = "tandemctl: " + line;
    std::ranges::replace(out, '\n', ' ');
    std::fprintf(stderr, "%s\n", out.c_str());
}

} // namespace

int complain(const std::string& line)
{
    say(line);
    return 1;
}

int complain(const Error& error)
{
    say(oneLine(error));
    return 1;
}

int misuse(const std::string& line)
{
    say(line);
    return 2;
}

int show(const Document& document, const FormatOptions& options)
{
    if (!print(document, options.format())) {
        return misuse("this answer is no list, so it has no CSV form; use --format json");
    }
    return 0;
}

} // namespace tandem::ctl

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tandemctl/options.h"
#include "app/tandemctl/verbs/verbs.h"
#include "core/base/text.h"

#include <algorithm>
#include <CLI/CLI.hpp>

namespace {

using namespace tandem;

/// A first word that is no verb, with the verbs that look like it.
std::optional<std::string> strangeVerb(const CLI::App& app, int count, char** words)
{
    if (count < 2) {
        return "say what to do; see tandemctl --help";
    }
    if (words[1][0] == '-') {
        return {};
    }
    std::vector<std::string> verbs;
    for (const CLI::App* verb : app.get_subcommands({})) {
        verbs.push_back(verb->get_name());
    }
    if (std::ranges::find(verbs, words[1]) != verbs.end()) {
        return {};
    }
    std::string line = "'" + std::string(words[1]) + "' is no verb";
    if (const auto near = nearNames(words[1], verbs); !near.empty()) {
        line += "; did you mean " + joined(near, " or ") + "?";
    }
    return line + "; see tandemctl --help";
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App app("Tandem's command line: one workbook for Sales and Marketing.\n"
                 "Exit code: 0 done, 1 could not be done, 2 wrong usage.",
                 "tandemctl");
    app.set_version_flag("--version", "tandemctl " TANDEM_VERSION);
    app.require_subcommand(1);
    app.get_formatter()->column_width(34);

    ctl::Action chosen;
    ctl::addNew(app, chosen);
    ctl::addImport(app, chosen);
    ctl::addSuggest(app, chosen);
    ctl::addReport(app, chosen);
    ctl::addPlan(app, chosen);
    ctl::addExport(app, chosen);
    ctl::addCheck(app, chosen);
    ctl::addBackup(app, chosen);
    ctl::addSteps(app, chosen);
    ctl::addHelp(app, chosen);

    if (const auto line = strangeVerb(app, argc, argv)) {
        return ctl::misuse(*line);
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) {
            return app.exit(error); // --help and --version
        }
        return ctl::misuse(error.what());
    }
    return chosen();
}

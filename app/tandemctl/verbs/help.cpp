// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tandemctl/keys.h"
#include "app/tandemctl/options.h"
#include "app/tandemctl/verbs/verbs.h"

#include <cstdio>
#include <memory>

namespace tandem::ctl {

void addHelp(CLI::App& app, Action& chosen)
{
    const auto topic = std::make_shared<std::string>();
    CLI::App& verb = *app.add_subcommand("help", "Explain a verb, or the formats of the answers");
    verb.add_option("TOPIC", *topic, "A verb, or: formats");
    verb.callback([topic, &app, &chosen] {
        chosen = [topic, &app] {
            if (*topic == "formats") {
                std::fputs(formatsHelp().c_str(), stdout);
                return 0;
            }
            if (topic->empty()) {
                std::fputs(app.help("", CLI::AppFormatMode::All).c_str(), stdout);
                return 0;
            }
            const auto verbs =
                app.get_subcommands([&](const CLI::App* one) { return one->get_name() == *topic; });
            if (verbs.empty()) {
                return misuse("there is no help on '" + *topic + "'; see tandemctl --help");
            }
            std::fputs(verbs.front()->help("tandemctl").c_str(), stdout);
            return 0;
        };
    });
}

} // namespace tandem::ctl

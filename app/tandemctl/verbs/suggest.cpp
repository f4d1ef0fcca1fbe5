// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/suggest.h"

#include "app/tandemctl/options.h"
#include "app/tandemctl/verbs/verbs.h"
#include "core/exchange/mapping_json.h"

#include <cstdio>
#include <memory>

namespace tandem::ctl {
namespace {

struct SuggestOptions {
    std::string data, kind;
    FormatOptions format; // the answer is JSON in any case
};

int suggest(const SuggestOptions& options)
{
    SuggestContext context;
    context.file = std::filesystem::path(options.data).filename().string();
    const Result<Mapping> mapping =
        suggestMappingFor(options.data, *kindFromWord(options.kind), context);
    if (!mapping) {
        return complain(mapping.error());
    }
    std::string json = mappingToJson(*mapping);
    if (json.empty() || json.back() != '\n') {
        json += '\n';
    }
    std::fputs(json.c_str(), stdout);
    return 0;
}

} // namespace

void addSuggest(CLI::App& app, Action& chosen)
{
    const auto options = std::make_shared<SuggestOptions>();
    CLI::App& verb = *app.add_subcommand(
        "suggest-map", "Print, as JSON, the mapping that an import would use; edit it and give it "
                       "to import --map");
    verb.add_option("DATA", options->data, "The CSV file")->required();
    addKind(verb, options->kind, "--kind", "What its rows are");
    addFormat(verb, options->format, false);
    verb.callback([options, &chosen] { chosen = [options] { return suggest(*options); }; });
}

void addKind(CLI::App& verb, std::string& word, const std::string& option,
             const std::string& meaning)
{
    verb.add_option(option, word, meaning)
        ->required()
        ->type_name("KIND")
        ->check(CLI::IsMember(kindWords()));
}

} // namespace tandem::ctl

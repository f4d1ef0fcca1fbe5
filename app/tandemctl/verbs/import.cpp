// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tandemctl/options.h"
#include "app/tandemctl/verbs/verbs.h"
#include "core/exchange/importer.h"
#include "core/exchange/mapping_json.h"
#include "core/exchange/suggest.h"

#include <memory>

namespace tandem::ctl {
namespace {

struct ImportArguments {
    std::filesystem::path file;
    std::string data, kind, map, rejected;
    bool dryRun = false;
    FormatOptions format;
};

/// The mapping of --map, else the one that suggest-map would print for this workbook.
Result<Mapping> mappingFor(const ImportArguments& arguments, const Workbook& book)
{
    const RecordKind kind = *kindFromWord(arguments.kind);
    if (!arguments.map.empty()) {
        Result<Mapping> mapping = mappingFromFile(arguments.map);
        if (mapping && mapping->kind != kind) {
            return fail(ErrorCode::BadInput, arguments.map,
                        "it is for " + std::string(kindWord(mapping->kind)) + ", not for " +
                            arguments.kind);
        }
        return mapping;
    }
    SuggestContext context;
    context.file = std::filesystem::path(arguments.data).filename().string();
    Result<std::vector<Stage>> defined = stages(book.reader());
    Result<std::vector<SavedMapping>> saved = savedMappings(book.reader());
    if (!defined || !saved) {
        return fail(defined ? saved.error() : defined.error());
    }
    context.stages = *std::move(defined);
    context.saved = *std::move(saved);
    return suggestMappingFor(arguments.data, kind, context);
}

int import(const ImportArguments& arguments)
{
    Result<Workbook> book = Workbook::open(arguments.file);
    if (!book) {
        return complain(book.error());
    }
    const Result<Mapping> mapping = mappingFor(arguments, *book);
    if (!mapping) {
        return complain(mapping.error());
    }
    ImportOptions options;
    options.dryRun = arguments.dryRun;
    options.now = now();
    options.rejectedTo = arguments.rejected;
    const Result<ImportResult> result =
        importFile(*book, whoIsThere(), arguments.data, *mapping, options);
    if (!result) {
        return complain(result.error());
    }
    const std::string words = arguments.data + ": " + importSummary(*result) +
                              (result->dryRun ? "; a dry run, nothing was written" : "");
    Document document{"import", words, "rejected", Json::parse(importResultJson(*result))};
    return show(document, arguments.format);
}

} // namespace

void addImport(CLI::App& app, Action& chosen)
{
    const auto arguments = std::make_shared<ImportArguments>();
    CLI::App& verb = *app.add_subcommand("import", "Read a CSV file into records, as one step");
    verb.add_option("FILE", arguments->file, "The workbook")->required();
    verb.add_option("DATA", arguments->data, "The CSV file; any delimiter, quoting and encoding")
        ->required();
    addKind(verb, arguments->kind, "--kind", "What its rows are");
    verb.add_option("--map", arguments->map,
                    "How its columns are read; default: what suggest-map prints")
        ->type_name("MAP.json");
    verb.add_option("--rejected", arguments->rejected,
                    "Write the rows that were not taken, with why")
        ->type_name("OUT.csv");
    verb.add_flag("--dry-run", arguments->dryRun, "Say what would happen and write nothing");
    addFormat(verb, arguments->format, true);
    verb.callback([arguments, &chosen] { chosen = [arguments] { return import(*arguments); }; });
}

} // namespace tandem::ctl

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tandemctl/options.h"
#include "app/tandemctl/verbs/verbs.h"
#include "core/exchange/exporter.h"

#include <memory>

namespace tandem::ctl {
namespace {

struct ExportArguments {
    std::filesystem::path file;
    std::string what, to;
    FormatOptions format;
};

int write(const ExportArguments& arguments)
{
    const Result<Workbook> book = Workbook::open(arguments.file, OpenMode::ReadOnly);
    if (!book) {
        return complain(book.error());
    }
    const Result<std::int64_t> rows = exportCsv(*book, *kindFromWord(arguments.what), arguments.to);
    if (!rows) {
        return complain(rows.error());
    }
    Document document{"export", "Wrote " + arguments.to + ".", "", {}};
    document.json["what"] = arguments.what;
    document.json["to"] = arguments.to;
    document.json["rows"] = *rows;
    return show(document, arguments.format);
}

} // namespace

void addExport(CLI::App& app, Action& chosen)
{
    const auto arguments = std::make_shared<ExportArguments>();
    CLI::App& verb =
        *app.add_subcommand("export", "Write CSV that import reads back to the same records");
    verb.add_option("FILE", arguments->file, "The workbook")->required();
    addKind(verb, arguments->what, "--what", "Which records");
    verb.add_option("--to", arguments->to, "The file; one that is there is replaced")
        ->required()
        ->type_name("OUT.csv");
    addFormat(verb, arguments->format, false);
    verb.callback([arguments, &chosen] { chosen = [arguments] { return write(*arguments); }; });
}

} // namespace tandem::ctl

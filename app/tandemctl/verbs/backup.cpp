// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tandemctl/options.h"
#include "app/tandemctl/verbs/verbs.h"

#include <memory>

namespace tandem::ctl {
namespace {

struct BackupOptions {
    std::filesystem::path file, to;
    FormatOptions format;
};

int backup(const BackupOptions& options)
{
    const Result<Workbook> book = Workbook::open(options.file, OpenMode::ReadOnly);
    if (!book) {
        return complain(book.error());
    }
    if (const Result<void> made = book->backupTo(options.to); !made) {
        return complain(made.error());
    }
    Document document{"backup", "Copied and checked.", "", {}};
    document.json["file"] = options.file.string();
    document.json["copy"] = options.to.string();
    std::error_code failed;
    const std::uintmax_t bytes = std::filesystem::file_size(options.to, failed);
    document.json["bytes"] = failed ? Json(nullptr) : Json(bytes);
    return show(document, options.format);
}

} // namespace

void addBackup(CLI::App& app, Action& chosen)
{
    const auto options = std::make_shared<BackupOptions>();
    CLI::App& verb = *app.add_subcommand("backup", "Write a complete, checked copy");
    verb.add_option("FILE", options->file, "The workbook")->required();
    verb.add_option("--to", options->to, "The copy; never over a file that is there")->required();
    addFormat(verb, options->format, false);
    verb.callback([options, &chosen] { chosen = [options] { return backup(*options); }; });
}

} // namespace tandem::ctl

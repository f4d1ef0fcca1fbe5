// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tandemctl/options.h"
#include "app/tandemctl/verbs/verbs.h"
#include "core/sample/sample.h"
#include "core/store/scan.h"

#include <memory>

namespace tandem::ctl {
namespace {

struct NewOptions {
    std::filesystem::path file;
    NewWorkbook start;
    bool sample = false;
    std::string until;
    FormatOptions format;
};

int makeNew(const NewOptions& options)
{
    NewWorkbook start = options.start;
    if (start.name.empty()) {
        start.name = options.sample ? "Aldervane" : options.file.stem().string();
    }
    Result<Workbook> book = Workbook::create(options.file, start);
    if (!book) {
        return complain(book.error());
    }
    if (options.sample) {
        const Instant until = momentFrom(options.until, book->info().timeZone, now());
        if (const Result<void> made = makeSample(*book, whoIsThere(), until); !made) {
            // The file is ours and of no use without what was asked for.
            book = fail(made.error());
            std::error_code ignored;
            std::filesystem::remove(options.file, ignored);
            return complain(book.error());
        }
    }
    const Result<RecordCounts> counts = recordCounts(book->reader());
    if (!counts) {
        return complain(counts.error());
    }
    Document made{"new", "Made " + options.file.string() + ".", "", {}};
    made.json["file"] = options.file.string();
    made.json["name"] = book->info().name;
    made.json["currency"] = book->info().currency;
    made.json["time_zone"] = book->info().timeZone.name();
    made.json["sample"] = options.sample;
    made.json["leads"] = counts->leads;
    made.json["touches"] = counts->touches;
    made.json["deals"] = counts->deals;
    return show(made, options.format);
}

} // namespace

void addNew(CLI::App& app, Action& chosen)
{
    const auto options = std::make_shared<NewOptions>();
    CLI::App& verb = *app.add_subcommand("new", "Make a workbook; never over a file that is there");
    verb.add_option("FILE", options->file, "The new file, usually name.tandem")->required();
    verb.add_flag("--sample", options->sample, "Fill it with the demonstration company Aldervane");
    verb.add_option("--name", options->start.name, "Its name; by default the file's");
    verb.add_option("--currency", options->start.currency, "ISO 4217 code")->capture_default_str();
    verb.add_option("--time-zone", options->start.timeZone, "IANA name")->capture_default_str();
    verb.add_option("--as-of", options->until, "With --sample: when its story ends; default now")
        ->type_name("TIME")
        ->check(momentText());
    addFormat(verb, options->format, false);
    verb.callback([options, &chosen] { chosen = [options] { return makeNew(*options); }; });
}

} // namespace tandem::ctl

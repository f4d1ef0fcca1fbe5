// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tandemctl/options.h"
#include "app/tandemctl/verbs/verbs.h"

#include <memory>

namespace tandem::ctl {
namespace {

struct StepOptions {
    std::filesystem::path file;
    std::size_t most = 50;
    FormatOptions format;
};

int history(const StepOptions& options)
{
    const Result<Workbook> book = Workbook::open(options.file, OpenMode::ReadOnly);
    if (!book) {
        return complain(book.error());
    }
    const Result<std::vector<JournalEntry>> entries = book->history(options.most);
    if (!entries) {
        return complain(entries.error());
    }
    Document document{"history", entries->empty() ? "Nothing was changed yet." : "", "history", {}};
    document.json["history"] = Json::array();
    for (const JournalEntry& entry : *entries) {
        document.json["history"].push_back({{"at", jsonInstant(entry.at)},
                                            {"who", jsonText(entry.who)},
                                            {"title", entry.title},
                                            {"undone", entry.undone}});
    }
    return show(document, options.format);
}

/// Undo and redo: `verb` is "undone" or "redone".
int travel(const StepOptions& options, const std::string& verb,
           Result<std::optional<Change>> (Workbook::*go)(const Progress&))
{
    Result<Workbook> book = Workbook::open(options.file);
    if (!book) {
        return complain(book.error());
    }
    const Result<std::optional<Change>> change = (*book.*go)({});
    if (!change) {
        return complain(change.error());
    }
    if (!*change) {
        return complain(options.file.string() + ": there is no step to be " + verb +
                        ". Nothing was changed.");
    }
    const bool back = verb == "undone";
    Document document{verb == "undone" ? "undo" : "redo",
                      (back ? "Taken back: " : "Done again: ") + (*change)->title,
                      "",
                      {}};
    document.json[verb] = (*change)->title;
    document.json["next_undo"] = jsonOrNull(book->undoTitle());
    document.json["next_redo"] = jsonOrNull(book->redoTitle());
    return show(document, options.format);
}

} // namespace

void addSteps(CLI::App& app, Action& chosen)
{
    const auto options = std::make_shared<StepOptions>();
    CLI::App& list = *app.add_subcommand("history", "Show what was changed, by whom and when");
    list.add_option("FILE", options->file, "The workbook")->required();
    list.add_option("--most", options->most, "How many steps, the newest first")
        ->capture_default_str();
    addFormat(list, options->format, true);
    list.callback([options, &chosen] { chosen = [options] { return history(*options); }; });

    CLI::App& back = *app.add_subcommand("undo", "Take the last step back");
    back.add_option("FILE", options->file, "The workbook")->required();
    addFormat(back, options->format, false);
    back.callback([options, &chosen] {
        chosen = [options] { return travel(*options, "undone", &Workbook::undo); };
    });

    CLI::App& again = *app.add_subcommand("redo", "Do the step again that was taken back");
    again.add_option("FILE", options->file, "The workbook")->required();
    addFormat(again, options->format, false);
    again.callback([options, &chosen] {
        chosen = [options] { return travel(*options, "redone", &Workbook::redo); };
    });
}

} // namespace tandem::ctl

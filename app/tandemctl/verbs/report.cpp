// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tandemctl/options.h"
#include "app/tandemctl/reports/reports.h"
#include "app/tandemctl/verbs/verbs.h"
#include "core/facts/load.h"
#include "core/store/records.h"

#include <array>
#include <memory>

namespace tandem::ctl {
namespace {

constexpr std::array kReports = std::to_array<ReportName>({
    {"funnel", "stages, steps and rates; --view cohort, snapshot or flow", funnelReport},
    {"stage-times", "how long leads take from stage to stage", stageTimesReport},
    {"touches", "touch points per lead, and up to the opportunity", touchesReport},
    {"responses", "who responded to which campaign, when and how", responsesReport},
    {"return", "what each campaign cost and brought; --model, --lookback", returnReport},
    {"pipeline", "open, won and lost deals", pipelineReport},
    {"traits", "what the leads that convert have in common; --to-stage", traitsReport},
    {"pressure", "leads contacted too often, customers not contacted at all", pressureReport},
});

struct ReportOptions {
    std::filesystem::path file;
    std::string name;
    QueryOptions query;
    std::string view = "cohort", cohortStage, toStage;
    std::optional<int> within;
    std::string model = "linear";
    AttributionOptions attribution;
    std::vector<std::string> steps;
    FormatOptions format;
};

LeadLabel labelOf(const Workbook& book, LeadId id)
{
    const Result<std::optional<Lead>> found = lead(book.reader(), id);
    LeadLabel label{"#" + std::to_string(id.value), ""};
    if (found && *found) {
        label.name = (*found)->name;
        label.key = (*found)->key.empty() ? label.key : (*found)->key;
    }
    return label;
}

Asked asked(const ReportOptions& options, const TimeZone& zone)
{
    Asked asked;
    asked.query = options.query.query(zone, now());
    asked.from = options.query.fromDay();
    asked.to = options.query.toDay();
    asked.view = options.view;
    asked.funnel.withinDays = options.within;
    if (!options.cohortStage.empty()) {
        asked.funnel.cohortStage = options.cohortStage;
    }
    if (!options.toStage.empty()) {
        asked.toStage = options.toStage;
    }
    asked.attribution = options.attribution;
    asked.attribution.model = *creditFromWord(options.model);
    for (const std::string& step : options.steps) {
        const std::size_t colon = step.find(':');
        asked.funnel.steps.emplace_back(step.substr(0, colon), step.substr(colon + 1));
    }
    return asked;
}

int report(const ReportOptions& options)
{
    const Result<Workbook> book = Workbook::open(options.file, OpenMode::ReadOnly);
    if (!book) {
        return complain(book.error());
    }
    const Result<Facts> facts = loadFacts(*book);
    if (!facts) {
        return complain(facts.error());
    }
    const auto named = std::ranges::find(kReports, options.name, &ReportName::name);
    Asked question = asked(options, book->info().timeZone);
    question.labelOf = [&book](LeadId id) { return labelOf(*book, id); };
    const Result<Document> document = named->make(*facts, question);
    if (!document) {
        return complain(document.error());
    }
    return show(*document, options.format);
}

} // namespace

void addReport(CLI::App& app, Action& chosen)
{
    const auto options = std::make_shared<ReportOptions>();
    CLI::App& verb = *app.add_subcommand("report", "Compute a measure");
    verb.add_option("FILE", options->file, "The workbook")->required();

    std::vector<std::string> names;
    std::string footer = "Measures:\n";
    for (const ReportName& one : kReports) {
        names.emplace_back(one.name);
        footer += "  " + std::string(one.name) + std::string(14 - one.name.size(), ' ') +
                  std::string(one.about) + "\n";
    }
    verb.footer(footer + "Every key of the JSON is explained by: tandemctl help formats");
    verb.add_option("NAME", options->name, "Which measure")
        ->required()
        ->type_name("MEASURE")
        ->check(CLI::IsMember(names).description(""));
    addQuery(verb, options->query);
    verb.add_option("--view", options->view, "funnel: one cohort followed, a snapshot, or the flow")
        ->check(CLI::IsMember(std::vector<std::string>{"cohort", "snapshot", "flow"}))
        ->capture_default_str();
    verb.add_option("--within", options->within,
                    "funnel: count a step only if done in so many days")
        ->type_name("DAYS")
        ->check(CLI::PositiveNumber);
    verb.add_option("--cohort-stage", options->cohortStage,
                    "funnel, stage-times: the stage whose reaching makes the cohort")
        ->type_name("STAGE");
    verb.add_option("--steps", options->steps,
                    "funnel, stage-times: steps to measure in place of the neighbouring stages")
        ->type_name("FROM:TO")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(CLI::Validator(
            [](std::string& text) {
                return text.find(':') == std::string::npos ? "'" + text + "' is not FROM:TO"
                                                           : std::string();
            },
            ""));
    verb.add_option("--to-stage", options->toStage,
                    "touches, traits: the stage that counts as converted")
        ->type_name("STAGE");
    std::vector<std::string> models;
    for (const CreditModel model : creditModels()) {
        models.emplace_back(creditWord(model));
    }
    verb.add_option("--model", options->model, "return: how a deal's revenue is shared out")
        ->check(CLI::IsMember(models))
        ->capture_default_str();
    verb.add_option("--lookback", options->attribution.lookbackDays,
                    "return: how long before the win a touch still counts")
        ->type_name("DAYS")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    verb.add_option("--half-life", options->attribution.halfLifeDays,
                    "return: after how many days a touch counts half, with --model decay")
        ->type_name("DAYS")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    addFormat(verb, options->format, true);
    verb.callback([options, &chosen] { chosen = [options] { return report(*options); }; });
}

} // namespace tandem::ctl

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tandemctl/options.h"
#include "app/tandemctl/verbs/verbs.h"
#include "core/base/money.h"
#include "core/facts/load.h"
#include "core/plan/sla.h"

#include <cmath>
#include <cstdlib>
#include <fmt/format.h>
#include <memory>

namespace tandem::ctl {
namespace {

struct PlanArguments {
    std::filesystem::path file;
    double revenue = 0;
    std::string from, to, historyFrom, historyTo, asOf;
    std::vector<std::string> rates;
    std::optional<double> dealSize;
    double share = 1.0;
    FormatOptions format;
};

/// "MQL:SQL=0.4"; the text was checked when it was read.
AssumedRate rateFrom(const std::string& text)
{
    const std::size_t colon = text.find(':'), sign = text.rfind('=');
    return {text.substr(0, colon), text.substr(colon + 1, sign - colon - 1),
            std::strtod(text.c_str() + sign + 1, nullptr)};
}

CLI::Validator rateText()
{
    return CLI::Validator(
        [](std::string& text) {
            const std::size_t colon = text.find(':'), sign = text.rfind('=');
            const bool split =
                colon != std::string::npos && sign != std::string::npos && colon < sign;
            char* end = nullptr;
            const double rate = split ? std::strtod(text.c_str() + sign + 1, &end) : 0.0;
            return split && *end == '\0' && rate > 0 && rate <= 1
                       ? std::string()
                       : "'" + text + "' is not FROM:TO=RATE with a rate above 0 and up to 1";
        },
        "");
}

Money moneyFrom(double amount, const std::string& currency)
{
    return {std::llround(amount * std::pow(10.0, minorDigits(currency)))};
}

Document described(const Facts& facts, const PlanBasis& basis, const SlaPlan& plan)
{
    const auto name = [&](StageIndex stage) { return facts.stages[stage].name; };
    const auto source = [](bool measured) { return measured ? "measured" : "assumed"; };
    Document document{"plan", "What it takes to reach the goal", "volumes", {}};
    Json& json = document.json;
    json["currency"] = facts.currency;
    json["goal"] = plan.goal.minor;
    json["deal_size"] = {{"amount", basis.dealSize ? Json(basis.dealSize->minor) : Json(nullptr)},
                         {"source", source(basis.dealSizeMeasured)}};
    json["steps"] = Json::array();
    for (const PlanStep& step : basis.steps) {
        json["steps"].push_back({{"from", name(step.from)},
                                 {"to", name(step.to)},
                                 {"rate", jsonOrNull(step.rate)},
                                 {"low", step.rate ? Json(step.interval.low) : Json(nullptr)},
                                 {"high", step.rate ? Json(step.interval.high) : Json(nullptr)},
                                 {"source", source(step.measured)}});
    }
    json["volumes"] = Json::array();
    for (const PlanVolume& volume : plan.volumes) {
        json["volumes"].push_back({{"stage", name(volume.stage)},
                                   {"needed", jsonOrNull(volume.needed)},
                                   {"p10", jsonOrNull(volume.p10)},
                                   {"p50", jsonOrNull(volume.p50)},
                                   {"p90", jsonOrNull(volume.p90)}});
    }
    json["weeks"] = Json::array();
    for (const PlanWeek& week : plan.weeks) {
        json["weeks"].push_back(
            {{"week", isoDay(week.week)}, {"stage", name(week.stage)}, {"needed", week.needed}});
    }
    json["chance"] = jsonOrNull(plan.chance);
    json["most_helpful"] = plan.mostHelpful ? Json(name(*plan.mostHelpful)) : Json(nullptr);
    return document;
}

int plan(const PlanArguments& arguments)
{
    const Result<Workbook> book = Workbook::open(arguments.file, OpenMode::ReadOnly);
    if (!book) {
        return complain(book.error());
    }
    const Result<Facts> facts = loadFacts(*book);
    if (!facts) {
        return complain(facts.error());
    }
    const WorkbookInfo& info = book->info();
    BasisOptions options;
    options.asOf = momentFrom(arguments.asOf, info.timeZone, now());
    options.history =
        info.timeZone.period(dayFromIso(arguments.historyFrom), dayFromIso(arguments.historyTo));
    for (const std::string& text : arguments.rates) {
        options.rates.push_back(rateFrom(text));
    }
    if (arguments.dealSize) {
        options.dealSize = moneyFrom(*arguments.dealSize, info.currency);
    }
    const Result<PlanBasis> basis = measureBasis(*facts, options);
    if (!basis) {
        return complain(basis.error());
    }
    const PlanGoal goal{moneyFrom(arguments.revenue, info.currency), arguments.share,
                        *dayFromIso(arguments.from), *dayFromIso(arguments.to)};
    const Result<SlaPlan> made = planBackwards(*basis, goal);
    if (!made) {
        return complain(made.error());
    }
    return show(described(*facts, *basis, *made), arguments.format);
}

} // namespace

void addPlan(CLI::App& app, Action& chosen)
{
    const auto arguments = std::make_shared<PlanArguments>();
    CLI::App& verb = *app.add_subcommand(
        "plan", "Work a revenue goal backwards to the leads that it takes, week by week");
    verb.add_option("FILE", arguments->file, "The workbook")->required();
    verb.add_option("--revenue", arguments->revenue, "The goal, in whole units of the currency")
        ->required()
        ->type_name("AMOUNT")
        ->check(CLI::PositiveNumber);
    const auto day = [&](const char* option, std::string& text, const char* meaning) {
        return verb.add_option(option, text, meaning)->type_name("YYYY-MM-DD")->check(dayText());
    };
    day("--from", arguments->from, "First day on which deals are to be won")->required();
    day("--to", arguments->to, "The day after the last one")->required();
    day("--history-from", arguments->historyFrom,
        "Measure rates on leads that came since this day");
    day("--history-to", arguments->historyTo, "... and before this day");
    verb.add_option("--as-of", arguments->asOf, "Leave out what came later; default now")
        ->type_name("TIME")
        ->check(momentText());
    verb.add_option("--rate", arguments->rates,
                    "A rate to assume in place of the measured one; may join stages that are not "
                    "neighbours; may be repeated")
        ->type_name("FROM:TO=RATE")
        ->allow_extra_args(false)
        ->check(rateText());
    verb.add_option("--deal-size", arguments->dealSize, "A deal size to assume")
        ->type_name("AMOUNT")
        ->check(CLI::PositiveNumber);
    verb.add_option("--share", arguments->share, "The part of the goal that this plan must bring")
        ->capture_default_str()
        ->check(CLI::Range(0.0, 1.0));
    addFormat(verb, arguments->format, true);
    verb.callback([arguments, &chosen] { chosen = [arguments] { return plan(*arguments); }; });
}

} // namespace tandem::ctl

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tandemctl/options.h"
#include "app/tandemctl/verbs/verbs.h"
#include "core/base/text.h"
#include "core/facts/load.h"
#include "core/facts/standing.h"
#include "core/rules/evaluate.h"
#include "core/rules/wording.h"
#include "core/store/records.h"
#include "core/store/scan.h"

#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <unordered_map>

namespace tandem::ctl {
namespace {

struct CheckOptions {
    std::filesystem::path file;
    FormatOptions format;
};

/// Words in the definitions of stages that two people would read differently.
Json vagueDefinitions(const std::vector<Stage>& stages)
{
    Json list = Json::array();
    for (const Stage& stage : stages) {
        if (stage.retired) {
            continue;
        }
        if (trimmed(stage.definition).empty()) {
            list.push_back({{"stage", stage.name},
                            {"word", nullptr},
                            {"why", "has no definition"},
                            {"suggestion", "say what makes a lead one"}});
        }
        for (const VagueSpot& spot : vagueSpots(stage.definition)) {
            list.push_back({{"stage", stage.name},
                            {"word", spot.word},
                            {"why", spot.why},
                            {"suggestion", spot.suggestion}});
        }
    }
    return list;
}

/// Leads that stand in a stage whose criteria they do not meet.
Result<Json> brokenDefinitions(const std::vector<Stage>& stages, const Facts& facts, Instant asOf)
{
    Json list = Json::array();
    for (const Stage& stage : stages) {
        const auto index = facts.stageNamed(stage.name);
        if (stage.criteria.empty() || !index) {
            continue;
        }
        const Result<Criterion> criterion = criterionFromJson(stage.criteria);
        if (!criterion) {
            return fail(criterion.error());
        }
        const Result<Rule> rule = Rule::compile(*criterion, facts, asOf);
        if (!rule) {
            return fail(rule.error());
        }
        std::int64_t in = 0, broken = 0, unknown = 0;
        for (LeadRow row = 0; row < facts.leadCount(); ++row) {
            if (standingOf(facts, row, asOf).stage == *index) {
                const Truth truth = (*rule)(row);
                ++in;
                broken += truth == Truth::NotMet;
                unknown += truth == Truth::NotKnown;
            }
        }
        list.push_back(
            {{"stage", stage.name}, {"leads", in}, {"not_met", broken}, {"not_known", unknown}});
    }
    return list;
}

/// Counts of what is missing or stands twice.
class Gaps {
public:
    explicit Gaps(const Facts& facts) : m_facts(facts) {}

    Json list()
    {
        const auto leads = static_cast<std::int64_t>(m_facts.leadCount());
        for (const char* field : {"company", "source", "persona", "owner"}) {
            if (const LeadColumn* column = m_facts.column(field)) {
                add(fmt::format("leads_without_{}", field),
                    std::ranges::count(column->codes, kBlank), leads);
            }
        }
        add("leads_undated", std::ranges::count(m_facts.leadCreated, kUndated), leads);
        add("touches_undated", std::ranges::count(m_facts.touchAt, kUndated.seconds),
            static_cast<std::int64_t>(m_facts.touchCount()));
        const auto deals = static_cast<std::int64_t>(m_facts.deals.size());
        const auto dealsThat = [&](auto&& holds) {
            return std::ranges::count_if(m_facts.deals, holds);
        };
        add("deals_without_lead", dealsThat([](const DealFact& d) { return !d.lead; }), deals);
        add("deals_without_amount", dealsThat([](const DealFact& d) { return !d.amount; }), deals);
        add("deals_closed_without_date", dealsThat([](const DealFact& d) {
                return d.outcome != DealOutcome::Open && !d.closedAt;
            }),
            deals);
        return std::move(m_list);
    }

    void add(std::string gap, std::int64_t count, std::int64_t of)
    {
        m_list.push_back({{"gap", std::move(gap)}, {"count", count}, {"of", of}});
    }

private:
    const Facts& m_facts;
    Json m_list = Json::array();
};

struct Addresses {
    std::int64_t missing = 0;
    std::int64_t shared = 0; ///< leads whose address another lead has too
};

Result<Addresses> addresses(const Reader& reader)
{
    Addresses found;
    std::unordered_map<std::string, std::int64_t> uses;
    const Result<void> done = scanLeads(reader, [&](const LeadRecord& lead) {
        if (lead.emailKey.empty()) {
            ++found.missing;
        } else {
            ++uses[std::string(lead.emailKey)];
        }
        return true;
    });
    if (!done) {
        return fail(done.error());
    }
    for (const auto& [address, count] : uses) {
        found.shared += count > 1 ? count : 0;
    }
    return found;
}

int check(const CheckOptions& options)
{
    const Result<Workbook> book = Workbook::open(options.file, OpenMode::ReadOnly);
    if (!book) {
        return complain(book.error());
    }
    const Result<std::vector<std::string>> findings = book->check();
    const Result<std::vector<Stage>> defined = stages(book->reader());
    const Result<Facts> facts = loadFacts(*book);
    const Result<Addresses> mail = addresses(book->reader());
    if (!findings || !defined || !facts || !mail) {
        return complain(!findings  ? findings.error()
                        : !defined ? defined.error()
                        : !facts   ? facts.error()
                                   : mail.error());
    }
    const Result<Json> broken = brokenDefinitions(*defined, *facts, now());
    if (!broken) {
        return complain(broken.error());
    }
    Document document{
        "check", findings->empty() ? "The file is sound." : "The file is damaged.", "gaps", {}};
    document.json["sound"] = findings->empty();
    document.json["findings"] = *findings;
    document.json["definitions"] = vagueDefinitions(*defined);
    document.json["breaking"] = *broken;
    Gaps gaps(*facts);
    const auto leads = static_cast<std::int64_t>(facts->leadCount());
    gaps.add("leads_without_email", mail->missing, leads);
    gaps.add("leads_sharing_email", mail->shared, leads);
    document.json["gaps"] = gaps.list();
    const int shown = show(document, options.format);
    if (shown == 0 && !findings->empty()) {
        return complain(options.file.string() + " is damaged: " + findings->front() +
                        ". It was left as it is. Open the newest backup, or a copy of the file.");
    }
    return shown;
}

} // namespace

void addCheck(CLI::App& app, Action& chosen)
{
    const auto options = std::make_shared<CheckOptions>();
    CLI::App& verb = *app.add_subcommand(
        "check", "Look for damage, vague definitions and gaps in the data; changes nothing");
    verb.add_option("FILE", options->file, "The workbook")->required();
    addFormat(verb, options->format, true);
    verb.callback([options, &chosen] { chosen = [options] { return check(*options); }; });
}

} // namespace tandem::ctl

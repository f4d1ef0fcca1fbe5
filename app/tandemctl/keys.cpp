// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tandemctl/keys.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace tandem::ctl {
namespace {

constexpr Key kFrom{"from", Shown::Text, "first day of the period; null: no beginning"};
constexpr Key kTo{"to", Shown::Text, "the day after the period's last; null: no end"};
constexpr Key kAsOf{"as_of", Shown::Text, "what came later is left out"};

constexpr std::array kNew = std::to_array<Key>({
    {"file", Shown::Text, "the file that was made"},
    {"name", Shown::Text, "the workbook's name"},
    {"currency", Shown::Text, "ISO 4217 code; all its amounts are in minor units of it"},
    {"time_zone", Shown::Text, "IANA name; its days are days there"},
    {"sample", Shown::YesNo, "whether it holds the demonstration company"},
    {"leads", Shown::Count, "leads in it"},
    {"touches", Shown::Count, "touches in it"},
    {"deals", Shown::Count, "deals in it"},
});

constexpr std::array kCohort = std::to_array<Key>({
    {"view", Shown::Text, "cohort"},
    kFrom,
    kTo,
    kAsOf,
    {"cohort_stage", Shown::Text, "the stage whose reaching makes the cohort"},
    {"cohort_size", Shown::Count, "leads in the cohort"},
    {"within_days", Shown::Count, "a step counts only within so many days; null: no limit"},
    {"stages", Shown::Group, "the stages from the cohort stage on"},
    {"stages[].stage", Shown::Text, "name"},
    {"stages[].reached", Shown::Count, "members that entered it or a later stage"},
    {"stages[].implied", Shown::Count, "of them those without an entry of their own into it"},
    {"steps", Shown::Group, "neighbouring stages, or those of --steps"},
    {"steps[].from", Shown::Text, "the step's first stage"},
    {"steps[].to", Shown::Text, "the step's second stage"},
    {"steps[].n", Shown::Count, "members that reached the first"},
    {"steps[].converted", Shown::Count, "of them those that reached the second"},
    {"steps[].rate", Shown::Share, "converted / n; null for n = 0"},
    {"steps[].low", Shown::Share, "lower end of the 95 % Wilson interval"},
    {"steps[].high", Shown::Share, "upper end of it"},
    {"steps[].median_days", Shown::Days, "Kaplan-Meier median; null: not reached by half"},
    {"steps[].maturing", Shown::YesNo, "the youngest members had less time than the median"},
    {"changes", Shown::Group, "against the previous period of equal length, cut at equal age"},
    {"changes[].from", Shown::Text, "the step's first stage"},
    {"changes[].to", Shown::Text, "the step's second stage"},
    {"changes[].before", Shown::Share, "the rate then"},
    {"changes[].difference", Shown::Share, "rate now minus rate then"},
    {"changes[].p", Shown::Chance, "two-sided p of the two-proportion test"},
    {"changes[].beyond_chance", Shown::YesNo, "p below 0.05"},
    {"changes[].median_days_before", Shown::Days, "the median then"},
    {"left_out", Shown::Group, "what could not be counted"},
    {"left_out.undated", Shown::Count, "leads without a date of reaching the cohort stage"},
});

constexpr std::array kSnapshot = std::to_array<Key>({
    {"view", Shown::Text, "snapshot"},
    kAsOf,
    {"stages", Shown::Group, "all stages, side states too"},
    {"stages[].stage", Shown::Text, "name"},
    {"stages[].leads", Shown::Count, "leads that stand in it"},
});

constexpr std::array kFlow = std::to_array<Key>({
    {"view", Shown::Text, "flow"},
    kFrom,
    kTo,
    kAsOf,
    {"stages", Shown::Group, "all stages, side states too"},
    {"stages[].stage", Shown::Text, "name"},
    {"stages[].entries", Shown::Count, "entries into it during the period"},
    {"left_out", Shown::Group, "what could not be counted"},
    {"left_out.undated", Shown::Count, "entries without a date"},
});

constexpr std::array kStageTimes = std::to_array<Key>({
    kFrom,
    kTo,
    kAsOf,
    {"steps", Shown::Group, "neighbouring stages, or those of --steps"},
    {"steps[].from", Shown::Text, "the step's first stage"},
    {"steps[].to", Shown::Text, "the step's second stage"},
    {"steps[].n", Shown::Count, "leads that were watched"},
    {"steps[].reached", Shown::Count, "of them those that reached the second stage"},
    {"steps[].median_days", Shown::Days, "Kaplan-Meier median; null: not reached by half"},
    {"steps[].q1_days", Shown::Days, "by then a quarter has reached it"},
    {"steps[].q3_days", Shown::Days, "by then three quarters have"},
    {"steps[].left_out", Shown::Count, "leads without a date on either side"},
});

constexpr std::array kTouches = std::to_array<Key>({
    kFrom,
    kTo,
    kAsOf,
    {"leads", Shown::Count, "leads looked at, also those without a touch"},
    {"touches", Shown::Count, "their touches"},
    {"mean", Shown::Number, "touches per lead"},
    {"median", Shown::Number, "touches per lead"},
    {"histogram", Shown::Group, "leads by number of touches"},
    {"histogram[].touches", Shown::Count, "number of touches; 20 stands for 20 and more"},
    {"histogram[].leads", Shown::Count, "leads with that many"},
    {"to_opportunity", Shown::Group, "touches up to reaching Opportunity"},
    {"to_opportunity.leads", Shown::Count, "leads that reached it"},
    {"to_opportunity.mean", Shown::Number, "touches until then"},
    {"to_opportunity.median", Shown::Number, "touches until then"},
    {"to_opportunity.quartiles", Shown::Number, "first and third quartile"},
    {"to_opportunity.histogram", Shown::Group, "those leads by number of touches until then"},
    {"to_opportunity.histogram[].touches", Shown::Count, "number of touches; 20: 20 and more"},
    {"to_opportunity.histogram[].leads", Shown::Count, "leads with that many"},
    {"conversion_by_touches", Shown::Group, "the chance of an opportunity by touches"},
    {"conversion_by_touches[].at_least", Shown::Count, "this many touches or more"},
    {"conversion_by_touches[].leads", Shown::Count, "leads with so many"},
    {"conversion_by_touches[].converted", Shown::Count, "of them those that reached Opportunity"},
    {"conversion_by_touches[].rate", Shown::Share, "converted / leads; null without leads"},
    {"conversion_by_touches[].low", Shown::Share, "lower end of the 95 % Wilson interval"},
    {"conversion_by_touches[].high", Shown::Share, "upper end of it"},
    {"left_out", Shown::Group, "what could not be counted"},
    {"left_out.undated", Shown::Count, "touches without a date"},
});

constexpr std::array kResponses = std::to_array<Key>({
    kFrom,
    kTo,
    kAsOf,
    {"responses", Shown::Group, "inbound touches by campaign, channel and outcome"},
    {"responses[].campaign", Shown::Text, "name; null: none"},
    {"responses[].key", Shown::Text, "the campaign's key; two may share a name"},
    {"responses[].channel", Shown::Text, "channel"},
    {"responses[].outcome", Shown::Text, "what the person did"},
    {"responses[].touches", Shown::Count, "inbound touches"},
    {"responses[].leads", Shown::Count, "different leads"},
    {"responses[].first", Shown::Text, "the earliest of them"},
    {"responses[].last", Shown::Text, "the latest of them"},
});

constexpr std::array kImport = std::to_array<Key>({
    {"kind", Shown::Text, "what the rows are"},
    {"rows", Shown::Count, "created + updated + unchanged + rejected_count"},
    {"created", Shown::Count, "rows that became new records"},
    {"updated", Shown::Count, "rows that changed a record"},
    {"unchanged", Shown::Count, "rows that said nothing new"},
    {"rejected_count", Shown::Count, "rows that were not taken"},
    {"rejected", Shown::Group, "the first 1,000 of them"},
    {"rejected[].row", Shown::Count, "number of the record, from 1 after the header"},
    {"rejected[].column", Shown::Text, "the column at fault; null: the row as a whole"},
    {"rejected[].value", Shown::Text, "the text that could not be taken"},
    {"rejected[].reason", Shown::Text, "why"},
    {"created_other", Shown::Group, "records that rows named and that were made, by kind"},
    {"created_other.leads", Shown::Count, "leads, with create_missing"},
    {"created_other.campaigns", Shown::Count, "campaigns"},
    {"created_other.content", Shown::Count, "pieces of content"},
    {"created_other.personas", Shown::Count, "personas"},
    {"created_other.people", Shown::Count, "people of the teams"},
    {"created_other.companies", Shown::Count, "companies"},
    {"created_other.stages", Shown::Count, "stages"},
    {"created_other.fields", Shown::Count, "custom fields of leads"},
    {"undated", Shown::Count, "rows taken without a date"},
    {"blank", Shown::Count, "rows without any text; skipped, not in rows"},
    {"import_id", Shown::Text, "number of the import; null: nothing was changed"},
    {"dry_run", Shown::YesNo, "true: nothing was written"},
});

constexpr std::array kExport = std::to_array<Key>({
    {"what", Shown::Text, "which records"},
    {"to", Shown::Text, "the file"},
    {"rows", Shown::Count, "records in it"},
});

constexpr std::array kCheck = std::to_array<Key>({
    {"sound", Shown::YesNo, "whether the file holds together"},
    {"findings", Shown::Group, "what the integrity and foreign-key checks found"},
    {"definitions", Shown::Group, "definitions that two people would read differently"},
    {"definitions[].stage", Shown::Text, "the stage"},
    {"definitions[].word", Shown::Text, "the vague word; null: there is no definition"},
    {"definitions[].why", Shown::Text, "what is vague about it"},
    {"definitions[].suggestion", Shown::Text, "what to put in its place"},
    {"breaking", Shown::Group, "stages with criteria, and the leads that stand in them"},
    {"breaking[].stage", Shown::Text, "the stage"},
    {"breaking[].leads", Shown::Count, "leads that stand in it"},
    {"breaking[].not_met", Shown::Count, "of them those that do not meet its criteria"},
    {"breaking[].not_known", Shown::Count, "of them those of which too little is known"},
    {"gaps", Shown::Group, "what is missing or stands twice"},
    {"gaps[].gap", Shown::Text, "what it is"},
    {"gaps[].count", Shown::Count, "records with the gap"},
    {"gaps[].of", Shown::Count, "records looked at"},
});

constexpr std::array kBackup = std::to_array<Key>({
    {"file", Shown::Text, "the workbook"},
    {"copy", Shown::Text, "the copy that was written and checked"},
    {"bytes", Shown::Count, "its size"},
});

constexpr std::array kHistory = std::to_array<Key>({
    {"history", Shown::Group, "the steps, the newest first"},
    {"history[].at", Shown::Text, "when it was done"},
    {"history[].who", Shown::Text, "by whom"},
    {"history[].title", Shown::Text, "what was done"},
    {"history[].undone", Shown::YesNo, "whether it was taken back"},
});

constexpr std::array kUndo = std::to_array<Key>({
    {"undone", Shown::Text, "the step that was taken back"},
    {"next_undo", Shown::Text, "the step that undo would take back next; null: none"},
    {"next_redo", Shown::Text, "the step that redo would do again; null: none"},
});

constexpr std::array kRedo = std::to_array<Key>({
    {"redone", Shown::Text, "the step that was done again"},
    {"next_undo", Shown::Text, "the step that undo would take back next; null: none"},
    {"next_redo", Shown::Text, "the step that redo would do again next; null: none"},
});

constexpr std::array kDocuments = std::to_array<DocumentKeys>({
    {"new", "tandemctl new", kNew},
    {"import", "tandemctl import FILE DATA --kind KIND", kImport},
    {"report funnel cohort", "tandemctl report FILE funnel", kCohort},
    {"report funnel snapshot", "tandemctl report FILE funnel --view snapshot", kSnapshot},
    {"report funnel flow", "tandemctl report FILE funnel --view flow", kFlow},
    {"report stage-times", "tandemctl report FILE stage-times", kStageTimes},
    {"report touches", "tandemctl report FILE touches", kTouches},
    {"report responses", "tandemctl report FILE responses", kResponses},
    {"export", "tandemctl export FILE --what KIND --to OUT.csv", kExport},
    {"check", "tandemctl check FILE", kCheck},
    {"backup", "tandemctl backup FILE --to COPY", kBackup},
    {"history", "tandemctl history FILE", kHistory},
    {"undo", "tandemctl undo FILE", kUndo},
    {"redo", "tandemctl redo FILE", kRedo},
});

} // namespace

std::span<const DocumentKeys> allKeys()
{
    return kDocuments;
}

const Key* keyAt(std::string_view kind, std::string_view path)
{
    const auto document = std::ranges::find(kDocuments, kind, &DocumentKeys::kind);
    if (document == kDocuments.end()) {
        return nullptr;
    }
    const auto key = std::ranges::find(document->keys, path, &Key::path);
    return key == document->keys.end() ? nullptr : &*key;
}

std::string formatsHelp()
{
    std::string out =
        "JSON: rates are fractions from 0 to 1, money is in minor units of \"currency\", days are\n"
        "YYYY-MM-DD in the workbook's time zone, instants ISO 8601 in UTC, what is not known is "
        "null.\n"
        "Periods are half-open: --to is the day after the last one. CSV holds the list that the "
        "text\n"
        "form shows, with the JSON's values.\n";
    for (const DocumentKeys& document : kDocuments) {
        out += fmt::format("\n{}\n", document.about);
        for (const Key& key : document.keys) {
            out += fmt::format("  {:<36} {}\n", key.path, key.meaning);
        }
    }
    return out;
}

} // namespace tandem::ctl

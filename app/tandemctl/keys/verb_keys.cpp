// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tandemctl/keys/parts.h"

#include <array>

namespace tandem::ctl {
namespace {

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

constexpr std::array kPlan = std::to_array<Key>({
    {"currency", Shown::Text, "of all amounts"},
    {"goal", Shown::Money, "the revenue that this plan must bring"},
    {"deal_size", Shown::Group, "what one deal brings"},
    {"deal_size.amount", Shown::Money, "mean of won deals, or as given"},
    {"deal_size.source", Shown::Text, "measured or assumed"},
    {"steps", Shown::Group, "the way from the first stage to the last"},
    {"steps[].from", Shown::Text, "the step's first stage"},
    {"steps[].to", Shown::Text, "the step's second stage"},
    {"steps[].rate", Shown::Share, "planned with; null: not measured and not given"},
    {"steps[].low", Shown::Share, "lower end of the 95 % interval of a measured rate"},
    {"steps[].high", Shown::Share, "upper end of it"},
    {"steps[].source", Shown::Text, "measured or assumed"},
    {"volumes", Shown::Group, "how many leads must reach each stage"},
    {"volumes[].stage", Shown::Text, "the stage"},
    {"volumes[].needed", Shown::Count, "at the planned rates; null: a rate below is not known"},
    {"volumes[].p10", Shown::Count, "enough in one of ten simulated courses"},
    {"volumes[].p50", Shown::Count, "enough in half of them"},
    {"volumes[].p90", Shown::Count, "enough in nine of ten"},
    {"weeks", Shown::Group, "when they must reach it"},
    {"weeks[].week", Shown::Text, "the week's Monday"},
    {"weeks[].stage", Shown::Text, "the stage"},
    {"weeks[].needed", Shown::Count, "leads that must reach it in that week"},
    {"chance", Shown::Share, "of reaching the goal at the present pace; null without a pace"},
    {"most_helpful", Shown::Text, "the stage out of which a better rate would save most"},
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
    {"new", "tandemctl new FILE", kNew},
    {"import", "tandemctl import FILE DATA --kind KIND", kImport},
    {"plan", "tandemctl plan FILE --revenue AMOUNT --from D --to D", kPlan},
    {"export", "tandemctl export FILE --what KIND --to OUT.csv", kExport},
    {"check", "tandemctl check FILE", kCheck},
    {"backup", "tandemctl backup FILE --to COPY", kBackup},
    {"history", "tandemctl history FILE", kHistory},
    {"undo", "tandemctl undo FILE", kUndo},
    {"redo", "tandemctl redo FILE", kRedo},
});

} // namespace

std::span<const DocumentKeys> verbKeys()
{
    return kDocuments;
}

} // namespace tandem::ctl

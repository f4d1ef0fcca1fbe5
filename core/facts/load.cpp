// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/facts/load.h"

#include "core/facts/coder.h"
#include "core/facts/money_rows.h"

namespace tandem {
namespace {

void reserve(Facts& facts, const RecordCounts& counts)
{
    // A little more than there is, so that the next edits need not move everything.
    const auto room = [](std::int64_t rows) {
        return static_cast<std::size_t>(rows + rows / 100) + 100;
    };
    const std::size_t leads = room(counts.leads);
    const std::size_t touches = room(counts.touches);
    const std::size_t changes = room(counts.stageChanges);
    facts.leadIds.reserve(leads);
    facts.leadCreated.reserve(leads);
    for (LeadColumn& column : facts.leadColumns) {
        column.codes.reserve(leads);
    }
    facts.changeBegin.reserve(leads + 1);
    facts.changeAt.reserve(changes);
    facts.changeTo.reserve(changes);
    facts.touchBegin.reserve(leads + 1);
    facts.touchAt.reserve(touches);
    facts.touchChannel.reserve(touches);
    facts.touchOutcome.reserve(touches);
    facts.touchCampaign.reserve(touches);
    facts.touchContent.reserve(touches);
    facts.touchPerson.reserve(touches);
    facts.touchDirection.reserve(touches);
    facts.touchTeam.reserve(touches);
}

} // namespace

Result<Facts> loadFacts(const Workbook& workbook, const Progress& progress)
{
    progress.report(0.0, "reading leads");
    Facts facts;
    const Result<RecordCounts> counts = recordCounts(workbook.reader());
    if (!counts) {
        return fail(counts.error());
    }
    Result<Coder> coder = Coder::of(workbook, facts);
    if (!coder) {
        return fail(coder.error());
    }
    if (const Result<void> read = coder->preloadCompanies(); !read) {
        return fail(read.error());
    }
    facts.prints = coder->prints();
    reserve(facts, *counts);
    if (const Result<void> read = coder->append(facts, {}, progress); !read) {
        return fail(read.error());
    }
    progress.report(0.9, "reading deals");
    if (const Result<void> read = readDeals(facts, workbook.reader(), *coder); !read) {
        return fail(read.error());
    }
    if (const Result<void> read = readCosts(facts, workbook.reader(), *coder); !read) {
        return fail(read.error());
    }
    if (const Result<void> read = readAudience(facts, workbook.reader()); !read) {
        return fail(read.error());
    }
    progress.report(1.0, "");
    return facts;
}

} // namespace tandem

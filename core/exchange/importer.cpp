// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/importer.h"

#include "core/exchange/import_job.h"
#include "core/exchange/mapping_json.h"
#include "core/exchange/suggest.h"
#include "core/store/records.h"

#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <xxhash.h>

namespace tandem {
namespace {

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

/// Sixteen hexadecimal digits that tell the file's content.
Result<std::string> fileHash(const std::string& path)
{
    const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
    if (!file) {
        return fail(ErrorCode::NotFound, path);
    }
    const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(),
                                                                         &XXH3_freeState);
    XXH3_128bits_reset(state.get());
    std::vector<char> piece(1U << 20U);
    while (const std::size_t count = std::fread(piece.data(), 1, piece.size(), file.get())) {
        XXH3_128bits_update(state.get(), piece.data(), count);
    }
    if (std::ferror(file.get()) != 0) {
        return fail(ErrorCode::Io, path, "it cannot be read to its end");
    }
    return fmt::format("{:016x}", XXH3_128bits_digest(state.get()).high64);
}

std::unique_ptr<RecordImport> recordImport(ImportJob& job)
{
    switch (job.plan.mapping().kind) {
    case RecordKind::Leads:
        return makeLeadImport(job);
    case RecordKind::Touches:
        return makeTouchImport(job);
    case RecordKind::Stages:
        return makeStageImport(job);
    case RecordKind::Campaigns:
        return makeCampaignImport(job);
    case RecordKind::Costs:
        return makeCostImport(job);
    case RecordKind::Deals:
        return makeDealImport(job);
    case RecordKind::Content:
        return makeContentImport(job);
    case RecordKind::Audience:
        return makeAudienceImport(job);
    }
    return nullptr;
}

/// Why a row cannot be read at all; empty if it can.
std::string damage(const TableRow& row)
{
    if (row.flaw) {
        return fmt::format("line {}: {}", row.line, wordsFor(*row.flaw));
    }
    if (!row.surplus.empty()) {
        return fmt::format("line {}: {} more {} than the header has columns", row.line,
                           row.surplus.size(), row.surplus.size() == 1 ? "cell" : "cells");
    }
    return row.footer ? fmt::format("line {}: looks like a note below the table", row.line)
                      : std::string();
}

void count(RowOutcome outcome, ImportResult& result)
{
    switch (outcome) {
    case RowOutcome::Created:
        ++result.created;
        break;
    case RowOutcome::Updated:
        ++result.updated;
        break;
    case RowOutcome::Unchanged:
        ++result.unchanged;
        break;
    case RowOutcome::Rejected: // counted where the reason was given
    case RowOutcome::Later:
        break;
    }
}

/// Checks the value maps of stages before any row is read, so that a mistyped stage is told at
/// once.
Result<void> checkStages(const ImportJob& job)
{
    const Mapping& mapping = job.plan.mapping();
    if (mapping.createMissing) {
        return {};
    }
    const auto check = [&job](const std::string& where, const std::string& name) -> Result<void> {
        if (name.empty() || job.names.stage(name) != nullptr) {
            return {};
        }
        return fail(ErrorCode::BadInput, "mapping",
                    fmt::format("{} leads to the stage '{}', which does not exist; the stages are "
                                "{}",
                                where, name, job.names.stageNames()));
    };
    for (const auto& [field, source] : mapping.values) {
        if (fieldNamed(mapping.kind, field)->shape != FieldShape::Stage) {
            continue;
        }
        for (const auto& [from, to] : source.map) {
            if (auto ok = check(fmt::format("'values' of '{}', '{}',", field, from), to); !ok) {
                return ok;
            }
        }
    }
    for (const auto& [field, text] : mapping.constants) {
        if (fieldNamed(mapping.kind, field)->shape == FieldShape::Stage) {
            if (auto ok = check(fmt::format("'constants' of '{}'", field), text); !ok) {
                return ok;
            }
        }
    }
    return {};
}

/// Reads all rows into records.
Result<void> takeRows(ImportJob& job, RecordImport& records)
{
    auto table = CsvTable::open(job.path, job.dialect);
    if (!table) {
        return fail(table.error());
    }
    const double size = static_cast<double>(std::max<std::int64_t>(1, table->stream().size()));
    while (true) {
        const auto more = table->next();
        if (!more) {
            return fail(more.error());
        }
        if (!*more) {
            return {};
        }
        const TableRow& row = table->row();
        if (row.record % 1024 == 0) {
            if (job.progress.stopRequested()) {
                return fail(ErrorCode::Stopped, job.plan.file());
            }
            job.progress.report(0.25 +
                                    0.35 * static_cast<double>(table->stream().bytesRead()) / size,
                                "reading rows");
        }
        if (row.empty && row.surplus.empty()) {
            ++job.result.blank;
            continue;
        }
        ++job.result.rows;
        const ImportRow reading(job, row);
        if (std::string why = damage(row); !why.empty()) {
            const std::size_t at = std::min(row.flawCell, row.cells.size() - 1);
            reading.reject(row.flaw ? std::string_view(job.plan.columns()[at]) : "",
                           row.flaw              ? row.cells[at]
                           : row.surplus.empty() ? row.cells[0]
                                                 : row.surplus[0],
                           std::move(why));
            continue;
        }
        const auto outcome = records.take(reading);
        if (!outcome) {
            return fail(outcome.error());
        }
        if (job.failure) {
            return fail(*job.failure);
        }
        if (job.plan.needsWholeLook()) {
            return fail(ErrorCode::Ambiguous, job.plan.file());
        }
        count(*outcome, job.result);
    }
}

Result<void> keepMapping(ImportJob& job)
{
    const Mapping& mapping = job.plan.mapping();
    const std::string json = mappingToJson(mapping);
    const std::string kind(kindWord(mapping.kind));
    if (auto ok =
            saveMapping(job.writer, {mapping.name, kind, headerText(job.plan.columns()), json});
        !ok) {
        return ok;
    }
    const auto id =
        noteImport(job.writer, job.plan.file(), kind, json, importResultJson(job.result));
    if (!id) {
        return fail(id.error());
    }
    job.result.importId = *id;
    return {};
}

Result<void> takeFile(ImportJob& job, bool keep)
{
    if (auto ok = job.names.load(job.reader); !ok) {
        return ok;
    }
    if (auto ok = checkStages(job); !ok) {
        return ok;
    }
    const std::unique_ptr<RecordImport> records = recordImport(job);
    if (auto ok = records->load(); !ok) {
        return ok;
    }
    if (auto ok = takeRows(job, *records); !ok) {
        return ok;
    }
    if (auto ok = records->finish(); !ok) {
        return ok;
    }
    job.result.createdOther = job.names.made();
    const bool changed = job.result.created + job.result.updated != 0;
    return keep && changed ? keepMapping(job) : Result<void>();
}

/// An import is a bulk step, before which a backup is made. A dry run needs none and should not
/// push out older ones; but recording what it adds would take more memory than a big file may.
bool needsBulk(const std::string& path, const ImportOptions& options)
{
    constexpr std::uintmax_t kSmall = std::uintmax_t{32} << 20U;
    std::error_code failed;
    const std::uintmax_t size = std::filesystem::file_size(path, failed);
    return !options.dryRun || failed || size > kSmall;
}

/// One import of a file into a workbook.
struct Run {
    Workbook& workbook;
    const Who& who;
    const std::string& path;
    const Dialect& dialect;
    std::string rowPrefix;
    const ImportOptions& options;

    Result<ImportResult> withFormats(ImportPlan& plan, ImportPlan::Look look) const
    {
        if (auto ok = plan.findFormats(path, dialect, look, options.progress); !ok) {
            return fail(ok.error());
        }
        auto rejections = Rejections::make(options.rejectedTo, dialect.columns);
        if (!rejections) {
            return fail(rejections.error());
        }
        ImportResult result;
        result.kind = plan.mapping().kind;
        result.dryRun = options.dryRun;
        bool done = false;
        std::string title = "Import " + plan.file();
        const auto work = [&](Writer& writer) -> Result<void> {
            ImportJob job{.writer = writer,
                          .reader = workbook.reader(),
                          .plan = plan,
                          .path = path,
                          .dialect = dialect,
                          .zone = workbook.info().timeZone,
                          .minorDigits = minorDigits(workbook.info().currency),
                          .now = options.now,
                          .rowPrefix = rowPrefix,
                          .result = result,
                          .rejections = *rejections,
                          .progress = options.progress,
                          .names = {},
                          .leads = {},
                          .failure = {}};
            if (auto ok = takeFile(job, !options.dryRun); !ok) {
                return ok;
            }
            done = true;
            // The title is read when the work is done: only then are the numbers known.
            title += ": " + importSummary(result);
            // Failing takes everything back, which is what a dry run wants.
            return options.dryRun ? fail(ErrorCode::Stopped, plan.file()) : Result<void>();
        };
        const auto change = needsBulk(path, options) ? workbook.bulkEdit(who, title, work)
                                                     : workbook.edit(who, title, work);
        if (!change && !(options.dryRun && done)) {
            return fail(change.error());
        }
        if (auto ok = rejections->commit(); !ok) {
            return fail(ok.error());
        }
        return result;
    }
};

} // namespace

Result<ImportResult> importFile(Workbook& workbook, const Who& who, const std::string& path,
                                const Mapping& mapping, const ImportOptions& options)
{
    const std::string file = std::filesystem::path(path).filename().string();
    const auto dialect = detectDialect(path, mapping.wishes());
    if (!dialect) {
        return fail(dialect.error());
    }
    Mapping named = mapping;
    if (named.name.empty()) {
        named.name = std::filesystem::path(path).stem().string();
    }
    auto plan = ImportPlan::make(named, *dialect, file);
    if (!plan) {
        return fail(plan.error());
    }
    const auto hash = fileHash(path);
    if (!hash) {
        return fail(hash.error());
    }
    const Run run{workbook, who, path, *dialect, fmt::format("row:{}:", *hash), options};
    auto result = run.withFormats(*plan, ImportPlan::Look::Begin);
    if (!result && plan->needsWholeLook()) {
        // A date far down is not written like those at the top: all of them must be looked at.
        result = run.withFormats(*plan, ImportPlan::Look::Whole);
    }
    return result;
}

} // namespace tandem

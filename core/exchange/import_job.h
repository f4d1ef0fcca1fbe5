// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the imports of the several kinds of records share: the row with its reading and rejecting,
// and the work around it. For core/exchange/import*.cpp.
#include "core/base/money.h"
#include "core/exchange/csv_writer.h"
#include "core/exchange/import_names.h"
#include "core/exchange/import_plan.h"
#include "core/exchange/import_result.h"
#include "core/exchange/lead_index.h"
#include "core/model/campaign.h"
#include "core/model/deal.h"
#include "core/model/touch.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tandem {

class Reader;
class Writer;

/// "#<id>": how exports name a record that has no key.
std::string recordReference(std::int64_t id);
/// The id in such a text; empty for anything else.
std::optional<std::int64_t> recordIdIn(std::string_view text);

/// Keeps the rejected rows: the first ones in the result, all of them in a file if one is wanted.
class Rejections {
public:
    /// `path` may be empty. Fails as CsvWriter::create does.
    static Result<Rejections> make(const std::string& path,
                                   const std::vector<std::string>& columns);

    void add(const TableRow& row, RejectedRow rejected, ImportResult& result);
    /// Completes the file; one without rows is not written.
    Result<void> commit();

private:
    std::optional<CsvWriter> m_writer;
    bool m_any = false;
};

/// One running import.
struct ImportJob {
    Writer& writer;
    const Reader& reader; ///< of the same file; sees what the writer wrote
    const ImportPlan& plan;
    std::string path;
    const Dialect& dialect;
    TimeZone zone;
    int minorDigits = 2;
    Instant now;           ///< for stage changes that the import notices
    std::string rowPrefix; ///< "row:<hash of the file>:", for keys of rows without any
    ImportResult& result;
    Rejections& rejections;
    Progress progress;
    ImportNames names;
    LeadIndex leads;
    std::optional<Error> failure; ///< of the store while a row was read; ends the import

    /// Notes the failure and answers false.
    bool broken(const Error& error)
    {
        failure = error;
        return false;
    }
};

/// A row while it is read. The read functions leave `out` as it is where the row has no text; they
/// answer false if the row was rejected or the store failed.
class ImportRow {
public:
    ImportRow(ImportJob& job, const TableRow& row) : m_job(job), m_row(row) {}

    std::int64_t number() const { return m_row.record; }
    std::string_view text(FieldSlot slot) const { return m_job.plan.text(m_row, slot); }
    std::string_view cell(std::size_t column) const { return m_job.plan.cell(m_row, column); }
    /// The key of the row: its own, else one made of the file and the number.
    std::string rowKey() const;

    void reject(FieldSlot slot, std::string reason) const;
    void reject(std::string_view column, std::string_view value, std::string reason) const;

    void read(FieldSlot slot, std::string& out) const;
    bool read(FieldSlot slot, std::optional<Instant>& out) const;
    bool read(FieldSlot slot, std::optional<Day>& out) const;
    bool read(FieldSlot slot, std::optional<Money>& out) const;
    bool readNumber(FieldSlot slot, std::optional<double>& out) const;
    bool readShare(FieldSlot slot, std::optional<double>& out) const;
    bool readCount(FieldSlot slot, std::optional<std::int64_t>& out) const;
    bool read(FieldSlot slot, Direction& out) const;
    bool read(FieldSlot slot, Team& out) const;
    bool read(FieldSlot slot, DealOutcome& out) const;
    bool read(FieldSlot slot, AudienceMeasure& out) const;
    bool read(FieldSlot slot, std::optional<PersonId>& out) const;
    bool read(FieldSlot slot, std::optional<PersonaId>& out) const;
    bool read(FieldSlot slot, std::optional<CompanyId>& out) const;
    bool read(FieldSlot slot, std::optional<CampaignId>& out) const;
    bool read(FieldSlot slot, std::optional<ContentId>& out) const;
    bool read(FieldSlot slot, std::optional<StageId>& out) const;
    /// A lead that must exist, or is made if the mapping says "create_missing".
    bool read(FieldSlot slot, std::optional<LeadId>& out) const;
    /// An instant of a `stage_dates` column.
    bool readColumn(std::size_t column, std::optional<Instant>& out) const;

private:
    template <class Id>
    bool refer(FieldSlot slot, std::optional<Id>& out,
               Result<Id> (ImportNames::*find)(Writer&, std::string_view)) const;
    bool makeLead(std::string_view text, std::optional<LeadId>& out) const;

    ImportJob& m_job;
    const TableRow& m_row;
};

enum class RowOutcome : std::uint8_t {
    Created,
    Updated,
    Unchanged,
    Rejected,
    Later, ///< told by finish()
};

/// Turns rows into records of one kind. `take` gets the rows in order; `finish` writes what is
/// left.
class RecordImport {
public:
    virtual ~RecordImport() = default;
    /// Reads what the workbook has already.
    virtual Result<void> load() { return {}; }
    virtual Result<RowOutcome> take(const ImportRow& row) = 0;
    virtual Result<void> finish() { return {}; }
};

std::unique_ptr<RecordImport> makeLeadImport(ImportJob& job);
std::unique_ptr<RecordImport> makeTouchImport(ImportJob& job);
std::unique_ptr<RecordImport> makeStageImport(ImportJob& job);
std::unique_ptr<RecordImport> makeCampaignImport(ImportJob& job);
std::unique_ptr<RecordImport> makeCostImport(ImportJob& job);
std::unique_ptr<RecordImport> makeDealImport(ImportJob& job);
std::unique_ptr<RecordImport> makeContentImport(ImportJob& job);
std::unique_ptr<RecordImport> makeAudienceImport(ImportJob& job);

/// Why a change of stage has no date of its own: a column told the stage, none told since when.
inline constexpr std::string_view kStageToldReason = "Stage as imported; the date was not recorded";

} // namespace tandem

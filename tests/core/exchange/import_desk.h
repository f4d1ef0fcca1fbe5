// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importer.h"
#include "core/exchange/mapping_json.h"
#include "core/exchange/suggest.h"
#include "core/store/records.h"
#include "core/store/scan.h"
#include "tests/support/workbooks.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <map>

namespace tandem::test {

inline const Who kTester{{}, "Tester"};
inline constexpr Instant kNow{1'800'000'000};

/// A workbook and a folder of files to import into it.
class ImportDesk {
public:
    explicit ImportDesk(std::string_view leads = {}) : workbook(makeWorkbook(folder, leads)) {}

    /// Writes a file; its path.
    std::string file(const std::string& name, std::string_view text) const
    {
        const auto path = folder / name;
        std::ofstream(path, std::ios::binary) << text;
        return path.string();
    }

    Result<ImportResult> tryPath(const std::string& path, std::string_view mapping,
                                 ImportOptions options = {})
    {
        options.now = kNow;
        return importFile(workbook, kTester, path, valueOf(mappingFromJson(mapping)), options);
    }
    Result<ImportResult> tryText(std::string_view csv, std::string_view mapping,
                                 ImportOptions options = {})
    {
        return tryPath(file("data.csv", csv), mapping, std::move(options));
    }
    ImportResult text(std::string_view csv, std::string_view mapping, ImportOptions options = {})
    {
        return valueOf(tryText(csv, mapping, std::move(options)));
    }

    /// All leads by key.
    std::map<std::string, Lead> leads() const
    {
        std::vector<LeadId> ids;
        valueOf(scanLeads(workbook.reader(), [&ids](const LeadRecord& record) {
            ids.push_back({record.id});
            return true;
        }));
        std::map<std::string, Lead> out;
        for (const LeadId id : ids) {
            Lead one = valueOf(lead(workbook.reader(), id)).value();
            std::string key = !one.key.empty()     ? one.key
                              : !one.email.empty() ? one.email
                                                   : one.name + std::to_string(out.size());
            out.emplace(std::move(key), std::move(one));
        }
        return out;
    }

    /// A lead's stages: "Contact? MQL@2026-01-03".
    std::string history(LeadId id) const
    {
        std::map<std::int64_t, std::string> names;
        for (const Stage& stage : valueOf(stages(workbook.reader()))) {
            names[stage.id.value] = stage.name;
        }
        std::string out;
        for (const StageChange& change : valueOf(stageChangesOf(workbook.reader(), id))) {
            out += out.empty() ? "" : " ";
            out += names[change.to.value];
            out += change.at == kUndated ? "?" : "@" + isoInstant(change.at).substr(0, 10);
        }
        return out;
    }

    std::string customOf(const Lead& lead, std::string_view name) const
    {
        for (const CustomField& field : valueOf(customFields(workbook.reader()))) {
            for (const CustomValue& value : lead.custom) {
                if (field.name == name && value.field == field.id) {
                    return value.value;
                }
            }
        }
        return {};
    }

    TempFolder folder;
    Workbook workbook;
};

/// "5 rows: 3 new, 1 updated, 0 unchanged, 1 rejected"
inline std::string counts(const ImportResult& result)
{
    return std::to_string(result.rows) + " rows: " + std::to_string(result.created) + " new, " +
           std::to_string(result.updated) + " updated, " + std::to_string(result.unchanged) +
           " unchanged, " + std::to_string(result.rejectedCount) + " rejected";
}

/// A file of the real data sets; empty, with a message, where they are not there.
inline std::string realFile(const std::string& name)
{
    const char* const stated = std::getenv("TANDEM_DATA");
    const std::filesystem::path root =
        stated != nullptr ? std::filesystem::path(stated)
                          : std::filesystem::path(TANDEM_SOURCE_DIR) / "../shared/data";
    if (!std::filesystem::exists(root / name)) {
        WARN("skipped: no data at " << (root / name).string());
        return {};
    }
    return (root / name).string();
}

} // namespace tandem::test

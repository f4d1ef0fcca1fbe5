// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

// How files were read before.
#include "core/store/database.h"
#include "core/store/records.h"
#include "core/store/workbook_state.h"

namespace tandem {

Result<std::vector<SavedMapping>> savedMappings(const Reader& reader)
{
    return attempt([&] {
        Statement rows = reader.query("SELECT name, kind, header, json FROM mapping "
                                      "ORDER BY name COLLATE NOCASE, kind");
        return rowsOf<SavedMapping>(rows, [](Statement& row, SavedMapping& mapping) {
            row.into(mapping.name, mapping.kind, mapping.header, mapping.json);
        });
    });
}

Result<void> saveMapping(Writer& writer, const SavedMapping& mapping)
{
    return attempt([&] {
        const int changed =
            writer.change("UPDATE mapping SET header = ?, json = ? WHERE name = ? AND kind = ?")
                .bind(mapping.header, mapping.json, mapping.name, mapping.kind)
                .run();
        if (changed == 0) {
            writer
                .change("INSERT INTO mapping (id, name, kind, header, json) VALUES (?, ?, ?, ?, ?)")
                .bind(writer.newId(), mapping.name, mapping.kind, mapping.header, mapping.json)
                .run();
        }
    });
}

Result<ImportId> noteImport(Writer& writer, std::string_view file, std::string_view kind,
                            std::string_view mapping, std::string_view result)
{
    return attempt([&] {
        const ImportId id{writer.newId()};
        writer
            .change("INSERT INTO import (id, at, file, kind, mapping, result) "
                    "VALUES (?, ?, ?, ?, ?, ?)")
            .bind(id, systemNow(), file, kind, mapping, result)
            .run();
        return id;
    });
}

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rows that become records of which a workbook holds few enough to keep them at hand: campaigns,
// costs, deals, content. For core/exchange/*_import.cpp.
#include "core/base/text.h"
#include "core/exchange/import_job.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace tandem {

/// Imports by key. `Kind` says how one kind of record is read and written:
///   Record; kNamed; Kind(ImportJob&); all(); add(record); update(record); read(row, record);
///   name(record) and nameText(row) if kNamed, else load().
/// Of a kNamed kind rows made records before by naming them: such a record has no key and takes
/// that of the row whose key or name is its name, unless the file has two rows of that name.
template <class Kind>
class KeyedImport final : public RecordImport {
public:
    using Record = typename Kind::Record;

    explicit KeyedImport(ImportJob& job) : m_job(job), m_kind(job), m_key(job.plan.slot("key")) {}

    Result<void> load() override
    {
        auto records = m_kind.all();
        if (!records) {
            return fail(records.error());
        }
        m_records = std::move(*records);
        for (std::size_t i = 0; i < m_records.size(); ++i) {
            m_places.add(recordReference(m_records[i].id.value), static_cast<Place>(i));
            if (!m_records[i].key.empty()) {
                m_places.add(m_records[i].key, static_cast<Place>(i));
            }
        }
        if constexpr (Kind::kNamed) {
            return countNames();
        } else {
            return m_kind.load();
        }
    }

    Result<RowOutcome> take(const ImportRow& row) override
    {
        const std::string_view given = row.text(m_key);
        const std::string key = given.empty() ? row.rowKey() : std::string(given);
        std::optional<Place> place = m_places.find(key);
        bool adopted = false;
        if constexpr (Kind::kNamed) {
            if (!place) {
                place = named(row, given);
                adopted = place.has_value();
            }
        }
        Record record = place ? m_records[*place] : Record();
        if (!m_kind.read(row, record)) {
            return RowOutcome::Rejected;
        }
        if (!place || adopted) {
            record.key = key;
        }
        return place ? update(*place, std::move(record)) : create(std::move(record));
    }

private:
    using Place = KeyIndex::Value;

    struct Named {
        std::vector<Place> keyless; // records of the workbook
        int rows = 0;               // of the file
    };

    Result<RowOutcome> create(Record record)
    {
        const auto id = m_kind.add(record);
        if (!id) {
            return fail(id.error());
        }
        record.id = *id;
        m_places.add(record.key, static_cast<Place>(m_records.size()));
        m_records.push_back(std::move(record));
        return RowOutcome::Created;
    }

    Result<RowOutcome> update(Place place, Record record)
    {
        Record& before = m_records[place];
        if (record == before) {
            return RowOutcome::Unchanged;
        }
        if (auto ok = m_kind.update(record); !ok) {
            return fail(ok.error());
        }
        m_places.add(record.key, place);
        before = std::move(record);
        return RowOutcome::Updated;
    }

    Result<void> countNames()
    {
        for (std::size_t i = 0; i < m_records.size(); ++i) {
            if (m_records[i].key.empty()) {
                m_names[folded(Kind::name(m_records[i]))].keyless.push_back(static_cast<Place>(i));
            }
        }
        auto table = CsvTable::open(m_job.path, m_job.dialect);
        while (table) {
            const auto more = table->next();
            if (!more) {
                return fail(more.error());
            }
            if (!*more) {
                return {};
            }
            ++m_names[folded(m_kind.nameText(ImportRow(m_job, table->row())))].rows;
        }
        return fail(table.error());
    }

    std::optional<Place> named(const ImportRow& row, std::string_view key)
    {
        const auto take = [this](Named& same) {
            const Place place = same.keyless.front();
            same.keyless.clear();
            return m_records[place].key.empty() ? std::optional(place) : std::nullopt;
        };
        if (const auto byKey = m_names.find(folded(key));
            !key.empty() && byKey != m_names.end() && byKey->second.keyless.size() == 1) {
            return take(byKey->second);
        }
        const auto byName = m_names.find(folded(m_kind.nameText(row)));
        if (byName != m_names.end() && byName->second.keyless.size() == 1 &&
            byName->second.rows == 1) {
            return take(byName->second);
        }
        return std::nullopt;
    }

    ImportJob& m_job;
    Kind m_kind;
    FieldSlot m_key;
    std::vector<Record> m_records;
    KeyIndex m_places; // from key and "#<id>" to the place in m_records
    std::unordered_map<std::string, Named> m_names;
};

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/mapping.h"

#include "core/base/text.h"

#include <algorithm>
#include <fmt/format.h>

namespace tandem {
namespace {

std::string didYouMean(std::string_view wanted, const std::vector<std::string>& names)
{
    const std::vector<std::string> near = nearNames(wanted, names);
    if (near.empty()) {
        return {};
    }
    std::string out = "; is it ";
    for (std::size_t i = 0; i < near.size(); ++i) {
        out += fmt::format("{}'{}'", i == 0 ? "" : i + 1 == near.size() ? " or " : ", ", near[i]);
    }
    return out + "?";
}

class Check {
public:
    Check(const Mapping& mapping, const std::vector<std::string>& columns, std::string file)
        : m_mapping(mapping), m_columns(columns), m_file(std::move(file))
    {
    }

    Result<void> column(std::string_view where, const std::string& name) const
    {
        if (std::find(m_columns.begin(), m_columns.end(), name) != m_columns.end()) {
            return {};
        }
        return fail(ErrorCode::BadInput, m_file,
                    fmt::format("the mapping's {} names the column '{}', which the file does not "
                                "have{}",
                                where, name, didYouMean(name, m_columns)));
    }

    Result<void> field(std::string_view where, const std::string& name) const
    {
        if (fieldNamed(m_mapping.kind, name) != nullptr) {
            return {};
        }
        const std::vector<std::string> names = fieldNames(m_mapping.kind);
        const std::vector<std::string> near = nearNames(name, names);
        return fail(ErrorCode::BadInput, "mapping",
                    fmt::format("{}: {} have no field '{}'{}", where, kindWord(m_mapping.kind),
                                name,
                                near.empty() ? "; the fields are " + joined(names, ", ")
                                             : didYouMean(name, names)));
    }

private:
    const Mapping& m_mapping;
    const std::vector<std::string>& m_columns;
    std::string m_file;
};

Result<void> onlyForLeads(const Mapping& mapping)
{
    if (mapping.kind == RecordKind::Leads) {
        return {};
    }
    if (!mapping.custom.empty()) {
        return fail(
            ErrorCode::BadInput, "mapping",
            fmt::format("'custom' is for leads; {} have no custom fields", kindWord(mapping.kind)));
    }
    if (!mapping.stageDates.empty()) {
        return fail(ErrorCode::BadInput, "mapping",
                    fmt::format("'stage_dates' is for leads, not for {}", kindWord(mapping.kind)));
    }
    return {};
}

} // namespace

DialectWishes Mapping::wishes() const
{
    DialectWishes wishes;
    if (!encoding.empty()) {
        wishes.encoding = encoding;
    }
    wishes.delimiter = delimiter;
    wishes.headerRow = headerRow;
    return wishes;
}

std::string Mapping::keyColumn() const
{
    if (!key.empty()) {
        return key;
    }
    const std::string* column = textOf(columns, "key");
    return column == nullptr ? std::string() : *column;
}

const std::string* textOf(const NamedTexts& texts, std::string_view name)
{
    for (const auto& [left, right] : texts) {
        if (left == name) {
            return &right;
        }
    }
    return nullptr;
}

Result<void> checkMapping(const Mapping& mapping, const std::vector<std::string>& columns,
                          const std::string& file)
{
    const Check check(mapping, columns, file);
    if (!mapping.key.empty()) {
        if (auto ok = check.column("key", mapping.key); !ok) {
            return ok;
        }
        const bool hasKey = fieldNamed(mapping.kind, "key") != nullptr;
        if (!hasKey) {
            return fail(ErrorCode::BadInput, "mapping",
                        fmt::format("{} have no key; leave 'key' out", kindWord(mapping.kind)));
        }
        const std::string* column = textOf(mapping.columns, "key");
        if (column != nullptr && *column != mapping.key) {
            return fail(ErrorCode::BadInput, "mapping",
                        fmt::format("the key is the column '{}' in 'key', but '{}' in 'columns'",
                                    mapping.key, *column));
        }
    }
    for (const auto& [field, column] : mapping.columns) {
        if (auto ok = check.field("columns", field); !ok) {
            return ok;
        }
        if (auto ok = check.column(fmt::format("field '{}'", field), column); !ok) {
            return ok;
        }
    }
    for (const auto& [field, text] : mapping.constants) {
        if (auto ok = check.field("constants", field); !ok) {
            return ok;
        }
    }
    for (const auto& [field, source] : mapping.values) {
        if (auto ok = check.field("values", field); !ok) {
            return ok;
        }
        if (auto ok = check.column(fmt::format("values for '{}'", field), source.column); !ok) {
            return ok;
        }
        const std::string* column = textOf(mapping.columns, field);
        if (column != nullptr && *column != source.column) {
            return fail(ErrorCode::BadInput, "mapping",
                        fmt::format("the field '{}' comes from the column '{}' in 'columns', but "
                                    "from '{}' in 'values'",
                                    field, *column, source.column));
        }
    }
    for (const std::string& column : mapping.custom) {
        if (auto ok = check.column("custom", column); !ok) {
            return ok;
        }
    }
    for (const auto& [stage, column] : mapping.stageDates) {
        if (auto ok = check.column(fmt::format("stage_dates of '{}'", stage), column); !ok) {
            return ok;
        }
    }
    for (const auto& [column, format] : mapping.columnDates) {
        if (auto ok = check.column("dates", column); !ok) {
            return ok;
        }
    }
    if (mapping.columns.empty() && mapping.values.empty() && mapping.custom.empty() &&
        mapping.stageDates.empty() && mapping.key.empty()) {
        return fail(ErrorCode::BadInput, "mapping", "it takes no column of the file");
    }
    return onlyForLeads(mapping);
}

} // namespace tandem

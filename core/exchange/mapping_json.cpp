// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/mapping_json.h"

#include "core/base/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

namespace tandem {
namespace {

using Json = nlohmann::ordered_json;

const std::vector<std::string>& mappingKeys()
{
    static const std::vector<std::string> keys{
        "name",      "kind",           "key",         "columns",   "custom",
        "constants", "values",         "stage_dates", "empty",     "dates",
        "decimal",   "create_missing", "header_row",  "delimiter", "encoding"};
    return keys;
}

tl::unexpected<Error> wrong(std::string detail)
{
    return fail(ErrorCode::BadInput, "mapping", std::move(detail));
}

tl::unexpected<Error> wrongType(std::string_view key, std::string_view wanted)
{
    return wrong(fmt::format("'{}' must be {}", key, wanted));
}

std::string nearOrAll(std::string_view wanted, const std::vector<std::string>& names)
{
    const std::vector<std::string> near = nearNames(wanted, names);
    return near.empty() ? "there are " + joined(names, ", ")
                        : "did you mean '" + joined(near, "' or '") + "'?";
}

Result<std::string> text(const Json& json, std::string_view key)
{
    if (!json.is_string()) {
        return wrongType(key, "a text");
    }
    return json.get<std::string>();
}

Result<std::vector<std::string>> texts(const Json& json, std::string_view key)
{
    if (!json.is_array()) {
        return wrongType(key, "a list of texts");
    }
    std::vector<std::string> out;
    for (const Json& item : json) {
        if (!item.is_string()) {
            return wrongType(key, "a list of texts");
        }
        out.push_back(item.get<std::string>());
    }
    return out;
}

/// A number or a truth value given for a text means its writing; null means blank.
std::optional<std::string> plainText(const Json& json)
{
    if (json.is_string()) {
        return json.get<std::string>();
    }
    if (json.is_null()) {
        return std::string();
    }
    if (json.is_number() || json.is_boolean()) {
        return json.dump();
    }
    return std::nullopt;
}

Result<NamedTexts> namedTexts(const Json& json, std::string_view key)
{
    if (!json.is_object()) {
        return wrongType(key, "an object of texts");
    }
    NamedTexts out;
    for (const auto& [name, value] : json.items()) {
        const std::optional<std::string> plain = plainText(value);
        if (!plain) {
            return wrong(fmt::format("'{}' of '{}' must be a text", name, key));
        }
        out.emplace_back(name, *plain);
    }
    return out;
}

Result<void> readValues(const Json& json, Mapping& mapping)
{
    if (!json.is_object()) {
        return wrongType("values", "an object, such as {\"stage\": {\"column\": …, \"map\": {…}}}");
    }
    for (const auto& [field, source] : json.items()) {
        if (!source.is_object() || !source.contains("column") || !source["column"].is_string()) {
            return wrong(fmt::format("'values' of '{}' must name its 'column'", field));
        }
        ValueSource out{source["column"].get<std::string>(), {}};
        for (const auto& [name, value] : source.items()) {
            if (name == "map") {
                auto map = namedTexts(value, "map");
                if (!map) {
                    return fail(map.error());
                }
                out.map = std::move(*map);
            } else if (name != "column") {
                return wrong(fmt::format("'values' of '{}' has an unknown key '{}'; there are "
                                         "column, map",
                                         field, name));
            }
        }
        mapping.values.emplace_back(field, std::move(out));
    }
    return {};
}

Result<void> readDates(const Json& json, Mapping& mapping)
{
    if (json.is_object()) {
        auto formats = namedTexts(json, "dates");
        if (!formats) {
            return fail(formats.error());
        }
        mapping.columnDates = std::move(*formats);
        return {};
    }
    if (!json.is_string()) {
        return wrongType("dates", "a format such as \"dd-MM-yyyy HH:mm\", or an object from column "
                                  "to format");
    }
    mapping.dates = json.get<std::string>();
    return {};
}

Result<char> delimiterFrom(const Json& json)
{
    const std::string word = json.is_string() ? json.get<std::string>() : std::string();
    if (word == "tab" || word == "\\t") {
        return '\t';
    }
    if (word == "comma") {
        return ',';
    }
    if (word == "semicolon") {
        return ';';
    }
    if (word == "pipe") {
        return '|';
    }
    if (word.size() != 1 || word == "\"" || word == "\n" || word == "\r") {
        return wrongType("delimiter", "one character, or comma, semicolon, tab, pipe");
    }
    return word[0];
}

template <class Value>
Result<void> assign(Result<Value> from, Value& to)
{
    if (!from) {
        return fail(from.error());
    }
    to = std::move(*from);
    return {};
}

Result<void> readKey(const std::string& key, const Json& value, Mapping& mapping)
{
    if (key == "name") {
        return assign(text(value, key), mapping.name);
    }
    if (key == "kind") {
        const auto word = text(value, key);
        if (!word) {
            return fail(word.error());
        }
        const auto kind = kindFromWord(*word);
        if (!kind) {
            return wrong(
                fmt::format("unknown kind '{}'; {}", *word, nearOrAll(*word, kindWords())));
        }
        mapping.kind = *kind;
        return {};
    }
    if (key == "key") {
        return value.is_null() ? Result<void>() : assign(text(value, key), mapping.key);
    }
    if (key == "columns") {
        return assign(namedTexts(value, key), mapping.columns);
    }
    if (key == "custom") {
        return assign(texts(value, key), mapping.custom);
    }
    if (key == "constants") {
        return assign(namedTexts(value, key), mapping.constants);
    }
    if (key == "values") {
        return readValues(value, mapping);
    }
    if (key == "stage_dates") {
        return assign(namedTexts(value, key), mapping.stageDates);
    }
    if (key == "empty") {
        return assign(texts(value, key), mapping.empty);
    }
    if (key == "dates") {
        return readDates(value, mapping);
    }
    if (key == "decimal") {
        if (value != "." && value != ",") {
            return wrongType(key, "\".\" or \",\"");
        }
        mapping.decimal = value.get<std::string>();
        return {};
    }
    if (key == "create_missing") {
        if (!value.is_boolean()) {
            return wrongType(key, "true or false");
        }
        mapping.createMissing = value.get<bool>();
        return {};
    }
    if (key == "header_row") {
        if (!value.is_number_integer() || value.get<std::int64_t>() < 0) {
            return wrongType(key, "the number of a line, from 1; 0 if there is no header");
        }
        mapping.headerRow = value.get<std::int64_t>();
        return {};
    }
    if (key == "delimiter") {
        const auto delimiter = delimiterFrom(value);
        if (!delimiter) {
            return fail(delimiter.error());
        }
        mapping.delimiter = *delimiter;
        return {};
    }
    if (key == "encoding") {
        return assign(text(value, key), mapping.encoding);
    }
    return wrong(fmt::format("unknown key '{}'; {}", key, nearOrAll(key, mappingKeys())));
}

Json objectOf(const NamedTexts& texts)
{
    Json out = Json::object();
    for (const auto& [name, text] : texts) {
        out[name] = text;
    }
    return out;
}

} // namespace

Result<Mapping> mappingFromJson(std::string_view json)
{
    Json root;
    try {
        root = Json::parse(json);
    } catch (const Json::parse_error& error) {
        const std::size_t at = std::min(error.byte, json.size());
        const auto line =
            std::count(json.begin(), json.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
        return wrong(fmt::format("line {}: this is no JSON", line));
    }
    if (!root.is_object()) {
        return wrong("it must be a JSON object");
    }
    Mapping mapping;
    for (const auto& [key, value] : root.items()) {
        if (auto ok = readKey(key, value, mapping); !ok) {
            return fail(ok.error());
        }
    }
    return mapping;
}

Result<Mapping> mappingFromFile(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        return fail(ErrorCode::NotFound, path, "there is no such mapping file");
    }
    const std::string json{std::istreambuf_iterator<char>(in), {}};
    if (in.bad()) {
        return fail(ErrorCode::Io, path, "it cannot be read");
    }
    auto mapping = mappingFromJson(json);
    if (!mapping) {
        mapping.error().subject = path;
    }
    return mapping;
}

std::string mappingToJson(const Mapping& mapping)
{
    Json out = Json::object();
    out["name"] = mapping.name;
    out["kind"] = std::string(kindWord(mapping.kind));
    if (!mapping.key.empty()) {
        out["key"] = mapping.key;
    }
    out["columns"] = objectOf(mapping.columns);
    if (!mapping.custom.empty()) {
        out["custom"] = mapping.custom;
    }
    if (!mapping.constants.empty()) {
        out["constants"] = objectOf(mapping.constants);
    }
    for (const auto& [field, source] : mapping.values) {
        out["values"][field]["column"] = source.column;
        out["values"][field]["map"] = objectOf(source.map);
    }
    if (!mapping.stageDates.empty()) {
        out["stage_dates"] = objectOf(mapping.stageDates);
    }
    out["empty"] = mapping.empty;
    if (!mapping.columnDates.empty()) {
        out["dates"] = objectOf(mapping.columnDates);
    } else if (!mapping.dates.empty()) {
        out["dates"] = mapping.dates;
    }
    if (!mapping.decimal.empty()) {
        out["decimal"] = mapping.decimal;
    }
    if (mapping.createMissing) {
        out["create_missing"] = true;
    }
    if (mapping.headerRow) {
        out["header_row"] = *mapping.headerRow;
    }
    if (mapping.delimiter) {
        out["delimiter"] = std::string(1, *mapping.delimiter);
    }
    if (!mapping.encoding.empty()) {
        out["encoding"] = mapping.encoding;
    }
    return out.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tandemctl/document.h"

#include "app/tandemctl/keys.h"
#include "core/base/money.h"
#include "core/exchange/csv_writer.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fmt/format.h>
#include <vector>

namespace tandem::ctl {
namespace {

struct Cell {
    std::string text;
    bool right = false;
};
using Cells = std::vector<Cell>;

/// Columns on the screen: code points, which is right for the letters of Europe.
std::size_t widthOf(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (c & 0xc0) != 0x80; }));
}

std::string padded(const Cell& cell, std::size_t width)
{
    const std::string blanks(width - std::min(width, widthOf(cell.text)), ' ');
    return cell.right ? blanks + cell.text : cell.text + blanks;
}

std::string spoken(std::string_view key)
{
    std::string words(key);
    std::ranges::replace(words, '_', ' ');
    return words;
}

/// "12,480".
std::string grouped(std::int64_t number)
{
    std::string digits = std::to_string(number < 0 ? -number : number);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, ",");
    }
    return number < 0 ? "-" + digits : digits;
}

/// Turns one document's JSON into lines.
class TextForm {
public:
    explicit TextForm(const Document& document) : m_document(document)
    {
        if (const auto at = document.json.find("currency");
            at != document.json.end() && at->is_string()) {
            m_currency = at->get<std::string>();
        }
    }

    std::string text()
    {
        if (!m_document.headline.empty()) {
            m_out += m_document.headline + "\n\n";
        }
        std::vector<Cells> list;
        gather(m_document.json, "", "", list);
        write(list, false);
        for (const auto& [path, rows] : m_tables) {
            writeTable(path, *rows);
        }
        return m_out;
    }

private:
    bool isTable(const Json& value) const
    {
        return value.is_array() && !value.empty() && value.front().is_object();
    }

    void gather(const Json& object, const std::string& path, const std::string& label,
                std::vector<Cells>& list)
    {
        for (const auto& [key, value] : object.items()) {
            const std::string at = path.empty() ? key : path + "." + key;
            const std::string name = label.empty() ? spoken(key) : label + ", " + spoken(key);
            if (isTable(value)) {
                m_tables.emplace_back(at, &value);
            } else if (value.is_object()) {
                gather(value, at, name, list);
            } else if (!(value.is_array() && value.empty())) {
                list.push_back({{name, false}, {cell(value, at).text, false}});
            }
        }
    }

    Cell cell(const Json& value, const std::string& path) const
    {
        if (value.is_null()) {
            return {"–", true};
        }
        if (value.is_array()) {
            std::string all;
            for (const Json& one : value) {
                all += (all.empty() ? "" : ", ") + cell(one, path).text;
            }
            return {all, false};
        }
        if (value.is_boolean()) {
            return {value.get<bool>() ? "yes" : "no", false};
        }
        if (value.is_string()) {
            return {value.get<std::string>(), false};
        }
        if (!value.is_number()) {
            return {value.dump(), false};
        }
        const Key* key = keyAt(m_document.kind, path);
        return {number(value, key ? key->shown : Shown::Number), true};
    }

    std::string number(const Json& value, Shown shown) const
    {
        switch (shown) {
        case Shown::Share:
            return fmt::format("{:.1f} %", 100.0 * value.get<double>());
        case Shown::Points:
            return fmt::format("{:+.1f} pt", 100.0 * value.get<double>());
        case Shown::Money:
            return readableAmount(Money{value.get<std::int64_t>()}, m_currency);
        case Shown::Chance:
            return fmt::format("{:.3f}", value.get<double>());
        default:
            break;
        }
        if (shown == Shown::Text) {
            return value.dump(); // a number that only names something
        }
        if (value.is_number_integer()) {
            return grouped(value.get<std::int64_t>());
        }
        return fmt::format("{:.{}f}", value.get<double>(), shown == Shown::Number ? 2 : 1);
    }

    void writeTable(const std::string& path, const Json& rows)
    {
        std::vector<std::string> keys;
        for (const Json& row : rows) {
            for (const auto& [key, value] : row.items()) {
                if (!isTable(value) && std::ranges::find(keys, key) == keys.end()) {
                    keys.push_back(key);
                }
            }
        }
        std::vector<Cells> lines(1);
        for (const std::string& key : keys) {
            lines.front().push_back({spoken(key), false});
        }
        for (const Json& row : rows) {
            Cells& line = lines.emplace_back();
            for (const std::string& key : keys) {
                const auto value = row.find(key);
                line.push_back(value == row.end() ? Cell{} : cell(*value, path + "[]." + key));
            }
        }
        // A heading stands over its numbers.
        for (std::size_t i = 0; i < keys.size(); ++i) {
            lines.front()[i].right =
                std::any_of(lines.begin() + 1, lines.end(), [i](const Cells& line) {
                    return line[i].right && line[i].text != "–";
                });
        }
        m_out += "\n" + spoken(path.substr(path.rfind('.') + 1)) + "\n";
        write(lines, true);
    }

    void write(const std::vector<Cells>& lines, bool underline)
    {
        std::vector<std::size_t> widths;
        for (const Cells& line : lines) {
            widths.resize(std::max(widths.size(), line.size()));
            for (std::size_t i = 0; i < line.size(); ++i) {
                widths[i] = std::max(widths[i], widthOf(line[i].text));
            }
        }
        for (std::size_t n = 0; n < lines.size(); ++n) {
            std::string out;
            for (std::size_t i = 0; i < lines[n].size(); ++i) {
                out += (i == 0 ? "  " : "   ") + padded(lines[n][i], widths[i]);
            }
            out.erase(out.find_last_not_of(' ') + 1);
            m_out += out + "\n";
            if (underline && n == 0) {
                std::size_t all = 0;
                for (const std::size_t width : widths) {
                    all += width + 3;
                }
                m_out += "  " + std::string(all - 3, '-') + "\n";
            }
        }
    }

    const Document& m_document;
    std::string m_currency;
    std::string m_out;
    std::vector<std::pair<std::string, const Json*>> m_tables;
};

std::string csvCell(const Json& value)
{
    if (value.is_null()) {
        return {};
    }
    return value.is_string() ? value.get<std::string>() : value.dump();
}

} // namespace

std::string asText(const Document& document)
{
    return TextForm(document).text();
}

std::string asCsv(const Document& document)
{
    const Json& rows = document.json.at(Json::json_pointer("/" + document.rows));
    std::vector<std::string> keys;
    for (const Json& row : rows) {
        for (const auto& [key, value] : row.items()) {
            if (!value.is_structured() && std::ranges::find(keys, key) == keys.end()) {
                keys.push_back(key);
            }
        }
    }
    std::string out;
    const auto line = [&out](const std::vector<std::string>& texts) {
        const std::vector<std::string_view> cells(texts.begin(), texts.end());
        appendCsvRow(cells, ',', out);
    };
    line(keys);
    for (const Json& row : rows) {
        std::vector<std::string> cells;
        for (const std::string& key : keys) {
            const auto value = row.find(key);
            cells.push_back(value == row.end() ? std::string() : defused(csvCell(*value)));
        }
        line(cells);
    }
    return out;
}

bool print(const Document& document, Format format)
{
    if (format == Format::AsCsv && document.rows.empty()) {
        return false;
    }
    const std::string out =
        format == Format::AsText ? asText(document)
        : format == Format::AsCsv
            ? asCsv(document)
            : document.json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
    std::fwrite(out.data(), 1, out.size(), stdout);
    return true;
}

Json jsonInstant(Instant at)
{
    return at == kUndated || at == kEndOfTime ? Json(nullptr) : Json(isoInstant(at));
}

Json jsonInstant(std::optional<Instant> at)
{
    return at ? jsonInstant(*at) : Json(nullptr);
}

Json jsonDay(std::optional<Day> day)
{
    return day ? Json(isoDay(*day)) : Json(nullptr);
}

Json jsonDays(std::optional<std::int64_t> seconds)
{
    return seconds ? Json(static_cast<double>(*seconds) / kSecondsPerDay) : Json(nullptr);
}

Json jsonText(std::string_view text)
{
    return text.empty() ? Json(nullptr) : Json(std::string(text));
}

} // namespace tandem::ctl

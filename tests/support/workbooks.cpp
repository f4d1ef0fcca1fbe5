// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/workbooks.h"

#include "core/base/text.h"
#include "core/store/database.h"
#include "core/store/records.h"
#include "core/store/scan.h"
#include "core/store/schema.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace tandem::test {
namespace {

/// "MQL@3" or "MQL?": the word and the instant.
std::pair<std::string, Instant> wordAt(std::string_view text)
{
    if (text.ends_with('?')) {
        return {std::string(text.substr(0, text.size() - 1)), kUndated};
    }
    const std::size_t at = text.rfind('@');
    if (at == std::string_view::npos) {
        throw std::runtime_error(fmt::format("'{}' has no day", text));
    }
    return {std::string(text.substr(0, at)), onDay(std::stod(std::string(text.substr(at + 1))))};
}

std::vector<std::string_view> wordsOf(std::string_view text)
{
    std::vector<std::string_view> words = split(text, ' ');
    std::erase(words, std::string_view());
    return words;
}

std::string asText(Statement& row, int column)
{
    switch (sqlite3_column_type(row.raw(), column)) {
    case SQLITE_NULL:
        return "-";
    case SQLITE_BLOB:
        return fmt::format("blob of {}", row.blob(column).size());
    default:
        return std::string(row.text(column));
    }
}

void addRows(const Reader& reader, const std::string& sql, std::string& out)
{
    Statement rows = reader.query(sql);
    while (rows.step()) {
        for (int column = 0; column < sqlite3_column_count(rows.raw()); ++column) {
            out += asText(rows, column);
            out += '\t';
        }
        out += '\n';
    }
}

} // namespace

TempFolder::TempFolder()
{
    // In memory where there is such a file system: workbooks wait for the disk at every step.
    const std::filesystem::path memory = "/dev/shm";
    const std::filesystem::path parent =
        ::access(memory.c_str(), W_OK) == 0 ? memory : std::filesystem::temp_directory_path();
    std::string name = (parent / "tandem-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
        throw std::runtime_error("no temporary folder");
    }
    m_path = name;
}

TempFolder::~TempFolder()
{
    std::error_code error;
    std::filesystem::remove_all(m_path, error);
}

Result<void> addLeadsFrom(Writer& writer, std::string_view leads)
{
    const std::vector<Stage> known = valueOf(stages(writer));
    for (const std::string_view line : split(leads, '\n')) {
        const std::string_view text = trimmed(line);
        if (text.empty()) {
            continue;
        }
        const std::size_t colon = std::min(text.find(':'), text.size());
        const std::string_view head = trimmed(text.substr(0, colon));
        const std::string_view rest = text.substr(std::min(colon + 1, text.size()));
        const std::size_t bar = std::min(rest.find('|'), rest.size());

        Lead lead;
        lead.name = trimmed(head.substr(0, head.find('<')));
        lead.email = normalisedEmail(head);
        const Result<LeadId> id = addLead(writer, lead);
        if (!id) {
            return fail(id.error());
        }
        for (const std::string_view word : wordsOf(rest.substr(0, bar))) {
            const auto [name, at] = wordAt(word);
            const auto stage = std::find_if(known.begin(), known.end(),
                                            [&](const Stage& s) { return s.name == name; });
            if (stage == known.end()) {
                return fail(ErrorCode::BadInput, name, "no such stage");
            }
            if (const auto added = addStageChange(writer, {{}, *id, at, {}, stage->id, {}, {}});
                !added) {
                return fail(added.error());
            }
        }
        for (const std::string_view word : wordsOf(rest.substr(std::min(bar + 1, rest.size())))) {
            Touch touch;
            touch.lead = *id;
            std::tie(touch.channel, touch.at) = wordAt(word);
            if (const auto added = addTouch(writer, touch); !added) {
                return fail(added.error());
            }
        }
    }
    return {};
}

Workbook makeWorkbook(const TempFolder& folder, std::string_view leads)
{
    Workbook workbook =
        valueOf(Workbook::create(folder / "test.tandem", {"Test", "EUR", "UTC"}, folder.place()));
    if (!leads.empty()) {
        valueOf(
            workbook.edit({}, "Make", [&](Writer& writer) { return addLeadsFrom(writer, leads); }));
    }
    return workbook;
}

std::string contentOf(const Workbook& workbook)
{
    std::string text;
    for (const char* table : kDomainTables) {
        text += fmt::format("= {}\n", table);
        addRows(workbook.reader(), fmt::format("SELECT * FROM \"{}\" ORDER BY 1, 2", table), text);
    }
    text += "= search\n";
    addRows(workbook.reader(), "SELECT rowid, * FROM lead_search ORDER BY 1", text);
    return text;
}

std::string bytesOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        throw std::runtime_error("cannot read " + file.string());
    }
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

std::string leadNames(const Workbook& workbook)
{
    std::vector<std::string> names;
    valueOf(scanLeads(workbook.reader(), [&](const LeadRecord& lead) {
        names.emplace_back(lead.name);
        return true;
    }));
    std::sort(names.begin(), names.end());
    return joined(names, " ");
}

} // namespace tandem::test

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/bulk.h"
#include "core/store/database.h"
#include "core/store/records.h"
#include "tests/support/workbooks.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace tandem;
using namespace tandem::test;

namespace {

/// The names found, in the order of the alphabet.
std::string found(const Workbook& workbook, std::string_view words)
{
    std::vector<std::string> names;
    for (const LeadId id : valueOf(searchLeads(workbook.reader(), words, 50))) {
        names.push_back(valueOf(lead(workbook.reader(), id))->name);
    }
    std::sort(names.begin(), names.end());
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text;
}

} // namespace

TEST_CASE("a search finds beginnings of words without regard to case and diacritics")
{
    const TempFolder folder;
    const Workbook workbook = makeWorkbook(folder, "Zoë Müller <zoe@norsk-lys.no>\n"
                                                   "Søren O'Brien\n"
                                                   "José García\n"
                                                   "Ludwig Groß");
    CHECK(found(workbook, "zoe mul") == "Zoë Müller");
    CHECK(found(workbook, "MÜL ZOË") == "Zoë Müller");
    CHECK(found(workbook, "garcia") == "José García");
    CHECK(found(workbook, "zoe@norsk") == "Zoë Müller");
    CHECK(found(workbook, "norsk lys") == "Zoë Müller");
    CHECK(found(workbook, "o'br") == "Søren O'Brien");
    CHECK(found(workbook, "z") == "Zoë Müller");
    CHECK(found(workbook, "uller").empty());
    CHECK(found(workbook, "zoe garcia").empty());
    CHECK(found(workbook, "").empty());
    CHECK(found(workbook, "  \t ").empty());
    CHECK(valueOf(searchLeads(workbook.reader(), "z", 0)).empty());
}

TEST_CASE("whatever is typed is searched for and not obeyed")
{
    const TempFolder folder;
    const Workbook workbook = makeWorkbook(folder, "Ada\nBen");
    const std::string content = contentOf(workbook);
    for (const std::string_view words : {"\"",
                                         "\"\"",
                                         "*",
                                         "a*",
                                         "^a",
                                         "name:ada",
                                         "NEAR(a b)",
                                         "a AND",
                                         "AND",
                                         "OR",
                                         "NOT ada",
                                         "ada OR ben",
                                         "(",
                                         ")",
                                         "a)(",
                                         "{name}:ada",
                                         "-ada",
                                         "+",
                                         "';DROP TABLE lead;--",
                                         "ada\" OR \"ben",
                                         "lead_search",
                                         "\\",
                                         "a\"*",
                                         "\xff\xfe",
                                         "%",
                                         "_",
                                         "ada;"}) {
        INFO(words);
        CHECK(searchLeads(workbook.reader(), words, 50));
    }
    CHECK(found(workbook, "ada OR ben").empty());
    CHECK(found(workbook, "ada\" OR \"ben").empty());
    CHECK(found(workbook, std::string_view("ad\0a", 4)) == "Ada");
    CHECK(contentOf(workbook) == content);
}

TEST_CASE("the search follows every change of name, address, company and job title")
{
    const TempFolder folder;
    Workbook workbook = makeWorkbook(folder, "Ada\nBen");
    const LeadId ada = valueOf(searchLeads(workbook.reader(), "ada", 1)).front();
    CompanyId company;
    const auto edit = [&](const std::function<void(Writer&)>& work) {
        valueOf(workbook.edit({}, "Edit", [&](Writer& writer) -> Result<void> {
            work(writer);
            return {};
        }));
        CHECK(valueOf(workbook.check()).empty());
    };
    edit([&](Writer& writer) {
        company = valueOf(addCompany(writer, {{}, "Norsk Lys", "", "", "", ""}));
        Lead changed = *valueOf(lead(writer, ada));
        changed.company = company;
        changed.jobTitle = "Gardener";
        valueOf(updateLead(writer, changed));
    });
    CHECK(found(workbook, "norsk gard") == "Ada");
    edit([&](Writer& writer) {
        valueOf(updateCompany(writer, {company, "Dansk Lys", "", "", "", ""}));
    });
    CHECK(found(workbook, "norsk").empty());
    CHECK(found(workbook, "dansk") == "Ada");
    edit([&](Writer& writer) { valueOf(removeLead(writer, ada)); });
    CHECK(found(workbook, "dansk").empty());
    REQUIRE(valueOf(workbook.undo()));
    CHECK(found(workbook, "dansk") == "Ada");
    REQUIRE(valueOf(workbook.undo()));
    CHECK(found(workbook, "norsk") == "Ada");
}

TEST_CASE("with very many matches the first are found too")
{
    const TempFolder folder;
    Workbook workbook = makeWorkbook(folder);
    valueOf(workbook.bulkEdit({}, "Import", [](Writer& writer) -> Result<void> {
        Lead lead;
        lead.name = "Anna";
        valueOf(addLeads(writer, std::vector<Lead>(3000, lead)));
        return {};
    }));
    CHECK(valueOf(searchLeads(workbook.reader(), "an", 50)).size() == 50);
    CHECK(valueOf(searchLeads(workbook.reader(), "an", 5000)).size() == 3000);
}

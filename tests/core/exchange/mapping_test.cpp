// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/mapping.h"
#include "core/exchange/mapping_json.h"

#include <catch2/catch.hpp>

using namespace tandem;
using Catch::Matchers::Contains;

namespace {

std::string parseError(std::string_view json)
{
    const auto mapping = mappingFromJson(json);
    return mapping ? "no error" : mapping.error().detail;
}

std::string checkError(std::string_view json, const std::vector<std::string>& columns)
{
    const auto mapping = mappingFromJson(json);
    REQUIRE(mapping);
    const auto checked = checkMapping(*mapping, columns, "leads.csv");
    return checked ? "no error" : checked.error().subject + ": " + checked.error().detail;
}

constexpr const char* kFull = R"({
  "name": "web leads", "kind": "leads", "key": "lead_id",
  "columns": { "email": "E-mail", "company": "Account" },
  "custom": ["Landing page", "Pages viewed"],
  "constants": { "source": "web form" },
  "values": { "stage": { "column": "Status", "map": { "1": "Customer", "0": "Contact" } } },
  "stage_dates": { "MQL": "first_contact", "Customer": "won_on" },
  "empty": ["", "NA", "Select"], "dates": "dd-MM-yyyy HH:mm", "decimal": "."
})";

} // namespace

TEST_CASE("the mapping of the contract is read member by member")
{
    const auto mapping = mappingFromJson(kFull);
    REQUIRE(mapping);
    CHECK(mapping->name == "web leads");
    CHECK(mapping->kind == RecordKind::Leads);
    CHECK(mapping->key == "lead_id");
    CHECK(mapping->columns == NamedTexts{{"email", "E-mail"}, {"company", "Account"}});
    CHECK(mapping->custom == std::vector<std::string>{"Landing page", "Pages viewed"});
    CHECK(mapping->constants == NamedTexts{{"source", "web form"}});
    REQUIRE(mapping->values.size() == 1);
    CHECK(mapping->values[0].second ==
          ValueSource{"Status", {{"1", "Customer"}, {"0", "Contact"}}});
    CHECK(mapping->stageDates == NamedTexts{{"MQL", "first_contact"}, {"Customer", "won_on"}});
    CHECK(mapping->empty == std::vector<std::string>{"", "NA", "Select"});
    CHECK(mapping->dates == "dd-MM-yyyy HH:mm");
    CHECK(mapping->decimal == ".");
    CHECK_FALSE(mapping->createMissing);
}

TEST_CASE("a mapping written as JSON reads back equal")
{
    auto mapping = mappingFromJson(kFull);
    REQUIRE(mapping);
    mapping->createMissing = true;
    mapping->headerRow = 4;
    mapping->delimiter = '\t';
    mapping->encoding = "windows-1252";
    CHECK(mappingFromJson(mappingToJson(*mapping)) == *mapping);
    mapping->dates.clear();
    mapping->columnDates = {{"won_on", "day-first"}};
    CHECK(mappingFromJson(mappingToJson(*mapping)) == *mapping);
    CHECK(mappingFromJson(mappingToJson(Mapping{})) == Mapping{});
}

TEST_CASE("a mapping that is no JSON says in which line it breaks off")
{
    CHECK(parseError("{\n \"kind\": \"leads\",\n oops }") == "line 3: this is no JSON");
    CHECK(parseError("[]") == "it must be a JSON object");
    CHECK(parseError("") == "line 1: this is no JSON");
}

TEST_CASE("unknown keys and kinds of a mapping are named with near ones")
{
    CHECK(parseError(R"({"colums": {}})") == "unknown key 'colums'; did you mean 'columns'?");
    CHECK_THAT(parseError(R"({"kind": "lead"})"),
               Contains("unknown kind 'lead'") && Contains("leads"));
    CHECK_THAT(parseError(R"({"values": {"stage": {"column": "a", "maps": {}}}})"),
               Contains("unknown key 'maps'"));
}

TEST_CASE("values of the wrong type in a mapping are told by key")
{
    CHECK(parseError(R"({"custom": "a"})") == "'custom' must be a list of texts");
    CHECK(parseError(R"({"columns": []})") == "'columns' must be an object of texts");
    CHECK(parseError(R"({"values": {"stage": {}}})") ==
          "'values' of 'stage' must name its 'column'");
    CHECK(parseError(R"({"decimal": ";"})") == "'decimal' must be \".\" or \",\"");
    CHECK_THAT(parseError(R"({"delimiter": "ab"})"), Contains("'delimiter'"));
    CHECK_THAT(parseError(R"({"header_row": -1})"), Contains("'header_row'"));
    CHECK_THAT(parseError(R"({"create_missing": 1})"), Contains("'create_missing'"));
}

TEST_CASE("a mapping that names a column the file lacks names it and near ones")
{
    const std::vector<std::string> columns{"lead_id", "E-mail", "Account"};
    CHECK_THAT(checkError(R"({"columns": {"email": "Email"}})", columns),
               Contains("leads.csv") && Contains("'Email'") && Contains("is it 'E-mail'?"));
    CHECK_THAT(checkError(R"({"key": "id", "columns": {}})", columns),
               Contains("key names the column 'id'"));
    CHECK_THAT(checkError(R"({"custom": ["Nowhere at all"]})", columns),
               Contains("'Nowhere at all'"));
    CHECK_THAT(checkError(R"({"stage_dates": {"MQL": "mql_at"}})", columns), Contains("'mql_at'"));
}

TEST_CASE("a mapping that names a field the kind lacks names it and near ones")
{
    CHECK_THAT(checkError(R"({"columns": {"emails": "a"}})", {"a"}),
               Contains("leads have no field 'emails'") && Contains("'email'"));
    CHECK_THAT(
        checkError(R"({"kind": "costs", "columns": {"amount": "a"}, "constants": {"person": "x"}})",
                   {"a"}),
        Contains("costs have no field 'person'"));
}

TEST_CASE("a mapping that contradicts itself or takes nothing is refused")
{
    CHECK_THAT(checkError(R"({"key": "a", "columns": {"key": "b"}})", {"a", "b"}),
               Contains("the key is the column 'a'"));
    CHECK_THAT(
        checkError(R"({"kind": "deals", "columns": {"name": "a"}, "custom": ["b"]})", {"a", "b"}),
        Contains("'custom' is for leads"));
    CHECK_THAT(checkError(R"({"columns": {}})", {"a"}), Contains("takes no column"));
    CHECK_THAT(
        checkError(
            R"({"columns": {"stage": "a"}, "values": {"stage": {"column": "b", "map": {}}}})",
            {"a", "b"}),
        Contains("'stage'"));
}

TEST_CASE("one column may serve several fields")
{
    CHECK(checkError(R"({"columns": {"email": "a", "name": "a"}})", {"a"}) == "no error");
}

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/criterion.h"

#include <array>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <utility>

namespace tandem {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;
constexpr int kDeepest = 32;

constexpr std::array<std::pair<Operator, std::string_view>, 11> kOperators{{
    {Operator::Is, "is"},
    {Operator::IsNot, "is not"},
    {Operator::Contains, "contains"},
    {Operator::StartsWith, "starts with"},
    {Operator::AtLeast, "at least"},
    {Operator::AtMost, "at most"},
    {Operator::Before, "before"},
    {Operator::After, "after"},
    {Operator::WithinDays, "within days"},
    {Operator::Known, "known"},
    {Operator::Blank, "blank"},
}};

tl::unexpected<Error> bad(std::string detail)
{
    return fail(ErrorCode::BadInput, "The criterion", std::move(detail));
}

Result<std::vector<std::string>> textsOf(const Json& json, std::string_view key)
{
    std::vector<std::string> texts;
    const auto add = [&](const Json& value) {
        if (value.is_string()) {
            texts.push_back(value.get<std::string>());
        } else if (value.is_number_integer()) {
            texts.push_back(fmt::format("{}", value.get<std::int64_t>()));
        } else if (value.is_number()) {
            texts.push_back(fmt::format("{}", value.get<double>()));
        } else {
            return false;
        }
        return true;
    };
    if (!json.is_array()) {
        if (!add(json)) {
            return bad(fmt::format("'{}' must be a text, a number or a list of them", key));
        }
        return texts;
    }
    for (const Json& value : json) {
        if (!add(value)) {
            return bad(fmt::format("'{}' must hold texts or numbers", key));
        }
    }
    return texts;
}

Result<void> readTexts(const Json& json, const std::string& key, std::vector<std::string>& into)
{
    auto texts = textsOf(json, key);
    if (!texts) {
        return fail(texts.error());
    }
    into = std::move(*texts);
    return {};
}

Result<void> readDays(const Json& json, std::optional<int>& into)
{
    if (!json.is_number_integer() || json.get<std::int64_t>() < 0 ||
        json.get<std::int64_t>() > 100'000) {
        return bad("'within_days' must be a whole number of days");
    }
    into = json.get<int>();
    return {};
}

Result<void> readTouchTest(const Json& json, TouchTest& test)
{
    if (!json.is_object()) {
        return bad("'touches' must be an object");
    }
    for (const auto& [key, value] : json.items()) {
        Result<void> read;
        if (key == "channel") {
            read = readTexts(value, key, test.channels);
        } else if (key == "campaign") {
            read = readTexts(value, key, test.campaigns);
        } else if (key == "content") {
            read = readTexts(value, key, test.contents);
        } else if (key == "outcome") {
            read = readTexts(value, key, test.outcomes);
        } else if (key == "within_days") {
            read = readDays(value, test.withinDays);
        } else if (key == "direction" && value.is_string()) {
            const auto direction = directionFromWord(value.get<std::string>());
            if (!direction) {
                return bad(fmt::format("'{}' is no direction", value.get<std::string>()));
            }
            test.direction = *direction;
        } else if (key == "team" && value.is_string()) {
            const auto team = teamFromWord(value.get<std::string>());
            if (!team) {
                return bad(fmt::format("'{}' is no team", value.get<std::string>()));
            }
            test.team = *team;
        } else {
            return bad(fmt::format("touches know no '{}'", key));
        }
        if (!read) {
            return read;
        }
    }
    return {};
}

Result<void> readDealTest(const Json& json, DealTest& test)
{
    if (!json.is_object()) {
        return bad("'deals' must be an object");
    }
    for (const auto& [key, value] : json.items()) {
        Result<void> read;
        if (key == "outcome") {
            read = readTexts(value, key, test.outcomes);
        } else if (key == "stage") {
            read = readTexts(value, key, test.stages);
        } else if (key == "product") {
            read = readTexts(value, key, test.products);
        } else if (key == "sale_type") {
            read = readTexts(value, key, test.saleTypes);
        } else if (key == "within_days") {
            read = readDays(value, test.withinDays);
        } else {
            return bad(fmt::format("deals know no '{}'", key));
        }
        if (!read) {
            return read;
        }
    }
    return {};
}

Result<Criterion> read(const Json& json, int depth);

Result<std::vector<Criterion>> readParts(const Json& json, int depth)
{
    if (!json.is_array()) {
        return bad("'all' and 'any' hold a list");
    }
    std::vector<Criterion> parts;
    for (const Json& part : json) {
        auto criterion = read(part, depth + 1);
        if (!criterion) {
            return fail(criterion.error());
        }
        parts.push_back(std::move(*criterion));
    }
    return parts;
}

Result<void> readOperator(const Json& json, Criterion& into)
{
    for (const auto& [key, value] : json.items()) {
        if (key == "op") {
            const auto op =
                value.is_string() ? operatorFromWord(value.get<std::string>()) : std::nullopt;
            if (!op) {
                return bad(fmt::format("'{}' is no operator", value.dump()));
            }
            into.op = *op;
        } else if (key == "value") {
            if (auto texts = readTexts(value, key, into.values); !texts) {
                return texts;
            }
        } else if (key != "field" && key != "touches" && key != "deals") {
            return bad(fmt::format("a condition knows no '{}'", key));
        }
    }
    const bool needsNone = into.op == Operator::Known || into.op == Operator::Blank;
    if (needsNone != into.values.empty()) {
        return bad(
            fmt::format("'{}' takes {} value", operatorWord(into.op), needsNone ? "no" : "a"));
    }
    return {};
}

Result<Criterion> readLeaf(const Json& json)
{
    Criterion leaf;
    leaf.op = Operator::AtLeast;
    if (json.contains("field") && json["field"].is_string()) {
        leaf.kind = Criterion::Kind::Field;
        leaf.op = Operator::Is;
        leaf.field = json["field"].get<std::string>();
    } else if (json.contains("touches")) {
        leaf.kind = Criterion::Kind::Touches;
        if (auto test = readTouchTest(json["touches"], leaf.touches); !test) {
            return fail(test.error());
        }
    } else if (json.contains("deals")) {
        leaf.kind = Criterion::Kind::Deals;
        if (auto test = readDealTest(json["deals"], leaf.deals); !test) {
            return fail(test.error());
        }
    } else {
        return bad(fmt::format("'{}' is no condition", json.dump().substr(0, 60)));
    }
    if (leaf.kind != Criterion::Kind::Field && !json.contains("value")) {
        leaf.values = {"1"};
    }
    if (auto op = readOperator(json, leaf); !op) {
        return fail(op.error());
    }
    if (leaf.kind != Criterion::Kind::Field && leaf.op != Operator::AtLeast &&
        leaf.op != Operator::AtMost && leaf.op != Operator::Is) {
        return bad(fmt::format("'{}' cannot compare a count", operatorWord(leaf.op)));
    }
    return leaf;
}

Result<Criterion> read(const Json& json, int depth)
{
    if (depth > kDeepest) {
        return bad("it is nested too deeply");
    }
    if (!json.is_object()) {
        return bad("a condition must be an object");
    }
    for (const auto& [key, kind] :
         {std::pair{"all", Criterion::Kind::All}, std::pair{"any", Criterion::Kind::Any}}) {
        if (json.contains(key)) {
            auto parts = readParts(json[key], depth);
            if (!parts) {
                return fail(parts.error());
            }
            Criterion group;
            group.kind = kind;
            group.parts = std::move(*parts);
            return group;
        }
    }
    if (json.contains("not")) {
        auto part = read(json["not"], depth + 1);
        if (!part) {
            return part;
        }
        Criterion negation;
        negation.kind = Criterion::Kind::Not;
        negation.parts.push_back(std::move(*part));
        return negation;
    }
    return readLeaf(json);
}

void put(Json& json, const char* key, const std::vector<std::string>& texts)
{
    if (!texts.empty()) {
        json[key] = texts;
    }
}

Json write(const Criterion& c)
{
    Json json = Json::object();
    switch (c.kind) {
    case Criterion::Kind::All:
    case Criterion::Kind::Any: {
        Json parts = Json::array();
        for (const Criterion& part : c.parts) {
            parts.push_back(write(part));
        }
        json[c.kind == Criterion::Kind::All ? "all" : "any"] = std::move(parts);
        return json;
    }
    case Criterion::Kind::Not:
        json["not"] = write(c.parts.front());
        return json;
    case Criterion::Kind::Field:
        json["field"] = c.field;
        break;
    case Criterion::Kind::Touches: {
        Json test = Json::object();
        put(test, "channel", c.touches.channels);
        put(test, "campaign", c.touches.campaigns);
        put(test, "content", c.touches.contents);
        put(test, "outcome", c.touches.outcomes);
        if (c.touches.direction != Direction::None) {
            test["direction"] = directionWord(c.touches.direction);
        }
        if (c.touches.team != Team::None) {
            test["team"] = teamWord(c.touches.team);
        }
        if (c.touches.withinDays) {
            test["within_days"] = *c.touches.withinDays;
        }
        json["touches"] = std::move(test);
        break;
    }
    case Criterion::Kind::Deals: {
        Json test = Json::object();
        put(test, "outcome", c.deals.outcomes);
        put(test, "stage", c.deals.stages);
        put(test, "product", c.deals.products);
        put(test, "sale_type", c.deals.saleTypes);
        if (c.deals.withinDays) {
            test["within_days"] = *c.deals.withinDays;
        }
        json["deals"] = std::move(test);
        break;
    }
    }
    json["op"] = operatorWord(c.op);
    put(json, "value", c.values);
    return json;
}

} // namespace

std::string_view operatorWord(Operator op)
{
    for (const auto& [value, word] : kOperators) {
        if (value == op) {
            return word;
        }
    }
    return "";
}

std::optional<Operator> operatorFromWord(std::string_view word)
{
    for (const auto& [value, text] : kOperators) {
        if (text == word) {
            return value;
        }
    }
    return std::nullopt;
}

Result<Criterion> criterionFromJson(std::string_view text)
{
    if (text.empty()) {
        return Criterion{};
    }
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded() || !json.is_object()) {
        return bad("it is no JSON object");
    }
    if (!json.contains("version") || json["version"] != kVersion) {
        return bad(fmt::format("its version must be {}", kVersion));
    }
    if (!json.contains("criteria")) {
        return bad("it has no 'criteria'");
    }
    return read(json["criteria"], 0);
}

std::string criterionToJson(const Criterion& criterion)
{
    Json json = Json::object();
    json["version"] = kVersion;
    json["criteria"] = write(criterion);
    return json.dump();
}

} // namespace tandem

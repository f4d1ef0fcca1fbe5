// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/criterion.h"

#include <catch2/catch.hpp>

using namespace tandem;

namespace {

Criterion read(const std::string& criteria)
{
    const auto criterion = criterionFromJson(R"({"version":1,"criteria":)" + criteria + "}");
    if (!criterion) {
        FAIL(criterion.error().detail);
    }
    return *criterion;
}

std::string refusal(const std::string& criteria)
{
    const auto criterion = criterionFromJson(R"({"version":1,"criteria":)" + criteria + "}");
    REQUIRE_FALSE(criterion);
    CHECK(criterion.error().code == ErrorCode::BadInput);
    return criterion.error().detail;
}

constexpr const char* kMql = R"({"all":[
    {"field":"persona","op":"is","value":["Petra","Emil"]},
    {"touches":{"direction":"in","within_days":30},"op":"at least","value":2},
    {"any":[{"field":"company_size","op":"at least","value":200},
            {"not":{"field":"source","op":"is","value":"partner"}}]},
    {"deals":{"outcome":["won"]},"op":"at most","value":0}]})";

} // namespace

TEST_CASE("a criterion survives being written and read")
{
    const Criterion criterion = read(kMql);
    const auto again = criterionFromJson(criterionToJson(criterion));
    REQUIRE(again);
    CHECK(*again == criterion);
}

TEST_CASE("the empty text is the criterion that everybody meets")
{
    const auto criterion = criterionFromJson("");
    REQUIRE(criterion);
    CHECK(*criterion == Criterion{});
    CHECK(inWords(*criterion) == "everybody");
}

TEST_CASE("a criterion is said as a person would say it")
{
    CHECK(inWords(read(kMql)) ==
          "persona is Petra or Emil, and at least 2 inbound touches in the last 30 days, and "
          "(company_size is at least 200, or not (source is partner)), and at most 0 won deals");
}

TEST_CASE("what is unknown in a criterion is named")
{
    CHECK(refusal(R"({"field":"source","op":"resembles","value":"x"})").find("resembles") !=
          std::string::npos);
    CHECK(refusal(R"({"field":"source","op":"is","value":"x","weight":3})").find("weight") !=
          std::string::npos);
    CHECK(refusal(R"({"touches":{"colour":"red"}})").find("colour") != std::string::npos);
    CHECK(refusal(R"({"touches":{"team":"finance"}})").find("finance") != std::string::npos);
    CHECK(refusal(R"({"field":"source","op":"is"})").find("takes a value") != std::string::npos);
    CHECK(refusal(R"({"field":"source","op":"known","value":"x"})").find("takes no value") !=
          std::string::npos);
    CHECK(refusal("[]").find("object") != std::string::npos);
    CHECK_FALSE(criterionFromJson("{"));
    CHECK_FALSE(criterionFromJson(R"({"version":2,"criteria":{"all":[]}})"));
}

TEST_CASE("a criterion nested beyond reason is refused")
{
    std::string deep = R"({"all":[]})";
    for (int i = 0; i < 100; ++i) {
        deep = R"({"not":)" + deep + "}";
    }
    CHECK(refusal(deep).find("deeply") != std::string::npos);
}

TEST_CASE("conditions that cannot hold together are said to contradict")
{
    CHECK(contradictionIn(read(R"({"all":[{"field":"source","op":"is","value":"a"},
                                          {"field":"Source","op":"is","value":["b","c"]}]})")));
    CHECK(contradictionIn(read(R"({"all":[{"field":"size","op":"at least","value":200},
                                          {"all":[{"field":"size","op":"at most","value":50}]}]})")));
    CHECK(contradictionIn(read(R"({"all":[{"field":"size","op":"blank"},
                                          {"field":"size","op":"at least","value":5}]})")));
    CHECK(contradictionIn(read(R"({"all":[{"touches":{"direction":"in"},"op":"at least","value":2},
                                          {"touches":{"direction":"in"},"op":"is","value":1}]})")));
    CHECK(contradictionIn(read(R"({"all":[{"field":"a","op":"known"},
                                          {"not":{"field":"a","op":"known"}}]})")));
    CHECK(contradictionIn(read(R"({"any":[]})")));
}

TEST_CASE("conditions that can hold together do not contradict")
{
    CHECK_FALSE(contradictionIn(read(kMql)));
    CHECK_FALSE(contradictionIn(read(R"({"all":[{"field":"size","op":"at least","value":50},
                                                {"field":"size","op":"at most","value":50}]})")));
    CHECK_FALSE(contradictionIn(read(R"({"any":[{"field":"a","op":"is","value":"x"},
                                                {"field":"a","op":"is","value":"y"}]})")));
    CHECK_FALSE(contradictionIn(Criterion{}));
}

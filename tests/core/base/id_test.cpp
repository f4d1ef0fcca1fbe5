// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/id.h"

#include <catch2/catch.hpp>
#include <type_traits>
#include <unordered_set>

using namespace tandem;

TEST_CASE("ids of different records are different types")
{
    STATIC_REQUIRE_FALSE(std::is_convertible_v<LeadId, CampaignId>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<std::int64_t, LeadId>);
    STATIC_REQUIRE(sizeof(LeadId) == sizeof(std::int64_t));
}

TEST_CASE("ids compare, sort and hash by their number")
{
    CHECK(LeadId{1} == LeadId{1});
    CHECK(LeadId{1} < LeadId{2});
    const std::unordered_set<LeadId> ids{LeadId{1}, LeadId{2}, LeadId{1}};
    CHECK(ids.size() == 2);
    CHECK(ids.contains(LeadId{2}));
}

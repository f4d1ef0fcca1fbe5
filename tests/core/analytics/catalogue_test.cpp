// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/catalogue.h"

#include <catch2/catch.hpp>
#include <set>

using namespace tandem;

TEST_CASE("every measure has its own id, a name and a definition")
{
    std::set<std::string_view> ids;
    for (const Measure& one : catalogue()) {
        CHECK(ids.insert(one.id).second);
        CHECK_FALSE(one.name.empty());
        CHECK(one.definition.size() > 40);
        CHECK(one.definition.back() == '.');
        CHECK(measure(one.id) == &one);
    }
    CHECK(measure("funnel.nothing") == nullptr);
}

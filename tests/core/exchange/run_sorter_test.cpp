// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "core/exchange/key_index.h"
#include "core/exchange/run_sorter.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace tandem;

TEST_CASE("records come back sorted whether or not they fit in memory")
{
    const std::size_t memory =
        GENERATE(std::size_t{1} << 30, std::size_t{10'000}, std::size_t{100});
    RunSorter sorter(memory);
    Random random(7);
    std::vector<std::pair<SortKey, std::string>> expected;
    for (std::uint64_t i = 0; i < 3'000; ++i) {
        const SortKey key{static_cast<std::int64_t>(random.below(20)),
                          static_cast<std::int64_t>(random.below(50)) - 25, i};
        std::string text(random.below(i % 100 == 0 ? 5'000 : 30), 'a');
        text += std::to_string(i);
        REQUIRE(sorter.add(key, text));
        expected.emplace_back(key, std::move(text));
    }
    std::sort(expected.begin(), expected.end());
    REQUIRE(sorter.sort());
    SortKey key;
    std::string_view record;
    std::size_t wrong = 0;
    for (const auto& [wantedKey, wantedText] : expected) {
        REQUIRE(sorter.next(key, record));
        wrong += key == wantedKey && record == wantedText ? 0U : 1U;
    }
    CHECK(wrong == 0);
    CHECK(sorter.next(key, record) == false);
}

TEST_CASE("a sorter without records gives none")
{
    RunSorter sorter;
    REQUIRE(sorter.sort());
    SortKey key;
    std::string_view record;
    CHECK(sorter.next(key, record) == false);
}

TEST_CASE("a key index finds what was added and nothing else")
{
    KeyIndex index;
    for (KeyIndex::Value i = 0; i < 10'000; ++i) {
        REQUIRE(index.add("key " + std::to_string(i), i));
    }
    CHECK(index.size() == 10'000);
    CHECK_FALSE(index.add("key 17", 5));
    CHECK(index.find("key 17") == 17U);
    index.set("key 17", 5);
    CHECK(index.find("key 17") == 5U);
    CHECK(index.find("") == std::nullopt);
    CHECK(index.find("key 10000") == std::nullopt);
}

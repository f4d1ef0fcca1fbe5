// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/signal.h"

#include <catch2/catch.hpp>
#include <optional>
#include <string>

using namespace tandem;

TEST_CASE("a signal calls its slots in the order of connection, with the arguments")
{
    Signal<int, const std::string&> signal;
    std::string heard;
    const auto a =
        signal.connect([&](int n, const std::string& s) { heard += "a" + s + char('0' + n); });
    const auto b =
        signal.connect([&](int n, const std::string& s) { heard += "b" + s + char('0' + n); });
    signal.send(1, "x");
    CHECK(heard == "ax1bx1");
}

TEST_CASE("a connection ends with its life or when it is told to")
{
    Signal<> signal;
    int calls = 0;
    {
        const auto connection = signal.connect([&] { ++calls; });
        signal.send();
    }
    signal.send();
    CHECK(calls == 1);
    auto connection = signal.connect([&] { ++calls; });
    connection.disconnect();
    signal.send();
    CHECK(calls == 1);
}

TEST_CASE("a connection that is moved stays, one that is replaced ends")
{
    Signal<> signal;
    int first = 0;
    int second = 0;
    Connection held = signal.connect([&] { ++first; });
    Connection moved = std::move(held);
    signal.send();
    CHECK(first == 1);
    moved = signal.connect([&] { ++second; });
    signal.send();
    CHECK(first == 1);
    CHECK(second == 1);
}

TEST_CASE("a connection may outlive its signal")
{
    Connection connection;
    {
        Signal<> signal;
        connection = signal.connect([] {});
    }
    connection.disconnect();
    SUCCEED();
}

TEST_CASE("a slot that disconnects itself is called no more")
{
    Signal<> signal;
    int calls = 0;
    Connection connection;
    connection = signal.connect([&] {
        ++calls;
        connection.disconnect();
    });
    signal.send();
    signal.send();
    CHECK(calls == 1);
}

TEST_CASE("a slot that disconnects a later one keeps it from being called")
{
    Signal<> signal;
    int calls = 0;
    Connection later;
    const auto first = signal.connect([&] { later.disconnect(); });
    later = signal.connect([&] { ++calls; });
    signal.send();
    CHECK(calls == 0);
}

TEST_CASE("what a slot connects is called from the next time on")
{
    Signal<> signal;
    int calls = 0;
    std::vector<Connection> added;
    const auto first = signal.connect([&] { added.push_back(signal.connect([&] { ++calls; })); });
    signal.send();
    CHECK(calls == 0);
    signal.send();
    CHECK(calls == 1);
}

TEST_CASE("a slot may emit the signal again")
{
    Signal<int> signal;
    std::string heard;
    Connection once;
    const auto a = signal.connect([&](int depth) {
        heard += char('0' + depth);
        if (depth < 3) {
            signal.send(depth + 1);
        }
    });
    once = signal.connect([&](int depth) {
        heard += char('a' + depth);
        once.disconnect();
    });
    signal.send(0);
    CHECK(heard == "0123d");
}

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/progress.h"

#include <catch2/catch.hpp>
#include <string>

using namespace tandem;

TEST_CASE("a default-made progress reports to nobody and never stops")
{
    const Progress progress;
    progress.report(0.5, "reading rows");
    CHECK_FALSE(progress.stopRequested());
}

TEST_CASE("a progress passes on how far the work is and what is done")
{
    double fraction = 0;
    std::string what;
    const Progress progress([&](double f, std::string_view w) {
        fraction = f;
        what = w;
    });
    const Progress copy = progress;
    copy.report(0.25, "sorting");
    CHECK(fraction == 0.25);
    CHECK(what == "sorting");
}

TEST_CASE("a progress learns that it should stop")
{
    std::stop_source source;
    const Progress progress({}, source.get_token());
    CHECK_FALSE(progress.stopRequested());
    source.request_stop();
    CHECK(progress.stopRequested());
}

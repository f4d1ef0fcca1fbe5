// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/error_words.h"

#include <catch2/catch.hpp>

using namespace tandem;

namespace {

constexpr int kCodes = static_cast<int>(ErrorCode::Internal) + 1;

} // namespace

TEST_CASE("every error says what happened, what was kept and what to do")
{
    for (int code = 0; code < kCodes; ++code) {
        for (const char* subject : {"", "leads.csv"}) {
            for (const char* detail : {"", "row 12 is short", "row 12 is short."}) {
                const Error error{static_cast<ErrorCode>(code), subject, detail};
                const ErrorWords words = wordsFor(error);
                INFO(code << " " << words.happened);
                CHECK(words.happened.size() > 10);
                CHECK(words.happened.ends_with('.'));
                CHECK_FALSE(words.happened.ends_with(".."));
                CHECK(words.happened.find(subject) != std::string::npos);
                CHECK(words.happened.find(detail) != std::string::npos);
                CHECK(words.kept.ends_with('.'));
                CHECK(words.advice.ends_with('.'));
            }
        }
    }
}

TEST_CASE("an error on one line is one line")
{
    const std::string line = oneLine({ErrorCode::BadInput, "a\nb", "c\r\nd"});
    CHECK(line.find_first_of("\r\n") == std::string::npos);
    CHECK(line.find("Nothing was changed.") != std::string::npos);
}

TEST_CASE("a failed result carries its error on")
{
    const Result<int> first = fail(ErrorCode::NotFound, "stage 'MQL'");
    REQUIRE_FALSE(first);
    const Result<std::string> second = fail(first.error());
    CHECK(second.error() == Error{ErrorCode::NotFound, "stage 'MQL'", ""});
}

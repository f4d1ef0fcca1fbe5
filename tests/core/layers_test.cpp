// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Reads the sources of Tandem itself and holds them to the directions in core/README.md and
// ui/README.md.

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Line {
    int number;
    std::string text;
};

struct Source {
    std::string path; // from the root, "core/base/day.h"
    std::vector<Line> lines;
};

struct Include {
    std::string target;
    bool quoted;
};

std::vector<Source> sourcesIn(const std::vector<std::string>& folders)
{
    const fs::path root = TANDEM_SOURCE_DIR;
    std::vector<Source> sources;
    for (const std::string& folder : folders) {
        if (!fs::exists(root / folder)) {
            continue;
        }
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            const std::string suffix = entry.path().extension().string();
            if (!entry.is_regular_file() || (suffix != ".h" && suffix != ".cpp")) {
                continue;
            }
            Source source{entry.path().lexically_relative(root).generic_string(), {}};
            std::ifstream in(entry.path());
            std::string text;
            for (int number = 1; std::getline(in, text); ++number) {
                source.lines.push_back({number, text});
            }
            sources.push_back(std::move(source));
        }
    }
    std::ranges::sort(sources, {}, &Source::path);
    return sources;
}

std::optional<Include> includeIn(std::string_view line)
{
    const auto skipSpace = [&line] {
        while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) {
            line.remove_prefix(1);
        }
    };
    skipSpace();
    if (!line.starts_with('#')) {
        return std::nullopt;
    }
    line.remove_prefix(1);
    skipSpace();
    constexpr std::string_view kWord = "include";
    if (!line.starts_with(kWord)) {
        return std::nullopt;
    }
    line.remove_prefix(kWord.size());
    skipSpace();
    const bool quoted = line.starts_with('"');
    if (!quoted && !line.starts_with('<')) {
        return std::nullopt;
    }
    line.remove_prefix(1);
    return Include{std::string(line.substr(0, line.find(quoted ? '"' : '>'))), quoted};
}

/// The folder that counts as a layer: "core/base", "ui/charts", "app/tandemctl".
std::string layerOf(std::string_view path)
{
    const std::size_t first = path.find('/');
    const std::size_t second = first == std::string_view::npos ? first : path.find('/', first + 1);
    return std::string(path.substr(0, second));
}

/// The height of a core layer; it may include what is lower. The last four stand side by side.
std::optional<int> coreHeight(const std::string& layer)
{
    constexpr std::array<std::string_view, 6> kSteps{"core/base",  "core/model", "core/store",
                                                     "core/facts", "core/rules", "core/analytics"};
    constexpr std::array<std::string_view, 4> kTop{"core/plan", "core/meeting", "core/exchange",
                                                   "core/sample"};
    const auto* step = std::ranges::find(kSteps, layer);
    if (step != kSteps.end()) {
        return static_cast<int>(step - kSteps.begin());
    }
    return std::ranges::find(kTop, layer) != kTop.end() ? std::optional<int>(kSteps.size())
                                                        : std::nullopt;
}

bool mayInclude(const std::string& from, const std::string& to)
{
    if (from == to) {
        return true;
    }
    const bool toCore = coreHeight(to).has_value();
    if (from.starts_with("core/")) {
        return toCore && coreHeight(from) && *coreHeight(to) < *coreHeight(from);
    }
    if (from == "ui/common") {
        return toCore;
    }
    if (from == "ui/charts") {
        return toCore || to == "ui/common";
    }
    if (from == "ui/shell") {
        return toCore || to.starts_with("ui/");
    }
    if (from.starts_with("ui/")) {
        return toCore || to == "ui/common" || to == "ui/charts";
    }
    if (from == "app/tandem") {
        return toCore || to == "ui/shell" || to == "ui/common";
    }
    return from == "app/tandemctl" && toCore;
}

bool isQt(std::string_view target)
{
    const std::string_view file = target.substr(target.rfind('/') + 1);
    return target.starts_with("Qt") ||
           (file.size() > 1 && file[0] == 'Q' && std::isupper(static_cast<unsigned char>(file[1])));
}

bool isQtCharts(std::string_view target)
{
    const auto has = [target](std::string_view part) {
        return target.find(part) != std::string_view::npos;
    };
    return isQt(target) && (has("Chart") || has("Series") || has("Axis") || has("BarSet"));
}

bool isSqlite(std::string_view target)
{
    return target.starts_with("sqlite3") || target.starts_with("SQLiteCpp");
}

bool isIn(const Source& source, std::string_view folder)
{
    return source.path.starts_with(folder);
}

/// The breach of the rules that this include is; empty if it is none.
std::string breach(const Source& source, const Include& include)
{
    const std::string from = layerOf(source.path);
    if (include.quoted) {
        if (include.target.ends_with(".moc")) {
            return {};
        }
        const std::string to = layerOf(include.target);
        if (!to.starts_with("core/") && !to.starts_with("ui/") && !to.starts_with("app/")) {
            return "is not written from the root";
        }
        return mayInclude(from, to) ? std::string() : from + " must not see " + to;
    }
    if (isQt(include.target) && !isIn(source, "ui/") && from != "app/tandem") {
        return from + " must not see Qt";
    }
    if (isQtCharts(include.target) && from != "ui/charts") {
        return "only ui/charts sees Qt Charts";
    }
    if (isSqlite(include.target) && from != "core/store") {
        return "only core/store sees SQLite";
    }
    return {};
}

std::string at(const Source& source, const Line& line)
{
    return source.path + ":" + std::to_string(line.number) + ": " + line.text;
}

/// Where one of `words` stands in a line of `sources`.
std::vector<std::string> placesOf(const std::vector<std::string>& words,
                                  const std::vector<Source>& sources)
{
    std::vector<std::string> places;
    for (const Source& source : sources) {
        for (const Line& line : source.lines) {
            const bool found = std::ranges::any_of(words, [&line](const std::string& word) {
                return line.text.find(word) != std::string::npos;
            });
            if (found) {
                places.push_back(at(source, line));
            }
        }
    }
    return places;
}

} // namespace

TEST_CASE("the rules of the layers allow what they should")
{
    CHECK(mayInclude("core/store", "core/base"));
    CHECK(mayInclude("core/sample", "core/analytics"));
    CHECK(mayInclude("ui/funnel", "ui/charts"));
    CHECK(mayInclude("ui/funnel", "core/exchange"));
    CHECK(mayInclude("ui/shell", "ui/leads"));
    CHECK(mayInclude("app/tandem", "ui/shell"));
    CHECK(mayInclude("app/tandemctl", "core/sample"));
}

TEST_CASE("the rules of the layers forbid what they should")
{
    CHECK_FALSE(mayInclude("core/base", "core/model"));
    CHECK_FALSE(mayInclude("core/facts", "core/analytics"));
    CHECK_FALSE(mayInclude("core/exchange", "core/sample"));
    CHECK_FALSE(mayInclude("core/plan", "core/meeting"));
    CHECK_FALSE(mayInclude("core/base", "ui/common"));
    CHECK_FALSE(mayInclude("ui/common", "ui/charts"));
    CHECK_FALSE(mayInclude("ui/funnel", "ui/leads"));
    CHECK_FALSE(mayInclude("ui/leads", "ui/shell"));
    CHECK_FALSE(mayInclude("app/tandemctl", "ui/common"));
    CHECK_FALSE(mayInclude("core/unheard_of", "core/base"));
}

TEST_CASE("a breach is seen in the line that makes it")
{
    const auto breachIn = [](const char* path, const char* line) {
        const auto include = includeIn(line);
        REQUIRE(include);
        return breach({path, {}}, *include);
    };
    CHECK(breachIn("core/base/day.cpp", "#include \"core/store/workbook.h\"") ==
          "core/base must not see core/store");
    CHECK_FALSE(breachIn("core/base/day.cpp", "#include \"day.h\"").empty());
    CHECK_FALSE(breachIn("core/model/lead.h", "#  include <QString>").empty());
    CHECK_FALSE(breachIn("core/facts/load.cpp", "#include <SQLiteCpp/Database.h>").empty());
    CHECK_FALSE(breachIn("ui/funnel/page.cpp", "#include <QtCharts/QChart>").empty());
    CHECK_FALSE(breachIn("ui/funnel/page.cpp", "#include <QLineSeries>").empty());
    CHECK(breachIn("ui/charts/chart.cpp", "#include <QLineSeries>").empty());
    CHECK(breachIn("core/store/db.cpp", "#include <sqlite3.h>").empty());
    CHECK(breachIn("ui/common/theme.cpp", "#include <QPalette>").empty());
    CHECK_FALSE(includeIn("// #include <QPalette>"));
}

TEST_CASE("every include goes one way")
{
    const std::vector<Source> sources = sourcesIn({"core", "ui", "app"});
    REQUIRE(sources.size() > 10);
    for (const Source& source : sources) {
        for (const Line& line : source.lines) {
            if (const auto include = includeIn(line.text)) {
                const std::string reason = breach(source, *include);
                INFO(at(source, line));
                CHECK(reason == "");
            }
        }
    }
}

TEST_CASE("no test uses an assertion of Qt, which Catch2 does not hear")
{
    const std::string prefix = "Q"; // kept apart so that this file does not name them
    const std::vector<std::string> places =
        placesOf({prefix + "COMPARE", prefix + "VERIFY", prefix + "TRY_", prefix + "FAIL("},
                 sourcesIn({"tests"}));
    CHECK(places == std::vector<std::string>{});
}

TEST_CASE("only the store speaks SQL")
{
    std::vector<Source> sources = sourcesIn({"core", "ui", "app"});
    std::erase_if(sources, [](const Source& source) { return isIn(source, "core/store/"); });
    const std::vector<std::string> places = placesOf(
        {"SELECT ", "INSERT INTO", "UPDATE OR", "DELETE FROM", "CREATE TABLE", "PRAGMA "}, sources);
    CHECK(places == std::vector<std::string>{});
}

TEST_CASE("every file has its licence, and every header its guard")
{
    for (const Source& source : sourcesIn({"core", "ui", "app", "tests"})) {
        INFO(source.path);
        REQUIRE(source.lines.size() > 2);
        CHECK(source.lines[0].text == "// SPDX-FileCopyrightText: Tandem developers");
        CHECK(source.lines[1].text == "// SPDX-License-Identifier: GPL-3.0-or-later");
        if (source.path.ends_with(".h")) {
            CHECK(source.lines[2].text == "#pragma once");
        }
    }
}

TEST_CASE("no file keeps a note for later")
{
    const std::string to = "TO"; // kept apart so that this file does not name them
    const std::string fix = "FIX";
    const std::vector<std::string> places =
        placesOf({to + "DO", fix + "ME"}, sourcesIn({"core", "ui", "app", "tests"}));
    CHECK(places == std::vector<std::string>{});
}

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs the built tandemctl as a person or a script would, in a folder of its own.
#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace tandem::test {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

inline std::string contentOf(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

struct Answer {
    int code = -1;
    std::string out, err;

    Json json() const { return Json::parse(out); }
    /// One line, and nothing else.
    bool oneLineOfError() const
    {
        return !err.empty() && std::ranges::count(err, '\n') == 1 && err.back() == '\n';
    }
};

/// A temporary folder with a workbook in it, and the program to work on it.
class Bench {
public:
    Bench()
    {
        static std::atomic<int> count = 0;
        m_folder = fs::temp_directory_path() / ("tandem-acceptance-" + std::to_string(getpid()) +
                                                "-" + std::to_string(++count));
        fs::create_directories(m_folder / "data");
    }
    Bench(const Bench&) = delete;
    Bench& operator=(const Bench&) = delete;
    ~Bench()
    {
        std::error_code ignored;
        fs::remove_all(m_folder, ignored);
    }

    /// The path of a file in the folder.
    std::string path(const std::string& name) const { return (m_folder / name).string(); }
    std::string book() const { return path("book.tandem"); }

    /// Writes a file and answers its path.
    std::string write(const std::string& name, const std::string& text) const
    {
        std::ofstream(path(name), std::ios::binary) << text;
        return path(name);
    }

    Answer run(std::vector<std::string> words) const
    {
        const std::string program = TANDEM_BINARY_DIR "/app/tandemctl/tandemctl";
        words.insert(words.begin(), program);
        std::vector<char*> arguments;
        for (std::string& word : words) {
            arguments.push_back(word.data());
        }
        arguments.push_back(nullptr);
        const std::string out = path("stdout"), err = path("stderr"), data = path("data");
        const pid_t child = fork();
        if (child == 0) {
            setenv("XDG_DATA_HOME", data.c_str(), 1);
            const int outFile = open(out.c_str(), O_CREAT | O_TRUNC | O_WRONLY, 0600);
            const int errFile = open(err.c_str(), O_CREAT | O_TRUNC | O_WRONLY, 0600);
            dup2(outFile, STDOUT_FILENO);
            dup2(errFile, STDERR_FILENO);
            execv(program.c_str(), arguments.data());
            _exit(127);
        }
        int status = 0;
        waitpid(child, &status, 0);
        return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, contentOf(out), contentOf(err)};
    }

    /// Runs it, and the test fails if it does not end with 0.
    Answer done(const std::vector<std::string>& words) const
    {
        Answer answer = run(words);
        std::string all;
        for (const std::string& word : words) {
            all += word + " ";
        }
        INFO(all << "\n" << answer.err);
        REQUIRE(answer.code == 0);
        return answer;
    }

    Json json(std::vector<std::string> words) const
    {
        words.emplace_back("--json");
        return done(words).json();
    }

    void makeBook() const
    {
        done({"new", book(), "--currency", "EUR", "--time-zone", "Europe/London"});
    }

private:
    fs::path m_folder;
};

/// The folder of the real data; empty, with a message, where there is none.
inline std::optional<fs::path> realData(const std::string& set)
{
    const char* told = std::getenv("TANDEM_DATA");
    const fs::path folder =
        (told ? fs::path(told) : fs::path(TANDEM_SOURCE_DIR) / ".." / "shared" / "data") / set;
    if (!fs::exists(folder)) {
        WARN("skipped: there is no " << folder.string());
        return std::nullopt;
    }
    return folder;
}

/// The row of a JSON list whose `key` is `value`; null if there is none.
inline Json rowWith(const Json& list, const std::string& key, const Json& value)
{
    for (const Json& row : list) {
        if (row.at(key) == value) {
            return row;
        }
    }
    return nullptr;
}

} // namespace tandem::test

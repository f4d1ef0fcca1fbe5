// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/real_data.h"

#include <cstdlib>
#include <fstream>
#include <iostream>

namespace tandem::test {

std::optional<std::filesystem::path> realData()
{
    const char* given = std::getenv("TANDEM_DATA");
    const std::filesystem::path folder =
        given != nullptr ? given : std::filesystem::path(TANDEM_SOURCE_DIR) / "../shared/data";
    if (!std::filesystem::is_directory(folder)) {
        std::cout << "skipped: no real data in " << folder.string() << " (set TANDEM_DATA)\n";
        return std::nullopt;
    }
    return folder;
}

std::vector<std::vector<std::string>> tableRows(const std::filesystem::path& file, char separator)
{
    std::vector<std::vector<std::string>> rows;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line.back() == '\r') {
            line.pop_back();
        }
        std::vector<std::string>& row = rows.emplace_back();
        std::size_t begin = 0;
        for (std::size_t end = line.find(separator); end != std::string::npos;
             end = line.find(separator, begin)) {
            row.push_back(line.substr(begin, end - begin));
            begin = end + 1;
        }
        row.push_back(line.substr(begin));
    }
    return rows;
}

} // namespace tandem::test

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tandem::test {

/// The folder of real data: $TANDEM_DATA, else ../shared/data beside the source; empty where it is
/// not there, after saying so.
std::optional<std::filesystem::path> realData();

/// The rows of a simple table (no quoted separators), each split at `separator`; with the header.
std::vector<std::vector<std::string>> tableRows(const std::filesystem::path& file, char separator);

} // namespace tandem::test

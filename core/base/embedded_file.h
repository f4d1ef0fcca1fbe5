// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace tandem {

/// A text file of resources/ that cmake/Embed.cmake compiled in.
struct EmbeddedFile {
    std::string_view name; ///< without folder: "001_workbook.sql"
    std::string_view text;
};

} // namespace tandem

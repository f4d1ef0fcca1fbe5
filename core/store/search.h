// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Keeping the search table as the leads are. Only core/store/*.cpp includes this.
#include "core/store/database.h"

#include <string>
#include <vector>

namespace tandem {

/// Follows what a changeset did to leads and companies, applied in either direction, and what a
/// bulk step created, took back or made again: all leads with ids in `ranges`. Throws.
void followInSearch(Writer& writer, const std::string& changeset,
                    const std::vector<IdRange>& ranges);

/// What is wrong with the search table, empty if all is well. Throws.
std::vector<std::string> searchProblems(const Reader& reader);

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

namespace tandem::bench {

/// Writes leads.csv, stages.csv, touches.csv and campaigns.csv of a company with `leads` leads and
/// about ten touches each into `folder`; skewed like real life (few leads have many touches, few
/// channels carry most), ordered by time as an export is. The same numbers give the same files.
void generate(const std::filesystem::path& folder, std::int64_t leads, std::uint64_t seed = 1);

} // namespace tandem::bench

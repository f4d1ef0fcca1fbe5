// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/sample/sample_company.h"
#include "core/store/workbook.h"

namespace tandem {

/// Fills a new workbook with the demonstration company, its story ending at `now`, as one step that
/// one undo takes back. Conflict if the workbook holds leads already or lacks a default stage;
/// Stopped if the person stopped it. The same `now` and seed give the same records.
Result<void> makeSample(Workbook&, const Who&, Instant now, const Progress& progress = {},
                        std::uint64_t seed = kSampleSeed);

} // namespace tandem

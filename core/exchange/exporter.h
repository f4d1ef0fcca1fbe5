// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/exchange/fields.h"
#include "core/store/workbook.h"

#include <cstdint>
#include <string>

namespace tandem {

/// Writes all records of a kind as CSV and answers how many rows that were. The columns are the
/// fields of the kind under their own names, then the custom fields of leads, so that
/// suggestMapping reads the file back one to one: into a new workbook as the same records, into
/// this one without a change. A record without a key goes by "#<id>"; instants are ISO 8601 in UTC,
/// money plain decimals. Replaces a file that was there. ReadOnly, DiskFull, Io, Stopped.
Result<std::int64_t> exportCsv(const Workbook& workbook, RecordKind what, const std::string& path,
                               const Progress& progress = {});

} // namespace tandem

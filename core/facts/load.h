// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/facts/facts.h"
#include "core/store/workbook.h"

namespace tandem {

/// The facts of the workbook as it is now. Stopped if the person stopped it.
Result<Facts> loadFacts(const Workbook&, const Progress& progress = {});

/// Brings `facts` up to date after `change`, reading only what changed. Loads everything again only
/// if the change is bulk or touches a good part of the leads, or if something that rows name (a
/// person, persona, company or content) is called otherwise now. Equal to loadFacts() afterwards,
/// except for the order of dictionary codes and texts that nobody has any more. After a failure:
/// load again.
Result<void> patchFacts(Facts& facts, const Workbook&, const Change& change);

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/coder.h"

namespace tandem {

/// Reads all deals, costs or audience counts anew into the facts; the leads must be there.
Result<void> readDeals(Facts& facts, const Reader& reader, Coder& coder);
Result<void> readCosts(Facts& facts, const Reader& reader, const Coder& coder);
Result<void> readAudience(Facts& facts, const Reader& reader);

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"

#include <vector>

namespace tandem::ui {

/// The pages that there are, in the order of the rail; a new page is a line here.
std::vector<PageEntry> pages();

} // namespace tandem::ui

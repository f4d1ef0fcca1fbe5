// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/facts.h"

#include <string>

namespace tandem::test {

/// Everything in the facts as text, names and texts instead of positions and codes: equal texts
/// mean facts that answer every question alike.
std::string described(const Facts& facts);

} // namespace tandem::test

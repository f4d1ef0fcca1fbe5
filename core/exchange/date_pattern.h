// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/date_format.h"

#include <optional>
#include <string_view>

namespace tandem {

/// A trimmed cell read by a pattern for which namesFullDate holds.
std::optional<DateReading> readByPattern(std::string_view text, std::string_view pattern);

/// Whether the pattern has a day, a month and a year, each once.
bool namesFullDate(std::string_view pattern);

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/date_format.h"

#include <optional>
#include <string_view>

namespace tandem {

/// How 03/04/2021 is to be read.
enum class NumericOrder { None, DayMonth, MonthDay };

/// A trimmed cell as a date with an optional time. The year first and month names are always read;
/// numbers only in the given order. Empty if it is no date.
std::optional<DateReading> readDateCell(std::string_view text, NumericOrder order);

/// A spreadsheet's day number with an optional fraction (1900 system), between 10000 (1927) and
/// 80000 (2119), so that a year or a small number is not taken for one.
std::optional<DateReading> readSerialDate(std::string_view text);

/// Seconds since 1970 in UTC; from 12 digits on milliseconds.
std::optional<DateReading> readEpoch(std::string_view text);

} // namespace tandem

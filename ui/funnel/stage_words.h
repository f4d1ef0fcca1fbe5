// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"

#include <QString>
#include <string>

namespace tandem::ui {

/// A stage's name for several leads: "MQLs", "Opportunities".
QString pluralOf(const std::string& stage);
/// With its article: "a Contact", "an SQL".
QString oneOf(const std::string& stage);
/// "eight"; figures above twelve.
QString numberWord(int number);
/// The ISO 8601 week of a day, 1…53.
int isoWeek(Day day);

} // namespace tandem::ui

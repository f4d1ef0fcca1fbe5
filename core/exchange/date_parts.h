// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/exchange/cell_cursor.h"
#include "core/exchange/date_format.h"

#include <optional>
#include <string_view>

namespace tandem {

// The words and numbers that dates and times are made of; shared by date_cell and date_pattern.

/// 1…12 for an English month's name or its first three or more letters ("Sept").
std::optional<int> monthNamed(std::string_view word);
/// Whether the word is an English weekday's name or its first three or more letters.
bool isWeekday(std::string_view word);

/// The number that at most nine digits write; 0 for none.
int numberOf(std::string_view digits);
/// A year of two digits in 1969…2068 (POSIX strptime), of four as it is.
int fullYear(std::string_view digits);
/// The day, if there is such a date.
std::optional<Day> makeDay(int year, int month, int day);

/// Steps over AM or PM ("pm", "p.m."); true for the afternoon, empty if neither comes next.
std::optional<bool> takeAfternoon(CellCursor& cursor);
/// The hour of the day; empty if the clock has none such.
std::optional<int> hourOf(int hour, std::optional<bool> afternoon);
/// Steps over Z, UTC, GMT, +02:00, +0200 or -05; seconds east of UTC. Empty if none comes next;
/// `good` becomes false if it is broken.
std::optional<int> takeOffset(CellCursor& cursor, bool& good);

/// The day with what follows it in the cell: nothing, or a time after "T", a space, a comma or " at
/// ".
std::optional<DateReading> withTime(Day day, CellCursor cursor);

} // namespace tandem

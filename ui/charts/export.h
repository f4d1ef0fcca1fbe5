// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/common/theme.h"

#include <QImage>
#include <QStringList>

namespace tandem::ui {

class Chart;

/// The chart as it stands in its widget, in `theme`, at `density` device pixels per px.
QImage chartImage(const Chart& chart, const Theme& theme, double density = 2.0);
/// Puts the chart as it is shown on the clipboard.
void copyPicture(const Chart& chart);
/// Writes the chart to `path` by its suffix: .png (two pixels per px), .svg (96 dpi), .pdf (one
/// page of the chart's size) or .csv. Pictures are light, for paper. The file is replaced as a
/// whole or not at all. Unsupported for another suffix; Io, ReadOnly or DiskFull otherwise.
Result<void> saveChart(const Chart& chart, const QString& path);

/// One line of CSV without its end: cells quoted where they need it, and texts that a spreadsheet
/// would take for a formula made harmless by a leading apostrophe.
QString csvLine(const QStringList& cells);
/// A number for a CSV cell: decimal point, no groups, as short as it is exact to six digits.
QString csvNumber(double value);

} // namespace tandem::ui

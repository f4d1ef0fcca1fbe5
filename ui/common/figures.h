// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/money.h"

#include <optional>
#include <QFontMetricsF>
#include <QLocale>
#include <QString>

class QPainter;

namespace tandem::ui {

// Numbers as people of the locale write them. A minus is U+2212, a missing value an en dash.

/// "12,480".
QString countText(qint64 count, const QLocale& locale = {});
/// A share of 1 in percent: 0.301 is "30.1%".
QString percentText(double share, int decimals = 1, const QLocale& locale = {});
/// A difference of two shares in percentage points, signed: -0.091 is "−9.1 pt".
QString pointsText(double difference, const QLocale& locale = {});
/// A length of time in days: "14 d", below ten "6.5 d", below one in hours, "5 h".
QString daysText(double days, const QLocale& locale = {});
/// A number with at most `decimals` places and no zeros at its end.
QString numberText(double value, int decimals = 1, const QLocale& locale = {});
/// "€12,345.67"; a currency without a sign known here is written by its code.
QString moneyText(Money amount, const QString& currency, const QLocale& locale = {});
/// "12 May 2026".
QString dayText(Day day, const QLocale& locale = {});
/// "12 May", for where the year is plain.
QString shortDayText(Day day, const QLocale& locale = {});
/// Both ends included, each part said once: "1 Feb – 30 Apr 2026", "1 – 14 May 2026".
QString dayRangeText(Day first, Day last, const QLocale& locale = {});
/// The sign for a value that is not known.
QString missingText();

// Numbers in columns. Inter's digits differ in width and Qt 6.4 cannot ask for its tabular ones, so
// each digit is put in the middle of a cell as wide as the font's widest digit.

/// The width of `text` with every digit in its cell, in px.
double figuresWidth(const QFontMetricsF& metrics, const QString& text);
/// Draws one line into `box` with the painter's font and pen; `alignment` as in QPainter::drawText.
void drawFigures(QPainter& painter, const QRectF& box, Qt::Alignment alignment,
                 const QString& text);

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/figures.h"

#include <cmath>
#include <QCoreApplication>
#include <QDate>
#include <QPainter>

namespace tandem::ui {

namespace {

constexpr QChar kMinus(0x2212);
constexpr QChar kEnDash(0x2013);

QString tr(const char* text)
{
    return QCoreApplication::translate("figures", text);
}

QString withMinus(QString text, const QLocale& locale)
{
    return text.replace(locale.negativeSign(), kMinus);
}

QString fixed(double value, int decimals, const QLocale& locale)
{
    // Rounding a small negative number must not leave "−0.0".
    const double unit = std::pow(10.0, decimals);
    double rounded = std::round(value * unit) / unit;
    if (rounded == 0.0) {
        rounded = 0.0;
    }
    return withMinus(
        locale.toString(std::fabs(rounded) < 0.5 / unit ? 0.0 : rounded, 'f', decimals), locale);
}

QDate dateOf(Day day)
{
    const CivilDay civil = civilFromDay(day);
    return QDate(civil.year, civil.month, civil.day);
}

QString currencySign(const QString& code)
{
    static const QHash<QString, QString> kSigns = {
        {"EUR", QString(QChar(0x20AC))},
        {"USD", "$"},
        {"GBP", QString(QChar(0x00A3))},
        {"JPY", QString(QChar(0x00A5))},
    };
    return kSigns.value(code, code + QChar(QChar::Nbsp));
}

double digitCell(const QFontMetricsF& metrics)
{
    double widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    }
    return widest;
}

/// Calls `take(piece, width, isDigit)` for each digit and each run of other characters.
template <class Take>
void eachPiece(const QFontMetricsF& metrics, const QString& text, Take take)
{
    const double cell = digitCell(metrics);
    qsizetype at = 0;
    while (at < text.size()) {
        const bool digit = text[at] >= u'0' && text[at] <= u'9';
        qsizetype end = at + 1;
        while (!digit && end < text.size() && !(text[end] >= u'0' && text[end] <= u'9')) {
            ++end;
        }
        const QString piece = text.mid(at, end - at);
        take(piece, digit ? cell : metrics.horizontalAdvance(piece), digit);
        at = end;
    }
}

} // namespace

QString countText(qint64 count, const QLocale& locale)
{
    return withMinus(locale.toString(count), locale);
}

QString percentText(double share, int decimals, const QLocale& locale)
{
    return fixed(share * 100.0, decimals, locale) + locale.percent();
}

QString pointsText(double difference, const QLocale& locale)
{
    const QString text = fixed(difference * 100.0, 1, locale);
    const bool positive = std::round(difference * 1000.0) > 0;
    return tr("%1 pt").arg(positive ? locale.positiveSign() + text : text);
}

QString daysText(double days, const QLocale& locale)
{
    if (days < 1.0 && days > 0.0) {
        return tr("%1 h").arg(countText(std::max<qint64>(1, std::llround(days * 24.0)), locale));
    }
    return tr("%1 d").arg(numberText(days, days < 9.95 ? 1 : 0, locale));
}

QString numberText(double value, int decimals, const QLocale& locale)
{
    for (int places = 0; places < decimals; ++places) {
        const double unit = std::pow(10.0, places);
        const double all = std::pow(10.0, decimals);
        if (std::llround(value * all) == std::llround(value * unit) * std::llround(all / unit)) {
            return fixed(value, places, locale);
        }
    }
    return fixed(value, decimals, locale);
}

QString moneyText(Money amount, const QString& currency, const QLocale& locale)
{
    const int digits = minorDigits(currency.toStdString());
    const double value = static_cast<double>(amount.minor) / std::pow(10.0, digits);
    return withMinus(locale.toCurrencyString(value, currencySign(currency), digits), locale);
}

QString dayText(Day day, const QLocale& locale)
{
    return locale.toString(dateOf(day), u"d MMM yyyy");
}

QString shortDayText(Day day, const QLocale& locale)
{
    return locale.toString(dateOf(day), u"d MMM");
}

QString dayRangeText(Day first, Day last, const QLocale& locale)
{
    if (first == last) {
        return dayText(first, locale);
    }
    const QDate from = dateOf(first);
    const QDate to = dateOf(last);
    QString opening = dayText(first, locale);
    if (from.year() == to.year()) {
        opening = locale.toString(from, from.month() == to.month() ? u"d" : u"d MMM");
    }
    return opening + ' ' + kEnDash + ' ' + dayText(last, locale);
}

QString missingText()
{
    return QString(kEnDash);
}

double figuresWidth(const QFontMetricsF& metrics, const QString& text)
{
    double width = 0;
    eachPiece(metrics, text, [&](const QString&, double piece, bool) { width += piece; });
    return width;
}

void drawFigures(QPainter& painter, const QRectF& box, Qt::Alignment alignment, const QString& text)
{
    const QFontMetricsF metrics(painter.font());
    const double width = figuresWidth(metrics, text);
    double x = box.left();
    if (alignment & Qt::AlignRight) {
        x = box.right() - width;
    } else if (alignment & Qt::AlignHCenter) {
        x = box.center().x() - width / 2;
    }
    double baseline = box.top() + metrics.ascent();
    if (alignment & Qt::AlignVCenter) {
        baseline = box.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    } else if (alignment & Qt::AlignBottom) {
        baseline = box.bottom() - metrics.descent();
    }
    eachPiece(metrics, text, [&](const QString& piece, double cell, bool digit) {
        const double inset = digit ? (cell - metrics.horizontalAdvance(piece)) / 2 : 0;
        painter.drawText(QPointF(x + inset, baseline), piece);
        x += cell;
    });
}

} // namespace tandem::ui

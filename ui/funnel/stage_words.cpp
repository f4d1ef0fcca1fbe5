// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/funnel/stage_words.h"

#include "ui/common/figures.h"

#include <array>
#include <QCoreApplication>
#include <QDate>

namespace tandem::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Findings", text);
}

} // namespace

QString pluralOf(const std::string& stage)
{
    QString name = QString::fromStdString(stage);
    const QString vowels = QStringLiteral("aeiou");
    if (name.size() > 1 && name.endsWith(u'y') && !vowels.contains(name[name.size() - 2])) {
        name.chop(1);
        return name + QStringLiteral("ies");
    }
    for (const char* ending : {"s", "x", "ch", "sh"}) {
        if (name.endsWith(QLatin1String(ending))) {
            return name + QStringLiteral("es");
        }
    }
    return name + u's';
}

QString oneOf(const std::string& stage)
{
    const QString name = QString::fromStdString(stage);
    // Abbreviations are spelt out, and these letters' names begin with a vowel.
    const bool spelt = name.size() > 1 && name == name.toUpper();
    const QString vowels = spelt ? QStringLiteral("AEFHILMNORSX") : QStringLiteral("AEIOUaeiou");
    return (vowels.contains(name.left(1)) ? tr("an %1") : tr("a %1")).arg(name);
}

QString numberWord(int number)
{
    static constexpr std::array<const char*, 13> kWords = {
        QT_TRANSLATE_NOOP("Findings", "no"),    QT_TRANSLATE_NOOP("Findings", "one"),
        QT_TRANSLATE_NOOP("Findings", "two"),   QT_TRANSLATE_NOOP("Findings", "three"),
        QT_TRANSLATE_NOOP("Findings", "four"),  QT_TRANSLATE_NOOP("Findings", "five"),
        QT_TRANSLATE_NOOP("Findings", "six"),   QT_TRANSLATE_NOOP("Findings", "seven"),
        QT_TRANSLATE_NOOP("Findings", "eight"), QT_TRANSLATE_NOOP("Findings", "nine"),
        QT_TRANSLATE_NOOP("Findings", "ten"),   QT_TRANSLATE_NOOP("Findings", "eleven"),
        QT_TRANSLATE_NOOP("Findings", "twelve")};
    return number >= 0 && number <= 12 ? tr(kWords.at(static_cast<std::size_t>(number)))
                                       : countText(number);
}

int isoWeek(Day day)
{
    return QDate(1970, 1, 1).addDays(day.number).weekNumber();
}

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tokens.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <utility>

// In a static library nothing refers to the compiled resources, so the linker would leave them out;
// the macro does, and it has to stand outside of any namespace.
static void linkResources()
{
    Q_INIT_RESOURCE(tandem);
}

namespace tandem::ui {

namespace {

constexpr std::pair<std::string_view, int Tokens::*> kSizes[] = {
    {"type.small", &Tokens::typeSmall},
    {"type.body", &Tokens::typeBody},
    {"type.title", &Tokens::typeTitle},
    {"type.display", &Tokens::typeDisplay},
    {"type.headline", &Tokens::typeHeadline},
    {"line.small", &Tokens::lineSmall},
    {"line.body", &Tokens::lineBody},
    {"line.title", &Tokens::lineTitle},
    {"line.display", &Tokens::lineDisplay},
    {"line.headline", &Tokens::lineHeadline},
    {"space.1", &Tokens::space1},
    {"space.2", &Tokens::space2},
    {"space.3", &Tokens::space3},
    {"space.4", &Tokens::space4},
    {"space.5", &Tokens::space5},
    {"space.6", &Tokens::space6},
    {"space.8", &Tokens::space8},
    {"space.10", &Tokens::space10},
    {"space.12", &Tokens::space12},
    {"radius.mark", &Tokens::radiusMark},
    {"radius.control", &Tokens::radiusControl},
    {"radius.card", &Tokens::radiusCard},
    {"radius.dialog", &Tokens::radiusDialog},
    {"height.control", &Tokens::heightControl},
    {"height.control.small", &Tokens::heightControlSmall},
    {"height.bar", &Tokens::heightBar},
    {"height.row", &Tokens::heightRow},
    {"height.row.dense", &Tokens::heightRowDense},
    {"height.row.head", &Tokens::heightRowHead},
    {"height.rail.item", &Tokens::heightRailItem},
    {"width.rail", &Tokens::widthRail},
    {"width.rail.collapsed", &Tokens::widthRailCollapsed},
    {"width.side", &Tokens::widthSide},
    {"width.min.window", &Tokens::widthMinWindow},
    {"icon.grid", &Tokens::iconGrid},
    {"icon.size.rail", &Tokens::iconSizeRail},
    {"icon.size.control", &Tokens::iconSizeControl},
    {"stroke.hair", &Tokens::strokeHair},
    {"stroke.axis", &Tokens::strokeAxis},
    {"stroke.line", &Tokens::strokeLine},
    {"stroke.interval", &Tokens::strokeInterval},
    {"focus.ring", &Tokens::focusRing},
    {"focus.offset", &Tokens::focusOffset},
    {"mark.dot", &Tokens::markDot},
    {"mark.dot.hover", &Tokens::markDotHover},
};

constexpr std::pair<std::string_view, int Tokens::*> kTimes[] = {
    {"motion.hover", &Tokens::motionHover},
    {"motion.page", &Tokens::motionPage},
    {"motion.panel", &Tokens::motionPanel},
};

QString asText(std::string_view name)
{
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

QJsonValue require(const QJsonObject& object, std::string_view name)
{
    const QJsonValue value = object.value(asText(name));
    if (value.isUndefined()) {
        qFatal("tokens.json has no \"%s\"", asText(name).toUtf8().constData());
    }
    return value;
}

QStringList families(const QJsonValue& value)
{
    QStringList list;
    for (const QJsonValue& family : value.toArray()) {
        list.append(family.toString());
    }
    return list;
}

Tokens readTokens()
{
    linkResources();
    QFile file(":/theme/tokens.json");
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("the design tokens are missing from the program");
    }
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject colours = require(root, "colour").toObject();
    const QJsonObject sizes = require(root, "px").toObject();
    const QJsonObject times = require(root, "ms").toObject();
    const QJsonObject fonts = require(root, "font").toObject();

    Tokens made;
    for (std::size_t i = 0; i < kColourNames.size(); ++i) {
        const QJsonObject both = require(colours, kColourNames[i]).toObject();
        made.light[i] = QColor(require(both, "light").toString());
        made.dark[i] = QColor(require(both, "dark").toString());
    }
    for (const auto& [name, member] : kSizes) {
        made.*member = require(sizes, name).toInt();
    }
    for (const auto& [name, member] : kTimes) {
        made.*member = require(times, name).toInt();
    }
    made.iconStroke = require(sizes, "icon.stroke").toDouble();
    made.textFamilies = families(require(fonts, "ui"));
    made.titleFamilies = families(require(fonts, "title"));
    return made;
}

} // namespace

const Tokens& tokens()
{
    static const Tokens kTokens = readTokens();
    return kTokens;
}

int tokenPx(QStringView name)
{
    for (const auto& [known, member] : kSizes) {
        if (name == asText(known)) {
            return tokens().*member;
        }
    }
    return -1;
}

QFont textFont(TextSize size, Weight weight, double scale)
{
    const Tokens& t = tokens();
    const auto base = [&] {
        switch (size) {
        case TextSize::Small:
            return t.typeSmall;
        case TextSize::Body:
            return t.typeBody;
        case TextSize::Title:
            return t.typeTitle;
        case TextSize::Display:
            return t.typeDisplay;
        case TextSize::Headline:
            return t.typeHeadline;
        }
        return t.typeBody;
    }();
    const int pixels = qMax(1, qRound(base * scale));
    // Present mode sets its running text in Inter; only what is semibold goes to the Display cut.
    const bool large = pixels >= t.typeTitle && weight == Weight::Semibold;

    QFont font;
    font.setFamilies(large ? t.titleFamilies : t.textFamilies);
    font.setPixelSize(pixels);
    font.setWeight(static_cast<QFont::Weight>(weight));
    // Hinted advances are whole pixels, which spaces Inter unevenly.
    font.setHintingPreference(QFont::PreferNoHinting);
    if (size == TextSize::Headline) {
        font.setLetterSpacing(QFont::AbsoluteSpacing, -0.6 * scale);
    }
    return font;
}

int lineHeight(TextSize size)
{
    const Tokens& t = tokens();
    switch (size) {
    case TextSize::Small:
        return t.lineSmall;
    case TextSize::Body:
        return t.lineBody;
    case TextSize::Title:
        return t.lineTitle;
    case TextSize::Display:
        return t.lineDisplay;
    case TextSize::Headline:
        return t.lineHeadline;
    }
    return t.lineBody;
}

} // namespace tandem::ui

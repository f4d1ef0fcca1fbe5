// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <QColor>
#include <QFont>
#include <QString>
#include <string_view>

namespace tandem::ui {

/// Every colour of the window, by the name it has in resources/theme/tokens.json
/// (`SurfaceWindow` is "surface.window"). The order is that of kColourNames.
enum class Colour {
    SurfaceWindow,
    SurfaceRail,
    SurfaceSunken,
    SurfaceRaised,
    SurfaceHover,
    SurfaceSelected,
    SurfaceTooltip,
    LineHair,
    LineStrong,
    LineControl,
    TextPrimary,
    TextSecondary,
    TextTertiary,
    TextOnAccent,
    TextOnTooltip,
    Accent,
    AccentHover,
    AccentTint,
    TeamMarketing,
    TeamMarketingFill,
    TeamMarketingTint,
    TeamSales,
    TeamSalesFill,
    TeamSalesTint,
    StateSuccess,
    StateSuccessTint,
    StateWarn,
    StateWarnTint,
    StateWarnFill,
    StateWarnSoft,
    StateDanger,
    StateDangerTint,
    Chart1,
    Chart2,
    Chart3,
    Chart4,
    Chart5,
    Chart6,
    ChartSeq1,
    ChartSeq2,
    ChartSeq3,
    ChartSeq4,
    ChartSeq5,
    ChartSeq6,
    ChartUp,
    ChartDown,
    ChartNeutral,
    ChartGhost,
    ChartGrid,
    ChartEmphasis,
};

/// The names in tokens.json, in the order of Colour.
inline constexpr std::array<std::string_view, 50> kColourNames = {
    "surface.window",
    "surface.rail",
    "surface.sunken",
    "surface.raised",
    "surface.hover",
    "surface.selected",
    "surface.tooltip",
    "line.hair",
    "line.strong",
    "line.control",
    "text.primary",
    "text.secondary",
    "text.tertiary",
    "text.on_accent",
    "text.on_tooltip",
    "accent",
    "accent.hover",
    "accent.tint",
    "team.marketing",
    "team.marketing.fill",
    "team.marketing.tint",
    "team.sales",
    "team.sales.fill",
    "team.sales.tint",
    "state.success",
    "state.success.tint",
    "state.warn",
    "state.warn.tint",
    "state.warn.fill",
    "state.warn.soft",
    "state.danger",
    "state.danger.tint",
    "chart.1",
    "chart.2",
    "chart.3",
    "chart.4",
    "chart.5",
    "chart.6",
    "chart.seq.1",
    "chart.seq.2",
    "chart.seq.3",
    "chart.seq.4",
    "chart.seq.5",
    "chart.seq.6",
    "chart.up",
    "chart.down",
    "chart.neutral",
    "chart.ghost",
    "chart.grid",
    "chart.emphasis",
};

/// The design tokens: colours for both modes, sizes in px, times in ms, font families.
struct Tokens {
    std::array<QColor, kColourNames.size()> light;
    std::array<QColor, kColourNames.size()> dark;

    /// Families in the order of preference: for text, and for sizes from `typeTitle` up.
    QStringList textFamilies;
    QStringList titleFamilies;

    // Sizes in px; the member's name is the token's name in camel case.
    int typeSmall = 0;
    int typeBody = 0;
    int typeTitle = 0;
    int typeDisplay = 0;
    int typeHeadline = 0;
    int lineSmall = 0;
    int lineBody = 0;
    int lineTitle = 0;
    int lineDisplay = 0;
    int lineHeadline = 0;
    int space1 = 0;
    int space2 = 0;
    int space3 = 0;
    int space4 = 0;
    int space5 = 0;
    int space6 = 0;
    int space8 = 0;
    int space10 = 0;
    int space12 = 0;
    int radiusMark = 0;
    int radiusControl = 0;
    int radiusCard = 0;
    int radiusDialog = 0;
    int heightControl = 0;
    int heightControlSmall = 0;
    int heightBar = 0;
    int heightRow = 0;
    int heightRowDense = 0;
    int heightRowHead = 0;
    int heightRailItem = 0;
    int widthRail = 0;
    int widthRailCollapsed = 0;
    int widthSide = 0;
    int widthMinWindow = 0;
    int iconGrid = 0;
    double iconStroke = 0;
    int iconSizeRail = 0;
    int iconSizeControl = 0;
    int strokeHair = 0;
    int strokeAxis = 0;
    int strokeLine = 0;
    int strokeInterval = 0;
    int focusRing = 0;
    int focusOffset = 0;
    int markDot = 0;
    int markDotHover = 0;

    // Times in ms.
    int motionHover = 0;
    int motionPage = 0;
    int motionPanel = 0;
};

/// The tokens of resources/theme/tokens.json, read once. A missing or incomplete file is a mistake
/// in the build and ends the program with a message.
const Tokens& tokens();

/// A size in px by the name it has in tokens.json ("radius.control"); -1 if there is none.
int tokenPx(QStringView name);

/// The sizes of type; `Display` and `Headline` are for the wall (Present).
enum class TextSize { Small, Body, Title, Display, Headline };
enum class Weight { Regular = 400, Medium = 500, Semibold = 600 };

/// The font of a size, in px; Inter, and Inter Display from 20 px up. `scale` enlarges it.
QFont textFont(TextSize size, Weight weight = Weight::Regular, double scale = 1.0);
/// The line height of a size in px.
int lineHeight(TextSize size);

} // namespace tandem::ui

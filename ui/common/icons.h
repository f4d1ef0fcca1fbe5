// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QIcon>
#include <QPixmap>

namespace tandem::ui {

/// Our own set: 24-px grid, one stroke width, round ends, no fills (resources/icons).
enum class Icon {
    ArrowDown,
    ArrowUp,
    Calendar,
    Campaigns,
    Charter,
    Check,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    ChevronUp,
    Clock,
    Close,
    Columns,
    Content,
    Copy,
    Database,
    Diamond,
    Document,
    Download,
    Edit,
    Export,
    External,
    File,
    Filter,
    Folder,
    Funnel,
    Globe,
    Goals,
    Handover,
    Info,
    Laptop,
    Leads,
    Lock,
    Mail,
    Meeting,
    Minus,
    Moon,
    More,
    Personas,
    Phone,
    Pin,
    Pipeline,
    Play,
    Plus,
    Print,
    Question,
    Redo,
    Search,
    Settings,
    Sort,
    Star,
    Sun,
    Tag,
    Trash,
    Undo,
    User,
    Users,
    Video,
    Warning,
};

inline constexpr std::array<std::string_view, 59> kIconNames = {
    "arrow-down",   "arrow-up",     "calendar",      "campaigns",  "charter",  "check",
    "chevron-down", "chevron-left", "chevron-right", "chevron-up", "clock",    "close",
    "columns",      "content",      "copy",          "database",   "diamond",  "document",
    "download",     "edit",         "export",        "external",   "file",     "filter",
    "folder",       "funnel",       "globe",         "goals",      "handover", "info",
    "laptop",       "leads",        "lock",          "mail",       "meeting",  "minus",
    "moon",         "more",         "personas",      "phone",      "pin",      "pipeline",
    "play",         "plus",         "print",         "question",   "redo",     "search",
    "settings",     "sort",         "star",          "sun",        "tag",      "trash",
    "undo",         "user",         "users",         "video",      "warning",
};

/// An icon for buttons, menus and rails: it takes its colours from the theme each time it is
/// painted, `normal` at rest, `on` where checked or selected, "line.control" where disabled.
QIcon icon(Icon which, Colour normal = Colour::TextSecondary, Colour on = Colour::Accent);
/// The icon in one colour, `px` wide and high; cached by colour, size and device pixel ratio.
QPixmap iconPixmap(Icon which, const QColor& colour, int px, double devicePixelRatio = 1.0);
/// Draws the icon as vectors into `box`; for charts and whatever is exported.
void drawIcon(QPainter& painter, const QRectF& box, Icon which, const QColor& colour);

/// Two rings that overlap, Marketing's orange and Sales' blue, in the middle of `box`.
void drawLogo(QPainter& painter, const QRectF& box, const Theme& theme);
/// The logo for windows and the task bar.
QIcon logo();

} // namespace tandem::ui

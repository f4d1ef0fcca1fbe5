// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/tokens.h"

#include <QPalette>

class QApplication;
class QWidget;

namespace tandem::ui {

/// What a person chose: one of the two looks, or the one the desktop has.
enum class Mode { Light, Dark, System };

/// Whose something is; the only meaning of orange and blue.
enum class Whose { Marketing, Sales };

/// One of the two looks, as a value: the colours behind the tokens' names.
class Theme {
public:
    static Theme light() { return Theme(false); }
    static Theme dark() { return Theme(true); }
    /// The look of a palette, told by the lightness of its window colour.
    static Theme from(const QPalette& palette);
    /// The look in which `widget` is shown now; ask again after QEvent::PaletteChange.
    static Theme of(const QWidget* widget);

    bool operator==(const Theme&) const = default;

    bool isDark() const { return m_dark; }
    QColor colour(Colour name) const;
    /// Colours that say whose: for text, for marks and lines, for the ground behind.
    QColor teamText(Whose whose) const;
    QColor teamFill(Whose whose) const;
    QColor teamTint(Whose whose) const;

    /// The palette of this look, see "QPalette" in the design tokens.
    QPalette palette() const;
    /// resources/theme/window.qss with the tokens filled in.
    QString styleSheet() const;

private:
    explicit Theme(bool dark) : m_dark(dark) {}

    bool m_dark = false;
};

/// Gives the application its style, palette, style sheet and font. With Mode::System it follows the
/// desktop, now and when the desktop changes. Call it again to change the mode; every widget gets
/// a QEvent::PaletteChange when the look changes.
void applyTheme(QApplication& app, Mode mode);
/// The mode of the last applyTheme; System before the first.
Mode appliedMode(const QApplication& app);

} // namespace tandem::ui

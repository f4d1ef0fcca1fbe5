// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

#include "ui/common/focus_ring.h"
#include "ui/common/style.h"

#include <algorithm>
#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QRegularExpression>
#include <QWidget>

namespace tandem::ui {

namespace {

/// Lives in the application: remembers the mode and applies it anew when the desktop changes.
class ThemeFollower : public QObject {
public:
    explicit ThemeFollower(QApplication& app) : QObject(&app), m_app(app)
    {
        setObjectName(kName);
        app.installEventFilter(this);
    }

    static ThemeFollower* in(const QApplication& app)
    {
        return static_cast<ThemeFollower*>(
            app.findChild<QObject*>(kName, Qt::FindDirectChildrenOnly));
    }

    Mode mode() const { return m_mode; }

    void apply(Mode mode)
    {
        m_mode = mode;
        const Theme theme = chosen();
        m_applying = true;
        if (!m_dressed || m_theme != theme) {
            m_app.setPalette(theme.palette());
            m_app.setStyleSheet(theme.styleSheet());
        }
        m_applying = false;
        m_dressed = true;
        m_theme = theme;
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::ThemeChange && m_mode == Mode::System && !m_applying) {
            QMetaObject::invokeMethod(
                this, [this] { apply(m_mode); }, Qt::QueuedConnection);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    static constexpr const char* kName = "tandem-theme-follower";

    Theme chosen()
    {
        if (m_mode != Mode::System) {
            return m_mode == Mode::Dark ? Theme::dark() : Theme::light();
        }
        // An empty palette uncovers the desktop's own; ours goes over it again at once.
        m_applying = true;
        m_app.setPalette(QPalette());
        const Theme system = Theme::from(m_app.palette());
        m_dressed = false;
        m_applying = false;
        return system;
    }

    QApplication& m_app;
    Mode m_mode = Mode::System;
    Theme m_theme = Theme::light();
    bool m_dressed = false;
    bool m_applying = false;
};

} // namespace

Theme Theme::from(const QPalette& palette)
{
    return Theme(palette.color(QPalette::Active, QPalette::Window).lightness() < 128);
}

Theme Theme::of(const QWidget* widget)
{
    return from(widget->palette());
}

QColor Theme::colour(Colour name) const
{
    const Tokens& t = tokens();
    return (m_dark ? t.dark : t.light)[static_cast<std::size_t>(name)];
}

QColor Theme::teamText(Whose whose) const
{
    return colour(whose == Whose::Marketing ? Colour::TeamMarketing : Colour::TeamSales);
}

QColor Theme::teamFill(Whose whose) const
{
    return colour(whose == Whose::Marketing ? Colour::TeamMarketingFill : Colour::TeamSalesFill);
}

QColor Theme::teamTint(Whose whose) const
{
    return colour(whose == Whose::Marketing ? Colour::TeamMarketingTint : Colour::TeamSalesTint);
}

QPalette Theme::palette() const
{
    using Role = QPalette::ColorRole;
    constexpr std::pair<Role, Colour> kRoles[] = {
        {QPalette::Window, Colour::SurfaceWindow},
        {QPalette::Base, Colour::SurfaceRaised},
        {QPalette::AlternateBase, Colour::SurfaceSunken},
        {QPalette::WindowText, Colour::TextPrimary},
        {QPalette::Text, Colour::TextPrimary},
        {QPalette::ButtonText, Colour::TextPrimary},
        {QPalette::BrightText, Colour::TextOnAccent},
        {QPalette::PlaceholderText, Colour::TextTertiary},
        {QPalette::Button, Colour::SurfaceRaised},
        {QPalette::Highlight, Colour::SurfaceSelected},
        {QPalette::HighlightedText, Colour::TextPrimary},
        {QPalette::Link, Colour::Accent},
        {QPalette::LinkVisited, Colour::Accent},
        {QPalette::ToolTipBase, Colour::SurfaceTooltip},
        {QPalette::ToolTipText, Colour::TextOnTooltip},
        {QPalette::Light, Colour::SurfaceRaised},
        {QPalette::Midlight, Colour::SurfaceHover},
        {QPalette::Mid, Colour::LineHair},
        {QPalette::Dark, Colour::LineStrong},
        {QPalette::Shadow, Colour::LineStrong},
    };
    QPalette made;
    for (const auto& [role, name] : kRoles) {
        made.setColor(role, colour(name));
    }
    for (const Role role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        made.setColor(QPalette::Disabled, role, colour(Colour::LineControl));
    }
    return made;
}

QString Theme::styleSheet() const
{
    QFile file(":/theme/window.qss");
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("the style sheet is missing from the program");
    }
    const QString text = QString::fromUtf8(file.readAll());

    // @{surface.window} is a colour, @{height.control} a size, @{height.control-2} two px less.
    static const QRegularExpression kReference("@\\{([a-z0-9_.]+)(?:-(\\d+))?\\}");
    QString made;
    qsizetype copied = 0;
    for (auto it = kReference.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        made += QStringView(text).mid(copied, match.capturedStart() - copied);
        copied = match.capturedEnd();
        const QString name = match.captured(1);
        const auto known = std::find(kColourNames.begin(), kColourNames.end(), name.toStdString());
        if (known != kColourNames.end()) {
            made += colour(static_cast<Colour>(known - kColourNames.begin())).name();
        } else if (const int px = tokenPx(name); px >= 0) {
            made += QString::number(px - match.captured(2).toInt()) + "px";
        } else {
            qFatal("window.qss names \"%s\", which is no token", qPrintable(name));
        }
    }
    made += QStringView(text).mid(copied);
    return made;
}

void applyTheme(QApplication& app, Mode mode)
{
    ThemeFollower* follower = ThemeFollower::in(app);
    if (!follower) {
        follower = new ThemeFollower(app);
        new FocusRing(app);
        app.setStyle(new Style);
        app.setFont(textFont(TextSize::Body));
    }
    follower->apply(mode);
}

Mode appliedMode(const QApplication& app)
{
    const ThemeFollower* follower = ThemeFollower::in(app);
    return follower ? follower->mode() : Mode::System;
}

} // namespace tandem::ui

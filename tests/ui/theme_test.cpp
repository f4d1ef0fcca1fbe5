// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/buttons.h"
#include "ui/common/figures.h"
#include "ui/common/figures_delegate.h"
#include "ui/common/labels.h"
#include "ui/common/marks.h"
#include "ui/common/notices.h"
#include "ui/common/tip.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <QApplication>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

using namespace tandem;
using namespace tandem::ui;

namespace {

QApplication& app()
{
    return *static_cast<QApplication*>(QApplication::instance());
}

QJsonObject tokenFile()
{
    tokens();
    QFile file(":/theme/tokens.json");
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QJsonDocument::fromJson(file.readAll()).object();
}

/// Contrast of two colours, 1 to 21. WCAG 2.2, "contrast ratio" and "relative luminance".
double contrast(const QColor& a, const QColor& b)
{
    const auto luminance = [](const QColor& colour) {
        const auto linear = [](double c) {
            return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
               0.0722 * linear(colour.blueF());
    };
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

/// The colour that most of the opaque pixels of an image have.
QColor ink(const QImage& image)
{
    QHash<QRgb, int> counts;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() > 250) {
                ++counts[pixel.rgb()];
            }
        }
    }
    QRgb most = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.value() > counts.value(most)) {
            most = it.key();
        }
    }
    return QColor(most);
}

} // namespace

TEST_CASE("every colour has a light and a dark value and no other stands in the token file")
{
    const QJsonObject colours = tokenFile().value("colour").toObject();
    CHECK(colours.size() == static_cast<qsizetype>(kColourNames.size()));
    for (std::size_t i = 0; i < kColourNames.size(); ++i) {
        const QString name = QString::fromStdString(std::string(kColourNames[i]));
        INFO(name.toStdString());
        REQUIRE(colours.contains(name));
        const auto colour = static_cast<Colour>(i);
        CHECK(Theme::light().colour(colour).isValid());
        CHECK(Theme::dark().colour(colour).isValid());
        CHECK(Theme::light().colour(colour).name().toUpper() ==
              colours[name].toObject()["light"].toString());
        CHECK(Theme::dark().colour(colour).name().toUpper() ==
              colours[name].toObject()["dark"].toString());
    }
    CHECK(Theme::light().colour(Colour::ChartEmphasis).name() == "#1c2024");
    CHECK(Theme::dark().colour(Colour::SurfaceWindow).name() == "#191c1f");
}

TEST_CASE("every size of the token file has a member")
{
    const QJsonObject sizes = tokenFile().value("px").toObject();
    for (auto it = sizes.begin(); it != sizes.end(); ++it) {
        INFO(it.key().toStdString());
        if (it.key() == "icon.stroke") {
            CHECK(tokens().iconStroke == 1.75);
        } else {
            CHECK(tokenPx(it.key()) == it.value().toInt());
        }
    }
    CHECK(tokenPx(u"no.such.size") == -1);
}

TEST_CASE("text has a contrast of at least 4.5 on every surface it may stand on")
{
    constexpr Colour kSurfaces[] = {Colour::SurfaceWindow, Colour::SurfaceRail,
                                    Colour::SurfaceSunken, Colour::SurfaceRaised,
                                    Colour::SurfaceHover,  Colour::SurfaceSelected};
    constexpr Colour kTexts[] = {
        Colour::TextPrimary,  Colour::TextSecondary, Colour::TextTertiary,
        Colour::Accent,       Colour::TeamMarketing, Colour::TeamSales,
        Colour::StateSuccess, Colour::StateWarn,     Colour::StateDanger,
    };
    constexpr std::pair<Colour, Colour> kPairs[] = {
        {Colour::TextOnAccent, Colour::Accent},
        {Colour::TextOnAccent, Colour::ChartSeq5},
        {Colour::TextOnTooltip, Colour::SurfaceTooltip},
        {Colour::TextPrimary, Colour::ChartSeq2},
        {Colour::TeamMarketing, Colour::TeamMarketingTint},
        {Colour::TeamSales, Colour::TeamSalesTint},
        {Colour::StateSuccess, Colour::StateSuccessTint},
        {Colour::StateWarn, Colour::StateWarnTint},
        {Colour::StateDanger, Colour::StateDangerTint},
        {Colour::Accent, Colour::AccentTint},
    };
    for (const Theme& theme : {Theme::light(), Theme::dark()}) {
        for (const Colour text : kTexts) {
            for (const Colour surface : kSurfaces) {
                INFO(kColourNames[static_cast<std::size_t>(text)]
                     << " on " << kColourNames[static_cast<std::size_t>(surface)]);
                CHECK(contrast(theme.colour(text), theme.colour(surface)) >= 4.5);
            }
        }
        for (const auto& [text, ground] : kPairs) {
            INFO(kColourNames[static_cast<std::size_t>(text)]
                 << " on " << kColourNames[static_cast<std::size_t>(ground)]);
            CHECK(contrast(theme.colour(text), theme.colour(ground)) >= 4.5);
        }
    }
}

TEST_CASE("the style sheet is filled in from tokens alone")
{
    for (const Theme& theme : {Theme::light(), Theme::dark()}) {
        const QString sheet = theme.styleSheet();
        CHECK_FALSE(sheet.contains('@'));
        CHECK(sheet.contains(theme.colour(Colour::Accent).name()));
        CHECK(sheet.contains("border-radius: 6px"));
    }
    QFile source(":/theme/window.qss");
    REQUIRE(source.open(QIODevice::ReadOnly));
    CHECK_FALSE(source.readAll().contains('#'));
}

TEST_CASE("no colour is written anywhere in the window but in the token file")
{
    static const QRegularExpression kColour(
        "#[0-9a-fA-F]{6}\\b|QColor\\(\\s*\\d|Qt::(?:red|green|blue|white|black|gr[ae]y)\\b");
    int files = 0;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(TANDEM_SOURCE_DIR "/ui")) {
        const std::string path = entry.path().string();
        if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") {
            continue;
        }
        QFile file(QString::fromStdString(path));
        REQUIRE(file.open(QIODevice::ReadOnly));
        INFO(path);
        CHECK_FALSE(kColour.match(QString::fromUtf8(file.readAll())).hasMatch());
        ++files;
    }
    CHECK(files > 20);
}

TEST_CASE("every icon is drawn in the colour asked for")
{
    const QColor colour = Theme::light().colour(Colour::Accent);
    for (std::size_t i = 0; i < kIconNames.size(); ++i) {
        INFO(kIconNames[i]);
        const QPixmap pixmap = iconPixmap(static_cast<Icon>(i), colour, 24, 2.0);
        CHECK(pixmap.size() == QSize(48, 48));
        CHECK(ink(pixmap.toImage()) == colour);
    }
}

TEST_CASE("an icon follows the mode and is quiet where it is disabled")
{
    applyTheme(app(), Mode::Light);
    const QIcon search = icon(Icon::Search);
    CHECK(ink(search.pixmap(48).toImage()) == Theme::light().colour(Colour::TextSecondary));
    CHECK(ink(search.pixmap(48, QIcon::Disabled).toImage()) ==
          Theme::light().colour(Colour::LineControl));
    CHECK(ink(search.pixmap(48, QIcon::Normal, QIcon::On).toImage()) ==
          Theme::light().colour(Colour::Accent));
    applyTheme(app(), Mode::Dark);
    CHECK(ink(search.pixmap(48).toImage()) == Theme::dark().colour(Colour::TextSecondary));
    applyTheme(app(), Mode::Light);
}

TEST_CASE("a change of mode reaches widgets that are already there")
{
    applyTheme(app(), Mode::Light);
    CHECK(appliedMode(app()) == Mode::Light);
    QWidget window;
    TextLabel label("Priya", TextSize::Small, Weight::Medium, Colour::StateWarn, &window);
    window.show();
    CHECK_FALSE(Theme::of(&window).isDark());
    CHECK(label.palette().color(QPalette::WindowText) == Theme::light().colour(Colour::StateWarn));

    applyTheme(app(), Mode::Dark);
    CHECK(Theme::of(&window).isDark());
    CHECK(Theme::of(&label).isDark());
    CHECK(label.palette().color(QPalette::WindowText) == Theme::dark().colour(Colour::StateWarn));

    applyTheme(app(), Mode::System);
    CHECK(appliedMode(app()) == Mode::System);
    applyTheme(app(), Mode::Light);
    CHECK_FALSE(Theme::of(&label).isDark());
}

TEST_CASE("fonts have the sizes of the design and take the display cut when large and heavy")
{
    CHECK(textFont(TextSize::Small).pixelSize() == 12);
    CHECK(textFont(TextSize::Body, Weight::Semibold).weight() == QFont::DemiBold);
    CHECK(textFont(TextSize::Body).families().first() == "Inter");
    CHECK(textFont(TextSize::Title, Weight::Semibold).families().first() == "Inter Display");
    CHECK(textFont(TextSize::Display).families().first() == "Inter");
    CHECK(textFont(TextSize::Body, Weight::Regular, 2.0).pixelSize() == 28);
}

TEST_CASE("numbers are written as people of the locale write them")
{
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    const QLocale german(QLocale::German, QLocale::Germany);
    const QString minus(QChar(0x2212));
    CHECK(countText(12480, english) == "12,480");
    CHECK(countText(12480, german) == "12.480");
    CHECK(countText(-3, english) == minus + "3");
    CHECK(percentText(0.3005, 1, english) == "30.1%");
    CHECK(percentText(0.3005, 1, german) == "30,1%");
    CHECK(percentText(0.6, 0, english) == "60%");
    CHECK(pointsText(-0.0911, english) == minus + "9.1 pt");
    CHECK(pointsText(0.01, english) == "+1.0 pt");
    CHECK(pointsText(-0.0001, english) == "0.0 pt");
    CHECK(daysText(14.2, english) == "14 d");
    CHECK(daysText(6.0, english) == "6 d");
    CHECK(daysText(6.45, english) == "6.5 d");
    CHECK(daysText(9.97, english) == "10 d");
    CHECK(daysText(0.2, english) == "5 h");
    CHECK(numberText(8.0, 1, english) == "8");
    CHECK(numberText(7.5, 1, english) == "7.5");
    CHECK(moneyText(Money{1234567}, "USD", english) == "$12,345.67");
    CHECK(moneyText(Money{1500}, "JPY", english) == QString(QChar(0xA5)) + "1,500");
}

TEST_CASE("a range of days says each part once")
{
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const auto day = [](int year, int month, int dayOfMonth) {
        return *dayFromCivil({year, month, dayOfMonth});
    };
    CHECK(dayText(day(2026, 5, 12), english) == "12 May 2026");
    CHECK(shortDayText(day(2026, 5, 12), english) == "12 May");
    CHECK(dayRangeText(day(2026, 2, 1), day(2026, 4, 30), english) ==
          QString::fromUtf8("1 Feb – 30 Apr 2026"));
    CHECK(dayRangeText(day(2026, 5, 1), day(2026, 5, 14), english) ==
          QString::fromUtf8("1 – 14 May 2026"));
    CHECK(dayRangeText(day(2025, 11, 1), day(2026, 1, 31), english) ==
          QString::fromUtf8("1 Nov 2025 – 31 Jan 2026"));
    CHECK(dayRangeText(day(2026, 5, 1), day(2026, 5, 1), english) == "1 May 2026");
}

TEST_CASE("digits in columns are all as wide as the widest")
{
    const QFontMetricsF metrics(textFont(TextSize::Body, Weight::Semibold));
    CHECK(figuresWidth(metrics, "111") == Approx(figuresWidth(metrics, "000")));
    CHECK(figuresWidth(metrics, "1,111") == Approx(figuresWidth(metrics, "8,034")));
}

TEST_CASE("a column of numbers is drawn to the right, and so is its selection")
{
    applyTheme(app(), Mode::Light);
    QStandardItemModel model(1, 1);
    model.setData(model.index(0, 0), "1,111");
    QTableView table;
    table.setModel(&model);
    table.setItemDelegate(new FiguresDelegate(&table));

    QImage image(200, 36, QImage::Format_ARGB32);
    image.fill(Theme::light().colour(Colour::SurfaceWindow));
    QStyleOptionViewItem option;
    option.initFrom(&table);
    option.widget = &table;
    option.rect = image.rect();
    option.font = table.font();
    option.state |= QStyle::State_Selected;
    QPainter painter(&image);
    table.itemDelegate()->paint(&painter, option, model.index(0, 0));
    painter.end();

    CHECK(ink(image) == Theme::light().colour(Colour::SurfaceSelected));
    const auto darkest = [&](const QRect& part) {
        int least = 255;
        for (int y = part.top(); y <= part.bottom() - 2; ++y) {
            for (int x = part.left(); x <= part.right(); ++x) {
                least = std::min(least, image.pixelColor(x, y).lightness());
            }
        }
        return least;
    };
    CHECK(darkest(QRect(140, 0, 60, 36)) < 80);
    CHECK(darkest(QRect(10, 0, 110, 36)) > 200);
}

TEST_CASE("initials are those of the first and the last name")
{
    CHECK(initialsOf("Ines Calder") == "IC");
    CHECK(initialsOf("  maria de la Cruz ") == "MC");
    CHECK(initialsOf("Priya") == "P");
    CHECK(initialsOf("").isEmpty());
}

TEST_CASE("a tooltip shows markup as it is")
{
    CHECK(plainToolTip("<b>Mara</b> & Co") == "<qt>&lt;b&gt;Mara&lt;/b&gt; &amp; Co</qt>");
    CHECK(plainToolTip("").isEmpty());
    TextLabel label("<b>Mara</b>");
    CHECK(label.textFormat() == Qt::PlainText);
}

TEST_CASE("a segmented switch is changed by click and by arrow keys")
{
    applyTheme(app(), Mode::Light);
    SegmentedSwitch choice;
    choice.addSegment("Cohort");
    choice.addSegment("Snapshot");
    choice.addSegment("Flow");
    choice.show();
    choice.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&choice));
    REQUIRE(choice.currentIndex() == 0);
    QSignalSpy changes(&choice, &SegmentedSwitch::currentChanged);

    const auto buttons = choice.findChildren<QAbstractButton*>();
    REQUIRE(buttons.size() == 3);
    QTest::mouseClick(buttons[1], Qt::LeftButton);
    CHECK(choice.currentIndex() == 1);
    buttons[1]->setFocus();
    QTest::keyClick(buttons[1], Qt::Key_Right);
    CHECK(choice.currentIndex() == 2);
    CHECK(changes.count() == 2);
    choice.setCurrentIndex(2);
    CHECK(changes.count() == 2);
}

TEST_CASE("a removable chip tells its cross from its word")
{
    Chip chip("Persona: Petra");
    chip.setRemovable(true);
    chip.resize(chip.sizeHint());
    QSignalSpy removed(&chip, &Chip::removeRequested);
    QSignalSpy clicked(&chip, &Chip::clicked);
    QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(chip.width() - 14, chip.height() / 2));
    CHECK(removed.count() == 1);
    CHECK(clicked.count() == 0);
    QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(20, chip.height() / 2));
    CHECK(clicked.count() == 1);
    QTest::keyClick(&chip, Qt::Key_Delete);
    CHECK(removed.count() == 2);
}

TEST_CASE("a tip stays in its window, off its mark, and off labels where it can")
{
    QWidget window;
    window.resize(600, 400);
    Tip tip(&window);
    const TipText text{"263 did not become SQL (yet)", {"118 waiting"}, "Click: list these leads"};
    for (const QRect& mark : {QRect(10, 10, 40, 20), QRect(550, 10, 40, 20), QRect(10, 370, 40, 20),
                              QRect(550, 370, 40, 20), QRect(20, 180, 560, 30)}) {
        tip.showBeside(text, mark, {});
        CHECK(window.rect().contains(tip.geometry()));
        CHECK_FALSE(tip.geometry().intersects(mark));
    }
    const QRect mark(100, 180, 40, 20);
    const QRect label(150, 176, 400, 28);
    tip.showBeside(text, mark, {label});
    CHECK_FALSE(tip.geometry().intersects(label));
}

TEST_CASE("an error card has three parts and a notice can be closed")
{
    ErrorCard card({"The file could not be read.", "Nothing was written.", "Mend row 12."},
                   "Retry");
    CHECK(card.accessibleName() == "The file could not be read.");
    CHECK(card.accessibleDescription() == "Nothing was written. Mend row 12.");
    QSignalSpy retried(&card, &ErrorCard::actionTriggered);
    QTest::mouseClick(card.findChild<QPushButton*>(), Qt::LeftButton);
    CHECK(retried.count() == 1);

    NoticeBar bar(NoticeBar::Tone::Warn, "Six edits wait to be merged.");
    bar.setClosable();
    bar.show();
    QSignalSpy closed(&bar, &NoticeBar::closed);
    QTest::mouseClick(bar.findChild<QToolButton*>(), Qt::LeftButton);
    CHECK(closed.count() == 1);
    CHECK_FALSE(bar.isVisible());
}

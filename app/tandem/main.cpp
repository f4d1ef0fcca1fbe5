// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/icons.h"
#include "ui/common/settings.h"
#include "ui/common/theme.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("main", text);
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("tandem"));
    QApplication::setApplicationDisplayName(QStringLiteral("Tandem"));
    QApplication::setApplicationVersion(QStringLiteral(TANDEM_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.tandem_app.Tandem"));
    if (QLocale().language() == QLocale::C) {
        // The C locale writes 12480 where people read 12,480.
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }

    QTranslator qtWords;
    if (qtWords.load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                     QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QApplication::installTranslator(&qtWords);
    }

    QCommandLineParser parser;
    parser.setApplicationDescription(tr("One workbook for Sales and Marketing."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption sample(QStringLiteral("sample"),
                                    tr("Open the demonstration company."));
    const QCommandLineOption look(QStringLiteral("look"),
                                  tr("Show it light, dark, or as the system is."),
                                  tr("light|dark|system"));
    parser.addOptions({sample, look});
    parser.addPositionalArgument(tr("file"), tr("The workbook to open."), tr("[file]"));
    parser.process(app);

    tandem::ui::Settings settings(tandem::ui::Settings::defaultFile());
    auto mode = static_cast<tandem::ui::Mode>(
        settings.value(QStringLiteral("look"), static_cast<int>(tandem::ui::Mode::System)).toInt());
    if (parser.value(look) == QStringLiteral("light")) {
        mode = tandem::ui::Mode::Light;
    } else if (parser.value(look) == QStringLiteral("dark")) {
        mode = tandem::ui::Mode::Dark;
    }
    tandem::ui::applyTheme(app, mode);
    QApplication::setWindowIcon(tandem::ui::logo());

    tandem::ui::MainWindow window(settings);
    window.show();
    if (parser.isSet(sample)) {
        window.openDemonstration();
    } else if (!parser.positionalArguments().isEmpty()) {
        window.openFile(parser.positionalArguments().constFirst());
    }
    return QApplication::exec();
}

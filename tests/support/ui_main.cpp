// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>
#include <QApplication>
#include <QStandardPaths>
#include <QTemporaryDir>

/// Runs the window's tests without a screen and away from the person's own folders.
int main(int argc, char* argv[])
{
    // The build runs the program to list its tests, so it must not need a display.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    const QTemporaryDir home;
    for (const char* folder : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME",
                               "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"}) {
        qputenv(folder, home.path().toUtf8());
    }
    QStandardPaths::setTestModeEnabled(true);

    // Qt would take Catch2's arguments for its own.
    int one = 1;
    QApplication app(one, argv);
    QApplication::setApplicationName("tandem");
    return Catch::Session().run(argc, argv);
}

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/settings.h"

#include <QDateTime>
#include <QString>
#include <vector>

namespace tandem::ui {

/// A workbook that was open before, with what is known of it without opening it.
struct RecentFile {
    QString path;
    QString name;
    std::string uuid;
    qint64 leads = 0;
    bool readOnly = false;
    QDateTime openedAt;

    /// Whether the file is where it was.
    bool exists() const;
};

/// Workbooks that were open before, the latest first; at most eight.
std::vector<RecentFile> recentFiles(const Settings& settings);
/// Puts the file first, or moves it there.
void rememberRecent(Settings& settings, const RecentFile& file);
void forgetRecent(Settings& settings, const QString& path);

/// "today, 10:29", "yesterday, 17:40", "14 January", "14 January 2025".
QString whenWords(const QDateTime& when, const QDateTime& now);
/// A folder as people say it: below the home folder without the home's own path.
QString placeWords(const QString& path);

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recent_files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace tandem::ui {

namespace {

constexpr std::size_t kMost = 8;
const QString kKey = QStringLiteral("recent");

void store(Settings& settings, const std::vector<RecentFile>& files)
{
    QJsonArray list;
    for (const RecentFile& file : files) {
        list.append(
            QJsonObject{{QStringLiteral("path"), file.path},
                        {QStringLiteral("name"), file.name},
                        {QStringLiteral("uuid"), QString::fromStdString(file.uuid)},
                        {QStringLiteral("leads"), file.leads},
                        {QStringLiteral("readOnly"), file.readOnly},
                        {QStringLiteral("openedAt"), file.openedAt.toUTC().toString(Qt::ISODate)}});
    }
    settings.setValue(kKey, QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact)));
}

} // namespace

bool RecentFile::exists() const
{
    return QFileInfo::exists(path);
}

std::vector<RecentFile> recentFiles(const Settings& settings)
{
    const auto list = QJsonDocument::fromJson(settings.value(kKey).toString().toUtf8()).array();
    std::vector<RecentFile> files;
    for (const QJsonValue& each : list) {
        RecentFile file;
        file.path = each[QLatin1String("path")].toString();
        file.name = each[QLatin1String("name")].toString();
        file.uuid = each[QLatin1String("uuid")].toString().toStdString();
        file.leads = each[QLatin1String("leads")].toInteger();
        file.readOnly = each[QLatin1String("readOnly")].toBool();
        file.openedAt =
            QDateTime::fromString(each[QLatin1String("openedAt")].toString(), Qt::ISODate)
                .toLocalTime();
        if (!file.path.isEmpty()) {
            files.push_back(std::move(file));
        }
    }
    return files;
}

void rememberRecent(Settings& settings, const RecentFile& file)
{
    std::vector<RecentFile> files = recentFiles(settings);
    std::erase_if(files, [&file](const RecentFile& each) { return each.path == file.path; });
    files.insert(files.begin(), file);
    files.resize(std::min(files.size(), kMost));
    store(settings, files);
}

void forgetRecent(Settings& settings, const QString& path)
{
    std::vector<RecentFile> files = recentFiles(settings);
    std::erase_if(files, [&path](const RecentFile& each) { return each.path == path; });
    store(settings, files);
}

QString whenWords(const QDateTime& when, const QDateTime& now)
{
    const QLocale locale;
    const qint64 days = when.date().daysTo(now.date());
    const QString time = locale.toString(when.time(), QStringLiteral("H:mm"));
    if (days == 0) {
        return QCoreApplication::translate("When", "today, %1").arg(time);
    }
    if (days == 1) {
        return QCoreApplication::translate("When", "yesterday, %1").arg(time);
    }
    return locale.toString(when.date(), when.date().year() == now.date().year()
                                            ? QStringLiteral("d MMMM")
                                            : QStringLiteral("d MMMM yyyy"));
}

QString placeWords(const QString& path)
{
    const QString folder = QFileInfo(path).absolutePath();
    const QString home = QDir::homePath();
    if (folder == home) {
        return QCoreApplication::translate("When", "Home folder");
    }
    return folder.startsWith(home + u'/') ? folder.mid(home.size() + 1) : folder;
}

} // namespace tandem::ui

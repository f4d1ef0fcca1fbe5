// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/settings.h"

#include <QStandardPaths>

namespace tandem::ui {

QString Settings::defaultFile()
{
    // By path, because QSettings needs an organisation name and that would double the folder names.
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/tandem/tandem.ini");
}

QString Settings::workbookKey(const std::string& uuid, const QString& key)
{
    return QStringLiteral("workbook-%1/%2").arg(QString::fromStdString(uuid), key);
}

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QString>
#include <QVariant>
#include <string>

namespace tandem::ui {

/// What is remembered between starts: one ini file. Written when the program has time, and at the
/// latest when this is destroyed. For the window's thread.
class Settings {
public:
    /// `file` is the ini file; it need not exist.
    explicit Settings(const QString& file) : m_store(file, QSettings::IniFormat) {}

    /// <XDG config>/tandem/tandem.ini.
    static QString defaultFile();

    QVariant value(const QString& key, const QVariant& otherwise = {}) const
    {
        return m_store.value(key, otherwise);
    }
    void setValue(const QString& key, const QVariant& value) { m_store.setValue(key, value); }
    void remove(const QString& key) { m_store.remove(key); }

    /// The key of something remembered for one workbook and all its copies.
    static QString workbookKey(const std::string& uuid, const QString& key);

private:
    QSettings m_store;
};

} // namespace tandem::ui

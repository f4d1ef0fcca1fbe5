// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/workbook.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace tandem::ui {

/// Asks for what a new workbook starts with, and where its file goes.
class NewWorkbookDialog : public QDialog {
    Q_OBJECT

public:
    explicit NewWorkbookDialog(QWidget* parent = nullptr);

    NewWorkbook start() const;
    QString file() const;

private:
    void chooseFile();
    void follow();

    QLineEdit* m_name;
    QLineEdit* m_file;
    QComboBox* m_currency;
    QComboBox* m_zone;
    QPushButton* m_create;
    bool m_fileChosen = false; ///< else it follows the name
};

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"

#include <QDialog>

class QLineEdit;

namespace tandem::ui {

class SegmentedSwitch;

/// Asks for somebody who works in one of the teams.
class PersonDialog : public QDialog {
    Q_OBJECT

public:
    explicit PersonDialog(QWidget* parent = nullptr);

    /// As typed; without an id.
    Person person() const;

private:
    QLineEdit* m_name;
    QLineEdit* m_email;
    SegmentedSwitch* m_team;
};

} // namespace tandem::ui

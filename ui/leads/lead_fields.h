// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/lead.h"
#include "core/model/touch.h"

#include <QScrollArea>
#include <vector>

class QVBoxLayout;

namespace tandem::ui {

class TouchBars;

/// What is known of a lead, in groups, each with its touches by channel on top; blank fields are
/// left out. A click on an address opens the mail program, on a number the telephone.
class LeadFields : public QScrollArea {
    Q_OBJECT

public:
    explicit LeadFields(QWidget* parent = nullptr);

    /// `customFields` are the workbook's own ones, in the order of menus.
    void showFields(const Lead& lead, const std::vector<CustomField>& customFields,
                    const std::vector<Touch>& touches);

private:
    void addHead(const QString& title);
    void addText(const QString& name, const std::string& value);
    void addLink(const QString& name, const std::string& value, const QString& scheme);
    void addGroup(const QString& title,
                  std::initializer_list<std::pair<QString, const std::string*>> fields);

    QVBoxLayout* m_column;
};

/// The address that opens the mail program or the telephone; empty where the text is neither.
QUrl contactUrl(const QString& scheme, const QString& text);

} // namespace tandem::ui

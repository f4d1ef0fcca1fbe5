// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/document.h"
#include "ui/common/filter_values.h"
#include "ui/common/popup.h"
#include "ui/common/view_state.h"

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace tandem::ui {

class CaptionLabel;

/// Fields on the left, the values of the chosen one with their leads on the right. Ticking a value
/// shows at once on the page.
class FilterPanel : public Popup {
    Q_OBJECT

public:
    FilterPanel(Document& document, ViewState& view, QWidget* parent);

    /// Fills the panel and chooses a field; the first if there is none of that name.
    void showField(const std::string& field);

private:
    void listValues();
    void fillValues();
    void take(const QListWidgetItem* item);

    Document& m_document;
    ViewState& m_view;
    QListWidget* m_fields;
    QLineEdit* m_search;
    QListWidget* m_list;
    CaptionLabel* m_rest;
    std::string m_field;
    std::vector<FilterValue> m_values;
    bool m_filling = false;
};

} // namespace tandem::ui

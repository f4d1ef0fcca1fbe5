// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/document.h"
#include "ui/common/marks.h"
#include "ui/common/view_state.h"

#include <QWidget>

namespace tandem::ui {

class FilterPanel;

/// The chips of the filters that are set, and "+ Filter". Where they do not fit they become one
/// chip that says how many there are.
class FilterBar : public QWidget {
    Q_OBJECT

public:
    FilterBar(Document& document, ViewState& view, QWidget* parent = nullptr);

    /// Opens the panel on a field; on the list of fields if it is empty.
    void openPanel(const std::string& field = {});
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void rebuild();
    void arrange();

    Document& m_document;
    ViewState& m_view;
    std::vector<Chip*> m_chips; ///< one for each filter
    Chip* m_many;               ///< stands for all of them
    Chip* m_add;
    FilterPanel* m_panel = nullptr;
};

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/popup.h"

#include <string_view>
#include <vector>

class QVBoxLayout;

namespace tandem::ui {

/// "Why this number": the definitions of the measures that a chart shows, and what was counted.
class WhyPanel : public Popup {
    Q_OBJECT

public:
    explicit WhyPanel(QWidget* parent);

    /// Fills the panel with the measures of those ids and opens it; `counted` says which rows.
    void explain(QWidget* anchor, const std::vector<std::string_view>& measures,
                 const QString& counted);

private:
    QWidget* m_content = nullptr;
    QVBoxLayout* m_column;
};

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/buttons.h"
#include "ui/common/view_state.h"

#include <functional>

namespace tandem::ui {

class Popup;
class RangeCalendar;
class TimelineStrip;

/// The button with the period, and the panel under it: presets, two months of a calendar, and the
/// timeline that is dragged. Every change shows at once on the page.
class PeriodPicker : public DropButton {
    Q_OBJECT

public:
    /// `facts` is asked when the panel opens.
    PeriodPicker(ViewState& view, std::function<std::shared_ptr<const Facts>()> facts,
                 QWidget* parent = nullptr);

    void openPanel();

private:
    void makePanel();
    void follow();

    ViewState& m_view;
    std::function<std::shared_ptr<const Facts>()> m_facts;
    Popup* m_panel = nullptr;
    std::vector<QPushButton*> m_presets; ///< in the order of PeriodPreset, without Custom
    RangeCalendar* m_calendar = nullptr;
    TimelineStrip* m_timeline = nullptr;
};

} // namespace tandem::ui

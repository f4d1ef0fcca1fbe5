// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/period_picker.h"

#include "ui/common/labels.h"
#include "ui/common/popup.h"
#include "ui/shell/range_calendar.h"
#include "ui/shell/timeline_strip.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace tandem::ui {

PeriodPicker::PeriodPicker(ViewState& view, std::function<std::shared_ptr<const Facts>()> facts,
                           QWidget* parent)
    : DropButton({}, parent), m_view(view), m_facts(std::move(facts))
{
    setIcon(tandem::ui::icon(Icon::Calendar));
    setObjectName(QStringLiteral("period"));
    setToolTip(tr("The period that all figures look at"));
    connect(this, &QPushButton::clicked, this, &PeriodPicker::openPanel);
    connect(&m_view, &ViewState::changed, this, &PeriodPicker::follow);
    follow();
}

void PeriodPicker::follow()
{
    const QString words = rangeWords(m_view.days());
    setText(words);
    setAccessibleName(tr("Period: %1").arg(words));
    updateGeometry();
    if (m_panel != nullptr) {
        for (std::size_t i = 0; i < m_presets.size(); ++i) {
            m_presets[i]->setChecked(static_cast<std::size_t>(m_view.period().preset) == i);
        }
        m_calendar->setRange(m_view.days(), m_view.today());
        m_timeline->setRange(m_view.days());
    }
}

void PeriodPicker::openPanel()
{
    if (m_panel == nullptr) {
        makePanel();
    }
    m_timeline->setMonths(newLeadsByMonth(*m_facts(), m_view.today()));
    follow();
    m_panel->openUnder(this);
    m_calendar->setFocus();
}

void PeriodPicker::makePanel()
{
    m_panel = new Popup(this);
    m_panel->setObjectName(QStringLiteral("period-panel"));
    auto* columns = new QHBoxLayout(m_panel);
    columns->setContentsMargins(12, 12, 20, 16);
    columns->setSpacing(20);

    auto* presets = new QVBoxLayout;
    presets->setSpacing(2);
    for (int i = 0; i < static_cast<int>(PeriodPreset::Custom); ++i) {
        const auto preset = static_cast<PeriodPreset>(i);
        QPushButton* button = makeButton(presetName(preset), ButtonKind::Quiet);
        button->setCheckable(true);
        button->setStyleSheet(QStringLiteral("text-align: left;"));
        button->setMinimumWidth(148);
        connect(button, &QPushButton::clicked, this, [this, preset] {
            m_view.setPeriod({preset, {}});
            m_panel->hide();
        });
        presets->addWidget(button);
        m_presets.push_back(button);
    }
    presets->addStretch();
    columns->addLayout(presets);
    columns->addWidget(new Hairline(Qt::Vertical));

    auto* days = new QVBoxLayout;
    days->setSpacing(8);
    m_calendar = new RangeCalendar;
    m_timeline = new TimelineStrip;
    days->addWidget(m_calendar);
    days->addSpacing(4);
    days->addWidget(new CaptionLabel(tr("New leads by month. Drag the window or its ends.")));
    days->addWidget(m_timeline);
    columns->addLayout(days);

    const auto choose = [this](const DayRange& range) {
        m_view.setPeriod({PeriodPreset::Custom, range});
    };
    connect(m_calendar, &RangeCalendar::picked, this, choose);
    connect(m_timeline, &TimelineStrip::dragged, this, choose);
}

} // namespace tandem::ui

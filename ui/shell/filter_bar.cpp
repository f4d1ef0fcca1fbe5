// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/filter_bar.h"

#include "ui/common/filter_values.h"
#include "ui/common/labels.h"
#include "ui/shell/filter_panel.h"

namespace tandem::ui {

namespace {
constexpr int kGap = 8;
}

FilterBar::FilterBar(Document& document, ViewState& view, QWidget* parent)
    : QWidget(parent), m_document(document), m_view(view),
      m_many(new Chip({}, Chip::Look::Selected, this)),
      m_add(new Chip(tr("+ Filter"), Chip::Look::Add, this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_add->setObjectName(QStringLiteral("add-filter"));
    m_add->setToolTip(tr("Look at some of the leads only"));
    m_many->setRemovable(true);
    connect(m_add, &Chip::clicked, this, [this] { openPanel(); });
    connect(m_many, &Chip::clicked, this, [this] { openPanel(); });
    connect(m_many, &Chip::removeRequested, &m_view, &ViewState::clearFilters);
    connect(&m_view, &ViewState::changed, this, &FilterBar::rebuild);
    rebuild();
}

QSize FilterBar::sizeHint() const
{
    return {m_add->sizeHint().width() + 200, tokens().heightControl};
}

QSize FilterBar::minimumSizeHint() const
{
    return {m_add->sizeHint().width() + (m_chips.empty() ? 0 : m_many->sizeHint().width() + kGap),
            tokens().heightControl};
}

void FilterBar::rebuild()
{
    for (Chip* chip : m_chips) {
        chip->hide();
        chip->deleteLater(); // it may be the one that was clicked
    }
    m_chips.clear();
    const auto facts = m_document.facts();
    for (const Filter& filter : m_view.filters()) {
        auto* chip = new Chip(filterWords(*facts, filter), Chip::Look::Selected, this);
        chip->setRemovable(true);
        connect(chip, &Chip::clicked, this, [this, field = filter.field] { openPanel(field); });
        connect(chip, &Chip::removeRequested, this,
                [this, field = filter.field] { m_view.setFilter(field, {}); });
        m_chips.push_back(chip);
    }
    m_many->setText(tr("%n filter(s)", nullptr, static_cast<int>(m_chips.size())));
    updateGeometry();
    arrange();
}

void FilterBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void FilterBar::arrange()
{
    int needed = m_add->sizeHint().width();
    for (const Chip* chip : m_chips) {
        needed += chip->sizeHint().width() + kGap;
    }
    const bool fits = needed <= width();
    int x = 0;
    const auto put = [&x, this](Chip* chip) {
        const QSize size = chip->sizeHint();
        chip->setGeometry(x, (height() - size.height()) / 2, size.width(), size.height());
        chip->show();
        x += size.width() + kGap;
    };
    for (Chip* chip : m_chips) {
        fits ? put(chip) : chip->hide();
    }
    m_many->setVisible(!fits && !m_chips.empty());
    if (!fits && !m_chips.empty()) {
        put(m_many);
    }
    put(m_add);
}

void FilterBar::openPanel(const std::string& field)
{
    if (m_panel == nullptr) {
        m_panel = new FilterPanel(m_document, m_view, this);
    }
    m_panel->showField(field);
    m_panel->openUnder(m_add);
}

} // namespace tandem::ui

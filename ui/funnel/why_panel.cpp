// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/funnel/why_panel.h"

#include "core/analytics/catalogue.h"
#include "ui/common/labels.h"

#include <QVBoxLayout>

namespace tandem::ui {

namespace {
constexpr int kTextWidth = 440;

QString toQt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

TextLabel* paragraph(const QString& text, Colour colour)
{
    auto* label = new TextLabel(text, TextSize::Body, Weight::Regular, colour);
    label->setWordWrap(true);
    label->setFixedWidth(kTextWidth);
    label->setFixedHeight(label->heightForWidth(kTextWidth));
    return label;
}

} // namespace

WhyPanel::WhyPanel(QWidget* parent) : Popup(parent), m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("why"));
    m_column->setContentsMargins(20, 16, 20, 20);
}

void WhyPanel::explain(QWidget* anchor, const std::vector<std::string_view>& measures,
                       const QString& counted)
{
    delete m_content;
    m_content = new QWidget;
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    for (const std::string_view id : measures) {
        if (const Measure* found = measure(id)) {
            column->addWidget(new HeadingLabel(toQt(found->name)));
            column->addWidget(paragraph(toQt(found->definition), Colour::TextSecondary));
            column->addSpacing(8);
        }
    }
    column->addWidget(new Hairline);
    column->addSpacing(8);
    column->addWidget(new HeadingLabel(tr("Counted here")));
    column->addWidget(paragraph(counted, Colour::TextSecondary));
    m_column->addWidget(m_content);
    openUnder(anchor);
}

} // namespace tandem::ui

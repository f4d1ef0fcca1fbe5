// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/lead_fields.h"

#include "core/base/text.h"
#include "ui/common/labels.h"
#include "ui/leads/touch_bars.h"

#include <algorithm>
#include <QDesktopServices>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QUrl>
#include <QVBoxLayout>

namespace tandem::ui {
namespace {

/// A value that opens another program.
class LinkLabel : public ElidedLabel {
public:
    LinkLabel(const QString& text, QUrl url)
        : ElidedLabel(text, TextSize::Body, Weight::Regular, Colour::Accent), m_url(std::move(url))
    {
        setCursor(Qt::PointingHandCursor);
        setFocusPolicy(Qt::TabFocus);
        setObjectName("link");
    }

protected:
    void mouseReleaseEvent(QMouseEvent* event) override
    {
        if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint())) {
            QDesktopServices::openUrl(m_url);
        }
    }

    void keyPressEvent(QKeyEvent* event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
            event->key() == Qt::Key_Space) {
            QDesktopServices::openUrl(m_url);
        } else {
            ElidedLabel::keyPressEvent(event);
        }
    }

private:
    QUrl m_url;
};

} // namespace

QUrl contactUrl(const QString& scheme, const QString& text)
{
    QUrl url;
    if (scheme == QStringLiteral("mailto")) {
        const QString address = QString::fromStdString(normalisedEmail(text.toStdString()));
        if (!address.isEmpty()) {
            // As a path, so that nothing in the address becomes a subject or a body.
            url.setScheme(scheme);
            url.setPath(QString(address).remove(u'?').remove(u'&'), QUrl::DecodedMode);
        }
    } else if (scheme == QStringLiteral("tel")) {
        QString number;
        for (const QChar c : text) {
            if (c.isDigit() || (c == u'+' && number.isEmpty())) {
                number += c;
            }
        }
        if (number.size() > 2) {
            url.setScheme(scheme);
            url.setPath(number);
        }
    }
    return url;
}

LeadFields::LeadFields(QWidget* parent) : QScrollArea(parent), m_column(nullptr)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Fields"));
}

void LeadFields::addHead(const QString& title)
{
    if (m_column->count() > 0) {
        m_column->addSpacing(tokens().space3);
    }
    m_column->addWidget(new ElidedLabel(title, TextSize::Body, Weight::Semibold));
    m_column->addSpacing(tokens().space1);
}

void LeadFields::addText(const QString& name, const std::string& value)
{
    auto* caption = new ElidedLabel(name, TextSize::Small, Weight::Regular, Colour::TextTertiary);
    auto* text = new TextLabel(QString::fromStdString(value), TextSize::Body, Weight::Regular,
                               Colour::TextPrimary);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    // A word without a break may not widen the column.
    text->setMinimumWidth(1);
    text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    text->setAccessibleName(name);
    if (name.isEmpty()) {
        caption->hide();
    }
    m_column->addWidget(caption);
    m_column->addWidget(text);
    m_column->addSpacing(tokens().space2);
}

void LeadFields::addLink(const QString& name, const std::string& value, const QString& scheme)
{
    const QString text = QString::fromStdString(value);
    const QUrl url = contactUrl(scheme, text);
    if (!url.isValid() || url.isEmpty()) {
        if (!value.empty()) {
            addText(name, value);
        }
        return;
    }
    m_column->addWidget(
        new ElidedLabel(name, TextSize::Small, Weight::Regular, Colour::TextTertiary));
    auto* link = new LinkLabel(text, url);
    link->setAccessibleName(name);
    m_column->addWidget(link);
    m_column->addSpacing(tokens().space2);
}

void LeadFields::addGroup(const QString& title,
                          std::initializer_list<std::pair<QString, const std::string*>> fields)
{
    const bool any =
        std::ranges::any_of(fields, [](const auto& field) { return !field.second->empty(); });
    if (!any) {
        return;
    }
    addHead(title);
    for (const auto& [name, value] : fields) {
        if (!value->empty()) {
            addText(name, *value);
        }
    }
}

void LeadFields::showFields(const Lead& lead, const std::vector<CustomField>& customFields,
                            const std::vector<Touch>& touches)
{
    auto* whole = new QWidget;
    m_column = new QVBoxLayout(whole);
    m_column->setContentsMargins(0, 0, tokens().space3, 0);
    m_column->setSpacing(0);
    if (!touches.empty()) {
        addHead(tr("Touches by channel"));
        auto* bars = new TouchBars;
        bars->setTouches(touches);
        m_column->addSpacing(tokens().space1);
        m_column->addWidget(bars);
    }
    addGroup(tr("Next step"), {{QString(), &lead.nextStep}});
    if (!lead.email.empty() || !lead.phone.empty()) {
        addHead(tr("Contact"));
        addLink(tr("E-mail"), lead.email, QStringLiteral("mailto"));
        addLink(tr("Phone"), lead.phone, QStringLiteral("tel"));
    }
    const std::string place = lead.city.empty() || lead.country.empty()
                                  ? lead.city + lead.country
                                  : lead.city + ", " + lead.country;
    addGroup(
        tr("Company"),
        {{tr("Industry"), &lead.industry}, {tr("Size"), &lead.companySize}, {tr("Place"), &place}});
    addGroup(tr("Deal"), {{tr("Budget"), &lead.budget},
                          {tr("Authority"), &lead.authority},
                          {tr("Need"), &lead.need},
                          {tr("Time"), &lead.timeline}});
    if (!lead.custom.empty()) {
        addHead(tr("Own fields"));
        for (const CustomField& field : customFields) {
            const auto value = std::ranges::find(lead.custom, field.id, &CustomValue::field);
            if (value != lead.custom.end()) {
                addText(QString::fromStdString(field.name), value->value);
            }
        }
    }
    addGroup(tr("Other"), {{tr("Tags"), &lead.tags},
                           {tr("Consent"), &lead.consent},
                           {tr("Key in the source"), &lead.key}});
    m_column->addStretch();
    setWidget(whole); // the one before is deleted with all it held
}

} // namespace tandem::ui

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette_sources.h"

#include "core/store/records.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeySequence>

namespace tandem::ui {

namespace {

constexpr std::size_t kMostLeads = 8;
constexpr std::size_t kMostDefinitions = 6;

QString translated(const char* text)
{
    return QCoreApplication::translate("Palette", text);
}

/// The leads with a touch of that content.
LeadList leadsOfContent(const Facts& facts, const std::string& title)
{
    LeadList list{translated("Leads that were sent “%1”").arg(QString::fromStdString(title)), {}};
    const auto code = facts.contents.find(title);
    for (LeadRow row = 0; code && row < facts.leadCount(); ++row) {
        for (std::uint32_t i = facts.touchBegin[row]; i < facts.touchBegin[row + 1]; ++i) {
            if (facts.touchContent[i] == *code) {
                list.leads.push_back(facts.leadIds[row]);
                break;
            }
        }
    }
    return list;
}

} // namespace

std::vector<PaletteItem> leadItems(const Document& document, const QString& words,
                                   const std::function<void(LeadId)>& show)
{
    std::vector<PaletteItem> items;
    const Reader* reader = document.reader();
    if (reader == nullptr || words.isEmpty()) {
        return items;
    }
    const auto found = searchLeads(*reader, words.toStdString(), kMostLeads);
    for (const LeadId id : found ? *found : std::vector<LeadId>()) {
        const auto record = lead(*reader, id);
        if (!record || !*record) {
            continue;
        }
        const Lead& who = **record;
        QStringList details;
        if (who.company) {
            if (const auto firm = company(*reader, *who.company); firm && *firm) {
                details << QString::fromStdString((*firm)->name);
            }
        }
        if (!who.name.empty() && !who.email.empty()) {
            details << QString::fromStdString(who.email);
        }
        items.push_back({QString::fromStdString(who.name.empty() ? who.email : who.name),
                         details.join(QStringLiteral(" · ")),
                         Icon::User,
                         {},
                         [show, id] { show(id); }});
    }
    return items;
}

std::vector<PaletteItem> definitionItems(Document& document, ViewState& view, const QString& words,
                                         const std::function<void(const LeadList&)>& list)
{
    std::vector<PaletteItem> items;
    const Reader* reader = document.reader();
    if (reader == nullptr || words.isEmpty()) {
        return items;
    }
    const auto add = [&](const std::string& name, const QString& kind, Icon icon,
                         std::function<void()> act) {
        const QString title = QString::fromStdString(name);
        if (items.size() < kMostDefinitions && fits(title, words)) {
            items.push_back({title, kind, icon, {}, std::move(act)});
        }
    };
    const auto filterBy = [&view](const std::string& field, const std::string& value) {
        return [&view, field, value] { view.setFilter(field, {value}); };
    };
    if (const auto all = personas(*reader)) {
        for (const Persona& persona : *all) {
            add(persona.name, translated("Persona: filters by it"), Icon::Personas,
                filterBy("persona", persona.name));
        }
    }
    for (const CampaignFact& campaign : document.facts()->campaigns) {
        add(campaign.name, translated("Campaign: filters by it"), Icon::Campaigns,
            filterBy("campaign", campaign.name));
    }
    if (const auto all = contents(*reader)) {
        for (const Content& content : *all) {
            add(content.title, translated("Content: lists its leads"), Icon::Content,
                [&document, list, title = content.title] {
                    list(leadsOfContent(*document.facts(), title));
                });
        }
    }
    return items;
}

std::vector<PaletteItem> commandItems(const QList<QAction*>& actions, const QString& words)
{
    std::vector<PaletteItem> items;
    for (QAction* action : actions) {
        const QString text = action->text().remove(u'&');
        if (action->isEnabled() && fits(text, words)) {
            items.push_back({text,
                             {},
                             action->isChecked() ? Icon::Check : Icon::ChevronRight,
                             action->shortcut().toString(QKeySequence::NativeText),
                             [action] { action->trigger(); }});
        }
    }
    return items;
}

} // namespace tandem::ui

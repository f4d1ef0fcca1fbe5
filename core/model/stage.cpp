// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/stage.h"

namespace tandem {
namespace {

Stage ranked(std::string name, int rank, Team team, std::string definition)
{
    Stage stage;
    stage.name = std::move(name);
    stage.rank = rank;
    stage.team = team;
    stage.definition = std::move(definition);
    return stage;
}

Stage beside(std::string name, Team team, bool endsTheLead, std::string definition)
{
    Stage stage;
    stage.name = std::move(name);
    stage.team = team;
    stage.endsTheLead = endsTheLead;
    stage.definition = std::move(definition);
    return stage;
}

} // namespace

std::vector<Stage> defaultStages()
{
    Stage visitor = ranked("Visitor", 0, Team::Marketing,
                           "A visit to our pages, counted by day; no name is kept.");
    visitor.hasRecords = false;
    return {
        visitor,
        ranked("Contact", 1, Team::Marketing, "We know a name and one way to reach the person."),
        ranked("IQL", 2, Team::Marketing,
               "Information-qualified lead: asked for or read something of ours on a problem we "
               "solve."),
        ranked(
            "MQL", 3, Team::Marketing,
            "Marketing-qualified lead: fits a persona and responded at least 2 times in 30 days."),
        ranked("SQL", 4, Team::Sales,
               "Sales-qualified lead: Sales has spoken with the person and accepted the lead."),
        ranked("Opportunity", 5, Team::Sales,
               "A deal with an amount and an expected close is being worked on."),
        ranked("Customer", 6, Team::Sales, "The first deal is won."),
        beside("Nurture", Team::Marketing, false,
               "Not now: recycled to Marketing with a next date."),
        beside("Disqualified", Team::None, true,
               "Will not buy: no fit, no such person, or asked to be left alone."),
        beside("Lost", Team::Sales, true, "Decided against us."),
        beside("Dormant", Team::None, false,
               "A customer without a touch point or deal for the agreed time."),
    };
}

const std::vector<std::string>& defaultChannels()
{
    static const std::vector<std::string> channels{
        "email",  "phone", "meeting", "website", "form", "webinar", "event",
        "search", "ads",   "social",  "chat",    "mail", "referral"};
    return channels;
}

} // namespace tandem

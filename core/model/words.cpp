// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The words by which enumerations are written in files and recognised in imports.
#include "core/base/text.h"
#include "core/model/campaign.h"
#include "core/model/deal.h"
#include "core/model/team.h"
#include "core/model/touch.h"

#include <array>
#include <utility>

namespace tandem {
namespace {

template <class Value, std::size_t N>
std::optional<Value> lookUp(const std::array<std::pair<std::string_view, Value>, N>& words,
                            std::string_view word)
{
    const std::string wanted = folded(word);
    for (const auto& [text, value] : words) {
        if (text == wanted) {
            return value;
        }
    }
    return std::nullopt;
}

} // namespace

std::string_view teamWord(Team team)
{
    switch (team) {
    case Team::Marketing:
        return "marketing";
    case Team::Sales:
        return "sales";
    case Team::None:
        break;
    }
    return "";
}

std::optional<Team> teamFromWord(std::string_view word)
{
    static constexpr std::array<std::pair<std::string_view, Team>, 12> words{{
        {"marketing", Team::Marketing},
        {"mktg", Team::Marketing},
        {"mkt", Team::Marketing},
        {"m", Team::Marketing},
        {"marketing team", Team::Marketing},
        {"sales", Team::Sales},
        {"s", Team::Sales},
        {"sdr", Team::Sales},
        {"bdr", Team::Sales},
        {"ae", Team::Sales},
        {"sales team", Team::Sales},
        {"inside sales", Team::Sales},
    }};
    return lookUp(words, word);
}

std::string_view directionWord(Direction direction)
{
    switch (direction) {
    case Direction::In:
        return "in";
    case Direction::Out:
        return "out";
    case Direction::None:
        break;
    }
    return "";
}

std::optional<Direction> directionFromWord(std::string_view word)
{
    static constexpr std::array<std::pair<std::string_view, Direction>, 12> words{{
        {"in", Direction::In},
        {"inbound", Direction::In},
        {"incoming", Direction::In},
        {"received", Direction::In},
        {"response", Direction::In},
        {"i", Direction::In},
        {"out", Direction::Out},
        {"outbound", Direction::Out},
        {"outgoing", Direction::Out},
        {"sent", Direction::Out},
        {"forwarded", Direction::Out},
        {"o", Direction::Out},
    }};
    return lookUp(words, word);
}

std::string_view audienceWord(AudienceMeasure measure)
{
    switch (measure) {
    case AudienceMeasure::Visitors:
        return "visitors";
    case AudienceMeasure::Followers:
        return "followers";
    case AudienceMeasure::Impressions:
        return "impressions";
    case AudienceMeasure::Contacts:
        return "contacts";
    }
    return "";
}

std::optional<AudienceMeasure> audienceFromWord(std::string_view word)
{
    static constexpr std::array<std::pair<std::string_view, AudienceMeasure>, 12> words{{
        {"visitors", AudienceMeasure::Visitors},
        {"visitor", AudienceMeasure::Visitors},
        {"visits", AudienceMeasure::Visitors},
        {"sessions", AudienceMeasure::Visitors},
        {"followers", AudienceMeasure::Followers},
        {"follower", AudienceMeasure::Followers},
        {"subscribers", AudienceMeasure::Followers},
        {"impressions", AudienceMeasure::Impressions},
        {"views", AudienceMeasure::Impressions},
        {"contacts", AudienceMeasure::Contacts},
        {"contact", AudienceMeasure::Contacts},
        {"recipients", AudienceMeasure::Contacts},
    }};
    return lookUp(words, word);
}

std::string_view outcomeWord(DealOutcome outcome)
{
    switch (outcome) {
    case DealOutcome::Open:
        return "open";
    case DealOutcome::Won:
        return "won";
    case DealOutcome::Lost:
        return "lost";
    }
    return "";
}

std::optional<DealOutcome> outcomeFromWord(std::string_view word)
{
    static constexpr std::array<std::pair<std::string_view, DealOutcome>, 14> words{{
        {"open", DealOutcome::Open},
        {"in progress", DealOutcome::Open},
        {"pending", DealOutcome::Open},
        {"won", DealOutcome::Won},
        {"closed won", DealOutcome::Won},
        {"closedwon", DealOutcome::Won},
        {"won deal", DealOutcome::Won},
        {"win", DealOutcome::Won},
        {"lost", DealOutcome::Lost},
        {"closed lost", DealOutcome::Lost},
        {"closedlost", DealOutcome::Lost},
        {"lost deal", DealOutcome::Lost},
        {"loss", DealOutcome::Lost},
        {"cancelled", DealOutcome::Lost},
    }};
    return lookUp(words, word);
}

} // namespace tandem

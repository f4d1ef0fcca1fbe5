// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/deal.h"
#include "core/model/team.h"
#include "core/model/touch.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tandem {

enum class Operator : std::uint8_t {
    Is,         ///< one of the values, without regard to case
    IsNot,      ///< none of the values
    Contains,   ///< one of the values stands in it, without regard to case
    StartsWith, ///< it begins with one of the values
    AtLeast,    ///< a number, count or amount
    AtMost,
    Before,     ///< a day "2026-05-12": earlier than that day
    After,      ///< later than that day
    WithinDays, ///< a date: at most so many days before as_of
    Known,      ///< not blank
    Blank,
};

/// "is", "is not", "contains", "starts with", "at least", "at most", "before", "after",
/// "within days", "known", "blank".
std::string_view operatorWord(Operator op);
std::optional<Operator> operatorFromWord(std::string_view word);

/// Which touches a condition counts; an empty list or None takes all.
struct TouchTest {
    std::vector<std::string> channels, campaigns, contents, outcomes;
    Direction direction = Direction::None;
    Team team = Team::None;
    std::optional<int> withinDays; ///< of as_of

    bool operator==(const TouchTest&) const = default;
};

/// Which deals a condition counts; an empty list takes all.
struct DealTest {
    std::vector<std::string> outcomes, stages, products, saleTypes;
    std::optional<int> withinDays; ///< opened or closed so many days before as_of

    bool operator==(const DealTest&) const = default;
};

/// The one language of definitions: stage criteria, persona matching, score rules, saved views,
/// audiences and filters are all a Criterion. A value; the empty All holds for everybody.
struct Criterion {
    enum class Kind : std::uint8_t { All, Any, Not, Field, Touches, Deals };

    Kind kind = Kind::All;
    std::vector<Criterion> parts; ///< of All and Any; of Not exactly one

    std::string field; ///< of Field: a lead column, "stage", "days in stage", "days known", "score"
    Operator op = Operator::Is;
    std::vector<std::string> values; ///< of Touches and Deals: one whole number
    TouchTest touches;
    DealTest deals;

    bool operator==(const Criterion&) const = default;
};

/// Reads {"version": 1, "criteria": …}. BadInput naming the unknown key, operator or value.
/// The empty text is the empty All.
Result<Criterion> criterionFromJson(std::string_view json);
std::string criterionToJson(const Criterion& criterion);

/// The criterion as a person would say it: "source is search or referral, and at least 2 inbound
/// touches in the last 30 days".
std::string inWords(const Criterion& criterion);

/// Why the criterion can never hold ("company size is at least 200 and at most 50"); empty if
/// nothing shows that. Looks at conditions that must hold together on one field.
std::optional<std::string> contradictionIn(const Criterion& criterion);

} // namespace tandem

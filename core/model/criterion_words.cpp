// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/model/criterion.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace tandem {
namespace {

std::string anyOf(const std::vector<std::string>& values)
{
    std::string text;
    for (std::size_t i = 0; i < values.size(); ++i) {
        text += i == 0 ? "" : i + 1 == values.size() ? " or " : ", ";
        text += values[i].empty() ? "blank" : values[i];
    }
    return text;
}

std::string countWords(const Criterion& c)
{
    const std::string number = c.values.empty() ? "1" : c.values.front();
    return c.op == Operator::Is ? "exactly " + number
                                : fmt::format("{} {}", operatorWord(c.op), number);
}

std::string touchWords(const Criterion& c)
{
    std::string text = countWords(c);
    if (c.touches.direction != Direction::None) {
        text += c.touches.direction == Direction::In ? " inbound" : " outbound";
    }
    if (!c.touches.channels.empty()) {
        text += " " + anyOf(c.touches.channels);
    }
    text += c.values == std::vector<std::string>{"1"} ? " touch" : " touches";
    if (c.touches.team != Team::None) {
        text += c.touches.team == Team::Sales ? " by Sales" : " by Marketing";
    }
    if (!c.touches.campaigns.empty()) {
        text += " of " + anyOf(c.touches.campaigns);
    }
    if (!c.touches.contents.empty()) {
        text += " with " + anyOf(c.touches.contents);
    }
    if (!c.touches.outcomes.empty()) {
        text += " that ended in " + anyOf(c.touches.outcomes);
    }
    if (c.touches.withinDays) {
        text += fmt::format(" in the last {} days", *c.touches.withinDays);
    }
    return text;
}

std::string dealWords(const Criterion& c)
{
    std::string text = countWords(c);
    if (!c.deals.outcomes.empty()) {
        text += " " + anyOf(c.deals.outcomes);
    }
    text += c.values == std::vector<std::string>{"1"} ? " deal" : " deals";
    if (!c.deals.products.empty()) {
        text += " of " + anyOf(c.deals.products);
    }
    if (!c.deals.saleTypes.empty()) {
        text += " for " + anyOf(c.deals.saleTypes);
    }
    if (!c.deals.stages.empty()) {
        text += " in " + anyOf(c.deals.stages);
    }
    if (c.deals.withinDays) {
        text += fmt::format(" in the last {} days", *c.deals.withinDays);
    }
    return text;
}

std::string fieldWords(const Criterion& c)
{
    switch (c.op) {
    case Operator::Known:
        return c.field + " is known";
    case Operator::Blank:
        return c.field + " is blank";
    case Operator::WithinDays:
        return fmt::format("{} lies in the last {} days", c.field, anyOf(c.values));
    case Operator::AtLeast:
    case Operator::AtMost:
    case Operator::Before:
    case Operator::After:
        return fmt::format("{} is {} {}", c.field, operatorWord(c.op), anyOf(c.values));
    default:
        return fmt::format("{} {} {}", c.field, operatorWord(c.op), anyOf(c.values));
    }
}

std::string words(const Criterion& c, bool inner)
{
    switch (c.kind) {
    case Criterion::Kind::Field:
        return fieldWords(c);
    case Criterion::Kind::Touches:
        return touchWords(c);
    case Criterion::Kind::Deals:
        return dealWords(c);
    case Criterion::Kind::Not:
        return "not (" + words(c.parts.front(), false) + ")";
    case Criterion::Kind::All:
    case Criterion::Kind::Any:
        break;
    }
    if (c.parts.empty()) {
        return c.kind == Criterion::Kind::All ? "everybody" : "nobody";
    }
    std::string text;
    for (const Criterion& part : c.parts) {
        if (!text.empty()) {
            text += c.kind == Criterion::Kind::All ? ", and " : ", or ";
        }
        text += words(part, true);
    }
    return inner && c.parts.size() > 1 ? "(" + text + ")" : text;
}

std::optional<double> number(const std::vector<std::string>& values)
{
    if (values.size() != 1) {
        return std::nullopt;
    }
    double value = 0.0;
    const std::string& text = values.front();
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return problem == std::errc{} && end == text.data() + text.size() ? std::optional(value)
                                                                      : std::nullopt;
}

bool meet(const std::vector<std::string>& a, const std::vector<std::string>& b)
{
    return std::ranges::any_of(a, [&](const std::string& x) {
        return std::ranges::any_of(b, [&](const std::string& y) { return folded(x) == folded(y); });
    });
}

bool sameSubject(const Criterion& a, const Criterion& b)
{
    return a.kind == b.kind && folded(a.field) == folded(b.field) && a.touches == b.touches &&
           a.deals == b.deals;
}

/// Whether two conditions on the same subject cannot both hold.
bool exclude(const Criterion& a, const Criterion& b)
{
    if (a.op == Operator::Blank) {
        return b.op != Operator::Blank;
    }
    if (a.op == Operator::Is && b.op == Operator::Is) {
        return !meet(a.values, b.values);
    }
    if (a.op == Operator::Is && b.op == Operator::IsNot) {
        return std::ranges::all_of(
            a.values, [&](const std::string& value) { return meet({value}, b.values); });
    }
    if (a.op == Operator::AtLeast && (b.op == Operator::AtMost || b.op == Operator::Is)) {
        const auto least = number(a.values);
        const auto most = number(b.values);
        return least && most && *least > *most;
    }
    if (a.op == Operator::Is && b.op == Operator::AtMost) {
        const auto exact = number(a.values);
        const auto most = number(b.values);
        return exact && most && *exact > *most;
    }
    // ISO days compare as texts.
    return a.op == Operator::After && b.op == Operator::Before && !a.values.empty() &&
           !b.values.empty() && a.values.front() >= b.values.front();
}

void flatten(const Criterion& c, std::vector<const Criterion*>& together)
{
    if (c.kind == Criterion::Kind::All) {
        for (const Criterion& part : c.parts) {
            flatten(part, together);
        }
    } else {
        together.push_back(&c);
    }
}

} // namespace

std::string inWords(const Criterion& criterion)
{
    return words(criterion, false);
}

std::optional<std::string> contradictionIn(const Criterion& criterion)
{
    if (criterion.kind == Criterion::Kind::Any) {
        std::optional<std::string> last = "it has no condition that could hold";
        for (const Criterion& part : criterion.parts) {
            last = contradictionIn(part);
            if (!last) {
                return std::nullopt;
            }
        }
        return last;
    }
    std::vector<const Criterion*> together;
    flatten(criterion, together);
    for (const Criterion* a : together) {
        for (const Criterion* b : together) {
            const bool leaves =
                a->kind >= Criterion::Kind::Field && b->kind >= Criterion::Kind::Field;
            if (a != b && leaves && sameSubject(*a, *b) && exclude(*a, *b)) {
                return words(*a, true) + ", yet " + words(*b, true);
            }
            if (a->kind == Criterion::Kind::Not && a->parts.front() == *b) {
                return words(*b, true) + ", yet " + words(*a, true);
            }
        }
        if (a->kind == Criterion::Kind::Any) {
            if (auto inner = contradictionIn(*a)) {
                return inner;
            }
        }
    }
    return std::nullopt;
}

} // namespace tandem

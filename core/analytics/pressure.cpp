// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analytics/pressure.h"

#include "core/analytics/reach.h"

#include <algorithm>
#include <tuple>

namespace tandem {
namespace {

struct Contact {
    std::int64_t at = 0;
    Team team = Team::None;
};

/// The window of a cap with the most contacts that ends latest, if it is over the cap.
std::optional<PressedLead> fullestWindow(LeadRow lead, const std::vector<Contact>& contacts,
                                         const PressureCap& cap)
{
    if (contacts.size() <= static_cast<std::size_t>(cap.most)) {
        return std::nullopt;
    }
    const std::int64_t span = cap.days * kSecondsPerDay;
    PressedLead fullest;
    std::size_t first = 0;
    for (std::size_t last = 0; last < contacts.size(); ++last) {
        while (contacts[last].at - contacts[first].at >= span) {
            ++first;
        }
        const int count = static_cast<int>(last - first + 1);
        if (count > cap.most && count >= fullest.count) {
            fullest = {lead, count, cap.days, Instant{contacts[last].at}};
        }
    }
    return fullest.count > 0 ? std::optional(fullest) : std::nullopt;
}

std::optional<Collision> latestCollision(LeadRow lead, const std::vector<Contact>& contacts,
                                         int withinDays)
{
    std::optional<Collision> latest;
    std::int64_t marketing = kUndated.seconds;
    std::int64_t sales = kUndated.seconds;
    for (const Contact& contact : contacts) {
        const std::int64_t other = contact.team == Team::Marketing ? sales : marketing;
        if (contact.team == Team::None) {
            continue;
        }
        if (other != kUndated.seconds && contact.at - other <= withinDays * kSecondsPerDay) {
            latest = Collision{lead, Instant{other}, Instant{contact.at}};
        }
        (contact.team == Team::Marketing ? marketing : sales) = contact.at;
    }
    return latest;
}

/// The last dated touch of each lead, or deal opened or closed, up to as_of.
std::vector<Instant> lastSigns(const Facts& facts, Instant asOf)
{
    std::vector<Instant> last(facts.leadCount(), kUndated);
    for (LeadRow row = 0; row < facts.leadCount(); ++row) {
        if (const std::uint32_t count = touchesUpTo(facts, row, asOf); count > 0) {
            last[row] = Instant{facts.touchAt[facts.touchBegin[row] + count - 1]};
        }
    }
    for (const DealFact& deal : facts.deals) {
        for (const std::optional<Instant>& at : {deal.openedAt, deal.closedAt}) {
            if (deal.lead && at && *at <= asOf) {
                last[*deal.lead] = std::max(last[*deal.lead], *at);
            }
        }
    }
    return last;
}

void findDormant(const Facts& facts, const Selection& selection, Instant asOf, int dormantDays,
                 Pressure& result)
{
    const Reaches reach = reaches(facts, asOf);
    if (reach.ranked == 0 || asOf == kEndOfTime) {
        return;
    }
    const auto customer = static_cast<StageIndex>(reach.ranked - 1);
    const std::optional<StageIndex> dormantState = facts.stageNamed("Dormant");
    const LeadColumn* owners = facts.column("owner");
    const std::vector<Instant> last = lastSigns(facts, asOf);
    for (LeadRow row = 0; row < facts.leadCount(); ++row) {
        const bool isCustomer =
            reach.current[row] == customer || (dormantState && reach.current[row] == *dormantState);
        if (!selection[row] || !isCustomer) {
            continue;
        }
        // Becoming a customer is a sign of life, too.
        const Instant sign =
            std::max(last[row], Instant{reach(row, customer) == kNever ? kUndated.seconds
                                                                       : reach(row, customer)});
        if (sign != kUndated && asOf.seconds - sign.seconds < dormantDays * kSecondsPerDay) {
            continue;
        }
        DormantCustomer dormant;
        dormant.lead = row;
        dormant.owner = owners != nullptr ? owners->dictionary.text(owners->codes[row]) : "";
        if (last[row] != kUndated) {
            dormant.last = last[row];
        }
        result.nobodys += dormant.owner.empty() ? 1 : 0;
        result.dormant.push_back(dormant);
    }
    std::ranges::stable_sort(result.dormant, {}, [](const DormantCustomer& customerSilent) {
        return customerSilent.last.value_or(kUndated);
    });
}

} // namespace

Result<Pressure> pressure(const Facts& facts, const Query& query, const PressureOptions& options)
{
    const bool sound = std::ranges::all_of(
        options.caps, [](const PressureCap& cap) { return cap.most > 0 && cap.days > 0; });
    if (!sound || options.collisionDays <= 0 || options.dormantDays <= 0) {
        return fail(ErrorCode::BadInput, "contact caps", "numbers and days must be positive");
    }
    const Result<Selection> selected = select(facts, query.where, query.asOf);
    if (!selected) {
        return fail(selected.error());
    }
    const bool everything = query.period.isAll();
    Pressure result;
    std::vector<Contact> contacts; // of one lead; kept so that its memory is
    std::vector<std::pair<int, PressedLead>> pressed;
    for (LeadRow row = 0; row < facts.leadCount(); ++row) {
        if (!(*selected)[row]) {
            continue;
        }
        contacts.clear();
        const std::uint32_t begin = facts.touchBegin[row];
        const std::uint32_t end = begin + touchesUpTo(facts, row, query.asOf);
        for (std::uint32_t i = begin; i < end; ++i) {
            if (facts.touchDirection[i] != Direction::Out) {
                continue;
            }
            if (facts.touchAt[i] == kUndated.seconds) {
                ++result.undated;
            } else if (everything || query.period.contains({facts.touchAt[i]})) {
                contacts.push_back({facts.touchAt[i], facts.touchTeam[i]});
            }
        }
        std::optional<std::pair<int, PressedLead>> worst;
        for (const PressureCap& cap : options.caps) {
            const auto window = fullestWindow(row, contacts, cap);
            if (window && (!worst || window->count - cap.most > worst->first)) {
                worst = {window->count - cap.most, *window};
            }
        }
        if (worst) {
            pressed.push_back(*worst);
        }
        if (const auto collision = latestCollision(row, contacts, options.collisionDays)) {
            result.collisions.push_back(*collision);
        }
    }
    std::ranges::stable_sort(pressed, {}, [](const std::pair<int, PressedLead>& one) {
        return std::tuple(-one.first, -one.second.last.seconds);
    });
    for (const auto& [excess, lead] : pressed) {
        result.overCap.push_back(lead);
    }
    std::ranges::stable_sort(result.collisions, std::greater<>(), &Collision::second);
    findDormant(facts, *selected, query.asOf, options.dormantDays, result);
    return result;
}

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/query.h"

#include <optional>
#include <string>
#include <vector>

namespace tandem {

/// More than `most` outbound touches within so many days are too many.
struct PressureCap {
    int most = 0;
    int days = 0;

    bool operator==(const PressureCap&) const = default;
};

struct PressureOptions {
    std::vector<PressureCap> caps{{3, 7}, {8, 30}};
    int collisionDays = 2;
    int dormantDays = 180;
};

/// A lead that was contacted too often: its fullest window, by how far it is over the cap.
struct PressedLead {
    LeadRow lead = 0;
    int count = 0; ///< outbound touches in the window
    int windowDays = 0;
    Instant last; ///< the last touch in that window

    bool operator==(const PressedLead&) const = default;
};

/// Two outbound touches of different teams within the collision days; a lead's latest pair.
struct Collision {
    LeadRow lead = 0;
    Instant first, second;

    bool operator==(const Collision&) const = default;
};

struct DormantCustomer {
    LeadRow lead = 0;
    std::string owner;           ///< "" is nobody's
    std::optional<Instant> last; ///< touch or deal; empty if there never was a dated one

    bool operator==(const DormantCustomer&) const = default;
};

/// metrics: "Contact pressure".
struct Pressure {
    std::vector<PressedLead> overCap;     ///< the furthest over its cap first
    std::vector<Collision> collisions;    ///< the latest first
    std::vector<DormantCustomer> dormant; ///< the longest silent first
    std::int64_t nobodys = 0;             ///< dormant without an owner
    std::int64_t undated = 0;             ///< outbound touches without a date: in no window

    bool operator==(const Pressure&) const = default;
};

/// Touches of selected leads in the period up to as_of. Dormant are the customers (the last ranked
/// stage) at as_of without a touch or a deal opened or closed in the last `dormantDays`; nobody is
/// where as_of is the end of time. BadInput for caps or days that are not positive.
Result<Pressure> pressure(const Facts&, const Query&, const PressureOptions& options = {});

} // namespace tandem

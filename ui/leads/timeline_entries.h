// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/facts.h"
#include "core/model/lead.h"
#include "core/model/touch.h"
#include "ui/common/icons.h"

#include <functional>
#include <optional>
#include <QString>
#include <vector>

namespace tandem::ui {

/// One line of a lead's timeline.
struct TimelineEntry {
    Instant at = kUndated;
    QString title;  ///< "Call by Daniel Rothe, not reached"
    QString detail; ///< "Leak audit webinar · no message left"; may be empty
    Icon icon = Icon::Diamond;
    std::optional<Whose> team;         ///< whose touch; none for a change of stage
    std::optional<Touch> touch;        ///< what stands behind it …
    std::optional<StageChange> change; ///< … one of the two
};

/// How the names of a touch or a stage change are found.
struct TimelineNames {
    std::function<QString(CampaignId)> campaign;
    std::function<QString(ContentId)> content;
    std::function<QString(PersonId)> person;
    std::function<QString(StageId)> stage;
};

/// Touches and stage changes of one lead in one list, the newest first, undated ones last.
std::vector<TimelineEntry> timelineOf(const std::vector<Touch>& touches,
                                      const std::vector<StageChange>& changes,
                                      const TimelineNames& names);

/// "6 touches in 69 days, 5 from Marketing"; what a timeline is headed with.
QString timelineFinding(const std::vector<Touch>& touches);

/// The icon of a channel by its name; a globe for one that is not known.
Icon channelIcon(const std::string& channel);

} // namespace tandem::ui

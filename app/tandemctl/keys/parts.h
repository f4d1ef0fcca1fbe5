// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tandemctl/keys.h"

namespace tandem::ctl {

// The keys of the verbs' answers, by subject; allKeys() joins them.
std::span<const DocumentKeys> funnelKeys(); ///< funnel, stage times, touches, responses
std::span<const DocumentKeys> moneyKeys();  ///< return, pipeline, traits, pressure
std::span<const DocumentKeys> verbKeys();   ///< all verbs but report

// Keys that every report with a period has.
inline constexpr Key kFrom{"from", Shown::Text, "first day of the period; null: no beginning"};
inline constexpr Key kTo{"to", Shown::Text, "the day after the period's last; null: no end"};
inline constexpr Key kAsOf{"as_of", Shown::Text, "what came later is left out"};

} // namespace tandem::ctl

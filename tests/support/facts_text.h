// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/facts.h"
#include "tests/support/days.h"

#include <string_view>
#include <vector>

namespace tandem::test {

/// Facts from short text. A line is a lead, a campaign, a cost, or the list of stages:
///
///   stages Visitor- Lead MQL SQL Opp Won / Nurture Lost!
///   campaign spring name=Spring_fair budget=500
///   cost spring 120@3
///   A: Lead@1 MQL@3 SQL? | email in@2 campaign:spring phone out@4 team:sales | source=Google | won
///   900@9
///
/// Stages: "-" is only counted, "!" ends the lead, side states come after "/"; without the line
/// they are Lead MQL SQL Opp Won / Nurture Disqualified! Lost!. A lead's parts, separated by "|",
/// are told apart by how they look; all may be absent:
/// - stage changes "Stage@day", or "Stage?" without a date;
/// - touches: a channel, then "in", "out" or "none" with "@day" or "?"; after it campaign:KEY,
/// team:…,
///   outcome:…, content:…, person:…;
/// - fields name=value, among them created=day; custom ones begin with "custom:";
/// - deals "won|lost|open AMOUNT" with "@day" for the day it closed, then campaign:KEY, opened:day,
///   stage:…, owner:…, expected:day, probability:0.5. Amounts are in whole units of money.
/// An underscore in a value stands for a space. Lead ids are 1, 2, … in the order of lines;
/// campaigns are made when first named. Equal times keep the order of the text.
Facts factsFrom(std::string_view text);

/// The row of the lead called so (the columns hold it as custom field "lead").
LeadRow rowNamed(const Facts& facts, std::string_view name);

/// Those rows' names in a row, "A B C".
std::string namesOf(const Facts& facts, const std::vector<LeadRow>& rows);

} // namespace tandem::test

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"

#include <iterator>
#include <span>
#include <string>
#include <string_view>

namespace tandem {

/// Where a lead or company may be.
struct SamplePlace {
    std::string_view country;
    std::string_view city;
};

std::span<const std::string_view> sampleFirstNames();
std::span<const std::string_view> sampleLastNames();
/// First words of company names.
std::span<const std::string_view> sampleCompanyStems();
std::span<const SamplePlace> samplePlaces();

/// An industry with the last words of its companies' names.
struct SampleIndustry {
    std::string_view name;
    std::span<const std::string_view> endings;
};
std::span<const SampleIndustry> sampleIndustries();

/// Job titles of persona 0…3, and of nobody in particular for any other number.
std::span<const std::string_view> sampleJobTitles(std::size_t persona);

/// What somebody wrote down after a contact.
enum class SampleNote { Talked, NotReached, Question, Visit, Meeting, Proposal, Account };
std::span<const std::string_view> sampleNotes(SampleNote kind);

/// Reasons for going back to Nurture, for being disqualified, for losing a deal.
std::span<const std::string_view> sampleReturnReasons();
std::span<const std::string_view> sampleDisqualifyReasons();
std::span<const std::string_view> sampleLossReasons();

/// One of a list that outlives the call, each as likely.
template <class List>
const auto& pick(const List& from, Random& random)
{
    return from[random.below(std::size(from))];
}

} // namespace tandem

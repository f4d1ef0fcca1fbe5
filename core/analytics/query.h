// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/facts/facts.h"

#include <span>
#include <string>
#include <vector>

namespace tandem {

struct Reaches;

/// One condition on leads: the field's value is one of `anyOf`; "" stands for blank.
/// Fields: every lead column, "stage" (at as_of), and "campaign" (by key or name), "channel",
/// "team" (the lead has a touch of it up to as_of; blank: no touch with one). A custom field that
/// bears one of these names is "custom:NAME"; so may be any other, and in a workbook without
/// touches the bare name is it too. Case, spaces, underscores and hyphens in the field's name do
/// not matter. A value is compared exactly; if no lead has exactly that one, without regard to
/// case. "tags" also compares each tag.
struct Filter {
    std::string field;
    std::vector<std::string> anyOf;

    bool operator==(const Filter&) const = default;
};

/// What every measure is asked with: when, as known when, and for which leads. All filters must
/// hold.
struct Query {
    Period period;
    Instant asOf = kEndOfTime; ///< events later than this do not exist
    std::vector<Filter> where;

    bool operator==(const Query&) const = default;
};

/// Whether each lead belongs, by row; all of them where no filter is set.
class Selection {
public:
    Selection() = default; ///< everybody
    explicit Selection(std::vector<std::uint8_t> in) : m_in(std::move(in)), m_all(false) {}

    bool all() const { return m_all; }
    bool operator[](LeadRow row) const { return m_all || m_in[row] != 0; }
    /// How many leads belong.
    std::size_t count(const Facts& facts) const;

private:
    std::vector<std::uint8_t> m_in;
    bool m_all = true;
};

/// The leads for which all filters hold. NotFound for a field that no lead has, with near names in
/// the detail; a value that nobody has selects nobody. `known` are the reaches at as_of, if they
/// are there already.
Result<Selection> select(const Facts&, std::span<const Filter> where, Instant asOf,
                         const Reaches* known = nullptr);

/// The names that a filter may use, in the order of menus.
std::vector<std::string> filterFields(const Facts&);

/// The stage of that name; NotFound with near names in the detail.
Result<StageIndex> stageByName(const Facts&, const std::string& name);
/// As stageByName(), but BadInput for a side state.
Result<StageIndex> rankedStageByName(const Facts&, const std::string& name);

/// Number of touches of a lead that are not later than as_of, undated ones too; they come first.
std::uint32_t touchesUpTo(const Facts&, LeadRow, Instant asOf);

} // namespace tandem

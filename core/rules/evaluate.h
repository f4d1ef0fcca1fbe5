// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/facts/facts.h"
#include "core/model/criterion.h"

#include <memory>
#include <string>
#include <vector>

namespace tandem {

/// Three-valued truth after Kleene (1938): all = the least, any = the greatest, not = the mirror.
enum class Truth : std::uint8_t { NotMet = 0, NotKnown = 1, Met = 2 };

/// Why a lead does or does not meet a criterion, condition by condition.
struct Explanation {
    std::string words; ///< the condition as a person would say it
    Truth truth = Truth::NotKnown;
    std::string actual; ///< what the data says: "search", "3 touches"; empty for groups and blanks
    std::vector<Explanation> parts;
};

/// A criterion made ready for one state of the facts. Holds a reference to them: it must not
/// outlive them. May be used from any number of threads.
class Rule {
public:
    /// NotFound for a field, stage or campaign that the facts do not have, with near names;
    /// BadInput for a value that its operator cannot read. Days count back from `asOf`, which cuts
    /// later events.
    static Result<Rule> compile(const Criterion& criterion, const Facts& facts, Instant asOf);

    Rule(Rule&&) noexcept;
    Rule& operator=(Rule&&) noexcept;
    ~Rule();

    Truth operator()(LeadRow row) const;
    Explanation explain(LeadRow row) const;
    /// One truth for each lead.
    std::vector<Truth> all() const;

    struct Node;

private:
    explicit Rule(std::unique_ptr<Node> root, std::size_t leads);
    std::unique_ptr<Node> m_root;
    std::size_t m_leads = 0;
};

/// The names that a Field condition may use, in the order of menus.
std::vector<std::string> criterionFields(const Facts& facts);

} // namespace tandem

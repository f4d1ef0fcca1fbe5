// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/model/team.h"

#include <optional>
#include <string>
#include <vector>

namespace tandem {

struct Company {
    CompanyId id;
    std::string name;
    std::string industry;
    std::string size; ///< as the source gives it: "51-200", "240"
    std::string country;
    std::string city;

    bool operator==(const Company&) const = default;
};

/// How a custom field's text is to be read; Text until somebody chooses.
enum class FieldType : std::uint8_t { Text, Number, Date, YesNo };

/// A column that the workbook's owner added to its leads. Values are kept as text.
struct CustomField {
    CustomFieldId id;
    std::string name;
    FieldType type = FieldType::Text;

    bool operator==(const CustomField&) const = default;
};

struct CustomValue {
    CustomFieldId field;
    std::string value; ///< never empty: a blank is an absent value

    bool operator==(const CustomValue&) const = default;
};

/// A person who may buy. Texts are empty where nothing is known.
struct Lead {
    LeadId id;
    std::string key;   ///< identifies the row in the file it came from; unique if not empty
    std::string name;  ///< full name as shown
    std::string email; ///< as given; matching uses normalisedEmail()
    std::string phone;
    std::string jobTitle;
    std::optional<CompanyId> company;
    std::string industry;    ///< the lead's own, else its company's counts
    std::string companySize; ///< the lead's own, else its company's counts
    std::string country;
    std::string city;
    std::string source;
    std::optional<PersonaId> persona;
    std::optional<PersonId> owner;
    std::optional<Instant> createdAt;
    std::optional<double> score; ///< as imported; Tandem's own score is computed
    std::string budget;
    std::string authority;
    std::string need;
    std::string timeline;
    std::string consent;
    std::string tags; ///< separated by "; "
    std::string nextStep;
    std::vector<CustomValue> custom; ///< sorted by field id

    bool operator==(const Lead&) const = default;
};

/// A lead entered a stage. Undated changes (`at == kUndated`) come before all dated ones.
struct StageChange {
    StageChangeId id;
    LeadId lead;
    Instant at = kUndated;
    std::optional<StageId> from;
    StageId to;
    std::optional<PersonId> person;
    std::string reason;

    bool operator==(const StageChange&) const = default;
};

} // namespace tandem

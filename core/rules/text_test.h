// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/model/criterion.h"
#include "core/rules/evaluate.h"

#include <optional>
#include <string_view>

namespace tandem {

/// A number as people write it, with the uncertainty they leave: "240" is one number, "51-200" a
/// span, "1,000+" has no upper end.
struct NumberSpan {
    double low = 0.0;
    double high = 0.0;

    bool operator==(const NumberSpan&) const = default;
};

/// Reads the first number or span in the text; empty if there is none.
std::optional<NumberSpan> numberSpan(std::string_view text);

/// Whether a field's text meets an operator and its values. Blank text is NotKnown, but for Known
/// and Blank; a text that is no number or date where one is needed is NotKnown; so is a span that a
/// limit cuts ("51-200" is at least 100).
Truth testText(Operator op, const std::vector<std::string>& values, std::string_view text,
               Instant asOf);

/// Whether a known number meets AtLeast, AtMost, Is or IsNot.
Truth testNumber(Operator op, const std::vector<std::string>& values, double number);

} // namespace tandem

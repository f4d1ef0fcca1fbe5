// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace tandem::ctl {

using Json = nlohmann::ordered_json;

enum class Format { AsText, AsJson, AsCsv };

/// What a verb has to say. The JSON is the whole answer; text and CSV are made from it, with the
/// meanings in keys.h telling how each value is shown.
struct Document {
    std::string kind;     ///< "report funnel cohort": under which its keys are described
    std::string headline; ///< one sentence above the text form; may be empty
    std::string rows;     ///< the array of objects that is the CSV form; empty: it has none
    Json json = Json::object();
};

/// Writes it to standard output. False if the format is CSV and the document has no rows.
bool print(const Document& document, Format format);

/// The text form: scalars as a list, arrays of objects as tables, numbers to the right.
std::string asText(const Document& document);
/// The CSV form: the values as in the JSON, a header above, lines ending with CRLF.
std::string asCsv(const Document& document);

// Values as the JSON writes them; what is not known is null.

Json jsonInstant(Instant at);
Json jsonInstant(std::optional<Instant> at);
Json jsonDay(std::optional<Day> day);
/// Seconds as days with a fraction.
Json jsonDays(std::optional<std::int64_t> seconds);
Json jsonText(std::string_view text);

template <class T>
Json jsonOrNull(const std::optional<T>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

} // namespace tandem::ctl

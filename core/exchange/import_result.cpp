// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/import_result.h"

#include "core/base/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace tandem {
namespace {

std::string grouped(std::int64_t number)
{
    std::string digits = std::to_string(number);
    for (std::ptrdiff_t at = std::ssize(digits) - 3; at > 0; at -= 3) {
        digits.insert(static_cast<std::size_t>(at), ",");
    }
    return digits;
}

} // namespace

std::string importResultJson(const ImportResult& result)
{
    using Json = nlohmann::ordered_json;
    Json rejected = Json::array();
    for (const RejectedRow& row : result.rejected) {
        rejected.push_back({{"row", row.row},
                            {"column", row.column.empty() ? Json(nullptr) : Json(row.column)},
                            {"value", row.value},
                            {"reason", row.reason}});
    }
    Json other = Json::object();
    for (const auto& [what, count] : result.createdOther) {
        other[what] = count;
    }
    const Json json{
        {"kind", std::string(kindWord(result.kind))},
        {"rows", result.rows},
        {"created", result.created},
        {"updated", result.updated},
        {"unchanged", result.unchanged},
        {"rejected_count", result.rejectedCount},
        {"rejected", std::move(rejected)},
        {"created_other", std::move(other)},
        {"undated", result.undated},
        {"blank", result.blank},
        {"import_id", result.importId ? Json(result.importId->value) : Json(nullptr)},
        {"dry_run", result.dryRun},
    };
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

std::string importSummary(const ImportResult& result)
{
    std::vector<std::string> parts;
    const auto add = [&parts](std::int64_t count, std::string_view what) {
        if (count != 0) {
            parts.push_back(fmt::format("{} {}", grouped(count), what));
        }
    };
    add(result.created, "new");
    add(result.updated, "updated");
    add(result.rejectedCount, "rejected");
    return parts.empty() ? "nothing new" : joined(parts, ", ");
}

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Adding very many records at once, some fifty to a statement. The ids in the records are not
// looked at: rows get consecutive new ids, of which the first is returned (its value is 0 if there
// are no rows). A failing call adds nothing of its span. At most 8 million rows a call.
#include "core/base/result.h"
#include "core/model/lead.h"
#include "core/model/touch.h"

#include <span>

namespace tandem {

class Writer;

/// Fails with Conflict if a key is taken. Custom values are added too.
Result<LeadId> addLeads(Writer&, std::span<const Lead> leads);

/// Fastest if sorted by lead and time, which is the order of the table.
Result<TouchId> addTouches(Writer&, std::span<const Touch> touches);
Result<StageChangeId> addStageChanges(Writer&, std::span<const StageChange> changes);

/// A custom value with the lead that it belongs to.
struct LeadValue {
    LeadId lead;
    CustomFieldId field;
    std::string value; ///< not empty
};

/// Conflict if a lead has a value in the field already.
Result<void> addCustomValues(Writer&, std::span<const LeadValue> values);

} // namespace tandem

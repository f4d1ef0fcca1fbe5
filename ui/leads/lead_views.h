// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/facts/facts.h"
#include "core/model/criterion.h"

#include <QString>
#include <vector>

namespace tandem::ui {

/// A named set of leads over the table, by a criterion of the language that defines stages too.
struct LeadView {
    QString id;
    QString title; ///< "No owner"
    Criterion criterion;
};

/// The views that every workbook has; the first is everybody.
std::vector<LeadView> standardViews(const Facts& facts);

/// The rows for which the view's criterion is met, ascending. Fails as Rule::compile().
Result<std::vector<LeadRow>> rowsOf(const LeadView& view, const Facts& facts, Instant asOf);

} // namespace tandem::ui

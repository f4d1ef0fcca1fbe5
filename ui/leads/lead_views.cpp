// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/lead_views.h"

#include "core/rules/evaluate.h"

#include <QCoreApplication>

namespace tandem::ui {
namespace {

Criterion field(const char* name, Operator op, std::vector<std::string> values = {})
{
    Criterion criterion;
    criterion.kind = Criterion::Kind::Field;
    criterion.field = name;
    criterion.op = op;
    criterion.values = std::move(values);
    return criterion;
}

Criterion noTouchSince(int days)
{
    Criterion criterion;
    criterion.kind = Criterion::Kind::Touches;
    criterion.touches.withinDays = days;
    criterion.op = Operator::AtMost;
    criterion.values = {"0"};
    return criterion;
}

} // namespace

std::vector<LeadView> standardViews(const Facts& facts)
{
    const auto title = [](const char* text) {
        return QCoreApplication::translate("LeadViews", text);
    };
    // Who has bought or was given up waits for no touch.
    std::vector<std::string> settled;
    for (StageIndex stage = 0; stage < facts.stages.size(); ++stage) {
        if (facts.stages[stage].endsTheLead || stage + 1 == facts.rankedStages()) {
            settled.push_back(facts.stages[stage].name);
        }
    }
    Criterion quiet;
    quiet.parts = {noTouchSince(30)};
    if (!settled.empty()) {
        quiet.parts.push_back(field("stage", Operator::IsNot, settled));
    }
    return {
        {"all", title("All"), Criterion{}},
        {"new", title("New 7 days"), field("days known", Operator::AtMost, {"7"})},
        {"quiet", title("Quiet 30 days"), quiet},
        {"unowned", title("No owner"), field("owner", Operator::Blank)},
    };
}

Result<std::vector<LeadRow>> rowsOf(const LeadView& view, const Facts& facts, Instant asOf)
{
    const auto rule = Rule::compile(view.criterion, facts, asOf);
    if (!rule) {
        return fail(rule.error());
    }
    std::vector<LeadRow> rows;
    for (LeadRow row = 0; row < facts.leadCount(); ++row) {
        if ((*rule)(row) == Truth::Met) {
            rows.push_back(row);
        }
    }
    return rows;
}

} // namespace tandem::ui

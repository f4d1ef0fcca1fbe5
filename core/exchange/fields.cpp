// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/fields.h"

#include <algorithm>
#include <array>

namespace tandem {
namespace {

constexpr std::array<std::string_view, 8> kKindWords{"leads", "touches", "stages",  "campaigns",
                                                     "costs", "deals",   "content", "audience"};

constexpr std::array kLeadFields{
    Field{"key", FieldShape::Key},
    Field{"name"},
    Field{"first_name"},
    Field{"last_name"},
    Field{"email"},
    Field{"phone"},
    Field{"job_title"},
    Field{"company", FieldShape::Company},
    Field{"industry"},
    Field{"company_size"},
    Field{"country"},
    Field{"city"},
    Field{"source"},
    Field{"persona", FieldShape::Persona},
    Field{"owner", FieldShape::Person},
    Field{"stage", FieldShape::Stage},
    Field{"created_at", FieldShape::Instant},
    Field{"score", FieldShape::Number},
    Field{"budget"},
    Field{"authority"},
    Field{"need"},
    Field{"timeline"},
    Field{"consent"},
    Field{"tags"},
    Field{"next_step"},
};

constexpr std::array kTouchFields{
    Field{"key", FieldShape::Key},
    Field{"lead", FieldShape::Lead},
    Field{"at", FieldShape::Instant},
    Field{"channel"},
    Field{"direction", FieldShape::Direction},
    Field{"team", FieldShape::Team},
    Field{"campaign", FieldShape::Campaign},
    Field{"content", FieldShape::Content},
    Field{"person", FieldShape::Person},
    Field{"outcome"},
    Field{"note"},
};

constexpr std::array kStageFields{
    Field{"lead", FieldShape::Lead},
    Field{"at", FieldShape::Instant},
    Field{"stage", FieldShape::Stage},
    Field{"person", FieldShape::Person},
    Field{"reason"},
};

constexpr std::array kCampaignFields{
    Field{"key", FieldShape::Key},
    Field{"name"},
    Field{"objective"},
    Field{"channel"},
    Field{"starts", FieldShape::Day},
    Field{"ends", FieldShape::Day},
    Field{"budget", FieldShape::Amount},
    Field{"persona", FieldShape::Persona},
    Field{"wanted_lead_class"},
    Field{"marketing_owner", FieldShape::Person},
    Field{"sales_owner", FieldShape::Person},
};

constexpr std::array kCostFields{
    Field{"key", FieldShape::Key},    Field{"campaign", FieldShape::Campaign},
    Field{"at", FieldShape::Instant}, Field{"amount", FieldShape::Amount},
    Field{"team", FieldShape::Team},  Field{"note"},
};

constexpr std::array kDealFields{
    Field{"key", FieldShape::Key},
    Field{"lead", FieldShape::Lead},
    Field{"company", FieldShape::Company},
    Field{"campaign", FieldShape::Campaign},
    Field{"name"},
    Field{"amount", FieldShape::Amount},
    Field{"sale_type"},
    Field{"stage"}, // the sales process's own word, not a stage of the funnel
    Field{"outcome", FieldShape::Outcome},
    Field{"opened_at", FieldShape::Instant},
    Field{"expected_close", FieldShape::Day},
    Field{"closed_at", FieldShape::Instant},
    Field{"owner", FieldShape::Person},
    Field{"loss_reason"},
    Field{"product"},
    Field{"probability", FieldShape::Share},
};

constexpr std::array kContentFields{
    Field{"key", FieldShape::Key},
    Field{"title"},
    Field{"kind"},
    Field{"link"},
    Field{"persona", FieldShape::Persona},
    Field{"stage", FieldShape::Stage},
    Field{"owner", FieldShape::Person},
};

constexpr std::array kAudienceFields{
    Field{"campaign", FieldShape::Campaign}, Field{"channel"},
    Field{"day", FieldShape::Day},           Field{"measure", FieldShape::Measure},
    Field{"value", FieldShape::Count},
};

} // namespace

std::string_view kindWord(RecordKind kind)
{
    return kKindWords[static_cast<std::size_t>(kind)];
}

std::optional<RecordKind> kindFromWord(std::string_view word)
{
    const auto found = std::find(kKindWords.begin(), kKindWords.end(), word);
    if (found == kKindWords.end()) {
        return std::nullopt;
    }
    return static_cast<RecordKind>(found - kKindWords.begin());
}

std::vector<std::string> kindWords()
{
    return {kKindWords.begin(), kKindWords.end()};
}

std::span<const Field> fieldsOf(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Leads:
        return kLeadFields;
    case RecordKind::Touches:
        return kTouchFields;
    case RecordKind::Stages:
        return kStageFields;
    case RecordKind::Campaigns:
        return kCampaignFields;
    case RecordKind::Costs:
        return kCostFields;
    case RecordKind::Deals:
        return kDealFields;
    case RecordKind::Content:
        return kContentFields;
    case RecordKind::Audience:
        return kAudienceFields;
    }
    return {};
}

const Field* fieldNamed(RecordKind kind, std::string_view name)
{
    for (const Field& field : fieldsOf(kind)) {
        if (field.name == name) {
            return &field;
        }
    }
    return nullptr;
}

std::vector<std::string> fieldNames(RecordKind kind)
{
    std::vector<std::string> names;
    for (const Field& field : fieldsOf(kind)) {
        names.emplace_back(field.name);
    }
    return names;
}

bool isDateShape(FieldShape shape)
{
    return shape == FieldShape::Instant || shape == FieldShape::Day;
}

bool isNumberShape(FieldShape shape)
{
    return shape == FieldShape::Amount || shape == FieldShape::Number ||
           shape == FieldShape::Share || shape == FieldShape::Count;
}

} // namespace tandem

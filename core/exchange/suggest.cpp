// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/suggest.h"

#include "core/base/text.h"
#include "core/exchange/mapping_json.h"
#include "core/exchange/suggest_columns.h"
#include "core/exchange/suggest_stages.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace tandem {
namespace {

/// Texts with which programs say that a cell is blank.
constexpr std::array<std::string_view, 12> kBlankWords{
    "NA", "N/A", "n/a", "#N/A", "NULL", "null", "Select", "\\N", "(blank)", "[null]", "-", "--"};

/// Columns that say by yes and no whether a lead became a customer.
constexpr std::array<std::string_view, 14> kWonFlags{
    "converted", "isconverted", "customer", "iscustomer", "won", "iswon",     "closedwon",
    "purchased", "bought",      "sold",     "subscribed", "y",   "hasbought", "conversion"};

class Suggestion {
public:
    Suggestion(const TableSample& sample, RecordKind kind, const SuggestContext& context)
        : m_columns(sample), m_kind(kind), m_context(context), m_stages(context.stages)
    {
        m_mapping.kind = kind;
        const Preset* program = presetFor(m_columns.words());
        m_program = program != nullptr && program->knows(kind) ? program : nullptr;
        m_ownExport = isOwnExport();
    }

    Mapping make()
    {
        nameIt();
        findKey();
        for (const Field& field : fieldsOf(m_kind)) {
            findField(field);
        }
        findLeadStage();
        findStageDates();
        findDealOutcome();
        findMeasure();
        findResponse();
        takeCustom();
        findBlanks();
        return std::move(m_mapping);
    }

private:
    // A file with a column for each field, called by the field's name, was exported by Tandem.
    bool isOwnExport() const
    {
        for (const Field& field : fieldsOf(m_kind)) {
            const bool partOfName = field.name == "first_name" || field.name == "last_name";
            if (!partOfName && !m_columns.named(field.name)) {
                return false;
            }
        }
        return true;
    }

    void nameIt()
    {
        if (m_program != nullptr) {
            m_mapping.name = m_program->system + " " + std::string(kindWord(m_kind));
        } else if (m_ownExport || m_context.file.empty()) {
            m_mapping.name = kindWord(m_kind);
        } else {
            m_mapping.name = std::filesystem::path(m_context.file).stem().string();
        }
    }

    struct Candidate {
        std::size_t column = 0;
        bool shared = false; ///< the program is known to use the column for several fields
    };

    std::vector<Candidate> candidates(std::string_view field) const
    {
        std::vector<Candidate> out;
        const auto add = [&](const std::vector<std::string>& words, bool shared) {
            for (const std::string& word : words) {
                if (const auto column = m_columns.worded(word)) {
                    out.push_back({*column, shared});
                }
            }
        };
        if (m_ownExport) {
            if (const auto column = m_columns.named(field)) {
                out.push_back({*column, false});
            }
            return out;
        }
        if (m_program != nullptr) {
            add(m_program->aliases(m_kind, field), true);
        }
        add({headerWord(field)}, false);
        add(plainPreset().aliases(m_kind, field), false);
        return out;
    }

    // A column called like another field of the kind belongs to that field.
    bool belongsElsewhere(std::size_t column, std::string_view field) const
    {
        const std::string& word = m_columns.words()[column];
        for (const Field& other : fieldsOf(m_kind)) {
            if (other.name != field && headerWord(other.name) == word) {
                return true;
            }
        }
        return false;
    }

    void findKey()
    {
        if (fieldNamed(m_kind, "key") == nullptr) {
            return;
        }
        for (const Candidate& candidate : candidates("key")) {
            if (m_columns.identifies(candidate.column)) {
                take(candidate.column);
                m_mapping.key = m_columns.name(candidate.column);
                return;
            }
        }
        if (m_columns.rowCount() < 2 || m_ownExport) {
            return;
        }
        // Something called "… ID" among the first columns, different in every row.
        for (std::size_t column = 0; column < std::min<std::size_t>(3, m_columns.size());
             ++column) {
            const std::string& word = m_columns.words()[column];
            const bool refersToLead = refersTo("lead", column) || refersTo("campaign", column);
            if (word.ends_with("id") && !refersToLead && m_columns.identifies(column)) {
                take(column);
                m_mapping.key = m_columns.name(column);
                return;
            }
        }
    }

    bool refersTo(std::string_view field, std::size_t column) const
    {
        if (fieldNamed(m_kind, field) == nullptr) {
            return false;
        }
        const auto list = candidates(field);
        return std::any_of(list.begin(), list.end(), [column](const Candidate& candidate) {
            return candidate.column == column;
        });
    }

    void findField(const Field& field)
    {
        if (field.name == "key" || (m_kind == RecordKind::Leads && field.name == "stage") ||
            field.shape == FieldShape::Outcome) {
            return;
        }
        const bool partOfName = field.name == "first_name" || field.name == "last_name";
        if (partOfName && m_ownExport) {
            return;
        }
        for (const Candidate& candidate : candidates(field.name)) {
            if ((isTaken(candidate.column) && !candidate.shared) ||
                (!candidate.shared && belongsElsewhere(candidate.column, field.name)) ||
                !m_columns.fits(candidate.column, field)) {
                continue;
            }
            take(candidate.column);
            // The whole name is there: its parts say nothing more.
            if (partOfName && textOf(m_mapping.columns, "name") != nullptr) {
                return;
            }
            m_mapping.columns.emplace_back(field.name, m_columns.name(candidate.column));
            return;
        }
        // "Close date" stands for both in most exports; the importer tells them apart by outcome.
        if (field.name == "closed_at") {
            const std::string* expected = textOf(m_mapping.columns, "expected_close");
            if (expected != nullptr && headerWord(*expected) == "closedate") {
                m_mapping.columns.emplace_back("closed_at", *expected);
            }
        }
    }

    void findLeadStage()
    {
        if (m_kind != RecordKind::Leads) {
            return;
        }
        for (const Candidate& candidate : candidates("stage")) {
            if (takeStageWords(candidate.column)) {
                return;
            }
        }
        if (!m_ownExport) {
            findWonFlag();
        }
    }

    bool takeStageWords(std::size_t column)
    {
        const std::vector<std::string> words = m_columns.distinct(column, 200);
        std::size_t known = 0;
        bool allStages = true;
        NamedTexts map;
        for (const std::string& word : words) {
            const std::string stage = m_stages.meant(word);
            known += stage.empty() ? 0U : 1U;
            if (!m_stages.has(word)) {
                allStages = false;
                map.emplace_back(word, stage);
            }
        }
        if (!words.empty() && known * 2 < words.size()) {
            return false;
        }
        take(column);
        if (allStages) {
            m_mapping.columns.emplace_back("stage", m_columns.name(column));
        } else {
            m_mapping.values.emplace_back("stage",
                                          ValueSource{m_columns.name(column), std::move(map)});
        }
        return true;
    }

    void findWonFlag()
    {
        const std::string first = m_stages.first();
        const std::string won = m_stages.meant("Customer");
        if (first.empty() || won.empty()) {
            return;
        }
        for (const std::string_view flag : kWonFlags) {
            const auto column = m_columns.worded(std::string(flag));
            if (!column || isTaken(*column) || !m_columns.isYesNo(*column)) {
                continue;
            }
            // A CRM "converts" a lead by making an opportunity of it.
            const std::string opportunity = m_stages.meant("Opportunity");
            const bool toDeal = flag == "isconverted" && !opportunity.empty();
            NamedTexts map;
            for (const std::string& word : m_columns.distinct(*column, 10)) {
                map.emplace_back(word, *readYesNo(word) ? (toDeal ? opportunity : won) : first);
            }
            take(*column);
            m_mapping.values.emplace_back("stage",
                                          ValueSource{m_columns.name(*column), std::move(map)});
            return;
        }
    }

    // "MQL date", "Became a Marketing Qualified Lead Date", "entered_sql_at".
    void findStageDates()
    {
        if (m_kind != RecordKind::Leads || m_ownExport) {
            return;
        }
        for (std::size_t column = 0; column < m_columns.size(); ++column) {
            if (isTaken(column) || !m_columns.fits(column, {"", FieldShape::Instant})) {
                continue;
            }
            const std::string stage = m_stages.dated(m_columns.words()[column]);
            if (!stage.empty() && textOf(m_mapping.stageDates, stage) == nullptr) {
                take(column);
                m_mapping.stageDates.emplace_back(stage, m_columns.name(column));
            }
        }
    }

    void findDealOutcome()
    {
        if (m_kind != RecordKind::Deals) {
            return;
        }
        for (const Candidate& candidate : candidates("outcome")) {
            if (!isTaken(candidate.column) && takeOutcome(candidate.column)) {
                return;
            }
        }
        const std::string* stage = textOf(m_mapping.columns, "stage");
        if (stage != nullptr && takeOutcome(*m_columns.named(*stage))) {
            return;
        }
        const std::string* closed = textOf(m_mapping.columns, "closed_at");
        if (closed != nullptr && headerWord(*closed) != "closedate") {
            const std::string word = headerWord(*closed);
            if (word.find("conver") != std::string::npos || word.find("won") != std::string::npos) {
                m_mapping.constants.emplace_back("outcome", outcomeWord(DealOutcome::Won));
            }
        }
    }

    bool takeOutcome(std::size_t column)
    {
        const std::vector<std::string> words = m_columns.distinct(column, 200);
        NamedTexts map;
        bool closing = words.empty();
        bool all = true;
        for (const std::string& word : words) {
            const auto outcome = outcomeMeant(word);
            closing = closing || (outcome && *outcome != DealOutcome::Open);
            all = all && outcomeFromWord(word).has_value();
            map.emplace_back(word, outcomeWord(outcome.value_or(DealOutcome::Open)));
        }
        if (!closing) {
            return false;
        }
        take(column);
        if (all) {
            m_mapping.columns.emplace_back("outcome", m_columns.name(column));
        } else {
            m_mapping.values.emplace_back("outcome",
                                          ValueSource{m_columns.name(column), std::move(map)});
        }
        return true;
    }

    static std::optional<DealOutcome> outcomeMeant(const std::string& word)
    {
        if (const auto outcome = outcomeFromWord(word)) {
            return outcome;
        }
        const std::string text = headerWord(word);
        if (text.ends_with("won") || text.starts_with("won")) {
            return DealOutcome::Won;
        }
        if (text.ends_with("lost") || text.starts_with("lost")) {
            return DealOutcome::Lost;
        }
        return std::nullopt;
    }

    // A column "followers" says both what is counted and how many there are.
    void findMeasure()
    {
        if (m_kind != RecordKind::Audience || textOf(m_mapping.columns, "measure") != nullptr) {
            return;
        }
        const std::string* value = textOf(m_mapping.columns, "value");
        const auto measure = value == nullptr ? std::nullopt : audienceFromWord(*value);
        m_mapping.constants.emplace_back("measure",
                                         audienceWord(measure.value_or(AudienceMeasure::Visitors)));
    }

    // Whether a campaign's member answered.
    void findResponse()
    {
        if (m_kind != RecordKind::Touches || textOf(m_mapping.columns, "direction") != nullptr) {
            return;
        }
        for (const std::string_view word : {"hasresponded", "responded"}) {
            const auto column = m_columns.worded(std::string(word));
            if (column && !isTaken(*column) && m_columns.isYesNo(*column)) {
                take(*column);
                m_mapping.values.emplace_back("direction", ValueSource{m_columns.name(*column),
                                                                       {{"1", "in"},
                                                                        {"true", "in"},
                                                                        {"yes", "in"},
                                                                        {"0", "out"},
                                                                        {"false", "out"},
                                                                        {"no", "out"}}});
                return;
            }
        }
    }

    void takeCustom()
    {
        if (m_kind != RecordKind::Leads) {
            return;
        }
        for (std::size_t column = 0; column < m_columns.size(); ++column) {
            const bool nameless = m_columns.name(column) == "Column " + std::to_string(column + 1);
            if (!isTaken(column) && !(nameless && m_columns.distinct(column, 1).empty())) {
                m_mapping.custom.push_back(m_columns.name(column));
            }
        }
    }

    void findBlanks()
    {
        if (m_ownExport) {
            return;
        }
        for (const std::string_view word : kBlankWords) {
            if (m_columns.holds(word)) {
                m_mapping.empty.emplace_back(word);
            }
        }
    }

    void take(std::size_t column) { m_taken.push_back(column); }
    bool isTaken(std::size_t column) const
    {
        return std::find(m_taken.begin(), m_taken.end(), column) != m_taken.end();
    }

    SampleColumns m_columns;
    RecordKind m_kind;
    const SuggestContext& m_context;
    StageWords m_stages;
    const Preset* m_program = nullptr;
    bool m_ownExport = false;
    std::vector<std::size_t> m_taken;
    Mapping m_mapping;
};

} // namespace

Result<TableSample> sampleTable(const std::string& path, const Dialect& dialect,
                                std::size_t mostRows)
{
    constexpr std::size_t kMostCells = 400'000;
    auto table = CsvTable::open(path, dialect);
    if (!table) {
        return fail(table.error());
    }
    TableSample sample;
    sample.columns = dialect.columns;
    const std::size_t wide = std::max<std::size_t>(1, dialect.columns.size());
    const std::size_t most = std::min(mostRows, std::max<std::size_t>(100, kMostCells / wide));
    while (sample.rows.size() < most) {
        const auto more = table->next();
        if (!more || !*more) {
            sample.whole = more.has_value();
            return sample;
        }
        const TableRow& row = table->row();
        if (!row.empty && !row.footer) {
            sample.rows.emplace_back(row.cells.begin(), row.cells.end());
        }
    }
    return sample;
}

std::string headerText(const std::vector<std::string>& columns)
{
    return joined(columns, "\x1f");
}

Mapping suggestMapping(const TableSample& sample, RecordKind kind, const SuggestContext& context)
{
    const std::string header = headerText(sample.columns);
    for (const SavedMapping& saved : context.saved) {
        if (saved.kind == kindWord(kind) && saved.header == header) {
            if (auto mapping = mappingFromJson(saved.json)) {
                return *mapping;
            }
        }
    }
    return Suggestion(sample, kind, context).make();
}

Result<Mapping> suggestMappingFor(const std::string& path, RecordKind kind,
                                  const SuggestContext& context, const DialectWishes& wishes)
{
    const auto dialect = detectDialect(path, wishes);
    if (!dialect) {
        return fail(dialect.error());
    }
    const auto sample = sampleTable(path, *dialect);
    if (!sample) {
        return fail(sample.error());
    }
    SuggestContext named = context;
    if (named.file.empty()) {
        named.file = path;
    }
    Mapping mapping = suggestMapping(*sample, kind, named);
    // What somebody had to say about the look of the file must be said again at the import.
    if (wishes.headerRow) {
        mapping.headerRow = wishes.headerRow;
    }
    if (wishes.delimiter) {
        mapping.delimiter = wishes.delimiter;
    }
    if (wishes.encoding) {
        mapping.encoding = *wishes.encoding;
    }
    return mapping;
}

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/search.h"

#include "core/store/changeset.h"
#include "core/store/records.h"

#include <algorithm>
#include <fmt/format.h>

namespace tandem {
namespace {

/// With more matches than this, ranking them all would take longer than typing the next letter.
constexpr std::int64_t kMostRanked = 1000;

constexpr std::string_view kLeadTexts =
    "SELECT lead.id, lead.name, lead.email, coalesce(company.name, ''), lead.job_title "
    "FROM lead LEFT JOIN company ON company.id = lead.company ";

bool isIn(const std::vector<IdRange>& ranges, std::int64_t id)
{
    return std::any_of(ranges.begin(), ranges.end(), [id](const IdRange& range) {
        return range.first <= id && id <= range.last;
    });
}

/// The leads of the companies, found in one pass: renaming is too rare for an index.
void addLeadsOf(const Reader& reader, std::vector<std::int64_t> companies,
                std::vector<std::int64_t>& leads)
{
    std::sort(companies.begin(), companies.end());
    Statement rows = reader.query("SELECT id, company FROM lead WHERE company IS NOT NULL");
    while (rows.step()) {
        if (std::binary_search(companies.begin(), companies.end(), rows.integer(1))) {
            leads.push_back(rows.integer(0));
        }
    }
}

/// The words as an FTS5 expression: each a quoted prefix, all of them wanted. Inside quotes nothing
/// but the quote itself has a meaning.
std::string searchExpression(std::string_view words)
{
    std::string expression;
    std::string word;
    const auto endWord = [&] {
        if (!word.empty()) {
            expression += (expression.empty() ? "\"" : " AND \"") + word + "\"*";
            word.clear();
        }
    };
    for (const char c : words) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\0') {
            endWord();
        } else {
            word += c;
            if (c == '"') {
                word += c;
            }
        }
    }
    endWord();
    return expression;
}

} // namespace

void followInSearch(Writer& writer, const std::string& changeset,
                    const std::vector<IdRange>& ranges)
{
    SearchEffects effects = searchEffects(changeset);
    if (!effects.companies.empty()) {
        addLeadsOf(writer, std::move(effects.companies), effects.leads);
    }
    std::sort(effects.leads.begin(), effects.leads.end());
    effects.leads.erase(std::unique(effects.leads.begin(), effects.leads.end()),
                        effects.leads.end());
    for (const std::int64_t lead : effects.leads) {
        if (!isIn(ranges, lead)) {
            writer.change("DELETE FROM lead_search WHERE rowid = ?").bind(lead).run();
            Statement texts = writer.query(std::string(kLeadTexts) + "WHERE lead.id = ?");
            if (texts.bind(lead).step()) {
                writer
                    .change("INSERT INTO lead_search (rowid, name, email, company, job_title) "
                            "VALUES (?, ?, ?, ?, ?)")
                    .bind(lead, texts.text(1), texts.text(2), texts.text(3), texts.text(4))
                    .run();
            }
        }
    }
    for (const IdRange& range : ranges) {
        writer.change("DELETE FROM lead_search WHERE rowid BETWEEN ? AND ?")
            .bind(range.first, range.last)
            .run();
        writer
            .change("INSERT INTO lead_search (rowid, name, email, company, job_title) " +
                    std::string(kLeadTexts) + "WHERE lead.id BETWEEN ? AND ?")
            .bind(range.first, range.last)
            .run();
    }
}

std::vector<std::string> searchProblems(const Reader& reader)
{
    Statement row =
        reader.query("SELECT (SELECT count(*) FROM lead), (SELECT count(*) FROM lead_search), "
                     "(SELECT count(*) FROM lead LEFT JOIN company ON company.id = lead.company "
                     "JOIN lead_search AS s ON s.rowid = lead.id WHERE s.name = lead.name "
                     "AND s.email = lead.email AND s.job_title = lead.job_title "
                     "AND s.company = coalesce(company.name, ''))");
    row.step();
    if (row.integer(0) == row.integer(1) && row.integer(0) == row.integer(2)) {
        return {};
    }
    return {fmt::format("the search knows {} of {} leads rightly", row.integer(2), row.integer(0))};
}

Result<std::vector<LeadId>> searchLeads(const Reader& reader, std::string_view words,
                                        std::size_t most)
{
    return attempt([&]() -> std::vector<LeadId> {
        const std::string expression = searchExpression(words);
        if (expression.empty() || most == 0) {
            return {};
        }
        const auto found = [&](std::string_view sql, std::int64_t limit) {
            Statement rows = reader.query(sql);
            rows.bind(expression, limit);
            return rowsOf<LeadId>(rows, [](Statement& row, LeadId& id) { row.into(id); });
        };
        const auto wanted = static_cast<std::int64_t>(most);
        std::vector<LeadId> leads =
            found("SELECT rowid FROM lead_search WHERE lead_search MATCH ? LIMIT ?",
                  std::max(wanted, kMostRanked));
        if (static_cast<std::int64_t>(leads.size()) < kMostRanked) {
            return found("SELECT rowid FROM lead_search WHERE lead_search MATCH ? "
                         "ORDER BY rank LIMIT ?",
                         wanted);
        }
        leads.resize(std::min(leads.size(), most));
        return leads;
    });
}

} // namespace tandem

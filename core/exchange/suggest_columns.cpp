// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/suggest_columns.h"

#include "core/base/text.h"
#include "core/exchange/date_format.h"
#include "core/model/campaign.h"
#include "core/model/deal.h"
#include "core/model/touch.h"

#include <algorithm>
#include <array>
#include <functional>
#include <unordered_set>

namespace tandem {
namespace {

constexpr std::size_t kProbedRows = 2'000; // enough to know what a column holds

} // namespace

SampleColumns::SampleColumns(const TableSample& sample) : m_sample(sample)
{
    m_words.reserve(sample.columns.size());
    for (const std::string& column : sample.columns) {
        m_words.push_back(headerWord(column));
    }
}

std::optional<std::size_t> SampleColumns::named(std::string_view name) const
{
    const auto found = std::find(m_sample.columns.begin(), m_sample.columns.end(), name);
    if (found == m_sample.columns.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - m_sample.columns.begin());
}

std::optional<std::size_t> SampleColumns::worded(const std::string& word) const
{
    const auto found = std::find(m_words.begin(), m_words.end(), word);
    if (found == m_words.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - m_words.begin());
}

std::vector<std::string> SampleColumns::distinct(std::size_t column, std::size_t most) const
{
    std::vector<std::string> out;
    std::unordered_set<std::string_view> seen;
    for (const auto& row : m_sample.rows) {
        const std::string_view text = trimmed(row[column]);
        if (!text.empty() && seen.insert(text).second) {
            out.emplace_back(text);
            if (out.size() == most) {
                break;
            }
        }
    }
    return out;
}

bool SampleColumns::identifies(std::size_t column) const
{
    std::unordered_set<std::string_view> seen;
    for (const auto& row : m_sample.rows) {
        const std::string_view text = trimmed(row[column]);
        if (text.empty() || !seen.insert(text).second) {
            return false;
        }
    }
    return true;
}

bool SampleColumns::isYesNo(std::size_t column) const
{
    const std::vector<std::string> words = distinct(column, 10);
    return !words.empty() && std::all_of(words.begin(), words.end(), [](const std::string& word) {
        return readYesNo(word).has_value();
    });
}

bool SampleColumns::fits(std::size_t column, const Field& field) const
{
    if (field.name == "job_title" && isSalutation(column)) {
        return false;
    }
    if (field.name == "email" && !hasAddresses(column)) {
        return m_words[column].find("email") != std::string::npos;
    }
    return fitsShape(column, field.shape);
}

bool SampleColumns::fitsShape(std::size_t column, FieldShape shape) const
{
    if (isDateShape(shape)) {
        DateColumnProbe probe(true);
        for (std::size_t row = 0; row < std::min(kProbedRows, rowCount()); ++row) {
            probe.add(m_sample.rows[row][column], static_cast<std::int64_t>(row + 1));
        }
        const auto finding = probe.finding();
        return finding.fit == DateColumnProbe::Fit::Empty || finding.dates > finding.badCount;
    }
    if (isNumberShape(shape)) {
        NumberColumnProbe probe;
        for (std::size_t row = 0; row < std::min(kProbedRows, rowCount()); ++row) {
            probe.add(m_sample.rows[row][column], static_cast<std::int64_t>(row + 1));
        }
        const auto finding = probe.finding();
        return finding.fit == NumberColumnProbe::Fit::Empty || finding.numbers > finding.badCount;
    }
    std::function<bool(const std::string&)> known;
    switch (shape) {
    case FieldShape::Direction:
        known = [](const std::string& word) { return directionFromWord(word).has_value(); };
        break;
    case FieldShape::Team:
        known = [](const std::string& word) { return teamFromWord(word).has_value(); };
        break;
    case FieldShape::Measure:
        known = [](const std::string& word) { return audienceFromWord(word).has_value(); };
        break;
    default:
        return true;
    }
    const std::vector<std::string> words = distinct(column, 50);
    return std::all_of(words.begin(), words.end(), known);
}

bool SampleColumns::isSalutation(std::size_t column) const
{
    static constexpr std::array<std::string_view, 10> words{"mr",   "mrs", "ms",   "miss", "dr",
                                                            "prof", "mx",  "herr", "frau", "sir"};
    const std::vector<std::string> texts = distinct(column, 20);
    const auto hits = std::count_if(texts.begin(), texts.end(), [](const std::string& text) {
        return std::find(words.begin(), words.end(), headerWord(text)) != words.end();
    });
    // A "title" without any text cannot be told from a salutation.
    return texts.empty() ? m_words[column] == "title" && rowCount() > 0
                         : static_cast<std::size_t>(hits) * 2 > texts.size();
}

bool SampleColumns::hasAddresses(std::size_t column) const
{
    const std::vector<std::string> texts = distinct(column, 50);
    return texts.empty() || std::any_of(texts.begin(), texts.end(), [](const std::string& text) {
               return !normalisedEmail(text).empty();
           });
}

bool SampleColumns::holds(std::string_view text) const
{
    for (const auto& row : m_sample.rows) {
        for (const std::string& cell : row) {
            if (cell.size() <= text.size() + 2 && trimmed(cell) == text) {
                return true;
            }
        }
    }
    return false;
}

} // namespace tandem

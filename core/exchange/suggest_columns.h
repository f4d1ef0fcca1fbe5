// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/number_format.h"
#include "core/exchange/presets.h"
#include "core/exchange/suggest.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tandem {

/// What a sample tells about the columns of a file. The sample must outlive it.
class SampleColumns {
public:
    explicit SampleColumns(const TableSample& sample);

    std::size_t size() const { return m_sample.columns.size(); }
    std::size_t rowCount() const { return m_sample.rows.size(); }
    const std::string& name(std::size_t column) const { return m_sample.columns[column]; }
    /// The columns' names as headerWord writes them.
    const std::vector<std::string>& words() const { return m_words; }

    /// The first column of exactly that name, or with that word.
    std::optional<std::size_t> named(std::string_view name) const;
    std::optional<std::size_t> worded(const std::string& word) const;

    /// The different texts in the column, in the order met, blanks left out; at most `most`.
    std::vector<std::string> distinct(std::size_t column, std::size_t most) const;
    /// Whether every row has a text of its own there; true without rows.
    bool identifies(std::size_t column) const;
    /// Whether the column has texts and all of them are yes or no, in whatever writing.
    bool isYesNo(std::size_t column) const;
    /// Whether what the column holds could be that field; an empty column could.
    bool fits(std::size_t column, const Field& field) const;
    /// Whether some cell is exactly that text.
    bool holds(std::string_view text) const;

private:
    bool fitsShape(std::size_t column, FieldShape shape) const;
    bool isSalutation(std::size_t column) const;
    bool hasAddresses(std::size_t column) const;

    const TableSample& m_sample;
    std::vector<std::string> m_words;
};

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csv_table.h"

#include "core/base/text.h"

#include <algorithm>
#include <iterator>

namespace tandem {

namespace {

constexpr std::size_t kNoteLength = 60; // a lone cell this long is a sentence, not a name

} // namespace

CsvTable::CsvTable(CsvReader reader, std::size_t columns)
    : m_reader(std::move(reader)), m_columns(columns)
{
}

Result<CsvTable> CsvTable::open(const std::string& path, const Dialect& dialect, std::size_t chunk)
{
    auto reader = CsvReader::open(path, dialect.encoding, dialect.format(), chunk);
    if (!reader) {
        return fail(reader.error());
    }
    return below(std::move(*reader), dialect);
}

Result<CsvTable> CsvTable::over(std::string_view bytes, const Dialect& dialect, std::size_t chunk)
{
    return below(CsvReader::over(bytes, dialect.encoding, dialect.format(), chunk), dialect);
}

// Steps over the header and what stands above it.
Result<CsvTable> CsvTable::below(CsvReader reader, const Dialect& dialect)
{
    while (dialect.headerRow > 0) {
        const auto more = reader.next();
        if (!more) {
            return fail(more.error());
        }
        if (!*more || (!reader.row().blank && reader.row().line >= dialect.headerRow)) {
            break;
        }
    }
    return CsvTable(std::move(reader), dialect.columns.size());
}

// Exports end with notes: lines of one cell after a blank line, or a sentence in the first cell of
// an otherwise empty row. In a table of one or two columns such a row cannot be told from data.
bool CsvTable::looksLikeFooter(std::size_t width, bool afterBlank) const
{
    if (m_columns < 3 || trimmed(m_cells.front()).empty()) {
        return false;
    }
    const bool alone = std::all_of(m_cells.begin() + 1, m_cells.end(),
                                   [](std::string_view cell) { return trimmed(cell).empty(); });
    const bool sentence = m_cells.front().size() >= kNoteLength;
    return alone && m_surplus.empty() && ((width == 1 && afterBlank) || sentence);
}

Result<bool> CsvTable::next()
{
    bool afterBlank = m_row.footer;
    for (;;) {
        const auto more = m_reader.next();
        if (!more || !*more) {
            return more;
        }
        if (!m_reader.row().blank) {
            break;
        }
        afterBlank = true;
    }
    const CsvRow& row = m_reader.row();
    const auto given = row.cells.begin();
    const std::size_t width = row.cells.size();
    const auto taken = static_cast<std::ptrdiff_t>(std::min(width, m_columns));
    m_cells.assign(given, given + taken);
    m_cells.resize(m_columns);
    m_surplus.clear();
    std::copy_if(given + taken, row.cells.end(), std::back_inserter(m_surplus),
                 [](std::string_view cell) { return !trimmed(cell).empty(); });

    m_row.cells = m_cells;
    m_row.surplus = m_surplus;
    m_row.missing = width < m_columns ? m_columns - width : 0;
    ++m_row.record;
    m_row.line = row.line;
    m_row.empty = m_surplus.empty() && std::all_of(m_cells.begin(), m_cells.end(),
                                                   [](auto cell) { return trimmed(cell).empty(); });
    m_row.footer = !m_row.empty && looksLikeFooter(width, afterBlank);
    m_row.flaw = row.flaw;
    m_row.flawCell = row.flawCell;
    return true;
}

} // namespace tandem

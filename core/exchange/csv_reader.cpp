// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csv_reader.h"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>

namespace tandem {

namespace {

// The classes of bytes that end a run of ordinary text.
constexpr unsigned char kOutside = 1; // special in an unquoted cell
constexpr unsigned char kInside = 2;  // special in a quoted cell

} // namespace

std::string_view wordsFor(CsvFlaw flaw)
{
    switch (flaw) {
    case CsvFlaw::BareQuote:
        return "a quote within a cell that is not quoted";
    case CsvFlaw::TextAfterQuote:
        return "text after a closing quote";
    }
    return {};
}

CsvReader::CsvReader(TextStream stream, const CsvFormat& format, std::string subject)
    : m_stream(std::move(stream)), m_format(format), m_subject(std::move(subject))
{
    constexpr std::size_t kMost = 512U * 1024 * 1024; // so that offsets in a row fit 32 bits
    m_format.maxCell = std::min(m_format.maxCell, kMost);
    classify();
}

void CsvReader::classify()
{
    const auto mark = [this](char c, unsigned char bits) {
        m_special[static_cast<unsigned char>(c)] |= bits;
    };
    mark(m_format.delimiter, kOutside);
    mark('\n', kOutside | kInside);
    mark('\r', kOutside | kInside);
    mark('"', kOutside | kInside);
    if (m_format.backslashEscapes) {
        mark('\\', kInside);
    }
}

Result<CsvReader> CsvReader::open(const std::string& path, const Encoding& encoding,
                                  const CsvFormat& format, std::size_t chunk)
{
    auto stream = TextStream::open(path, encoding, chunk);
    if (!stream) {
        return fail(stream.error());
    }
    return CsvReader(std::move(*stream), format, std::filesystem::path(path).filename().string());
}

CsvReader CsvReader::over(std::string_view bytes, const Encoding& encoding, const CsvFormat& format,
                          std::size_t chunk)
{
    return {TextStream::over(bytes, encoding, chunk), format, {}};
}

tl::unexpected<Error> CsvReader::stop(std::string detail)
{
    m_stopped = true;
    return fail(ErrorCode::BadInput, m_subject, std::move(detail));
}

// Keeps the unfinished row, drops what is before it and appends the next piece of the text.
Result<bool> CsvReader::refill()
{
    m_text.erase(0, m_start);
    m_at -= m_start;
    m_start = 0;
    return m_stream.read(m_text);
}

void CsvReader::flaw(CsvFlaw what)
{
    if (!m_row.flaw) {
        m_row.flaw = what;
        m_row.flawCell = m_cells.size();
    }
}

void CsvReader::startCell(std::size_t begin)
{
    m_cell = Cell{};
    m_cell.begin = static_cast<std::uint32_t>(begin - m_start);
}

void CsvReader::endCell(std::size_t end)
{
    m_cell.end = static_cast<std::uint32_t>(end - m_start);
    m_cells.push_back(m_cell);
    m_state = State::CellStart;
}

// The delimiter or line end at m_at ends the cell; true if it ends the row, too.
bool CsvReader::endCellAtMark(std::size_t end)
{
    endCell(end);
    const char mark = m_text[m_at++];
    if (mark == m_format.delimiter) {
        return false;
    }
    ++m_line;
    m_afterReturn = mark == '\r';
    return true;
}

// The quick way over cells without quotes, most of most files: up to the end of the row (true), or
// to the start of the first cell that needs a closer look or is not whole in memory.
bool CsvReader::scanPlainCells()
{
    const char* const text = m_text.data();
    const std::size_t size = m_text.size();
    const char delimiter = m_format.delimiter;
    std::size_t begin = m_at;
    std::size_t at = begin;
    for (;;) {
        while (at < size && (m_special[static_cast<unsigned char>(text[at])] & kOutside) == 0) {
            ++at;
        }
        if (at == size || text[at] == '"') {
            m_at = begin;
            return false;
        }
        m_cells.push_back({static_cast<std::uint32_t>(begin - m_start),
                           static_cast<std::uint32_t>(at - m_start), kUnquoted, false});
        const char mark = text[at];
        begin = ++at;
        if (mark != delimiter) {
            m_at = at;
            ++m_line;
            m_afterReturn = mark == '\r';
            return true;
        }
    }
}

// Scans until a row is complete (true) or the text in memory is used up (false).
bool CsvReader::scan()
{
    const char* const text = m_text.data();
    const std::size_t size = m_text.size();
    const unsigned char* const special = m_special.data();
    const auto skipText = [&](unsigned char bits) {
        std::size_t at = m_at;
        while (at < size && (special[static_cast<unsigned char>(text[at])] & bits) == 0) {
            ++at;
        }
        m_at = at;
        return at < size;
    };

    while (m_at < size) {
        switch (m_state) {
        case State::CellStart:
            if (m_afterReturn) { // so this is a row's first byte
                m_afterReturn = false;
                if (text[m_at] == '\n') {
                    m_start = ++m_at;
                    break;
                }
            }
            if (scanPlainCells()) {
                return true;
            }
            if (m_at < size) {
                startCell(m_at);
                m_state = State::Unquoted;
            }
            break;
        case State::Unquoted:
            if (!skipText(kOutside)) {
                return false;
            }
            if (text[m_at] == '"') {
                quoteInUnquoted();
            } else if (endCellAtMark(m_at)) {
                return true;
            }
            break;
        case State::Quoted:
            if (!skipText(kInside)) {
                return false;
            }
            if (text[m_at] == '"') {
                m_state = State::QuoteInQuoted;
            } else if (text[m_at] == '\\') {
                if (m_at + 1 == size && !m_ended) {
                    return false; // what it escapes is not in memory yet
                }
                if (m_at + 1 < size && (text[m_at + 1] == '"' || text[m_at + 1] == '\\')) {
                    m_cell.unescape = true;
                    ++m_at;
                }
            } else if (text[m_at] == '\r' || text[m_at - 1] != '\r') {
                ++m_line;
            }
            ++m_at;
            break;
        case State::QuoteInQuoted:
            if (text[m_at] == '"') {
                m_cell.unescape = true;
                m_state = State::Quoted;
                ++m_at;
            } else {
                m_cell.closing = static_cast<std::uint32_t>(m_at - 1 - m_start);
                m_state = State::AfterQuoted;
            }
            break;
        case State::AfterQuoted:
            if (text[m_at] == ' ') {
                ++m_at;
            } else if ((special[static_cast<unsigned char>(text[m_at])] & kOutside) == 0 ||
                       text[m_at] == '"') {
                flaw(CsvFlaw::TextAfterQuote);
                m_state = State::Unquoted;
            } else if (endCellAtMark(m_start + m_cell.closing)) {
                return true;
            }
            break;
        }
    }
    return false;
}

// A quote opens the cell if only spaces stand before it.
void CsvReader::quoteInUnquoted()
{
    const std::size_t begin = m_start + m_cell.begin;
    const std::string_view before(m_text.data() + begin, m_at - begin);
    ++m_at;
    if (m_cell.quoted()) {
        return; // the flaw is noted already
    }
    if (before.find_first_not_of(' ') == std::string_view::npos) {
        m_cell.begin = static_cast<std::uint32_t>(m_at - m_start);
        m_quoteLine = m_line;
        m_state = State::Quoted;
    } else if (before.back() < '0' || before.back() > '9') {
        flaw(CsvFlaw::BareQuote);
    }
}

// What is still open when the text ends; false if nothing is.
Result<bool> CsvReader::finishLastRow()
{
    switch (m_state) {
    case State::CellStart:
        if (m_cells.empty()) {
            return false;
        }
        startCell(m_at);
        endCell(m_at);
        return true;
    case State::Unquoted:
        endCell(m_at);
        return true;
    case State::Quoted:
        return stop(fmt::format("line {}: the quote that opens here is never closed", m_quoteLine));
    case State::QuoteInQuoted:
        endCell(m_at - 1);
        m_cells.back().closing = m_cells.back().end;
        return true;
    case State::AfterQuoted:
        endCell(m_start + m_cell.closing);
        return true;
    }
    return false;
}

// Takes the doubled quotes and backslashes out of a quoted cell, in place; the new end.
std::size_t CsvReader::unescape(std::size_t begin, std::size_t end)
{
    std::size_t to = begin;
    for (std::size_t at = begin; at < end; ++at) {
        const char c = m_text[at];
        const char next = at + 1 < end ? m_text[at + 1] : '\0';
        const bool escapes =
            m_format.backslashEscapes && c == '\\' && (next == '"' || next == '\\');
        if ((c == '"' && next == '"') || escapes) {
            ++at;
        }
        m_text[to++] = m_text[at];
    }
    return to;
}

std::string_view CsvReader::cellText(const Cell& cell)
{
    const std::size_t begin = m_start + cell.begin;
    std::size_t end = m_start + cell.end;
    if (cell.quoted()) {
        // Text after the closing quote joins what was quoted, as common readers have it.
        const std::size_t closing = m_start + cell.closing;
        const std::size_t quotedEnd = cell.unescape ? unescape(begin, closing) : closing;
        const std::size_t rest = end > closing ? end - closing - 1 : 0;
        std::memmove(m_text.data() + quotedEnd, m_text.data() + closing + 1, rest);
        end = quotedEnd + rest;
    }
    return {m_text.data() + begin, end - begin};
}

Result<bool> CsvReader::handOut()
{
    m_views.clear();
    for (const Cell& cell : m_cells) {
        if (cell.end - cell.begin > m_format.maxCell) {
            return tooLong();
        }
        m_views.push_back(cellText(cell));
    }
    if (m_views.size() > m_format.maxCells) {
        return tooLong();
    }
    m_row.cells = m_views;
    m_row.blank = m_views.size() == 1 && m_views.front().empty() && !m_cells.front().quoted();
    m_row.record += m_row.blank ? 0 : 1;
    return true;
}

tl::unexpected<Error> CsvReader::tooLong()
{
    if (m_cells.size() > m_format.maxCells) {
        return stop(
            fmt::format("line {}: more than {} cells in one row", m_row.line, m_format.maxCells));
    }
    return stop(fmt::format("line {}: a cell or row is longer than {} bytes; perhaps a quote is "
                            "never closed",
                            m_state == State::Quoted ? m_quoteLine : m_row.line, m_format.maxCell));
}

Result<bool> CsvReader::next()
{
    if (m_stopped) {
        return false;
    }
    m_start = m_at;
    m_cells.clear();
    m_row.cells = {};
    m_row.flaw.reset();
    m_row.flawCell = 0;
    m_row.line = m_line;
    while (!scan()) {
        if (m_ended) {
            m_stopped = true;
            const auto last = finishLastRow();
            return last && *last ? handOut() : last;
        }
        const bool tooMuch =
            m_at - m_start > 4 * m_format.maxCell || m_cells.size() > m_format.maxCells ||
            (m_state != State::CellStart && m_at - m_start - m_cell.begin > m_format.maxCell);
        if (tooMuch) {
            return tooLong();
        }
        const auto more = refill();
        if (!more) {
            m_stopped = true;
            return fail(more.error());
        }
        m_ended = !*more;
    }
    return handOut();
}

} // namespace tandem

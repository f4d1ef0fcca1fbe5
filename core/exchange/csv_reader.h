// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exchange/text_stream.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tandem {

/// How the cells of a file are told apart.
struct CsvFormat {
    char delimiter = ',';
    bool backslashEscapes = false;           ///< `\"` within quotes stands for `"`
    std::size_t maxCell = 16U * 1024 * 1024; ///< bytes of one cell; at most 512 MB
    std::size_t maxCells = 100'000;          ///< cells of one row

    bool operator==(const CsvFormat&) const = default;
};

/// Quoting that RFC 4180 does not allow; the row can be read, but perhaps not as it was meant.
enum class CsvFlaw {
    BareQuote,      ///< a quote within an unquoted cell: `1,This "word",3`
    TextAfterQuote, ///< text between a closing quote and the delimiter: `"Hey, "you" there"`
};

/// Words for the flaw: "a quote within a cell that is not quoted".
std::string_view wordsFor(CsvFlaw flaw);

/// One record. `cells` is valid until the next call of CsvReader::next.
struct CsvRow {
    std::span<const std::string_view> cells;
    std::int64_t record = 0;     ///< from 1; a blank line is no record and has the number before it
    std::int64_t line = 0;       ///< the physical line where it starts, from 1
    bool blank = false;          ///< an empty line; it has one empty cell
    std::optional<CsvFlaw> flaw; ///< the first one
    std::size_t flawCell = 0;    ///< where the flaw is, from 0
};

/// Reads RFC 4180 records one by one from a file or from memory, in memory of about one record.
/// Lines end with CRLF, LF or CR in any mixture. Beyond the RFC: spaces around a quoted cell are
/// dropped, and a quote right after a digit (24" monitor, 37'8"N) is an inch or second mark and no
/// flaw. A flawed row is handed out, with the flaw, as the usual readers read it.
class CsvReader {
public:
    /// Fails as opening the file does.
    static Result<CsvReader> open(const std::string& path, const Encoding& encoding,
                                  const CsvFormat& format, std::size_t chunk = TextStream::kChunk);
    /// `bytes` must outlive the reader.
    static CsvReader over(std::string_view bytes, const Encoding& encoding, const CsvFormat& format,
                          std::size_t chunk = TextStream::kChunk);

    /// Steps to the next row; false at the end. BadInput, naming the line, for a quote that is
    /// never closed, a cell or a row beyond the limits; Io if reading fails. After a failure: the
    /// end.
    Result<bool> next();

    const CsvRow& row() const { return m_row; }
    const TextStream& stream() const { return m_stream; }

private:
    enum class State { CellStart, Unquoted, Quoted, QuoteInQuoted, AfterQuoted };

    // Offsets count from m_start and fit 32 bits, since a row is limited to 4 * maxCell.
    struct Cell {
        std::uint32_t begin = 0; // within the quotes of a quoted cell
        std::uint32_t end = 0;
        std::uint32_t closing = kUnquoted; // a quoted cell's closing quote
        bool unescape = false;

        bool quoted() const { return closing != kUnquoted; }
    };
    static constexpr std::uint32_t kUnquoted = 0xFFFF'FFFF;

    CsvReader(TextStream stream, const CsvFormat& format, std::string subject);

    void classify();
    Result<bool> refill();
    bool scan();
    bool scanPlainCells();
    void flaw(CsvFlaw what);
    void startCell(std::size_t begin);
    void endCell(std::size_t end);
    bool endCellAtMark(std::size_t end);
    void quoteInUnquoted();
    Result<bool> finishLastRow();
    std::size_t unescape(std::size_t begin, std::size_t end);
    std::string_view cellText(const Cell& cell);
    Result<bool> handOut();
    tl::unexpected<Error> tooLong();
    tl::unexpected<Error> stop(std::string detail);

    TextStream m_stream;
    CsvFormat m_format;
    std::string m_subject;
    std::array<unsigned char, 256> m_special{}; // the class of each byte

    std::string m_text;      // decoded and not yet handed out
    std::size_t m_start = 0; // where the row starts in it
    std::size_t m_at = 0;    // how far it is scanned
    bool m_ended = false;
    bool m_stopped = false;

    State m_state = State::CellStart;
    Cell m_cell;
    std::vector<Cell> m_cells;
    std::vector<std::string_view> m_views;
    CsvRow m_row;
    std::int64_t m_line = 1;      // the line at m_at
    std::int64_t m_quoteLine = 0; // where the open quote stands
    bool m_afterReturn = false;   // the byte before m_at is a CR, so that an LF belongs to it
};

} // namespace tandem

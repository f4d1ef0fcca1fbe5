// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/dialect.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <set>

namespace tandem {

namespace {

constexpr std::size_t kSampleBytes = 1024 * 1024;
constexpr std::size_t kSampleRecords = 400;

struct Sample {
    std::string text;
    bool whole = false; // the file ends within it
};

Result<Sample> readSample(TextStream stream, const std::string& subject)
{
    Sample sample;
    while (sample.text.size() < kSampleBytes) {
        const auto more = stream.read(sample.text);
        if (!more) {
            return fail(more.error());
        }
        if (!*more) {
            sample.whole = true;
            break;
        }
    }
    const auto isControl = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && (c < '\t' || c > '\r');
    };
    const auto controls =
        std::count_if(sample.text.begin(), sample.text.end(), isControl) + stream.nulCharacters();
    if (controls >= 8 && controls * 10 > stream.bytesRead()) {
        return fail(ErrorCode::BadInput, subject,
                    "this is no text file; save the table as CSV and import that");
    }
    return sample;
}

struct Record {
    std::int64_t line = 0;
    std::vector<std::string> cells;

    std::size_t filled() const
    {
        return static_cast<std::size_t>(std::count_if(
            cells.begin(), cells.end(), [](const auto& c) { return !trimmed(c).empty(); }));
    }
};

/// The sample as one way of reading it shows it.
struct Reading {
    CsvFormat format;
    std::vector<Record> records; // without blank lines
    std::size_t flaws = 0;
    std::size_t width = 1; // of most rows
    double score = 0;      // how much it looks like a table
};

// The width that most rows of more than one cell have; of equally common ones the larger.
std::size_t commonWidth(const std::vector<Record>& records)
{
    std::map<std::size_t, std::size_t> count;
    for (const Record& record : records) {
        ++count[record.cells.size()];
    }
    std::size_t width = 1;
    std::size_t most = 0;
    for (const auto& [cells, rows] : count) {
        if (cells > 1 && rows >= most) {
            width = cells;
            most = rows;
        }
    }
    return width;
}

double tableScore(const Reading& reading)
{
    if (reading.width < 2) {
        return 0;
    }
    const auto rows = static_cast<double>(reading.records.size());
    const auto even = static_cast<double>(
        std::count_if(reading.records.begin(), reading.records.end(),
                      [&](const Record& r) { return r.cells.size() == reading.width; }));
    double score = even / rows * (1 - static_cast<double>(reading.flaws) / rows);
    // Decimal commas or " | " in a text are even, too, but not in the header, and give few columns.
    score *= reading.records.front().cells.size() == reading.width ? 1 : 0.8;
    score *= 1 - 0.2 / static_cast<double>(reading.width);
    return reading.format.backslashEscapes ? score * 0.99 : score;
}

Reading readAs(const Sample& sample, const CsvFormat& format)
{
    Reading reading;
    reading.format = format;
    CsvReader reader = CsvReader::over(sample.text, Encoding{}, format);
    std::size_t rowsRead = 0;
    while (reading.records.size() < kSampleRecords) {
        const auto more = reader.next();
        if (!more) { // in a cut sample the last quote may well close later
            reading.flaws += sample.whole ? reading.records.size() / 2 + 1 : 0;
            break;
        }
        if (!*more) {
            // The last row of a cut sample is cut itself.
            if (!sample.whole && rowsRead > 1 && !reader.row().blank && !reading.records.empty()) {
                reading.records.pop_back();
            }
            break;
        }
        ++rowsRead;
        const CsvRow& row = reader.row();
        if (!row.blank) {
            reading.records.push_back({row.line, {row.cells.begin(), row.cells.end()}});
            reading.flaws += row.flaw ? 1 : 0;
        }
    }
    reading.flaws = std::min(reading.flaws, reading.records.size());
    reading.width = commonWidth(reading.records);
    reading.score = reading.records.empty() ? 0 : tableScore(reading);
    return reading;
}

// The delimiter of Excel's first line "sep=;".
std::optional<char> statedDelimiter(std::string_view text)
{
    const std::string_view line = trimmed(text.substr(0, text.find_first_of("\r\n")));
    const bool quoted = line.size() == 7 && line.front() == '"' && line.back() == '"';
    const std::string_view bare = quoted ? line.substr(1, 5) : line;
    if (bare.size() == 5 && lowerAscii(bare.substr(0, 4)) == "sep=") {
        return bare.back();
    }
    // A tab at the end of the line is trimmed away.
    return lowerAscii(bare) == "sep=" && text.size() > 4 && text[4] == '\t' ? std::optional('\t')
                                                                            : std::nullopt;
}

Reading bestReading(const Sample& sample, std::optional<char> delimiter)
{
    static constexpr std::array<char, 4> kDelimiters = {',', ';', '\t', '|'};
    const bool hasBackslashQuote = sample.text.find("\\\"") != std::string::npos;
    std::optional<Reading> best;
    for (const char candidate : kDelimiters) {
        CsvFormat format;
        format.delimiter = delimiter.value_or(candidate);
        for (const bool backslash : {false, true}) {
            format.backslashEscapes = backslash;
            if (backslash && !hasBackslashQuote) {
                continue;
            }
            Reading reading = readAs(sample, format);
            if (!best || reading.score > best->score) {
                best = std::move(reading);
            }
        }
        if (delimiter) {
            break;
        }
    }
    return std::move(*best);
}

// How many columns have a value anywhere in the rows of the usual width.
std::size_t usedColumns(const Reading& reading)
{
    std::set<std::size_t> used;
    for (const Record& record : reading.records) {
        for (std::size_t i = 0; i < record.cells.size(); ++i) {
            if (record.cells.size() == reading.width && !trimmed(record.cells[i]).empty()) {
                used.insert(i);
            }
        }
    }
    return used.size();
}

// The first row that fills at least half of the used columns; titles above a table fill one.
const Record* findHeader(const Reading& reading, std::size_t from)
{
    const std::size_t used = usedColumns(reading);
    const std::size_t least = std::max<std::size_t>(used > 1 ? 2 : 1, (used + 1) / 2);
    for (std::size_t i = from; i < reading.records.size(); ++i) {
        if (reading.records[i].filled() >= least) {
            return &reading.records[i];
        }
    }
    return nullptr;
}

// Columns at the end without a name and without a value in the sample are none.
std::size_t columnCount(const Reading& reading, const Record& header)
{
    std::size_t count = header.cells.size();
    while (count > 0 && trimmed(header.cells[count - 1]).empty()) {
        const bool used =
            std::any_of(reading.records.begin(), reading.records.end(), [&](const Record& record) {
                return record.line > header.line && record.cells.size() >= count &&
                       !trimmed(record.cells[count - 1]).empty();
            });
        if (used) {
            break;
        }
        --count;
    }
    return count;
}

Result<Dialect> dialectOf(const Sample& sample, const Encoding& encoding,
                          const DialectWishes& wishes, const std::string& subject)
{
    const std::optional<char> stated = statedDelimiter(sample.text);
    const Reading reading = bestReading(sample, wishes.delimiter ? wishes.delimiter : stated);
    if (reading.records.empty()) {
        return fail(ErrorCode::BadInput, subject,
                    trimmed(sample.text).empty()
                        ? "the file is empty"
                        : "line 1: no row of a table can be read; perhaps a quote is never closed");
    }
    Dialect dialect;
    dialect.encoding = encoding;
    dialect.delimiter = reading.format.delimiter;
    dialect.backslashEscapes = reading.format.backslashEscapes;
    if (wishes.headerRow && *wishes.headerRow <= 0) {
        dialect.headerRow = 0;
        dialect.columns = columnNames(std::vector<std::string>(reading.width));
        return dialect;
    }
    const Record* header = nullptr;
    if (wishes.headerRow) {
        const auto found =
            std::find_if(reading.records.begin(), reading.records.end(),
                         [&](const Record& record) { return record.line >= *wishes.headerRow; });
        header = found == reading.records.end() ? nullptr : &*found;
    } else {
        header = findHeader(reading, stated && reading.records.size() > 1 ? 1 : 0);
    }
    if (header == nullptr || header->filled() == 0) {
        return fail(ErrorCode::BadInput, subject,
                    wishes.headerRow ? fmt::format("line {} holds no header", *wishes.headerRow)
                                     : "no row with column names was found");
    }
    dialect.headerRow = header->line;
    std::vector<std::string> cells = header->cells;
    cells.resize(columnCount(reading, *header));
    dialect.columns = columnNames(cells);
    return dialect;
}

} // namespace

std::optional<std::size_t> Dialect::column(std::string_view name) const
{
    const auto found = std::find(columns.begin(), columns.end(), name);
    return found == columns.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

CsvFormat Dialect::format() const
{
    CsvFormat format;
    format.delimiter = delimiter;
    format.backslashEscapes = backslashEscapes;
    return format;
}

std::vector<std::string> columnNames(const std::vector<std::string>& header)
{
    std::vector<std::string> names;
    std::set<std::string> taken;
    for (const std::string& cell : header) {
        std::string name;
        for (const char c : trimmed(cell)) {
            const bool space = c == ' ' || (c >= '\t' && c <= '\r');
            if (!space) {
                name.push_back(c);
            } else if (!name.empty() && name.back() != ' ') {
                name.push_back(' ');
            }
        }
        if (name.empty()) {
            name = fmt::format("Column {}", names.size() + 1);
        }
        std::string unique = name;
        for (int i = 2; !taken.insert(unique).second; ++i) {
            unique = fmt::format("{} ({})", name, i);
        }
        names.push_back(std::move(unique));
    }
    return names;
}

Result<Dialect> detectDialect(const std::string& path, const DialectWishes& wishes)
{
    const auto encoding =
        wishes.encoding ? encodingNamed(*wishes.encoding) : detectFileEncoding(path);
    if (!encoding) {
        return fail(encoding.error());
    }
    auto stream = TextStream::open(path, *encoding);
    if (!stream) {
        return fail(stream.error());
    }
    const std::string subject = std::filesystem::path(path).filename().string();
    const auto sample = readSample(std::move(*stream), subject);
    if (!sample) {
        return fail(sample.error());
    }
    return dialectOf(*sample, *encoding, wishes, subject);
}

Result<Dialect> detectDialectOf(std::string_view bytes, const DialectWishes& wishes,
                                const std::string& subject)
{
    const auto encoding =
        wishes.encoding ? encodingNamed(*wishes.encoding) : Result<Encoding>(detectEncoding(bytes));
    if (!encoding) {
        return fail(encoding.error());
    }
    const auto sample = readSample(TextStream::over(bytes, *encoding), subject);
    if (!sample) {
        return fail(sample.error());
    }
    return dialectOf(*sample, *encoding, wishes, subject);
}

} // namespace tandem

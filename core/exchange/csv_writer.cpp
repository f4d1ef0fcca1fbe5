// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csv_writer.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <unistd.h>

namespace tandem {

namespace {

constexpr std::size_t kBuffer = 256 * 1024;

// ＝ ＋ － ＠: spreadsheets for East Asian text take them for = + - @.
constexpr std::array<std::string_view, 4> kFullWidth = {"\xEF\xBC\x9D", "\xEF\xBC\x8B",
                                                        "\xEF\xBC\x8D", "\xEF\xBC\xA0"};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// A sign, digits and spaces, at most one point, and a digit at both ends.
bool isPlainNumber(std::string_view text)
{
    if (text.size() < 2 || (text[0] != '+' && text[0] != '-') || !isDigit(text[1]) ||
        !isDigit(text.back())) {
        return false;
    }
    int points = 0;
    for (const char c : text.substr(1)) {
        points += c == '.' ? 1 : 0;
        if (!isDigit(c) && c != ' ' && c != '.') {
            return false;
        }
    }
    return points <= 1;
}

std::string_view withoutApostrophes(std::string_view text)
{
    const std::size_t first = text.find_first_not_of('\'');
    return first == std::string_view::npos ? std::string_view{} : text.substr(first);
}

Error diskError(const std::string& path, int number)
{
    const ErrorCode code =
        number == ENOSPC || number == EDQUOT || number == EFBIG  ? ErrorCode::DiskFull
        : number == EACCES || number == EPERM || number == EROFS ? ErrorCode::ReadOnly
        : number == ENOENT                                       ? ErrorCode::NotFound
                                                                 : ErrorCode::Io;
    return {code, path, std::strerror(number)};
}

} // namespace

bool startsFormula(std::string_view text)
{
    if (text.empty()) {
        return false;
    }
    for (const std::string_view sign : kFullWidth) {
        if (text.starts_with(sign)) {
            return true;
        }
    }
    return std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos &&
           !isPlainNumber(text);
}

std::string defused(std::string_view text)
{
    std::string safe(text);
    if (startsFormula(withoutApostrophes(text))) {
        safe.insert(safe.begin(), '\'');
    }
    return safe;
}

std::string_view undefused(std::string_view text)
{
    if (text.starts_with('\'') && startsFormula(withoutApostrophes(text))) {
        text.remove_prefix(1);
    }
    return text;
}

void appendCsvRow(std::span<const std::string_view> cells, char delimiter, std::string& out)
{
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) {
            out.push_back(delimiter);
        }
        const std::string_view cell = cells[i];
        bool quote = cell.empty() ? cells.size() == 1 // or the record would be a blank line
                                  : cell.front() == ' ' || cell.back() == ' ';
        for (const char c : cell) {
            quote = quote || c == '"' || c == '\n' || c == '\r' || c == delimiter;
        }
        if (quote) {
            out.push_back('"');
        }
        for (const char c : cell) {
            if (c == '"') {
                out.push_back('"');
            }
            if (c != '\0') {
                out.push_back(c);
            }
        }
        if (quote) {
            out.push_back('"');
        }
    }
    out.append("\r\n");
}

Result<CsvWriter> CsvWriter::create(const std::string& path, const Options& options)
{
    CsvWriter writer;
    writer.m_path = path;
    writer.m_options = options;
    writer.m_temporary = path + ".XXXXXX";
    const int descriptor = ::mkstemp(writer.m_temporary.data()); // makes it 0600
    if (descriptor < 0) {
        const int reason = errno;
        writer.m_temporary.clear();
        return fail(diskError(path, reason));
    }
    writer.m_file.reset(::fdopen(descriptor, "wb"));
    if (options.byteOrderMark) {
        writer.m_buffer = "\xEF\xBB\xBF";
    }
    return writer;
}

CsvWriter::~CsvWriter()
{
    if (m_file) { // neither committed nor moved from
        m_file.reset();
        ::unlink(m_temporary.c_str());
    }
}

void CsvWriter::flush()
{
    if (m_failure == 0 &&
        std::fwrite(m_buffer.data(), 1, m_buffer.size(), m_file.get()) != m_buffer.size()) {
        m_failure = errno;
    }
    m_buffer.clear();
}

void CsvWriter::row(std::span<const std::string_view> cells)
{
    if (!m_options.defuse) {
        appendCsvRow(cells, m_options.delimiter, m_buffer);
    } else {
        std::vector<std::string_view> views;
        views.reserve(cells.size());
        m_defused.assign(cells.size(), {});
        for (std::size_t i = 0; i < cells.size(); ++i) {
            m_defused[i] = defused(cells[i]);
            views.emplace_back(m_defused[i]);
        }
        appendCsvRow(views, m_options.delimiter, m_buffer);
    }
    if (m_buffer.size() >= kBuffer) {
        flush();
    }
}

void CsvWriter::row(const std::vector<std::string>& cells)
{
    const std::vector<std::string_view> views(cells.begin(), cells.end());
    row(std::span<const std::string_view>(views));
}

Result<void> CsvWriter::commit()
{
    flush();
    if (m_failure == 0 &&
        (std::fflush(m_file.get()) != 0 || ::fsync(::fileno(m_file.get())) != 0)) {
        m_failure = errno;
    }
    m_file.reset();
    if (m_failure == 0 && std::rename(m_temporary.c_str(), m_path.c_str()) != 0) {
        m_failure = errno;
    }
    if (m_failure != 0) {
        ::unlink(m_temporary.c_str());
        return fail(diskError(m_path, m_failure));
    }
    return {};
}

} // namespace tandem

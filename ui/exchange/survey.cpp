// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/survey.h"

#include "core/base/text.h"
#include "core/exchange/presets.h"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <unordered_set>

namespace tandem::ui {

namespace {

constexpr std::size_t kHeadLines = 60;
constexpr std::size_t kTailLines = 6;
constexpr std::size_t kLineBytes = 600;     ///< of a line that is shown
constexpr std::size_t kSampleRows = 20'000; ///< that suggestions lean on
constexpr std::size_t kRowsKept = 200;
constexpr std::size_t kSamples = 3;
constexpr std::size_t kValues = 1000;    ///< different texts of a column that are counted
constexpr std::size_t kDateTexts = 5000; ///< different dates of a column that are kept
constexpr std::size_t kValueBytes = 200;
constexpr std::size_t kTellTales = 300; ///< cells after which a column without dates is no date
constexpr std::size_t kDifferent = 500'000;
constexpr std::size_t kDamagedKept = 200;

/// Lines of a file, whatever ends them.
class LineSplitter {
public:
    explicit LineSplitter(bool headOnly) : m_headOnly(headOnly) {}

    /// False if no more text is wanted.
    bool add(std::string_view text)
    {
        for (std::size_t at = 0; at < text.size();) {
            if (m_afterReturn && text[at] == '\n') {
                m_afterReturn = false;
                ++at;
                continue;
            }
            m_afterReturn = false;
            const std::size_t end = text.find_first_of("\r\n", at);
            const std::size_t until = std::min(end, text.size());
            keep(text.substr(at, until - at));
            if (end == std::string_view::npos) {
                break;
            }
            finish();
            if (m_headOnly && m_head.size() == kHeadLines) {
                return false;
            }
            m_afterReturn = text[end] == '\r';
            at = end + 1;
        }
        return true;
    }

    void end()
    {
        if (m_any) {
            finish();
        }
    }

    std::int64_t count() const { return m_count; }
    std::vector<RawLine> head() && { return std::move(m_head); }
    std::vector<RawLine> tail() const { return {m_tail.begin(), m_tail.end()}; }

private:
    void keep(std::string_view part)
    {
        m_any = m_any || !part.empty();
        if (m_line.size() < kLineBytes) {
            m_line.append(part.substr(0, kLineBytes - m_line.size()));
        }
    }

    void finish()
    {
        ++m_count;
        RawLine line{m_count, std::move(m_line)};
        if (m_headOnly) {
            m_head.push_back(std::move(line));
        } else {
            m_tail.push_back(std::move(line));
            if (m_tail.size() > kTailLines) {
                m_tail.pop_front();
            }
        }
        m_line.clear();
        m_any = false;
    }

    bool m_headOnly;
    bool m_any = false;
    bool m_afterReturn = false;
    std::int64_t m_count = 0;
    std::string m_line;
    std::vector<RawLine> m_head;
    std::deque<RawLine> m_tail;
};

/// Gathers what a column holds.
class ColumnGauge {
public:
    void add(std::string_view text, std::int64_t row)
    {
        ++m_out.filled;
        if (m_dates) {
            m_probe.add(text, row);
            // Reading each cell of a text column as a date would take most of the time.
            if (m_out.filled == kTellTales && m_probe.finding().dates == 0) {
                m_dates = false;
            }
        }
        if (m_numbers) {
            m_numberProbe.add(text, row);
            if (m_out.filled == kTellTales && m_numberProbe.finding().numbers == 0) {
                m_numbers = false;
            }
        }
        if (text.find('@') != std::string_view::npos) {
            m_out.addresses += normalisedEmail(text).empty() ? 0 : 1;
        }
        count(text);
        tellApart(text);
    }

    ColumnSurvey finish()
    {
        m_out.dates = m_probe.finding();
        m_out.numbers = m_numberProbe.finding();
        m_out.different = m_out.filled > 0 && !m_repeated;
        if (m_out.dates.candidates.size() > 1) {
            m_out.dayFirst = days(DateFormat(DateFormat::Order::DayFirst));
            m_out.monthFirst = days(DateFormat(DateFormat::Order::MonthFirst));
        }
        if (m_counts.size() > kValues) {
            m_out.many = true;
        }
        if (!m_out.many) {
            m_out.values.assign(m_counts.begin(), m_counts.end());
            std::sort(m_out.values.begin(), m_out.values.end(), [](const auto& a, const auto& b) {
                return a.second != b.second ? a.second > b.second : a.first < b.first;
            });
        }
        return std::move(m_out);
    }

private:
    void count(std::string_view text)
    {
        const std::size_t most = m_dates ? kDateTexts : kValues;
        if (m_out.many || text.size() > kValueBytes) {
            m_out.many = true;
            return;
        }
        const std::string key(text);
        if (const auto found = m_counts.find(key); found != m_counts.end()) {
            ++found->second;
            return;
        }
        if (m_counts.size() == most) {
            m_out.many = true;
            if (!m_dates) {
                m_counts.clear();
            }
            return;
        }
        if (m_out.samples.size() < kSamples) {
            m_out.samples.push_back(key);
        }
        m_counts.emplace(key, 1);
    }

    void tellApart(std::string_view text)
    {
        if (m_repeated || m_hashes.size() == kDifferent) {
            return;
        }
        if (!m_hashes.insert(std::hash<std::string_view>()(text)).second) {
            m_repeated = true;
            m_hashes = {};
        }
    }

    std::vector<std::pair<Day, std::int64_t>> days(const DateFormat& format) const
    {
        std::map<Day, std::int64_t> counted;
        for (const auto& [text, count] : m_counts) {
            if (const auto reading = format.read(text)) {
                counted[reading->day] += count;
            }
        }
        return {counted.begin(), counted.end()};
    }

    ColumnSurvey m_out;
    DateColumnProbe m_probe{true};
    NumberColumnProbe m_numberProbe;
    bool m_dates = true;
    bool m_numbers = true;
    bool m_repeated = false;
    std::unordered_set<std::size_t> m_hashes;
    std::unordered_map<std::string, std::int64_t> m_counts;
};

std::string damageOf(const TableRow& row)
{
    if (row.flaw) {
        return std::string(wordsFor(*row.flaw));
    }
    if (!row.surplus.empty()) {
        return row.surplus.size() == 1
                   ? "one more cell than the header has columns"
                   : fmt::format("{} more cells than the header has columns", row.surplus.size());
    }
    return row.footer ? "looks like a note below the table" : std::string();
}

Result<void> countLines(const FileLook& look, FileSurvey& survey, const Progress& progress)
{
    auto stream = TextStream::open(look.path, look.dialect.encoding);
    if (!stream) {
        return fail(stream.error());
    }
    LineSplitter lines(false);
    std::string piece;
    while (true) {
        piece.clear();
        const auto more = stream->read(piece);
        if (!more) {
            return fail(more.error());
        }
        if (!*more) {
            break;
        }
        lines.add(piece);
        if (progress.stopRequested()) {
            return fail(ErrorCode::Stopped, look.path);
        }
        progress.report(0.2 * static_cast<double>(stream->bytesRead()) /
                            static_cast<double>(std::max<std::int64_t>(1, stream->size())),
                        "counting lines");
    }
    lines.end();
    survey.lines = lines.count();
    survey.tail = lines.tail();
    return {};
}

} // namespace

Result<FileLook> lookAtFile(const std::string& path, const DialectWishes& wishes,
                            const SuggestContext& context)
{
    FileLook look;
    look.path = path;
    look.wishes = wishes;
    auto dialect = detectDialect(path, wishes);
    if (!dialect) {
        return fail(dialect.error());
    }
    look.dialect = std::move(*dialect);
    std::error_code unknown;
    look.bytes = static_cast<std::int64_t>(std::filesystem::file_size(path, unknown));

    auto stream = TextStream::open(path, look.dialect.encoding);
    if (!stream) {
        return fail(stream.error());
    }
    LineSplitter lines(true);
    for (bool wanted = true; wanted;) {
        std::string piece;
        const auto more = stream->read(piece);
        if (!more) {
            return fail(more.error());
        }
        wanted = *more && lines.add(piece);
    }
    lines.end();
    look.head = std::move(lines).head();

    auto sample = sampleTable(path, look.dialect, kSampleRows);
    if (!sample) {
        return fail(sample.error());
    }
    look.sample = std::move(*sample);
    SuggestContext named = context;
    named.file = path;
    const std::string header = headerText(look.sample.columns);
    std::vector<std::string> words;
    for (const std::string& column : look.sample.columns) {
        words.push_back(headerWord(column));
    }
    if (const Preset* program = presetFor(words)) {
        look.program = program->system;
    }
    for (std::size_t i = 0; i < kKinds; ++i) {
        const auto kind = static_cast<RecordKind>(i);
        look.suggestions[i] = suggestMapping(look.sample, kind, named);
        look.saved[i] =
            std::any_of(context.saved.begin(), context.saved.end(), [&](const SavedMapping& saved) {
                return saved.kind == kindWord(kind) && saved.header == header;
            });
    }
    look.kind = guessKind(path, look.sample, look.suggestions);
    look.sample.rows.resize(std::min(look.sample.rows.size(), kRowsKept));
    return look;
}

Result<FileSurvey> surveyFile(const FileLook& look, const Progress& progress)
{
    FileSurvey survey;
    if (auto ok = countLines(look, survey, progress); !ok) {
        return fail(ok.error());
    }
    auto table = CsvTable::open(look.path, look.dialect);
    if (!table) {
        return fail(table.error());
    }
    const Mapping& suggested = look.suggestions[static_cast<std::size_t>(look.kind)];
    const std::unordered_set<std::string> blanks(suggested.empty.begin(), suggested.empty.end());
    std::vector<ColumnGauge> gauges(look.dialect.columns.size());
    const double size = static_cast<double>(std::max<std::int64_t>(1, table->stream().size()));
    for (std::int64_t seen = 1;; ++seen) {
        const auto more = table->next();
        if (!more) {
            survey.trouble = more.error().detail;
            break;
        }
        if (!*more) {
            break;
        }
        if (seen % 1024 == 0) {
            if (progress.stopRequested()) {
                return fail(ErrorCode::Stopped, look.path);
            }
            progress.report(0.2 + 0.8 * static_cast<double>(table->stream().bytesRead()) / size,
                            "reading through the file");
        }
        const TableRow& row = table->row();
        if (row.empty && row.surplus.empty()) {
            continue;
        }
        ++survey.rows;
        if (std::string why = damageOf(row); !why.empty()) {
            ++survey.damagedCount;
            if (survey.damaged.size() < kDamagedKept) {
                const std::string_view text =
                    !row.surplus.empty() ? row.surplus.front()
                    : row.flaw           ? row.cells[std::min(row.flawCell, row.cells.size() - 1)]
                                         : row.cells.front();
                survey.damaged.push_back({row.record, row.line, std::move(why),
                                          std::string(text.substr(0, kLineBytes)), row.footer});
            }
            continue;
        }
        for (std::size_t i = 0; i < gauges.size(); ++i) {
            const std::string_view cell = trimmed(row.cells[i]);
            if (!cell.empty() && blanks.count(std::string(cell.substr(0, kValueBytes))) == 0) {
                gauges[i].add(cell, row.record);
            }
        }
    }
    for (ColumnGauge& gauge : gauges) {
        survey.columns.push_back(gauge.finish());
    }
    return survey;
}

} // namespace tandem::ui

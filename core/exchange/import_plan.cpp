// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/import_plan.h"

#include "core/base/text.h"
#include "core/exchange/csv_writer.h"

#include <algorithm>
#include <cassert>
#include <fmt/format.h>

namespace tandem {

ImportPlan::ImportPlan(const Mapping& mapping, const Dialect& dialect, std::string file)
    : m_mapping(mapping), m_file(std::move(file)), m_columns(dialect.columns),
      m_sources(fieldsOf(mapping.kind).size()), m_dates(m_columns.size()),
      m_signs(m_columns.size()), m_assumed(m_columns.size())
{
}

Result<ImportPlan> ImportPlan::make(const Mapping& mapping, const Dialect& dialect,
                                    const std::string& file)
{
    if (auto ok = checkMapping(mapping, dialect.columns, file); !ok) {
        return fail(ok.error());
    }
    ImportPlan plan(mapping, dialect, file);
    plan.takeSources();
    if (auto ok = plan.takeFormats(); !ok) {
        return fail(ok.error());
    }
    if (auto ok = plan.checkConstants(); !ok) {
        return fail(ok.error());
    }
    return plan;
}

FieldSlot ImportPlan::slot(std::string_view field) const
{
    const std::span<const Field> fields = fieldsOf(m_mapping.kind);
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [field](const Field& one) { return one.name == field; });
    assert(found != fields.end());
    return static_cast<FieldSlot>(found - fields.begin());
}

std::size_t ImportPlan::columnAt(std::string_view name) const
{
    const auto found = std::find(m_columns.begin(), m_columns.end(), name);
    assert(found != m_columns.end()); // checkMapping has seen to it
    return static_cast<std::size_t>(found - m_columns.begin());
}

void ImportPlan::takeSources()
{
    for (const auto& [field, column] : m_mapping.columns) {
        Source& source = m_sources[slot(field)];
        source.given = true;
        source.column = columnAt(column);
    }
    if (!m_mapping.key.empty()) {
        Source& source = m_sources[slot("key")];
        source.given = true;
        source.column = columnAt(m_mapping.key);
    }
    for (const auto& [field, values] : m_mapping.values) {
        Source& source = m_sources[slot(field)];
        source.given = true;
        source.column = columnAt(values.column);
        source.translated = true;
        for (const auto& [from, to] : values.map) {
            source.exact.emplace(trimmed(from), trimmed(to));
            source.folded.emplace(folded(from), trimmed(to));
        }
    }
    for (const auto& [field, text] : m_mapping.constants) {
        Source& source = m_sources[slot(field)];
        source.given = true;
        source.constant = trimmed(text);
    }
    for (const auto& [stage, column] : m_mapping.stageDates) {
        m_stageDateColumns.push_back(columnAt(column));
    }
    for (const std::string& column : m_mapping.custom) {
        m_customColumns.push_back(columnAt(column));
    }
}

Result<void> ImportPlan::takeFormats()
{
    if (!m_mapping.dates.empty()) {
        const auto format = DateFormat::named(m_mapping.dates);
        if (!format) {
            return fail(ErrorCode::BadInput, "mapping", "'dates': " + format.error().detail);
        }
        std::fill(m_dates.begin(), m_dates.end(), *format);
    }
    for (const auto& [column, name] : m_mapping.columnDates) {
        const auto format = DateFormat::named(name);
        if (!format) {
            return fail(ErrorCode::BadInput, "mapping",
                        fmt::format("'dates' of '{}': {}", column, format.error().detail));
        }
        m_dates[columnAt(column)] = *format;
    }
    if (!m_mapping.decimal.empty()) {
        const auto sign = decimalSignNamed(m_mapping.decimal);
        if (!sign) {
            return fail(ErrorCode::BadInput, "mapping", "'decimal': " + sign.error().detail);
        }
        std::fill(m_signs.begin(), m_signs.end(), *sign);
    }
    return {};
}

Result<void> ImportPlan::checkConstants() const
{
    for (const auto& [field, text] : m_mapping.constants) {
        const FieldSlot at = slot(field);
        const FieldShape shape = fieldsOf(m_mapping.kind)[at].shape;
        const bool bad =
            !trimmed(text).empty() && ((isDateShape(shape) && !instant(text, at, TimeZone())) ||
                                       (isNumberShape(shape) && !readDecimal(text, sign(at))));
        if (bad) {
            return fail(ErrorCode::BadInput, "mapping",
                        fmt::format("'constants': '{}' is no {} for '{}'", text,
                                    isDateShape(shape) ? "date" : "number", field));
        }
    }
    return {};
}

bool ImportPlan::shareColumn(FieldSlot a, FieldSlot b) const
{
    return m_sources[a].column && m_sources[a].column == m_sources[b].column;
}

std::string_view ImportPlan::columnName(FieldSlot slot) const
{
    const auto& column = m_sources[slot].column;
    return column ? std::string_view(m_columns[*column]) : fieldsOf(m_mapping.kind)[slot].name;
}

std::string_view ImportPlan::unblanked(std::string_view cell) const
{
    const std::string_view text = trimmed(undefused(trimmed(cell)));
    for (const std::string& blank : m_mapping.empty) {
        if (text == blank) {
            return {};
        }
    }
    return text;
}

std::string_view ImportPlan::translated(const Source& source, std::string_view text) const
{
    if (const auto found = source.exact.find(text); found != source.exact.end()) {
        return found->second;
    }
    if (const auto found = source.folded.find(tandem::folded(text)); found != source.folded.end()) {
        return found->second;
    }
    return text;
}

std::string_view ImportPlan::text(const TableRow& row, FieldSlot slot) const
{
    const Source& source = m_sources[slot];
    std::string_view text;
    if (source.column) {
        text = unblanked(row.cells[*source.column]);
        if (source.translated) {
            text = translated(source, text);
        }
    }
    return text.empty() ? std::string_view(source.constant) : text;
}

std::string_view ImportPlan::cell(const TableRow& row, std::size_t column) const
{
    return unblanked(row.cells[column]);
}

std::optional<DateReading> ImportPlan::readDate(std::string_view text, std::size_t column) const
{
    static const DateFormat plain;
    const auto reading = (m_dates[column] ? *m_dates[column] : plain).read(text);
    m_needsWholeLook = m_needsWholeLook || (!reading && m_assumed[column] != 0);
    return reading;
}

std::optional<Instant> ImportPlan::instant(std::string_view text, FieldSlot slot,
                                           const TimeZone& zone) const
{
    const auto& column = m_sources[slot].column;
    const auto reading = column ? readDate(text, *column) : DateFormat().read(text);
    return reading ? std::optional(toInstant(*reading, zone)) : std::nullopt;
}

std::optional<Day> ImportPlan::day(std::string_view text, FieldSlot slot,
                                   const TimeZone& zone) const
{
    const auto& column = m_sources[slot].column;
    const auto reading = column ? readDate(text, *column) : DateFormat().read(text);
    if (!reading) {
        return std::nullopt;
    }
    // A day without a time is that day everywhere; an instant falls on a day of the workbook's
    // zone.
    return reading->utcOffset ? zone.dayOf(toInstant(*reading, zone)) : reading->day;
}

std::optional<Instant> ImportPlan::instantOfColumn(std::string_view text, std::size_t column,
                                                   const TimeZone& zone) const
{
    const auto reading = readDate(text, column);
    return reading ? std::optional(toInstant(*reading, zone)) : std::nullopt;
}

DecimalSign ImportPlan::sign(FieldSlot slot) const
{
    const auto& column = m_sources[slot].column;
    return column ? m_signs[*column].value_or(DecimalSign::Point) : DecimalSign::Point;
}

std::vector<std::size_t> ImportPlan::columnsOf(bool (*shape)(FieldShape)) const
{
    std::vector<std::size_t> out;
    const std::span<const Field> fields = fieldsOf(m_mapping.kind);
    for (FieldSlot slot = 0; slot < fields.size(); ++slot) {
        if (shape(fields[slot].shape) && m_sources[slot].column) {
            out.push_back(*m_sources[slot].column);
        }
    }
    if (shape(FieldShape::Instant)) {
        out.insert(out.end(), m_stageDateColumns.begin(), m_stageDateColumns.end());
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

namespace {

constexpr std::int64_t kFirstRows = 20'000;

bool saysItself(const DateColumnProbe& probe)
{
    const auto finding = probe.finding();
    return finding.fit == DateColumnProbe::Fit::One && finding.badCount == 0 &&
           finding.format == DateFormat(DateFormat::Order::SelfEvident);
}

template <class Cell>
std::string shown(const std::vector<Cell>& examples)
{
    std::string out;
    for (std::size_t i = 0; i < std::min<std::size_t>(2, examples.size()); ++i) {
        out +=
            fmt::format("{}'{}' in row {}", i == 0 ? "" : ", ", examples[i].text, examples[i].row);
    }
    return out;
}

std::string readings(const DateColumnProbe::Finding& finding)
{
    std::vector<std::string> out;
    for (const DateFormat& format : finding.candidates) {
        std::string words = format.name();
        const auto day =
            finding.examples.empty() ? std::nullopt : format.read(finding.examples[0].text);
        if (day) {
            words += fmt::format(" ({})", isoDay(day->day));
        }
        out.push_back(std::move(words));
    }
    return joined(out, " or ");
}

Error ambiguousDates(const std::string& file, const std::string& column,
                     const DateColumnProbe::Finding& finding)
{
    const bool conflict = finding.fit == DateColumnProbe::Fit::Conflict;
    return {ErrorCode::Ambiguous, file,
            fmt::format("column '{0}': {1} {2}; say how to read it in the mapping: \"dates\": "
                        "{{\"{0}\": \"day-first\"}}, \"month-first\" or a format such as "
                        "\"dd/MM/yyyy\"",
                        column, shown(finding.examples),
                        conflict ? "can only be read day-first in one place and month-first in "
                                   "another"
                                 : "can be " + readings(finding))};
}

Error ambiguousNumbers(const std::string& file, const std::string& column,
                       const NumberColumnProbe::Finding& finding)
{
    const bool conflict = finding.fit == NumberColumnProbe::Fit::Conflict;
    return {ErrorCode::Ambiguous, file,
            fmt::format("column '{}': {} {}; say which in the mapping: \"decimal\": \".\" or "
                        "\"decimal\": \",\"",
                        column, shown(finding.examples),
                        conflict ? "need different decimal signs"
                                 : "can be a number with a fraction or one with groups")};
}

} // namespace

Result<void> ImportPlan::findFormats(const std::string& path, const Dialect& dialect, Look look,
                                     const Progress& progress)
{
    // Formats that were only assumed are looked for again.
    for (std::size_t column = 0; column < m_assumed.size(); ++column) {
        if (m_assumed[column] != 0) {
            m_dates[column].reset();
            m_assumed[column] = 0;
        }
    }
    m_needsWholeLook = false;
    std::vector<std::size_t> dateColumns = columnsOf(isDateShape);
    std::vector<std::size_t> numberColumns = columnsOf(isNumberShape);
    std::erase_if(dateColumns, [this](std::size_t column) { return m_dates[column].has_value(); });
    std::erase_if(numberColumns,
                  [this](std::size_t column) { return m_signs[column].has_value(); });
    if (dateColumns.empty() && numberColumns.empty()) {
        return {};
    }
    std::vector<DateColumnProbe> dates(dateColumns.size(), DateColumnProbe(true));
    std::vector<NumberColumnProbe> numbers(numberColumns.size());

    auto table = CsvTable::open(path, dialect);
    if (!table) {
        return fail(table.error());
    }
    while (true) {
        const auto more = table->next();
        if (!more) {
            return fail(more.error());
        }
        if (!*more) {
            break;
        }
        const TableRow& row = table->row();
        if (row.footer) {
            continue;
        }
        for (std::size_t i = 0; i < dateColumns.size(); ++i) {
            dates[i].add(cell(row, dateColumns[i]), row.record);
        }
        for (std::size_t i = 0; i < numberColumns.size(); ++i) {
            numbers[i].add(cell(row, numberColumns[i]), row.record);
        }
        if (look == Look::Begin && row.record == kFirstRows && numberColumns.empty() &&
            std::all_of(dates.begin(), dates.end(), saysItself)) {
            for (const std::size_t column : dateColumns) {
                m_assumed[column] = 1;
            }
            break;
        }
        if (row.record % 4096 == 0) {
            if (progress.stopRequested()) {
                return fail(ErrorCode::Stopped, m_file);
            }
            const double size =
                static_cast<double>(std::max<std::int64_t>(1, table->stream().size()));
            progress.report(0.25 * static_cast<double>(table->stream().bytesRead()) / size,
                            "looking at dates and numbers");
        }
    }
    for (std::size_t i = 0; i < dateColumns.size(); ++i) {
        const auto finding = dates[i].finding();
        if (finding.fit == DateColumnProbe::Fit::Ambiguous ||
            finding.fit == DateColumnProbe::Fit::Conflict) {
            return fail(ambiguousDates(m_file, m_columns[dateColumns[i]], finding));
        }
        m_dates[dateColumns[i]] = finding.format.value_or(DateFormat());
    }
    const std::vector<std::size_t> counts =
        columnsOf([](FieldShape shape) { return shape == FieldShape::Count; });
    for (std::size_t i = 0; i < numberColumns.size(); ++i) {
        auto finding = numbers[i].finding();
        if (finding.fit == NumberColumnProbe::Fit::Ambiguous && !finding.examples.empty() &&
            std::binary_search(counts.begin(), counts.end(), numberColumns[i])) {
            // There is no fraction of a visitor: the mark parts groups.
            const bool comma = finding.examples[0].text.find(',') != std::string::npos;
            finding.fit = NumberColumnProbe::Fit::One;
            finding.sign = comma ? DecimalSign::Point : DecimalSign::Comma;
        }
        if (finding.fit == NumberColumnProbe::Fit::Ambiguous ||
            finding.fit == NumberColumnProbe::Fit::Conflict) {
            return fail(ambiguousNumbers(m_file, m_columns[numberColumns[i]], finding));
        }
        m_signs[numberColumns[i]] = finding.sign;
    }
    return {};
}

} // namespace tandem

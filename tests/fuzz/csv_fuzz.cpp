// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes must be read without a crash, and to the same rows however they are cut into chunks.
#include "core/exchange/csv_table.h"
#include "core/exchange/date_format.h"
#include "core/exchange/dialect.h"
#include "core/exchange/number_format.h"

#include <cstdlib>

using namespace tandem;

namespace {

std::vector<std::string> rowsOf(std::string_view bytes, const Dialect& dialect, std::size_t chunk)
{
    std::vector<std::string> seen;
    auto table = CsvTable::over(bytes, dialect, chunk);
    if (!table) {
        return {table.error().detail};
    }
    for (;;) {
        const auto more = table->next();
        if (!more || !*more) {
            seen.push_back(more ? "end" : more.error().detail);
            return seen;
        }
        for (const std::string_view cell : table->row().cells) {
            seen.emplace_back(cell);
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto dialect = detectDialectOf(bytes);
    if (!dialect) {
        return 0;
    }
    const std::vector<std::string> whole = rowsOf(bytes, *dialect, 1 << 20);
    if (rowsOf(bytes, *dialect, 3) != whole) {
        std::abort();
    }
    DateColumnProbe dates(true);
    NumberColumnProbe numbers;
    const auto pattern = DateFormat::named("d MMM yyyy HH:mm:ss AP");
    for (const std::string& cell : whole) {
        dates.add(cell, 1);
        numbers.add(cell, 1);
        static_cast<void>(pattern->read(cell));
        static_cast<void>(readMoney(cell, DecimalSign::Point, 2));
    }
    static_cast<void>(dates.finding());
    static_cast<void>(numbers.finding());
    return 0;
}

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/openings.h"

#include "core/sample/sample.h"

#include <QStandardPaths>

namespace tandem::ui {

namespace {

Result<void> makeDemonstration(const std::filesystem::path& file, const Progress& progress,
                               const WorkbookPlace& place)
{
    auto workbook = Workbook::create(file, {"Demonstration"}, place);
    if (!workbook) {
        return fail(workbook.error());
    }
    return makeSample(*workbook, {{}, "Tandem"}, currentInstant(), progress);
}

} // namespace

Result<OpenedWorkbook> createWorkbook(const std::filesystem::path& file, const NewWorkbook& start,
                                      const Progress& progress, const WorkbookPlace& place)
{
    auto workbook = Workbook::create(file, start, place);
    if (!workbook) {
        return fail(workbook.error());
    }
    auto facts = loadFacts(*workbook, progress);
    if (!facts) {
        return fail(facts.error());
    }
    return OpenedWorkbook{std::move(*workbook), std::move(*facts)};
}

QString demonstrationFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/tandem/demonstration.tandem");
}

Result<OpenedWorkbook> openDemonstration(const std::filesystem::path& file,
                                         const Progress& progress, const WorkbookPlace& place)
{
    std::error_code failed;
    if (!std::filesystem::exists(file, failed)) {
        // Made beside its place, so that a half-made one is never found the next time.
        std::filesystem::path making = file;
        making += ".part";
        std::filesystem::create_directories(file.parent_path(), failed);
        std::filesystem::remove(making, failed);
        if (auto made = makeDemonstration(making, progress, place); !made) {
            std::filesystem::remove(making, failed);
            return fail(made.error());
        }
        std::filesystem::rename(making, file, failed);
        if (failed) {
            return fail(ErrorCode::Io, file.string(), failed.message());
        }
    }
    return openWorkbook(file, OpenMode::ReadWrite, progress, place);
}

} // namespace tandem::ui

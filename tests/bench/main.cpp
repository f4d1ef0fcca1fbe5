// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the product and a bare reference in turn and prints the ratio of their processor times:
//   tandem_bench [S|M|L|<leads>] [--runs N] [--folder DIR] [--only TEXT]
#include "core/analytics/funnel.h"
#include "core/analytics/lead_list.h"
#include "core/analytics/responses.h"
#include "core/analytics/stage_times.h"
#include "core/analytics/touches.h"
#include "core/base/text.h"
#include "core/exchange/importer.h"
#include "core/exchange/suggest.h"
#include "core/facts/load.h"
#include "core/store/records.h"
#include "core/store/scan.h"
#include "tests/bench/generate.h"
#include "tests/bench/r1.h"
#include "tests/bench/r2.h"
#include "tests/bench/timing.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <cstring>
#include <fmt/core.h>
#include <sqlite3.h>
#include <unistd.h>

using namespace tandem;
using namespace tandem::bench;
namespace fs = std::filesystem;

namespace {

const Who kWho{std::nullopt, "bench"};
constexpr Instant kNow{1'767'225'600}; // 2026-01-01

struct Bench {
    fs::path csv;  ///< the generated files
    fs::path work; ///< what the jobs write
    int runs = 5;
    std::string only;

    WorkbookPlace place() const { return {work / "backups", false}; }

    void run(const std::string& name, double goal, const std::function<Cost()>& product,
             const std::function<Cost()>& reference) const
    {
        if (name.find(only) != std::string::npos) {
            print(compare(name, goal, runs, product, reference));
        }
    }
};

/// The value, or the end of the program with what went wrong.
template <class T>
T need(Result<T> result)
{
    if (!result) {
        fmt::print(stderr, "{}: {}\n", result.error().subject, result.error().detail);
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

void import(Workbook& workbook, const fs::path& file, RecordKind kind)
{
    const Mapping mapping = need(suggestMappingFor(file, kind));
    ImportOptions options;
    options.now = kNow;
    const ImportResult result = need(importFile(workbook, kWho, file, mapping, options));
    if (result.rejectedCount != 0) {
        fmt::print(stderr, "{}: {} rows rejected\n", file.string(), result.rejectedCount);
        std::exit(1);
    }
}

/// A new workbook with the generated leads and campaigns, and more if asked.
void makeWorkbook(const Bench& bench, const fs::path& file, bool complete)
{
    fs::remove(file);
    Workbook workbook = need(Workbook::create(file, {}, bench.place()));
    import(workbook, bench.csv / "campaigns.csv", RecordKind::Campaigns);
    import(workbook, bench.csv / "leads.csv", RecordKind::Leads);
    if (complete) {
        import(workbook, bench.csv / "stages.csv", RecordKind::Stages);
        import(workbook, bench.csv / "touches.csv", RecordKind::Touches);
    }
}

Cost bareLoad(const Bench& bench)
{
    return inChild([&] {
        loadBare(bench.csv / "touches.csv", bench.work / "bare.sqlite");
        return true;
    });
}

void benchImports(const Bench& bench)
{
    const fs::path prepared = bench.work / "prepared.tandem";
    const fs::path copy = bench.work / "copy.tandem";
    makeWorkbook(bench, prepared, false);
    const auto reference = [&] { return bareLoad(bench); };
    bench.run(
        "import of touches, ready to query / R1", 1.5,
        [&] {
            fs::copy_file(prepared, copy, fs::copy_options::overwrite_existing);
            return inChild([&] {
                Workbook workbook = need(Workbook::open(copy, OpenMode::ReadWrite, bench.place()));
                import(workbook, bench.csv / "touches.csv", RecordKind::Touches);
                return true;
            });
        },
        reference);
    bench.run(
        "complete import with search and undo / R1", 5.0,
        [&] {
            return inChild([&] {
                makeWorkbook(bench, bench.work / "whole.tandem", true);
                return true;
            });
        },
        reference);
    bench.run(
        "opening with all facts / R1", 0.3,
        [&] {
            return inChild([&] {
                Workbook workbook = need(Workbook::open(bench.work / "whole.tandem",
                                                        OpenMode::ReadWrite, bench.place()));
                return need(loadFacts(workbook)).leadCount() > 0;
            });
        },
        reference);
}

void benchMeasures(const Bench& bench, const Facts& facts)
{
    const BareColumns bare = bareColumns(facts);
    const Period year{Instant{kNow.seconds - 365 * kSecondsPerDay}, kNow};
    const std::vector<std::pair<std::string, Query>> queries{
        {"everybody", {{}, kNow, {}}},
        {"one year, one source", {year, kNow, {{"source", {"search"}}}}},
        {"one channel", {{}, kNow, {{"channel", {"webinar"}}}}},
    };
    volatile std::int64_t sink = 0;
    for (const auto& [name, query] : queries) {
        const Query& asked = query;
        bench.run(
            "funnel, " + name + " / R2", 3.0,
            [&] { return here([&] { sink = need(cohortFunnel(facts, asked)).cohortSize; }); },
            [&] { return here([&] { sink = scanFunnel(bare)[1]; }); });
        bench.run(
            "stage times, " + name + " / R2", 3.0,
            [&] { return here([&] { sink = need(stageTimes(facts, asked)).front().leftOut; }); },
            [&] { return here([&] { sink = scanFunnel(bare)[1]; }); });
        bench.run(
            "touches per lead, " + name + " / R2", 3.0,
            [&] { return here([&] { sink = need(touchFigures(facts, asked)).touches; }); },
            [&] { return here([&] { sink = bench::scanTouches(bare)[1]; }); });
        bench.run(
            "responses, " + name + " / R2", 3.0,
            [&] {
                return here([&] {
                    sink = static_cast<std::int64_t>(need(responses(facts, asked)).size());
                });
            },
            [&] { return here([&] { sink = scanResponses(bare); }); });
    }
}

/// One touch inserted and committed into a plain file of the same pages and journal.
class BareInsert {
public:
    explicit BareInsert(const fs::path& file)
    {
        sqlite3_open(file.c_str(), &m_db);
        sqlite3_exec(m_db,
                     "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=TRUNCATE;"
                     "PRAGMA synchronous=FULL;",
                     nullptr, nullptr, nullptr);
        sqlite3_prepare_v2(m_db, "INSERT INTO touch VALUES (?, ?, 1, 1, 1, 1, 0)", -1, &m_insert,
                           nullptr);
    }
    BareInsert(const BareInsert&) = delete;
    BareInsert& operator=(const BareInsert&) = delete;
    ~BareInsert()
    {
        sqlite3_finalize(m_insert);
        sqlite3_close(m_db);
    }

    void operator()(std::int64_t lead)
    {
        sqlite3_bind_int64(m_insert, 1, lead);
        sqlite3_bind_int64(m_insert, 2, kNow.seconds - lead);
        sqlite3_step(m_insert);
        sqlite3_reset(m_insert);
    }

private:
    sqlite3* m_db = nullptr;
    sqlite3_stmt* m_insert = nullptr;
};

void benchEdit(const Bench& bench, Workbook& workbook, Facts& facts)
{
    bareLoad(bench);
    BareInsert bareInsert(bench.work / "bare.sqlite");
    std::uint64_t next = 0;
    const auto lead = [&] { return (next += 7'919) % facts.leadCount(); };
    const auto edit = [&] {
        Touch touch;
        touch.lead = facts.leadIds[lead()];
        touch.at = Instant{kNow.seconds - static_cast<std::int64_t>(next % 100'000)};
        touch.channel = "phone";
        const Change change =
            need(workbook.edit(kWho, "Log a touch", [&](Writer& writer) -> Result<void> {
                const auto added = addTouch(writer, touch);
                return added ? Result<void>{} : fail(added.error());
            }));
        need(patchFacts(facts, workbook, change));
    };
    const auto reference = [&] {
        return here([&] { bareInsert(static_cast<std::int64_t>(lead())); });
    };
    bench.run(
        "edit, commit, facts right / bare insert", 3.0, [&] { return here(edit); }, reference);
    bench.run(
        "edit, commit, figures right / bare insert", 3.0,
        [&] {
            return here([&] {
                edit();
                need(cohortFunnel(facts, {{}, kNow, {}}));
                need(touchFigures(facts, {{}, kNow, {}}));
            });
        },
        reference);
}

void benchLists(const Bench& bench, const Workbook& workbook, const Facts& facts)
{
    std::string names;
    need(scanLeads(workbook.reader(), [&](const LeadRecord& record) {
        names += folded(record.name);
        names += '\n';
        return true;
    }));
    LeadListQuery asked;
    asked.query.asOf = kNow;
    asked.sort = LeadSort::Touches;
    const std::vector<LeadRow> order = need(listLeads(facts, asked, {}));
    std::uint64_t next = 0;
    volatile std::size_t sink = 0;
    bench.run(
        "a page of 40 leads with its count / scan of leads", 0.2,
        [&] {
            return here([&] {
                next = (next + 7'919 * 41) % (order.size() - 40);
                for (std::uint64_t i = next; i < next + 40; ++i) {
                    sink = need(lead(workbook.reader(), facts.leadIds[order[i]]))->name.size();
                }
                sink = order.size();
            });
        },
        [&] {
            return here([&] {
                std::size_t count = 0;
                need(scanLeads(workbook.reader(), [&](const LeadRecord&) {
                    ++count;
                    return true;
                }));
                sink = count;
            });
        });
    bench.run(
        "search, first 50 / memmem over the names", 0.1,
        [&] {
            return here([&] { sink = need(searchLeads(workbook.reader(), "mull", 50)).size(); });
        },
        [&] {
            return here([&] {
                std::size_t count = 0;
                const char* at = names.data();
                const char* const end = at + names.size();
                while ((at = static_cast<const char*>(memmem(at, static_cast<std::size_t>(end - at),
                                                             "mull", 4))) != nullptr) {
                    ++count;
                    ++at;
                }
                sink = count;
            });
        });
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App app{"Product against bare reference, in turn; the ratio of processor times."};
    std::string size = "S";
    Bench bench;
    std::string folder = (fs::temp_directory_path() / "tandem-bench").string();
    app.add_option("size", size, "S, M, L (10 k, 100 k, 1 M leads) or a number of leads");
    app.add_option("--runs", bench.runs, "runs of each, in turn");
    app.add_option("--folder", folder, "where files are made and kept");
    app.add_option("--only", bench.only, "only lines that contain this");
    CLI11_PARSE(app, argc, argv);
    const std::int64_t leads = size == "S"   ? 10'000
                               : size == "M" ? 100'000
                               : size == "L" ? 1'000'000
                                             : std::atoll(size.c_str());
    bench.csv = fs::path(folder) / fmt::format("{}", leads);
    bench.work = bench.csv / "work";
    fs::create_directories(bench.work);
    if (!fs::exists(bench.csv / "touches.csv")) {
        generate(bench.csv, leads);
    }
    fmt::print("{} leads; milliseconds of processor time\n{:<44} {:>10} {:>10} {:>8}\n", leads, "",
               "product", "reference", "ratio");
    benchImports(bench);
    if (!fs::exists(bench.work / "whole.tandem")) {
        makeWorkbook(bench, bench.work / "whole.tandem", true);
    }
    Workbook workbook =
        need(Workbook::open(bench.work / "whole.tandem", OpenMode::ReadWrite, bench.place()));
    Facts facts = need(loadFacts(workbook));
    benchMeasures(bench, facts);
    benchLists(bench, workbook, facts);
    benchEdit(bench, workbook, facts);
    return 0;
}

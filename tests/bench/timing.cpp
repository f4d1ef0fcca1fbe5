// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/timing.h"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fmt/core.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tandem::bench {
namespace {

double clockNow(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

double seconds(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

Cost medians(const std::vector<Cost>& costs)
{
    std::vector<double> cpu;
    std::vector<double> wall;
    std::vector<double> memory;
    for (const Cost& cost : costs) {
        cpu.push_back(cost.cpu);
        wall.push_back(cost.wall);
        memory.push_back(cost.memory);
    }
    return {median(cpu), median(wall), median(memory)};
}

} // namespace

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2.0;
}

Cost inChild(const std::function<bool()>& job)
{
    const double began = clockNow(CLOCK_MONOTONIC);
    const pid_t child = fork();
    if (child == 0) {
        _exit(job() ? 0 : 1);
    }
    int status = 0;
    rusage used{};
    wait4(child, &status, 0, &used);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fmt::print(stderr, "a measured job failed\n");
        std::exit(1);
    }
    return {seconds(used.ru_utime) + seconds(used.ru_stime), clockNow(CLOCK_MONOTONIC) - began,
            static_cast<double>(used.ru_maxrss) / 1024.0};
}

Cost here(const std::function<void()>& job)
{
    constexpr double enough = 0.05;
    for (int times = 1;; times *= 4) {
        const double wall = clockNow(CLOCK_MONOTONIC);
        const double cpu = clockNow(CLOCK_PROCESS_CPUTIME_ID);
        for (int i = 0; i < times; ++i) {
            job();
        }
        const double spent = clockNow(CLOCK_PROCESS_CPUTIME_ID) - cpu;
        const double passed = clockNow(CLOCK_MONOTONIC) - wall;
        if (passed > enough) {
            return {spent / times, passed / times, 0.0};
        }
    }
}

Comparison compare(std::string name, double goal, int runs, const std::function<Cost()>& product,
                   const std::function<Cost()>& reference)
{
    std::vector<Cost> ours;
    std::vector<Cost> theirs;
    std::vector<double> ratios;
    for (int i = 0; i < runs; ++i) {
        ours.push_back(product());
        theirs.push_back(reference());
        ratios.push_back(ours.back().cpu / theirs.back().cpu);
    }
    return {std::move(name), medians(ours), medians(theirs), median(ratios), goal};
}

void print(const Comparison& c)
{
    fmt::print("{:<44} {:>10.2f} {:>10.2f} {:>8.2f}", c.name, c.product.cpu * 1e3,
               c.reference.cpu * 1e3, c.ratio);
    if (c.goal > 0.0) {
        fmt::print("  <= {:<5.2f} {}", c.goal, c.ratio <= c.goal ? "kept" : "MISSED");
    }
    if (c.product.memory > 0.0) {
        fmt::print("  {:.0f} MB", c.product.memory);
    }
    fmt::print("\n");
    std::fflush(stdout);
}

} // namespace tandem::bench

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

namespace tandem::ctl {

/// What the chosen verb will do; its answer is the exit code.
using Action = std::function<int()>;

// Each adds its verb to the command line; parsing the verb sets `chosen`.
void addNew(CLI::App& app, Action& chosen);
void addImport(CLI::App& app, Action& chosen);
void addSuggest(CLI::App& app, Action& chosen);
void addReport(CLI::App& app, Action& chosen);
void addPlan(CLI::App& app, Action& chosen);
void addExport(CLI::App& app, Action& chosen);
void addCheck(CLI::App& app, Action& chosen);
void addBackup(CLI::App& app, Action& chosen);
void addSteps(CLI::App& app, Action& chosen); ///< history, undo, redo
void addHelp(CLI::App& app, Action& chosen);

/// A required option that takes a kind of records ("leads", "touches", …).
void addKind(CLI::App& verb, std::string& word, const std::string& option,
             const std::string& meaning);

} // namespace tandem::ctl

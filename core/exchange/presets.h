// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/embedded_file.h"
#include "core/exchange/fields.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tandem {

/// What programs call their columns: resources/presets/*.json, compiled in.
extern const std::vector<EmbeddedFile> kPresetFiles;

/// A column's name for comparing: lower case, no accents, only letters and digits, so that
/// "E-mail", "e_mail" and "Email*" are one.
std::string headerWord(std::string_view column);

/// The names by which one program's exports call the fields; all as headerWord writes them.
struct Preset {
    using FieldAliases = std::pair<std::string, std::vector<std::string>>; ///< best one first
    struct Kind {
        RecordKind kind = RecordKind::Leads;
        std::vector<FieldAliases> fields;
    };

    std::string system;                 ///< "HubSpot"; empty for the names that anybody uses
    std::vector<std::string> signature; ///< columns that tell the program
    std::size_t enough = 1;             ///< how many of them must be there
    std::vector<Kind> kinds;

    /// The aliases of a field in the order of preference; empty if the preset has none.
    const std::vector<std::string>& aliases(RecordKind kind, std::string_view field) const;
    bool knows(RecordKind kind) const;
};

/// The presets of programs, and the plain one.
const std::vector<Preset>& programPresets();
const Preset& plainPreset();

/// The program whose export has these columns (as headerWord writes them): the one with the most
/// signature columns, at least `enough`; nullptr if it looks like none.
const Preset* presetFor(const std::vector<std::string>& headerWords);

/// The default stage for which a program's word for a status or stage stands ("Open - Not
/// Contacted" → "Contact"); empty if the word is not known.
std::optional<std::string> stageForWord(std::string_view word);

} // namespace tandem

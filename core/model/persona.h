// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <string>

namespace tandem {

/// A buyer persona, known to both teams by name. The editor's sections are kept as JSON in `body`.
struct Persona {
    PersonaId id;
    std::string name;
    std::string quote;
    std::string criteria; ///< JSON of the criterion language; empty = none
    std::string body;     ///< JSON object of the described sections; empty = none

    bool operator==(const Persona&) const = default;
};

} // namespace tandem

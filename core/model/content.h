// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <optional>
#include <string>

namespace tandem {

/// A piece that Marketing makes and Sales sends.
struct Content {
    ContentId id;
    std::string key;
    std::string title;
    std::string kind; ///< "case study", "webinar", …
    std::string link;
    std::optional<PersonaId> persona;
    std::optional<StageId> stage;
    std::optional<PersonId> owner;

    bool operator==(const Content&) const = default;
};

} // namespace tandem

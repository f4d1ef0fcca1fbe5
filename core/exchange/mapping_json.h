// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/mapping.h"

#include <string>
#include <string_view>

namespace tandem {

/// Reads a mapping. BadInput says where the JSON breaks off, which key or kind is unknown (with
/// near names) and which value has the wrong type. Fields are checked later, by checkMapping.
Result<Mapping> mappingFromJson(std::string_view json);

/// As mappingFromJson, from a file; NotFound or Io if it cannot be read.
Result<Mapping> mappingFromFile(const std::string& path);

/// The mapping as JSON, indented, with what is at its default left out.
std::string mappingToJson(const Mapping& mapping);

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace tandem {

/// A failure in the three parts that every message of Tandem has.
struct ErrorWords {
    std::string happened; ///< what happened, with the subject and the detail
    std::string kept;     ///< what was kept
    std::string advice;   ///< what to do next
};

/// The words for `error`. Never empty in any part; plain text, English.
ErrorWords wordsFor(const Error& error);

/// The three parts on one line, for the command line.
std::string oneLine(const Error& error);

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/error_words.h"

#include <fmt/format.h>

namespace tandem {
namespace {

struct Phrase {
    const char* happened;
    const char* kept;
    const char* advice;
};

Phrase phraseFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
        return {"not found", "Nothing was changed.", "Check the name and try again."};
    case ErrorCode::Exists:
        return {"is there already", "It was left as it is.", "Choose another name."};
    case ErrorCode::NotAWorkbook:
        return {"is not a Tandem workbook", "The file was not touched.",
                "Open a .tandem file, or import this one if it is a CSV export."};
    case ErrorCode::Damaged:
        return {"is damaged", "The file was not touched.",
                "Open the newest backup, or a copy of the file."};
    case ErrorCode::Newer:
        return {"was written by a newer Tandem", "The file was not touched.",
                "Update Tandem to open it."};
    case ErrorCode::Busy:
        return {"is open elsewhere", "The file was not touched.",
                "Close it there, or open it read-only."};
    case ErrorCode::ReadOnly:
        return {"cannot be written", "Nothing was changed.",
                "Choose a folder that you may write to, or save a copy elsewhere."};
    case ErrorCode::DiskFull:
        return {"could not be saved because the disk is full", "Everything saved before is safe.",
                "Free some space or save a copy elsewhere, then try again."};
    case ErrorCode::Io:
        return {"could not be read or written", "Everything saved before is safe.",
                "Check the disk, then try again."};
    case ErrorCode::BadInput:
        return {"cannot be understood", "Nothing was changed.", "Correct it and try again."};
    case ErrorCode::Ambiguous:
        return {"can be read in two ways", "Nothing was changed.", "Say which reading is meant."};
    case ErrorCode::Conflict:
        return {"is not allowed by the workbook", "Nothing was changed.",
                "Change what stands against it first."};
    case ErrorCode::Unsupported:
        return {"is not possible here", "Nothing was changed.", "Try it another way."};
    case ErrorCode::Stopped:
        return {"was stopped", "Nothing was changed.", "Start it again whenever you like."};
    case ErrorCode::Internal:
        break;
    }
    return {"failed because of a mistake in Tandem", "Everything saved before is safe.",
            "Please report it with what you did."};
}

} // namespace

ErrorWords wordsFor(const Error& error)
{
    const Phrase phrase = phraseFor(error.code);
    std::string happened = error.subject.empty()
                               ? fmt::format("This {}", phrase.happened)
                               : fmt::format("{} {}", error.subject, phrase.happened);
    if (!error.detail.empty()) {
        happened += ": " + error.detail;
    }
    if (happened.back() != '.') {
        happened += '.';
    }
    return {std::move(happened), phrase.kept, phrase.advice};
}

std::string oneLine(const Error& error)
{
    const ErrorWords words = wordsFor(error);
    std::string line = fmt::format("{} {} {}", words.happened, words.kept, words.advice);
    for (char& c : line) {
        if (c == '\n' || c == '\r') {
            c = ' ';
        }
    }
    return line;
}

} // namespace tandem

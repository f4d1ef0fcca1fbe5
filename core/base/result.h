// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <tl/expected.hpp>

namespace tandem {

/// What kind of thing went wrong. The wording for people is made from it in core/base/error_words.
enum class ErrorCode {
    NotFound,     ///< a file, record, field or name that does not exist
    Exists,       ///< something that must be new is there already
    NotAWorkbook, ///< the file is no Tandem workbook
    Damaged,      ///< the file is a workbook, but its content or structure does not hold
    Newer,        ///< the file was written by a newer Tandem
    Busy,         ///< another program or person has the file open
    ReadOnly,     ///< the file or folder cannot be written
    DiskFull,     ///< no room left
    Io,           ///< the disk failed or refused
    BadInput,     ///< text, a cell, a mapping or an argument that cannot be understood
    Ambiguous,    ///< two readings fit and a person must choose
    Conflict,     ///< a rule of the workbook forbids it (a stage in use, a name taken)
    Unsupported,  ///< understood, but not possible here
    Stopped,      ///< the person stopped it; nothing was changed
    Internal,     ///< a mistake in Tandem itself
};

/// A failure as a value: the kind, what it is about (a file, field, name) and the detail.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string subject; ///< "leads.csv", "stage 'MQL'"; may be empty
    std::string detail;  ///< "row 12, column 'Created': '31/02/2026' is no date"; may be empty

    bool operator==(const Error&) const = default;
};

/// A value, or the reason why there is none.
template <class T>
using Result = tl::expected<T, Error>;

/// Makes the failed side of a Result: `return fail(ErrorCode::NotFound, path, "…");`
inline tl::unexpected<Error> fail(ErrorCode code, std::string subject, std::string detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(subject), std::move(detail)});
}

/// Passes an error on: `if (!r) return fail(r.error());`
inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace tandem

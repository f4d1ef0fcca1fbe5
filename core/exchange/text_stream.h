// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exchange/encoding.h"

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

namespace tandem {

/// A file or a piece of memory as UTF-8 text, piece by piece. NUL characters are left out and
/// counted. The memory must outlive the stream.
class TextStream {
public:
    static constexpr std::size_t kChunk = 256 * 1024;

    /// NotFound, Io or BadInput (a folder) if the file cannot be read.
    static Result<TextStream> open(const std::string& path, const Encoding& encoding,
                                   std::size_t chunk = kChunk);
    static TextStream over(std::string_view bytes, const Encoding& encoding,
                           std::size_t chunk = kChunk);

    /// Appends the next piece to `out`; false once the end is reached and nothing was left.
    Result<bool> read(std::string& out);

    /// The file's or the memory's size in bytes, and how many of them were read.
    std::int64_t size() const { return m_size; }
    std::int64_t bytesRead() const { return m_bytesRead; }
    std::int64_t nulCharacters() const { return m_nuls; }
    std::int64_t replaced() const { return m_decoder.replaced(); }

private:
    struct CloseFile {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };

    TextStream(const Encoding& encoding, std::size_t chunk);

    std::string m_path;
    std::unique_ptr<std::FILE, CloseFile> m_file;
    std::string_view m_memory;
    Decoder m_decoder;
    std::string m_bytes;
    std::int64_t m_size = 0;
    std::int64_t m_bytesRead = 0;
    std::int64_t m_nuls = 0;
    bool m_ended = false;
};

} // namespace tandem

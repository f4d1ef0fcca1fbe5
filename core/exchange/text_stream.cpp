// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/text_stream.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace tandem {

TextStream::TextStream(const Encoding& encoding, std::size_t chunk)
    : m_decoder(encoding), m_bytes(std::max<std::size_t>(chunk, 1), '\0')
{
}

Result<TextStream> TextStream::open(const std::string& path, const Encoding& encoding,
                                    std::size_t chunk)
{
    TextStream stream(encoding, chunk);
    stream.m_path = path;
    stream.m_file.reset(std::fopen(path.c_str(), "rb"));
    if (!stream.m_file) {
        return fail(errno == ENOENT ? ErrorCode::NotFound : ErrorCode::Io, path,
                    std::strerror(errno));
    }
    std::setvbuf(stream.m_file.get(), nullptr, _IONBF, 0); // the pieces are large already
    if (std::fseek(stream.m_file.get(), 0, SEEK_END) == 0) {
        stream.m_size = std::max<std::int64_t>(0, std::ftell(stream.m_file.get()));
        std::rewind(stream.m_file.get());
    }
    return stream;
}

TextStream TextStream::over(std::string_view bytes, const Encoding& encoding, std::size_t chunk)
{
    TextStream stream(encoding, chunk);
    stream.m_memory = bytes;
    stream.m_size = static_cast<std::int64_t>(bytes.size());
    return stream;
}

Result<bool> TextStream::read(std::string& out)
{
    if (m_ended) {
        return false;
    }
    std::string_view piece;
    if (m_file) {
        const std::size_t count = std::fread(m_bytes.data(), 1, m_bytes.size(), m_file.get());
        if (std::ferror(m_file.get()) != 0) {
            return fail(ErrorCode::Io, m_path, std::strerror(errno));
        }
        piece = std::string_view(m_bytes).substr(0, count);
    } else {
        piece = m_memory.substr(0, m_bytes.size());
        m_memory.remove_prefix(piece.size());
    }
    m_bytesRead += static_cast<std::int64_t>(piece.size());
    m_ended = piece.empty();

    const std::size_t before = out.size();
    m_decoder.decode(piece, m_ended, out);
    if (std::memchr(out.data() + before, '\0', out.size() - before) != nullptr) {
        const auto from = out.begin() + static_cast<std::ptrdiff_t>(before);
        const auto kept = std::remove(from, out.end(), '\0');
        m_nuls += out.end() - kept;
        out.erase(kept, out.end());
    }
    return !m_ended || out.size() > before;
}

} // namespace tandem

// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/lock_note.h"

#include "core/base/text.h"
#include "core/store/connection.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <fcntl.h>
#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>
#include <vector>

namespace tandem {
namespace {

constexpr std::string_view kFirstLine = "Tandem workbook lock";

std::filesystem::path noteOf(std::filesystem::path workbook)
{
    return workbook += ".lock";
}

std::string hostName()
{
    std::array<char, 256> name{};
    if (::gethostname(name.data(), name.size() - 1) != 0) {
        return "unknown";
    }
    return name.data();
}

struct Note {
    std::string user;
    std::string host;
    pid_t process = 0;
};

/// The note's content; empty if the file is missing or is something else.
std::optional<Note> readNote(const std::filesystem::path& file)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) {
        return std::nullopt;
    }
    std::array<char, 1024> buffer{};
    const ssize_t length = ::read(descriptor, buffer.data(), buffer.size());
    ::close(descriptor);
    if (length <= 0) {
        return std::nullopt;
    }
    const std::vector<std::string_view> lines =
        split({buffer.data(), static_cast<std::size_t>(length)}, '\n');
    if (lines.size() < 4 || lines[0] != kFirstLine) {
        return std::nullopt;
    }
    Note note{std::string(lines[1]), std::string(lines[2]), 0};
    std::from_chars(lines[3].data(), lines[3].data() + lines[3].size(), note.process);
    return note;
}

bool hasEnded(const Note& note)
{
    return note.host == hostName() && note.process > 0 && ::kill(note.process, 0) != 0 &&
           errno == ESRCH;
}

} // namespace

std::string loginName()
{
    if (const passwd* entry = ::getpwuid(::geteuid())) {
        const std::string full(split(entry->pw_gecos, ',').front());
        return full.empty() ? std::string(entry->pw_name) : full;
    }
    return "unknown";
}

Result<LockNote> LockNote::write(const std::filesystem::path& workbook)
{
    const std::filesystem::path file = noteOf(workbook);
    std::error_code error;
    if (std::filesystem::symlink_status(file, error).type() !=
        std::filesystem::file_type::not_found) {
        if (!readNote(file)) {
            return LockNote({});
        }
        std::filesystem::remove(file, error);
    }
    const int descriptor = ::open(file.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return fail(systemError(errno, workbook.parent_path()));
    }
    const std::string text =
        fmt::format("{}\n{}\n{}\n{}\n", kFirstLine, loginName(), hostName(), ::getpid());
    const bool written =
        ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    const int number = errno;
    ::close(descriptor);
    LockNote note(file);
    if (!written) {
        return fail(systemError(number, workbook.parent_path()));
    }
    return note;
}

LockNote& LockNote::operator=(LockNote&& other) noexcept
{
    std::swap(m_file, other.m_file);
    return *this;
}

LockNote::~LockNote()
{
    if (!m_file.empty()) {
        std::error_code error;
        std::filesystem::remove(m_file, error);
    }
}

std::optional<std::string> LockNote::holderOf(const std::filesystem::path& workbook)
{
    const std::filesystem::path file = noteOf(workbook);
    const std::optional<Note> note = readNote(file);
    if (!note) {
        return std::nullopt;
    }
    if (hasEnded(*note)) {
        std::error_code error;
        std::filesystem::remove(file, error);
        return std::nullopt;
    }
    return fmt::format("{} on {} (process {})", note->user, note->host, note->process);
}

} // namespace tandem

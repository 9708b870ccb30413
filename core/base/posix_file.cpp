// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/posix_file.h"

#include "core/base/error.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace paydown {

PosixFile::PosixFile(const std::string& path, int flags, unsigned fileMode)
    : m_path(path), m_fd(::open(path.c_str(), flags | O_CLOEXEC, static_cast<mode_t>(fileMode))) {}

PosixFile::~PosixFile() {
    if (m_fd >= 0) ::close(m_fd);
}

PosixFile::PosixFile(PosixFile&& other) noexcept
    : m_path(std::move(other.m_path)), m_fd(std::exchange(other.m_fd, -1)) {}

PosixFile& PosixFile::operator=(PosixFile&& other) noexcept {
    std::swap(m_path, other.m_path);
    std::swap(m_fd, other.m_fd);
    return *this;
}

std::uint64_t PosixFile::size() const {
    struct stat status {};
    if (::fstat(m_fd, &status) != 0) failTo("look at");
    return static_cast<std::uint64_t>(status.st_size);
}

std::string PosixFile::read(std::uint64_t offset, std::uint64_t bytes) const {
    std::string text(static_cast<std::size_t>(bytes), '\0');
    std::size_t done = 0;
    while (done < text.size()) {
        const auto got = ::pread(m_fd, text.data() + done, text.size() - done, static_cast<off_t>(offset + done));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) failTo("read");
        if (got == 0) break;
        done += static_cast<std::size_t>(got);
    }
    text.resize(done);
    return text;
}

void PosixFile::write(std::string_view bytes) const {
    while (!bytes.empty()) {
        const auto written = ::write(m_fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) failTo("write");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void PosixFile::sync() const {
    if (::fdatasync(m_fd) != 0 && errno != EINVAL && errno != ENOSYS) failTo("write");
}

void PosixFile::syncFolder(const std::string& path) {
    const PosixFile folder(path.empty() ? "." : path, O_RDONLY | O_DIRECTORY);
    if (folder.isOpen()) ::fsync(folder.fd());
}

void PosixFile::failTo(std::string_view doing) const {
    const int code = errno;
    const bool full = code == ENOSPC || code == EDQUOT;
    throw Error(fmt::format("{} {}: {}", doing, m_path, std::strerror(code)),
                full ? "free some space and run it again" : "");
}

} // namespace paydown

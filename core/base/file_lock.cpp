// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_lock.h"

#include "core/base/error.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace paydown {

namespace {

Error lockError(const std::string& path) {
    const bool refused = errno == EACCES || errno == EROFS || errno == EPERM;
    return {fmt::format("lock {}: {}", path, std::strerror(errno)),
            refused ? "make the folder writable, or name another place with --registry or PAYDOWN_REGISTRY" : ""};
}

int openLockFile(const std::string& path, unsigned fileMode) {
    int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (fd >= 0) {
        if ((fileMode & 0777U) != 0644U) ::fchmod(fd, static_cast<mode_t>(fileMode));
        return fd;
    }
    if (errno == EEXIST) fd = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
    if (fd < 0) throw lockError(path);
    return fd;
}

bool lock(int fd, int operation) {
    for (;;) {
        if (::flock(fd, operation) == 0) return true;
        if (errno != EINTR) return false;
    }
}

} // namespace

FileLock FileLock::acquire(const std::string& path, unsigned fileMode) {
    FileLock held(openLockFile(path, fileMode));
    if (!lock(held.m_fd, LOCK_EX)) throw lockError(path);
    return held;
}

std::optional<FileLock> FileLock::tryAcquire(const std::string& path, unsigned fileMode) {
    FileLock held(openLockFile(path, fileMode));
    if (lock(held.m_fd, LOCK_EX | LOCK_NB)) return held;
    if (errno != EWOULDBLOCK) throw lockError(path);
    return std::nullopt;
}

FileLock::~FileLock() {
    if (m_fd >= 0) ::close(m_fd);
}

FileLock::FileLock(FileLock&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
    std::swap(m_fd, other.m_fd);
    return *this;
}

void FileLock::write(std::string_view text) {
    if (::ftruncate(m_fd, 0) != 0) return;
    [[maybe_unused]] const auto written = ::pwrite(m_fd, text.data(), text.size(), 0);
}

} // namespace paydown

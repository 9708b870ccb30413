// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace paydown {

/// An exclusive lock on a file (flock), held until destruction. The system releases it when the process ends in
/// whatever way, so a lock is never left behind by a dead process. Threads of one process exclude each other too.
class FileLock {
public:
    /// Creates the file when it is missing and waits for the lock. @throws Error
    [[nodiscard]] static FileLock acquire(const std::string& path, unsigned fileMode = 0644);
    /// The same without waiting: nothing when somebody else holds it. @throws Error
    [[nodiscard]] static std::optional<FileLock> tryAcquire(const std::string& path, unsigned fileMode = 0644);

    ~FileLock();
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;

    /// Replaces what the file says, for those who wait. Failures are ignored: the lock holds without it.
    void write(std::string_view text);

private:
    explicit FileLock(int fd) : m_fd(fd) {}

    int m_fd = -1;
};

} // namespace paydown

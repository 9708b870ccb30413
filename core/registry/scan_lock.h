// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/file_lock.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>

namespace paydown {

/// Who scans at this moment, as the lock file says.
struct ScanHolder {
    std::int64_t pid = 0;
    std::string host;
    Timestamp since;

    /// "process 4711 on ada, since 10:42" for people.
    [[nodiscard]] std::string describe() const;
};

/// Lets one scan at a time write history into a registry. Readers, decisions and hooks do not need it. The lock is the
/// system's, so it ends with its process; what the file says is only for people.
class ScanLock {
public:
    /// Takes the lock if nobody has it. @throws Error when the lock file cannot be used.
    [[nodiscard]] static std::optional<ScanLock> tryAcquire(const std::string& path, unsigned fileMode = 0644);

    /// Waits for it. @param waiting told once who is in the way, before the wait begins.
    /// @throws Cancelled when stopped, Error when the lock file cannot be used.
    [[nodiscard]] static ScanLock acquire(const std::string& path, unsigned fileMode,
                                          const std::function<void(const ScanHolder&)>& waiting,
                                          const std::stop_token& stop);

    /// Who has the lock; nothing when nobody does.
    [[nodiscard]] static std::optional<ScanHolder> holder(const std::string& path);

    ~ScanLock();
    ScanLock(ScanLock&&) noexcept;
    ScanLock& operator=(ScanLock&&) = delete;

private:
    explicit ScanLock(FileLock lock);

    std::optional<FileLock> m_lock;
};

} // namespace paydown

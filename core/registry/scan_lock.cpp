// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/scan_lock.h"

#include "core/base/error.h"
#include "core/base/posix_file.h"
#include "core/base/progress.h"
#include "core/base/text.h"

#include <array>
#include <charconv>
#include <chrono>
#include <condition_variable>
#include <fcntl.h>
#include <mutex>
#include <unistd.h>
#include <utility>

namespace paydown {

namespace {

/// How often a waiting scan looks again. flock() itself could wait, but not for a stop as well.
constexpr std::chrono::milliseconds kLookAgain{50};
constexpr std::uint64_t kMaxHolderBytes = 512;

std::string hostName() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? std::string(name.data()) : std::string("?");
}

/// One line: pid, host, since.
std::string describeSelf() { return fmt::format("{} {} {}\n", ::getpid(), hostName(), formatTimestamp(now())); }

ScanHolder parseHolder(std::string_view text) {
    ScanHolder holder;
    const auto parts = split(trimmed(text), ' ');
    if (parts.size() != 3) return holder;
    std::from_chars(parts[0].data(), parts[0].data() + parts[0].size(), holder.pid);
    holder.host = parts[1];
    if (const auto since = parseTimestamp(parts[2])) holder.since = *since;
    return holder;
}

ScanHolder readHolder(const std::string& path) {
    const PosixFile file(path, O_RDONLY);
    return file.isOpen() ? parseHolder(file.read(0, kMaxHolderBytes)) : ScanHolder{};
}

/// Sleeps unless a stop comes first.
void waitALittle(const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any wakeUp;
    std::unique_lock lock(mutex);
    wakeUp.wait_for(lock, stop, kLookAgain, [] { return false; });
}

} // namespace

std::string ScanHolder::describe() const {
    if (pid == 0) return "another scan";
    return fmt::format("process {} on {}, since {}", pid, host, formatTimestamp(since));
}

ScanLock::ScanLock(FileLock lock) : m_lock(std::move(lock)) { m_lock->write(describeSelf()); }

ScanLock::ScanLock(ScanLock&& other) noexcept : m_lock(std::exchange(other.m_lock, std::nullopt)) {}

ScanLock::~ScanLock() {
    if (m_lock) m_lock->write({});
}

std::optional<ScanLock> ScanLock::tryAcquire(const std::string& path, unsigned fileMode) {
    auto lock = FileLock::tryAcquire(path, fileMode);
    if (!lock) return std::nullopt;
    return ScanLock(std::move(*lock));
}

ScanLock ScanLock::acquire(const std::string& path, unsigned fileMode,
                           const std::function<void(const ScanHolder&)>& waiting, const std::stop_token& stop) {
    bool told = false;
    for (;;) {
        if (auto lock = tryAcquire(path, fileMode)) return std::move(*lock);
        if (!told && waiting) waiting(readHolder(path));
        told = true;
        waitALittle(stop);
        throwIfStopped(stop);
    }
}

std::optional<ScanHolder> ScanLock::holder(const std::string& path) {
    if (::access(path.c_str(), F_OK) != 0) return std::nullopt;
    if (::access(path.c_str(), W_OK) == 0 && FileLock::tryAcquire(path)) return std::nullopt;
    auto holder = readHolder(path);
    // Who may not lock the file goes by what it says; a scan that ended has emptied it.
    if (holder.pid == 0 && ::access(path.c_str(), W_OK) != 0) return std::nullopt;
    return holder;
}

} // namespace paydown

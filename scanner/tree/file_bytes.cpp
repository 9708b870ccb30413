// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/tree/file_bytes.h"

#include "core/base/posix_file.h"

#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace paydown {

namespace {

constexpr std::int64_t kNsPerSecond = 1'000'000'000;

std::int64_t nanoseconds(const timespec& time) {
    return static_cast<std::int64_t>(time.tv_sec) * kNsPerSecond + time.tv_nsec;
}

FileStamp stampFrom(const struct stat& facts) {
    return {static_cast<std::uint64_t>(facts.st_size), nanoseconds(facts.st_mtim), nanoseconds(facts.st_ctim),
            static_cast<std::uint64_t>(facts.st_ino)};
}

} // namespace

std::optional<FileStamp> stampOf(const std::string& path) {
    struct stat facts {};
    if (lstat(path.c_str(), &facts) != 0 || !S_ISREG(facts.st_mode)) return std::nullopt;
    return stampFrom(facts);
}

std::int64_t clockNs() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

bool isSettled(const FileStamp& stamp, std::int64_t readAtNs) {
    constexpr std::int64_t kTickNs = kNsPerSecond / 10;      // that of Linux is 10 ms at most
    constexpr std::int64_t kCoarseTickNs = 3 * kNsPerSecond; // FAT keeps even seconds
    const bool isCoarse = stamp.modifiedNs % kNsPerSecond == 0 && stamp.changedNs % kNsPerSecond == 0;
    const std::int64_t line = readAtNs - (isCoarse ? kCoarseTickNs : kTickNs);
    return stamp.modifiedNs < line && stamp.changedNs < line;
}

std::string sizeReason(std::uint32_t maxBytes) {
    const bool isMiB = maxBytes >= 1U << 20 && maxBytes % (1U << 20) == 0;
    return "larger than " + (isMiB ? std::to_string(maxBytes >> 20) + " MiB" : std::to_string(maxBytes) + " bytes");
}

bool readFileBytes(const std::string& path, std::uint32_t maxBytes, std::string& bytes, std::string& reason,
                   FileStamp* stamp) {
    const PosixFile file(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    if (!file.isOpen()) {
        // A tracked file that was deleted, and a link in its place, are no trouble of anybody's.
        if (errno != ENOENT && errno != ELOOP && errno != ENOTDIR) reason = std::strerror(errno);
        return false;
    }
    struct stat facts {};
    if (fstat(file.fd(), &facts) != 0 || !S_ISREG(facts.st_mode)) return false;
    if (stamp != nullptr) *stamp = stampFrom(facts);
    if (static_cast<std::uint64_t>(facts.st_size) > maxBytes) {
        reason = sizeReason(maxBytes);
        return false;
    }
    bytes.resize(static_cast<std::size_t>(facts.st_size));
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t count = ::read(file.fd(), bytes.data() + done, bytes.size() - done);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) {
            reason = std::strerror(errno);
            return false;
        }
        if (count == 0) break; // It was cut short meanwhile.
        done += static_cast<std::size_t>(count);
    }
    bytes.resize(done);
    return true;
}

} // namespace paydown

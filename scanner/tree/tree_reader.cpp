// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/tree/tree_reader.h"

#include "core/base/posix_file.h"
#include "core/base/progress.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <exception>
#include <fcntl.h>
#include <mutex>
#include <optional>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace paydown {

namespace {

/// Files that a worker takes at once: small enough to share evenly, large enough that the queue costs nothing.
constexpr std::size_t kFilesPerPart = 32;

/// Parts of a reading, filled by workers in any order and taken in theirs.
class OrderedParts {
public:
    explicit OrderedParts(std::size_t count) : m_parts(count) {}

    void put(std::size_t index, TreeReading&& part) {
        const std::lock_guard lock(m_mutex);
        m_parts[index] = std::move(part);
        m_filled.notify_all();
    }

    void fail(std::exception_ptr failure) {
        const std::lock_guard lock(m_mutex);
        if (!m_failure) m_failure = std::move(failure);
        m_filled.notify_all();
    }

    TreeReading take(std::size_t index) {
        std::unique_lock lock(m_mutex);
        m_filled.wait(lock, [&] { return m_failure || m_parts[index]; });
        if (m_failure) std::rethrow_exception(m_failure);
        return std::move(*m_parts[index]);
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_filled;
    std::vector<std::optional<TreeReading>> m_parts;
    std::exception_ptr m_failure;
};

void readOne(const std::string& root, const std::string& path, const FileReader& reader, const TreeReadOptions& options,
             std::string& buffer, TreeReading& part) {
    std::string reason;
    if (!readFileBytes(root + "/" + path, options.maxFileBytes, buffer, reason)) {
        if (!reason.empty()) part.skipped.push_back({path, std::move(reason)});
        return;
    }
    if (!reader.mayHoldAnnotation(buffer)) return;
    FileReading reading = reader.read(path, buffer, options.symbols);
    if (!reading.skipped.empty())
        part.skipped.push_back({path, std::move(reading.skipped)});
    else if (!reading.annotations.empty()) {
        part.files.push_back({path, std::move(reading.language), std::move(reading.annotations)});
    }
}

std::string tooLarge(std::uint32_t maxBytes) {
    return maxBytes >= 1U << 20 ? "larger than " + std::to_string(maxBytes >> 20) + " MiB"
                                : "larger than " + std::to_string(maxBytes) + " bytes";
}

} // namespace

bool readFileBytes(const std::string& path, std::uint32_t maxBytes, std::string& bytes, std::string& reason) {
    const PosixFile file(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    if (!file.isOpen()) {
        // A tracked file that was deleted, and a link in its place, are no trouble of anybody's.
        if (errno != ENOENT && errno != ELOOP && errno != ENOTDIR) reason = std::strerror(errno);
        return false;
    }
    struct stat facts {};
    if (fstat(file.fd(), &facts) != 0 || !S_ISREG(facts.st_mode)) return false;
    if (static_cast<std::uint64_t>(facts.st_size) > maxBytes) {
        reason = tooLarge(maxBytes);
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

void readFiles(const std::string& root, std::span<const std::string> paths, const FileReader& reader,
               const TreeReadOptions& options, const OnTreeReading& onReading, const std::stop_token& stop) {
    const std::size_t partCount = (paths.size() + kFilesPerPart - 1) / kFilesPerPart;
    OrderedParts parts(partCount);
    std::atomic<std::size_t> next{0};
    const auto work = [&](const std::stop_token& ended) {
        try {
            std::string buffer;
            for (std::size_t index = next++; index < partCount && !ended.stop_requested(); index = next++) {
                TreeReading part;
                const auto begin = index * kFilesPerPart;
                for (const auto& path : paths.subspan(begin, std::min(kFilesPerPart, paths.size() - begin))) {
                    throwIfStopped(stop);
                    readOne(root, path, reader, options, buffer, part);
                }
                parts.put(index, std::move(part));
            }
        } catch (...) {
            parts.fail(std::current_exception());
        }
    };
    std::vector<std::jthread> workers;
    const auto workerCount = std::min<std::size_t>(std::max(1U, options.threads), partCount);
    for (std::size_t i = 0; i < workerCount; ++i) workers.emplace_back(work);
    for (std::size_t index = 0; index < partCount; ++index) onReading(parts.take(index));
}

TreeReading readFiles(const std::string& root, std::span<const std::string> paths, const FileReader& reader,
                      const TreeReadOptions& options, const std::stop_token& stop) {
    TreeReading whole;
    readFiles(
        root, paths, reader, options,
        [&whole](TreeReading&& part) {
            std::ranges::move(part.files, std::back_inserter(whole.files));
            std::ranges::move(part.skipped, std::back_inserter(whole.skipped));
        },
        stop);
    return whole;
}

} // namespace paydown

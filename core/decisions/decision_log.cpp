// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decisions/decision_log.h"

#include "core/base/error.h"
#include "core/base/posix_file.h"
#include "core/base/sha256.h"
#include "core/decisions/record_codec.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>
#include <unordered_set>

namespace paydown {

namespace {

constexpr std::uint64_t kChunkBytes = 4U << 20;
constexpr std::uint64_t kFingerprintBytes = 256; ///< Of the beginning and of the end.

Error openError(const std::string& path) {
    const bool refused = errno == EACCES || errno == EROFS || errno == EPERM;
    return {fmt::format("open the decision log {}: {}", path, std::strerror(errno)),
            refused ? "make it writable, or name another place with --registry or PAYDOWN_REGISTRY" : ""};
}

std::string folderOf(const std::string& path) { return std::filesystem::path(path).parent_path().string(); }

void readLine(std::string_view line, std::uint64_t offset, LogSlice& into) {
    if (line.empty()) return; // What a repair after a torn line may leave.
    auto record = decodeRecord(line);
    if (record)
        into.records.push_back(std::move(*record));
    else
        into.badLines.push_back({offset, record.error().what});
}

/// Splits what was read into whole lines; what follows the last line feed is left for the next chunk.
/// @return bytes used
std::size_t readLines(std::string_view text, std::uint64_t offset, LogSlice& into) {
    std::size_t begin = 0;
    for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', begin)) {
        readLine(text.substr(begin, end - begin), offset + begin, into);
        begin = end + 1;
    }
    return begin;
}

/// Whether a write was cut off: the last line has no line feed.
bool endsTorn(const PosixFile& file) {
    const std::uint64_t size = file.size();
    return size > 0 && file.read(size - 1, 1) != "\n";
}

std::string encodeLines(std::span<const DecisionRecord> records) {
    std::string lines;
    for (const auto& record : records) {
        const auto line = encodeRecord(record);
        if (!line) throw Error("write a decision: " + line.error().what, line.error().remedy);
        lines += *line;
        lines += '\n';
    }
    return lines;
}

} // namespace

DecisionLog::DecisionLog(std::string path, unsigned fileMode) : m_path(std::move(path)), m_fileMode(fileMode) {}

std::uint64_t DecisionLog::size() const {
    struct stat status {};
    return ::stat(m_path.c_str(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

LogSlice DecisionLog::read(std::uint64_t from) const {
    LogSlice slice;
    slice.end = from;
    const PosixFile file(m_path, O_RDONLY);
    if (!file.isOpen()) {
        if (errno == ENOENT) return slice;
        throw openError(m_path);
    }
    const std::uint64_t size = file.size();
    std::uint64_t chunk = kChunkBytes;
    while (slice.end < size) {
        const std::string text = file.read(slice.end, std::min(chunk, size - slice.end));
        const std::size_t used = readLines(text, slice.end, slice);
        slice.end += used;
        const bool atEnd = slice.end + (text.size() - used) >= size;
        if (used == 0 && atEnd) break;
        // A line longer than a chunk is bad, but what follows it is not.
        chunk = used == 0 ? chunk * 2 : kChunkBytes;
    }
    return slice;
}

std::string DecisionLog::fingerprint(std::uint64_t bytes) const {
    const PosixFile file(m_path, O_RDONLY);
    const std::uint64_t size = file.isOpen() ? file.size() : 0;
    if (size < bytes) return {};
    if (bytes == 0) return "empty";
    const std::uint64_t part = std::min(bytes, kFingerprintBytes);
    const auto digest = sha256(fmt::format("{}\n", bytes) + file.read(0, part) + file.read(bytes - part, part));
    return base32({reinterpret_cast<const char*>(digest.data()), digest.size()}, 32);
}

DecisionLog::Writer DecisionLog::lockForAppend() const {
    Writer writer(*this, FileLock::acquire(m_path, m_fileMode));
    if (needsRecovery()) recover();
    return writer;
}

bool DecisionLog::needsRecovery() const { return ::access(pendingPath().c_str(), F_OK) == 0; }

void DecisionLog::Writer::append(std::span<const DecisionRecord> records) {
    if (records.empty()) return;
    const std::string lines = encodeLines(records);
    if (records.size() == 1) {
        m_log.appendLines(lines);
        return;
    }
    const std::string pending = m_log.pendingPath();
    const std::string unfinished = pending + ".new";
    {
        const PosixFile file(unfinished, O_WRONLY | O_CREAT | O_TRUNC, m_log.m_fileMode);
        if (!file.isOpen()) throw openError(unfinished);
        file.write(lines);
        file.sync();
    }
    if (::rename(unfinished.c_str(), pending.c_str()) != 0) throw openError(pending);
    PosixFile::syncFolder(folderOf(pending));
    try {
        m_log.appendLines(lines);
    } catch (...) {
        ::unlink(pending.c_str()); // Not acknowledged, so nothing of it may come back.
        throw;
    }
    ::unlink(pending.c_str());
}

void DecisionLog::recover() const {
    const std::string pending = pendingPath();
    const DecisionLog begun(pending);
    endTornLine(); // What lacks only its line feed is there already.
    std::unordered_set<std::string> present;
    for (const auto& record : read().records) present.insert(record.id);
    std::vector<DecisionRecord> missing = begun.read().records;
    std::erase_if(missing, [&](const DecisionRecord& record) { return present.contains(record.id); });
    if (!missing.empty()) appendLines(encodeLines(missing));
    ::unlink(pending.c_str());
}

void DecisionLog::endTornLine() const {
    const PosixFile file(m_path, O_RDWR | O_APPEND);
    if (!file.isOpen()) throw openError(m_path);
    if (endsTorn(file)) file.write("\n");
}

void DecisionLog::appendLines(const std::string& lines) const {
    const PosixFile file(m_path, O_RDWR | O_APPEND);
    if (!file.isOpen()) throw openError(m_path);
    const std::uint64_t before = file.size();
    const bool torn = endsTorn(file);
    try {
        file.write(torn ? "\n" + lines : lines);
        file.sync();
    } catch (...) {
        // Half an action must not stay: what was there before is all that was ever acknowledged.
        [[maybe_unused]] const int ignored = ::ftruncate(file.fd(), static_cast<off_t>(before));
        throw;
    }
    if (before == 0) PosixFile::syncFolder(folderOf(m_path));
}

} // namespace paydown

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_lock.h"
#include "core/model/decision.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace paydown {

/// A line of the log that could not be read: set aside here, never removed from the file.
struct BadLine {
    std::uint64_t offset = 0; ///< Of its first byte.
    std::string reason;
};

/// What the log holds from some offset on.
struct LogSlice {
    std::vector<DecisionRecord> records; ///< In the order of the file.
    std::vector<BadLine> badLines;
    std::uint64_t end = 0; ///< Offset after the last whole line: where reading goes on next time.
};

/// The append-only log of decisions, one canonical JSON line each (core/decisions/record_codec.h): the truth from which
/// everything else about decisions can be rebuilt. Nothing is ever taken out of it.
///
/// A last line without a line feed is a write that was cut off: readers ignore it, and the next append starts on a line
/// of its own. An action of several records is first written whole to "<log>.pending", so that a kill in between leaves
/// all of it or nothing: see recover().
class DecisionLog {
public:
    explicit DecisionLog(std::string path, unsigned fileMode = 0644);

    [[nodiscard]] const std::string& path() const { return m_path; }
    /// Bytes in the file; 0 when there is none.
    [[nodiscard]] std::uint64_t size() const;

    /// Reads whole lines from an offset that LogSlice::end gave. A missing file is empty. Needs no lock.
    /// @throws Error when the file cannot be read.
    [[nodiscard]] LogSlice read(std::uint64_t from = 0) const;

    /// A short text that tells the first so many bytes from those of another log, from their size, beginning and end.
    /// Empty when the file is shorter.
    [[nodiscard]] std::string fingerprint(std::uint64_t bytes) const;

    /// The right to append, held until destruction. While one process has it, no seq that it computed can be taken by
    /// another.
    class Writer {
    public:
        /// Appends all records or none, and returns once they are on the disk (fsync).
        /// @throws Error when a record is too long, the disk is full or the file cannot be written; then nothing was
        /// added.
        void append(std::span<const DecisionRecord> records);

    private:
        friend class DecisionLog;
        Writer(const DecisionLog& log, FileLock lock) : m_log(log), m_lock(std::move(lock)) {}

        const DecisionLog& m_log;
        FileLock m_lock;
    };

    /// Waits for others who append, and finishes what a killed one had begun. @throws Error
    [[nodiscard]] Writer lockForAppend() const;

    /// Whether an action of several records was cut off (or is being written at this moment): lockForAppend() ends it.
    [[nodiscard]] bool needsRecovery() const;

private:
    void recover() const;
    void endTornLine() const;
    void appendLines(const std::string& lines) const;
    [[nodiscard]] std::string pendingPath() const { return m_path + ".pending"; }

    std::string m_path;
    unsigned m_fileMode;
};

} // namespace paydown

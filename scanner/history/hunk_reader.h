// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/git/repository.h"
#include "core/model/history_records.h"

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace paydown::history {

/// Tells how versions of files differ.
class HunkReader {
public:
    virtual ~HunkReader() = default;
    struct Pair {
        BlobId before;
        BlobId after;
    };
    struct Difference {
        std::uint32_t beforeLines = 0;
        std::vector<Hunk> hunks;
    };
    /// Parallel to the pairs; nothing where a blob is missing or too large. May use threads.
    [[nodiscard]] virtual std::vector<std::optional<Difference>> read(std::span<const Pair> pairs) = 0;
};

/// Reads the blobs of a git repository, each once, pack by pack; a version is kept, as hashes of its lines, only until
/// it has been compared with all that it is asked about.
class GitHunkReader final : public HunkReader {
public:
    GitHunkReader(const git::Repository& repository, unsigned threads, std::uint64_t maxFileBytes,
                  const std::stop_token& stop)
        : m_repository(repository), m_threads(threads), m_maxFileBytes(maxFileBytes), m_stop(stop) {}

    /// @throws Cancelled
    [[nodiscard]] std::vector<std::optional<Difference>> read(std::span<const Pair> pairs) override;

private:
    const git::Repository& m_repository;
    unsigned m_threads;
    std::uint64_t m_maxFileBytes;
    const std::stop_token& m_stop;
};

} // namespace paydown::history

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/git/commit_walk.h"
#include "core/git/repository.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::git {

/// The bytes of one blob as stored. @throws Error when it is missing or broken, or holds more than `maxBytes`.
[[nodiscard]] std::string readBlob(const Repository& repository, const BlobId& id, std::uint64_t maxBytes = UINT64_MAX);
/// The same; nothing where that throws.
[[nodiscard]] std::optional<std::string> findBlob(const Repository& repository, const BlobId& id,
                                                  std::uint64_t maxBytes = UINT64_MAX);
/// The text of a file of a commit, such as .paydown.toml or .mailmap; nothing when there is none.
[[nodiscard]] std::optional<std::string> findFile(const Repository& repository, const CommitId& commit,
                                                  std::string_view path, std::uint64_t maxBytes = 16U << 20);

struct BlobReadOptions {
    unsigned threads = 2;
    std::uint64_t maxBytes = UINT64_MAX; ///< Larger ones are passed over.
};

/// What became of a reading.
struct BlobReading {
    std::uint64_t read = 0;
    std::uint64_t bytes = 0;
    std::vector<BlobId> tooLarge; ///< Ascending.
    std::vector<Gap> gaps;        ///< Missing or broken ones, by id.
};

/// @param worker 0 … threads-1, so that callers can keep state per worker. Calls of different workers run at once.
/// @param index into the ids that were given. @param bytes valid during the call.
using OnBlob = std::function<void(unsigned worker, std::size_t index, std::string_view bytes)>;

/// Reads many blobs, each once: pack by pack along the trees of their deltas, so that every entry is inflated once,
/// loose ones last. An exception of the callback ends the reading and is thrown on.
/// @param ids without duplicates. @throws Cancelled
BlobReading forEachBlob(const Repository& repository, std::span<const BlobId> ids, const BlobReadOptions& options,
                        const OnBlob& onBlob, const ProgressSink& progress = {}, const std::stop_token& stop = {});

} // namespace paydown::git

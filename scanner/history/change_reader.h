// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/git/tree_diff.h"
#include "scanner/history/index_tips.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace paydown::history {

/// A path that a commit changed with regard to all of its parents.
struct RawChange {
    std::uint32_t path = 0;   ///< Index into ChangeSet::paths.
    std::uint32_t before = 0; ///< Index of the first parent's blob in ChangeSet::before; null ids for absent ones.
    BlobId now;               ///< Null: gone.
};

/// The changes of a run of commits, as one thread read them.
struct ChangeSet {
    std::vector<std::string> paths; ///< Scanned ones.
    std::vector<BlobId> before;
    struct OfCommit {
        std::uint32_t begin = 0; ///< Range of changes.
        std::uint32_t end = 0;
    };
    std::vector<RawChange> changes;
    std::vector<OfCommit> commits; ///< Parallel to the run.
    std::vector<git::Gap> gaps;    ///< Trees that could not be read; the commits then have no changes.
};

/// A walked history with all of its changes.
struct ReadChanges {
    static constexpr std::size_t kRun = 512; ///< Commits of a run.
    std::vector<ChangeSet> runs;             ///< Of kRun commits each, the last one of the rest.
};

/// Compares the tree of every commit with those of its parents, on several threads.
/// @param commits parents before children. @throws Cancelled
[[nodiscard]] ReadChanges readChanges(const git::Repository& repository, const std::vector<git::WalkedCommit>& commits,
                                      const IndexRequest& request, const ProgressSink& progress,
                                      const std::stop_token& stop);

} // namespace paydown::history

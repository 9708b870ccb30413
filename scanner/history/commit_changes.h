// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/history/code_touches.h"
#include "scanner/history/index_tips.h"

#include <string>
#include <vector>

namespace paydown::history {

/// A commit that is no merge, with every scanned file that it changed.
struct ChangedCommit {
    CommitId id;
    Timestamp committed;
    std::string summary; ///< First line of the message; any bytes.
    std::vector<VersionChange> changes;
};

/// The changes of commits as one list, as touchesOfCode() takes them.
struct FlatChanges {
    explicit FlatChanges(std::span<const ChangedCommit> commits);

    std::vector<VersionChange> changes;
    std::vector<std::size_t> commitOf; ///< By change: index into the commits.
};

/// Reads commits and compares their trees with their parents', on several threads; merges are left out.
/// @param ids parents before children. @throws Cancelled @throws Error when a commit cannot be read.
[[nodiscard]] std::vector<ChangedCommit> readChangedCommits(const git::Repository& repository,
                                                            std::span<const CommitId> ids, const IndexRequest& request,
                                                            const std::stop_token& stop);

} // namespace paydown::history

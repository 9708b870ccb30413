// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/git/tree_diff.h"

#include <optional>
#include <string>
#include <vector>

namespace paydown::git {

/// A file at which the index differs from every parent of the commit to come.
struct StagedFile {
    std::string path;
    std::optional<BlobId> now;   ///< None: the commit removes it.
    std::vector<BlobId> parents; ///< What each parent has there; null for nothing.
};

/// What the next commit will do.
struct StagedChanges {
    std::vector<CommitId> parents;      ///< HEAD, and at the end of a merge the others; empty for the first commit.
    std::vector<StagedFile> files;      ///< In git's order.
    std::vector<std::string> conflicts; ///< Paths with unmerged entries; not among the files.
};

/// Compares the index with HEAD, at the end of a merge with every parent. Honours GIT_INDEX_FILE, as hooks need it
/// (`git commit -a`, `git commit PATH`). Folders that the index knows to be unchanged are skipped by its cached trees,
/// so cost hardly grows with the repository. Only what is staged counts: `git add -N` does not.
/// @throws Error when the index is broken.
[[nodiscard]] StagedChanges stagedChanges(const Repository& repository);

/// A file of the index.
struct IndexedFile {
    std::string path;
    BlobId blob;
};

/// Every regular file of the index by path; unmerged ones once, with a null blob. @throws Error
[[nodiscard]] std::vector<IndexedFile> indexedFiles(const Repository& repository);

} // namespace paydown::git

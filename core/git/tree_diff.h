// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/git/repository.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::git {

/// A path at which a tree differs from every parent's. Only regular and executable files count: a symbolic link or a
/// submodule is no file.
struct TreeChange {
    std::string_view path;           ///< With '/', bytes as stored. Valid during the call.
    std::optional<BlobId> now;       ///< None: no parent lacks it, and it is gone.
    std::span<const BlobId> parents; ///< What each parent has there; null (ObjectId::isNull) for nothing. Valid during
                                     ///< the call. Empty for a root commit.
};

/// A file of a tree.
struct TreeFile {
    std::string path;
    BlobId blob;
};

/// Reads trees and compares them, with a cache of trees, so that comparing commit after commit costs what changed.
/// One thread at a time. A tree that cannot be read throws Error, which names it; the caller may go on with another.
class TreeReader {
public:
    /// @param repository must outlive the reader.
    explicit TreeReader(const Repository& repository, std::size_t cacheBytes = 32U << 20);
    ~TreeReader();
    TreeReader(TreeReader&&) noexcept;

    using OnChange = std::function<void(const TreeChange&)>;
    /// Calls back for every path at which `tree` differs from all of `parents` (history's rule for merges), in git's
    /// order. Without a parent: for every file.
    void compare(const TreeId& tree, std::span<const TreeId> parents, const OnChange& onChange);

    /// Every file of a tree in git's order.
    void forEachFile(const TreeId& tree, const std::function<void(std::string_view path, const BlobId& blob)>& onFile);
    [[nodiscard]] std::vector<TreeFile> files(const TreeId& tree);
    /// The file at a path; nothing when there is none, or it is a folder, a link or a submodule.
    [[nodiscard]] std::optional<BlobId> find(const TreeId& tree, std::string_view path);

    /// The tree of a commit. @throws Error
    [[nodiscard]] TreeId treeOf(const CommitId& commit);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace paydown::git

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/staged.h"

#include "core/git/commit_walk.h"
#include "core/git/index_file.h"
#include "core/git/tree_comparison.h"

#include <algorithm>

namespace paydown::git {

namespace {

std::vector<std::string> conflictsOf(const IndexFile& index) {
    std::vector<std::string> paths;
    for (const auto& entry : index.entries()) {
        if (entry.stage != 0 && (paths.empty() || paths.back() != entry.path)) paths.emplace_back(entry.path);
    }
    return paths;
}

} // namespace

StagedChanges stagedChanges(const Repository& repository) {
    StagedChanges changes;
    if (const auto head = repository.head()) {
        changes.parents.push_back(*head);
        std::ranges::copy(repository.mergeHeads(), std::back_inserter(changes.parents));
    }
    const IndexFile index = IndexFile::open(repository);
    changes.conflicts = conflictsOf(index);
    TreeSource source(repository, 16U << 20);
    std::vector<TreeCursor> parents;
    const auto& cached = index.cachedTrees();
    for (const auto& parent : changes.parents) {
        const TreeId tree = readCommit(repository, parent).tree;
        if (!cached.empty() && cached[0].entries >= 0 && cached[0].id == tree) return changes; // nothing is staged
        parents.push_back(source.openTree(tree));
    }
    const TreeReader::OnChange onChange = [&changes](const TreeChange& change) {
        std::string path(change.path);
        if (std::ranges::binary_search(changes.conflicts, path)) return;
        changes.files.push_back({std::move(path), change.now, {change.parents.begin(), change.parents.end()}});
    };
    IndexCursor now(index);
    TreeComparison(source, onChange).compare(now, parents);
    return changes;
}

std::vector<IndexedFile> indexedFiles(const Repository& repository) {
    const IndexFile index = IndexFile::open(repository);
    TreeReader trees(repository);
    std::vector<IndexedFile> files;
    for (const auto& entry : index.entries()) {
        if (entry.mode == 040000) {
            // A folder that a sparse index does not list.
            TreeId tree;
            tree.bytes = entry.blob().bytes;
            trees.forEachFile(tree, [&](std::string_view path, const BlobId& blob) {
                files.push_back({std::string(entry.path) + std::string(path), blob});
            });
        } else if (entry.stage != 0) {
            if (files.empty() || files.back().path != entry.path) files.push_back({std::string(entry.path), {}});
        } else if (entry.isStagedFile()) {
            files.push_back({std::string(entry.path), entry.blob()});
        }
    }
    return files;
}

} // namespace paydown::git

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/tree_diff.h"

#include "core/git/commit_walk.h"
#include "core/git/tree_comparison.h"

namespace paydown::git {

struct TreeReader::Impl {
    TreeSource source;
    Impl(const Repository& repository, std::size_t cacheBytes) : source(repository, cacheBytes) {}
};

TreeReader::TreeReader(const Repository& repository, std::size_t cacheBytes)
    : m_impl(std::make_unique<Impl>(repository, cacheBytes)) {}
TreeReader::~TreeReader() = default;
TreeReader::TreeReader(TreeReader&&) noexcept = default;

void TreeReader::compare(const TreeId& tree, std::span<const TreeId> parents, const OnChange& onChange) {
    for (const auto& parent : parents) {
        if (parent == tree) return;
    }
    TreeCursor now = m_impl->source.openTree(tree);
    std::vector<TreeCursor> before;
    before.reserve(parents.size());
    for (const auto& parent : parents) before.push_back(m_impl->source.openTree(parent));
    TreeComparison(m_impl->source, onChange).compare(now, before);
}

void TreeReader::forEachFile(const TreeId& tree,
                             const std::function<void(std::string_view path, const BlobId& blob)>& onFile) {
    compare(tree, {}, [&onFile](const TreeChange& change) { onFile(change.path, *change.now); });
}

std::vector<TreeFile> TreeReader::files(const TreeId& tree) {
    std::vector<TreeFile> found;
    forEachFile(tree, [&found](std::string_view path, const BlobId& blob) {
        found.push_back({std::string(path), blob});
    });
    return found;
}

std::optional<BlobId> TreeReader::find(const TreeId& tree, std::string_view path) {
    TreeId folder = tree;
    while (true) {
        const auto slash = path.find('/');
        const std::string_view name = path.substr(0, slash);
        const bool isFolder = slash != std::string_view::npos;
        TreeCursor cursor = m_impl->source.openTree(folder);
        while (!cursor.atEnd() && (cursor.name() != name || cursor.isFolder() != isFolder)) cursor.next();
        if (cursor.atEnd()) return std::nullopt;
        if (!isFolder) {
            const BlobId blob = cursor.file();
            return blob.isNull() ? std::nullopt : std::optional(blob);
        }
        folder = *cursor.folder();
        path.remove_prefix(slash + 1);
    }
}

TreeId TreeReader::treeOf(const CommitId& commit) { return readCommit(m_impl->source.repository(), commit).tree; }

} // namespace paydown::git

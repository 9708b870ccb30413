// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Inside of core/git only: trees as raw bytes, walked entry by entry.

#include "core/git/object_store.h"
#include "core/model/object_id.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace paydown::git {

class Repository;

enum class EntryKind : std::uint8_t { File, Folder, Other };

/// The order of entries in a tree and in the index: as if the names of folders ended in '/'. Negative, 0 or positive.
[[nodiscard]] int compareEntries(std::string_view a, bool aIsFolder, std::string_view b, bool bIsFolder);

/// Reads a tree object's entries in their order. Bytes that are no tree throw Error.
class TreeCursor {
public:
    /// A folder that is not there.
    TreeCursor() = default;
    explicit TreeCursor(Object tree);

    [[nodiscard]] bool atEnd() const { return m_kind == kEnd; }
    [[nodiscard]] std::string_view name() const { return m_name; }
    [[nodiscard]] bool isFolder() const { return m_kind == static_cast<int>(EntryKind::Folder); }
    /// Null unless it is a regular file.
    [[nodiscard]] BlobId file() const;
    /// @pre isFolder(). Always known; optional as the index, the other reader of this shape, may not know.
    [[nodiscard]] std::optional<TreeId> folder() const;
    void next();
    /// Moves both past the entries in which they are equal, bytes and all; most of a tree is equal to its parent's.
    /// Returns the bytes of these entries, valid as long as both live. Where both go on alike to their ends, these are
    /// passed over unread: bytes that are no tree throw nothing there.
    static std::string_view skipEqual(TreeCursor& a, TreeCursor& b);
    /// Moves past the entries of these bytes if they are what comes next. @pre whole entries.
    bool skip(std::string_view entries);

    template <typename Source, typename Visit>
    void enter(Source& source, const Visit& visit) {
        TreeCursor inside = source.openTree(*folder());
        visit(inside);
    }

private:
    static constexpr int kEnd = -1;

    void seek(std::size_t bytes);

    std::optional<Object> m_tree; ///< Owns what the views look at.
    std::string_view m_current;   ///< From the current entry on.
    std::string_view m_rest;      ///< From the entry after the current one on.
    std::string_view m_name;
    const char* m_id = nullptr;
    int m_kind = kEnd;
};

/// Trees of one repository with those used last kept, up to a number of bytes.
class TreeSource {
public:
    TreeSource(const Repository& repository, std::size_t cacheBytes);
    ~TreeSource();

    /// @throws Error when the tree is missing or broken.
    [[nodiscard]] TreeCursor openTree(const TreeId& id);
    [[nodiscard]] const Repository& repository() const { return m_repository; }

private:
    struct Cache;
    const Repository& m_repository;
    std::unique_ptr<Cache> m_cache;
};

} // namespace paydown::git

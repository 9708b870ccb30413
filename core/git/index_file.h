// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Inside of core/git only: the index file (gitformat-index(5)), versions 2 to 4.

#include "core/git/mapped_file.h"
#include "core/git/tree_cursor.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::git {

class Repository;

/// An entry of the index. Order: path, then stage.
struct IndexEntry {
    std::string_view path; ///< Of the IndexFile. A folder of a sparse index ends in '/'.
    const char* id = nullptr;
    std::uint32_t mode = 0;
    std::uint8_t stage = 0;
    bool intentToAdd = false;

    [[nodiscard]] BlobId blob() const;
    /// A regular file that the next commit would hold.
    [[nodiscard]] bool isStagedFile() const { return stage == 0 && !intentToAdd && (mode & 0170000U) == 0100000U; }
};

/// A folder that the index knows the tree of.
struct CachedTree {
    std::string_view name;
    std::int64_t entries = -1; ///< Entries below it; -1: something below changed, the tree is not known.
    TreeId id;
    std::vector<std::uint32_t> folders; ///< Indexes of the folders inside.
};

/// The index of a work tree as it stands on disk.
class IndexFile {
public:
    /// The one that git would use: GIT_INDEX_FILE, else the work tree's own. A missing one is empty. @throws Error
    [[nodiscard]] static IndexFile open(const Repository& repository);

    [[nodiscard]] const std::vector<IndexEntry>& entries() const { return m_entries; }
    /// The root's is the first; empty when the index caches none.
    [[nodiscard]] const std::vector<CachedTree>& cachedTrees() const { return m_trees; }

private:
    explicit IndexFile(const std::string& path) : m_path(path), m_file(path) {}
    void parse();
    void parseEntries(std::uint32_t version, std::uint32_t count);
    void parseExtensions();
    std::uint32_t parseTree(std::string_view& rest, int depth);
    std::string_view take(std::size_t bytes);
    [[noreturn]] void refuse(const char* why) const;

    std::string m_path;
    MappedFile m_file;
    std::string_view m_rest;
    std::vector<char> m_names; ///< Version 4: the paths, uncompressed.
    std::vector<IndexEntry> m_entries;
    std::vector<CachedTree> m_trees;
};

/// The entries of one folder of the index, in the shape of a TreeCursor. What is not staged is passed over.
class IndexCursor {
public:
    explicit IndexCursor(const IndexFile& index);

    [[nodiscard]] bool atEnd() const { return m_atEnd; }
    [[nodiscard]] std::string_view name() const { return m_name; }
    [[nodiscard]] bool isFolder() const { return m_isFolder; }
    [[nodiscard]] BlobId file() const;
    [[nodiscard]] std::optional<TreeId> folder() const; ///< Nothing: not known, look inside.
    void next();

    template <typename Source, typename Visit>
    void enter(Source& source, const Visit& visit) {
        if (isSparse()) {
            TreeCursor inside = source.openTree(*folder());
            visit(inside);
        } else {
            IndexCursor inside(*m_index, m_position, m_prefix + m_name.size() + 1, m_cached);
            visit(inside);
        }
    }

private:
    static constexpr std::uint32_t kNoTree = 0xFFFFFFFF;

    IndexCursor(const IndexFile& index, std::size_t position, std::size_t prefix, std::uint32_t tree);
    [[nodiscard]] const IndexEntry& entry() const { return m_index->entries()[m_position]; }
    [[nodiscard]] bool isSparse() const { return entry().mode == 040000; }
    [[nodiscard]] bool isInside(std::size_t position, std::size_t prefixBytes) const;
    [[nodiscard]] std::uint32_t cachedFolder(std::string_view name) const;
    void settle();

    const IndexFile* m_index;
    std::string_view m_folder; ///< With '/' at its end; empty for the root.
    std::size_t m_position = 0;
    std::size_t m_prefix = 0;         ///< Bytes of m_folder.
    std::uint32_t m_tree = kNoTree;   ///< The cached tree of this folder.
    std::uint32_t m_cached = kNoTree; ///< That of the folder that the cursor stands at.
    std::string_view m_name;
    bool m_isFolder = false;
    bool m_atEnd = false;
};

} // namespace paydown::git

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/history/chronicle.h"
#include "scanner/history/source.h"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

namespace paydown::history {

/// Where an item stands: a version of a file, and the position of the item in it.
struct Stand {
    const HistoryRecord* version = nullptr; ///< Never null; lives as long as the chronicle.
    std::uint32_t position = 0;
    bool wasGone = false; ///< Between this version and the one that was asked about, the item had ended.

    [[nodiscard]] std::uint32_t line() const { return version->standing[position].line; }
};

/// An item under all of its names.
struct Names {
    std::vector<ItemNo> items; ///< Ascending.

    [[nodiscard]] bool contains(ItemNo item) const { return std::ranges::binary_search(items, item); }
};

/// Follows an item from version to version back through history, along its own path: over renames, over moves between
/// files, over merges to each parent, over a time in which it was gone. A function of the commit graph. One thread.
class Lineage {
public:
    Lineage(Chronicle& chronicle, HistorySource& source) : m_chronicle(chronicle), m_source(source) {}

    /// Where an item stands in a commit at a path; nothing when it does not, or when a gap is in the way.
    [[nodiscard]] std::optional<Stand> find(const Names& names, CommitNo commit, PathNo path);
    /// Where it stood in the versions that this one was made of: one for each parent that has it, the first first; none
    /// where it was introduced.
    [[nodiscard]] std::vector<Stand> before(const Names& names, const Stand& stand);

private:
    using Versions = std::vector<const HistoryRecord*>;
    [[nodiscard]] const std::vector<Versions>& parentsOf(const HistoryRecord* version);
    [[nodiscard]] Versions versionsAt(CommitNo commit, PathNo path, BlobNo blob);
    [[nodiscard]] static std::optional<Stand> standIn(const Versions& versions, const Names& names, std::uint32_t near);
    [[nodiscard]] std::set<PathNo> pathsOf(const Names& names);
    [[nodiscard]] std::optional<Stand> elsewhere(const Names& names, CommitNo parent, PathNo notAt);
    [[nodiscard]] std::optional<Stand> beforeItsEnding(const Names& names, CommitNo commit);

    Chronicle& m_chronicle;
    HistorySource& m_source;
    std::unordered_map<const HistoryRecord*, std::vector<Versions>> m_parents; ///< By parent.
};

} // namespace paydown::history

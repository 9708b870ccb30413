// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/history.h"
#include "core/model/line_extent.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace paydown {

// Numbers that stand for commits, paths, tag-holding blobs, texts and items inside of one store. They count from 0 in
// the order of indexing, so they say nothing outside of it. The walk gives them out; a commit's number is greater than
// its parents'.
using CommitNo = std::uint32_t;
using PathNo = std::uint32_t;
using BlobNo = std::uint32_t;
using TextNo = std::uint32_t;
using ItemNo = std::uint32_t;
inline constexpr std::uint32_t kNoNumber = 0xFFFFFFFF; ///< "None" for any of them.

/// What the walk needs to know again of a commit that has been read.
struct CommitNode {
    CommitId id;
    std::vector<CommitNo> parents;
    std::uint32_t generation = 1;
    bool boundary = false;
};

/// An annotation without its place (range, symbol and diagnostics are empty).
struct StoredText {
    TextNo number = 0;
    std::uint64_t hash = 0;      ///< Of everything below.
    std::uint64_t titleHash = 0; ///< Of the folded title.
    Annotation annotation;
};

/// An item in one version of one file.
struct Standing {
    ItemNo item = 0;
    TextNo text = 0;
    std::uint32_t line = 1;
    std::uint32_t column = 1;

    friend bool operator==(const Standing&, const Standing&) = default;
};

/// items(commit, path) where the annotations of a blob were matched anew (identity, section 4), in file order.
struct HistoryRecord {
    PathNo path = 0;
    BlobNo blob = 0;
    CommitNo commit = 0;
    std::vector<Standing> standing;
    std::vector<BlobNo> before; ///< By parent: what it has at this path; none where that holds no annotation.
};

/// How one file version differs from another, white space at the ends of lines apart: a function of the two alone.
struct StoredHunks {
    BlobNo before = 0;
    BlobNo after = 0;
    std::uint32_t beforeLines = 0;
    std::vector<Hunk> hunks; ///< Ascending, never adjacent.
};

struct StoredItem {
    ItemNo number = 0;
    ItemId id;
    CommitNo introduced = 0;
    PathNo path = 0;
    std::uint32_t order = 0;
    TextNo text = 0;           ///< At the introduction.
    ItemNo parent = kNoNumber; ///< The item that this is a copy of.
};

/// The sequence of events that only a tip tells (TipState::implied). In a commit they come after all that it did, to
/// whichever of an item's names.
inline constexpr std::uint32_t kImpliedSequence = kNoNumber - 1;

struct StoredEvent {
    ItemNo item = 0;
    std::uint32_t sequence = 0; ///< Counts the events of this item in the order of indexing.
    CommitNo commit = 0;
    std::uint32_t generation = 1; ///< The commit's.
    EventKind kind = EventKind::Introduced;
    std::optional<EndingKind> ending;
    PathNo path = 0;
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    PathNo fromPath = kNoNumber;
    TextNo text = 0;
    std::uint64_t titleHash = 0;
    std::uint32_t above = 0; ///< Hash of the nearest line above that says something; 0 for none.
    std::uint32_t below = 0;
};

/// Two items that turned out to be one in a commit.
struct StoredAlias {
    ItemNo item = 0;
    ItemNo other = 0;
    CommitNo commit = 0;
};

/// A file version that has been read; no number: it holds no annotation.
struct StoredBlob {
    BlobId id;
    std::optional<BlobNo> number;
};

/// Commits, in ascending order, that changed a path; merges are left out.
struct StoredChanges {
    PathNo path = 0;
    std::vector<CommitNo> commits;
};

/// What is shown of the annotations of a file version beside their text; read for live items only.
struct StoredShown {
    PathNo path = 0;
    BlobNo blob = 0;
    std::string language;
    std::vector<std::string> symbols; ///< By position in the file, mentions left out.
    std::vector<LineExtent> extents;  ///< Parallel to symbols: the code that each annotation is about.
};

} // namespace paydown

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

/// An item as a tip has it: where it stands, or stood last.
struct TipItem {
    struct Also {
        PathNo path = 0;
        std::uint32_t line = 1;
        std::uint32_t column = 1;
    };
    Standing standing;
    PathNo path = 0;
    std::string symbol;
    std::string language;
    LineExtent extent; ///< Of what is open: the code that it is about.
    std::vector<Also> also;
    std::vector<ItemNo> aliases;
    ItemNo parent = kNoNumber;
    CommitNo introduced = 0;
    CommitNo changed = 0;
    CommitNo ended = kNoNumber; ///< None while it is open.
    EndingKind ending = EndingKind::Paid;
};

/// One touch of a path at a tip.
struct TipTouch {
    std::int32_t day = 0; ///< Days since 1970-01-01.
    std::uint32_t person = 0;

    friend bool operator==(const TipTouch&, const TipTouch&) = default;
};

/// What worked on the code around an open item since it was introduced, as one tip has it.
struct TipInterest {
    struct Touched {
        CommitNo commit = 0;
        TipTouch by;

        friend bool operator==(const Touched&, const Touched&) = default;
    };
    ItemNo item = 0;
    PathNo path = 0;
    CommitNo version = kNoNumber; ///< Made the version that it stands in. None: says nothing about another tip.
    LineExtent extent;            ///< In that version.
    std::vector<Touched> touches; ///< Newest first; introduction and merges left out.
};

/// Everything known about one tip; replaces what was known.
struct TipState {
    CommitNo commit = 0;
    std::vector<TipItem> items;                                    ///< By item number.
    std::vector<std::pair<PathNo, std::vector<TipTouch>>> touches; ///< Of paths with open items; newest first.
    std::vector<TipInterest> interest;                             ///< Of open items, by item number.
    std::vector<SkippedFile> skipped;
};

/// New facts of history, written in one transaction. What a batch refers to is in it or was written before.
struct HistoryBatch {
    struct NumberedCommit {
        CommitNo number = 0;
        Commit commit;
        std::vector<CommitNo> parents;
    };
    struct NumberedPath {
        PathNo number = 0;
        std::string path;
    };
    std::vector<StoredBlob> blobs;
    std::vector<NumberedPath> paths;
    std::vector<NumberedCommit> commits;
    std::vector<StoredText> texts;
    std::vector<StoredItem> items;
    std::vector<std::pair<ItemNo, ItemId>> lengthenedIds; ///< Earlier items whose id clashed, with their longer id.
    std::vector<StoredEvent> events;
    std::vector<HistoryRecord> records;
    std::vector<StoredAlias> aliases;
    std::vector<StoredChanges> changes;
    std::vector<StoredShown> shown;
    std::vector<StoredHunks> hunks;
    std::vector<TipState> tips;
};

/// How many of each there are: the next number to give out.
struct HistoryCounts {
    CommitNo commits = 0;
    PathNo paths = 0;
    BlobNo blobs = 0; ///< Tag-holding ones.
    TextNo texts = 0;
    ItemNo items = 0;
};

/// What the tables were built with. Where one differs from now, part of them is built anew.
struct HistoryBasis {
    std::string matcher; ///< Version of the matching rules and of the records.
    std::string reading; ///< Words, caps and reader version: decides which blobs hold tags.
    std::string paths;   ///< exclude, .gitattributes and .mailmap at the tip.

    friend bool operator==(const HistoryBasis&, const HistoryBasis&) = default;
};

} // namespace paydown

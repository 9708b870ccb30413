// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/history_records.h"
#include "core/model/tip_records.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What a walk hands to the store at once, and what the store says of itself.
namespace paydown {

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

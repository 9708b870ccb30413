// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/history_store.h"
#include "scanner/history/source.h"

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace paydown::history {

/// Everything known so far: what a store holds, read when first asked for and kept, and what this walk adds, kept until
/// flush() writes it. So a first walk asks the store nothing, and a walk of one commit loads a few rows. One thread.
class Chronicle {
public:
    explicit Chronicle(HistoryStore& store);
    Chronicle(const Chronicle&) = delete;
    Chronicle& operator=(const Chronicle&) = delete;

    // Commits.
    [[nodiscard]] std::optional<CommitNo> findCommit(const CommitId& id);
    [[nodiscard]] const CommitNode& node(CommitNo number);
    /// The first number that this walk gives out: lower ones are of earlier walks.
    [[nodiscard]] CommitNo firstNew() const { return m_stored.commits; }
    /// @pre its parents were added. generation is computed here.
    CommitNo addCommit(Commit commit);
    [[nodiscard]] std::size_t commitCount() const { return m_counts.commits; }

    // Paths and blobs.
    [[nodiscard]] PathNo pathNo(std::string_view path);
    [[nodiscard]] const std::string& path(PathNo number);
    /// Whether a blob holds annotations; none: it has never been read.
    [[nodiscard]] std::optional<bool> holdsAnnotations(const BlobId& blob);
    void addBlob(const BlobId& blob, bool holdsAnnotations);
    /// Makes room for so many blobs more.
    void expectBlobs(std::size_t count) { m_blobs.reserve(m_blobs.size() + count); }
    void addChange(PathNo path, CommitNo commit) {
        m_changes[path].push_back(commit);
        if (m_stored.commits > 0) m_news.changes.emplace_back(commit, path);
    }
    /// Notes a path that a merge has otherwise than all of its parents; it is no change that anybody made.
    void addMerged(PathNo path, CommitNo commit) {
        if (m_stored.commits > 0) m_news.merged.emplace_back(commit, path);
    }

    // Texts, items, records, events.
    [[nodiscard]] TextNo textNo(Text& text);
    [[nodiscard]] const StoredText& text(TextNo number);
    [[nodiscard]] const StoredItem& item(ItemNo number);
    ItemNo addItem(StoredItem item, const Introduction& introduction);
    [[nodiscard]] const std::vector<const HistoryRecord*>& records(PathNo path, const BlobId& blob);
    [[nodiscard]] const std::vector<const HistoryRecord*>& records(PathNo path, BlobNo blob);
    /// @param before by parent: what it has at this path; null ids for absent ones.
    void addRecord(PathNo path, const BlobId& blob, CommitNo commit, std::vector<Standing> standing,
                   const std::vector<BlobId>& before);
    [[nodiscard]] const std::vector<StoredEvent>& eventsOf(ItemNo item);
    void addEvent(StoredEvent event);
    [[nodiscard]] const std::vector<ItemNo>& itemsWithTitle(std::uint64_t titleHash);
    [[nodiscard]] ItemNo itemCount() const { return m_counts.items; }
    void addAlias(const StoredAlias& alias);
    /// Those of any commit that name the item. Loads those of the store when first asked for.
    [[nodiscard]] const std::vector<StoredAlias>& aliasesOf(ItemNo item);

    /// What this walk added to what earlier ones had stored; kept across flush().
    struct News {
        std::vector<std::pair<CommitNo, PathNo>> changes; ///< Merges left out.
        std::vector<std::pair<CommitNo, PathNo>> merged;  ///< Where a merge alone changed what is annotated.
        std::vector<std::pair<CommitNo, ItemNo>> events;
        bool hasAliases = false;
    };
    [[nodiscard]] const News& news() const { return m_news; }
    /// Reads all commits, items and events that the store has, at once: for whoever needs most of them.
    /// @pre flushed.
    void loadAll();

    [[nodiscard]] std::optional<StoredShown> findShown(PathNo path, const BlobId& blob);
    void addShown(StoredShown shown, const BlobId& blob);

    /// None for a blob that holds no annotations or was never read.
    [[nodiscard]] BlobNo blobNo(const BlobId& id) { return blob(id).number; }
    [[nodiscard]] BlobId blobId(BlobNo number);
    /// Null when it is not known how these versions differ.
    [[nodiscard]] const StoredHunks* findHunks(BlobNo before, BlobNo after);
    void addHunks(StoredHunks hunks);

    /// An ending, for counting how recent others are.
    struct EndingRef {
        std::uint32_t generation = 0;
        CommitNo commit = 0;
        PathNo path = 0;
        ItemNo item = 0;
    };
    /// All endings, by generation. Loads those of the store when first asked for.
    [[nodiscard]] const std::multimap<std::uint32_t, EndingRef>& endings();

    /// Writes what was added since the last time, with a tip if given.
    void flush();
    void putTip(TipState tip) { m_batch.tips.push_back(std::move(tip)); }
    /// Commits added since the last flush().
    [[nodiscard]] std::size_t pending() const { return m_batch.commits.size(); }

private:
    struct Blob {
        bool read = false;
        BlobNo number = kNoNumber; ///< None: no annotations.
    };
    [[nodiscard]] Blob& blob(const BlobId& id);
    [[nodiscard]] static std::uint64_t pairKey(std::uint32_t a, std::uint32_t b) {
        return static_cast<std::uint64_t>(a) << 32 | b;
    }
    void lengthenId(ItemNo number);

    HistoryStore& m_store;
    const HistoryCounts m_stored; ///< What the store held at the beginning; older numbers may have to be loaded.
    HistoryCounts m_counts;
    HistoryBatch m_batch;

    std::unordered_map<CommitId, CommitNo, ObjectIdHash> m_commitNos;
    std::deque<CommitNode> m_newNodes;
    std::unordered_map<CommitNo, CommitNode> m_oldNodes;
    std::vector<CommitNode> m_allNodes; ///< Of the store; empty until loadAll().
    News m_news;
    std::unordered_map<CommitNo, std::size_t> m_batchCommits; ///< Where a commit stands in the batch.
    std::unordered_map<CommitNo, std::string> m_summaries;

    std::unordered_map<std::string, PathNo> m_pathNos;
    std::unordered_map<PathNo, std::string> m_paths;
    std::unordered_map<BlobId, Blob, ObjectIdHash> m_blobs;
    std::vector<BlobId> m_newBlobs; ///< Those with numbers from m_stored.blobs on.
    std::unordered_map<std::uint64_t, std::unique_ptr<StoredHunks>> m_hunks; ///< Null: the store has none either.
    std::map<PathNo, std::vector<CommitNo>> m_changes;

    std::unordered_map<TextNo, StoredText> m_texts;
    std::unordered_map<ItemNo, StoredItem> m_items;
    std::unordered_map<std::string, ItemNo> m_itemNos;
    std::deque<HistoryRecord> m_records;
    std::unordered_map<std::uint64_t, std::vector<const HistoryRecord*>> m_recordsOf;
    std::unordered_map<ItemNo, std::vector<StoredEvent>> m_eventsOf;
    std::unordered_map<std::uint64_t, std::vector<ItemNo>> m_itemsWithTitle;
    std::multimap<std::uint32_t, EndingRef> m_endings;
    bool m_endingsLoaded = false;
    std::unordered_map<ItemNo, std::vector<StoredAlias>> m_aliasesOf;
    bool m_aliasesLoaded = false;
};

} // namespace paydown::history

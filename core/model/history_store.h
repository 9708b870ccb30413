// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/history_batch.h"

#include <functional>
#include <span>

namespace paydown {

enum class Rebuild : std::uint8_t {
    Walk, ///< Forget what was assigned; keep which blobs hold tags.
    All   ///< Forget the blobs too.
};

/// An id that items bore before history was read anew, or that a decision made elsewhere names, with the annotation
/// that it named.
struct FormerName {
    ItemId id;
    CommitId commit;
    std::string path;
    std::string title;
    std::optional<std::uint32_t> order; ///< Among equal titles of the file; none: the line is exact.
    std::uint32_t line = 1;
};
enum class WhichNames : std::uint8_t {
    All,
    Untried ///< Those that have not been looked for yet.
};

/// Where a walk of history puts what it finds, and asks what an earlier walk found. The registry implements it with
/// SQLite, tests in memory. One thread at a time. Failures throw Error.
class HistoryStore {
public:
    virtual ~HistoryStore() = default;

    [[nodiscard]] virtual HistoryBasis basis() = 0;
    /// Forgets what a changed basis makes stale, and remembers the new one, in one transaction.
    virtual void rebuild(Rebuild what, const HistoryBasis& basis) = 0;
    [[nodiscard]] virtual HistoryCounts counts() = 0;
    /// Who authors are, by the .mailmap at the tip; applied to those known and those to come.
    /// @param fingerprint of the .mailmap: an unchanged one costs nothing.
    using ProperPerson = std::function<Person(const Person&)>;
    virtual void setPeople(ProperPerson proper, const std::string& fingerprint) = 0;
    /// Writes all of a batch or nothing of it.
    virtual void apply(HistoryBatch batch) = 0;

    [[nodiscard]] virtual std::optional<CommitNo> findCommit(const CommitId& id) = 0;
    /// @pre number < counts().commits
    [[nodiscard]] virtual CommitNode commit(CommitNo number) = 0;
    [[nodiscard]] virtual std::optional<PathNo> findPath(std::string_view path) = 0;
    [[nodiscard]] virtual std::string path(PathNo number) = 0;
    /// None: this blob has never been read.
    [[nodiscard]] virtual std::optional<StoredBlob> findBlob(const BlobId& id) = 0;
    [[nodiscard]] virtual std::optional<StoredText> findText(std::uint64_t hash) = 0;
    [[nodiscard]] virtual StoredText text(TextNo number) = 0;
    [[nodiscard]] virtual StoredItem item(ItemNo number) = 0;
    [[nodiscard]] virtual std::optional<ItemNo> findItem(const ItemId& id) = 0;
    /// By commit number.
    [[nodiscard]] virtual std::vector<HistoryRecord> records(PathNo path, BlobNo blob) = 0;
    /// By sequence.
    [[nodiscard]] virtual std::vector<StoredEvent> eventsOf(ItemNo item) = 0;
    /// Items of which any event has this title.
    [[nodiscard]] virtual std::vector<ItemNo> itemsWithTitle(std::uint64_t titleHash) = 0;
    /// The endings at commits with numbers below `end`.
    [[nodiscard]] virtual std::vector<StoredEvent> endings(CommitNo end) = 0;
    [[nodiscard]] virtual std::vector<StoredAlias> aliases() = 0;

    /// Names that no item bears and whose item has not been found. A store may keep none.
    [[nodiscard]] virtual std::vector<FormerName> unsettledNames(WhichNames /*which*/) { return {}; }
    /// The items that such names have been found to mean; none: looked for in vain.
    virtual void settleNames(const std::vector<std::pair<FormerName, std::optional<ItemNo>>>& /*found*/) {}

    [[nodiscard]] virtual std::optional<StoredShown> findShown(PathNo path, BlobNo blob) = 0;
    /// @pre number < counts().blobs
    [[nodiscard]] virtual BlobId blobId(BlobNo number) = 0;
    [[nodiscard]] virtual std::optional<StoredHunks> findHunks(BlobNo before, BlobNo after) = 0;
    /// Day of the author date, and author.
    [[nodiscard]] virtual TipTouch authorship(CommitNo commit) = 0;
    /// What the tips used last have of an item in a version of a file; what says nothing about others is left out.
    [[nodiscard]] virtual std::vector<TipInterest> knownInterest(ItemNo item) = 0;
    /// What one tip has of an item that is open there.
    [[nodiscard]] virtual std::optional<TipInterest> tipInterest(CommitNo tip, ItemNo item) = 0;
    /// What is open at a tip and stands in a ledger (standing.item, standing.text, path, introduced).
    [[nodiscard]] virtual std::vector<TipItem> openInLedgers(CommitNo tip) = 0;

    /// Commits of a shallow clone's boundary.
    [[nodiscard]] virtual std::vector<CommitId> boundary() = 0;
    [[nodiscard]] virtual bool hasTip(CommitNo commit) = 0;
    /// Marks tips as used now, the last one of them last; of more than kMaxTips, those not used for longest are
    /// forgotten.
    static constexpr std::size_t kMaxTips = 8;
    virtual void useTips(const std::vector<CommitNo>& tips) = 0;
    /// All tips, the one used last first.
    [[nodiscard]] virtual std::vector<TipBasis> tips() = 0;
    /// Where a tip has an item (path, also, aliases, ended); nothing when the item is none of its own, or an alias
    /// there.
    [[nodiscard]] virtual std::optional<TipItem> tipItem(CommitNo tip, ItemNo item) = 0;
    /// What only a tip tells of an item (TipState::implied).
    [[nodiscard]] virtual std::vector<StoredEvent> tipEvents(CommitNo tip, ItemNo item) = 0;

    // For building tips: everything at once.
    [[nodiscard]] virtual std::vector<CommitNode> allCommits() = 0;
    [[nodiscard]] virtual std::vector<StoredEvent> allEvents() = 0; ///< By item, then sequence.
    [[nodiscard]] virtual std::vector<StoredItem> allItems() = 0;
    /// The changes of a path as (day of the author date, person), by commit number.
    struct PathChange {
        CommitNo commit = 0;
        TipTouch touch;
    };
    [[nodiscard]] virtual std::vector<PathChange> changesOf(PathNo path) = 0;
    [[nodiscard]] virtual std::vector<std::string> allPaths() = 0; ///< By number.
};

} // namespace paydown

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/history_store.h"
#include "core/registry/database.h"

#include <memory>
#include <string>

namespace paydown {

/// HistoryStore in the registry's tables (history_schema.h). Uses the connection it is given, on its thread; a batch is
/// one transaction with Durability::Normal. In the middle of a long walk batches are written behind it, on another
/// thread: a failure there is thrown by a later call, and what was to follow the failed batch is not written. Failures
/// are RegistryError.
class HistoryStoreSqlite final : public HistoryStore {
public:
    /// @param database must outlive the store.
    explicit HistoryStoreSqlite(Database& database);
    ~HistoryStoreSqlite() override;

    [[nodiscard]] HistoryBasis basis() override;
    void rebuild(Rebuild what, const HistoryBasis& basis) override;
    [[nodiscard]] HistoryCounts counts() override;
    void setPeople(ProperPerson proper, const std::string& fingerprint) override;
    void apply(HistoryBatch batch) override;
    [[nodiscard]] std::optional<CommitNo> findCommit(const CommitId& id) override;
    [[nodiscard]] CommitNode commit(CommitNo number) override;
    [[nodiscard]] std::optional<PathNo> findPath(std::string_view path) override;
    [[nodiscard]] std::string path(PathNo number) override;
    [[nodiscard]] std::optional<StoredBlob> findBlob(const BlobId& id) override;
    [[nodiscard]] std::optional<StoredText> findText(std::uint64_t hash) override;
    [[nodiscard]] StoredText text(TextNo number) override;
    [[nodiscard]] StoredItem item(ItemNo number) override;
    [[nodiscard]] std::optional<ItemNo> findItem(const ItemId& id) override;
    [[nodiscard]] std::vector<HistoryRecord> records(PathNo path, BlobNo blob) override;
    [[nodiscard]] std::vector<StoredEvent> eventsOf(ItemNo item) override;
    [[nodiscard]] std::vector<ItemNo> itemsWithTitle(std::uint64_t titleHash) override;
    [[nodiscard]] std::vector<StoredEvent> endings(CommitNo end) override;
    [[nodiscard]] std::vector<StoredAlias> aliases() override;
    [[nodiscard]] std::vector<FormerName> unsettledNames(WhichNames which) override;
    void settleNames(const std::vector<std::pair<FormerName, std::optional<ItemNo>>>& found) override;
    [[nodiscard]] std::optional<StoredShown> findShown(PathNo path, BlobNo blob) override;
    [[nodiscard]] std::vector<CommitId> boundary() override;
    [[nodiscard]] bool hasTip(CommitNo commit) override;
    void useTips(const std::vector<CommitNo>& tips) override;
    [[nodiscard]] std::vector<TipBasis> tips() override;
    [[nodiscard]] std::optional<TipItem> tipItem(CommitNo tip, ItemNo item) override;
    [[nodiscard]] std::vector<StoredEvent> tipEvents(CommitNo tip, ItemNo item) override;
    [[nodiscard]] std::vector<CommitNode> allCommits() override;
    [[nodiscard]] std::vector<StoredEvent> allEvents() override;
    [[nodiscard]] std::vector<StoredItem> allItems() override;
    [[nodiscard]] std::vector<PathChange> changesOf(PathNo path) override;
    [[nodiscard]] std::vector<std::string> allPaths() override;
    [[nodiscard]] BlobId blobId(BlobNo number) override;
    [[nodiscard]] std::optional<StoredHunks> findHunks(BlobNo before, BlobNo after) override;
    [[nodiscard]] TipTouch authorship(CommitNo commit) override;
    [[nodiscard]] std::vector<TipInterest> knownInterest(ItemNo item) override;
    [[nodiscard]] std::optional<TipInterest> tipInterest(CommitNo tip, ItemNo item) override;
    [[nodiscard]] std::vector<TipItem> openInLedgers(CommitNo tip) override;

    /// Something that a scan remembers for the next one, any bytes; empty when there is nothing. A rebuild keeps it.
    [[nodiscard]] std::string note(const char* name);
    void keepNote(const char* name, const std::string& bytes);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace paydown

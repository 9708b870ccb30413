// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/history_store.h"
#include "tests/scanner/history/imagined_repository.h"

#include <utility>

namespace paydown::tests {

/// What a countdown throws: as if the process had died there.
struct Interrupted {};

/// Throws at the call that reaches nought, and ever after.
class Countdown {
public:
    explicit Countdown(unsigned calls) : m_left(calls) {}
    void count() {
        if (m_left == 0) throw Interrupted{};
        --m_left;
    }

private:
    unsigned m_left;
};

/// Passes every call on to another store until the countdown ends; a batch is then lost, or written with nobody told.
class FailingStore final : public HistoryStore {
public:
    FailingStore(HistoryStore& store, Countdown& countdown) : m_store(store), m_countdown(countdown) {}

    HistoryBasis basis() override { return counted().basis(); }
    void rebuild(Rebuild what, const HistoryBasis& basis) override { counted().rebuild(what, basis); }
    HistoryCounts counts() override { return counted().counts(); }
    void setPeople(ProperPerson proper, const std::string& fingerprint) override {
        counted().setPeople(std::move(proper), fingerprint);
    }
    void apply(HistoryBatch batch) override {
        counted().apply(std::move(batch));
        m_countdown.count();
    }
    std::optional<CommitNo> findCommit(const CommitId& id) override { return counted().findCommit(id); }
    CommitNode commit(CommitNo number) override { return counted().commit(number); }
    std::optional<PathNo> findPath(std::string_view path) override { return counted().findPath(path); }
    std::string path(PathNo number) override { return counted().path(number); }
    std::optional<StoredBlob> findBlob(const BlobId& id) override { return counted().findBlob(id); }
    std::optional<StoredText> findText(std::uint64_t hash) override { return counted().findText(hash); }
    StoredText text(TextNo number) override { return counted().text(number); }
    StoredItem item(ItemNo number) override { return counted().item(number); }
    std::optional<ItemNo> findItem(const ItemId& id) override { return counted().findItem(id); }
    std::vector<HistoryRecord> records(PathNo path, BlobNo blob) override { return counted().records(path, blob); }
    std::vector<StoredEvent> eventsOf(ItemNo item) override { return counted().eventsOf(item); }
    std::vector<ItemNo> itemsWithTitle(std::uint64_t hash) override { return counted().itemsWithTitle(hash); }
    std::vector<StoredEvent> endings(CommitNo end) override { return counted().endings(end); }
    std::vector<StoredAlias> aliases() override { return counted().aliases(); }
    std::optional<StoredShown> findShown(PathNo path, BlobNo blob) override { return counted().findShown(path, blob); }
    std::vector<CommitId> boundary() override { return counted().boundary(); }
    bool hasTip(CommitNo commit) override { return counted().hasTip(commit); }
    void useTips(const std::vector<CommitNo>& tips) override { counted().useTips(tips); }
    std::vector<TipBasis> tips() override { return counted().tips(); }
    std::optional<TipItem> tipItem(CommitNo tip, ItemNo item) override { return counted().tipItem(tip, item); }
    std::vector<StoredEvent> tipEvents(CommitNo tip, ItemNo item) override { return counted().tipEvents(tip, item); }
    std::vector<CommitNode> allCommits() override { return counted().allCommits(); }
    std::vector<StoredEvent> allEvents() override { return counted().allEvents(); }
    std::vector<StoredItem> allItems() override { return counted().allItems(); }
    std::vector<PathChange> changesOf(PathNo path) override { return counted().changesOf(path); }
    std::vector<std::string> allPaths() override { return counted().allPaths(); }
    BlobId blobId(BlobNo number) override { return counted().blobId(number); }
    std::optional<StoredHunks> findHunks(BlobNo before, BlobNo after) override {
        return counted().findHunks(before, after);
    }
    TipTouch authorship(CommitNo commit) override { return counted().authorship(commit); }
    std::vector<TipInterest> knownInterest(ItemNo item) override { return counted().knownInterest(item); }
    std::optional<TipInterest> tipInterest(CommitNo tip, ItemNo item) override {
        return counted().tipInterest(tip, item);
    }
    std::vector<TipItem> openInLedgers(CommitNo tip) override { return counted().openInLedgers(tip); }

private:
    HistoryStore& counted() {
        m_countdown.count();
        return m_store;
    }

    HistoryStore& m_store;
    Countdown& m_countdown;
};

/// ImaginedSource that fails when the countdown ends.
class FailingSource final : public ImaginedSource {
public:
    FailingSource(const ImaginedRepository& repository, history::TextTable& texts, Countdown& countdown)
        : ImaginedSource(repository, texts), m_countdown(countdown) {}

    history::FileMarksPtr marksOf(std::string_view path, const BlobId& blob) override {
        m_countdown.count();
        return ImaginedSource::marksOf(path, blob);
    }
    std::optional<std::string> bytesOf(const BlobId& blob) override {
        m_countdown.count();
        return ImaginedSource::bytesOf(blob);
    }
    std::optional<BlobId> blobAt(const CommitId& commit, std::string_view path) override {
        m_countdown.count();
        return ImaginedSource::blobAt(commit, path);
    }

private:
    Countdown& m_countdown;
};

} // namespace paydown::tests

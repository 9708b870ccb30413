// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/history_store.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace paydown::tests {

/// HistoryStore in memory: the twin of the registry's, for tests of the walk.
class MemoryHistoryStore final : public HistoryStore {
public:
    HistoryBasis basis() override { return m_basis; }
    void rebuild(Rebuild, const HistoryBasis& basis) override {
        *this = MemoryHistoryStore();
        m_basis = basis;
    }
    HistoryCounts counts() override {
        HistoryCounts counts;
        counts.commits = static_cast<CommitNo>(m_commits.size());
        counts.paths = static_cast<PathNo>(m_paths.size());
        counts.texts = static_cast<TextNo>(m_texts.size());
        counts.items = static_cast<ItemNo>(m_items.size());
        for (const auto& [id, number] : m_blobs) counts.blobs += number ? 1U : 0U;
        return counts;
    }
    void setPeople(ProperPerson, const std::string&) override {}

    void apply(HistoryBatch batch) override {
        for (const StoredBlob& blob : batch.blobs) m_blobs[blob.id] = blob.number;
        for (const auto& path : batch.paths) m_paths.push_back(path.path);
        for (const auto& [number, commit, parents] : batch.commits) {
            m_numbers[commit.id] = number;
            m_commits.push_back({commit.id, parents, commit.generation, commit.boundary});
        }
        for (const StoredText& text : batch.texts) m_texts.push_back(text);
        for (const auto& [item, id] : batch.lengthenedIds) m_items[item].id = id;
        for (const StoredItem& item : batch.items) m_items.push_back(item);
        for (const StoredEvent& event : batch.events) m_events.push_back(event);
        for (const HistoryRecord& record : batch.records) m_records[{record.path, record.blob}].push_back(record);
        for (const StoredHunks& hunks : batch.hunks) m_hunks[{hunks.before, hunks.after}] = hunks;
        for (const StoredAlias& alias : batch.aliases) m_aliases.push_back(alias);
        for (const TipState& tip : batch.tips) putTip(tip);
    }

    std::optional<CommitNo> findCommit(const CommitId& id) override {
        const auto found = m_numbers.find(id);
        return found == m_numbers.end() ? std::nullopt : std::optional(found->second);
    }
    CommitNode commit(CommitNo number) override { return m_commits.at(number); }
    std::optional<PathNo> findPath(std::string_view path) override {
        const auto found = std::ranges::find(m_paths, path);
        return found == m_paths.end() ? std::nullopt : std::optional(static_cast<PathNo>(found - m_paths.begin()));
    }
    std::string path(PathNo number) override { return m_paths.at(number); }
    std::optional<StoredBlob> findBlob(const BlobId& id) override {
        const auto found = m_blobs.find(id);
        return found == m_blobs.end() ? std::nullopt : std::optional(StoredBlob{id, found->second});
    }
    std::optional<StoredText> findText(std::uint64_t hash) override {
        const auto found = std::ranges::find(m_texts, hash, &StoredText::hash);
        return found == m_texts.end() ? std::nullopt : std::optional(*found);
    }
    StoredText text(TextNo number) override { return m_texts.at(number); }
    StoredItem item(ItemNo number) override { return m_items.at(number); }
    std::optional<ItemNo> findItem(const ItemId& id) override {
        const auto found = std::ranges::find(m_items, id, &StoredItem::id);
        return found == m_items.end() ? std::nullopt : std::optional(found->number);
    }
    std::vector<HistoryRecord> records(PathNo path, BlobNo blob) override {
        const auto found = m_records.find({path, blob});
        return found == m_records.end() ? std::vector<HistoryRecord>{} : found->second;
    }
    std::vector<StoredEvent> eventsOf(ItemNo item) override {
        std::vector<StoredEvent> events;
        std::ranges::copy_if(m_events, std::back_inserter(events), [&](const auto& e) { return e.item == item; });
        return events;
    }
    std::vector<ItemNo> itemsWithTitle(std::uint64_t titleHash) override {
        std::set<ItemNo> items;
        for (const StoredEvent& event : m_events) {
            if (event.titleHash == titleHash) items.insert(event.item);
        }
        return {items.begin(), items.end()};
    }
    std::vector<StoredEvent> endings(CommitNo end) override {
        std::vector<StoredEvent> events;
        std::ranges::copy_if(m_events, std::back_inserter(events),
                             [&](const auto& event) { return event.ending && event.commit < end; });
        return events;
    }
    std::vector<StoredAlias> aliases() override { return m_aliases; }
    std::optional<StoredShown> findShown(PathNo, BlobNo) override { return std::nullopt; }
    BlobId blobId(BlobNo number) override {
        return std::ranges::find(m_blobs, std::optional(number), [](const auto& blob) { return blob.second; })->first;
    }
    std::optional<StoredHunks> findHunks(BlobNo before, BlobNo after) override {
        const auto found = m_hunks.find({before, after});
        return found == m_hunks.end() ? std::nullopt : std::optional(found->second);
    }
    TipTouch authorship(CommitNo commit) override { return {static_cast<std::int32_t>(commit), 0}; }
    std::vector<TipInterest> knownInterest(ItemNo item) override {
        std::vector<TipInterest> all;
        for (const auto& [commit, tip] : states) {
            std::ranges::copy_if(tip.interest, std::back_inserter(all),
                                 [&](const TipInterest& one) { return one.item == item && one.version != kNoNumber; });
        }
        return all;
    }
    std::optional<TipInterest> tipInterest(CommitNo tip, ItemNo item) override {
        const auto found = std::ranges::find(states.at(tip).interest, item, &TipInterest::item);
        return found == states.at(tip).interest.end() ? std::nullopt : std::optional(*found);
    }
    std::vector<TipItem> openInLedgers(CommitNo tip) override {
        std::vector<TipItem> items;
        std::ranges::copy_if(states.at(tip).items, std::back_inserter(items), [&](const TipItem& item) {
            return item.ended == kNoNumber && text(item.standing.text).annotation.form == Form::Ledger;
        });
        return items;
    }
    std::vector<CommitId> boundary() override { return {}; }
    bool hasTip(CommitNo commit) override { return states.contains(commit); }
    void useTips(const std::vector<CommitNo>&) override {}
    std::vector<TipBasis> tips() override {
        std::vector<TipBasis> bases;
        for (const auto& [commit, tip] : states) bases.insert(bases.begin(), tip.basis);
        return bases;
    }
    std::optional<TipItem> tipItem(CommitNo tip, ItemNo item) override {
        const auto& items = states.at(tip).items;
        const auto found = std::ranges::find(items, item, [](const TipItem& one) { return one.standing.item; });
        return found == items.end() ? std::nullopt : std::optional(*found);
    }
    std::vector<StoredEvent> tipEvents(CommitNo tip, ItemNo item) override {
        std::vector<StoredEvent> events;
        std::ranges::copy_if(states.at(tip).implied, std::back_inserter(events),
                             [&](const StoredEvent& event) { return event.item == item; });
        return events;
    }
    std::vector<CommitNode> allCommits() override { return m_commits; }
    std::vector<StoredEvent> allEvents() override {
        std::vector<StoredEvent> events = m_events;
        std::ranges::stable_sort(events, {}, &StoredEvent::item);
        return events;
    }
    std::vector<StoredItem> allItems() override { return m_items; }
    std::vector<PathChange> changesOf(PathNo) override { return {}; }

    std::vector<std::string> allPaths() override { return m_paths; }

    std::map<CommitNo, TipState> states; ///< By tip, each whole.
    [[nodiscard]] bool isBuiltOnAnother(CommitNo tip) const { return m_onBase.contains(tip); }

private:
    /// Puts a tip with what its base has of all that it leaves out.
    void putTip(TipState tip) {
        if (tip.base != kNoNumber) {
            m_onBase.insert(tip.commit);
            std::map<ItemNo, TipItem> items;
            for (const TipItem& item : states.at(tip.base).items) items[item.standing.item] = item;
            for (const TipItem& item : tip.items) items[item.standing.item] = item;
            const auto isOwn = [&](ItemNo item) {
                const auto isIt = [&](const TipItem& own) { return own.standing.item == item; };
                return std::ranges::any_of(tip.items, isIt);
            };
            for (const StoredEvent& event : states.at(tip.base).implied) {
                if (!isOwn(event.item)) tip.implied.push_back(event);
            }
            std::map<ItemNo, TipInterest> interest;
            for (const TipInterest& one : states.at(tip.base).interest) {
                if (!isOwn(one.item)) interest[one.item] = one;
            }
            for (const TipInterest& one : tip.interest) interest[one.item] = one;
            tip.interest.clear();
            for (const auto& [number, one] : interest) tip.interest.push_back(one);
            tip.items.clear();
            for (const auto& [number, item] : items) tip.items.push_back(item);
        }
        tip.base = kNoNumber;
        states[tip.commit] = std::move(tip);
    }
    HistoryBasis m_basis;
    std::vector<CommitNode> m_commits;
    std::map<CommitId, CommitNo> m_numbers;
    std::vector<std::string> m_paths;
    std::map<BlobId, std::optional<BlobNo>> m_blobs;
    std::vector<StoredText> m_texts;
    std::vector<StoredItem> m_items;
    std::vector<StoredEvent> m_events;
    std::map<std::pair<PathNo, BlobNo>, std::vector<HistoryRecord>> m_records;
    std::vector<StoredAlias> m_aliases;
    std::set<CommitNo> m_onBase;
    std::map<std::pair<BlobNo, BlobNo>, StoredHunks> m_hunks;
};

} // namespace paydown::tests

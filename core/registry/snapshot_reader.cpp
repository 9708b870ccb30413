// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/snapshot_reader.h"

#include "core/base/text.h"
#include "core/decisions/fold.h"
#include "core/registry/decision_store.h"
#include "core/registry/orphan_index.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace paydown {

namespace {

/// The tip to read: the one asked for, else the last that was read.
std::optional<CommitId> availableTip(HistoryReader& history, const std::optional<CommitId>& wanted) {
    if (!wanted) return std::nullopt;
    return history.hasTip(*wanted) ? wanted : history.latestTip();
}

void readHistory(HistoryReader& reader, const CommitId& tip, EndedItems ended, Snapshot& snapshot) {
    auto history = reader.readTip(tip, ended);
    if (!history) return;
    snapshot.items = std::move(history->items);
    snapshot.people = std::move(history->people);
    snapshot.lastCommitOf = std::move(history->lastCommitOf);
    snapshot.skipped = std::move(history->skipped);
    snapshot.commitCount = history->commitCount;
    snapshot.shallow = history->shallow;
}

void markBranchOnly(HistoryReader& reader, const CommitId& mainline, Snapshot& snapshot) {
    if (!reader.hasTip(mainline)) return;
    const std::vector<ItemId> there = reader.knownIds(mainline);
    const auto isThere = [&](const ItemId& id) { return std::ranges::binary_search(there, id); };
    for (auto& item : snapshot.items) {
        item.onBranchOnly = !item.ended && !isThere(item.id) && std::ranges::none_of(item.aliases, isThere);
    }
}

/// Tells the items of records by the names that the snapshot knows, and finds heirs for what it does not know.
class Names {
public:
    using Apart = std::unordered_set<std::string>;

    /// @param apart names that somebody said stand for themselves.
    Names(Database& database, Snapshot& snapshot, Apart apart)
        : m_database(database), m_snapshot(snapshot), m_apart(std::move(apart)) {
        m_indexOf.reserve(snapshot.items.size());
        for (std::uint32_t i = 0; i < snapshot.items.size(); ++i) {
            const auto& item = snapshot.items[i];
            if (!item.id.isPending()) m_indexOf.emplace(item.id, i);
        }
        // Ids go first: an item's own name never means another one.
        for (std::uint32_t i = 0; i < snapshot.items.size(); ++i) {
            for (const auto& alias : snapshot.items[i].aliases) m_indexOf.emplace(alias, i);
        }
    }

    ItemId itemOf(const DecisionRecord& record) {
        const auto known = m_indexOf.find(record.item);
        if (known != m_indexOf.end()) return m_snapshot.items[known->second].id;
        if (!m_orphans) m_orphans.emplace(m_database, m_snapshot);
        if (m_orphans->isOfTip(record.item) || m_apart.contains(record.item.value)) return record.item;
        const auto heir = m_orphans->heirOf(record.item, addressOf(record));
        return heir ? adopt(record.item, *heir) : record.item;
    }

private:
    std::optional<Address> addressOf(const DecisionRecord& record) const {
        return record.address ? record.address : DecisionStore(m_database).addressOf(record.id);
    }

    ItemId adopt(const ItemId& orphan, const ItemId& heir) {
        const auto found = m_indexOf.find(heir);
        if (orphan.isPending() || found == m_indexOf.end()) return heir;
        m_snapshot.items[found->second].aliases.push_back(orphan);
        m_snapshot.items[found->second].adopted.push_back(orphan);
        m_indexOf.emplace(orphan, found->second);
        return m_snapshot.items[found->second].id;
    }

    Database& m_database;
    Snapshot& m_snapshot;
    Apart m_apart;
    std::unordered_map<ItemId, std::uint32_t, ItemIdHash> m_indexOf;
    std::optional<OrphanIndex> m_orphans;
};

void tellTidied(Snapshot& snapshot) {
    for (Item& item : snapshot.items) {
        const auto decided = snapshot.decided.find(item.id);
        if (!item.ended || decided == snapshot.decided.end()) continue;
        item.ended->kind = endingAsJudged(item.ended->kind, &decided->second);
    }
}

/// The names that decisions in force set apart.
Names::Apart namesApart(const std::vector<DecisionRecord>& records) {
    Names::Apart apart;
    std::vector<DecisionRecord> about;
    std::ranges::copy_if(records, std::back_inserter(about),
                         [](const auto& record) { return record.field == field::kApart; });
    if (about.empty()) return apart;
    std::ranges::copy_if(records, std::back_inserter(about),
                         [](const auto& record) { return !record.takesBack.empty(); });
    for (const auto& [item, decided] : foldDecisions(about).items) {
        const DecidedValue* names = decided.find(field::kApart);
        if (names == nullptr) continue;
        for (const auto name : split(names->value, ' ')) apart.emplace(name);
    }
    return apart;
}

} // namespace

std::shared_ptr<Snapshot> readSnapshot(RegistryHandle& registry, const SnapshotRequest& request) {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->repository = request.repository;
    snapshot->name = request.name;
    snapshot->headName = request.headName;
    snapshot->asOf = now();
    const ReadTransaction oneMoment(registry.database());
    HistoryReader history(registry.database());
    snapshot->head = availableTip(history, request.tip);
    if (snapshot->head) readHistory(history, *snapshot->head, request.ended, *snapshot);
    snapshot->historyComplete = snapshot->head && snapshot->head == request.tip;
    const bool isElsewhere = request.mainline && request.mainline != snapshot->head;
    if (snapshot->head && isElsewhere) markBranchOnly(history, *request.mainline, *snapshot);
    readDecisions(registry, *snapshot);
    return snapshot;
}

void readDecisions(RegistryHandle& registry, Snapshot& snapshot) {
    const std::vector<DecisionRecord> records = registry.records();
    snapshot.decided.clear();
    snapshot.closedPeriods.clear();
    if (records.empty()) return;
    Names names(registry.database(), snapshot, namesApart(records));
    FoldedDecisions folded = foldDecisions(records, [&](const DecisionRecord& record) { return names.itemOf(record); });
    snapshot.decided = std::move(folded.items);
    snapshot.closedPeriods = std::move(folded.closedPeriods);
    tellTidied(snapshot);
}

} // namespace paydown

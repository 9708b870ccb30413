// SPDX-License-Identifier: GPL-3.0-or-later
// What a chronicle knows of the repository: commits, paths, blobs and how these differ. Debts: chronicle_items.cpp.
#include "scanner/history/chronicle.h"

#include "core/base/error.h"

#include <algorithm>
#include <utility>

namespace paydown::history {

Chronicle::Chronicle(HistoryStore& store) : m_store(store), m_stored(store.counts()), m_counts(m_stored) {}

std::optional<CommitNo> Chronicle::findCommit(const CommitId& id) {
    if (const auto found = m_commitNos.find(id); found != m_commitNos.end()) return found->second;
    if (m_stored.commits == 0) return std::nullopt;
    const auto number = m_store.findCommit(id);
    if (number) m_commitNos.emplace(id, *number);
    return number;
}

const CommitNode& Chronicle::node(CommitNo number) {
    if (number >= m_stored.commits) return m_newNodes[number - m_stored.commits];
    if (!m_allNodes.empty()) return m_allNodes[number];
    const auto [found, isNew] = m_oldNodes.try_emplace(number);
    if (isNew) found->second = m_store.commit(number);
    return found->second;
}

void Chronicle::loadAll() {
    if (m_stored.commits == 0 || !m_allNodes.empty()) return;
    m_allNodes = m_store.allCommits();
    for (StoredItem& item : m_store.allItems()) m_items.try_emplace(item.number, std::move(item));
    std::vector<StoredEvent>* events = nullptr; // of the item at hand; null: they are known
    ItemNo at = kNoNumber;
    for (const StoredEvent& event : m_store.allEvents()) {
        if (event.item != at) {
            const auto [slot, isNew] = m_eventsOf.try_emplace(event.item);
            events = isNew ? &slot->second : nullptr;
            at = event.item;
        }
        if (events != nullptr) events->push_back(event);
    }
}

CommitNo Chronicle::addCommit(Commit commit) {
    CommitNode added{commit.id, {}, 1, commit.boundary};
    for (const CommitId& parent : commit.parents) {
        const auto number = findCommit(parent);
        if (!number) throw Error("assign history: commit " + toHex(commit.id) + " comes before its parent");
        added.parents.push_back(*number);
        added.generation = std::max(added.generation, node(*number).generation + 1);
    }
    const CommitNo number = m_counts.commits++;
    commit.generation = added.generation;
    m_commitNos.emplace(commit.id, number);
    m_summaries[number] = std::move(commit.summary);
    commit.summary.clear();
    m_batchCommits[number] = m_batch.commits.size();
    m_batch.commits.push_back({number, std::move(commit), added.parents});
    m_newNodes.push_back(std::move(added));
    return number;
}

PathNo Chronicle::pathNo(std::string_view path) {
    const auto [found, isNew] = m_pathNos.try_emplace(std::string(path), kNoNumber);
    if (!isNew) return found->second;
    if (m_stored.paths > 0) {
        if (const auto number = m_store.findPath(path)) {
            m_paths.emplace(*number, found->first);
            return found->second = *number;
        }
    }
    found->second = m_counts.paths++;
    m_paths.emplace(found->second, found->first);
    m_batch.paths.push_back({found->second, found->first});
    return found->second;
}

const std::string& Chronicle::path(PathNo number) {
    const auto [found, isNew] = m_paths.try_emplace(number);
    if (isNew) {
        found->second = m_store.path(number);
        m_pathNos.emplace(found->second, number);
    }
    return found->second;
}

Chronicle::Blob& Chronicle::blob(const BlobId& id) {
    const auto [found, isNew] = m_blobs.try_emplace(id);
    if (isNew && (m_stored.blobs > 0 || m_stored.commits > 0)) {
        if (const auto stored = m_store.findBlob(id)) found->second = {true, stored->number.value_or(kNoNumber)};
    }
    return found->second;
}

std::optional<bool> Chronicle::holdsAnnotations(const BlobId& id) {
    const Blob& known = blob(id);
    return known.read ? std::optional(known.number != kNoNumber) : std::nullopt;
}

void Chronicle::addBlob(const BlobId& id, bool holdsAnnotations) {
    Blob& added = blob(id);
    if (added.read) return;
    added = {true, holdsAnnotations ? m_counts.blobs++ : kNoNumber};
    if (holdsAnnotations) m_newBlobs.push_back(id);
    m_batch.blobs.push_back({id, holdsAnnotations ? std::optional(added.number) : std::nullopt});
}

std::optional<StoredShown> Chronicle::findShown(PathNo path, const BlobId& id) {
    const BlobNo number = blob(id).number;
    return number == kNoNumber ? std::nullopt : m_store.findShown(path, number);
}

void Chronicle::addShown(StoredShown shown, const BlobId& id) {
    shown.blob = blob(id).number;
    m_batch.shown.push_back(std::move(shown));
}

BlobId Chronicle::blobId(BlobNo number) {
    return number >= m_stored.blobs ? m_newBlobs[number - m_stored.blobs] : m_store.blobId(number);
}

const StoredHunks* Chronicle::findHunks(BlobNo before, BlobNo after) {
    const auto [found, isNew] = m_hunks.try_emplace(pairKey(before, after));
    if (isNew && before < m_stored.blobs && after < m_stored.blobs) {
        if (auto stored = m_store.findHunks(before, after)) {
            found->second = std::make_unique<StoredHunks>(std::move(*stored));
        }
    }
    return found->second.get();
}

void Chronicle::addHunks(StoredHunks hunks) {
    m_batch.hunks.push_back(hunks);
    auto& slot = m_hunks[pairKey(hunks.before, hunks.after)];
    slot = std::make_unique<StoredHunks>(std::move(hunks));
}

void Chronicle::flush() {
    for (auto& [path, commits] : m_changes) m_batch.changes.push_back({path, std::move(commits)});
    m_changes.clear();
    m_store.apply(std::exchange(m_batch, {}));
    m_batchCommits.clear();
    m_summaries.clear();
}

} // namespace paydown::history

// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/history/chronicle.h"

#include "core/base/error.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace paydown::history {

namespace {

const std::vector<const HistoryRecord*> kNoRecords;
const std::vector<StoredAlias> kNoAliases;

} // namespace

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

TextNo Chronicle::textNo(Text& text) {
    if (text.number != kNoNumber) return text.number;
    if (m_stored.texts > 0) {
        if (auto stored = m_store.findText(text.hash)) {
            text.number = stored->number;
            m_texts.try_emplace(text.number, std::move(*stored));
            return text.number;
        }
    }
    text.number = m_counts.texts++;
    const StoredText stored{text.number, text.hash, text.wording.title, text.annotation};
    m_texts.emplace(text.number, stored);
    m_batch.texts.push_back(stored);
    return text.number;
}

const StoredText& Chronicle::text(TextNo number) {
    const auto [found, isNew] = m_texts.try_emplace(number);
    if (isNew) found->second = m_store.text(number);
    return found->second;
}

const StoredItem& Chronicle::item(ItemNo number) {
    const auto [found, isNew] = m_items.try_emplace(number);
    if (isNew) found->second = m_store.item(number);
    return found->second;
}

ItemNo Chronicle::addItem(StoredItem item, const Introduction& introduction) {
    item.number = m_counts.items++;
    item.id = makeItemId(introduction);
    auto clash = m_itemNos.find(item.id.value);
    if (clash == m_itemNos.end() && m_stored.items > 0) {
        if (const auto stored = m_store.findItem(item.id)) clash = m_itemNos.emplace(item.id.value, *stored).first;
    }
    if (clash != m_itemNos.end()) {
        lengthenId(clash->second);
        item.id = makeItemId(introduction, kItemIdLengthOnClash);
    }
    m_itemNos.emplace(item.id.value, item.number);
    m_items.emplace(item.number, item);
    m_batch.items.push_back(item);
    return item.number;
}

void Chronicle::lengthenId(ItemNo number) {
    StoredItem longer = this->item(number);
    const Introduction introduction{node(longer.introduced).id, path(longer.path), text(longer.text).annotation.title,
                                    longer.order};
    longer.id = makeItemId(introduction, kItemIdLengthOnClash);
    m_items[number] = longer;
    const auto pending = std::ranges::find(m_batch.items, number, &StoredItem::number);
    if (pending != m_batch.items.end())
        *pending = longer;
    else
        m_batch.lengthenedIds.emplace_back(number, longer.id);
}

const std::vector<const HistoryRecord*>& Chronicle::records(PathNo path, const BlobId& id) {
    return records(path, blob(id).number);
}

const std::vector<const HistoryRecord*>& Chronicle::records(PathNo path, BlobNo number) {
    if (number == kNoNumber) return kNoRecords;
    const auto [found, isNew] = m_recordsOf.try_emplace(pairKey(path, number));
    if (isNew && number < m_stored.blobs && path < m_stored.paths) {
        for (HistoryRecord& record : m_store.records(path, number)) {
            found->second.push_back(&m_records.emplace_back(std::move(record)));
        }
    }
    return found->second;
}

void Chronicle::addRecord(PathNo path, const BlobId& id, CommitNo commit, std::vector<Standing> standing,
                          const std::vector<BlobId>& before) {
    static_cast<void>(records(path, id)); // Loads what the store has first, so that nothing comes twice.
    const BlobNo number = blob(id).number;
    HistoryRecord& added = m_records.emplace_back(HistoryRecord{path, number, commit, std::move(standing), {}});
    for (const BlobId& old : before) added.before.push_back(old.isNull() ? kNoNumber : blob(old).number);
    m_recordsOf[pairKey(path, number)].push_back(&added);
    m_batch.records.push_back(added);
}

const std::vector<StoredEvent>& Chronicle::eventsOf(ItemNo item) {
    const auto [found, isNew] = m_eventsOf.try_emplace(item);
    if (isNew && item < m_stored.items) found->second = m_store.eventsOf(item);
    return found->second;
}

void Chronicle::addEvent(StoredEvent event) {
    static_cast<void>(eventsOf(event.item));
    auto& events = m_eventsOf[event.item];
    event.sequence = static_cast<std::uint32_t>(events.size());
    event.generation = node(event.commit).generation;
    static_cast<void>(itemsWithTitle(event.titleHash));
    auto& titled = m_itemsWithTitle[event.titleHash];
    if (std::ranges::find(titled, event.item) == titled.end()) titled.push_back(event.item);
    if (event.ending) {
        m_endings.emplace(event.generation, EndingRef{event.generation, event.commit, event.path, event.item});
    }
    if (const auto at = m_batchCommits.find(event.commit); at != m_batchCommits.end()) {
        m_batch.commits[at->second].commit.summary = m_summaries[event.commit];
    }
    events.push_back(event);
    if (m_stored.commits > 0) m_news.events.emplace_back(event.commit, event.item);
    m_batch.events.push_back(event);
}

const std::vector<ItemNo>& Chronicle::itemsWithTitle(std::uint64_t titleHash) {
    const auto [found, isNew] = m_itemsWithTitle.try_emplace(titleHash);
    if (isNew && m_stored.items > 0) found->second = m_store.itemsWithTitle(titleHash);
    return found->second;
}

const std::multimap<std::uint32_t, Chronicle::EndingRef>& Chronicle::endings() {
    if (!m_endingsLoaded && m_stored.items > 0) {
        for (const StoredEvent& event : m_store.endings(m_stored.commits)) {
            m_endings.emplace(event.generation, EndingRef{event.generation, event.commit, event.path, event.item});
        }
    }
    m_endingsLoaded = true;
    return m_endings;
}

void Chronicle::addAlias(const StoredAlias& alias) {
    m_batch.aliases.push_back(alias);
    m_news.hasAliases = true;
    m_aliasesOf[alias.item].push_back(alias);
    m_aliasesOf[alias.other].push_back(alias);
}

const std::vector<StoredAlias>& Chronicle::aliasesOf(ItemNo item) {
    if (!m_aliasesLoaded && m_stored.items > 0) {
        for (const StoredAlias& alias : m_store.aliases()) {
            if (alias.commit >= m_stored.commits) continue; // This walk's own.
            m_aliasesOf[alias.item].push_back(alias);
            m_aliasesOf[alias.other].push_back(alias);
        }
    }
    m_aliasesLoaded = true;
    const auto found = m_aliasesOf.find(item);
    return found == m_aliasesOf.end() ? kNoAliases : found->second;
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

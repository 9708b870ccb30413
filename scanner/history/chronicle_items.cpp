// SPDX-License-Identifier: GPL-3.0-or-later
// What a chronicle knows of debts: texts, items, what stands where, events and aliases.
#include "scanner/history/chronicle.h"

#include <algorithm>
#include <utility>

namespace paydown::history {

namespace {

const std::vector<const HistoryRecord*> kNoRecords;
const std::vector<StoredAlias> kNoAliases;

} // namespace

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

} // namespace paydown::history

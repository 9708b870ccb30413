// SPDX-License-Identifier: GPL-3.0-or-later
// Lives of items: what HistoryReader says of events.
#include "core/registry/history_packing.h"
#include "core/registry/history_reader_impl.h"

#include <algorithm>

namespace paydown {

Event HistoryReader::Impl::event(const StoredEvent& stored) {
    Event event;
    event.item = itemId(stored.item);
    event.commit = reference(stored.commit).commit;
    event.kind = stored.kind;
    event.ending = stored.ending;
    event.place = {path(stored.path), stored.line, stored.column};
    if (stored.fromPath != kNoNumber) event.fromPath = path(stored.fromPath);
    event.title = annotation(stored.text).title;
    if (stored.kind == EventKind::Copied) {
        auto& query = sql("SELECT parent FROM history_item WHERE number=?");
        bindNumber(query, 1, stored.item);
        if (query.executeStep() && !query.getColumn(0).isNull()) event.parent = itemId(numberOf(query.getColumn(0)));
    }
    return event;
}

/// Leaves the events of a commit and of its ancestors. Reads the commits from the tip down to the oldest event: a
/// parent's number is smaller than its children's.
void HistoryReader::Impl::keepAncestral(std::vector<StoredEvent>& events, CommitNo tip) {
    std::erase_if(events, [&](const StoredEvent& event) { return event.commit > tip; });
    if (events.empty()) return;
    const CommitNo oldest = std::ranges::min(events, {}, &StoredEvent::commit).commit;
    std::vector<bool> isAncestor(tip - oldest + std::size_t{1}, false);
    isAncestor[tip - oldest] = true;
    auto& commits = sql("SELECT number, parents FROM history_commit WHERE number BETWEEN ? AND ? ORDER BY number DESC");
    bindNumber(commits, 1, oldest);
    bindNumber(commits, 2, tip);
    while (commits.executeStep()) {
        if (!isAncestor[numberOf(commits.getColumn(0)) - oldest]) continue;
        for (const CommitNo parent : unpackNumbers(bytesOf(commits.getColumn(1)))) {
            if (parent >= oldest) isAncestor[parent - oldest] = true;
        }
    }
    std::erase_if(events, [&](const StoredEvent& event) { return !isAncestor[event.commit - oldest]; });
}

/// All names of an item at a tip; empty when the tip does not know it.
std::set<ItemNo> HistoryReader::Impl::namesAt(ItemNo item, CommitNo tip) {
    auto& query = sql("SELECT item, aliases FROM history_item_at WHERE tip=? AND (item=? OR length(aliases)>0)");
    bindNumber(query, 1, tip);
    bindNumber(query, 2, item);
    while (query.executeStep()) {
        std::set<ItemNo> names{numberOf(query.getColumn(0))};
        for (const ItemNo alias : unpackNumbers(bytesOf(query.getColumn(1)))) names.insert(alias);
        if (names.contains(item)) return names;
    }
    return {};
}

void HistoryReader::Impl::collect(SQLite::Statement& query, std::vector<StoredEvent>& events) {
    while (query.executeStep()) events.push_back(readEvent(query));
    query.reset();
}

/// Parents' events before children's, and else the same order in every clone.
std::vector<Event> HistoryReader::Impl::tell(std::vector<StoredEvent> stored) {
    std::ranges::sort(stored, [this](const StoredEvent& a, const StoredEvent& b) {
        if (a.generation != b.generation) return a.generation < b.generation;
        if (a.commit != b.commit) return reference(a.commit).commit < reference(b.commit).commit;
        const bool isImplied = a.sequence == kImpliedSequence;
        if (isImplied != (b.sequence == kImpliedSequence)) return !isImplied;
        if (a.item != b.item) return itemId(a.item) < itemId(b.item);
        return a.sequence < b.sequence;
    });
    std::vector<Event> events;
    for (const StoredEvent& one : stored) events.push_back(event(one));
    return events;
}

std::vector<Event> HistoryReader::eventsOf(const ItemId& item, const CommitId& tip) {
    return m_impl->sql.attempt(kReading, [&]() -> std::vector<Event> {
        auto& find = m_impl->sql("SELECT number FROM history_item WHERE id=?");
        find.bind(1, item.value);
        if (!find.executeStep()) return {};
        const ItemNo number = numberOf(find.getColumn(0));
        find.reset();
        const auto at = m_impl->findCommit(tip);
        if (!at) return {};
        std::set<ItemNo> names = m_impl->namesAt(number, *at);
        names.insert(number);
        std::vector<StoredEvent> stored;
        for (const ItemNo name : names) {
            auto& query = m_impl->sql("SELECT " PAYDOWN_EVENT_COLUMNS " FROM history_event WHERE item=?");
            bindNumber(query, 1, name);
            m_impl->collect(query, stored);
            auto& implied =
                m_impl->sql("SELECT " PAYDOWN_EVENT_COLUMNS " FROM history_event_at WHERE tip=? AND item=?");
            bindNumber(implied, 1, *at);
            bindNumber(implied, 2, name);
            m_impl->collect(implied, stored);
        }
        m_impl->keepAncestral(stored, *at);
        return m_impl->tell(std::move(stored));
    });
}

std::vector<Event> HistoryReader::eventsBefore(const CommitId& tip, std::size_t limit) {
    return m_impl->sql.attempt(kReading, [&] {
        std::vector<Event> events;
        const auto number = m_impl->findCommit(tip);
        if (!number) return events;
        std::vector<StoredEvent> stored;
        auto& query = m_impl->sql("SELECT " PAYDOWN_EVENT_COLUMNS " FROM history_event WHERE number<=?");
        bindNumber(query, 1, *number);
        m_impl->collect(query, stored);
        auto& implied = m_impl->sql("SELECT " PAYDOWN_EVENT_COLUMNS " FROM history_event_at WHERE tip=?");
        bindNumber(implied, 1, *number);
        m_impl->collect(implied, stored);
        m_impl->keepAncestral(stored, *number);
        events = m_impl->tell(std::move(stored));
        std::ranges::reverse(events);
        if (events.size() > limit) events.resize(limit);
        return events;
    });
}

} // namespace paydown

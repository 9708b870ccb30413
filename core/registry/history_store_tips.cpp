// SPDX-License-Identifier: GPL-3.0-or-later
// What a tip is built from and upon, of HistoryStoreSqlite.
#include "core/registry/history_store_impl.h"
#include "core/registry/interest_rows.h"

namespace paydown {

std::vector<CommitId> HistoryStoreSqlite::boundary() {
    return m_impl->attempt(kReading, [&] {
        std::vector<CommitId> commits;
        auto& query = m_impl->sql("SELECT id FROM history_commit WHERE boundary=1");
        while (query.executeStep()) commits.push_back(idOf<CommitId>(query.getColumn(0)));
        return commits;
    });
}

bool HistoryStoreSqlite::hasTip(CommitNo commit) {
    return m_impl->attempt(kReading, [&] {
        auto& query = m_impl->sql("SELECT 1 FROM history_tip WHERE tip=?");
        bindNumber(query, 1, commit);
        return query.executeStep();
    });
}

void HistoryStoreSqlite::useTips(const std::vector<CommitNo>& tips) {
    if (tips.empty()) return;
    m_impl->attempt(Impl::kWriting, [&] {
        std::vector<CommitNo> recent;
        auto& query = m_impl->sql("SELECT tip FROM history_tip ORDER BY used DESC LIMIT ?");
        query.bind(1, static_cast<std::int64_t>(kMaxTips / 2));
        while (query.executeStep()) recent.push_back(numberOf(query.getColumn(0)));
        query.reset();
        // A scan that finds nothing new writes nothing: what was used of late is in no danger of being forgotten.
        const auto isRecent = [&](CommitNo tip) { return std::ranges::find(recent, tip) != recent.end(); };
        if (!recent.empty() && recent.front() == tips.back() && std::ranges::all_of(tips, isRecent)) return;
        StatementsTransaction transaction(m_impl->sql);
        m_impl->writer.useTips(tips);
        transaction.commit();
    });
}

std::vector<TipBasis> HistoryStoreSqlite::tips() {
    return m_impl->attempt(kReading, [&] {
        std::vector<TipBasis> tips;
        auto& query = m_impl->sql("SELECT tip, outside FROM history_tip ORDER BY used DESC");
        while (query.executeStep()) {
            tips.push_back({numberOf(query.getColumn(0)), unpackAscending(bytesOf(query.getColumn(1)))});
        }
        return tips;
    });
}

std::optional<TipItem> HistoryStoreSqlite::tipItem(CommitNo tip, ItemNo item) {
    return m_impl->attempt(kReading, [&]() -> std::optional<TipItem> {
        auto& query = m_impl->sql("SELECT path, also, aliases, ended FROM history_item_at WHERE tip=? AND item=?");
        bindNumber(query, 1, tip);
        bindNumber(query, 2, item);
        if (!query.executeStep()) return std::nullopt;
        TipItem found;
        found.standing.item = item;
        found.path = numberOf(query.getColumn(0));
        found.also = unpackAlso(bytesOf(query.getColumn(1)));
        found.aliases = unpackNumbers(bytesOf(query.getColumn(2)));
        found.ended = numberOrNone(query.getColumn(3));
        return found;
    });
}

std::vector<StoredEvent> HistoryStoreSqlite::tipEvents(CommitNo tip, ItemNo item) {
    return m_impl->attempt(kReading, [&] {
        std::vector<StoredEvent> events;
        auto& query = m_impl->sql("SELECT " PAYDOWN_EVENT_COLUMNS " FROM history_event_at WHERE tip=? AND item=? "
                                  "ORDER BY number, kind");
        bindNumber(query, 1, tip);
        bindNumber(query, 2, item);
        while (query.executeStep()) events.push_back(readEvent(query));
        return events;
    });
}

std::vector<CommitNode> HistoryStoreSqlite::allCommits() {
    return m_impl->attempt(kReading, [&] {
        std::vector<CommitNode> commits;
        auto& query = m_impl->sql("SELECT id, parents, generation, boundary FROM history_commit ORDER BY number");
        while (query.executeStep()) commits.push_back(Impl::readNode(query));
        return commits;
    });
}

std::vector<StoredEvent> HistoryStoreSqlite::allEvents() {
    return m_impl->attempt(kReading, [&] {
        std::vector<StoredEvent> events;
        auto& query = m_impl->sql("SELECT " PAYDOWN_EVENT_COLUMNS " FROM history_event ORDER BY item, sequence");
        while (query.executeStep()) events.push_back(readEvent(query));
        return events;
    });
}

std::vector<StoredItem> HistoryStoreSqlite::allItems() {
    return m_impl->attempt(kReading, [&] {
        std::vector<StoredItem> items;
        auto& query =
            m_impl->sql("SELECT number, id, introduced, path, ordinal, text, parent FROM history_item ORDER BY number");
        while (query.executeStep()) items.push_back(readItem(query));
        return items;
    });
}

std::vector<HistoryStore::PathChange> HistoryStoreSqlite::changesOf(PathNo path) {
    return m_impl->attempt(kReading, [&] {
        std::vector<CommitNo> commits;
        auto& chunks = m_impl->sql("SELECT commits FROM history_change WHERE path=? ORDER BY first");
        bindNumber(chunks, 1, path);
        while (chunks.executeStep()) {
            const auto more = unpackAscending(bytesOf(chunks.getColumn(0)));
            commits.insert(commits.end(), more.begin(), more.end());
        }
        std::vector<PathChange> changes;
        for (const CommitNo commit : commits) changes.push_back({commit, m_impl->authorship(commit)});
        return changes;
    });
}

std::vector<std::string> HistoryStoreSqlite::allPaths() {
    return m_impl->attempt(kReading, [&] {
        std::vector<std::string> paths;
        auto& query = m_impl->sql("SELECT path FROM history_path ORDER BY number");
        while (query.executeStep()) paths.emplace_back(bytesOf(query.getColumn(0)));
        return paths;
    });
}

BlobId HistoryStoreSqlite::blobId(BlobNo number) {
    return m_impl->attempt(kReading, [&] {
        auto& query = m_impl->sql("SELECT id FROM history_blob WHERE number=?");
        bindNumber(query, 1, number);
        return query.executeStep() ? idOf<BlobId>(query.getColumn(0)) : BlobId{};
    });
}

std::optional<StoredHunks> HistoryStoreSqlite::findHunks(BlobNo before, BlobNo after) {
    return m_impl->attempt(kReading, [&] { return readHunks(m_impl->sql, before, after); });
}

TipTouch HistoryStoreSqlite::authorship(CommitNo commit) {
    return m_impl->attempt(kReading, [&] { return m_impl->authorship(commit); });
}

std::vector<TipInterest> HistoryStoreSqlite::knownInterest(ItemNo item) {
    return m_impl->attempt(kReading, [&] { return readKnownInterest(m_impl->sql, item); });
}

std::optional<TipInterest> HistoryStoreSqlite::tipInterest(CommitNo tip, ItemNo item) {
    return m_impl->attempt(kReading, [&] { return readTipInterest(m_impl->sql, tip, item); });
}

std::vector<TipItem> HistoryStoreSqlite::openInLedgers(CommitNo tip) {
    return m_impl->attempt(kReading, [&] {
        std::vector<TipItem> items;
        static_assert(static_cast<int>(Form::Ledger) == 2, "the SQL and an index of the schema say so");
        // Most repositories have no ledger, and should not pay for looking through all items.
        auto& any = m_impl->sql("SELECT 1 FROM history_text WHERE form=2 LIMIT 1");
        if (!any.executeStep()) return items;
        any.reset();
        auto& query = m_impl->sql("SELECT item, path, text, introduced FROM history_item_at "
                                  "WHERE tip=? AND ended IS NULL AND text IN "
                                  "(SELECT number FROM history_text WHERE form=2)");
        bindNumber(query, 1, tip);
        while (query.executeStep()) {
            TipItem& found = items.emplace_back();
            found.standing.item = numberOf(query.getColumn(0));
            found.path = numberOf(query.getColumn(1));
            found.standing.text = numberOf(query.getColumn(2));
            found.introduced = numberOf(query.getColumn(3));
        }
        return items;
    });
}

} // namespace paydown

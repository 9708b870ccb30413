// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/history_store_sqlite.h"

#include "core/registry/former_names.h"
#include "core/registry/history_store_impl.h"
#include "core/registry/interest_rows.h"

#include <array>

namespace paydown {

namespace {

constexpr std::array kWalkTables{"history_commit", "history_path",     "history_text",      "history_item",
                                 "history_event",  "history_record",   "history_alias",     "history_change",
                                 "history_tip",    "history_tip_item", "history_tip_event", "history_tip_interest",
                                 "history_skip",   "history_shown",    "history_hunk"};

std::uint32_t nextNumber(SQLite::Statement& highest) {
    if (!highest.executeStep() || highest.getColumn(0).isNull()) return 0;
    return numberOf(highest.getColumn(0)) + 1;
}

} // namespace

HistoryStoreSqlite::HistoryStoreSqlite(Database& database) : m_impl(std::make_unique<Impl>(database)) {}
HistoryStoreSqlite::~HistoryStoreSqlite() = default;

std::string HistoryStoreSqlite::note(const char* name) {
    return m_impl->attempt(kReading, [&] { return m_impl->meta(name); });
}

void HistoryStoreSqlite::keepNote(const char* name, const std::string& bytes) {
    m_impl->attempt(Impl::kWriting, [&] {
        StatementsTransaction transaction(m_impl->sql);
        m_impl->setMeta(name, bytes);
        transaction.commit();
    });
}

HistoryBasis HistoryStoreSqlite::basis() {
    return m_impl->attempt(kReading, [&] {
        return HistoryBasis{m_impl->meta("matcher"), m_impl->meta("reading"), m_impl->meta("paths")};
    });
}

void HistoryStoreSqlite::rebuild(Rebuild what, const HistoryBasis& basis) {
    m_impl->attempt(Impl::kWriting, [&] {
        StatementsTransaction transaction(m_impl->sql);
        FormerNames(m_impl->sql).keepAll();
        for (const char* table : kWalkTables) m_impl->sql.database().sqlite().exec(std::string("DELETE FROM ") + table);
        if (what == Rebuild::All) m_impl->sql.database().sqlite().exec("DELETE FROM history_blob");
        m_impl->setMeta("matcher", basis.matcher);
        m_impl->setMeta("reading", basis.reading);
        m_impl->setMeta("paths", basis.paths);
        transaction.commit();
    });
    m_impl->writer.forget();
}

HistoryCounts HistoryStoreSqlite::counts() {
    return m_impl->attempt(kReading, [&] {
        HistoryCounts counts;
        counts.commits = nextNumber(m_impl->sql("SELECT max(number) FROM history_commit"));
        counts.paths = nextNumber(m_impl->sql("SELECT max(number) FROM history_path"));
        counts.texts = nextNumber(m_impl->sql("SELECT max(number) FROM history_text"));
        counts.items = nextNumber(m_impl->sql("SELECT max(number) FROM history_item"));
        const std::string blobs = m_impl->meta("next_blob");
        counts.blobs = blobs.empty() ? 0 : static_cast<BlobNo>(std::stoul(blobs));
        return counts;
    });
}

void HistoryStoreSqlite::setPeople(ProperPerson proper, const std::string& fingerprint) {
    m_impl->attempt(Impl::kWriting, [&] {
        const bool changed = m_impl->meta("people") != fingerprint;
        m_impl->writer.setPeople(std::move(proper));
        if (!changed) return;
        StatementsTransaction transaction(m_impl->sql);
        m_impl->writer.mapAllPeople();
        m_impl->setMeta("people", fingerprint);
        transaction.commit();
    });
}

void HistoryStoreSqlite::apply(HistoryBatch batch) {
    // Only in the middle of a long walk: what ends one has been written when this returns.
    constexpr std::size_t kMany = 1000;
    const bool goesOn = batch.tips.empty() && (batch.commits.size() >= kMany || batch.blobs.size() >= kMany);
    if (goesOn)
        m_impl->behind.add(std::move(batch));
    else
        m_impl->attempt(Impl::kWriting, [&] { m_impl->write(batch); });
}

std::optional<CommitNo> HistoryStoreSqlite::findCommit(const CommitId& id) {
    return m_impl->attempt(kReading, [&]() -> std::optional<CommitNo> {
        auto& query = m_impl->sql("SELECT number FROM history_commit WHERE id=?");
        bindId(query, 1, id);
        if (!query.executeStep()) return std::nullopt;
        return numberOf(query.getColumn(0));
    });
}

CommitNode HistoryStoreSqlite::commit(CommitNo number) {
    return m_impl->attempt(kReading, [&] {
        auto& query = m_impl->sql("SELECT id, parents, generation, boundary FROM history_commit WHERE number=?");
        bindNumber(query, 1, number);
        return query.executeStep() ? Impl::readNode(query) : CommitNode{};
    });
}

std::optional<PathNo> HistoryStoreSqlite::findPath(std::string_view path) {
    return m_impl->attempt(kReading, [&]() -> std::optional<PathNo> {
        auto& query = m_impl->sql("SELECT number FROM history_path WHERE path=?");
        bindBytes(query, 1, path);
        if (!query.executeStep()) return std::nullopt;
        return numberOf(query.getColumn(0));
    });
}

std::string HistoryStoreSqlite::path(PathNo number) {
    return m_impl->attempt(kReading, [&] {
        auto& query = m_impl->sql("SELECT path FROM history_path WHERE number=?");
        bindNumber(query, 1, number);
        return query.executeStep() ? std::string(bytesOf(query.getColumn(0))) : std::string();
    });
}

std::optional<StoredBlob> HistoryStoreSqlite::findBlob(const BlobId& id) {
    return m_impl->attempt(kReading, [&]() -> std::optional<StoredBlob> {
        auto& query = m_impl->sql("SELECT number FROM history_blob WHERE id=?");
        bindId(query, 1, id);
        if (!query.executeStep()) return std::nullopt;
        const BlobNo number = numberOrNone(query.getColumn(0));
        return StoredBlob{id, number == kNoNumber ? std::nullopt : std::optional(number)};
    });
}

std::optional<StoredText> HistoryStoreSqlite::findText(std::uint64_t hash) {
    return m_impl->attempt(kReading, [&]() -> std::optional<StoredText> {
        auto& query = m_impl->sql(
            "SELECT number, hash, title_hash, form, tag, title, body, statement FROM history_text WHERE hash=?");
        bindHash(query, 1, hash);
        if (!query.executeStep()) return std::nullopt;
        return readText(query);
    });
}

StoredText HistoryStoreSqlite::text(TextNo number) {
    return m_impl->attempt(kReading, [&] {
        auto& query = m_impl->sql(
            "SELECT number, hash, title_hash, form, tag, title, body, statement FROM history_text WHERE number=?");
        bindNumber(query, 1, number);
        return query.executeStep() ? readText(query) : StoredText{};
    });
}

StoredItem HistoryStoreSqlite::item(ItemNo number) {
    return m_impl->attempt(kReading, [&] {
        auto& query =
            m_impl->sql("SELECT number, id, introduced, path, ordinal, text, parent FROM history_item WHERE number=?");
        bindNumber(query, 1, number);
        return query.executeStep() ? readItem(query) : StoredItem{};
    });
}

std::optional<ItemNo> HistoryStoreSqlite::findItem(const ItemId& id) {
    return m_impl->attempt(kReading, [&]() -> std::optional<ItemNo> {
        auto& query = m_impl->sql("SELECT number FROM history_item WHERE id=?");
        query.bind(1, id.value);
        if (!query.executeStep()) return std::nullopt;
        return numberOf(query.getColumn(0));
    });
}

std::vector<HistoryRecord> HistoryStoreSqlite::records(PathNo path, BlobNo blob) {
    return m_impl->attempt(kReading, [&] {
        std::vector<HistoryRecord> records;
        auto& query = m_impl->sql("SELECT number, standing, before_blobs FROM history_record WHERE path=? AND blob=? "
                                  "ORDER BY number");
        bindNumber(query, 1, path);
        bindNumber(query, 2, blob);
        while (query.executeStep()) {
            const CommitNo commit = numberOf(query.getColumn(0));
            records.push_back({path, blob, commit, unpackStanding(bytesOf(query.getColumn(1))),
                               unpackBefore(bytesOf(query.getColumn(2)))});
        }
        return records;
    });
}

std::vector<StoredEvent> HistoryStoreSqlite::eventsOf(ItemNo item) {
    return m_impl->attempt(kReading, [&] {
        std::vector<StoredEvent> events;
        auto& query = m_impl->sql("SELECT " PAYDOWN_EVENT_COLUMNS " FROM history_event WHERE item=? ORDER BY sequence");
        bindNumber(query, 1, item);
        while (query.executeStep()) events.push_back(readEvent(query));
        return events;
    });
}

std::vector<ItemNo> HistoryStoreSqlite::itemsWithTitle(std::uint64_t titleHash) {
    return m_impl->attempt(kReading, [&] {
        std::vector<ItemNo> items;
        auto& query = m_impl->sql("SELECT DISTINCT item FROM history_event WHERE title_hash=? ORDER BY item");
        bindHash(query, 1, titleHash);
        while (query.executeStep()) items.push_back(numberOf(query.getColumn(0)));
        return items;
    });
}

std::vector<StoredEvent> HistoryStoreSqlite::endings(CommitNo end) {
    return m_impl->attempt(kReading, [&] {
        std::vector<StoredEvent> events;
        auto& query =
            m_impl->sql("SELECT " PAYDOWN_EVENT_COLUMNS " FROM history_event WHERE ending IS NOT NULL AND number<?");
        bindNumber(query, 1, end);
        while (query.executeStep()) events.push_back(readEvent(query));
        return events;
    });
}

std::vector<StoredAlias> HistoryStoreSqlite::aliases() {
    return m_impl->attempt(kReading, [&] {
        std::vector<StoredAlias> aliases;
        auto& query = m_impl->sql("SELECT item, other, number FROM history_alias");
        while (query.executeStep()) {
            aliases.push_back(
                {numberOf(query.getColumn(0)), numberOf(query.getColumn(1)), numberOf(query.getColumn(2))});
        }
        return aliases;
    });
}

std::vector<FormerName> HistoryStoreSqlite::unsettledNames(WhichNames which) {
    return m_impl->attempt(Impl::kWriting, [&] {
        auto& query = m_impl->sql("SELECT 1 FROM history_former WHERE item IS NULL LIMIT 1");
        if (!query.executeStep()) return std::vector<FormerName>{};
        query.tryReset();
        StatementsTransaction transaction(m_impl->sql);
        auto names = FormerNames(m_impl->sql).unsettled(which);
        transaction.commit();
        return names;
    });
}

void HistoryStoreSqlite::settleNames(const std::vector<std::pair<FormerName, std::optional<ItemNo>>>& found) {
    m_impl->attempt(Impl::kWriting, [&] {
        StatementsTransaction transaction(m_impl->sql);
        FormerNames(m_impl->sql).settle(found);
        transaction.commit();
    });
}

std::optional<StoredShown> HistoryStoreSqlite::findShown(PathNo path, BlobNo blob) {
    return m_impl->attempt(kReading, [&]() -> std::optional<StoredShown> {
        auto& query = m_impl->sql("SELECT language, symbols, extents FROM history_shown WHERE path=? AND blob=?");
        bindNumber(query, 1, path);
        bindNumber(query, 2, blob);
        if (!query.executeStep()) return std::nullopt;
        StoredShown shown{path, blob, query.getColumn(0).getString(), {}, unpackExtents(bytesOf(query.getColumn(2)))};
        for (Unpacker symbols(bytesOf(query.getColumn(1))); !symbols.atEnd();) {
            shown.symbols.emplace_back(symbols.text());
        }
        return shown;
    });
}

} // namespace paydown

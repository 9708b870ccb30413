// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/decision_store.h"

#include "core/decisions/fold.h"
#include "core/decisions/record_codec.h"
#include "core/registry/database.h"
#include "core/registry/decision_rows.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <algorithm>

namespace paydown {

namespace {

constexpr DecisionRows::Options kAsWritten{false, true};
constexpr DecisionRows::Options kResolved{true, true};

std::string selectWhere(std::string_view condition) {
    return fmt::format("SELECT {} FROM decision_record r {} ORDER BY r.position", DecisionRows::kColumns, condition);
}

/// Runs something against the database with SQLite's failures told as the registry's.
template <typename Action>
auto attempt(const Database& database, std::string_view doing, Action&& action) {
    try {
        return action(database.sqlite());
    } catch (const SQLite::Exception&) {
        database.rethrow(doing);
    }
}

std::vector<DecisionRecord> select(const Database& database, std::string_view condition,
                                   const std::vector<std::string>& values, const DecisionRows::Options& options) {
    return attempt(database, "read decisions", [&](SQLite::Database& sqlite) {
        SQLite::Statement query(sqlite, selectWhere(condition));
        for (std::size_t i = 0; i < values.size(); ++i) query.bind(static_cast<int>(i) + 1, values[i]);
        return DecisionRows(sqlite).readAll(query, options);
    });
}

/// The one of two records with the same id that every clone settles on.
bool wins(const DecisionRecord& challenger, const DecisionRecord& holder) {
    return encodeRecord(challenger).value_or(std::string()) < encodeRecord(holder).value_or(std::string());
}

} // namespace

std::optional<std::uint64_t> DecisionStore::positionIn(const DecisionLog& log) const {
    return attempt(m_database, "read decisions", [&](SQLite::Database& sqlite) -> std::optional<std::uint64_t> {
        SQLite::Statement query(sqlite, "SELECT bytes, fingerprint FROM decision_source");
        if (!query.executeStep()) return 0;
        const auto bytes = static_cast<std::uint64_t>(query.getColumn(0).getInt64());
        if (log.fingerprint(bytes) != query.getColumn(1).getString()) return std::nullopt;
        return bytes;
    });
}

void DecisionStore::add(std::span<const DecisionRecord> records, const DecisionLog& log, std::uint64_t position) {
    WriteTransaction transaction(m_database, Durability::Full);
    insert(records);
    notePosition(log, position);
    transaction.commit();
}

void DecisionStore::replaceAll(std::span<const DecisionRecord> records, const DecisionLog& log,
                               std::uint64_t position) {
    WriteTransaction transaction(m_database, Durability::Full);
    attempt(m_database, "rebuild decisions", [](SQLite::Database& sqlite) {
        sqlite.exec("DELETE FROM decision_record; DELETE FROM decision_actor; DELETE FROM decision_source");
    });
    insert(records);
    notePosition(log, position);
    transaction.commit();
}

void DecisionStore::insert(std::span<const DecisionRecord> records) {
    attempt(m_database, "write decisions", [&](SQLite::Database& sqlite) {
        DecisionRowWriter writer(sqlite);
        for (const auto& record : records) {
            if (writer.insert(record)) continue;
            const auto holders = select(m_database, "WHERE r.id=?", {record.id}, kAsWritten);
            if (holders.empty() || !wins(record, holders.front())) continue;
            SQLite::Statement remove(sqlite, "DELETE FROM decision_record WHERE id=?");
            remove.bind(1, record.id);
            remove.exec();
            writer.insert(record);
        }
    });
}

void DecisionStore::notePosition(const DecisionLog& log, std::uint64_t position) {
    attempt(m_database, "write decisions", [&](SQLite::Database& sqlite) {
        SQLite::Statement statement(
            sqlite, "INSERT OR REPLACE INTO decision_source (only_row, bytes, fingerprint) VALUES (1, ?, ?)");
        statement.bind(1, static_cast<std::int64_t>(position));
        statement.bind(2, log.fingerprint(position));
        statement.exec();
    });
}

std::vector<DecisionRecord> DecisionStore::all() const { return select(m_database, "", {}, kAsWritten); }

std::vector<DecisionRecord> DecisionStore::allForFold() const { return select(m_database, "", {}, {true, false}); }

bool DecisionStore::has(const std::string& record) const {
    return attempt(m_database, "read decisions", [&](SQLite::Database& sqlite) {
        SQLite::Statement query(sqlite, "SELECT 1 FROM decision_record WHERE id=?");
        query.bind(1, record);
        return query.executeStep();
    });
}

std::optional<Address> DecisionStore::addressOf(const std::string& record) const {
    const auto found = select(m_database, "WHERE r.id=?", {record}, kAsWritten);
    return found.empty() ? std::nullopt : found.front().address;
}

std::vector<DecisionRecord> DecisionStore::of(std::span<const ItemId> items) const {
    std::vector<DecisionRecord> records;
    for (const auto& item : items) {
        for (auto& record : select(m_database, "WHERE r.item=?1 OR r.resolved=?1", {item.value}, kResolved)) {
            records.push_back(std::move(record));
        }
    }
    return uniteRecords(std::move(records), {});
}

std::vector<DecisionRecord> DecisionStore::onNoItem() const {
    return select(m_database, "WHERE r.item='' AND r.address IS NULL", {}, kAsWritten);
}

void DecisionStore::visitLatestBy(const Person& actor, const std::function<bool(const DecisionRecord&)>& visit) const {
    const bool byEmail = !actor.email.empty();
    attempt(m_database, "read decisions", [&](SQLite::Database& sqlite) {
        const DecisionRows rows(sqlite);
        SQLite::Statement query(
            sqlite, fmt::format("SELECT {} FROM decision_record r WHERE r.actor IN (SELECT actor FROM decision_actor "
                                "WHERE {}) ORDER BY r.position DESC",
                                DecisionRows::kColumns, byEmail ? "email=?" : "email='' AND name=?"));
        query.bind(1, byEmail ? actor.email : actor.name);
        while (query.executeStep()) {
            if (!visit(rows.read(query, kResolved))) return;
        }
    });
}

std::uint64_t DecisionStore::resolveAddresses(const std::function<std::optional<ItemId>(const Address&)>& resolve) {
    const auto waiting = select(m_database,
                                "WHERE r.address IS NOT NULL AND r.resolved IS NULL AND (r.item='' OR NOT EXISTS "
                                "(SELECT 1 FROM history_item h WHERE h.id=r.item))",
                                {}, kAsWritten);
    std::vector<std::pair<std::string, ItemId>> found;
    for (const auto& record : waiting) {
        if (const auto item = resolve(*record.address)) found.emplace_back(record.id, *item);
    }
    if (found.empty()) return 0;
    WriteTransaction transaction(m_database, Durability::Full);
    attempt(m_database, "write decisions", [&](SQLite::Database& sqlite) {
        SQLite::Statement update(sqlite, "UPDATE decision_record SET resolved=? WHERE id=?");
        for (const auto& [record, item] : found) {
            update.reset();
            update.bind(1, item.value);
            update.bind(2, record);
            update.exec();
        }
    });
    transaction.commit();
    return found.size();
}

} // namespace paydown

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/history_store.h"
#include "core/registry/database.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <map>
#include <string_view>

namespace paydown {

/// What a failure says was under way.
inline constexpr const char* kReading = "read history";

/// Prepared statements of one connection by their SQL, each made when first used. Inside of core/registry only.
class Statements {
public:
    explicit Statements(Database& database) : m_database(database) {}

    /// A statement ready to be bound. @param sql a literal: its address is the key.
    [[nodiscard]] SQLite::Statement& operator()(const char* sql);
    /// Runs an action with SQLite's failures told as the registry's. @param doing "read history"
    template <typename Action>
    auto attempt(std::string_view doing, Action&& action) {
        try {
            return action();
        } catch (const SQLite::Exception&) {
            m_database.rethrow(doing);
        }
    }
    /// Ends them all. One that stands on a row spares locks, and keeps the connection on what was there then.
    void endAll() noexcept;
    [[nodiscard]] Database& database() const { return m_database; }

private:
    Database& m_database;
    std::map<const char*, SQLite::Statement> m_statements;
};

/// A WriteTransaction with no statement on a row at either end: before it, another process may have written, and what
/// it wrote itself is to be taken over from the log behind it.
class StatementsTransaction {
public:
    explicit StatementsTransaction(Statements& statements)
        : m_statements(statements), m_transaction((statements.endAll(), statements.database())) {}
    void commit() {
        m_statements.endAll();
        m_transaction.commit();
    }

private:
    Statements& m_statements;
    WriteTransaction m_transaction;
};

// Columns and parameters of the history tables.
[[nodiscard]] std::string_view bytesOf(const SQLite::Column& column);
[[nodiscard]] std::uint32_t numberOf(const SQLite::Column& column);
/// kNoNumber for null.
[[nodiscard]] std::uint32_t numberOrNone(const SQLite::Column& column);
void bindBytes(SQLite::Statement& statement, int index, std::string_view bytes);
void bindNumber(SQLite::Statement& statement, int index, std::uint32_t numberOrNone);
void bindHash(SQLite::Statement& statement, int index, std::uint64_t hash);
template <typename Kind>
void bindId(SQLite::Statement& statement, int index, const ObjectId<Kind>& id) {
    bindBytes(statement, index, {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()});
}
template <typename Id>
[[nodiscard]] Id idOf(const SQLite::Column& column) {
    Id id;
    const std::string_view bytes = bytesOf(column);
    if (bytes.size() == id.bytes.size()) std::memcpy(id.bytes.data(), bytes.data(), bytes.size());
    return id;
}

/// The columns of history_event in the order that readEvent() expects.
#define PAYDOWN_EVENT_COLUMNS                                                                                          \
    "item, sequence, number, generation, kind, ending, path, line, column, from_path, text, title_hash, above, below"
[[nodiscard]] StoredEvent readEvent(SQLite::Statement& row);
void bindEvent(SQLite::Statement& insert, const StoredEvent& event);
/// number, hash, title_hash, form, tag, title, body, statement
[[nodiscard]] StoredText readText(SQLite::Statement& row);
/// number, id, introduced, path, ordinal, text, parent
[[nodiscard]] StoredItem readItem(SQLite::Statement& row);

} // namespace paydown

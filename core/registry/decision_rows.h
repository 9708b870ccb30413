// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/decision.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace SQLite {
class Database;
class Statement;
} // namespace SQLite

namespace paydown {

/// Reads rows of decision_record. The people in them are read once per reader. Throws SQLite::Exception.
class DecisionRows {
public:
    /// The columns that read() expects, first to last, of a table called r.
    static constexpr const char* kColumns = "r.id, r.batch, r.seq, r.time, r.zone, r.actor, r.item, r.field, r.value, "
                                            "r.note, r.address, r.takes_back, r.unknown, r.resolved";

    explicit DecisionRows(SQLite::Database& database);

    /// What of a row is wanted.
    struct Options {
        bool resolvedItem = true; ///< The item that its address was resolved to, rather than the one written.
        bool allAddresses = true; ///< Else only where there is no item: reading JSON is most of the time it takes.
    };

    /// The row that the statement stands on.
    [[nodiscard]] DecisionRecord read(SQLite::Statement& row, const Options& options) const;

    /// All rows of a query that begins with "SELECT " + kColumns; its parameters are bound already.
    [[nodiscard]] std::vector<DecisionRecord> readAll(SQLite::Statement& query, const Options& options) const;

private:
    std::unordered_map<std::int64_t, Person> m_people;
};

/// Writes rows of decision_record. Throws SQLite::Exception.
class DecisionRowWriter {
public:
    explicit DecisionRowWriter(SQLite::Database& database);
    ~DecisionRowWriter();
    DecisionRowWriter(const DecisionRowWriter&) = delete;
    DecisionRowWriter& operator=(const DecisionRowWriter&) = delete;

    /// @return false when there is a record with this id already.
    bool insert(const DecisionRecord& record);

private:
    std::int64_t actorOf(const Person& person);

    struct Statements;
    std::unique_ptr<Statements> m_statements;
    std::map<Person, std::int64_t> m_actors;
};

} // namespace paydown

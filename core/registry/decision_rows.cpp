// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/decision_rows.h"

#include "core/base/text.h"
#include "core/decisions/record_codec.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

namespace paydown {

namespace {

std::string textAt(SQLite::Statement& row, int column) {
    const SQLite::Column value = row.getColumn(column);
    const char* text = value.getText("");
    return {text, static_cast<std::size_t>(value.getBytes())};
}

std::string joined(const std::vector<std::string>& ids) {
    std::string text;
    for (const auto& id : ids) {
        if (!text.empty()) text += ' ';
        text += id;
    }
    return text;
}

std::vector<std::string> unjoined(const std::string& text) {
    std::vector<std::string> ids;
    for (const auto id : split(text, ' ')) ids.emplace_back(id);
    return ids;
}

/// Texts that are empty most of the time take no room as NULL.
void bindUnlessEmpty(SQLite::Statement& statement, int index, const std::string& text) {
    if (text.empty())
        statement.bind(index);
    else
        statement.bind(index, text);
}

} // namespace

DecisionRows::DecisionRows(SQLite::Database& database) {
    SQLite::Statement query(database, "SELECT actor, name, email FROM decision_actor");
    while (query.executeStep()) {
        m_people.emplace(query.getColumn(0).getInt64(), Person{textAt(query, 1), textAt(query, 2)});
    }
}

DecisionRecord DecisionRows::read(SQLite::Statement& row, const Options& options) const {
    DecisionRecord record;
    record.id = textAt(row, 0);
    record.batch = textAt(row, 1);
    record.seq = static_cast<std::uint64_t>(row.getColumn(2).getInt64());
    record.time.seconds = row.getColumn(3).getInt64();
    record.time.offsetMinutes = static_cast<std::int16_t>(row.getColumn(4).getInt());
    if (const auto found = m_people.find(row.getColumn(5).getInt64()); found != m_people.end()) {
        record.actor = found->second;
    }
    record.item.value = textAt(row, 6);
    record.field = textAt(row, 7);
    record.value = textAt(row, 8);
    record.note = textAt(row, 9);
    const bool wantsAddress = options.allAddresses || record.item.value.empty();
    if (wantsAddress && !row.isColumnNull(10)) record.address = decodeAddress(textAt(row, 10));
    if (!row.isColumnNull(11)) record.takesBack = unjoined(textAt(row, 11));
    if (!row.isColumnNull(12)) record.unknown = textAt(row, 12);
    if (options.resolvedItem && !row.isColumnNull(13)) record.item.value = textAt(row, 13);
    return record;
}

std::vector<DecisionRecord> DecisionRows::readAll(SQLite::Statement& query, const Options& options) const {
    std::vector<DecisionRecord> records;
    while (query.executeStep()) records.push_back(read(query, options));
    return records;
}

struct DecisionRowWriter::Statements {
    explicit Statements(SQLite::Database& database)
        : record(database, "INSERT OR IGNORE INTO decision_record (id, batch, seq, time, zone, actor, item, field, "
                           "value, note, address, takes_back, unknown) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"),
          newActor(database, "INSERT OR IGNORE INTO decision_actor (name, email) VALUES (?,?)"),
          actor(database, "SELECT actor FROM decision_actor WHERE name=? AND email=?") {}

    SQLite::Statement record;
    SQLite::Statement newActor;
    SQLite::Statement actor;
};

DecisionRowWriter::DecisionRowWriter(SQLite::Database& database)
    : m_statements(std::make_unique<Statements>(database)) {}

DecisionRowWriter::~DecisionRowWriter() = default;

bool DecisionRowWriter::insert(const DecisionRecord& record) {
    auto& statement = m_statements->record;
    statement.reset();
    statement.bind(1, record.id);
    statement.bind(2, record.batch);
    statement.bind(3, static_cast<std::int64_t>(record.seq));
    statement.bind(4, record.time.seconds);
    statement.bind(5, record.time.offsetMinutes);
    statement.bind(6, actorOf(record.actor));
    statement.bind(7, record.item.value);
    statement.bind(8, record.field);
    statement.bind(9, record.value);
    statement.bind(10, record.note);
    bindUnlessEmpty(statement, 11, encodeAddress(record.address));
    bindUnlessEmpty(statement, 12, joined(record.takesBack));
    bindUnlessEmpty(statement, 13, record.unknown);
    return statement.exec() == 1;
}

std::int64_t DecisionRowWriter::actorOf(const Person& person) {
    const auto known = m_actors.find(person);
    if (known != m_actors.end()) return known->second;
    m_statements->newActor.reset();
    m_statements->newActor.bind(1, person.name);
    m_statements->newActor.bind(2, person.email);
    m_statements->newActor.exec();
    m_statements->actor.reset();
    m_statements->actor.bind(1, person.name);
    m_statements->actor.bind(2, person.email);
    m_statements->actor.executeStep();
    const std::int64_t number = m_statements->actor.getColumn(0).getInt64();
    m_statements->actor.reset();
    m_actors.emplace(person, number);
    return number;
}

} // namespace paydown

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/history_rows.h"

#include "core/registry/history_packing.h"

namespace paydown {

SQLite::Statement& Statements::operator()(const char* sql) {
    auto found = m_statements.find(sql);
    if (found == m_statements.end()) {
        found = m_statements.try_emplace(sql, m_database.sqlite(), sql).first;
    } else {
        found->second.tryReset();
    }
    return found->second;
}

void Statements::endAll() noexcept {
    for (auto& [sql, statement] : m_statements) statement.tryReset();
}

std::string_view bytesOf(const SQLite::Column& column) {
    const auto* bytes = static_cast<const char*>(column.getBlob());
    return bytes == nullptr ? std::string_view() : std::string_view(bytes, static_cast<std::size_t>(column.getBytes()));
}

std::uint32_t numberOf(const SQLite::Column& column) { return static_cast<std::uint32_t>(column.getInt64()); }

std::uint32_t numberOrNone(const SQLite::Column& column) { return column.isNull() ? kNoNumber : numberOf(column); }

void bindBytes(SQLite::Statement& statement, int index, std::string_view bytes) {
    // A null pointer would bind null, which is not the empty text.
    statement.bind(index, bytes.empty() ? "" : static_cast<const void*>(bytes.data()), static_cast<int>(bytes.size()));
}

void bindNumber(SQLite::Statement& statement, int index, std::uint32_t numberOrNone) {
    if (numberOrNone == kNoNumber)
        statement.bind(index);
    else
        statement.bind(index, static_cast<std::int64_t>(numberOrNone));
}

void bindHash(SQLite::Statement& statement, int index, std::uint64_t hash) {
    statement.bind(index, static_cast<std::int64_t>(hash));
}

StoredEvent readEvent(SQLite::Statement& row) {
    StoredEvent event;
    event.item = numberOf(row.getColumn(0));
    event.sequence = numberOf(row.getColumn(1));
    event.commit = numberOf(row.getColumn(2));
    event.generation = numberOf(row.getColumn(3));
    event.kind = static_cast<EventKind>(row.getColumn(4).getInt());
    if (!row.getColumn(5).isNull()) event.ending = static_cast<EndingKind>(row.getColumn(5).getInt());
    event.path = numberOf(row.getColumn(6));
    event.line = numberOf(row.getColumn(7));
    event.column = numberOf(row.getColumn(8));
    event.fromPath = numberOrNone(row.getColumn(9));
    event.text = numberOf(row.getColumn(10));
    event.titleHash = static_cast<std::uint64_t>(row.getColumn(11).getInt64());
    event.above = numberOf(row.getColumn(12));
    event.below = numberOf(row.getColumn(13));
    return event;
}

void bindEvent(SQLite::Statement& insert, const StoredEvent& event) {
    bindNumber(insert, 1, event.item);
    bindNumber(insert, 2, event.sequence);
    bindNumber(insert, 3, event.commit);
    bindNumber(insert, 4, event.generation);
    insert.bind(5, static_cast<int>(event.kind));
    bindNumber(insert, 6, event.ending ? static_cast<std::uint32_t>(*event.ending) : kNoNumber);
    bindNumber(insert, 7, event.path);
    bindNumber(insert, 8, event.line);
    bindNumber(insert, 9, event.column);
    bindNumber(insert, 10, event.fromPath);
    bindNumber(insert, 11, event.text);
    bindHash(insert, 12, event.titleHash);
    insert.bind(13, static_cast<std::int64_t>(event.above));
    insert.bind(14, static_cast<std::int64_t>(event.below));
}

StoredText readText(SQLite::Statement& row) {
    StoredText text;
    text.number = numberOf(row.getColumn(0));
    text.hash = static_cast<std::uint64_t>(row.getColumn(1).getInt64());
    text.titleHash = static_cast<std::uint64_t>(row.getColumn(2).getInt64());
    text.annotation.form = static_cast<Form>(row.getColumn(3).getInt());
    text.annotation.tag = bytesOf(row.getColumn(4));
    text.annotation.title = bytesOf(row.getColumn(5));
    text.annotation.body = bytesOf(row.getColumn(6));
    text.annotation.stated = unpackStatement(bytesOf(row.getColumn(7)));
    return text;
}

StoredItem readItem(SQLite::Statement& row) {
    StoredItem item;
    item.number = numberOf(row.getColumn(0));
    item.id.value = row.getColumn(1).getString();
    item.introduced = numberOf(row.getColumn(2));
    item.path = numberOf(row.getColumn(3));
    item.order = numberOf(row.getColumn(4));
    item.text = numberOf(row.getColumn(5));
    item.parent = numberOrNone(row.getColumn(6));
    return item;
}

} // namespace paydown

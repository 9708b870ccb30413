// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// For the sources that implement HistoryReader.

#include "core/registry/history_reader.h"
#include "core/registry/history_rows.h"

#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace paydown {

/// What HistoryReader keeps: statements, and what it has read already.
struct HistoryReader::Impl {
    explicit Impl(Database& database) : sql(database) {}

    struct People {
        std::vector<Person> people;
        std::vector<Date> lastCommitOf;
        std::unordered_map<std::uint32_t, std::uint32_t> indexOf; ///< By number, .mailmap applied.
    };

    std::optional<CommitNo> findCommit(const CommitId& id);
    People readPeople();
    Commit readCommit(CommitNo number, bool withParents);
    const CommitRef& reference(CommitNo number);
    const std::string& path(PathNo number);
    const Annotation& annotation(TextNo number);
    const ItemId& itemId(ItemNo number);
    Person person(std::uint32_t number);
    Item readItem(SQLite::Statement& row);
    Event event(const StoredEvent& stored);
    void keepAncestral(std::vector<StoredEvent>& events, CommitNo tip);
    std::set<ItemNo> namesAt(ItemNo item, CommitNo tip);
    static void collect(SQLite::Statement& query, std::vector<StoredEvent>& events);
    std::vector<Event> tell(std::vector<StoredEvent> stored);
    void readTouches(CommitNo tip, TipHistory& history, const People& people);

    Statements sql;
    std::unordered_map<CommitNo, CommitRef> references;
    std::unordered_map<PathNo, std::string> paths;
    std::unordered_map<TextNo, Annotation> annotations;
    std::unordered_map<ItemNo, ItemId> itemIds;
    std::unordered_map<CommitNo, CommitId> commitIds;
    std::unordered_map<std::uint32_t, Person> persons;
    std::unordered_map<ItemNo, std::vector<ItemId>> former; ///< Names of before.
};

} // namespace paydown

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/seq_counter.h"

#include "core/decisions/record_codec.h"
#include "core/registry/registry_handle.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <algorithm>

namespace paydown {

namespace {

/// What a record is about, as a key: an item's id, an address in JSON, or nothing for the plan.
std::string subjectOf(const DecisionRecord& record) {
    return record.item.value.empty() ? encodeAddress(record.address) : record.item.value;
}

} // namespace

struct SeqCounter::Query {
    explicit Query(SQLite::Database& database)
        : ofItem(database, "SELECT max(coalesce((SELECT max(seq) FROM decision_record WHERE item=?1), 0),"
                           " coalesce((SELECT max(seq) FROM decision_record WHERE resolved=?1), 0))"),
          ofAddress(database, "SELECT coalesce(max(seq), 0) FROM decision_record WHERE item='' AND "
                              "coalesce(address, '')=?1") {}

    std::uint64_t highest(SQLite::Statement& statement, const std::string& subject) {
        statement.reset();
        statement.bind(1, subject);
        statement.executeStep();
        return static_cast<std::uint64_t>(statement.getColumn(0).getInt64());
    }

    SQLite::Statement ofItem;
    SQLite::Statement ofAddress;
};

SeqCounter::SeqCounter(RegistryHandle& handle) : m_handle(handle) {
    try {
        m_query = std::make_unique<Query>(handle.database().sqlite());
    } catch (const SQLite::Exception&) {
        handle.database().rethrow("read decisions");
    }
    for (const auto& record : handle.unstored()) {
        auto& highest = m_highest["log " + subjectOf(record)];
        highest = std::max(highest, record.seq);
    }
}

SeqCounter::~SeqCounter() = default;

std::uint64_t SeqCounter::next(const DecisionRecord& draft, std::span<const ItemId> aliases) {
    const std::string subject = subjectOf(draft);
    auto& highest = m_highest[subject];
    const auto learn = [&](const std::string& name, bool isItem) {
        if (const auto logged = m_highest.find("log " + name); logged != m_highest.end()) {
            highest = std::max(highest, logged->second);
        }
        highest = std::max(highest, m_query->highest(isItem ? m_query->ofItem : m_query->ofAddress, name));
    };
    try {
        if (highest == 0) {
            learn(subject, !draft.item.value.empty());
            for (const auto& alias : aliases) learn(alias.value, true);
        }
    } catch (const SQLite::Exception&) {
        m_handle.database().rethrow("read decisions");
    }
    highest = std::min(highest + 1, kMaxRecordSeq);
    return highest;
}

} // namespace paydown

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/history_store.h"
#include "core/registry/history_rows.h"
#include "core/registry/tip_writer.h"

#include <map>
#include <unordered_map>

namespace paydown {

/// Writes batches of history into the registry's tables, inside of a transaction that the caller holds. Inside of
/// core/registry only.
class HistoryWriter {
public:
    explicit HistoryWriter(Statements& sql) : m_sql(sql), m_tips(sql) {}

    void write(const HistoryBatch& batch);
    void setPeople(HistoryStore::ProperPerson proper) { m_proper = std::move(proper); }
    /// Applies the .mailmap to everybody known.
    void mapAllPeople();
    /// Marks tips as used now, one after the other; those not used for longest make room.
    void useTips(const std::vector<CommitNo>& tips);
    /// After the tables were emptied.
    void forget() { m_people.clear(); }

private:
    [[nodiscard]] std::uint32_t personOf(const Person& person);
    [[nodiscard]] std::uint32_t addPerson(const Person& person);
    void mapPerson(std::uint32_t number, const Person& person);
    void writeBlobs(const HistoryBatch& batch);
    void writeCommits(const HistoryBatch& batch);
    void writeTexts(const HistoryBatch& batch);
    void writeItems(const HistoryBatch& batch);
    void writeEvents(const HistoryBatch& batch);
    void writeRecords(const HistoryBatch& batch);
    void writeChanges(const HistoryBatch& batch);

    Statements& m_sql;
    TipWriter m_tips;
    HistoryStore::ProperPerson m_proper;
    std::map<Person, std::uint32_t> m_people;
};

} // namespace paydown

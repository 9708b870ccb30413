// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// For the sources that implement HistoryStoreSqlite.

#include "core/registry/batch_queue.h"
#include "core/registry/history_packing.h"
#include "core/registry/history_rows.h"
#include "core/registry/history_store_sqlite.h"
#include "core/registry/history_writer.h"

#include <algorithm>
#include <string>

namespace paydown {

/// What HistoryStoreSqlite keeps: its statements, and the queue that writes batches while the walk goes on.
struct HistoryStoreSqlite::Impl {
    static constexpr const char* kWriting = "write history";

    explicit Impl(Database& database)
        : sql(database), writer(sql), behind([this](const HistoryBatch& batch) { write(batch); }) {}

    /// Once what is being written behind is written: the connection serves one thread at a time. A failure there is the
    /// failure of the first that asks afterwards.
    template <typename Action>
    auto attempt(std::string_view doing, Action&& action) {
        behind.drain();
        return sql.attempt(doing, std::forward<Action>(action));
    }

    void write(const HistoryBatch& batch) {
        sql.attempt(kWriting, [&] {
            StatementsTransaction transaction(sql);
            BlobNo next = 0;
            for (const StoredBlob& blob : batch.blobs) {
                if (blob.number) next = std::max(next, *blob.number + 1);
            }
            if (next > 0) setMeta("next_blob", std::to_string(next));
            writer.write(batch);
            transaction.commit();
        });
    }

    std::string meta(const char* key) {
        auto& query = sql("SELECT value FROM history_meta WHERE key=?");
        query.bind(1, key);
        return query.executeStep() ? query.getColumn(0).getString() : std::string();
    }
    void setMeta(const char* key, const std::string& value) {
        auto& query = sql("INSERT OR REPLACE INTO history_meta (key, value) VALUES (?,?)");
        query.bind(1, key);
        query.bind(2, value);
        query.exec();
    }

    TipTouch authorship(CommitNo commit) {
        auto& query = sql("SELECT authored, authored_zone, author FROM history_commit WHERE number=?");
        bindNumber(query, 1, commit);
        if (!query.executeStep()) return {};
        const Timestamp authored{query.getColumn(0).getInt64(), static_cast<std::int16_t>(query.getColumn(1).getInt())};
        const auto day = static_cast<std::int32_t>(dateOf(authored).time_since_epoch().count());
        return {day, numberOf(query.getColumn(2))};
    }

    /// id, parents, generation, boundary
    static CommitNode readNode(SQLite::Statement& row) {
        CommitNode node;
        node.id = idOf<CommitId>(row.getColumn(0));
        node.parents = unpackNumbers(bytesOf(row.getColumn(1)));
        node.generation = numberOf(row.getColumn(2));
        node.boundary = row.getColumn(3).getInt() != 0;
        return node;
    }

    Statements sql;
    HistoryWriter writer;
    BatchQueue behind; ///< The last member: it uses the others.
};

} // namespace paydown

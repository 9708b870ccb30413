// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/inherited.h"

#include "core/registry/history_packing.h"
#include "core/registry/history_rows.h"

#include <vector>

namespace paydown {

namespace {

std::optional<CommitNo> numberOfCommit(Statements& sql, const CommitId& commit) {
    auto& query = sql("SELECT number FROM history_commit WHERE id=?");
    query.bind(1, commit.bytes.data(), static_cast<int>(commit.bytes.size()));
    if (!query.executeStep()) return std::nullopt;
    return static_cast<CommitNo>(query.getColumn(0).getUInt());
}

/// A parent's number is smaller than its child's, so one pass downwards finds every ancestor.
std::vector<bool> ancestorsOf(Statements& sql, CommitNo commit) {
    std::vector<bool> isAncestor(static_cast<std::size_t>(commit) + 1);
    isAncestor[commit] = true;
    auto& query = sql("SELECT number, parents FROM history_commit WHERE number<=? ORDER BY number DESC");
    query.bind(1, static_cast<std::int64_t>(commit));
    while (query.executeStep()) {
        if (!isAncestor[query.getColumn(0).getUInt()]) continue;
        for (const CommitNo parent : unpackNumbers(bytesOf(query.getColumn(1)))) isAncestor[parent] = true;
    }
    return isAncestor;
}

} // namespace

std::optional<CommitIds> introductionsUpTo(Database& database, const CommitId& commit) {
    Statements sql(database);
    return sql.attempt(kReading, [&]() -> std::optional<CommitIds> {
        const auto number = numberOfCommit(sql, commit);
        if (!number) return std::nullopt;
        const std::vector<bool> isAncestor = ancestorsOf(sql, *number);
        CommitIds ids;
        auto& query = sql("SELECT number, id FROM history_commit WHERE number<=? AND number IN "
                          "(SELECT introduced FROM history_item)");
        query.bind(1, static_cast<std::int64_t>(*number));
        while (query.executeStep()) {
            if (isAncestor[query.getColumn(0).getUInt()]) ids.insert(idOf<CommitId>(query.getColumn(1)));
        }
        return ids;
    });
}

} // namespace paydown
